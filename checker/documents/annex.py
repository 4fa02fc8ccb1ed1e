"""The first annex in a file (Decree 30/2020, Appendix I, III.1), and documents that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import wording
from .pieces import Found, Piece

_LINES = 10
_REFERENCE = 6  # pieces from the title of an attached document to "(Kèm theo …)"


def find_annex(pieces: Sequence[Piece], start: int) -> Found:
    """Read the first annex: its label stands alone on a line, with its title under it.

    The title can also follow the label on its line ("Phụ lục I: DANH MỤC …").
    """
    label = next((p for p in pieces[start:] if _is_label(p)), None)
    if label is None:
        return []
    under = pieces[label.order + 1 : label.order + 1 + _LINES]
    title = [*_title(under)]
    after = under[len(title) :]
    found: Found = [("annex_label", label)]
    match = wording.ANNEX.match(label.folded)
    if match is not None and len(match["title"]) > 1:
        found.append(("annex_title", label))
    found += [("annex_title", piece) for piece in title]
    return found + [("annex_reference", piece) for piece in _reference(after)]


def is_annex(pieces: Sequence[Piece]) -> bool:
    """Whether a file is an annex alone: it begins with the label of one."""
    return any(_is_label(piece) for piece in pieces[:2])


def first_document(pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    """The pieces before an attached document.

    It begins with a second quốc hiệu, or with the name of a type in the middle of the page that
    "(Ban hành kèm theo …)" follows.

    Args:
        pieces: The pieces of the file.
        start: The number of the first piece after the opening of the first document.
    """
    for piece in pieces[start:]:
        if piece.folded == wording.NATIONAL_NAME or _is_attached(pieces, piece):
            return pieces[: piece.order]
    return pieces


def _is_attached(pieces: Sequence[Piece], piece: Piece) -> bool:
    titled = piece.upper and piece.align == "center" and piece.cell is None
    if not titled or not wording.ANY_NAME.match(piece.folded):
        return False
    under = pieces[piece.order + 1 : piece.order + 1 + _REFERENCE]
    return any(wording.ANNEX_REFERENCE.match(p.folded) for p in under)


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
