"""From a sampled row to a finding: its words filled in, each value with the place it stood in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from ..intake.model import NEVER
from ..places import Source, split_locator
from ..result import Evidence, Finding, RepairAsked, Setpoint
from ..rulebook.book import Clause, LoadedCriterion, Rulebook
from ..rulebook.models import Repair
from ..rulebook.titles import column_title
from ..tables import Words, shown_as
from ..words import Text
from .cells import Cell, Said, seen_in
from .query import SampledRow

_UNKNOWN_NAMED = 4
_LONGEST_QUOTED = 200
_BRACE = re.compile("[{}]")
_UNKNOWN = Text(vi="(không rõ)", en="(unknown)")
_NEVER = Text(vi="(chưa có)", en="(not yet)")
_BLANK = Text(vi="(trống)", en="(blank)")
_IN_THE_CELL = Text(vi="(xem ô)", en="(see the cell)")
_LAW_IN_DOUBT = Text(
    vi="Chưa đủ căn cứ: quy định của ngày này chưa được kiểm chứng, hoặc chưa có trong bộ luật",
    en="Not enough to judge: the law of this day is not verified, or not in the rules",
)


@dataclass(frozen=True, slots=True)
class Teller:
    """Everything that findings of one criterion in one unit are told with.

    ``as_of`` is the day whose law decides, ``local`` holds the parameters that the unit's own
    profile sets.
    """

    book: Rulebook
    loaded: LoadedCriterion
    clause: Clause
    as_of: dt.date
    sources: Sequence[Source]
    local: Mapping[str, int | float | str]

    def violated(self, row: SampledRow) -> Finding:
        """What is wrong with a row that is known to violate."""
        return self._finding(row, self.loaded.criterion.message.violated.text())

    def undetermined(self, row: SampledRow) -> Finding:
        """What is not known of a row, and why it could not be judged."""
        words = self.loaded.criterion.message.undetermined
        return self._finding(row, words.text() if words else self._unknown_columns(row))

    def filled(self, row: SampledRow, words: Words) -> Text:
        """Other words of the criterion, with the row's values."""
        return _fill(words.text(), self._values(row))

    def _finding(self, row: SampledRow, message: Text) -> Finding:
        values = self._values(row)
        header = self.book.subjects[self.loaded.criterion.subject].header
        return Finding(
            subject=_fill(header.label.text(), values),
            message=_fill(message, values),
            evidence=self._evidence(row, values),
            advice=_fill(self.loaded.criterion.advice.text(), values),
            paragraph=self._paragraph(row),
            repairs=tuple(self._repairs(row)),
        )

    def _values(self, row: SampledRow) -> dict[str, Text]:
        shown = {name: show(value) for name, value in row.items()} | dict(self._in_words(row))
        return shown | {n: show(self._parameter(n, row)) for n in self.clause.parameters}

    def _in_words(self, row: SampledRow) -> Iterator[tuple[str, Text]]:
        """The codes of the row for which its table has words ("center": giữa)."""
        header = self.book.subjects[self.loaded.criterion.subject].header
        for locator, columns in header.places.items():
            at = row.get(locator)
            table = self.sources[split_locator(at)[0]].table if isinstance(at, int) else ""
            for column, field in columns.items():
                words = shown_as(table, field, row.get(column))
                if words is not None:
                    yield column, words

    def _parameter(self, name: str, row: SampledRow) -> int | float | str | None:
        """A parameter's value on the day that decides the row, the unit's own before the law's."""
        if name in self.local:
            return self.local[name]
        by_date = self.loaded.criterion.by_date
        day = row.get(by_date) if by_date else self.as_of
        if not isinstance(day, dt.date):
            return None
        held = (v for v in self.book.values(name) if v.valid_from <= day <= (v.valid_to or NEVER))
        return next((value.value for value in held), None)

    def _paragraph(self, row: SampledRow) -> int | None:
        """The paragraph of the first evidence that stands in one."""
        header = self.book.subjects[self.loaded.criterion.subject].header
        for item in self.loaded.criterion.evidence:
            for locator, columns in header.places.items():
                at = row.get(locator)
                if item.column in columns and isinstance(at, int):
                    number, line = split_locator(at)
                    if self.sources[number].in_paragraphs:
                        return line
        return None

    def _repairs(self, row: SampledRow) -> Iterator[RepairAsked]:
        for repair in self.loaded.criterion.repair:
            at = row.get(repair.at)
            if isinstance(at, int):
                yield RepairAsked(
                    repair.set,
                    split_locator(at)[1],
                    _whole(row.get(repair.start)),
                    _whole(row.get(repair.end)),
                    *self._bounds(repair, row),
                )

    def _bounds(self, repair: Repair, row: SampledRow) -> Iterator[Setpoint | None]:
        """What ``to``, ``least`` and ``greatest`` mean: a value, a parameter's, the row's."""
        for bound in (repair.to, repair.least, repair.greatest):
            if isinstance(bound, str) and bound.startswith("$"):
                yield self._parameter(bound[1:], row)
            else:
                found = row.get(bound, bound) if isinstance(bound, str) else bound
                yield found if isinstance(found, int | float | str | bool) else None

    def _unknown_columns(self, row: SampledRow) -> Text:
        columns = sorted(c for c in self.clause.columns if row.get(c) is None)
        if not columns:
            return _LAW_IN_DOUBT
        titles = [column_title(self.book, self.loaded, c) or Text(c, c) for c in columns]
        shown, more = titles[:_UNKNOWN_NAMED], len(titles) - _UNKNOWN_NAMED
        rest = Text(f" và {more} điều khác", f" and {more} more") if more > 0 else Text("", "")
        return Text(
            vi="Chưa đủ căn cứ: không rõ " + ", ".join(t.vi for t in shown) + rest.vi,
            en="Not enough to judge: unknown " + ", ".join(t.en for t in shown) + rest.en,
        )

    def _evidence(self, row: SampledRow, values: Mapping[str, Text]) -> tuple[Evidence, ...]:
        told = [
            seen_in(
                row,
                self._seen(row, item.column),
                item.column,
                Said(
                    item.label.text(),
                    values.get(item.column, _UNKNOWN),
                    _expected(item.expected, values),
                ),
            )
            for item in self.loaded.criterion.evidence
        ]
        shown = {item.column for item in self.loaded.criterion.evidence}
        return (*told, *self._doubtful(row, values, shown))

    def _seen(self, row: SampledRow, column: str) -> Cell | None:
        """Where the subject has a column's value from, if it is from one cell."""
        places = self.book.subjects[self.loaded.criterion.subject].header.places
        found = None
        for locator, columns in places.items():
            at = row.get(locator)
            if column in columns and isinstance(at, int):
                number, line = split_locator(at)
                found = Cell(self.sources[number], line, columns[column])
        return found

    def _doubtful(
        self, row: SampledRow, values: Mapping[str, Text], shown: Collection[str]
    ) -> Iterator[Evidence]:
        """Flagged cells of the row that the verdict may rest on and the evidence does not show."""
        header = self.book.subjects[self.loaded.criterion.subject].header
        if not any(self._flagged(row.get(locator)) for locator in header.places):
            return
        read = self.book.columns_read(self.loaded.criterion.subject)
        columns = dict.fromkeys(column for place in header.places.values() for column in place)
        for column in columns:
            cell = None if column in shown else self._seen(row, column)
            if cell and (cell.source.table, cell.field) in read and cell.flagged(known=False):
                title = column_title(self.book, self.loaded, column) or Text(column, column)
                value = values.get(column, _IN_THE_CELL)
                yield seen_in(row, cell, column, Said(title, value))

    def _flagged(self, at: object) -> bool:
        """Does a locator lead to a source in which anything is flagged?"""
        return isinstance(at, int) and bool(self.sources[split_locator(at)[0]].flags)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _expected(words: Words | None, values: Mapping[str, Text]) -> Text | None:
    return _fill(words.text(), values) if words else None


def _fill(text: Text, values: Mapping[str, Text]) -> Text:
    """Put values in for ``{names}``; a value's own braces are text, never a format."""
    if not _BRACE.search(text.vi) and not _BRACE.search(text.en):
        return text

    def put(template: str, lang: str) -> str:
        parts = []
        for literal, name in _cut_at_names(template):
            parts.append(literal)
            if name is not None:
                value = values.get(name, _UNKNOWN)
                parts.append(value.vi if lang == "vi" else value.en)
        return "".join(parts)

    return Text(put(text.vi, "vi"), put(text.en, "en"))


@lru_cache(maxsize=4_096)
def _cut_at_names(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(template))


def show(value: object) -> Text:
    """A value as an officer writes it.

    >>> show(dt.date(2026, 3, 5)).vi, show(None).vi, show(12.5).vi, show(True).en
    ('05/03/2026', '(không rõ)', '12,5', 'yes')
    """
    if value is None:
        return _UNKNOWN
    if value is True or value is False:
        return Text("có", "yes") if value else Text("không", "no")
    if value == NEVER:
        return _NEVER
    if isinstance(value, dt.date):
        return _same(f"{value:%d/%m/%Y}")
    if isinstance(value, float):
        number = f"{value:.2f}".rstrip("0").rstrip(".")
        return Text(number.replace(".", ","), number)
    if isinstance(value, list | tuple):
        return _same(", ".join(show(item).vi for item in value)) if value else _BLANK
    return _same(_cut(str(value))) if value != "" else _BLANK


def _cut(text: str) -> str:
    """A quotation that a person reads at a glance; its place leads to the whole."""
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"


def _same(text: str) -> Text:
    return Text(text, text)
