"""The foot: recipients (boxes 9b, 12, 13), and the columns in which people sign (box 7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import wording
from .pieces import Found, Piece
from .signature import find_faulty_signature, find_signature, is_name, is_titled

_LINE = 150  # characters: the lines of a foot are short
_LABEL = 45  # characters: the label of the recipients is shorter
_AROUND = 8  # pieces: outside tables, how far from the recipients a signature stands
_COLUMNS = 3  # a table with more columns holds data
_AFTER = 10  # pieces: what may follow the table with the signatures


def find_foot(pieces: Sequence[Piece], start: int) -> Found:
    """Read the foot.

    Args:
        pieces: The pieces of the main document.
        start: The number of the first piece after the opening.
    """
    rest = pieces[start:]
    labels = [p for p in rest if _is_label(p)]
    # Without a colon it can also be the head of a column in a table of data.
    label = next((p for p in labels if ":" in p.text), next(iter(labels), None))
    found: Found = [("recipients_label", label)] if label else []
    unlabelled = [] if label else _list_with_archive(rest)
    top = label or next(iter(unlabelled), None)
    if top is None:
        blocks = _last_table(rest) or [_tail(rest)]
        return [item for block in blocks for item in find_signature(block)]
    items = [*unlabelled[:1], *_items(rest, top)] or [*_list_after(rest, top)]
    found += [(_kind(item), item) for item in items]
    signed = [item for block in _beside(rest, top, items) for item in find_signature(block)]
    if not signed:
        signed = [x for block in _other_columns(rest, top) for x in find_faulty_signature(block)]
    return found + signed


def _list_with_archive(rest: Sequence[Piece]) -> list[Piece]:
    """A list without "Nơi nhận:" is known by its end: "- Lưu: VT", with dashes above it."""
    archive = next((p for p in rest if p.dashed and wording.ARCHIVE.match(p.folded)), None)
    found: list[Piece] = [archive] if archive else []
    for piece in reversed(rest[: archive.order - rest[0].order] if archive else []):
        if not piece.dashed or piece.place != found[0].place:
            break
        found.insert(0, piece)
    return found


def _is_label(piece: Piece) -> bool:
    if len(piece.text) >= _LABEL or not piece.may_begin("n"):
        return False
    match = wording.RECIPIENTS.match(piece.folded)
    return match is not None and len(match["rest"]) < 30


def _kind(item: Piece) -> str:
    if wording.CONTACT.match(item.folded):
        return "contact_block"
    return "drafter_code" if wording.DRAFTER.fullmatch(item.folded) else "recipients_item"


def _items(rest: Sequence[Piece], label: Piece) -> Iterator[Piece]:
    """The lines under "Nơi nhận:": to the end of its column, or of the list outside tables."""
    after = [p for p in rest if p.order > label.order]
    if label.cell is not None:
        for piece in after:
            if piece.cell is None or piece.cell.table != label.cell.table:
                return
            if piece.cell.column == label.cell.column and _is_item(piece):
                yield piece
        return
    begun = False
    for piece in after:
        if not _is_item(piece):
            continue
        if len(piece.text) > _LINE or (begun and piece.after_blank and not piece.dashed):
            return
        # The dashes of an automatic list are not in the text: the line below begins the list.
        if piece.dashed or not (is_name(piece) or is_titled(piece)):
            begun = True
            yield piece


def _is_item(piece: Piece) -> bool:
    """Titles are in capitals; so are items of abbreviations, but those have a dash or an end."""
    if not piece.upper or piece.dashed or piece.text.startswith("{{"):
        return True
    return piece.text.endswith((";", ".")) or _kind(piece) != "recipients_item"


def _list_after(rest: Sequence[Piece], label: Piece) -> Iterator[Piece]:
    """The list right below the table whose cell holds "Nơi nhận:" alone."""
    if label.cell is None:
        return
    for piece in rest:
        if piece.order < label.order or piece.cell is not None:
            continue
        if not piece.dashed or len(piece.text) > _LINE:
            return
        yield piece


def _beside(rest: Sequence[Piece], label: Piece, items: Sequence[Piece]) -> list[list[Piece]]:
    """The columns beside the recipients; outside tables, what is left around the list."""
    own = {label.order, *(item.order for item in items)}
    last = max(own)
    if label.cell is None:
        near = (p for p in rest if label.order - _AROUND <= p.order <= last + _AROUND)
        return [*_outside_tables([p for p in near if p.order not in own and len(p.text) <= _LINE])]
    table = _table(rest, label)
    columns = _other_columns(rest, label)
    # Minutes: the secretary signs in the column, and above the line, of the recipients.
    above = [p for p in table if p.order < label.order and _column(p) == label.cell.column]
    columns.append(above)
    if any(find_signature(column) for column in columns):
        return columns
    after = [p for p in rest if last < p.order <= last + _AROUND and p not in table]
    before = [p for p in rest if label.order - _AROUND <= p.order < label.order]
    return [*_outside_tables([p for p in after if len(p.text) <= _LINE])] or [
        *_outside_tables([p for p in before if len(p.text) <= _LINE])
    ]


def _table(rest: Sequence[Piece], label: Piece) -> list[Piece]:
    return [p for p in rest if label.cell and p.cell and p.cell.table == label.cell.table]


def _other_columns(rest: Sequence[Piece], label: Piece) -> list[list[Piece]]:
    return [c for c in _columns(_table(rest, label)) if _column(c[0]) != _column(label)]


def _outside_tables(near: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Lines outside tables as one block, and each column of a table near them."""
    loose = [p for p in near if p.cell is None]
    if loose:
        yield loose
    for table in dict.fromkeys(p.cell.table for p in near if p.cell):
        yield from _columns([p for p in near if p.cell and p.cell.table == table])


def _column(piece: Piece) -> int | None:
    return None if piece.cell is None else piece.cell.column


def _columns(table: Sequence[Piece]) -> list[list[Piece]]:
    """A table's pieces by column, each in order of its rows."""
    columns: dict[int, list[Piece]] = {}
    for piece in table:
        if piece.cell is not None:
            columns.setdefault(piece.cell.column, []).append(piece)
    return [columns[number] for number in sorted(columns)]


def _last_table(rest: Sequence[Piece]) -> list[list[Piece]]:
    """The last table of the main document, where it signs and is no table of data."""
    held = [p for p in rest if p.cell is not None]
    if not held or (rest[-1].order - held[-1].order > _AFTER):
        return []
    last = held[-1].cell.table if held[-1].cell else None
    columns = _columns([p for p in held if p.cell and p.cell.table == last])
    named = (
        role == "signer_authority" and "{{" not in p.text
        for column in columns
        for role, p in find_signature(column)
    )
    return columns if len(columns) <= _COLUMNS and any(named) else []


def _tail(rest: Sequence[Piece]) -> list[Piece]:
    """The last short lines outside tables."""
    return [p for p in rest[-_AROUND:] if p.cell is None and len(p.text) <= _LINE]
