"""One criterion as one query: counts per unit and a capped, ordered sample of rows.

A row counts as satisfied or violated only when it is known to be among the rows that count and
known to satisfy or violate. Everything else that may count is undetermined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..rulebook.book import LoadedCriterion, Rulebook
from ..rulebook.compile import Outcome, Setting, condition_sql, outcome_sql
from ..rulebook.lint import placeholders
from ..store import Store

SAMPLE = 20
"""Rows of each outcome that are kept to be shown; the total is always given."""

SampledRow = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Count:
    """What one criterion counted in one unit, with the first rows of each kind that tells most."""

    satisfied: int = 0
    violated: int = 0
    undetermined: int = 0
    violated_rows: Sequence[SampledRow] = ()
    undetermined_rows: Sequence[SampledRow] = ()

    @property
    def population(self) -> int:
        """Rows that count or may count."""
        return self.satisfied + self.violated + self.undetermined


def shown_columns(book: Rulebook, loaded: LoadedCriterion, known: Sequence[str]) -> list[str]:
    """The columns that a finding may need, in the order in which findings are sorted.

    By what a person reads first and by the row's locator last, so that the order of rows in a
    file does not change the order of findings with different values.
    """
    criterion = loaded.criterion
    header = book.subjects[criterion.subject].header
    wanted: dict[str, None] = {}
    for words in (header.label, criterion.message.violated, criterion.message.undetermined):
        wanted.update(dict.fromkeys(sorted(placeholders(words))))
    wanted.update(dict.fromkeys(evidence.column for evidence in criterion.evidence))
    for evidence in criterion.evidence:
        wanted.update(dict.fromkeys(sorted(placeholders(evidence.expected))))
    wanted.update(dict.fromkeys(sorted(placeholders(criterion.advice))))
    for clause in loaded.clauses:
        wanted.update(dict.fromkeys(sorted(clause.columns)))
    if criterion.by_date:
        wanted[criterion.by_date] = None
    wanted.update(dict.fromkeys(header.places))
    return [column for column in wanted if column in known]


def count_sql(
    book: Rulebook, loaded: LoadedCriterion, outcome: Outcome, known: Sequence[str]
) -> str:
    """The query of one criterion; ``known`` are the columns that its subject has."""
    columns = shown_columns(book, loaded, known)
    fields = ", ".join(f'"{column}" := "{column}"' for column in columns)
    kept = ", ".join(f'"{column}"' for column in columns)
    row = f"struct_pack({fields})"
    yes, no = "a AND m", "a AND NOT m"
    unknown = "a IS NULL OR (a AND m IS NULL)"
    return f"""
        WITH judged AS (
            SELECT unit, {kept}, ({outcome.among}) AS a, ({outcome.must}) AS m
            FROM "{loaded.criterion.subject}"
        )
        SELECT unit,
            count(*) FILTER (WHERE {yes}), count(*) FILTER (WHERE {no}),
            count(*) FILTER (WHERE {unknown}),
            min({row}, {SAMPLE}) FILTER (WHERE {no}),
            min({row}, {SAMPLE}) FILTER (WHERE {unknown})
        FROM judged WHERE a IS NOT FALSE GROUP BY unit ORDER BY unit
    """


def count(
    store: Store, book: Rulebook, loaded: LoadedCriterion, setting: Setting
) -> Mapping[int, Count] | None:
    """Count one criterion over all units of the store.

    Returns:
        Unit number -> counts, units without a row left out; None if no version is in force.

    Raises:
        duckdb.Error: The query failed while running (the criterion's verdict is then ``error``).
    """
    outcome = outcome_sql(book, loaded, setting)
    if outcome is None:
        return None
    known = store.columns(loaded.criterion.subject)
    rows = store.db.execute(count_sql(book, loaded, outcome, known)).fetchall()
    return {
        unit: Count(yes, no, unknown, tuple(bad or ()), tuple(open_ or ()))
        for unit, yes, no, unknown, bad, open_ in rows
    }


def applicable(store: Store, loaded: LoadedCriterion) -> Mapping[int, bool | None]:
    """For each unit: is the criterion meant for it (None: it cannot be told)?"""
    condition = condition_sql(loaded.applies, {}) if loaded.applies else "TRUE"
    return dict(store.db.execute(f"SELECT unit, ({condition}) FROM units").fetchall())
