"""The opening: type name, abstract, issuing authority, addressee, legal bases, operative word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import wording
from .header import Found, is_date, is_type_name
from .pieces import Piece

_LINE = 250
_FORMULA_TYPES = ("quyet dinh", "nghi quyet")


def find_opening(pieces: Sequence[Piece], start: int) -> Found:
    """Read the opening from the first piece after the head.

    Args:
        pieces: The pieces of the main document.
        start: The number of the first piece after the head.
    """
    rest = list(pieces[start:])
    found: Found = []
    if rest and _is_title(rest[0], start):
        name = rest.pop(0)
        found.append(("type_name", name))
        issuers = [*_issuer(rest, name)]
        stop = issuers[0].order if issuers else len(pieces)
        found += [("abstract", name)] if wording.ABOUT.search(name.folded) else []
        found += [("abstract", p) for p in _abstract(rest, name) if p.order < stop]
        found += [("issuer_line", p) for p in issuers]
    taken = {piece.order for _, piece in found}
    rest = [p for p in rest if p.order not in taken]
    addressee = [*_addressee(rest)]
    found += [("addressee", piece) for piece in addressee]
    taken = {piece.order for piece in addressee}
    rest = [p for p in rest if p.order not in taken]
    bases = [*_bases(rest)]
    found += [("legal_bases", piece) for piece in bases]
    if any(role in ("legal_bases", "issuer_line") for role, _ in found):
        found += [("operative_word", piece) for piece in _operative(rest, bases)]
    return found


def _is_title(piece: Piece, start: int) -> bool:
    if is_type_name(piece):
        return True
    return start > 0 and piece.upper and piece.align == "center" and piece.cell is None


def _abstract(rest: Sequence[Piece], name: Piece) -> Iterator[Piece]:
    """Box 5a: the lines right under the type's name, laid out like it, to the first empty line."""
    for number, piece in enumerate(rest):
        if (number and piece.after_blank) or piece.place != name.place or number > 8:
            return
        if _ends_abstract(piece) or piece.align not in (name.align, "center"):
            return
        yield piece


def _ends_abstract(piece: Piece) -> bool:
    patterns = (wording.BASIS, wording.ADDRESSEE, wording.HEADING, wording.NUMBER)
    if any(pattern.match(piece.folded) for pattern in patterns) or is_date(piece):
        return True
    labelled = ":" in piece.text[:-1] and not wording.SUBJECT.match(piece.folded)
    return labelled or len(piece.text) > 2 * _LINE


def _issuer(rest: Sequence[Piece], name: Piece) -> Iterator[Piece]:
    """The authority that decides: capitals between the abstract and the first basis.

    Only decisions and resolutions have it (Appendix III, forms 1.1 to 1.3).
    """
    if not name.folded.startswith(_FORMULA_TYPES):
        return
    before: list[Piece] = []
    for piece in rest[:12]:
        if wording.BASIS.match(piece.folded):
            break
        before.append(piece)
    else:
        return
    starts = [n for n, p in enumerate(before) if p.upper and wording.ISSUER.match(p.folded)]
    yield from (p for p in before[starts[0] :] if p.upper) if starts else ()


def _addressee(rest: Sequence[Piece]) -> Iterator[Piece]:
    """Box 9a: "Kính gửi:" near the top, and the lines of the list that it opens."""
    start = next((p for p in rest[:12] if wording.ADDRESSEE.match(p.folded)), None)
    if start is None:
        return
    yield start
    alone = not wording.ADDRESSEE.sub("", start.folded).strip(" :")
    for piece in (p for p in rest if p.order > start.order):
        listed = piece.text.startswith(("-", "–", "+")) and piece.text.endswith((";", ".", ","))
        same_table = _table(piece) is not None and _table(piece) == _table(start)
        if _table(piece) != _table(start):
            return
        if not (alone or (listed and start.text.endswith((":", ";"))) or same_table):
            return
        if len(piece.text) > _LINE or wording.BASIS.match(piece.folded):
            return
        yield piece
        alone = alone and piece.text.startswith(("-", "–", "+")) and piece.text.endswith(";")


def _table(piece: Piece) -> int | None:
    return None if piece.cell is None else piece.cell.table


def _bases(rest: Sequence[Piece]) -> Iterator[Piece]:
    """Each "Căn cứ …", "Theo đề nghị …", "Xét …" of the opening, one after another."""
    begun = False
    for number, piece in enumerate(rest):
        if wording.BASIS.match(piece.folded):
            begun = True
            yield piece
        elif begun and piece.paragraph == rest[number - 1].paragraph:
            continue  # the same paragraph goes on after a gap
        elif begun or number > 4 or wording.HEADING.match(piece.folded):
            return


def _operative(rest: Sequence[Piece], bases: Sequence[Piece]) -> Iterator[Piece]:
    """QUYẾT ĐỊNH: or QUYẾT NGHỊ: on a line of its own, after the bases."""
    after = bases[-1].order if bases else -1
    for piece in rest:
        if piece.order > after and piece.upper and wording.OPERATIVE.match(piece.folded):
            yield piece
            return
        if piece.order > after + 12 or wording.HEADING.match(piece.folded):
            return
