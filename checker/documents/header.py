"""The head of page 1: boxes 1 to 4, 5b and the marks of Decree 30/2020, Appendix I, section IV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import wording
from .agencies import begins_name, find_agencies
from .near import Lines, find_motto, find_national_name
from .pieces import Found, Piece

_REACH = 80  # pieces: a head is never longer
_TOP = 3  # pieces: what may stand above a title where there is no head
_FORM_TOP = 15  # pieces: the same under the label of a form
_DATE_LINE = 110  # characters
_BELOW = 10  # pieces: what a head has below tiêu ngữ
_MARK_WORDS = 4  # words: the longest mark
_LINE = 250  # characters: a longer piece is body text
_STOPS = (wording.BASIS, wording.ADDRESSEE, wording.RECIPIENTS, wording.ANNEX)


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
    top = _top(pieces)
    motto = find_motto(top)
    national = find_national_name(top, motto)
    heading = {p.order for p in (*national, *motto)}
    end = _end(pieces, max(heading, default=-1) + 1)
    rest = [p for p in pieces[:end] if p.order not in heading]
    number = _first(rest, is_number)
    if not heading and number is None:
        return Head([], _headless_title(pieces, end))
    found: Found = [("national_name", p) for p in national]
    found += [("motto", p) for p in motto]
    found += [("number_symbol", number)] if number else []
    found += [("place_date", p) for p in _date(rest, motto or national)]
    found += find_marks(rest)
    found += _subject(_free(rest, found), number, pieces[end : end + 1])
    found += [("contact_block", p) for p in rest if wording.CONTACT.match(p.folded)]
    agencies = find_agencies(_free(rest, found), (*national, *motto), number)
    return Head(found + agencies, end)


def find_marks(pieces: Sequence[Piece]) -> Found:
    """Boxes 10a, 10b and 11, and "DỰ THẢO": each alone on its line."""
    found = [(role, p) for p in pieces for role, m in wording.MARKS.items() if m.match(p.folded)]
    there = {role for role, _ in found}
    return found + [(role, p) for role, p in _misspelt_marks(pieces) if role not in there]


def _misspelt_marks(pieces: Sequence[Piece]) -> Found:
    """A few capitals with the word of a mark among them ("KHẨN CẤP"), and no agency's name."""
    short = [p for p in pieces if p.upper and len(p.text.split()) <= _MARK_WORDS]
    words = {p.order: p.text.casefold() for p in short if not begins_name(p)}
    return [
        (role, p)
        for p in short
        for role, pattern in wording.MARKED.items()
        if p.order in words and pattern.match(words[p.order])
    ]


def is_number(piece: Piece) -> bool:
    """Whether a piece is "Số: …/…", filled in or not, with or without the colon."""
    return bool(wording.NUMBER.match(piece.folded)) and len(piece.folded) < 60


def is_date(piece: Piece) -> bool:
    """Whether a piece is a line of place and date and nothing else."""
    text = piece.folded.rstrip(" .,;…")
    return len(text) < _DATE_LINE and "ngay" in text and bool(wording.DATE.fullmatch(text))


def is_signing_date(piece: Piece) -> bool:
    """A line of place and date that can stand at the foot: only blanks, or a place and a comma."""
    if len(piece.folded) >= _DATE_LINE or "ngay" not in piece.folded:
        return False
    match = wording.DATE.fullmatch(piece.folded.rstrip(" .,;"))
    if match is None:
        return False
    return bool(match["comma"]) or not any(c.isalnum() for c in match["where"])


def is_type_name(piece: Piece) -> bool:
    """Whether a piece is the name of a type or form: in capitals, or alone in the middle."""
    match = wording.ANY_NAME.match(piece.folded)
    if match is None:
        return False
    alone = match.end() == len(piece.folded) and piece.align == "center" and piece.cell is None
    return piece.upper or (alone and wording.TYPE_NAME.match(piece.folded) is not None)


def _top(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Where quốc hiệu can stand: before the first basis, addressee, recipients or body text."""
    for piece in pieces[:_REACH]:
        if len(piece.text) > _LINE or any(stop.match(piece.folded) for stop in _STOPS):
            return pieces[: piece.order]
    return pieces[:_REACH]


def _headless_title(pieces: Sequence[Piece], end: int) -> int:
    """Where the title stands in a text without a head; 0 where there is none.

    Under the label of a form ("MẪU …") it can stand lower. A how-to ("HƯỚNG DẪN SỬ DỤNG …") is no
    document of the type hướng dẫn, whose name stands alone: it has no components.
    """
    labelled = any(wording.FORM_LABEL.match(p.folded) for p in pieces[:2])
    reach = _FORM_TOP if labelled else _TOP
    title = _first(pieces[: reach + 1], is_type_name)
    if title is None or (title.order != end and not labelled):
        return 0
    return len(pieces) if wording.HOW_TO.match(title.folded) else title.order


def _first(pieces: Sequence[Piece], wanted: Callable[[Piece], bool]) -> Piece | None:
    return next((piece for piece in pieces if wanted(piece)), None)


def _free(rest: Sequence[Piece], found: Found) -> list[Piece]:
    taken = {piece.order for _, piece in found}
    return [p for p in rest if p.order not in taken]


def _end(pieces: Sequence[Piece], begin: int) -> int:
    """Where the head ends; where nothing ends it, after quốc hiệu, its table, and the number."""
    for piece in pieces[begin:_REACH]:
        if _ends_head(piece, begin) and not _agency_below(pieces, piece):
            return piece.order
    if not begin:
        return begin
    cell = pieces[begin - 1].cell
    below = pieces[begin : begin + _BELOW]
    held = [p for p in below if cell and p.cell and p.cell.table == cell.table]
    loose = [p for p in below if p.cell is None and (is_number(p) or is_date(p))]
    return max((p.order + 1 for p in (*held, *loose)), default=begin)


def _ends_head(piece: Piece, begin: int) -> bool:
    if wording.ADDRESSEE.match(piece.folded) or wording.BASIS.match(piece.folded):
        return True
    if is_type_name(piece) or len(piece.text) > _LINE or wording.ANNEX.match(piece.folded):
        return True
    # Capitals in the middle of the page under tiêu ngữ: a title, whatever its name.
    return begin > 0 and piece.cell is None and piece.align == "center" and _is_title(piece)


def _is_title(piece: Piece) -> bool:
    if any(mark.match(piece.folded) for mark in wording.MARKS.values()):
        return False
    return piece.upper and piece.bold and not is_number(piece) and not is_date(piece)


def _agency_below(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether capitals in the middle are the agency's name: the number still follows them."""
    if is_type_name(piece) or not begins_name(piece):
        return False
    return any(is_number(after) for after in pieces[piece.order + 1 : piece.order + 4])


def _date(rest: Sequence[Piece], right: Lines) -> list[Piece]:
    """Box 4: the first date of the head, with its place where that stands on the line above.

    Under tiêu ngữ also a month alone, or the slot of a template, after a place and a comma.
    """
    date = _first(rest, is_date)
    if date is None:
        below = [p for p in rest if right and right[-1].order < p.order and _under(p, right[-1])]
        loose = (p for p in below if _is_loose_date(p))
        return [*loose][:1]
    above = [p for p in rest if p.order == date.order - 1 and p.place == date.place]
    broken = date.folded.startswith("ngay") and any(
        p.text.endswith(",") and len(p.text) < 60 for p in above
    )
    return [*above, date] if broken else [date]


def _under(piece: Piece, above: Piece) -> bool:
    if piece.cell is None or above.cell is None:
        return piece.cell is None and above.cell is None
    return piece.cell.table == above.cell.table and piece.cell.centre > 0.5


def _is_loose_date(piece: Piece) -> bool:
    text = piece.folded.rstrip(" .;")
    return bool(wording.MONTH.fullmatch(text) or wording.SLOT_DATE.fullmatch(text))


def _subject(rest: Sequence[Piece], number: Piece | None, after: Sequence[Piece]) -> Found:
    """Box 5b: "V/v …" under the number, and the lines that continue it in the same place.

    In the number's cell of a letter, which has no type's name, whatever stands under the number.
    """
    below = [p for p in rest if number is None or p.order > number.order]
    start = _first(below, lambda p: bool(wording.SUBJECT.match(p.folded)))
    letter = bool(after) and bool(wording.ADDRESSEE.match(after[0].folded))
    if start is None and letter and number is not None and number.cell is not None:
        start = _first(below, lambda p: p.place == number.place)
    if start is None:
        return []
    lines = [start]
    for piece in below:
        if piece.order <= start.order:
            continue
        if piece.place != start.place or piece.after_blank or wording.CONTACT.match(piece.folded):
            break
        lines.append(piece)
    return [("subject_line", piece) for piece in lines]
