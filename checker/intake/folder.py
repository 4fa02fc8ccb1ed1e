"""Which folders are units and which files in them are read; nothing outside is ever opened.

Links are not followed: what a link inside a unit points to is read where it stands, and what
lies outside is another's data. ``exports:`` may name a link that stays inside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..errors import NothingToCheckError, UsageError
from ..places import Notice
from ..words import Text, did_you_mean, readable_name
from .unit import UNIT_FILE, UnitFile, read_unit_file
from .waivers import WAIVERS_FILE

DOCUMENTS = "documents"
EVIDENCE = "evidence"
"""What attestations rest on: looked at by people, never read as data."""
WORD_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt"))
_OWN_FILES = frozenset((UNIT_FILE, WAIVERS_FILE, "attestations.yaml"))
_LITTER = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class UnitFileEntry:
    """One file: its name in notices (NFC, with ``/``, relative to the unit) and where it lies."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Export:
    """A file to read as registers; ``tables`` are those that ``exports:`` names it for."""

    name: str
    path: Path
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitFolder:
    """One unit: its file, the exports to read, the Word files for the other room."""

    path: Path
    unit: UnitFile
    exports: tuple[Export, ...]
    documents: tuple[UnitFileEntry, ...]
    notices: tuple[Notice, ...]
    evidence: tuple[UnitFileEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The unit folders below some paths, sorted; and the links that were not followed."""

    folders: tuple[Path, ...]
    notices: tuple[Notice, ...]


def find_units(paths: Sequence[Path]) -> Found:
    """Find the folders that hold ``unit.yaml``; one inside another is not a second unit.

    Raises:
        UsageError: A path that is no folder.
        NothingToCheckError: No unit below any of the paths.
    """
    folders: dict[Path, Path] = {}
    notices: list[Notice] = []
    for top in paths:
        if not top.is_dir():
            text = Text(vi=f"không có thư mục '{top}'", en=f"there is no folder '{top}'")
            raise UsageError(text)
        for folder in _units_below(top, top, notices):
            folders.setdefault(folder.resolve(), folder)
    if not folders:
        listed = ", ".join(str(path) for path in paths)
        raise NothingToCheckError(
            Text(
                vi=f"không thấy đơn vị nào (tệp {UNIT_FILE}) trong: {listed}",
                en=f"no unit (a file {UNIT_FILE}) found in: {listed}",
            )
        )
    return Found(tuple(sorted(folders.values())), tuple(notices))


def open_unit(path: Path) -> UnitFolder:
    """Read a unit's file and sort its files; none of them is opened.

    Raises:
        UsageError: The faults of ``unit.yaml``.
    """
    unit = read_unit_file(path / UNIT_FILE)
    notices: list[Notice] = []
    named: dict[str, list[str]] = {}
    files = {entry.name: entry for entry in unit_files(path, notices)}
    for table, wanted in sorted(unit.exports.items()):
        name = _resolve(path, wanted, files, notices)
        if name:
            named.setdefault(name, []).append(table)
    exports: list[Export] = []
    documents: list[UnitFileEntry] = []
    evidence: list[UnitFileEntry] = []
    for entry in files.values():
        inside = entry.name.casefold().startswith(DOCUMENTS + "/")
        is_word = entry.path.suffix.lower() in WORD_SUFFIXES
        if entry.name.startswith(EVIDENCE + "/"):
            evidence.append(entry)
        elif inside and is_word:
            documents.append(entry)
        elif inside or is_word:
            notices.append(_misplaced(entry.name, is_word))
        elif entry.name not in _OWN_FILES:
            exports.append(Export(entry.name, entry.path, tuple(named.get(entry.name, ()))))
    return UnitFolder(path, unit, tuple(exports), tuple(documents), tuple(notices), tuple(evidence))


def unit_files(folder: Path, notices: list[Notice]) -> list[UnitFileEntry]:
    """Every file of a unit by name, without hidden, temporary and system files.

    Args:
        folder: The unit's folder.
        notices: Takes a notice for every link out and every unit inside this one.
    """
    found: list[UnitFileEntry] = []
    _collect(folder, folder, found, notices)
    return sorted(found, key=lambda entry: entry.name)


def _units_below(top: Path, folder: Path, notices: list[Notice]) -> Iterator[Path]:
    seen: list[Notice] = []
    files, inner = _entries(top, folder, seen)
    if any(path.name == UNIT_FILE for path in files):
        yield folder  # what is odd inside is said when the unit is opened
        return
    notices.extend(seen)
    for below in inner:
        yield from _units_below(top, below, notices)


def _collect(top: Path, folder: Path, found: list[UnitFileEntry], notices: list[Notice]) -> None:
    files, inner = _entries(top, folder, notices)
    if folder != top and any(path.name == UNIT_FILE for path in files):
        notices.append(_nested(_name(folder, top)))
        return
    found.extend(UnitFileEntry(_name(path, top), path) for path in files)
    for below in inner:
        _collect(top, below, found, notices)


def _entries(top: Path, folder: Path, notices: list[Notice]) -> tuple[list[Path], list[Path]]:
    """The files and folders in a folder, without litter and links; links out are noticed."""
    try:
        entries = sorted(path for path in folder.iterdir() if not _is_litter(path.name))
    except OSError as error:
        text = Text(vi=f"không mở được thư mục: {error}", en=f"cannot open the folder: {error}")
        notices.append(Notice(_name(folder, top), "", "unreadable", text))
        return [], []
    real = folder.resolve()
    files: list[Path] = []
    inner: list[Path] = []
    for path in entries:
        # Compared by where it really lies: a junction of Windows is a link that is_symlink misses.
        if path.is_symlink() or (path.is_dir() and path.resolve() != real / path.name):
            if not _is_inside(path, top):
                notices.append(_outside(_name(path, top)))
        elif path.is_dir():
            inner.append(path)
        elif path.is_file():  # no socket, no pipe
            files.append(path)
    return files, inner


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


def _name(path: Path, top: Path) -> str:
    """The name in notices."""
    return unicodedata.normalize("NFC", readable_name(path.relative_to(top).as_posix()))


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False


def _resolve(
    folder: Path, wanted: str, files: dict[str, UnitFileEntry], notices: list[Notice]
) -> str | None:
    """The listed file that ``exports:`` means, or None with a notice."""
    name = unicodedata.normalize("NFC", wanted.replace("\\", "/")).removeprefix("./")
    pure = PurePosixPath(name)
    windows = PureWindowsPath(wanted)
    if pure.is_absolute() or windows.drive or windows.root or ".." in pure.parts or "\0" in name:
        notices.append(_outside(wanted))
        return None
    if name in files:
        return name
    target = folder / name
    if target.is_symlink() or target.exists():
        if not _is_inside(target, folder):
            return None  # the link has been noticed where it stands
        real = _name(target.resolve(), folder.resolve())
        if real in files:
            return real
    hint = did_you_mean(name, files)
    text = Text(
        vi=f"unit.yaml nêu tệp này nhưng không có trong thư mục của đơn vị{hint.vi}",
        en=f"unit.yaml names this file but the unit's folder does not hold it{hint.en}",
    )
    notices.append(Notice(wanted, "", "missing_file", text))
    return None


def _outside(name: str) -> Notice:
    text = Text(
        vi="dẫn ra ngoài thư mục của đơn vị nên không được mở; hãy chép tệp vào thư mục đó",
        en="leads out of the unit's folder and is not opened; copy the file into that folder",
    )
    return Notice(name, "", "outside_folder", text)


def _nested(name: str) -> Notice:
    text = Text(
        vi=f"thư mục con này có {UNIT_FILE} riêng nên không được đọc như dữ liệu của đơn vị; "
        "hãy chuyển nó ra cạnh thư mục của đơn vị",
        en=f"this folder has a {UNIT_FILE} of its own and is not read as data of the unit; "
        "move it beside the unit's folder",
    )
    return Notice(name, "", "nested_unit", text)


def _misplaced(name: str, is_word: bool) -> Notice:
    if is_word:
        text = Text(
            vi=f"tệp Word chỉ được kiểm tra trong thư mục {DOCUMENTS}/; hãy chuyển tệp vào đó",
            en=f"Word files are checked only in the folder {DOCUMENTS}/; move the file there",
        )
    else:
        text = Text(
            vi=f"thư mục {DOCUMENTS}/ chỉ dành cho tệp Word nên tệp này không được đọc; "
            f"sổ và danh mục hãy đặt cạnh {UNIT_FILE}",
            en=f"the folder {DOCUMENTS}/ is for Word files only and this file is not read; "
            f"registers and lists go beside {UNIT_FILE}",
        )
    return Notice(name, "", "misplaced", text)
