"""The text of footnotes, which stands in a part of its own."""

from __future__ import annotations

from lxml import etree

from .formatting import Resolver
from .layout import Walk
from .model import Paragraph
from .names import W
from .package import Package
from .refusals import UnreadableDocument
from .shorthand import read_part


def read_footnotes(
    package: Package, body: etree._Element, resolver: Resolver, depth: int
) -> tuple[Paragraph, ...]:
    """The paragraphs of the footnotes that the body refers to, in the order of their part.

    A damaged part is kept in ``package.damaged``.
    """
    related = package.relationships(package.main).values()
    name = next((item.target for item in related if item.kind == "footnotes"), "")
    if name not in package.parts:
        return ()
    wanted = {item.get(f"{W}id") for item in body.iter(f"{W}footnoteReference")}
    if not wanted:
        return ()
    try:
        part = read_part(package, name)
        walk = Walk(package.name, part, resolver, depth, "footnote")
        found: tuple[Paragraph, ...] = ()
        for note in part.root.iterchildren(f"{W}footnote"):
            if note.get(f"{W}id") in wanted:
                found = walk.paragraphs(note)
    except UnreadableDocument:
        if name not in package.damaged:
            package.damaged.append(name)
        return ()
    return found
