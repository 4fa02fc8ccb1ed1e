"""The head of page 1: boxes 1 to 4, 5b and the marks of Decree 30/2020, Appendix I, section IV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..words import fold
from . import wording
from .pieces import Piece

Found = list[tuple[str, Piece]]
_REACH = 80  # pieces: a head is never longer
_TOP = 3  # pieces: what may stand above a title where there is no head
_LINE = 250  # characters: a longer piece is body text
_TYPE_WORDS = tuple(sorted({fold(name) for name in wording.TYPES} | set(wording.NORMATIVE)))


@dataclass(frozen=True, slots=True)
class Head:
    """What the head holds, and the number of the first piece after it."""

    found: Found
    end: int


def find_head(pieces: Sequence[Piece]) -> Head:
    """Read the head: everything before the type's name, the addressee or the first basis.

    Where neither quốc hiệu nor tiêu ngữ nor a number stands there, there is no head, and nothing
    is taken for a component of one.
    """
    national = _first(pieces[:_REACH], _is_national_name)
    motto = _first(pieces[:_REACH], _is_motto)
    end = _end(pieces, max((p.order + 1 for p in (national, motto) if p), default=0))
    rest = [p for p in pieces[:end] if p not in (national, motto)]
    number = _first(rest, is_number)
    if national is None and motto is None and number is None:
        titled = end <= _TOP and end < len(pieces) and is_type_name(pieces[end])
        return Head([], end if titled else 0)
    date = _first(rest, is_date)
    found = [
        (role, piece)
        for role, piece in (
            ("national_name", national),
            ("motto", motto),
            ("number_symbol", number),
            ("place_date", date),
        )
        if piece is not None
    ]
    found += [("subject_line", piece) for piece in _subject(rest, number)]
    found += [
        (role, p) for p in rest for role, mark in wording.MARKS.items() if mark.match(p.folded)
    ]
    taken = {piece.order for _, piece in found}
    free = [p for p in rest if p.order not in taken]
    return Head(found + _agencies(free, national or motto, number), end)


def _first(pieces: Sequence[Piece], wanted: Callable[[Piece], bool]) -> Piece | None:
    return next((piece for piece in pieces if wanted(piece)), None)


def _is_national_name(piece: Piece) -> bool:
    return wording.NATIONAL_NAME in piece.folded and len(piece.folded) < 50


def _is_motto(piece: Piece) -> bool:
    letters = "".join(c for c in piece.folded if c.isalpha())
    return wording.MOTTO in letters and len(letters) < 30


def is_number(piece: Piece) -> bool:
    """Whether a piece is "Số: …/…", filled in or not."""
    return bool(wording.NUMBER.match(piece.folded)) and len(piece.folded) < 60


def is_date(piece: Piece) -> bool:
    """Whether a piece is a line of place and date and nothing else."""
    return bool(wording.DATE.fullmatch(piece.folded.rstrip(" .,;"))) and len(piece.folded) < 110


def is_signing_date(piece: Piece) -> bool:
    """A line of place and date that can stand at the foot: only blanks, or a place and a comma."""
    match = wording.DATE.fullmatch(piece.folded.rstrip(" .,;"))
    if match is None or len(piece.folded) >= 110:
        return False
    return bool(match["comma"]) or not any(c.isalnum() for c in match["where"])


def is_type_name(piece: Piece) -> bool:
    """Whether a piece is capitals that begin with the name of a type or form."""
    named = piece.folded.startswith((*_TYPE_WORDS, *wording.FORMS))
    return piece.upper and named and not piece.folded.startswith("don vi")


def _end(pieces: Sequence[Piece], begin: int) -> int:
    """Where the head ends; where nothing ends it, right after quốc hiệu and tiêu ngữ."""
    for piece in pieces[begin:_REACH]:
        if _ends_head(piece, begin):
            return piece.order
    return begin


def _ends_head(piece: Piece, begin: int) -> bool:
    if wording.ADDRESSEE.match(piece.folded) or wording.BASIS.match(piece.folded):
        return True
    if is_type_name(piece) or len(piece.text) > _LINE or wording.ANNEX.match(piece.folded):
        return True
    # Capitals in the middle of the page under tiêu ngữ: a title, whatever its name.
    return begin > 0 and piece.cell is None and piece.align == "center" and _is_title(piece)


def _is_title(piece: Piece) -> bool:
    return piece.upper and piece.bold and not is_number(piece) and not is_date(piece)


def _subject(rest: Sequence[Piece], number: Piece | None) -> list[Piece]:
    """Box 5b: "V/v …" under the number, and the lines that continue it in the same place."""
    start = _first(rest, lambda p: bool(wording.SUBJECT.match(p.folded)))
    if start is None or (number is not None and start.order < number.order):
        return []
    lines = [start]
    for piece in rest:
        if piece.order != lines[-1].order + 1:
            continue
        if piece.place != start.place or is_date(piece) or piece.after_blank:
            break
        lines.append(piece)
    return lines


def _agencies(free: Sequence[Piece], right: Piece | None, number: Piece | None) -> Found:
    """Box 2: capitals on the left, above the number; the last name is the issuing agency.

    The law sets the issuing agency bold and the superior not (Appendix I, II.2). Where weight does
    not tell them apart, a line that begins with a word for an agency begins a name, and the last
    name is the issuing agency.
    """
    lines = [p for p in free if p.upper and _on_the_left(p, right) and _above(p, number)]
    weights = [p.bold for p in lines]
    if any(weights) and not all(weights):
        first_bold = weights.index(True)
        own = [n >= first_bold for n in range(len(lines))]
    else:
        starts = [n for n, p in enumerate(lines) if n == 0 or _begins_name(p)]
        own = [n >= starts[-1] for n in range(len(lines))] if lines else []
    roles = ("superior_agency", "issuing_agency")
    return [(roles[mine], piece) for mine, piece in zip(own, lines, strict=True)]


def _begins_name(piece: Piece) -> bool:
    return bool(wording.AGENCY.match(piece.folded)) or piece.text.startswith("{{")


def _above(piece: Piece, number: Piece | None) -> bool:
    return number is None or piece.order < number.order


def _on_the_left(piece: Piece, right: Piece | None) -> bool:
    """Left of quốc hiệu in its table; outside tables, on its line or before the number."""
    if right is None or right.cell is None:
        return piece.cell is None or piece.cell.centre < 0.5
    if piece.cell is None or piece.cell.table != right.cell.table:
        return False
    return piece.cell.centre < right.cell.centre or piece.cell == right.cell
