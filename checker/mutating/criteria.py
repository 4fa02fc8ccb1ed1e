"""Every mutant of one criterion: its conditions, versions, bands, and the way rows are counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlglot import exp

from ..rulebook.attested import SUBJECT
from ..rulebook.book import Clause, LoadedCriterion, Rulebook
from ..rulebook.force import idle
from ..rulebook.models import Band, EmptyVerdict
from ..rulebook.syntax import Condition
from .conditions import Kinds, slips

_DAY = dt.timedelta(days=1)
_UP, _DOWN = Decimal("0.01"), Decimal("0.05")
_ORDERED = ("DATE", "INTEGER", "BIGINT", "HUGEINT", "DOUBLE", "DECIMAL", "SMALLINT", "TINYINT")
_OTHER: dict[EmptyVerdict, EmptyVerdict] = {
    "pass": "fail",
    "fail": "pass",
    "undetermined": "pass",
    "not_applicable": "pass",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A criterion with one fault. ``told`` names it within its criterion.

    ``version`` is the version that alone is changed, None where more than its conditions are.
    """

    told: str
    loaded: LoadedCriterion
    version: int | None = None


def mutants(
    book: Rulebook,
    loaded: LoadedCriterion,
    columns: Mapping[str, str],
    units: Mapping[str, str],
) -> Iterator[Mutant]:
    """Every mutant of a criterion.

    Args:
        book: The rulebook, for the kinds of its parameters.
        loaded: The criterion.
        columns: The columns of its subject with their SQL types.
        units: The columns of the table of units with theirs.
    """
    yield from _conditions(loaded, _kinds(book, columns))
    yield from _applies(loaded, _kinds(book, units))
    yield from (one for one in _days(loaded) if not _unasked(book, one))
    yield from _counting(loaded)
    if not _asks_one_question(loaded):
        for number in range(len(loaded.clauses)):
            yield from _bands(loaded, number)
        yield _on_empty(loaded)


def _asks_one_question(loaded: LoadedCriterion) -> bool:
    """Has every unit exactly one row, whatever it handed in?

    The subject has a row for a question that nobody answered, and a second answer to the same
    question is refused (``intake/attestations.py``). So the share is 0 or 1 and never of nothing:
    another threshold above 0, or another word for no rows, says the same.
    """
    return loaded.criterion.subject == SUBJECT and all(
        isinstance(tree := clause.among.tree, exp.EQ) and tree.this.name == "question"
        for clause in loaded.clauses
    )


def _kinds(book: Rulebook, columns: Mapping[str, str]) -> Kinds:
    ordered = {name for name, kind in columns.items() if kind.startswith(_ORDERED)}
    for name, parameter in book.parameters.items():
        if not any(isinstance(value.value, str) for value in parameter.values):
            ordered.add(name)
    truths = {name for name, kind in columns.items() if kind == "BOOLEAN"}
    return Kinds(ordered, truths)


def _put(loaded: LoadedCriterion, number: int, clause: Clause) -> LoadedCriterion:
    clauses = (*loaded.clauses[:number], clause, *loaded.clauses[number + 1 :])
    return replace(loaded, clauses=clauses)


def _name(loaded: LoadedCriterion, number: int, part: str) -> str:
    """A part of a version; the version is named where there are several."""
    if len(loaded.clauses) == 1:
        return part
    return f"{part} {loaded.clauses[number].version.valid_from.isoformat()}"


def _conditions(loaded: LoadedCriterion, kinds: Kinds) -> Iterator[Mutant]:
    for number, clause in enumerate(loaded.clauses):
        for part, condition in (("among", clause.among), ("must", clause.must)):
            if isinstance(condition.tree, exp.Boolean):
                continue
            name = _name(loaded, number, part)
            found = [(s.told, s.tree) for s in slips(condition.tree, kinds)]
            if not isinstance(condition.tree, exp.And | exp.Or):
                found.append(("TRUE", exp.true()))
            for told, tree in found:
                changed = (
                    replace(clause, among=Condition.of(tree))
                    if part == "among"
                    else replace(clause, must=Condition.of(tree))
                )
                yield Mutant(f"{name}: {told}", _put(loaded, number, changed), number)


def _applies(loaded: LoadedCriterion, kinds: Kinds) -> Iterator[Mutant]:
    if loaded.applies is None:
        return
    yield Mutant("applies: TRUE", replace(loaded, applies=None))
    for slip in slips(loaded.applies.tree, kinds):
        yield Mutant(f"applies: {slip.told}", replace(loaded, applies=Condition.of(slip.tree)))


def _bands(loaded: LoadedCriterion, number: int) -> Iterator[Mutant]:
    """A threshold moved, a band left out, a partial taken for a pass."""
    clause = loaded.clauses[number]
    bands = clause.version.bands
    name = _name(loaded, number, "bands")
    for told, changed in _changed_bands(bands):
        version = clause.version.model_copy(update={"bands": changed})
        yield Mutant(
            f"{name}: {told}", _put(loaded, number, replace(clause, version=version)), number
        )


def _changed_bands(bands: tuple[Band, ...]) -> Iterator[tuple[str, tuple[Band, ...]]]:
    first, rest = bands[0], bands[1:]
    if rest:
        lower = first.model_copy(update={"at_least": rest[0].at_least})
        yield f"pass from {_percent(lower)}", (lower, *rest[1:])
    elif first.at_least == 1:
        half = first.model_copy(update={"at_least": Decimal("0.5")})
        yield f"pass from {_percent(half)}", (half,)
    for place, band in enumerate(bands):
        if place:
            left = (*bands[:place], *bands[place + 1 :])
            yield f"without partial from {_percent(band)}", left
        for step in (_UP, -_DOWN):
            at_least = band.at_least + step
            above = bands[place - 1].at_least if place else Decimal(1)
            below = bands[place + 1].at_least if place + 1 < len(bands) else Decimal(0)
            if band.at_least < 1 and below < at_least and (at_least < above or not place):
                moved = band.model_copy(update={"at_least": at_least})
                told = f"{band.verdict} from {_percent(band)} → {_percent(moved)}"
                yield told, (*bands[:place], moved, *bands[place + 1 :])


def _percent(band: Band) -> str:
    return f"{float(band.at_least * 100):g} %"


def _days(loaded: LoadedCriterion) -> Iterator[Mutant]:
    """First and last days moved by one; where one version follows another, both move."""
    for number, clause in enumerate(loaded.clauses):
        for step in (_DAY, -_DAY):
            first, last = clause.version.valid_from, clause.version.valid_to
            before = loaded.clauses[number - 1] if number else None
            told = f"valid_from: {first.isoformat()} → {(first + step).isoformat()}"
            if before and before.version.valid_to == first - _DAY:
                if _differ(loaded, before, clause):
                    earlier = _ending(loaded, number - 1, first + step - _DAY)
                    yield Mutant(told, _beginning(earlier, number, first + step))
            else:
                yield Mutant(told, _beginning(loaded, number, first + step))
            after = loaded.clauses[number + 1] if number + 1 < len(loaded.clauses) else None
            if last and not (after and after.version.valid_from == last + _DAY):
                told = f"valid_to: {last.isoformat()} → {(last + step).isoformat()}"
                yield Mutant(told, _ending(loaded, number, last + step))


def _unasked(book: Rulebook, mutant: Mutant) -> bool:
    """Does a first day moved back reach only rows of a day on which nothing was asked?

    By rows' dates such rows do not count whatever the versions say (``force.idle``): the documents
    that the criterion rests on had not begun.
    """
    loaded = mutant.loaded
    if not loaded.criterion.by_date:
        return False
    day = loaded.clauses[0].version.valid_from
    return any(
        (first is None or first <= day) and (last is None or day <= last)
        for first, last in idle(book, loaded)
    )


def _differ(loaded: LoadedCriterion, one: Clause, other: Clause) -> bool:
    """Can it be seen which of two versions judged? By rows' dates only where they say unlike."""
    return not loaded.criterion.by_date or (
        (one.version.among, one.version.must) != (other.version.among, other.version.must)
    )


def _beginning(loaded: LoadedCriterion, number: int, day: dt.date) -> LoadedCriterion:
    clause = loaded.clauses[number]
    version = clause.version.model_copy(update={"valid_from": day})
    return _put(loaded, number, replace(clause, version=version))


def _ending(loaded: LoadedCriterion, number: int, day: dt.date) -> LoadedCriterion:
    clause = loaded.clauses[number]
    version = clause.version.model_copy(update={"valid_to": day})
    return _put(loaded, number, replace(clause, version=version))


def _counting(loaded: LoadedCriterion) -> Iterator[Mutant]:
    """How rows are counted, and by whose date."""
    criterion = loaded.criterion
    for key in ("per", "by_date"):
        if getattr(criterion, key):
            changed = criterion.model_copy(update={key: ""})
            yield Mutant(f"without {key}", replace(loaded, criterion=changed))


def _on_empty(loaded: LoadedCriterion) -> Mutant:
    """Another word for no rows."""
    criterion = loaded.criterion
    other = _OTHER[criterion.on_empty]
    changed = criterion.model_copy(update={"on_empty": other})
    return Mutant(f"on_empty: {criterion.on_empty} → {other}", replace(loaded, criterion=changed))
