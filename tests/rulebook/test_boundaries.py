"""The cases of the ISO criteria stand on both sides of each criterion's dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from motcua.checker.home import RULES
from motcua.checker.rulebook.book import Rulebook
from motcua.checker.rulebook.load import load_folder

CASES = sorted((RULES / "iso9001").glob("ISO-*.cases.yaml"))
NO_DAY_DECIDES = {
    "ISO-18": "counts sheets",
    "ISO-27": "looks for kinds",
    "ISO-28": "looks for clauses",
    "ISO-29": "looks for texts",
    "ISO-30": "days are compared for equality",
    "ISO-31": "looks at a text",
    "ISO-32": "looks for texts",
    "ISO-37": "looks for texts",
    "ISO-49": "days are compared for equality",
    "ISO-50": "compares counts",
    "ISO-53": "looks for texts",
    "ISO-54": "compares numbers",
}
"""Criteria of whose rows no day is held against another one."""

Days = frozenset[tuple[str, dt.date]]


class Case(NamedTuple):
    """A case: what it comes to, and each day in it by where it stands."""

    said: tuple[str, str, int]
    days: Days


@cache
def book() -> Rulebook:
    return load_folder(RULES)


def cases(path: Path) -> Iterator[Case]:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    for case in read["cases"]:
        days = {("as_of", case.get("as_of", read["as_of"]))}
        for table, rows in (case.get("tables") or {}).items():
            for row in rows:
                cells = {**read["rows"].get(table, {}), **(row or {})}
                days |= {(f"{table}.{n}", d) for n, v in cells.items() for d in day(v)}
        wanted = case["expect"]
        said = (wanted["verdict"], wanted.get("reason", ""), wanted.get("violated", 0))
        yield Case(said, frozenset(days))


def day(value: object) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        yield value
    elif isinstance(value, str):
        try:
            yield dt.date.fromisoformat(value)
        except ValueError:
            return


def a_day_apart(one: Days, other: Days) -> bool:
    return any(
        where == there and abs((first - second).days) == 1
        for where, first in one
        for there, second in other
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name[:6])
def test_two_cases_a_day_apart_come_to_different_ends(path: Path):
    told = list(cases(path))
    turns = any(
        one.said != other.said and a_day_apart(one.days, other.days)
        for one, other in combinations(told, 2)
    )
    assert turns or path.name[:6] in NO_DAY_DECIDES


def test_each_criterion_is_in_force_from_its_first_day_and_no_day_before():
    """The days on which a wording begins and ends, of every pack."""
    one_day = dt.timedelta(days=1)
    for criterion in book().criteria.values():
        for clause in criterion.clauses:
            version = clause.version
            assert criterion.in_force(version.valid_from) is clause
            assert criterion.in_force(version.valid_from - one_day) is not clause
            if version.valid_to:
                assert criterion.in_force(version.valid_to) is clause
                assert criterion.in_force(version.valid_to + one_day) is not clause
        first = criterion.clauses[0].version.valid_from
        assert criterion.in_force(first - one_day) is None


def test_where_the_edition_changes_no_day_is_left_out():
    """TCVN ISO 9001:2008 may be applied up to 30/9/2018; from 01/10/2018 it is that of 2015."""
    last, first = dt.date(2018, 9, 30), dt.date(2018, 10, 1)
    for name, criterion in book().criteria.items():
        before, after = criterion.in_force(last), criterion.in_force(first)
        editions = {
            text
            for clause in (before, after)
            if clause
            for text in (ref.document for ref in clause.version.basis)
            if text.startswith("TCVN")
        }
        if before and editions:
            assert after, name
            assert "TCVN ISO 9001:2015" in editions, name
            old = {ref.document for ref in before.version.basis}
            assert "TCVN ISO 9001:2015" not in old, name
