"""What one level of the file declares: ``w:rPr`` and ``w:pPr`` as plain mappings.

Only what is written is a key, so that "nothing said" and "said to be off" stay apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from lxml import etree

from .measures import on, points
from .names import W

Value = str | float | bool | None
Declared = dict[str, Value]
Theme = Mapping[str, str]

TOGGLES = ("bold", "italic", "bold_cs", "italic_cs", "caps", "small_caps", "hidden")
"""Toggle properties that are read (ECMA-376 part 1, 17.7.3)."""

_VAL = f"{W}val"
_PREFIX = len(W)
_ON_OFF = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}bCs": "bold_cs",
    f"{W}iCs": "italic_cs",
    f"{W}caps": "caps",
    f"{W}smallCaps": "small_caps",
    f"{W}vanish": "hidden",
    f"{W}cs": "complex",
    f"{W}rtl": "right_to_left",
}
_FONTS = (
    ("font_ascii", f"{W}ascii", f"{W}asciiTheme"),
    ("font_other", f"{W}hAnsi", f"{W}hAnsiTheme"),
    ("font_east_asian", f"{W}eastAsia", f"{W}eastAsiaTheme"),
    ("font_complex", f"{W}cs", f"{W}cstheme"),
)
_NO_LINE = (None, "nil", "none")
_VERTICAL = {"superscript": "superscript", "subscript": "subscript"}
_JUSTIFIED = ("both", "distribute", "mediumKashida", "highKashida", "lowKashida", "thaiDistribute")
_ALIGN = {
    **{"left": "left", "start": "left", "numTab": "left", "center": "center"},
    **{"right": "right", "end": "right"},
    **dict.fromkeys(_JUSTIFIED, "justify"),
}


def run_properties(element: etree._Element | None, theme: Theme) -> Declared:
    """What a ``w:rPr`` declares, with the character style that it names as ``style``.

    Within one ``w:rFonts`` a theme font supersedes the named font of the same slot (17.3.2.26);
    between levels the nearer one wins, whichever of the two it is.
    """
    found: Declared = {}
    if element is None:
        return found
    for child in element:
        tag = child.tag
        name = _ON_OFF.get(tag)
        if name is not None:
            found[name] = on(child.get(_VAL))
        elif tag in _RUN_READERS:
            _RUN_READERS[tag](child, theme, found)
    return found


def _fonts(child: etree._Element, theme: Theme, found: Declared) -> None:
    for name, plain, themed in _FONTS:
        reference = child.get(themed)
        if reference is not None:
            found[name] = theme.get(reference) or child.get(plain)
        elif child.get(plain) is not None:
            found[name] = child.get(plain)


def _size(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["size"] = points(child.get(_VAL), 2)


def _style(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["style"] = child.get(_VAL)


def _complex_size(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["size_cs"] = points(child.get(_VAL), 2)


def _underline(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["underline"] = child.get(_VAL) not in (None, "none")


def _vertical(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["vertical"] = _VERTICAL.get(child.get(_VAL, ""), "baseline")


def _color(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["color"] = child.get(_VAL)


def _scale(child: etree._Element, theme: Theme, found: Declared) -> None:
    """Per cent (17.3.2.43); Strict writes the sign (17.18.95)."""
    found["scale"] = points((child.get(_VAL) or "").removesuffix("%"), 1)


def _letter_spacing(child: etree._Element, theme: Theme, found: Declared) -> None:
    found["spacing"] = points(child.get(_VAL), 20)


_RUN_READERS: Mapping[str, Callable[[etree._Element, Theme, Declared], None]] = {
    f"{W}rFonts": _fonts,
    f"{W}rStyle": _style,
    f"{W}sz": _size,
    f"{W}szCs": _complex_size,
    f"{W}u": _underline,
    f"{W}vertAlign": _vertical,
    f"{W}color": _color,
    f"{W}w": _scale,
    f"{W}spacing": _letter_spacing,
}


def paragraph_properties(element: etree._Element | None) -> Declared:
    """What a ``w:pPr`` declares: alignment, indents and spacing in points, numbering."""
    found: Declared = {}
    if element is None:
        return found
    for child in element:
        reader = _PARAGRAPH_READERS.get(child.tag)
        if reader is not None:
            reader(child, found)
    return found


def _justification(child: etree._Element, found: Declared) -> None:
    found["align"] = _ALIGN.get(child.get(_VAL, ""), "left")


def _indents(child: etree._Element, found: Declared) -> None:
    """Lengths; where only characters are counted, as hundredths of one (17.3.1.12).

    Word writes both, and the length is what it drew last, also on a page grid.
    """
    said = _attributes(child)
    for name, other in (("left", "start"), ("right", "end")):
        length = said.get(name, said.get(other))
        characters = said.get(f"{name}Chars", said.get(f"{other}Chars"))
        _length_or_characters(found, name, length, characters)
    hanging = said.get("hanging"), said.get("hangingChars")
    if hanging[0] is not None or (hanging[1] or "0") != "0":
        _length_or_characters(found, "first", *hanging)
        for key in ("first", "first_chars"):
            amount = found.get(key)
            found[key] = -amount if isinstance(amount, float) else amount
    else:
        _length_or_characters(found, "first", said.get("firstLine"), said.get("firstLineChars"))


def _attributes(child: etree._Element) -> dict[str, str]:
    """Attributes of the main namespace by their local names, all asked for at once."""
    said = cast("list[tuple[str, str]]", child.items())
    return {name[_PREFIX:]: value for name, value in said if name.startswith(W)}


def _length_or_characters(
    found: Declared, name: str, length: str | None, characters: str | None
) -> None:
    if length is not None:
        found[name], found[f"{name}_chars"] = points(length, 20), None
    elif characters is not None and characters != "0":
        found[name], found[f"{name}_chars"] = None, points(characters, 100)


def _spacing(child: etree._Element, found: Declared) -> None:
    said = _attributes(child)
    for name in ("before", "after"):
        amount = said.get(name)
        automatic = said.get(f"{name}Autospacing")
        if automatic is not None:
            found[f"{name}_auto"] = on(automatic)
        if amount is not None:
            found[name] = points(amount, 20)
        elif said.get(f"{name}Lines", "0") != "0":
            found[name] = None  # counted in lines of the page grid
    if "line" in said:
        found["line"] = points(said["line"], 20)
        found["line_rule"] = said.get("lineRule", "auto")
    elif "lineRule" in said:
        found["line_rule"] = said["lineRule"]


def _contextual(child: etree._Element, found: Declared) -> None:
    found["contextual"] = on(child.get(_VAL))


def _borders(child: etree._Element, found: Declared) -> None:
    """Whether a line stands above or below a paragraph (17.3.1.24)."""
    sides = (child.find(f"{W}{side}") for side in ("top", "bottom"))
    found["bordered"] = any(s is not None and s.get(_VAL) not in _NO_LINE for s in sides)


def _right_to_left(child: etree._Element, found: Declared) -> None:
    found["right_to_left"] = on(child.get(_VAL))


def _numbering(child: etree._Element, found: Declared) -> None:
    for item in child:
        if item.tag == f"{W}numId":
            found["num_id"] = item.get(_VAL)
        elif item.tag == f"{W}ilvl":
            found["num_level"] = item.get(_VAL)


_PARAGRAPH_READERS: Mapping[str, Callable[[etree._Element, Declared], None]] = {
    f"{W}jc": _justification,
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}numPr": _numbering,
    f"{W}contextualSpacing": _contextual,
    f"{W}bidi": _right_to_left,
    f"{W}pBdr": _borders,
}
