"""A Word file of which a changed copy is made: guarded when opened, written at once or not at all.

Entries keep their order and names, and those that are not changed their content (ECMA-376 part 2).
"""

from __future__ import annotations

import io
import os
import posixpath
import stat
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from ..documents.package import LIMITS, Package, content_of, old_format
from ..documents.reader import read_document
from ..documents.refusals import UnreadableDocument
from ..zipguard import RefusedArchive, open_guarded
from .parts import EditablePart
from .refusals import not_written

_NEVER_CHANGED = ("signed", "macro")
_SIGNATURES = "origin"  # the last word of the type of the relationship to them
_UTF_8 = (b'encoding="utf-8"', b"encoding='utf-8'")
_ID = "motcua"  # ids of others may be named in the main part, with no relationship to them
_OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip entry can be no older; parts of ours have no date
_TYPES = "[Content_Types].xml"
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_KINDS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


class Original:
    """A file that may be changed.

    Args:
        path: The file; it is only read.

    Raises:
        UnreadableDocument: It cannot be read; encrypted files are among these.
        NotWritten: It is of an old format, signed, or holds macros.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        content = content_of(path, self.name, LIMITS)
        if suffix := old_format(content):
            raise not_written(self.name, "legacy_word", suffix)
        self.document = read_document(path, self.name)
        codes = {notice.code for notice in self.document.notices}
        for code in _NEVER_CHANGED:
            if code in codes:
                raise not_written(self.name, code)
        self.package = Package(path, self.name, LIMITS)
        if any(item.kind == _SIGNATURES for item in self.package.relationships("").values()):
            raise not_written(self.name, "signed")
        self._content = content
        self._parts: dict[str, EditablePart] = {}
        self._new: dict[str, bytes] = {}
        self._ids: set[str] = set()

    @property
    def main(self) -> EditablePart:
        """The main part."""
        return self.part(self.package.main)

    @property
    def changed(self) -> bool:
        """Whether a copy would differ."""
        return bool(self._new) or any(part.changed for part in self._parts.values())

    def part(self, name: str) -> EditablePart:
        """A part to be changed.

        Raises:
            UnreadableDocument: It is absent or damaged.
            NotWritten: It is not in UTF-8.
        """
        if name not in self._parts:
            root = self.package.xml(name)
            with open_guarded(self._content, self.name, LIMITS.container) as archive:
                raw = archive.read(name)
            head = raw[:200].lower()
            if b"encoding" in head and not any(said in head for said in _UTF_8):
                raise not_written(self.name, "encoding", name)
            if b"\x00" in raw[:4]:
                raise not_written(self.name, "encoding", name)
            self._parts[name] = EditablePart(raw, root)
        return self._parts[name]

    def add_part(self, stem: str, kind: str, content: bytes) -> str:
        """A new part beside the main one, related to it.

        Args:
            stem: Its name without ending; a number is added where it is taken.
            kind: The last word of the relationship's type; the content type is made of it.
            content: Its bytes.

        Returns:
            The id of the relationship.
        """
        folder = posixpath.dirname(self.package.main)
        taken = {part.casefold() for part in (*self.package.parts, *self._new)}
        numbers = ("", *map(str, range(1, len(taken) + 2)))
        names = (posixpath.join(folder, f"{stem}{number}.xml") for number in numbers)
        name = next(name for name in names if name.casefold() not in taken)
        self._new[name] = content
        types = self.part(_TYPES)
        said = {
            "PartName": f"/{name}",
            "ContentType": "application/vnd.openxmlformats-officedocument."
            f"wordprocessingml.{kind}+xml",
        }
        types.add([types.inside(types.root, types.like_root("Override", said))])
        return self._relate(posixpath.basename(name), kind)

    def _relate(self, target: str, kind: str) -> str:
        folder, base = posixpath.split(self.package.main)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        full = f"{_KINDS[self.main.strict]}/{kind}"
        if name not in self.package.parts and name not in self._parts:
            self._parts[name] = EditablePart(_NO_RELATIONS, etree.fromstring(_NO_RELATIONS))
        related = self.part(name)
        taken = self._ids | {item.get("Id", "").casefold() for item in related.root}
        number = next(n for n in range(1, len(taken) + 2) if f"{_ID}{n}" not in taken)
        self._ids.add(f"{_ID}{number}")
        said = {"Id": f"{_ID}{number}", "Type": full, "Target": target}
        related.add([related.inside(related.root, related.like_root("Relationship", said))])
        return f"{_ID}{number}"

    def write(self, target: Path, check: Callable[[Path], bool]) -> None:
        """Write the changed copy; it appears whole or not at all.

        Args:
            target: Where to; what stands there is replaced.
            check: Whether the copy, read from a file, is as intended.

        Raises:
            NotWritten: The target is the original, cannot be written, or the check fails.
            UnreadableDocument: A part that is only copied is damaged.
        """
        if target.exists() and target.samefile(self.path):
            raise not_written(self.name, "same_file")
        try:
            handle, temporary = tempfile.mkstemp(".docx", ".motcua-", target.parent)
        except OSError as error:
            raise not_written(self.name, "unwritable", error.strerror or "") from error
        beside = Path(temporary)
        try:
            with os.fdopen(handle, "wb") as stream:
                self._pack(stream)
            if not check(beside):
                raise not_written(self.name, "not_the_same")
            beside.chmod(stat.S_IMODE(self.path.stat().st_mode) | stat.S_IWUSR)
            beside.replace(target)
        except RefusedArchive as error:  # a part that nobody has read so far is damaged
            raise UnreadableDocument(error.notice) from error
        except OSError as error:
            raise not_written(self.name, "unwritable", error.strerror or "") from error
        finally:
            beside.unlink(missing_ok=True)

    def _pack(self, stream: io.BufferedWriter) -> None:
        changed = {name: part.content() for name, part in self._parts.items() if part.changed}
        with (
            open_guarded(self._content, self.name, LIMITS.container) as guarded,
            zipfile.ZipFile(io.BytesIO(self._content)) as archive,
            zipfile.ZipFile(stream, "w") as copy,
        ):
            for info in archive.infolist():
                with copy.open(_entry_like(info), "w") as out:
                    if info.filename in changed:
                        out.write(changed.pop(info.filename))
                    else:
                        for piece in () if info.is_dir() else guarded.chunks(info.filename):
                            out.write(piece)
            for name, added in {**changed, **self._new}.items():
                entry = zipfile.ZipInfo(name, _OLDEST)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                copy.writestr(entry, added)


def _entry_like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry of one name, date and attributes; Word knows no packing but these two."""
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    stored = info.compress_type == zipfile.ZIP_STORED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.external_attr, entry.create_system = info.external_attr, info.create_system
    return entry
