"""The edits that turn a faultless document into one with one fault.

An edit takes a paper, the role that it is about, and its value. It raises ``NothingEditedError``
where there is nothing to edit, so that no mutant is its sample by mistake.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from . import page_edits, rule_edits
from .dress import style_id
from .looks import twips
from .marking import drop_paragraph_property, set_paragraph, set_run
from .nothing import NothingEditedError, some
from .paper import ROLE, Paper, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
Edit = Callable[[Paper, str, Any], None]
_GROUPS = {
    "content": ("body", "article", "clause", "point"),
    "head": ("national_name", "motto", "issuing_agency", "number_symbol", "place_date"),
}
"""Roles that are edited together."""


def roles(role: str) -> tuple[str, ...]:
    """The roles that a name stands for; a group takes the leads with it."""
    group = _GROUPS.get(role)
    return tuple(x for r in group for x in (r, f"{r}_lead")) if group else (role,)


def _runs(paper: Paper, role: str) -> list[etree._Element]:
    return some([run for name in roles(role) for run in paper.runs(name)], role)


def _paragraphs(paper: Paper, role: str) -> list[etree._Element]:
    return some([p for name in roles(role) for p in paper.paragraphs(name)], role)


def size(paper: Paper, role: str, points: float) -> None:
    """The size of the letters."""
    for run in _runs(paper, role):
        set_run(run, "sz", val=str(round(points * 2)))
        set_run(run, "szCs", val=str(round(points * 2)))


def bold(paper: Paper, role: str, on: bool) -> None:
    """Bold or not."""
    for run in _runs(paper, role):
        set_run(run, "b", val=str(int(on)))


def italic(paper: Paper, role: str, on: bool) -> None:
    """Italic or upright."""
    for run in _runs(paper, role):
        set_run(run, "i", val=str(int(on)))


def font(paper: Paper, role: str, name: str) -> None:
    """Another font."""
    for run in _runs(paper, role):
        set_run(run, "rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def colour(paper: Paper, role: str, value: str) -> None:
    """Another colour, as RRGGBB."""
    for run in _runs(paper, role):
        set_run(run, "color", val=value)


def style_size(paper: Paper, role: str, points: float) -> None:
    """The size that the role's style states."""
    set_run(_style(paper, role), "sz", val=str(round(points * 2)))


def style_italic(paper: Paper, role: str, on: bool) -> None:
    """Italic or upright by the role's style."""
    set_run(_style(paper, role), "i", val=str(int(on)))


def style_align(paper: Paper, role: str, value: str) -> None:
    """The alignment that the role's style states."""
    set_paragraph(_style(paper, role), "jc", val=value)


def _style(paper: Paper, role: str) -> etree._Element:
    styles = paper.parts["styles"].iter(f"{W}style")
    return some([s for s in styles if s.get(f"{W}styleId") == style_id(role)], role)[0]


def case(paper: Paper, role: str, way: str) -> None:
    """``upper``, ``lower``, ``sentence`` or ``title`` letters."""
    ways: Mapping[str, Callable[[str], str]] = {
        "upper": str.upper,
        "lower": str.lower,
        "sentence": str.capitalize,
        "title": str.title,
    }
    for text in _texts(paper, role):
        text.text = ways[way](text.text or "")


def replace(paper: Paper, role: str, words: tuple[str, str]) -> None:
    r"""Words for other words, where they first stand; a ``\n`` in the new ones breaks the line."""
    old, new = words
    for text in _first(some([t for t in _texts(paper, role) if old in (t.text or "")], old)):
        first, *following = (text.text or "").replace(old, new, 1).split("\n")
        text.text = first
        for line in reversed(following):
            later = copy.copy(text)
            later.text = line
            text.addnext(later)
            text.addnext(etree.Element(f"{W}br"))


def _first(texts: list[etree._Element]) -> list[etree._Element]:
    """The first text; of a text box, which is written twice, both ways to write it."""
    box = next(texts[0].iterancestors(f"{MC}AlternateContent"), None)
    return [t for t in texts if box is not None and box in t.iterancestors()] or texts[:1]


def _texts(paper: Paper, role: str) -> list[etree._Element]:
    return [text for run in _runs(paper, role) for text in run.iter(f"{W}t")]


def part(paper: Paper, role: str, value: tuple[str, str, Any]) -> None:
    """An edit of some words only: the words, the edit's name, and its value."""
    words, edit, inner = value
    text = some([t for t in _texts(paper, role) if words in (t.text or "")], words)[0]
    run = next(text.iterancestors(f"{W}r"))
    first, _, last = (text.text or "").partition(words)
    middle, end = copy.deepcopy(run), copy.deepcopy(run)
    for piece, shown in ((run, first), (middle, words), (end, last)):
        next(piece.iter(f"{W}t")).text = shown
    run.addnext(end)
    run.addnext(middle)
    middle.set(ROLE, "words")
    RUN_EDITS[edit](paper, "words", inner)


def align(paper: Paper, role: str, value: str) -> None:
    """Another alignment."""
    for paragraph in _paragraphs(paper, role):
        set_paragraph(paragraph, "jc", val=value)


def indent(paper: Paper, role: str, millimetres: float) -> None:
    """The indent of the first line."""
    for paragraph in _paragraphs(paper, role):
        set_paragraph(paragraph, "ind", firstLine=str(twips(millimetres)))


def left(paper: Paper, role: str, millimetres: float) -> None:
    """The indent of the last paragraph of the role."""
    last = _paragraphs(paper, role)[-1]
    set_paragraph(last, "ind", left=str(twips(millimetres)))


def space(paper: Paper, role: str, points: float) -> None:
    """The space before and after."""
    for paragraph in _paragraphs(paper, role):
        value = str(round(points * 20))
        set_paragraph(paragraph, "spacing", before=value, after=value)


def before(paper: Paper, role: str, points: float) -> None:
    """The space before."""
    for paragraph in _paragraphs(paper, role):
        set_paragraph(paragraph, "spacing", before=str(round(points * 20)))


def line(paper: Paper, role: str, lines: float) -> None:
    """The spacing of lines, in lines."""
    for paragraph in _paragraphs(paper, role):
        set_paragraph(paragraph, "spacing", line=str(round(lines * 240)), lineRule="auto")


def exactly(paper: Paper, role: str, points: float) -> None:
    """The spacing of lines, exactly in points."""
    for paragraph in _paragraphs(paper, role):
        set_paragraph(paragraph, "spacing", line=str(round(points * 20)), lineRule="exact")


def drop(paper: Paper, role: str, _: object) -> None:
    """Everything of the role, with its rule."""
    rule_edits.drop_rules(paper, role)
    for run in _runs(paper, role) + paper.runs(f"{role}_lead"):
        paragraph = run.getparent()
        if paragraph is not None:
            paragraph.remove(run)
            if not paragraph.findall(f"{W}r"):
                _remove(paragraph)


def drop_last(paper: Paper, role: str, _: object) -> None:
    """The last paragraph of the role."""
    _remove(_paragraphs(paper, role)[-1])


def drop_first(paper: Paper, role: str, _: object) -> None:
    """The first paragraph of the role."""
    _remove(_paragraphs(paper, role)[0])


def _remove(paragraph: etree._Element) -> None:
    """Take a paragraph out; a cell keeps an empty one (17.4.65)."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1:
        paragraph[:] = [child for child in paragraph if child.tag == f"{W}pPr"]
    else:
        parent.remove(paragraph)


def move_before(paper: Paper, role: str, other: str) -> None:
    """The role's paragraphs before those of another."""
    target = _paragraphs(paper, other)[0]
    for paragraph in _paragraphs(paper, role):
        target.addprevious(paragraph)


def move_after(paper: Paper, role: str, other: str) -> None:
    """The role's paragraphs after those of another."""
    target = _paragraphs(paper, other)[-1]
    for paragraph in reversed(_paragraphs(paper, role)):
        target.addnext(paragraph)


def last_to_front(paper: Paper, role: str, _: object) -> None:
    """The last paragraph of the role before its first."""
    first, *_between, last = _paragraphs(paper, role)
    first.addprevious(last)


def join(paper: Paper, role: str, _: object) -> None:
    """The first two paragraphs of the role on one line."""
    first, second, *_rest = _paragraphs(paper, role)
    _join(first, second)


def join_next(paper: Paper, role: str, _: object) -> None:
    """The role's first paragraph and the one that follows it on one line."""
    first = _paragraphs(paper, role)[0]
    second = first.getnext()
    if second is None:
        raise NothingEditedError(role)
    _join(first, second)


def _join(first: etree._Element, second: etree._Element) -> None:
    for text in list(first.iter(f"{W}t"))[-1:]:
        text.text = f"{text.text} "
    for run in second.findall(f"{W}r"):
        first.append(run)
    _remove(second)


def swap_cells(paper: Paper, role: str, _: object) -> None:
    """The outer cells of the table in which the role stands change places."""
    table = next(_paragraphs(paper, role)[0].iterancestors(f"{W}tbl"))
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        cells[0].addprevious(cells[-1])
        row.append(cells[0])


def unframe(paper: Paper, role: str, _: object) -> None:
    """The border around the role's paragraph, or above it."""
    dropped = [drop_paragraph_property(p, "pBdr") for p in _paragraphs(paper, role)]
    some([done for done in dropped if done], role)


RUN_EDITS: Mapping[str, Edit] = {
    edit.__name__: edit
    for edit in (size, bold, italic, font, colour, case)  # of letters
}
_OTHERS: tuple[Edit, ...] = (
    *(style_size, style_italic, style_align, replace, part),
    *(align, indent, left, space, before, line, exactly),
    *(drop, drop_first, drop_last, move_before, move_after, last_to_front, join, join_next),
    *(swap_cells, unframe, rule_edits.drop_rule, rule_edits.rule_length, rule_edits.box),
    *page_edits.EDITS,
)
EDITS: Mapping[str, Edit] = {
    **RUN_EDITS,
    **{edit.__name__: edit for edit in _OTHERS},
}
"""Every edit by its name in ``mutants.yaml``."""
