"""Names that a bundle may hold: such as every file system takes, and none that leads elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from .manifest import DATA, MANIFEST, RESULT

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\\ud800-\udfff\ufffd]')
_DEVICE = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_PATH = 200, 400  # UTF-8 bytes; of a part, and of all


def unsafe_names(names: Iterable[str]) -> Iterator[str]:
    """The names that must not be: unsafe ones, and such as mean the same file as another.

    >>> list(unsafe_names(["data/a/x.csv", "data/A/X.csv", "data/../x", "data/con.csv"]))
    ['data/A/X.csv', 'data/../x', 'data/con.csv']
    """
    files: set[str] = set()
    folders: set[str] = set()
    for name in names:
        path = PurePosixPath(_key(name))
        above = {parent.as_posix() for parent in path.parents}
        if not _safe(name) or path.as_posix() in files | folders or above & files:
            yield name
            continue
        files.add(path.as_posix())
        folders |= above


def _key(name: str) -> str:
    """What file systems that know neither case nor forms of letters take for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _safe(name: str) -> bool:
    if name in (MANIFEST, RESULT):
        return True
    parts = name.split("/")
    return (
        name.startswith(DATA)
        and len(parts) > 2
        and not _FORBIDDEN.search(name)
        and len(name.encode()) <= _LONGEST_PATH
        and all(map(_safe_part, parts))
    )


def _safe_part(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and part == part.rstrip(". ")
        and not _DEVICE.match(part)
        and len(part.encode()) <= _LONGEST_NAME
    )
