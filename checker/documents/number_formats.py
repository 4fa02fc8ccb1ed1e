"""How a counter of a list is written (``w:numFmt``; ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_GREATEST = 780  # as a letter: thirty times "z", the longest that Word writes
_LETTERS = 26


def numeral(value: int, kind: str) -> str | None:
    """A counter as Word writes it; None for formats that are not known here.

    >>> numeral(4, "decimal"), numeral(4, "upperRoman"), numeral(28, "lowerLetter")
    ('4', 'IV', 'bb')
    >>> numeral(4, "chicago") is None
    True
    """
    writer = _WRITERS.get(kind)
    return writer(value) if writer is not None and 0 < value <= _GREATEST else _zero(value, kind)


def _zero(value: int, kind: str) -> str | None:
    """Beyond letters and Roman numbers only digits are certain."""
    return _WRITERS[kind](value) if kind in _DIGITS and value >= 0 else None


def _roman(value: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        written += sign * times
    return written


def _letter(value: int) -> str:
    """A to z, then aa, bb, cc: the alphabet of English, without đ."""
    times, at = divmod(value - 1, _LETTERS)
    return chr(ord("a") + at) * (times + 1)


_DIGITS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "none": lambda _: "",
}
_WRITERS: Mapping[str, Callable[[int], str]] = {
    **_DIGITS,
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
}
