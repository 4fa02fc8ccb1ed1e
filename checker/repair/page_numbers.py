"""The page number put right: centred in the header, 13 to 14 points, upright, not on page 1.

Decree 30/2020/NĐ-CP, Appendix I, part I, section II.7. Only what shows nothing else is touched: a
header that holds other words is left, and so is a first page that would lose something.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ..documents.model import PageNumber, Section
from ..documents.names import R, W
from ..documents.reader import read_document
from ..documents.traced import TracedParagraph
from ..editing.original import Original
from ..editing.parts import EditablePart
from .headers import Headers, is_alone, is_placed, reference_of
from .model import Change, Left, ParagraphPlace, Place, Property, SectionPlace
from .pages import PageSetup
from .reasons import left
from .schema import set_children, set_properties

_NAME: Property = "page_number"
_LEAST, _GREATEST = 13.0, 14.0  # points
_SIZE = "28"  # half points
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


class PageNumbers:
    """The page numbers of a file, as they are and as they will be."""

    def __init__(self, original: Original, pages: list[PageSetup]) -> None:
        self._original = original
        self._headers = Headers(original)
        self._pages = pages
        self._without: list[PageSetup] = []
        self._amiss: dict[str, TracedParagraph] = {}
        self._on_first: list[PageSetup] = []
        self._touched: set[int] = set()

    def repair(self, place: Place) -> Iterator[Change | Left]:
        """Decide for one section, or for all that have a header of their own."""
        if isinstance(place, ParagraphPlace):
            yield left(place, _NAME, "no_such_place")
            return
        pages = [p for p in self._pages if not isinstance(place, SectionPlace) or p.place == place]
        if not pages:
            yield left(place, _NAME, "no_such_place")
        for page in pages:
            if page.place.number not in self._touched and not self._is_right(page):
                yield self._decide(page)

    def put_down(self) -> None:
        """Turn the decisions into changes of bytes."""
        main = self._original.main
        if self._without:
            content = main.new_root("hdr", _new_paragraph(main))
            number = self._original.add_part("header", "header", content)
            for page in self._without:
                self._refer(page.element, number)
        for page in self._on_first:
            main.add(set_children(main, page.element, {"titlePg": main.tag("titlePg")}))
        for name, paragraph in self._amiss.items():
            _straighten(self._original.part(name), paragraph)

    def are_right(self, copy: Path) -> bool:
        """Whether a copy has the page numbers that were decided on, and the same headers else."""
        before = self._original.document.sections
        after = read_document(copy, self._original.name).sections
        if not self._touched:
            return [item.headers for item in after] == [item.headers for item in before]
        return all(_fault(after[n - 1], is_first=n == 1) == "" for n in self._touched)

    def _is_right(self, page: PageSetup) -> bool:
        """A section that takes its header from the one before is as right as that one."""
        number = page.place.number
        inherits = number > 1 and reference_of(page.element, "default") is None
        return inherits or _fault(page.section, is_first=number == 1) == ""

    def _decide(self, page: PageSetup) -> Change | Left:
        place, section = page.place, page.section
        is_first = place.number == 1
        fault = _fault(section, is_first=is_first)
        if any(text.numbers for text in section.footers):
            return left(place, _NAME, "number_in_footer")
        if any(text.pages == "even" for text in section.headers):
            return left(place, _NAME, "number_placed_otherwise")
        name = self._headers.part_of(reference_of(page.element, "default"))
        paragraph = self._headers.numbered(name) if name and fault != "absent" else None
        code = self._obstacle(page, fault, name, paragraph)
        if code:
            return left(place, _NAME, code)
        if fault == "absent":
            self._without.append(page)
        elif fault == "looks" and name and paragraph:
            self._amiss[name] = paragraph
        if is_first and not section.first_page_differs:
            self._on_first.append(page)
        self._touched.add(place.number)
        return Change(place, _NAME, False, True)

    def _obstacle(
        self, page: PageSetup, fault: str, name: str, paragraph: TracedParagraph | None
    ) -> str:
        section = page.section
        if fault == "absent" and name and not self._headers.is_empty(name):
            return "header_in_use"
        if fault != "absent" and (paragraph is None or not is_alone(paragraph)):
            return "number_placed_otherwise"
        number = next(_numbers(section), None)
        if fault == "looks" and number and number.align != "center" and is_placed(paragraph):
            return "number_placed_otherwise"
        return "" if page.place.number > 1 else self._first_page_obstacle(page, name, fault)

    def _first_page_obstacle(self, page: PageSetup, name: str, fault: str) -> str:
        """What the first page would lose, or show anew, if it had a header of its own."""
        section = page.section
        if section.first_page_differs:
            return "first_page_in_use" if section.number_on_first_page else ""
        hidden = (
            self._headers.part_of(item)
            for item in page.element.iterchildren(*_REFERENCES)
            if item.get(f"{W}type") == "first" or item.tag == f"{W}footerReference"
        )
        shown = any(part and not self._headers.is_empty(part) for part in hidden)
        lines = 1 if fault == "absent" or not name else len(self._headers.shown(name))
        return "first_page_in_use" if shown or lines > 1 else ""

    def _refer(self, section: etree._Element, number: str) -> None:
        main = self._original.main
        prefix, bound = main.prefix(R, "r")
        old = reference_of(section, "default")
        if old is not None:
            main.add([main.instead(old, main.said_otherwise(old, R, {"id": number}))])
            return
        new = main.tag("headerReference", {"type": "default"})
        new = new.removesuffix(b"/>") + f'{bound} {prefix}:id="{number}"/>'.encode()
        main.add([main.inside(section, new, at_end=False)])


def _fault(section: Section, is_first: bool) -> str:
    """What is wrong with a section's page number: ``absent``, ``looks``, ``first_page``."""
    if any(text.numbers for text in section.footers):
        return "footer"
    numbers = list(_numbers(section))
    if not numbers:
        return "absent"
    if not all(map(_looks_right, numbers)):
        return "looks"
    return "first_page" if is_first and section.number_on_first_page else ""


def _numbers(section: Section) -> Iterator[PageNumber]:
    return (n for text in section.headers if text.pages != "first" for n in text.numbers)


def _looks_right(number: PageNumber) -> bool:
    size = number.size_pt is not None and _LEAST <= number.size_pt <= _GREATEST
    return number.align == "center" and size and not number.italic


def _straighten(part: EditablePart, paragraph: TracedParagraph) -> None:
    """Centre a header's paragraph, and make its runs upright and large enough."""
    if not is_placed(paragraph):
        centred = {"jc": part.tag("jc", {"val": "center"})}
        part.add(set_properties(part, paragraph.element, "pPr", centred))
    look = _look(part)
    for run in paragraph.element.iter(f"{W}r"):
        part.add(set_properties(part, run, "rPr", look))


def _look(part: EditablePart) -> dict[str, bytes]:
    upright = {name: part.tag(name, {"val": "0"}) for name in ("i", "iCs")}
    return upright | {name: part.tag(name, {"val": _SIZE}) for name in ("sz", "szCs")}


def _new_paragraph(part: EditablePart) -> bytes:
    look = part.tag("rFonts", {"ascii": "Times New Roman", "hAnsi": "Times New Roman"})
    look = part.tag("rPr", of=look + b"".join(_look(part).values()))
    field = (
        part.tag("fldChar", {"fldCharType": "begin"}),
        part.tag("instrText", of=b"PAGE"),
        part.tag("fldChar", {"fldCharType": "separate"}),
        part.text("2"),
        part.tag("fldChar", {"fldCharType": "end"}),
    )
    spacing = part.tag("spacing", {"before": "0", "after": "0"})
    indent = part.tag("ind", {"left": "0", "right": "0", "firstLine": "0"})
    properties = part.tag("pPr", of=spacing + indent + part.tag("jc", {"val": "center"}))
    return part.tag("p", of=properties + b"".join(part.tag("r", of=look + f) for f in field))
