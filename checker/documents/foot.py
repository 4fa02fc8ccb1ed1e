"""The foot: recipients (boxes 9b, 12, 13) and signatures (boxes 7a, 7b)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import wording
from .header import Found
from .pieces import Piece

_LINE = 120  # characters: the lines of a foot are short


def find_foot(pieces: Sequence[Piece], start: int) -> Found:
    """Read the foot.

    Args:
        pieces: The pieces of the main document.
        start: The number of the first piece after the opening.
    """
    rest = pieces[start:]
    label = next((p for p in rest if _is_label(p)), None)
    found: Found = []
    if label is not None:
        found.append(("recipients_label", label))
        items = [*_items(rest, label)]
        found += [(_kind(item), item) for item in items]
        blocks = _beside(rest, label, items)
    else:
        blocks = _last_table(rest) or [_tail(rest)]
    for block in blocks:
        found += _signature(block)
    return found


def _is_label(piece: Piece) -> bool:
    match = wording.RECIPIENTS.match(piece.folded)
    return match is not None and len(match["rest"]) < 30 and len(piece.text) < 45


def _kind(item: Piece) -> str:
    if wording.CONTACT.match(item.folded):
        return "contact_block"
    return "drafter_code" if wording.DRAFTER.fullmatch(item.folded) else "recipients_item"


def _items(rest: Sequence[Piece], label: Piece) -> Iterator[Piece]:
    """The lines under "Nơi nhận:": to the end of its column, or of the list outside tables."""
    begun = False
    for piece in (p for p in rest if p.order > label.order):
        if label.cell is not None:
            if piece.cell is None or piece.cell.table != label.cell.table:
                return
            if piece.cell.column == label.cell.column and not piece.upper:
                yield piece
            continue
        dashed = piece.text.startswith(("-", "–", "+", "*"))
        if (piece.upper and not dashed) or piece.paragraph == label.paragraph:
            continue
        if len(piece.text) > _LINE or (begun and piece.after_blank and not dashed):
            return
        if dashed or (begun and not _is_name(piece)):
            begun = True
            yield piece


def _beside(rest: Sequence[Piece], label: Piece, items: Sequence[Piece]) -> list[list[Piece]]:
    """The columns beside the recipients; outside tables, what is left around the list."""
    own = {label.order, *(item.order for item in items)}
    if label.cell is None:
        last = max(own)
        around = [p for p in rest if label.order - 8 <= p.order <= last + 8 and p.order not in own]
        return [[p for p in around if len(p.text) <= _LINE]]
    table = [p for p in rest if p.cell and p.cell.table == label.cell.table]
    columns = [c for c in _columns(table) if c[0].cell and c[0].cell.column != label.cell.column]
    return columns or [[p for p in rest if max(own) < p.order <= max(own) + 8]]


def _columns(table: Sequence[Piece]) -> list[list[Piece]]:
    """A table's pieces by column, each in order of its rows."""
    columns: dict[int, list[Piece]] = {}
    for piece in table:
        if piece.cell is not None:
            columns.setdefault(piece.cell.column, []).append(piece)
    return [columns[number] for number in sorted(columns)]


def _last_table(rest: Sequence[Piece]) -> list[list[Piece]]:
    """The last table of the main document, where it is of at most three columns and signs."""
    tables = [p.cell.table for p in rest if p.cell is not None]
    if not tables:
        return []
    pieces = [p for p in rest if p.cell is not None and p.cell.table == tables[-1]]
    columns = _columns(pieces)
    named = (
        role == "signer_authority" and "{{" not in p.text
        for c in columns
        for role, p in _signature(c)
    )
    if len(columns) > 3 or not any(named):
        return []
    return columns


def _tail(rest: Sequence[Piece]) -> list[Piece]:
    """The last short lines outside tables."""
    return [p for p in rest[-8:] if p.cell is None and len(p.text) <= _LINE]


def _signature(block: Sequence[Piece]) -> Found:
    """Box 7: capitals that name an authority or title, then the signer's name.

    Captions of private persons ("NGƯỜI LÀM ĐƠN") are no authority.
    """
    authority: list[Piece] = []
    for piece in block:
        if authority and not (piece.upper and _may_continue(piece)):
            break
        if authority or _is_authority(piece):
            authority.append(piece)
    if not authority:
        return []
    after = [p for p in block if p.order > authority[-1].order and _is_name(p)]
    found: Found = [("signer_authority", piece) for piece in authority]
    return found + [("signer_name", piece) for piece in after[:1]]


def _is_authority(piece: Piece) -> bool:
    if not piece.upper or wording.CITIZEN.search(piece.folded):
        return False
    if wording.MARK.match(piece.folded) or piece.text.startswith("{{"):
        return True
    return bool(wording.TITLE.search(piece.folded)) and len(piece.text) < _LINE


def _may_continue(piece: Piece) -> bool:
    """A further line of the authority; capitals after an empty line with no title are a name."""
    return not piece.after_blank or (_is_authority(piece) and not piece.text.startswith("{{"))


def _is_name(piece: Piece) -> bool:
    """A person's name, a rank or degree before it, or a slot of a template.

    Letters alone, the first word and the last two with a capital; no word of a title.
    """
    if piece.text.startswith("{{"):
        return True
    if wording.NOTE.match(piece.folded) or wording.TITLE.search(piece.folded):
        return False
    words = piece.text.replace(".", ". ").strip(" .").split()
    if not 2 <= len(words) <= 8 or not all(w.rstrip(".").isalpha() for w in words):
        return False
    return all(word[0].isupper() for word in (words[0], *words[-2:]))
