"""What a person must know about a file that was read: macros, signatures, revisions, old fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from ..places import Notice
from ..words import Text
from .cautions import caution
from .encodings import old_fonts
from .layout import Walk
from .measures import on
from .model import Paragraph
from .names import W
from .package import Package

_EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
# Revisions of text, of paragraph marks, of formatting and of tables (ECMA-376 part 1, 17.13.5).
_REVISIONS = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
        *("tblPrChange", "trPrChange", "tcPrChange", "tblGridChange"),
    )
)
_CHUNK = f"{W}altChunk"
# An element that points into a side part, and the kind of the relationship to that part.
_REFERENCES = {
    f"{W}commentReference": "comments",
    f"{W}footnoteReference": "footnotes",
    f"{W}endnoteReference": "endnotes",
}
_SEEN = (_CHUNK, *_REFERENCES, *_REVISIONS)
_EMBEDDED = frozenset({"oleObject", "package", "control"})
_OUTSIDE: Mapping[str, Text] = {
    "attachedTemplate": Text(vi="tệp mẫu", en="template"),
    "image": Text(vi="ảnh", en="pictures"),
    "oleObject": Text(vi="đối tượng OLE", en="OLE objects"),
    "subDocument": Text(vi="văn bản con", en="subdocuments"),
    "frame": Text(vi="khung", en="frames"),
    "aFChunk": Text(vi="nội dung altChunk", en="altChunk content"),
    "mailMergeSource": Text(vi="nguồn trộn thư", en="mail merge source"),
    "video": Text(vi="video", en="video"),
}
_MARKS = re.compile("[\u0300-\u0323]")


def trust_notices(
    package: Package, root: etree._Element, walk: Walk, paragraphs: Sequence[Paragraph]
) -> tuple[Notice, ...]:
    """The notices about one file that was read, in a fixed order."""
    name = package.name
    found = (
        *(caution(name, code) for code in _of_package(package)),
        *(caution(name, code) for code in _of_content(package, root)),
        *_of_links(package),
        *_of_text(name, walk, paragraphs),
    )
    if not package.damaged:
        return found
    parts = ", ".join(package.damaged)
    return (*found, caution(name, "damaged_part", Text(vi=parts, en=parts)))


def _of_package(package: Package) -> Iterator[str]:
    if not package.name.casefold().endswith(_EXTENSIONS):
        yield "wrong_extension"
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in package.content_types):
        yield "macro"
    if any(part.startswith("_xmlsignatures/") for part in package.parts):
        yield "signed"


def _of_content(package: Package, root: etree._Element) -> Iterator[str]:
    met = {element.tag for element in root.iter(*_SEEN)}
    related = package.relationships(package.main).values()
    for reference, kind in _REFERENCES.items():
        target = next((item.target for item in related if item.kind == kind), None)
        if reference in met and target is not None:
            package.side_xml(target)
    if _CHUNK in met:
        yield "alt_chunk"
    if met & _REVISIONS:
        yield "tracked_changes"
    if f"{W}commentReference" in met:
        yield "comments"
    if _is_protected(package):
        yield "protected"
    if any(item.kind in _EMBEDDED for item in related):
        yield "embedded_object"


def _is_protected(package: Package) -> bool:
    """Whether editing is restricted, or a password is asked for before the file is changed."""
    settings = _settings(package)
    root = package.side_xml(settings) if settings else None
    if root is None:
        return False
    protection = root.find(f"{W}documentProtection")
    if protection is not None and protection.get(f"{W}edit", "none") != "none":
        return on(protection.get(f"{W}enforcement", "0"))
    return root.find(f"{W}writeProtection") is not None


def _settings(package: Package) -> str | None:
    related = package.relationships(package.main).values()
    return next((item.target for item in related if item.kind == "settings"), None)


def _of_links(package: Package) -> Iterator[Notice]:
    kinds = package.outside(package.main) | package.outside(_settings(package) or package.main)
    named = [words for kind, words in _OUTSIDE.items() if kind in kinds]
    if named:
        detail = Text(", ".join(text.vi for text in named), ", ".join(text.en for text in named))
        yield caution(package.name, "external_link", detail)


def _of_text(name: str, walk: Walk, paragraphs: Sequence[Paragraph]) -> Iterator[Notice]:
    if walk.open_fields:
        yield caution(name, "open_field")
    if fonts := ", ".join(old_fonts(paragraphs)):
        yield caution(name, "legacy_encoding", Text(vi=fonts, en=fonts))
    texts = ["".join(run.text for run in item.runs) for item in paragraphs]
    if _MARKS.search("\n".join(texts)):
        apart = sum(_MARKS.search(text) is not None for text in texts)
        yield caution(name, "mixed_unicode", Text(vi=f"{apart} đoạn", en=f"{apart} paragraphs"))
