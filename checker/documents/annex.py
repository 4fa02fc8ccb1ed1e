"""The first annex in a file (Decree 30/2020, Appendix I, III.1): label, title, reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import wording
from .header import Found
from .pieces import Piece

_LINES = 10


def find_annex(pieces: Sequence[Piece], start: int) -> Found:
    """Read the first annex: its label stands alone on a line, with its title under it."""
    label = next((p for p in pieces[start:] if _is_label(p)), None)
    if label is None:
        return []
    under = pieces[label.order + 1 : label.order + 1 + _LINES]
    title = [*_title(under)]
    after = under[len(title) :]
    found: Found = [("annex_label", label)]
    found += [("annex_title", piece) for piece in title]
    return found + [("annex_reference", piece) for piece in _reference(after)]


def is_annex(pieces: Sequence[Piece]) -> bool:
    """Whether a file is an annex alone: it begins with the label of one."""
    return any(_is_label(piece) for piece in pieces[:2])


def _is_label(piece: Piece) -> bool:
    marked = piece.upper or piece.bold or piece.align == "center"
    return marked and piece.cell is None and bool(wording.ANNEX.match(piece.folded))


def _title(under: Sequence[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(under):
        if wording.ANNEX_REFERENCE.match(piece.folded) or piece.align != "center":
            return
        if (number and piece.after_blank) or not (piece.upper or piece.bold):
            return
        yield piece


def _reference(after: Sequence[Piece]) -> Iterator[Piece]:
    """From "(Kèm theo" to the closing bracket."""
    if not after or not wording.ANNEX_REFERENCE.match(after[0].folded):
        return
    for piece in after:
        yield piece
        if ")" in piece.text:
            return
