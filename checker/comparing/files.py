"""Files whose bytes differ between two results, named one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..saved import SavedFile
from .model import FileChange


def changed_files(before: Iterable[SavedFile], after: Iterable[SavedFile]) -> list[FileChange]:
    """Files that are new, gone or of other bytes, by name."""
    old, new = digests(before), digests(after)
    return [
        FileChange(file, old.get(file, ""), new.get(file, ""))
        for file in sorted({*old, *new})
        if old.get(file) != new.get(file)
    ]


def digests(files: Iterable[SavedFile]) -> Mapping[str, str]:
    """File -> SHA-256; a file has an account for each of its tables."""
    found: dict[str, str] = {}
    for one in files:
        found[one.file] = found.get(one.file) or one.sha256
    return found
