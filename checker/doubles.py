"""Rows of a unit that name one thing twice: told to a person, and counted as they stand.

What names a thing is said by the table (``unique`` in ``schemas/tables/*.yaml``). A row in which
any of it is unknown may be another thing and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .intake.model import FileAccount
from .places import Notice, Source, split_locator
from .store import Store
from .tables import TableSpec, table_specs
from .words import Text

MOST_TOLD = 20
"""Things named for each table of each unit."""
_PLACES = 5


def say_doubles(store: Store) -> Mapping[int, tuple[Notice, ...]]:
    """A notice, by unit, for each thing that stands in more than one row."""
    store.settle()
    said: dict[int, list[Notice]] = {}
    for spec in table_specs().values():
        if spec.unique:
            found = list(_doubles(store, spec))
            for unit, notice in found:
                said.setdefault(unit, []).append(notice)
            if found:
                _flag(store, spec)
    return {unit: tuple(notices) for unit, notices in said.items()}


def told(accounts: Sequence[FileAccount], notices: Sequence[Notice]) -> tuple[FileAccount, ...]:
    """The accounts, each notice with the first account of its file."""
    found = list(accounts)
    for notice in notices:
        at = next((n for n, one in enumerate(found) if one.file == notice.file), None)
        if at is not None:
            found[at] = replace(found[at], notices=(*found[at].notices, notice))
    return tuple(found)


def _doubles(store: Store, spec: TableSpec) -> Iterator[tuple[int, Notice]]:
    names = ", ".join(f'"{name}"' for name in spec.unique)
    known = " AND ".join(f'"{name}" IS NOT NULL' for name in spec.unique)
    rows = store.db.execute(
        f"SELECT unit, list(seen_at ORDER BY seen_at) AS seen FROM {spec.table} WHERE {known}"
        f" GROUP BY unit, {names} HAVING count(*) > 1"
        f" QUALIFY row_number() OVER (PARTITION BY unit ORDER BY min(seen_at)) <= {MOST_TOLD}"
        " ORDER BY unit, seen[1]"
    )
    for unit, seen in rows.fetchall():
        yield unit, _notice(store.sources, spec, seen)


def _flag(store: Store, spec: TableSpec) -> None:
    """Flag every row that repeats another, so that a finding can say so."""
    names = ", ".join(f'"{name}"' for name in spec.unique)
    known = " AND ".join(f'"{name}" IS NOT NULL' for name in spec.unique)
    rows = store.db.execute(
        f"SELECT seen_at FROM {spec.table} WHERE {known}"
        f" QUALIFY count(*) OVER (PARTITION BY unit, {names}) > 1 ORDER BY seen_at"
    )
    while batch := rows.fetchmany(10_000):
        for (at,) in batch:
            number, row = split_locator(at)
            store.sources[number].flags.mark_row(row, "duplicate_key")


def _notice(sources: Sequence[Source], spec: TableSpec, seen: Sequence[int]) -> Notice:
    places = [_place(sources, spec, at) for at in seen]
    first = sources[split_locator(seen[0])[0]]
    shown = "; ".join(
        place.vi if source.file == first.file else f"{source.file}: {place.vi}"
        for source, place in places[:_PLACES]
    )
    more = "; …" if places[_PLACES:] else ""
    titles = [spec.fields[name].title for name in spec.unique]
    text = Text(
        vi=f"{len(seen)} dòng trùng nhau ở {', '.join(t.vi for t in titles)} ({shown}{more}); các "
        "dòng vẫn được tính; hãy xóa dòng thừa hoặc sửa dòng ghi nhầm",
        en=f"{len(seen)} rows agree in {', '.join(t.en for t in titles)} ({shown}{more}); they "
        "count all the same; delete what is superfluous or correct what is wrong",
    )
    return Notice(first.file, places[0][1].vi, "duplicate_key", text)


def _place(sources: Sequence[Source], spec: TableSpec, at: int) -> tuple[Source, Text]:
    number, row = split_locator(at)
    return sources[number], sources[number].place(row, spec.unique[0])
