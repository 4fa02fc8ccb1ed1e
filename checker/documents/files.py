"""A Word file of any format: .docx is read as it is, .doc and .rtf after LibreOffice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .cautions import caution
from .formatting import Resolver
from .libreoffice import converted
from .model import Document
from .package import LIMITS, Limits, content_of, old_format
from .reader import read_document
from .refusals import refuse

_SUFFIXES = {".doc": (".doc", ".dot"), ".rtf": (".rtf", ".doc")}  # Word names .rtf files .doc too
_FIB = b"\xec\xa5"
_SECTOR = 512
_FLAGS, _ENCRYPTED = 11, 0x01


def open_document(
    path: Path, name: str, limits: Limits = LIMITS, resolver: type[Resolver] = Resolver
) -> Document:
    """Everything that is seen in a Word file of any format.

    What LibreOffice converted keeps the name and digest of the original and says so in a notice.

    Args:
        path: The file.
        name: The name to put into the document and its notices.
        limits: What is read at most.
        resolver: What answers formatting, as for ``read_document``.

    Raises:
        UnreadableDocument: The file cannot be read; it carries one notice that says why.
    """
    content = content_of(path, name, limits)
    suffix = old_format(content)
    if suffix is None:
        return read_document(path, name, limits, resolver)
    if len(content) > limits.container.file_bytes:
        raise refuse(name, "too_large")
    if suffix == ".doc" and _asks_password(content):
        raise refuse(name, "encrypted")
    with converted(content, suffix, name) as docx:
        document = read_document(docx, name, limits, resolver)
    own = (notice for notice in document.notices if notice.code != "wrong_extension")
    about = (caution(name, code) for code in _about_original(name, suffix))
    return replace(document, sha256=hashlib.sha256(content).hexdigest(), notices=(*about, *own))


def _about_original(name: str, suffix: str) -> Iterator[str]:
    if not name.casefold().endswith(_SUFFIXES[suffix]):
        yield "wrong_extension"
    yield "converted"


def _asks_password(content: bytes) -> bool:
    """Whether a .doc is encrypted: a flag in the file information block ([MS-DOC] 2.5.2).

    The block begins the stream WordDocument, and a stream begins a sector of 512 bytes.
    """
    return any(
        content[at + _FLAGS : at + _FLAGS + 1] and content[at + _FLAGS] & _ENCRYPTED
        for at in range(_SECTOR, len(content), _SECTOR)
        if content.startswith(_FIB, at)
    )
