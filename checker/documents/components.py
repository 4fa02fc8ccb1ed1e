"""Which paragraphs are which component, by position, order and the law's own words.

Nothing is keyed to style names. What is not found is left out; a document in which no head, title
or foot is found has no content of its own to judge either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import wording
from .annex import attached_reference, find_annexes, find_reference, first_document, is_annex
from .copies import find_copy
from .foot import find_foot
from .header import find_head, find_marks, is_number, is_signing_date
from .model import Component, Paragraph
from .opening import find_opening
from .pieces import Found, Piece, cut

ROLES = (
    *("national_name", "motto", "superior_agency", "issuing_agency", "number_symbol"),
    *("place_date", "urgency", "secrecy", "circulation", "draft_mark", "type_name", "abstract"),
    *("subject_line", "issuer_line", "addressee", "legal_bases", "operative_word"),
    *("signer_authority", "signer_name", "recipients_label", "recipients_item", "drafter_code"),
    *("contact_block", "annex_label", "annex_title", "annex_reference"),
    *("copy_mark", "copy_agency", "copy_number", "copy_place_date", "copy_signer_authority"),
    *("copy_signer_name", "copy_recipients"),
)
"""The roles of the contract, in the order in which a reader meets them."""

_CONTACTS = 8  # pieces below the signature
_TOP_LINES = 8
_BOX = "textbox"
_BOX_REACH = 60  # paragraphs
_OPENERS = frozenset({"type_name", "abstract", "subject_line", "addressee", "issuer_line"})
_FOOT = frozenset({"signer_authority", "signer_name", "recipients_label", "recipients_item"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The components, and the paragraphs of the document's own content (box 6)."""

    components: tuple[Component, ...]
    content: frozenset[int]


def find_components(paragraphs: Sequence[Paragraph]) -> Parts:
    """Find the components of the first document in a file."""
    boxes = [p for p in paragraphs if p.place == _BOX]
    pieces = cut([p for p in paragraphs if p.place != _BOX])
    if is_annex(pieces):
        return Parts(_of_annexes(find_annexes(pieces, 0)), frozenset())
    head = find_head(pieces)
    if boxes and not head.found:
        # Without a head in the flow of the text, it can stand in text boxes.
        pieces = cut(paragraphs)
        head = find_head(pieces)
    found = list(head.found)
    found += _boxed_marks(boxes, found)
    opening = find_opening(pieces, head)
    copied = find_copy(pieces, _after(opening, head.end)) if found else []
    pieces = pieces[: min((p.order for _, p in copied), default=len(pieces))]
    annexes = find_annexes(pieces, _after(opening, head.end))
    before = pieces[: annexes[0][0][1].order] if annexes else pieces
    main = first_document(before, _after(opening, head.end))
    found += [(role, piece) for role, piece in opening if piece.order < len(main)]
    if not any(role == "number_symbol" for role, _ in found):
        found += _number_under_title(main, found)
    start = _after(found, 0)
    foot = find_foot(main, start) if found else []
    if head.found or any(role == "signer_authority" for role, _ in foot):
        found += foot
    if not any(role == "place_date" for role, _ in found):
        found += [("place_date", piece) for piece in _dates(main, start)]
    found += _contacts(main, found) + copied
    content = _content(paragraphs, found, main) | _attached(paragraphs, before[len(main) :])
    return Parts(_components(found) + _of_annexes(annexes), content)


def _of_annexes(annexes: Sequence[Found]) -> tuple[Component, ...]:
    """Each annex has components of its own."""
    return tuple(component for annex in annexes for component in _components(annex))


def _contacts(main: Sequence[Piece], found: Found) -> Found:
    """Address and telephone number below the signature (Appendix III, forms 1.7 and 1.8)."""
    foot = [p.order for role, p in found if role in _FOOT]
    taken = {p.order for _, p in found}
    below = main[max(foot) + 1 :][:_CONTACTS] if foot else ()
    lines = [p for p in below if p.order not in taken and wording.CONTACT.match(p.folded)]
    return [("contact_block", p) for p in lines]


def _attached(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> frozenset[int]:
    """The text of a regulation issued with the document: below its "(Ban hành kèm theo …)".

    What is issued with a document has the same form of content (Decree 30/2020, form 1.3); a foot
    of its own is not part of it.
    """
    reference = [p for p in find_reference(attached_reference(pieces))]
    if not reference:
        return frozenset()
    start = reference[-1].order + 1 - pieces[0].order
    foot = [p.order for role, p in find_foot(pieces, start) if role in _FOOT]
    end = min(foot, default=pieces[-1].order + 1)
    inside = {p.paragraph for p in pieces[start:] if p.order < end}
    return frozenset(
        p.index for p in paragraphs if p.index in inside and p.place == "-" and p.text.strip()
    )


def _after(found: Found, least: int) -> int:
    return max((p.order + 1 for _, p in found), default=least)


def _boxed_marks(boxes: Sequence[Paragraph], found: Found) -> Found:
    """Stamps of urgency and secrecy, and "DỰ THẢO", are often typed into a box at the top."""
    there = {role for role, _ in found}
    marks = find_marks(cut([p for p in boxes if p.index < _BOX_REACH]))
    return [(role, piece) for role, piece in marks if found and role not in there]


def _number_under_title(main: Sequence[Piece], found: Found) -> Found:
    """Contracts and minutes have their number on a line of its own right under the title."""
    title = next((p for role, p in found if role == "type_name"), None)
    if title is None:
        return []
    under = main[title.order + 1 : title.order + 4]
    return [("number_symbol", p) for p in under if is_number(p)][:1]


def _dates(main: Sequence[Piece], start: int) -> list[Piece]:
    """Place and date outside the head: at the top, or the last ones, side by side, at the foot."""
    top = [p for p in main[:_TOP_LINES] if p.cell is None and is_signing_date(p)]
    if top:
        return top[:1]
    foot = [p for p in main[start:] if is_signing_date(p)]
    last = foot[-1].cell if foot else None
    return [p for p in foot[:-1] if last and p.cell and p.cell.table == last.table] + foot[-1:]


def _components(found: Found) -> tuple[Component, ...]:
    grouped: dict[str, list[Piece]] = {}
    for role, piece in found:
        grouped.setdefault(role, []).append(piece)
    return tuple(_component(role, grouped[role]) for role in ROLES if role in grouped)


def _component(role: str, pieces: list[Piece]) -> Component:
    ordered = sorted(pieces, key=lambda piece: piece.order)
    paragraphs = tuple(sorted({piece.paragraph for piece in ordered}))
    spans = tuple((piece.paragraph, *piece.span) for piece in ordered)
    return Component(role, paragraphs, " ".join(piece.text for piece in ordered), spans)


def _content(
    paragraphs: Sequence[Paragraph], found: Found, main: Sequence[Piece]
) -> frozenset[int]:
    """Paragraphs outside tables and text boxes, between the opening and the foot."""
    begin = max((p.paragraph for role, p in found if role in _OPENERS), default=None)
    if begin is None or not main:
        return frozenset()
    foot = (p.paragraph for role, p in found if role in _FOOT)
    end = min(foot, default=main[-1].paragraph + 1)
    taken = {piece.paragraph for _, piece in found}
    return frozenset(
        paragraph.index
        for paragraph in paragraphs
        if begin < paragraph.index < end
        and paragraph.place == "-"
        and paragraph.index not in taken
        and paragraph.text.strip()
    )
