"""Edits of the page: its size and margins, and where and how the page number stands."""

from __future__ import annotations

from lxml import etree

from .looks import twips
from .nothing import some
from .paper import RELATION_IDS, Paper, W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _sections(paper: Paper) -> list[etree._Element]:
    return list(paper.document.iter(f"{W}sectPr"))


def _parts(paper: Paper, name: str) -> list[etree._Element]:
    return some([x for s in _sections(paper) for x in s.findall(f"{W}{name}")], name)


def margin(paper: Paper, side: str, millimetres: float) -> None:
    """A margin of every section."""
    for found in _parts(paper, "pgMar"):
        found.set(f"{W}{side}", str(twips(millimetres)))


def page_size(paper: Paper, _: str, sides: tuple[float, float]) -> None:
    """Width and height of the paper in millimetres."""
    for found in _parts(paper, "pgSz"):
        for name, side in zip("wh", sides, strict=True):
            found.set(f"{W}{name}", str(twips(side)))


def landscape(paper: Paper, _: str, __: object) -> None:
    """The paper turned."""
    for found in _parts(paper, "pgSz"):
        wide, high = found.get(f"{W}w", ""), found.get(f"{W}h", "")
        found.set(f"{W}w", high)
        found.set(f"{W}h", wide)
        found.set(f"{W}orient", "landscape")


def number_in_footer(paper: Paper, _: str, __: object) -> None:
    """The page number at the foot of the page."""
    header = paper.parts["header1"]
    footer = etree.Element(f"{W}ftr")
    footer.extend(list(header))
    paper.parts["footer2"] = footer
    empty = etree.SubElement(header, f"{W}p")
    empty.append(etree.Element(f"{W}pPr"))
    for section in _sections(paper):
        reference = etree.Element(f"{W}footerReference")
        reference.set(f"{W}type", "default")
        reference.set(f"{_R}id", RELATION_IDS["footer2"])
        section.insert(0, reference)


def number_off(paper: Paper, _: str, __: object) -> None:
    """No page number."""
    for run in some([*paper.parts["header1"].iter(f"{W}r", f"{W}fldSimple")], "number"):
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def number_on_first(paper: Paper, _: str, __: object) -> None:
    """The page number on the first page too."""
    for found in _parts(paper, "titlePg"):
        found.getparent().remove(found)  # type: ignore[union-attr]  # found below a section


def number_format(paper: Paper, _: str, value: str) -> None:
    """Other signs than Arabic digits (17.18.59)."""
    for found in _parts(paper, "pgNumType"):
        found.set(f"{W}fmt", value)


def number_start(paper: Paper, _: str, value: int) -> None:
    """The first page's number."""
    for found in _parts(paper, "pgNumType"):
        found.set(f"{W}start", str(value))


def number_continues(paper: Paper, _: str, __: object) -> None:
    """Annexes counted on from the document before them."""
    for found in some(_parts(paper, "pgNumType")[1:], "annex"):
        found.attrib.pop(f"{W}start", "")


EDITS = (
    *(margin, page_size, landscape, number_in_footer, number_off, number_on_first),
    *(number_format, number_start, number_continues),
)
