"""The file as a package of parts (ECMA-376 part 2), hostile until read.

The container is opened by the guard that all zip files pass; here parts are bounded, parsed without
DTD or entities, and found by relationships. Nothing outside the package is ever opened.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from ..zipguard import GuardedZip, RefusedArchive, ZipLimits, open_guarded
from .names import REL, TYPES, transitional
from .refusals import UnreadableDocument, refuse

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_97 = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file: the container's; bytes, marks and nesting of elements of one XML part.

    Marks are the tags and attributes: what they become in memory is many times their bytes. The
    largest real part that is known has a million.
    """

    container: ZipLimits = field(default_factory=lambda: ZipLimits(file_bytes=100 << 20))
    part_bytes: int = 32 << 20
    marks: int = 1_200_000
    depth: int = 120


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship; ``kind`` is the last word of its type.

    ``target`` is a part inside the package; of what lies outside it is empty and never opened.
    """

    kind: str
    target: str
    external: bool = False


class _Related(NamedTuple):
    """The relationships of a part by id, and the kinds of those to what lies outside."""

    inside: Mapping[str, Relationship]
    outside: frozenset[str]


class Package:
    """An opened Word package.

    Args:
        path: The file.
        name: The name to put into notices.
        limits: What is read at most.

    Raises:
        UnreadableDocument: Not a package that may be read; the notice says why.
    """

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        content = content_of(path, name, limits)
        self.sha256 = hashlib.sha256(content).hexdigest()
        self._zip = _open(content, name, limits)
        self.parts = frozenset(self._zip.names)
        self.damaged: list[str] = []
        self._side: dict[str, etree._Element | None] = {}
        self._related: dict[str, _Related] = {}
        self.content_types = self._read_content_types()
        self.main = self._find_main()

    def xml(self, part: str) -> etree._Element:
        """The root of an XML part, Strict namespaces in transitional form.

        Raises:
            UnreadableDocument: Absent, damaged, too large, or with a DTD.
        """
        return self.parse(self.content(part), part)

    def content(self, part: str) -> bytes:
        """The bytes of an XML part, Strict namespaces in transitional form.

        Raises:
            UnreadableDocument: Absent, damaged, too large, or with a DTD.
        """
        data = self._inflate(part)
        if has_markup_declaration(data) and b"<!DOCTYPE" in data:
            raise refuse(self.name, "dtd", part)
        if len(data) > self._limits.marks < data.count(b"<") + data.count(b"="):
            raise refuse(self.name, "too_large", part)
        return transitional(data)

    def parse(self, data: bytes, part: str) -> etree._Element:
        """The root of the bytes of a part.

        Raises:
            UnreadableDocument: Damaged, or with a DTD.
        """
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            code = "too_deep" if "depth" in str(error).lower() else "damaged"
            raise refuse(self.name, code, f"{part}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise refuse(self.name, "dtd", part)
        return root

    def side_xml(self, part: str) -> etree._Element | None:
        """The root of a part without which the document is still what it is, if it can be read.

        A part that is absent or damaged is kept in ``damaged``, for a notice.
        """
        if part not in self._side:
            try:
                self._side[part] = self.xml(part)
            except UnreadableDocument:
                self._side[part] = None
                self.damaged.append(part)
        return self._side[part]

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """The relationships of a part to others in the package by id; ``""``: of the package."""
        return self._relationships(part).inside

    def outside(self, part: str) -> frozenset[str]:
        """The kinds of the relationships of a part to what lies outside the package."""
        return self._relationships(part).outside

    def _relationships(self, part: str) -> _Related:
        if part not in self._related:
            folder, base = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{base}.rels")
            items = self.xml(rels).iterchildren(f"{REL}Relationship") if rels in self.parts else ()
            found = {item.get("Id", ""): _relationship(item, folder) for item in items}
            inside = {key: item for key, item in found.items() if not item.external}
            outside = frozenset(item.kind for item in found.values() if item.external)
            self._related[part] = _Related(inside, outside)
        return self._related[part]

    def _find_main(self) -> str:
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument":
                if relationship.target in self.parts:
                    return relationship.target
                raise refuse(self.name, "damaged", relationship.target)
        raise refuse(self.name, "not_word")

    def _read_content_types(self) -> frozenset[str]:
        if "[Content_Types].xml" not in self.parts:
            raise refuse(self.name, "not_word")
        types = self.xml("[Content_Types].xml").iterchildren(f"{TYPES}Override", f"{TYPES}Default")
        return frozenset(item.get("ContentType", "") for item in types)

    def _inflate(self, part: str) -> bytes:
        pieces: list[bytes] = []
        size = 0
        try:
            for piece in self._zip.chunks(part):
                size += len(piece)
                if size > self._limits.part_bytes:
                    raise refuse(self.name, "too_large", part)
                pieces.append(piece)
        except KeyError:
            raise refuse(self.name, "damaged", part) from None
        except RefusedArchive as error:
            raise UnreadableDocument(error.notice) from error
        return b"".join(pieces)


def has_markup_declaration(data: bytes) -> bool:
    """Whether ``<!`` stands in XML: a DTD, a comment, CDATA.

    ``<`` stands everywhere, ``!`` hardly ever: looked for by itself it is found 20 times faster.
    """
    at = data.find(b"!")
    while at > 0 and data[at - 1] != ord("<"):
        at = data.find(b"!", at + 1)
    return at > 0


def content_of(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of a file, and one more than the limit where it is larger.

    Raises:
        UnreadableDocument: It cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size  # memory is asked for what is read, no more
            return stream.read(min(size, limits.container.file_bytes) + 1)
    except OSError as error:
        raise refuse(name, "missing", error.strerror or "") from error


def old_format(content: bytes) -> str | None:
    """``.doc`` or ``.rtf`` where the content is of one of Word's older formats."""
    if content.startswith(b"{\\rtf"):
        return ".rtf"
    ole = content.startswith(_OLE) and _ENCRYPTED not in content and _WORD_97 in content
    return ".doc" if ole else None


def _open(content: bytes, name: str, limits: Limits) -> GuardedZip:
    """The container; a file of Word's older formats is told apart from what is no Word file."""
    if old_format(content):
        raise refuse(name, "legacy_word")
    try:
        return open_guarded(content, name, limits.container)
    except RefusedArchive as error:
        raise UnreadableDocument(error.notice) from error


def _relationship(item: etree._Element, folder: str) -> Relationship:
    kind = item.get("Type", "").rsplit("/", 1)[-1]
    if item.get("TargetMode") == "External":
        return Relationship(kind, "", external=True)
    return Relationship(kind, _target(folder, item.get("Target", "")))


def _target(folder: str, target: str) -> str:
    """A target as a part name; one that climbs out of the package matches no part."""
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")
