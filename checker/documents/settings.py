"""Settings of the whole document that change what is seen on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .measures import on
from .names import W
from .package import Package


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``w:settings`` says.

    ``automatic_pt`` is the space that ``w:beforeAutospacing`` asks for. ECMA-376 leaves it to the
    application (17.3.1.33): Word takes 14 points, or 5 where HTML spacing is turned off (17.15.3).
    """

    even_and_odd: bool = False
    automatic_pt: float = 14.0


def read_settings(package: Package) -> Settings:
    """The settings; those of an absent or damaged part are the defaults."""
    related = package.relationships(package.main).values()
    part = next((item.target for item in related if item.kind == "settings"), None)
    root = package.side_xml(part) if part in package.parts and part else None
    if root is None:
        return Settings()
    plain = _is_on(root.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing"))
    return Settings(
        even_and_odd=_is_on(root.find(f"{W}evenAndOddHeaders")),
        automatic_pt=5.0 if plain else 14.0,
    )


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and on(element.get(f"{W}val"))
