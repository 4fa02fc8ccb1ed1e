"""A Word package whose every paragraph and run still knows its role, and the file without them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..samples.archive import zip_bytes
from ..samples.drawing import NAMESPACES as WORD_NAMESPACES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAFT = "urn:motcua:draft"
ROLE = f"{{{_DRAFT}}}role"
"""The attribute that names a paragraph's or run's role; it is never written to a file."""
NAMESPACES = f'{WORD_NAMESPACES} xmlns:d="{_DRAFT}"'
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "styles": "styles",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
RELATION_IDS = {name: f"rId{number}" for number, name in enumerate(_KINDS, 1)}


@dataclass(frozen=True, slots=True)
class Paper:
    """The parts of a document by name: ``document``, ``styles``, ``header1`` …, as trees."""

    parts: dict[str, etree._Element]

    @classmethod
    def parse(cls, parts: dict[str, str]) -> Paper:
        """From the XML of each part."""
        return cls({name: etree.fromstring(xml.encode()) for name, xml in parts.items()})

    def copy(self) -> Paper:
        """One that can be changed without changing this one."""
        return Paper({name: copy.deepcopy(tree) for name, tree in self.parts.items()})

    @property
    def document(self) -> etree._Element:
        """The main part's root."""
        return self.parts["document"]

    def paragraphs(self, role: str) -> list[etree._Element]:
        """The paragraphs that hold something of a role, in every part."""
        return [p for p in self._all(f"{W}p") if p.get(ROLE) == role or _runs_of(p, role)]

    def runs(self, role: str) -> list[etree._Element]:
        """The runs of a role, leads and drawings left out."""
        return [run for run in self._all(f"{W}r") if run.get(ROLE) == role]

    def _all(self, tag: str) -> Iterator[etree._Element]:
        for tree in self.parts.values():
            yield from tree.iter(tag)

    def to_bytes(self) -> bytes:
        """The Word file, without the roles; shapes are numbered in their order."""
        names = [name for name in _KINDS if name in self.parts]
        members = [
            ("[Content_Types].xml", _content_types(names)),
            ("_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")})),
            ("word/document.xml", _clean(self.document)),
            (
                "word/_rels/document.xml.rels",
                _relations({RELATION_IDS[n]: (_KINDS[n], f"{n}.xml") for n in names}),
            ),
        ]
        members += [(f"word/{name}.xml", _clean(self.parts[name])) for name in names]
        return zip_bytes(members)


def _runs_of(paragraph: etree._Element, role: str) -> bool:
    return any(run.get(ROLE) == role for run in paragraph.iter(f"{W}r"))


def _clean(tree: etree._Element) -> bytes:
    root = copy.deepcopy(tree)
    for element in root.iter("*"):
        element.attrib.pop(ROLE, "")
    for number, shape in enumerate(root.iter(_DOC_PR), 1):
        shape.set("id", str(number))
    prefixes = [prefix for prefix in root.nsmap if prefix and prefix != "d"]
    etree.cleanup_namespaces(root, keep_ns_prefixes=prefixes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(names: list[str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{_KINDS[name]}+xml"/>'
        for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f"{overrides}</Types>"
    ).encode()


def _relations(targets: dict[str, tuple[str, str]]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
    ).encode()
