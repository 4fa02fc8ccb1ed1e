"""Numbers as the file writes them: twentieths of a point, half points, universal measures."""

from __future__ import annotations

import re

_UNIVERSAL = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi)")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_PLAIN = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]+)?")
_MM = 25.4 / 72


def points(value: str | None, parts: int) -> float | None:
    """A measure in points (ECMA-376 part 1, 22.9.2.14); ``parts`` of a plain number make a point.

    >>> points("28", 2), points("1134", 20), points("1in", 20), points("wide", 20)
    (14.0, 56.7, 72.0, None)
    """
    if value is None:
        return None
    if _PLAIN.fullmatch(value):
        return float(value) / parts
    universal = _UNIVERSAL.fullmatch(value)
    return float(universal[1]) * _POINTS[universal[2]] if universal else None


def millimetres(value_pt: float | None) -> float | None:
    """Points in millimetres, to two decimals.

    >>> millimetres(56.7)
    20.0
    """
    return None if value_pt is None else round(value_pt * _MM, 2)


def on(value: str | None) -> bool:
    """An on/off attribute (22.9.2.7): absent is on.

    >>> on(None), on("1"), on("0"), on("off")
    (True, True, False, False)
    """
    return value not in ("0", "false", "off")
