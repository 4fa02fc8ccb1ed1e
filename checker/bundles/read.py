"""Bundles read: looked at, unpacked into a folder of their own, held against their manifest.

A bundle that is not whole gives no folder and so no verdict. The result in a bundle is what the
unit says of itself; only ``verify`` reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import UsageError
from ..words import Text
from ..zipguard import GuardedZip, RefusedArchive, ZipLimits, open_guarded
from .manifest import DATA, MANIFEST, RESULT, Manifest, parse_manifest
from .names import unsafe_names

_MIB = 1 << 20
LIMITS = ZipLimits(file_bytes=1024 * _MIB, inflated=1024 * _MIB)
_LARGEST_MANIFEST = 4 * _MIB
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """Folders to read: as they were named, or where bundles were unpacked.

    ``refused`` are the bundles that are not read, each with the reason. ``bundles`` maps a folder
    to the bundle that it came from.
    """

    folders: tuple[Path, ...]
    refused: tuple[tuple[Path, Text], ...]
    bundles: Mapping[Path, Path]

    def shown(self, path: Path) -> Path:
        """What a path below a folder is called to people."""
        for folder, bundle in self.bundles.items():
            if path.is_relative_to(folder):
                return bundle / path.relative_to(folder)
        return path

    def said(self, text: Text) -> Text:
        """A text in which folders of bundles are called by the bundles' names."""
        vi, en = text.vi, text.en
        for folder, bundle in self.bundles.items():
            for form in {str(folder), folder.as_posix()}:
                vi, en = vi.replace(form, bundle.as_posix()), en.replace(form, bundle.as_posix())
        return Text(vi, en)


@contextmanager
def opened(paths: Sequence[Path]) -> Iterator[Opened]:
    """Paths of which those that are bundles are unpacked, for as long as the context lasts.

    Raises:
        UsageError: There is nothing but bundles that are not whole, or files that are none.
    """
    folders: list[Path] = []
    refused: list[tuple[Path, Text]] = []
    bundles: dict[Path, Path] = {}
    top: Path | None = None
    with ExitStack() as stack:
        for number, path in enumerate(paths):
            if not path.is_file():
                folders.append(path)
                continue
            if top is None:  # a run over folders writes nothing at all
                temporary = TemporaryDirectory(prefix="motcua-")
                top = Path(stack.enter_context(temporary)).resolve()
            target = top / f"{number:04d}"
            try:
                _unpack(path, target)
            except UsageError as error:
                said = error.text
                alone = (text.removeprefix(f"{path}: ") for text in (said.vi, said.en))
                refused.append((path, Text(*alone)))
                continue
            bundles[target] = path
            folders.append(target)
        if refused and not folders:
            vi, en = (
                "\n".join(f"{path}: {text.of(lang)}" for path, text in refused)
                for lang in ("vi", "en")
            )
            raise UsageError(Text(vi, en))
        yield Opened(tuple(folders), tuple(refused), bundles)


def is_bundle(path: Path) -> bool:
    """Does a file begin as a zip does?"""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False


def bundled_result(path: Path) -> bytes:
    """The result that a bundle brings, as the unit saved it.

    Raises:
        UsageError: The bundle is not whole.
    """
    with _guarded(path) as archive:
        manifest = _manifest(path, archive)
        listed = {one.file: one for one in manifest.files}
        content = archive.read(RESULT)
        if hashlib.sha256(content).hexdigest() != listed[RESULT].sha256:
            _refuse(path, [(RESULT, _CHANGED)])
    return content


@contextmanager
def _guarded(path: Path) -> Iterator[GuardedZip]:
    if not is_bundle(path):
        text = Text(
            f"{path}: không phải thư mục, cũng không phải bộ hồ sơ do 'motcua pack' lập",
            f"{path}: neither a folder nor a bundle made by 'motcua pack'",
        )
        raise UsageError(text)
    try:
        with open_guarded(path, path.name, LIMITS) as archive:
            yield archive
    except RefusedArchive as error:
        said = error.notice.text
        raise UsageError(Text(f"{path}: {said.vi}", f"{path}: {said.en}")) from error
    except OSError as error:
        text = Text(
            f"{path}: không mở được bộ hồ sơ: {error.strerror}",
            f"{path}: cannot unpack: {error.strerror}",
        )
        raise UsageError(text) from error


def _manifest(path: Path, archive: GuardedZip) -> Manifest:
    """The manifest, when it names exactly what is there and every name is safe."""
    head = b""
    for piece in archive.chunks(MANIFEST) if MANIFEST in archive.names else ():
        head += piece
        if len(head) > _LARGEST_MANIFEST:
            break
    try:
        manifest = parse_manifest(head[:_LARGEST_MANIFEST])
    except (ValueError, RecursionError) as error:
        text = Text(
            f"{path}: không có {MANIFEST} của 'motcua pack' nên không phải bộ hồ sơ",
            f"{path}: there is no {MANIFEST} of 'motcua pack', so this is no bundle",
        )
        raise UsageError(text) from error
    named, there = {one.file for one in manifest.files}, set(archive.names) - {MANIFEST}
    faults = [
        *((name, _UNSAFE) for name in unsafe_names(archive.names)),
        *((name, _EXTRA) for name in sorted(there - named)),
        *((name, _MISSING) for name in sorted((named | {RESULT}) - there)),
    ]
    _refuse(path, faults)
    return manifest


def _unpack(path: Path, target: Path) -> None:
    with _guarded(path) as archive:
        manifest = _manifest(path, archive)
        faults = []
        for one in manifest.files:
            place = target / one.file
            place.parent.mkdir(parents=True, exist_ok=True)
            digest, size = hashlib.sha256(), 0
            with place.open("xb") as file:
                for piece in archive.chunks(one.file):
                    file.write(piece)
                    digest.update(piece)
                    size += len(piece)
            if (digest.hexdigest(), size) != (one.sha256, one.size):
                faults.append((one.file, _CHANGED))
        _refuse(path, faults)
        (target / RESULT).unlink()
        (target / DATA).mkdir(exist_ok=True)


_UNSAFE = Text("tên không an toàn hoặc trùng với tên khác", "a name that is unsafe or repeated")
_EXTRA = Text(f"không có trong {MANIFEST}", f"not named in {MANIFEST}")
_MISSING = Text(f"{MANIFEST} nêu mà không có", f"named in {MANIFEST} and not there")
_CHANGED = Text(
    f"không còn là tệp đã đóng gói (SHA-256 khác {MANIFEST})",
    f"not the file that was packed (SHA-256 differs from {MANIFEST})",
)


def _refuse(path: Path, faults: Sequence[tuple[str, Text]]) -> None:
    """Refuse a bundle for what is wrong with its files, if anything is."""
    if not faults:
        return
    shown = [(name if name.isprintable() else repr(name), why) for name, why in faults]
    vi = [f"  {name}: {why.vi}" for name, why in shown[:_MOST_NAMED]]
    en = [f"  {name}: {why.en}" for name, why in shown[:_MOST_NAMED]]
    if len(shown) > _MOST_NAMED:
        vi.append(f"  và {len(shown) - _MOST_NAMED} tệp nữa")
        en.append(f"  and {len(shown) - _MOST_NAMED} more")
    vi.insert(0, f"{path}: bộ hồ sơ không nguyên vẹn nên không có kết luận nào:")
    vi.append("Hãy lấy lại bộ hồ sơ từ đơn vị, hoặc sửa trong thư mục gốc rồi 'motcua pack' lại.")
    en.insert(0, f"{path}: the bundle is not whole, so no verdict is given:")
    en.append(
        "Get the bundle from the unit again, or change its folder and 'motcua pack' it again."
    )
    raise UsageError(Text("\n".join(vi), "\n".join(en)))
