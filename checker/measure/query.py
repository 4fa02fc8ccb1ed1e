"""One criterion as one query: counts per unit and a capped, ordered sample of rows.

A row counts as satisfied or violated only when it is known to be among the rows that count and
known to satisfy or violate. Everything else that may count is undetermined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..rulebook.book import LoadedCriterion, Rulebook
from ..rulebook.compile import Outcome, Setting, applies_sql, outcome_sql
from ..rulebook.lint import placeholders
from ..rulebook.models import Criterion
from ..store import Store
from ..tables import table_specs


@dataclass(frozen=True, slots=True)
class Sample:
    """How many rows are kept to be shown; the total is always given.

    ``bad`` of those that violate, ``open`` of those that are not known. ``of_group`` is how many of
    one group (``per``), so that one bad document does not hide others.
    """

    bad: int = 20
    open: int = 20
    of_group: int = 3


SAMPLE = Sample()

SampledRow = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Count:
    """What one criterion counted in one unit, with the first rows of each kind that tells most.

    ``violations`` and ``gaps`` are rows; the counts are rows too, or groups where rows have them.
    """

    satisfied: int = 0
    violated: int = 0
    undetermined: int = 0
    violated_rows: Sequence[SampledRow] = ()
    undetermined_rows: Sequence[SampledRow] = ()
    violations: int = 0
    gaps: int = 0

    @property
    def population(self) -> int:
        """Rows that count or may count."""
        return self.satisfied + self.violated + self.undetermined


def shown_columns(book: Rulebook, loaded: LoadedCriterion, known: Sequence[str]) -> list[str]:
    """The columns that a finding may need, in the order in which findings are sorted.

    By what a person reads first and by the row's locator last, so that the order of rows in a
    file does not change the order of findings with different values. A group's rows (``per``) stay
    together; the paragraphs of a document in their order, which is part of what it says.
    """
    criterion = loaded.criterion
    header = book.subjects[criterion.subject].header
    wanted: dict[str, None] = {}
    if criterion.first:
        wanted[criterion.first] = None
    if criterion.per:
        wanted[criterion.per] = None
        if _reads_documents(book, criterion.subject):
            wanted |= dict.fromkeys(header.places)
    for words in (header.label, criterion.message.violated, criterion.message.undetermined):
        wanted.update(dict.fromkeys(sorted(placeholders(words))))
    wanted.update(dict.fromkeys(evidence.column for evidence in criterion.evidence))
    for evidence in criterion.evidence:
        wanted.update(dict.fromkeys(sorted(placeholders(evidence.expected))))
    for words in (criterion.advice, *(fix.do for fix in criterion.fix)):
        wanted.update(dict.fromkeys(sorted(placeholders(words))))
    for clause in loaded.clauses:
        wanted.update(dict.fromkeys(sorted(clause.columns)))
    for name in (criterion.by_date, *repair_columns(criterion)):
        wanted[name] = None
    wanted.update(dict.fromkeys(header.places))
    return [column for column in wanted if column in known]


def _reads_documents(book: Rulebook, subject: str) -> bool:
    tables = book.base_tables(subject) & set(table_specs())
    return any(table_specs()[table].intake == "document" for table in tables)


def repair_columns(criterion: Criterion) -> Iterator[str]:
    """What a finding has to hold so that its row can be put right."""
    for repair in criterion.repair:
        yield from (repair.at, repair.start, repair.end)
        bounds = (repair.to, repair.least, repair.greatest)
        yield from (bound for bound in bounds if isinstance(bound, str))
    for fix in criterion.fix:
        yield from sorted(fix.columns())


def count_sql(
    book: Rulebook,
    loaded: LoadedCriterion,
    outcome: Outcome,
    known: Sequence[str],
    sample: Sample = SAMPLE,
) -> str:
    """The query of one criterion; ``known`` are the columns that its subject has.

    Names that end in ``__`` are ours: a subject may call its columns anything else.
    """
    per = loaded.criterion.per
    columns = shown_columns(book, loaded, known)
    kept = ", ".join(f'"{column}"' for column in dict.fromkeys([*columns, *([per] if per else [])]))
    judged = f"""
        WITH judged AS (
            SELECT unit, {kept}, ({outcome.among}) AS a__, ({outcome.must}) AS m__
            FROM "{loaded.criterion.subject}"
        ),
        told AS (
            SELECT *, coalesce(a__ AND NOT m__, FALSE) AS bad__,
                a__ IS NULL OR (a__ AND m__ IS NULL) AS open__
            FROM judged WHERE a__ IS NOT FALSE
        )"""
    fields = ", ".join(f'"{column}" := "{column}"' for column in columns)
    if loaded.criterion.first:
        fields = f'first__ := -"{loaded.criterion.first}", {fields}'
    return judged + (_by_group(per, fields, sample) if per else _by_row(fields, sample))


def _by_row(fields: str, sample: Sample) -> str:
    row = f"struct_pack({fields})"
    return f"""
        SELECT unit, count(*) FILTER (WHERE NOT bad__ AND NOT open__),
            count(*) FILTER (WHERE bad__), count(*) FILTER (WHERE open__),
            min({row}, {sample.bad}) FILTER (WHERE bad__),
            min({row}, {sample.open}) FILTER (WHERE open__),
            count(*) FILTER (WHERE bad__), count(*) FILTER (WHERE open__)
        FROM told GROUP BY unit ORDER BY unit
    """


def _by_group(per: str, fields: str, sample: Sample) -> str:
    """Groups are counted; those with most violations are shown first.

    A group is violated by one row that violates, else open by one that is. A row whose group is
    unknown leaves all groups of its unit open: it may belong to any.
    """
    row = f"struct_pack({fields})"

    def shown(rows: str, most: int) -> str:
        kept = f"list({rows} ORDER BY worst__ DESC, {rows}) FILTER (WHERE {rows} IS NOT NULL)"
        return f"flatten({kept})[1:{most}]"

    return f""",
        grouped AS (
            SELECT unit, "{per}" IS NULL AS nameless__, bool_or(open__) AS some_open__,
                count(*) FILTER (WHERE bad__) AS worst__, count(*) FILTER (WHERE open__) AS gaps__,
                min({row}, {min(sample.of_group, sample.bad)}) FILTER (WHERE bad__) AS bad_rows__,
                min({row}, {min(sample.of_group, sample.open)}) FILTER (WHERE open__) AS open_rows__
            FROM told GROUP BY unit, "{per}"
        ),
        counted AS (
            SELECT unit, bool_or(nameless__) AS astray__, count(*) AS groups__,
                count(*) FILTER (WHERE worst__ = 0 AND NOT some_open__) AS good__,
                count(*) FILTER (WHERE worst__ > 0) AS bad__,
                {shown("bad_rows__", sample.bad)} AS bad_rows__,
                {shown("open_rows__", sample.open)} AS open_rows__,
                sum(worst__)::BIGINT AS violations__, sum(gaps__)::BIGINT AS open__
            FROM grouped GROUP BY unit
        )
        SELECT unit, CASE WHEN astray__ THEN 0 ELSE good__ END,
            CASE WHEN astray__ THEN 0 ELSE bad__ END,
            CASE WHEN astray__ THEN groups__ ELSE groups__ - good__ - bad__ END,
            bad_rows__, open_rows__, violations__, open__
        FROM counted ORDER BY unit
    """


def tally_sql(loaded: LoadedCriterion, outcome: Outcome) -> str:
    """The counts alone, as ``count_sql`` gives them, for criteria tried in many variants."""
    group = f'"{loaded.criterion.per}"' if loaded.criterion.per else "row_number() OVER ()"
    return f"""
        WITH judged AS (
            SELECT unit, {group} AS g__, ({outcome.among}) AS a__, ({outcome.must}) AS m__
            FROM "{loaded.criterion.subject}"
        ),
        grouped AS (
            SELECT unit, bool_or(coalesce(a__ AND NOT m__, FALSE)) AS bad,
                bool_or(a__ IS NULL OR (a__ AND m__ IS NULL)) AS open,
                bool_or(g__ IS NULL) AS nameless
            FROM judged WHERE a__ IS NOT FALSE GROUP BY unit, g__
        ),
        told AS (SELECT *, bool_or(nameless) OVER (PARTITION BY unit) AS astray FROM grouped)
        SELECT unit, count(*) FILTER (WHERE NOT bad AND NOT open AND NOT astray),
            count(*) FILTER (WHERE bad AND NOT astray),
            count(*) FILTER (WHERE astray OR (open AND NOT bad))
        FROM told GROUP BY unit ORDER BY unit
    """


def tally(
    store: Store, book: Rulebook, loaded: LoadedCriterion, setting: Setting
) -> Mapping[int, Count] | None:
    """What ``count`` gives, without the rows.

    Raises:
        duckdb.Error: The query failed while running.
    """
    outcome = outcome_sql(book, loaded, setting)
    if outcome is None:
        return None
    rows = store.db.execute(tally_sql(loaded, outcome)).fetchall()
    return {unit: Count(yes, no, unknown) for unit, yes, no, unknown in rows}


def count(
    store: Store,
    book: Rulebook,
    loaded: LoadedCriterion,
    setting: Setting,
    sample: Sample = SAMPLE,
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
    if store.holds_nothing(loaded.criterion.subject):
        return {}
    known = store.columns(loaded.criterion.subject)
    rows = store.db.execute(count_sql(book, loaded, outcome, known, sample)).fetchall()
    return {
        unit: Count(yes, no, unknown, tuple(bad or ()), tuple(open_ or ()), wrong, gaps)
        for unit, yes, no, unknown, bad, open_, wrong, gaps in rows
    }


def applicable(
    store: Store, book: Rulebook, loaded: LoadedCriterion, setting: Setting
) -> Mapping[int, bool | None]:
    """For each unit: is the criterion meant for it (None: it cannot be told)?"""
    condition = applies_sql(book, loaded.applies, setting) if loaded.applies else "TRUE"
    return dict(store.db.execute(f"SELECT unit, ({condition}) FROM units").fetchall())
