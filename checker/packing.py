"""A unit's evidence bundle written: its files as they are, and the result reached from them.

The archive is the same for the same files, rules and day: nothing is compressed, since what deflate
writes differs between builds of zlib, and entries have the first date that zip knows.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from .bundles.manifest import DATA, MANIFEST, RESULT, BundledFile, BundledReceipt, Manifest
from .bundles.names import unsafe_names
from .bundles.read import LIMITS
from .errors import UsageError
from .intake.folder import find_units, unit_files
from .places import Notice
from .report.json import render_json
from .result import Receipt, Result
from .run import Progress, Request, check
from .words import Text

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_SAYS = Text(
    "Tệp trong data/ là dữ liệu gốc của đơn vị, không che. result.json là kết quả mà đơn vị tự lập;"
    " 'motcua check' không đọc nó mà xét lại từ data/, 'motcua verify' đối chiếu hai bên.",
    "The files in data/ are the unit's own, with nothing masked. result.json is the result that the"
    " unit reached; 'motcua check' checks data/ again and does not read it, 'motcua verify'"
    " compares the two.",
)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be packed: of which unit, its name there and in the bundle, where it lies."""

    unit: int
    name: str
    bundled: str
    path: Path


def pack(request: Request, target: IO[bytes], progress: Progress = lambda _: None) -> int:
    """Check the units below the only path of a request, and write their bundle.

    Args:
        request: What to check; its path is a folder.
        target: Takes the archive.
        progress: Takes how far it is.

    Returns:
        How many files of units were packed.

    Raises:
        UsageError: A unit cannot be read, has a file that a bundle cannot hold, or a file changed
            while it was packed.
        NothingToCheckError: There is no unit.
        RulesError: The rules are invalid.
    """
    (top,) = request.paths
    if top.name in ("", ".."):
        top = top.resolve()
    if not top.is_dir():
        raise UsageError(Text(f"không có thư mục '{top}'", f"there is no folder '{top}'"))
    files = tuple(_files(top))
    _refuse_unfit(files)
    result = check(replace(request, paths=(top,)), progress)
    if result.refused:
        vi, en = ("\n".join(note.of(lang) for note in result.notes) for lang in ("vi", "en"))
        raise UsageError(Text(vi, en))
    saved = render_json(result).encode()
    read = _digests(result)
    with zipfile.ZipFile(target, "w") as archive:
        packed = [_copied(one, archive, read, progress) for one in files]
        packed.append(BundledFile(file=RESULT, sha256=_digest(saved), size=len(saved)))
        archive.writestr(_entry(RESULT), saved)
        archive.writestr(_entry(MANIFEST), _manifest(result, packed).written())
    return len(files)


def _files(top: Path) -> Iterator[_File]:
    for number, folder in enumerate(find_units((top,)).folders):
        below = folder.relative_to(top).as_posix()
        inside = f"{DATA}{top.name}/" + ("" if below == "." else f"{below}/")
        unseen: list[Notice] = []  # the check tells of them
        for entry in unit_files(folder, unseen):
            yield _File(number, entry.name, f"{inside}{entry.name}", entry.path)


def _digests(result: Result) -> Mapping[tuple[int, str], str]:
    """The digest with which each unit's file was read."""
    return {
        (number, account.file): account.sha256
        for number, unit in enumerate(result.units)
        for account in unit.intake
    }


def _refuse_unfit(files: Sequence[_File]) -> None:
    """Refuse what no bundle may hold, so that whatever is packed can be read again."""
    unsafe = list(unsafe_names(one.bundled for one in files))
    if unsafe:
        listed = ", ".join(name.removeprefix(DATA) for name in unsafe)
        raise UsageError(
            Text(
                f"không đóng gói được vì tên tệp không dùng được trên mọi máy, hoặc trùng nhau nếu"
                f" không kể hoa thường: {listed}; hãy đổi tên",
                f"cannot pack names that not every machine takes, or that differ in case alone:"
                f" {listed}; rename them",
            )
        )
    if len(files) + 2 > LIMITS.entries:
        raise _too_much(f"{len(files)} > {LIMITS.entries}")
    size = sum(one.path.stat().st_size for one in files)
    if size > LIMITS.inflated - (64 << 20):  # room for the result
        raise _too_much(f"{size >> 20} MB")


def _too_much(what: str) -> UsageError:
    return UsageError(
        Text(
            f"quá nhiều cho một bộ hồ sơ ({what}); hãy đóng gói từng đơn vị hoặc từng kỳ",
            f"too much for one bundle ({what}); pack unit by unit or period by period",
        )
    )


def _copied(
    one: _File,
    archive: zipfile.ZipFile,
    read: Mapping[tuple[int, str], str],
    progress: Progress,
) -> BundledFile:
    """Copy a file in; it has to be the one that the check read, if it read it."""
    progress(one.bundled)
    digest, size = hashlib.sha256(), 0
    with archive.open(_entry(one.bundled), "w") as copy:
        for piece in _pieces(one.path):
            copy.write(piece)
            digest.update(piece)
            size += len(piece)
    if read.get((one.unit, one.name)) not in (None, "", digest.hexdigest()):
        text = Text(
            f"{one.path}: tệp thay đổi trong khi đóng gói; hãy chạy lại",
            f"{one.path}: the file changed while it was packed; run again",
        )
        raise UsageError(text)
    return BundledFile(file=one.bundled, sha256=digest.hexdigest(), size=size)


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as source:
            while piece := source.read(_CHUNK):
                yield piece
    except OSError as error:
        text = Text(
            f"{path}: không đọc được: {error.strerror}", f"{path}: cannot read: {error.strerror}"
        )
        raise UsageError(text) from error


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DATE)
    entry.create_system = 0
    return entry


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _manifest(result: Result, files: Sequence[BundledFile]) -> Manifest:
    return Manifest(
        as_of=result.as_of,
        says={"vi": _SAYS.vi, "en": _SAYS.en},
        receipt=_receipt(result.receipt),
        files=tuple(files),
    )


def _receipt(receipt: Receipt) -> BundledReceipt:
    return BundledReceipt(
        engine=receipt.engine,
        rules_sha256=receipt.rules_sha256,
        inputs_sha256=receipt.inputs_sha256,
        unmasked=receipt.unmasked,
        program_sha256=receipt.program_sha256,
    )
