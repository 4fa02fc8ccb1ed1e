"""The opening: type name, abstract, issuing authority, addressee, legal bases, operative word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from . import wording
from .annex import find_reference
from .bases import find_bases, find_operative, has_formula, is_basis
from .header import Head, is_number, is_signing_date, is_type_name
from .pieces import Found, Piece

_LINE = 250  # characters: the longest line of an addressee
_ABSTRACT = 500  # characters: the longest paragraph of an abstract
_ABSTRACT_LINES = 8
_ISSUER_REACH = 14  # pieces from the title to the first basis
_ADDRESSEE_REACH = 12
_ITEM = 150  # characters: the longest addressee of a list without punctuation


def find_opening(pieces: Sequence[Piece], head: Head) -> Found:
    """Read the opening from the first piece after the head.

    Args:
        pieces: The pieces of the main document.
        head: Its head.
    """
    rest = list(pieces[head.end :])
    found: Found = []
    name = rest.pop(0) if rest and _is_title(rest[0], head.end) else None
    if name is not None:
        found = _title(rest, name)
    if head.found and not any(role == "abstract" for role, _ in found):
        stray = _above(pieces, head) or ([*_heading_lines(rest)] if name is None else [])
        found += [("abstract", piece) for piece in stray]
    rest = _left(rest, found)
    addressee = [*_addressee(rest)]
    found += [("addressee", piece) for piece in addressee]
    rest = _left(rest, found)
    bases = find_bases(rest, name)
    found += [("legal_bases", piece) for piece in bases]
    if any(role in ("legal_bases", "issuer_line") for role, _ in found):
        operative = find_operative(rest, bases)
        found += [("operative_word", piece) for piece in operative]
        found += [("issuer_line", piece) for piece in _issuer_below(rest, bases, operative)]
    return found


def _above(pieces: Sequence[Piece], head: Head) -> list[Piece]:
    """The abstract above the type's name, or where that is missing: no other part of the head."""
    taken = {piece.order for _, piece in head.found}
    before = [*takewhile(lambda p: p.order not in taken, reversed(pieces[: head.end]))]
    return [*reversed([*takewhile(_is_heading_line, before)])]


def _heading_lines(rest: Sequence[Piece]) -> Iterator[Piece]:
    """The abstract of a document without a type's name: bold lines right under the head."""
    for number, piece in enumerate(rest[:_ABSTRACT_LINES]):
        if (number and piece.after_blank) or not _is_heading_line(piece):
            return
        yield piece


def _is_heading_line(piece: Piece) -> bool:
    """Whether a line stands bold in the middle of the page, in small letters."""
    centred = piece.cell is None and piece.align == "center"
    return centred and piece.bold and not piece.upper and not _ends_abstract(piece)


def _issuer_below(
    rest: Sequence[Piece], bases: Sequence[Piece], operative: Sequence[Piece]
) -> list[Piece]:
    """Documents of the Party name the authority between the bases and the operative word."""
    if not bases or not operative:
        return []
    between = (p for p in rest if bases[-1].order < p.order < operative[0].order)
    return [p for p in between if p.upper and wording.ISSUER.match(p.folded)]


def _left(rest: Sequence[Piece], found: Found) -> list[Piece]:
    taken = {piece.order for _, piece in found}
    return [p for p in rest if p.order not in taken]


def _is_title(piece: Piece, start: int) -> bool:
    if is_type_name(piece):
        return True
    return start > 0 and piece.upper and piece.align == "center" and piece.cell is None


def _title(rest: Sequence[Piece], name: Piece) -> Found:
    found: Found = [("type_name", name)]
    issuers = _issuer(rest, name)
    stop = issuers[0].order if issuers else rest[-1].order + 1 if rest else 0
    found += [("abstract", name)] if wording.ABOUT.search(name.folded) else []
    below = [p for p in _abstract(rest, name) if p.order < stop]
    if wording.FORM_NAME.match(name.folded):
        # A form has no abstract: capitals under its name go on with the name.
        more = [*takewhile(lambda p: p.upper and not p.after_blank, below)]
        found += [("type_name", p) for p in more]
        below = below[len(more) :]
    found += [("abstract", p) for p in below]
    found += [("annex_reference", p) for p in _reference(rest, name, found[-1][1])]
    return found + [("issuer_line", p) for p in issuers]


def _reference(rest: Sequence[Piece], name: Piece, last: Piece) -> list[Piece]:
    """A document that a decision issues names the decision right under its own title.

    Forms name the circular that issues them there: no part of the form.
    """
    below = [p for p in rest if p.order > last.order]
    if not below or below[0].align != "center" or wording.FORM_NAME.match(name.folded):
        return []
    return [*find_reference(below)]


def _abstract(rest: Sequence[Piece], name: Piece) -> Iterator[Piece]:
    """Box 5a: the lines right under the type's name, laid out like it, to the first empty line."""
    for number, piece in enumerate(rest[:_ABSTRACT_LINES]):
        if (number and piece.after_blank) or not _same_column(piece, name):
            return
        if _ends_abstract(piece) or not _looks_like_abstract(piece, name):
            return
        yield piece


def _looks_like_abstract(piece: Piece, name: Piece) -> bool:
    """Laid out like the name; otherwise right under it, and bold as it is or "Về việc …"."""
    if piece.align in (name.align, "center"):
        return True
    if piece.after_blank or piece.upper or wording.FORM_NAME.match(name.folded):
        return False
    return (piece.bold and name.bold) or bool(wording.SUBJECT.match(piece.folded))


def _same_column(piece: Piece, name: Piece) -> bool:
    if piece.cell is None or name.cell is None:
        return piece.place == name.place
    return (piece.cell.table, piece.cell.column) == (name.cell.table, name.cell.column)


def _ends_abstract(piece: Piece) -> bool:
    patterns = (wording.BASIS, wording.ADDRESSEE, wording.HEADING)
    if wording.PERIOD.match(piece.folded) and piece.align == "center":
        return False
    if any(pattern.match(piece.folded) for pattern in patterns):
        return True
    if is_signing_date(piece) and not piece.bold:
        return True
    if piece.text.endswith(":"):
        return True
    labelled = ":" in piece.text and not piece.bold
    labelled = labelled and not wording.SUBJECT.match(piece.folded)
    return labelled or is_number(piece) or len(piece.text) > _ABSTRACT


def _issuer(rest: Sequence[Piece], name: Piece) -> list[Piece]:
    """The authority that decides: capitals between the abstract and the first basis."""
    if not has_formula(name):
        return []
    before: list[Piece] = []
    for piece in rest[:_ISSUER_REACH]:
        if is_basis(piece) or wording.OPERATIVE.match(piece.folded):
            break
        before.append(piece)
    else:
        return []
    starts = [
        n
        for n, p in enumerate(before)
        if p.upper and (wording.ISSUER.match(p.folded) or (n and p.after_blank))
    ]
    if starts:
        return [p for p in before[starts[0] :] if p.upper]
    return [p for p in before[-1:] if _is_plain_issuer(p)]


def _is_plain_issuer(piece: Piece) -> bool:
    """The authority in small letters, which the law wants in capitals, in the middle of the page.

    An empty line before it tells it from the abstract.
    """
    if piece.align != "center" or not piece.after_blank or not piece.text[-1].isalpha():
        return False
    return len(piece.text) <= _ITEM and bool(wording.ISSUER.match(piece.folded))


def _addressee(rest: Sequence[Piece]) -> Iterator[Piece]:
    """Box 9a: "Kính gửi:" near the top, and the lines of the list that it opens."""
    near = (p for p in rest[:_ADDRESSEE_REACH] if wording.ADDRESSEE.match(p.folded))
    start = next(near, None)
    if start is None:
        return
    yield start
    before = start
    for piece in (p for p in rest if p.order > start.order):
        if _table(piece) != _table(start) or wording.BASIS.match(piece.folded):
            return
        if not (_table(start) is not None or _continues(piece, before, start)):
            return
        yield piece
        before = piece


def _continues(piece: Piece, before: Piece, start: Piece) -> bool:
    """Whether a line belongs to the list: after the bare label, a semicolon, or with a dash."""
    if len(piece.text) > _LINE or (before.text.endswith((".", "./.")) and before is not start):
        return False
    alone = not wording.ADDRESSEE.sub("", start.folded).strip(" :")
    if before is start and alone:
        return True
    if before.text.endswith(";"):
        short = len(piece.text) <= _ITEM and piece.text.endswith((";", "."))
        return piece.dashed or not before.dashed or short
    if before is not start and alone and piece.align == before.align == "center":
        return True
    listed = before.dashed or before.text.endswith(":") or "- " in before.text
    return piece.dashed and listed and len(piece.text) <= _ITEM


def _table(piece: Piece) -> int | None:
    return None if piece.cell is None else piece.cell.table
