"""Units of documents: the clean samples as the reader sees them, spoilt and blurred cell by cell.

A random document would satisfy nothing, so these begin from documents that satisfy everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from motcua.checker.documents.files import open_document
from motcua.checker.documents.rows import TABLES, document_rows
from motcua.checker.home import SAMPLES
from motcua.checker.intake.model import Value

from tests.soundness.cells import Dice, value_of
from tests.soundness.worlds import FIELDS, Row, World

DOCUMENT = 0
"""The first field of every table of documents is the document's name."""

MAIN = (
    *("national_name", "motto", "issuing_agency", "number_symbol", "place_date", "type_name"),
    *("signer_authority", "signer_name", "recipients_label", "recipients_item"),
)
"""The components that a document must have; of those the reader may have missed one."""

_NEED_NOT: Mapping[str, tuple[str, ...]] = {
    "công văn": ("type_name",),
    "biên bản": ("place_date", "signer_authority"),
}
"""By the forms of Appendix III (1.5, 1.9): a letter has no type name, minutes have several signers
and no place. One of these that is not seen is not there (expected_component.sql)."""

UNKNOWABLE: Mapping[str, tuple[str, ...]] = {
    "documents": ("doc_type", "regime"),
    "document_sections": (
        *("page_width_mm", "page_height_mm", "margin_top_mm", "margin_bottom_mm"),
        *("margin_left_mm", "margin_right_mm", "number_font", "number_size_pt"),
    ),
    "document_paragraphs": (
        *("label", "first_line_indent_mm", "left_indent_mm", "right_indent_mm"),
        *("space_before_pt", "space_after_pt", "line_value"),
    ),
    "document_texts": ("font", "size_pt", "color"),
    "document_lines": ("length_mm",),
}
"""What the reader may have to leave open; everything else it always says (model.py)."""

_UNKNOWN = {"regime": "unknown"}
_FIXED = ("document", "paragraph", "role", "readable", "section", "place", "start", "end")
_WRONG: Mapping[str, tuple[Value, ...]] = {
    "font": ("Arial", ".VnTime"),
    "size_pt": (8.0, 11.5, 12.5, 15.0, 16.0),
    "color": ("FF0000", "0000FF"),
    "align": ("left", "right", "center", "justify"),
    "first_line_indent_mm": (0.0, 5.0, 20.0),
    "space_before_pt": (0.0, 3.0, 12.0),
    "space_after_pt": (0.0, 3.0, 12.0),
    "line_rule": ("exact", "at_least", "multiple"),
    "line_value": (0.8, 2.0, 12.0, 30.0),
    "number_place": ("footer", "none"),
    "number_align": ("left", "right"),
    "label": ("1.", "f)", "j)", "I."),
    "doc_type": ("công văn", "quyết định", "biên bản", "thư công"),
    "regime": ("form", "normative"),
    "pictures": (1,),
}


@cache
def clean() -> tuple[Mapping[str, tuple[Row, ...]], ...]:
    """The rows of each clean sample by table."""
    found = []
    for path in sorted((SAMPLES / "documents").glob("*.docx")):
        rows = document_rows(open_document(path, path.name))
        found.append({table: tuple(values for _, values in rows[table]) for table in TABLES})
    return tuple(found)


@cache
def _seen_anywhere(table: str, field: str) -> tuple[Value, ...]:
    at = FIELDS[table].index(field)
    values = {row[at] for one in clean() for row in one[table]} - {None}
    return tuple(sorted(values, key=repr))


def unit(rng: Dice) -> World:
    """A unit of one to three documents, each with a few cells spoilt, and no registers."""
    world: dict[str, list[Row]] = {table: [] for table in FIELDS}
    world["units"] = [tuple(value_of("units", field, rng) for field in FIELDS["units"])]
    for number in range(rng.choice((1, 1, 2, 3))):
        sample = rng.choice(clean())
        spoilt = {table: list(rows) for table, rows in sample.items()}
        for _ in range(rng.choice((0, 1, 2, 4, 8, 16))):
            _spoil(spoilt, rng)
        for table, rows in spoilt.items():
            world[table] += [(f"{number}.docx", *row[1:]) for row in rows]
    return world


def _spoil(rows: dict[str, list[Row]], rng: Dice) -> None:
    table = rng.choice([table for table in TABLES if rows[table]])
    field = rng.choice([field for field in FIELDS[table] if field not in _FIXED])
    number, at = rng.randrange(len(rows[table])), FIELDS[table].index(field)
    row = rows[table][number]
    rows[table][number] = (*row[:at], _other(table, field, row[at], rng), *row[at + 1 :])


def _other(table: str, field: str, now: Value, rng: Dice) -> Value:
    if isinstance(now, bool):
        return not now
    if field == "text" and rng.random() < 0.5:
        text = str(now)
        return rng.choice((text.upper(), text.lower(), text.rstrip(".;:"), text + ".", "…"))
    return rng.choice((*_WRONG.get(field, ()), *_seen_anywhere(table, field)))


def blurred(world: World, rng: Dice) -> World:
    """The same unit of which less is known."""
    seen = {table: list(rows) for table, rows in world.items()}
    if rng.random() < 0.2:
        _miss_component(seen, rng)
    if rng.random() < 0.1:
        _make_unreadable(seen, rng)
    if rng.random() < 0.7:
        table = rng.choice([t for t in UNKNOWABLE if seen[t]])
        _blur(seen, table, rng.choice(UNKNOWABLE[table]), rng.choice((0.2, 1.0)), rng)
    return seen


def _blur(seen: dict[str, list[Row]], table: str, field: str, share: float, rng: Dice) -> None:
    at = FIELDS[table].index(field)
    seen[table] = [
        (*row[:at], _UNKNOWN.get(field), *row[at + 1 :]) if rng.random() < share else row
        for row in seen[table]
    ]


def _miss_component(seen: dict[str, list[Row]], rng: Dice) -> None:
    """A main component is taken for something else."""
    document = rng.choice(seen["documents"])
    name, doc_type = document[DOCUMENT], document[FIELDS["documents"].index("doc_type")]
    role = rng.choice([role for role in MAIN if role not in _NEED_NOT.get(str(doc_type), ())])
    for table in ("document_texts", "document_paragraphs", "document_lines"):
        at = FIELDS[table].index("role")
        seen[table] = [
            (*row[:at], "other", *row[at + 1 :])
            if row[DOCUMENT] == name and row[at] == role
            else row
            for row in seen[table]
        ]
    at = FIELDS["document_components"].index("role")
    seen["document_components"] = [
        row for row in seen["document_components"] if row[DOCUMENT] != name or row[at] != role
    ]


def _make_unreadable(seen: dict[str, list[Row]], rng: Dice) -> None:
    name = rng.choice(seen["documents"])[DOCUMENT]
    for table in TABLES:
        others = [row for row in seen[table] if row[DOCUMENT] != name]
        nothing: list[Value] = [name, *(None,) * (len(FIELDS[table]) - 1)]
        if table == "documents":
            nothing[FIELDS[table].index("readable")] = False
        seen[table] = [*others, tuple(nothing)]


def completions(world: World, seen: World, rng: Dice, ways: int) -> Iterator[World]:
    """What is not known may be what it was, or anything else that it can be."""
    yield world
    if any(row[FIELDS["documents"].index("readable")] is False for row in seen["documents"]):
        return
    for _ in range(ways - 1):
        yield {table: [_filled(table, row, rng) for row in rows] for table, rows in seen.items()}


def _filled(table: str, row: Row, rng: Dice) -> Row:
    fields: Sequence[str] = UNKNOWABLE.get(table, ())
    filled = list(row)
    for field in fields:
        at = FIELDS[table].index(field)
        if filled[at] is None or filled[at] == _UNKNOWN.get(field):
            filled[at] = rng.choice((*_WRONG.get(field, ()), *_seen_anywhere(table, field)))
    return tuple(filled)
