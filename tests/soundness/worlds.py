"""Random units: every table from small domains, so that joins hit and days lie about the edges.

A *world* is one unit's tables. ``blurred`` forgets some of a complete world; ``completed`` fills
in what is unknown, in one of the many ways that are possible.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

from motcua.checker.documents.rows import TABLES
from motcua.checker.intake.model import NEVER, Value
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.tables import table_specs

from tests.soundness.cells import AS_OF, DECISIONS, DOSSIERS, Dice, value_of

Row = tuple[Value, ...]
World = Mapping[str, Sequence[Row]]


REGISTERS = tuple(n for n, spec in table_specs().items() if spec.intake == "register")
FIELDS = {name: tuple(spec.fields) for name, spec in table_specs().items()}

QUESTIONS = tuple(load_rulebook().questions)
OWN: Mapping[str, int | float | str] = {
    "posting_grace_days": 3,
    "early_posting_days": 3,
    "lists_are_complete": 1,
    "form_right_after": 1,
    "postal_lists_due": 1,
    "staff_contacts_due": 1,
    "document_numbering": "chung",
    "iso_lead_unit": 1,
    "start_of_day_until": "09:00",
    "office_open_until": "17:00",
    "full_use_target": 50,
    "partial_use_target": 50,
    "online_filing_target": 50,
    "online_payment_target": 50,
    "postal_target": 50,
    "on_time_target": 60,
    "yearly_plan_months": 1,
    "incoming_system_share": 50,
    "simplification_share": 10,
}
"""What a locality may set: without it the criteria that ask for it fail nobody."""

_PERIODS = (
    (dt.date(2026, 1, 1), AS_OF),
    (dt.date(2025, 1, 1), AS_OF),
    (dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
)


def _row(table: str, rng: Dice, **known: Value) -> Row:
    return tuple(
        known[field] if field in known else value_of(table, field, rng) for field in FIELDS[table]
    )


def whole(rng: Dice) -> World:
    """A unit of which everything is known: up to 6 rows a register; documents are in papers.py.

    Small units are the sharper ones: one row decides.
    """
    most, rng.usual = rng.choice((1, 2, 3, 6)), rng.choice((0.7, 0.85, 0.97))
    first, last = rng.choice(_PERIODS)
    unit = _row("units", rng, period_from=first, period_to=last)
    world: dict[str, list[Row]] = {"units": [unit]}
    seed, usual = rng.random(), rng.usual
    for table in REGISTERS:
        # Chance of its own for each table: one more of them leaves the others as they are.
        own = Dice(f"{seed} {table}")
        own.usual = usual
        world[table] = [_row(table, own) for _ in range(own.randint(0, most))]
    listed = DECISIONS[: rng.choice((2, 3, 3, 3, 5))]
    world["decisions"] = [_row("decisions", rng, decision_no=number) for number in listed]
    at_hand = rng.sample(DOSSIERS[:6], rng.randint(0, most))
    own = Dice(f"{seed} online")
    world["dossiers"] = [_or_online(_dossier(number, rng), own) for number in at_hand]
    world["postal_lists"] += _postal_lists(world, rng)
    asked = rng.sample(QUESTIONS, rng.randint(0, len(QUESTIONS)))
    world["attestations"] = [_row("attestations", rng, question=one) for one in asked]
    return world | {table: [] for table in TABLES}


def _dossier(number: str, rng: Dice) -> Row:
    """Of any kind; or still at hand; or moved in the morning after the afternoon it came."""
    kind, known = rng.random(), dict[str, Value](dossier_no=number)
    if kind < 0.3:
        known |= {"status": "processing", "finished_on": NEVER, "returned_on": NEVER}
    elif kind < 0.5:
        known |= {"received_on": dt.date(2025, 6, 2), "received_time": "15:01"}
        known |= {"transferred_on": dt.date(2025, 6, 3), "status": "returned"}
        known |= {"transferred_time": rng.choice(("08:00", "08:00", "09:30"))}
    return _row("dossiers", rng, **known)


def _or_online(row: Row, rng: Dice) -> Row:
    """The dossier; or online, of the time whose article 18.1 was read: moved at once, or later."""
    if rng.random() > 0.12:
        return row
    online: dict[str, Value] = {"channel": "online", "received_on": dt.date(2021, 3, 3)}
    online["received_time"] = rng.choice(("09:00", "16:00", "20:00"))
    online["transferred_on"] = rng.choice((dt.date(2021, 3, 3), dt.date(2021, 3, 4)))
    return tuple(online.get(name, cell) for name, cell in zip(FIELDS["dossiers"], row, strict=True))


def _postal_lists(world: World, rng: Dice) -> list[Row]:
    """What an orderly unit has: each of its procedures in a list at both places."""
    orderly = rng.random() < 0.5
    codes = sorted({str(row[0]) for row in world["procedures"]}) if orderly else ()
    return [
        _row(
            "postal_lists",
            rng,
            code=code,
            channel=channel,
            via_post=rng.random() < 0.9,
            posted_on=dt.date(2026, 3, 1),
            removed_on=NEVER,
        )
        for code in codes
        for channel in ("office", "website")
    ]


_UNIT_MAY_LACK = frozenset({"procedure_level", "fields", "applies_iso"})
"""What ``unit.yaml`` may leave out."""


def blurred(world: World, rng: Dice) -> World:
    """The same unit of which less is known: one field, or cells and rows anywhere."""
    if rng.random() < 0.6:
        return _blurred_in_one_field(world, rng)
    share = rng.choice((0.02, 0.05, 0.1, 0.3))
    seen: dict[str, list[Row]] = {}
    for table, rows in world.items():
        seen[table] = [_blurred_row(table, row, share, rng) for row in rows]
    return seen


def _blurred_in_one_field(world: World, rng: Dice) -> World:
    """What everything else being known leaves open is where a slip shows."""
    table, field = rng.choice([(table, field) for table, field in _read() if world[table]])
    at = FIELDS[table].index(field)
    rows = [
        (*row[:at], None, *row[at + 1 :]) if rng.random() < 0.5 else row for row in world[table]
    ]
    return {**world, table: rows}


@cache
def _read() -> tuple[tuple[str, str], ...]:
    """Every table and field that a subject reads and that may be unknown."""
    book = load_rulebook()
    read = {pair for subject in book.subjects for pair in book.columns_read(subject)}
    return tuple(
        (table, field)
        for table, field in sorted(read)
        if field in FIELDS.get(table, ()) and _may_be_unknown(table, field)
    )


def _may_be_unknown(table: str, field: str) -> bool:
    if table == "attestations":  # refused at the door where anything but the answer is not known
        return field == "answer"
    return table not in TABLES and (table != "units" or field in _UNIT_MAY_LACK)


def _blurred_row(table: str, row: Row, share: float, rng: Dice) -> Row:
    if table in REGISTERS and rng.random() < share:
        return (None,) * len(row)
    return tuple(
        None if _may_be_unknown(table, field) and rng.random() < share else value
        for field, value in zip(FIELDS[table], row, strict=True)
    )


def completed(seen: World, rng: Dice) -> World:
    """One way in which the unknown may be: any value for a cell, any row for a refused one.

    Decisions and dossiers keep their numbers apart.
    """
    rng.usual = rng.choice((0.3, 0.6, 0.9))
    filled = {table: [_filled_row(table, row, rng) for row in rows] for table, rows in seen.items()}
    _number_apart(DECISIONS, seen["decisions"], filled["decisions"], rng)
    _number_apart(DOSSIERS, seen["dossiers"], filled["dossiers"], rng)
    return filled


def _filled_row(table: str, row: Row, rng: Dice) -> Row:
    filled = list(row)
    for at, field in enumerate(FIELDS[table]):
        if filled[at] is None:
            filled[at] = value_of(table, field, rng)
    return tuple(filled)


def _number_apart(
    numbers: Sequence[str], seen: Sequence[Row], filled: list[Row], rng: Dice
) -> None:
    taken = {row[0] for row in seen}
    free = [number for number in numbers if number not in taken]
    rng.shuffle(free)
    # Of the numbers that other tables name rather often, so that a refused row matters.
    free.sort(key=lambda number: number not in numbers[:3] or rng.random() < 0.5)
    for at, row in enumerate(seen):
        if row[0] is None:
            filled[at] = (free.pop(0), *filled[at][1:])
