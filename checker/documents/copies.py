"""The block that makes a paper copy (Decree 30/2020, Article 26; Appendix III, form 3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from . import wording
from .agencies import find_agencies
from .foot import find_foot
from .header import is_date, is_number
from .pieces import Found, Piece

_REACH = 12  # pieces from the first of the block to its number
_LINE = 60  # characters: the longest line of an agency's name
_ROLES = {
    "signer_authority": "copy_signer_authority",
    "signer_name": "copy_signer_name",
    "recipients_label": "copy_recipients",
    "recipients_item": "copy_recipients",
}


def find_copy(pieces: Sequence[Piece], start: int) -> Found:
    """Form of copy, copying agency, number, place and date, recipients and signature.

    The block stands below the whole document and begins with the table, or the lines, in which
    "SAO Y", "SAO LỤC" or "TRÍCH SAO", or a number with the symbol of a copy, stands.

    Args:
        pieces: The pieces of the file.
        start: The number of the first piece after the opening of the document.
    """
    anchor = next((p for p in pieces[start:] if _is_mark(p) or _is_number(p)), None)
    if anchor is None:
        return []
    block = pieces[_begin(pieces, anchor) :]
    head = block[:_REACH]
    marks = [p for p in head if _is_mark(p)][:1]
    number = next((p for p in head if is_number(p)), None)
    found: Found = [("copy_mark", p) for p in marks]
    found += [("copy_number", number)] if number else []
    found += [("copy_place_date", p) for p in [p for p in head if is_date(p)][:1]]
    taken = {p.order for _, p in found}
    free = [p for p in head if p.order not in taken and p.order < max(taken)]
    found += [("copy_agency", p) for _, p in find_agencies(free, marks, number)]
    after = max(p.order for _, p in found) + 1 - block[0].order
    foot = find_foot(block, after)
    return found + [(_ROLES[role], p) for role, p in foot if role in _ROLES]


def _begin(pieces: Sequence[Piece], anchor: Piece) -> int:
    """The first piece of the anchor's table; outside tables, of the capitals around it."""
    above = reversed(pieces[: anchor.order])
    if anchor.cell is not None:
        table = anchor.cell.table
        held = [*takewhile(lambda p: p.cell is not None and p.cell.table == table, above)]
    else:
        held = [*takewhile(lambda p: _is_beside(p, anchor), above)]
    return held[-1].order if held else anchor.order


def _is_beside(piece: Piece, anchor: Piece) -> bool:
    """Whether a line outside tables is one of an agency's name, or shares the anchor's line."""
    if piece.cell is not None:
        return False
    return piece.paragraph == anchor.paragraph or (piece.upper and len(piece.text) <= _LINE)


def _is_mark(piece: Piece) -> bool:
    may_be = piece.may_begin("s") or piece.may_begin("t")
    return may_be and bool(wording.COPY_MARK.fullmatch(piece.folded))


def _is_number(piece: Piece) -> bool:
    return piece.may_begin("s") and bool(wording.COPY_NUMBER.match(piece.folded))
