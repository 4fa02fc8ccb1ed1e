"""What the paragraphs and runs of one part look like, remembered by the numbers of its properties.

Most paragraphs and runs of a document look like one before them: then the answer is one look into
a dictionary, and the formatting levels are not asked again.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from .formatting import FontSet, ParagraphLook, Resolver, TableLook
from .names import W
from .shorthand import NUMBER, Part, first

_VAL = f"{W}val"
_STYLE, _PPR = f"{W}pStyle", f"{W}pPr"


@dataclass(slots=True)
class Shape:
    """Paragraphs that have their look in common.

    ``plain`` is the look of runs without properties, ``fonts`` those of the runs met so far by the
    numbers of their properties; all shapes of one style in one place share them.
    """

    table: TableLook | None
    style: str
    look: ParagraphLook
    plain: FontSet
    fonts: dict[str, FontSet]


@dataclass(slots=True)
class Surroundings:
    """The body, or table cells of one look.

    ``shapes`` are those of the paragraphs met in them so far: by the numbers of their properties,
    and by what these say. ``""`` stands for no properties.
    """

    table: TableLook | None
    shapes: dict[str | bytes, Shape] = field(default_factory=dict)


class Looks:
    """Answers for one part.

    Args:
        part: The part, with what its numbers stand for.
        resolver: Answers what has not been met before.
    """

    def __init__(self, part: Part, resolver: Resolver) -> None:
        self._part = part
        self._resolver = resolver
        self._surroundings: dict[TableLook | None, Surroundings] = {}
        self._styled: dict[tuple[TableLook | None, str], tuple[FontSet, dict[str, FontSet]]] = {}

    def surroundings(self, table: TableLook | None) -> Surroundings:
        """Where paragraphs stand."""
        found = self._surroundings.get(table)
        if found is None:
            found = self._surroundings[table] = Surroundings(table)
        return found

    def shape(self, around: Surroundings, paragraph: etree._Element) -> Shape:
        """The shape of a paragraph."""
        ppr = first(paragraph, _PPR)
        number = "" if ppr is None else ppr.get(NUMBER)
        if number is None:
            return self._new_shape(around.table, ppr)
        shape = around.shapes.get(number)
        if shape is None:
            said = self._part.said(number)
            shape = around.shapes.get(said)
            if shape is None:
                shape = self._new_shape(around.table, ppr if ppr is None else self._part.whole(ppr))
                around.shapes[said] = shape
            around.shapes[number] = shape
        return shape

    def fonts(self, shape: Shape, rpr: etree._Element) -> FontSet:
        """The look of a run with these properties in a paragraph of this shape."""
        number = rpr.get(NUMBER)
        if number is None:
            return self._resolver.run(shape.table, shape.style, rpr)
        fonts = shape.fonts.get(number)
        if fonts is None:
            whole = self._part.whole(rpr)
            fonts = self._resolver.run(shape.table, shape.style, whole)
            shape.fonts[number] = fonts
        return fonts

    def joined(self, one: etree._Element, other: etree._Element) -> etree._Element:
        """Two properties of one run as one, in which the other wins."""
        both = etree.Element(one.tag)
        both.extend(deepcopy([*self._part.whole(one), *self._part.whole(other)]))
        return both

    def symbol(self, look: FontSet, font: str) -> FontSet:
        """The look of a symbol that has a font of its own."""
        return self._resolver.symbol(look, font)

    def _new_shape(self, table: TableLook | None, ppr: etree._Element | None) -> Shape:
        named = None if ppr is None else first(ppr, _STYLE)
        style = self._resolver.default_style("" if named is None else named.get(_VAL, ""))
        look = self._resolver.paragraph(table, style, ppr)
        if (table, style) not in self._styled:
            self._styled[table, style] = self._resolver.run(table, style, None), {}
        plain, fonts = self._styled[table, style]
        return Shape(table, style, look, plain, fonts)
