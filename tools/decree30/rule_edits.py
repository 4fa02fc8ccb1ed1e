"""Edits of what is drawn: the rules below components and the boxes of stamps."""

from __future__ import annotations

import re

from lxml import etree

from .looks import twips
from .marking import set_paragraph
from .nothing import some
from .paper import ROLE, Paper, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU_PER_MM = 36_000
_PT_PER_MM = 72 / 25.4
_RULES = ("rule", "title_line")


def rules(paper: Paper, role: str) -> list[etree._Element]:
    """The rules that follow a role: runs beside it, or the paragraph below it."""
    found = []
    for run in paper.runs(role):
        paragraph = run.getparent()
        beside = run.getnext()
        below = paragraph.getnext() if paragraph is not None else None
        found += [x for x in (beside, below) if x is not None and x.get(ROLE) in _RULES]
    return found


def drop_rules(paper: Paper, role: str) -> int:
    """Take the role's rules away, and say how many there were."""
    found = rules(paper, role)
    for rule in found:
        rule.getparent().remove(rule)  # type: ignore[union-attr]  # it follows a sibling
    return len(found)


def drop_rule(paper: Paper, role: str, _: object) -> None:
    """Take the role's rules away."""
    some([role] * drop_rules(paper, role), role)


def rule_length(paper: Paper, role: str, millimetres: float) -> None:
    """The length of the role's rules."""
    for rule in some(rules(paper, role), role):
        _set_extents(rule, millimetres)
        for drawn in rule.iter(f"{_V}line"):
            x, y = (drawn.get("from") or "").split(",")
            end = float(x.removesuffix("pt")) + millimetres * _PT_PER_MM
            drawn.set("to", f"{end:.1f}pt,{y}")
        indents = rule.find(f"{W}pPr/{W}ind")
        if indents is not None and rule.get(ROLE) == "rule":
            _set_border(rule, indents, millimetres)


def _set_extents(element: etree._Element, width: float, height: float | None = None) -> None:
    for extent in (*element.iter(f"{_A}ext"), *element.iter(f"{_WP}extent")):
        extent.set("cx", str(round(width * _EMU_PER_MM)))
        if height is not None:
            extent.set("cy", str(round(height * _EMU_PER_MM)))


def _set_border(rule: etree._Element, indents: etree._Element, width: float) -> None:
    """The rule's column is what its indents and its length came from; the sides stay equal."""
    cell = next(rule.iterancestors(f"{W}tc"), None)
    wide = cell.find(f"{W}tcPr/{W}tcW") if cell is not None else None
    column = int(wide.get(f"{W}w", "0")) if wide is not None else twips(160)
    side = str((column - twips(width)) // 2)
    set_paragraph(rule, "ind", left=side, right=side)


def box(paper: Paper, role: str, sides: tuple[float, float]) -> None:
    """The width and height of the text box in which the role stands."""
    width, height = sides
    boxes = {a for p in paper.paragraphs(role) for a in p.iterancestors(f"{W}r")}
    for run in some(list(boxes), role):
        _set_extents(run, width, height)
        for drawn in run.iter(f"{_V}rect"):
            style = drawn.get("style") or ""
            style = re.sub(r";width:[^;]*", f";width:{width * _PT_PER_MM:.1f}pt", style)
            style = re.sub(r";height:[^;]*", f";height:{height * _PT_PER_MM:.1f}pt", style)
            drawn.set("style", style)
