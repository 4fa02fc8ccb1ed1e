"""The Word package (ECMA-376 part 2): the same tree gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

from .looks import styles_part
from .markup import R, Words, twips, w

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_HEADER, _STYLES = "rId1", "rId2"
TEXT_MM = 160.0
"""The width of the text: A4 with margins of 30 and 20 mm."""


def section() -> etree._Element:
    """A4 upright; margins of 20, 20, 30 and 20 mm; page numbers from the second page on.

    Decree 30/2020/NĐ-CP, Appendix I, part I, section I.
    """
    margins = {"top": 20, "right": 20, "bottom": 20, "left": 30, "header": 10, "footer": 10}
    shown = w("headerReference", type="default")
    shown.set(f"{{{R}}}id", _HEADER)
    return w(
        "sectPr",
        shown,
        w("pgSz", w=11906, h=16838),
        w("pgMar", **{side: twips(wide) for side, wide in margins.items()}, gutter=0),
        w("pgNumType", start=1),
        w("titlePg"),
    )


def new_pages() -> etree._Element:
    """The end of a section: what follows begins on a new page, counted from 1."""
    return w("p", w("pPr", w("pStyle", val="Gap"), section()))


def package(content: Iterable[etree._Element]) -> bytes:
    """The file of a document's paragraphs and tables."""
    body = w("body", *content, section())
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _written(w("document", body)),
        "word/_rels/document.xml.rels": _relations(
            {_HEADER: ("header", "header1.xml"), _STYLES: ("styles", "styles.xml")}
        ),
        "word/header1.xml": _written(w("hdr", _page_number())),
        "word/styles.xml": _written(styles_part()),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DATE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, part)
    return target.getvalue()


def _page_number() -> etree._Element:
    number = Words("PageNumber", "2").written()
    field = w("fldSimple", *number.findall("{*}r"), instr=" PAGE ")
    number.append(field)
    return number


def _written(tree: etree._Element) -> bytes:
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["w", "r"])
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types() -> bytes:
    kinds = {"document": "document.main", "header1": "header", "styles": "styles"}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    ).encode()


def _relations(targets: dict[str, tuple[str, str]]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
    ).encode()
