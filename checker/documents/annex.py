"""The annexes in a file (Decree 30/2020, Appendix I, III.1), and documents that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from . import wording
from .pieces import Found, Piece

_LINES = 10
_NAME = 60  # characters
_TITLE = 200  # characters
_REFERENCE = 6  # pieces from the title of an attached document to "(Kèm theo …)"


def find_annexes(pieces: Sequence[Piece], start: int) -> list[Found]:
    """Read each annex: its label stands alone on a line, with its title under it.

    Args:
        pieces: The pieces of the file.
        start: The number of the first piece after the opening of the document.
    """
    labels = [p for p in pieces[start:] if _is_label(p)]
    if not labels:
        annex = _without_label(pieces, start)
        return [annex] if annex else []
    ends = [*(p.order for p in labels[1:]), len(pieces)]
    return [
        _annex(label, pieces[label.order + 1 : min(end, label.order + 1 + _LINES)])
        for label, end in zip(labels, ends, strict=True)
    ]


def _annex(label: Piece, under: Sequence[Piece]) -> Found:
    """Label, title and reference; a title can follow the label on its line.

    The reference stands under the title, or by mistake above it. A title that does not look like
    one is what stands between label and reference.
    """
    found: Found = [("annex_label", label)]
    own_line = _title_beside(label)
    found += [("annex_title", label)] if own_line else []
    above = [*find_reference(under)]
    under = under[len(above) :]
    title = [*_title(under)]
    if own_line and title and title[0].after_blank:
        title = []
    after = [*dropwhile(lambda p: not _is_reference(p, label), under[len(title) :][:_REFERENCE])]
    between = under[: after[0].order - under[0].order] if after else under[:1]
    if not title and not own_line and all(_may_be_title(p, bool(after)) for p in between):
        title = [*between]
    found += [("annex_title", piece) for piece in title]
    return found + [("annex_reference", piece) for piece in above or find_reference(after)]


def _may_be_title(piece: Piece, referred: bool) -> bool:
    """Whether a line that is not in the middle can be a title: in capitals, if nothing follows."""
    if piece.cell is not None or piece.text.endswith((":", ";")):
        return False
    return (referred and len(piece.text) <= _TITLE) or (
        piece.upper and not wording.HEADING.match(piece.folded)
    )


def _title_beside(label: Piece) -> bool:
    """Whether the title stands on the label's line: "Phụ lục I: …", "Phụ lục I DANH MỤC …"."""
    match = wording.ANNEX.match(label.folded)
    if match is not None:
        return len(match["title"]) > 1
    return _capitals_after(label)


def _capitals_after(piece: Piece) -> bool:
    match = wording.ANNEX_AND_TITLE.match(piece.folded)
    following = piece.text.split()[len(match[0].split()) :] if match else []
    return len(following) > 1 and " ".join(following).isupper()


def _without_label(pieces: Sequence[Piece], start: int) -> Found:
    """A list or table on pages of its own: a title in the middle with "(Kèm theo …)" under it.

    What carries the name of a type is no annex but a document that is issued with this one.
    """
    references = (p for p in pieces[start:] if _is_reference(p))
    first = next(references, None)
    if first is None:
        return []
    title: list[Piece] = []
    for piece in reversed(pieces[max(start, first.order - _REFERENCE) : first.order]):
        if piece.align != "center" or piece.cell is not None or not (piece.upper or piece.bold):
            break
        title.insert(0, piece)
        if piece.after_blank:
            break
    issued = any(wording.TYPE_NAME.match(piece.folded) for piece in title)
    if issued or not title or not title[0].upper:
        return []
    found: Found = [("annex_title", piece) for piece in title]
    return found + [("annex_reference", p) for p in find_reference(pieces[first.order :])]


def _is_reference(piece: Piece, label: Piece | None = None) -> bool:
    """In the middle; under the label of an annex, in brackets, also at the left."""
    bracketed = label is not None and piece.text.startswith("(")
    if piece.cell is not None or not (piece.align == "center" or bracketed):
        return False
    return bool(wording.ANNEX_REFERENCE.match(piece.folded))


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
        if _is_national_name(piece) or _is_attached(pieces, piece, piece.order):
            return pieces[: piece.order]
    return pieces


def attached_reference(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces from "(Ban hành kèm theo …)" on, under the title of an attached document."""
    title = next((n for n, p in enumerate(pieces[:_LINES]) if _is_attached(pieces[n:], p, 0)), None)
    under = [] if title is None else pieces[title + 1 :]
    return [*dropwhile(lambda p: not wording.ANNEX_REFERENCE.match(p.folded), under)]


def _is_national_name(piece: Piece) -> bool:
    return len(piece.text) < _NAME and wording.NATIONAL_NAME in piece.folded and piece.upper


def _is_attached(pieces: Sequence[Piece], piece: Piece, number: int) -> bool:
    """Is a piece, of that number, the title of a document that is issued with another?"""
    if piece.align != "center" or piece.cell is not None:
        return False
    if not wording.TYPE_NAME.match(piece.folded) or not piece.upper:
        return False
    under = pieces[number + 1 : number + 1 + _REFERENCE]
    return any(wording.ANNEX_REFERENCE.match(p.folded) for p in under)


def _is_label(piece: Piece) -> bool:
    if piece.cell is not None or not piece.may_begin("p"):
        return False
    if not wording.ANNEX.match(piece.folded) and not _capitals_after(piece):
        return False
    return piece.align == "center" or piece.upper or piece.bold


def _title(under: Sequence[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(under):
        if wording.ANNEX_REFERENCE.match(piece.folded) or piece.align != "center":
            return
        if piece.cell is not None:
            return
        if (number and piece.after_blank) or not (piece.upper or piece.bold):
            return
        yield piece


def find_reference(after: Sequence[Piece]) -> Iterator[Piece]:
    """From "(Kèm theo" to the closing bracket, where that stands first."""
    if not after or not wording.ANNEX_REFERENCE.match(after[0].folded):
        return
    for piece in after:
        yield piece
        if ")" in piece.text:
            return
