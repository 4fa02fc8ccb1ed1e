"""Nothing passes because there is nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from motcua.checker.documents.rows import TABLES as DOCUMENTS

from tests.soundness.bench import ALL_TABLES, on_registers, rule, rulebook
from tests.soundness.cells import Dice
from tests.soundness.worlds import FIELDS, REGISTERS, Row, World, whole

UNITS = 150
TABLES = (*REGISTERS, "attestations")
BENIGN = ("undetermined", "not_applicable")
BOUND = frozenset({"ministry", "province", "district", "department"})
"""Levels that Decision 19/2014, art. 2.1 binds; the others are encouraged and have to be asked."""

YEARLY_PLANS = ("LT-06", "CD-02", "CD-03")
"""What each year needs: a year without it is a fault of the (empty) register."""

TRUE_WITHOUT = {
    # What is abolished is not on display where, as the register itself says, nothing is.
    "postings": {"NY-04"},
    # A posting that shows every part shows those that are due, whatever the lists say.
    # A code that no list holds is no fault where the lists may be incomplete; days are no codes.
    "procedures": {"NY-03", "NY-09"},
    "decisions": {"NY-03", "NY-09"},
    # A dossier for which nothing was asked ends when it was finished.
    "dossier_supplements": {"BCS-21"},
    # What stands in no list does not stand in both.
    "postal_lists": {"NY-20"},
    # Minutes of an audit stand in the register of audits, whatever that of reviews holds.
    "iso_audits": {"ISO-55"},
    "iso_reviews": {"ISO-55"},
}
"""Criteria whose rows are of another table and can be satisfied without this one."""


def units(seed: int) -> list[World]:
    rng = Dice(seed)
    return [whole(rng) for _ in range(UNITS)]


def standing_on(table: str) -> list[str]:
    book = rulebook()
    return [
        name
        for name in on_registers()
        if table in book.base_tables(book.criteria[name].criterion.subject)
    ]


def without(world: World, tables: tuple[str, ...], row: Mapping[str, list[Row]]) -> World:
    return {**world, **{table: row.get(table, []) for table in tables}}


def test_no_criterion_passes_by_what_it_says_of_an_empty_population():
    assert [
        name for name, one in rulebook().criteria.items() if one.criterion.on_empty == "pass"
    ] == []


def test_no_criterion_passes_or_fails_where_every_register_is_empty():
    for ruled in rule([without(world, TABLES, {}) for world in units(1)]):
        for criterion, one in ruled.items():
            # A year that is over without an audit or a review in the (empty) register is a fault.
            # So is an address for feedback that the (empty) register does not hold.
            faults = ("ISO-02", "ISO-03", "NY-17", "NY-18", *YEARLY_PLANS)
            allowed = (*BENIGN, "fail") if criterion in faults else BENIGN
            assert one.verdict in allowed, criterion


@pytest.mark.parametrize("table", TABLES)
def test_no_criterion_passes_where_one_of_its_tables_is_empty(table: str):
    concerned = sorted(set(standing_on(table)) - TRUE_WITHOUT.get(table, set()))
    bare = [without(world, (table,), {}) for world in units(2)]
    ruled = rule(bare, criteria=concerned) if concerned else []
    passed = {name for one in ruled for name, it in one.items() if it.verdict == "pass"}
    assert passed == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_no_criterion_passes_or_fails_where_nothing_can_be_read(rows: int):
    nothing = {
        table: [(None,) * len(FIELDS[table]) for _ in range(rows)] for table in REGISTERS
    } | {
        table: [(f"{n}.docx", *(None,) * (len(FIELDS[table]) - 1)) for n in range(rows)]
        for table in DOCUMENTS
    }
    tables = (*TABLES, *DOCUMENTS)
    every = tuple(rulebook().criteria)
    for ruled in rule([without(one, tables, nothing) for one in units(3)], criteria=every):
        assert {one.verdict for one in ruled.values()} <= set(BENIGN)


def test_a_unit_that_handed_in_nothing_gets_no_pass_and_no_fail():
    bare, every = [without(one, TABLES, {}) for one in units(4)], tuple(rulebook().criteria)
    for ruled in rule(bare, provided=frozenset(), criteria=every):
        for one in ruled.values():
            assert one.reason in ("missing_data", "not_applicable")


@pytest.mark.parametrize("table", sorted(ALL_TABLES))
def test_a_table_not_handed_in_leaves_what_stands_on_it_open(table: str):
    concerned = standing_on(table)
    provided = ALL_TABLES - {table}
    for ruled in rule(units(5), provided=provided, criteria=concerned) if concerned else ():
        for criterion, one in ruled.items():
            assert one.reason in ("missing_data", "not_applicable"), criterion


def test_whether_a_criterion_applies_is_asked_and_never_guessed():
    at = FIELDS["units"].index("applies_iso")
    level = FIELDS["units"].index("level")
    book = rulebook()
    asking = {
        name
        for name in on_registers()
        if (applies := book.criteria[name].criterion.applies) and "applies_iso" in applies.when
    }
    # The list of procedures is of ministries and provinces; inspections are of the lead unit.
    own_duties = {"ISO-23", "ISO-45", "ISO-46", "ISO-47", "ISO-48"}
    assert asking == {name for name in on_registers() if name.startswith("ISO")} - own_duties
    worlds = [
        {**world, "units": [(*row[:at], None, *row[at + 1 :]) for row in world["units"]]}
        for world in units(6)
    ]
    for world, ruled in zip(worlds, rule(worlds), strict=True):
        encouraged = world["units"][0][level] not in BOUND
        for criterion, one in ruled.items():
            unknown = encouraged and criterion in asking
            assert (one.reason == "applicability_unknown") == unknown, criterion
