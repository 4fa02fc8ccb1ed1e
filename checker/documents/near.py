"""Quốc hiệu and tiêu ngữ, also where they are misspelt: by near text and by position.

A misspelt quốc hiệu must be found, so that it can be said to be wrong; it must never be taken for
the name of an agency.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from . import wording
from .pieces import Piece

_NEAR = 0.8
"""Share of common letters from which a line is a misspelt quốc hiệu, wherever it stands. Names
of bodies come to 0.75 at most ("CÔNG ĐOÀN XÂY DỰNG VIỆT NAM")."""
_NEAR_MOTTO = 0.7
_ABOVE_MOTTO = 0.5  # the same, for the line that stands right above tiêu ngữ
_LONGEST = 60  # characters
_MOTTO_LETTERS = 30

Lines = tuple[Piece, ...]
"""One line, or two where the words were broken over two paragraphs."""


def find_national_name(top: Sequence[Piece], motto: Lines) -> Lines:
    """The lines of quốc hiệu: its words, the nearest to them, or what stands above tiêu ngữ."""
    for piece in top:
        if wording.NATIONAL_NAME in piece.folded and len(piece.text) <= _LONGEST:
            return (piece,)
    near = {lines: " ".join(p.folded for p in lines) for lines in _candidates(top)}
    return _nearest(near, wording.NATIONAL_NAME, _NEAR) or _above(top, motto)


def find_motto(top: Sequence[Piece]) -> Lines:
    """The lines of tiêu ngữ; only letters are compared, so that any dash or none is found."""
    near = {lines: "".join(map(_letters, lines)) for lines in _candidates(top)}
    for lines, letters in near.items():
        if len(lines) == 1 and wording.MOTTO in letters and len(letters) <= _MOTTO_LETTERS:
            return lines
    return _nearest(near, wording.MOTTO, _NEAR_MOTTO)


def _letters(piece: Piece) -> str:
    return "".join(filter(str.isalpha, piece.folded))


def _nearest(near: Mapping[Lines, str], words: str, least: float) -> Lines:
    """The candidate with the most letters in common, the first of equals."""
    found: Lines = ()
    most = least
    matcher = _matcher(words)
    for lines, text in near.items():
        ratio = _ratio(matcher, text, most)
        if ratio > most or (ratio == most and not found):
            found, most = lines, ratio
    return found


def _candidates(top: Sequence[Piece]) -> Iterator[Lines]:
    for number, piece in enumerate(top):
        if len(piece.text) > _LONGEST:
            continue
        yield (piece,)
        after = top[number + 1] if number + 1 < len(top) else None
        if after is not None and after.place == piece.place and not after.after_blank:
            yield (piece, after)


def _above(top: Sequence[Piece], motto: Lines) -> Lines:
    """The capitals right above tiêu ngữ in the same cell, if they have half of the letters."""
    before = [p for p in top if motto and p.order == motto[0].order - 1]
    fits = (
        p.upper
        and p.place == motto[0].place
        and _ratio(_matcher(wording.NATIONAL_NAME), p.folded, 0) >= _ABOVE_MOTTO
        for p in before
    )
    return tuple(before) if any(fits) else ()


def _matcher(words: str) -> SequenceMatcher[str]:
    """What compares texts with words; it reads the words once."""
    return SequenceMatcher(None, "", words, autojunk=False)


def _ratio(matcher: SequenceMatcher[str], text: str, least: float) -> float:
    """Share of common letters, 0 where it cannot reach the least."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()
