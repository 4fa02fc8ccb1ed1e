"""Which table a sheet is, in which row its header stands, and which column is which field.

Headers are compared folded (no marks, no capitals); an unclear one is left unclear and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache

from ..tables import NOTES_OPENING, TableSpec, table_specs
from ..words import Text, nearest
from .headings import Top, header_key, tops
from .sheets import Line, Notices, Sheet

HEADER_WITHIN = 40
"""So many rows of a sheet are looked at for the header: a title block may stand above it."""


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: ``columns`` are indexes into a line's cells, ``labels`` as written.

    Fields that two columns claim are in neither. ``row`` is its last row, ``width`` the number
    of its cells, ``lines`` what each of its rows says, to know it when it comes again, ``headings``
    every wording that any of its columns may bear.
    """

    spec: TableSpec
    row: int
    width: int
    columns: Mapping[str, int]
    labels: Mapping[str, str]
    unclear: Mapping[str, tuple[str, ...]]
    lines: tuple[Mapping[int, str], ...]
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file beforehand.

    ``tables`` are those that ``exports:`` of ``unit.yaml`` names it for (none: any register),
    ``columns`` by table the fields of folded headers that ``mapping.yaml`` names.
    """

    tables: tuple[str, ...] = ()
    columns: Mapping[str, Mapping[str, str]] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Claims:
    """What the columns would be, were one row or two the header of one table."""

    spec: TableSpec
    top: Top
    fields: Mapping[str, tuple[int, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(field for field in self.spec.identified_by if field not in self.fields)


def recognise(sheet: Sheet, head: Sequence[Line], hints: Hints, notices: Notices) -> Header | None:
    """Find the header among a sheet's first lines.

    Args:
        sheet: For the place in notices.
        head: The first ``HEADER_WITHIN`` lines.
        hints: What is known of the file beforehand.
        notices: Takes why a sheet is not known, and which columns are unclear.

    Returns:
        The header of the one table with most columns recognised; None where none fits (code
        ``unknown_table``, or ``incomplete_header`` where it is likely a register all the same)
        or two fit equally (``ambiguous_table``). The notes of an empty register are passed over.
    """
    specs = [
        spec
        for spec in table_specs().values()
        if spec.intake == "register" and (not hints.tables or spec.table in hints.tables)
    ]
    words = _words().union(*hints.columns.values())
    promising = (top for top in tops(head) if not words.isdisjoint(top.keys()))
    claims = [claim for top in promising for claim in _claims(top, specs, hints)]
    fitting = [claim for claim in claims if not claim.missing]
    if not fitting:
        if not (head and NOTES_OPENING in head[0][1]):
            _say_unknown(sheet, claims, specs, notices)
        return None
    most = max(len(claim.fields) for claim in fitting)
    best = [claim for claim in fitting if len(claim.fields) == most]
    rivals = sorted({claim.spec.title.vi for claim in best})
    if len(rivals) > 1:
        _say_tie(sheet, best, notices)
        return None
    return _header(sheet, best[0], notices)


@cache
def _synonyms(table: str) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Per table: the field of each title, and the fields of each further wording."""
    titles: dict[str, list[str]] = {}
    wordings: dict[str, list[str]] = {}
    for name, field in table_specs()[table].fields.items():
        titles.setdefault(header_key(field.title.vi), []).append(name)
        for wording in {header_key(header) for header in (*field.headers, name)}:
            wordings.setdefault(wording, []).append(name)
    exact = {title: names[0] for title, names in titles.items() if len(names) == 1}
    return exact, {wording: tuple(names) for wording, names in wordings.items()}


@cache
def _words() -> frozenset[str]:
    """Every wording of every header: almost no row of data has one."""
    registers = [spec for spec in table_specs().values() if spec.intake == "register"]
    return frozenset(
        word for spec in registers for known in _synonyms(spec.table) for word in known
    )


def _claims(top: Top, specs: Iterable[TableSpec], hints: Hints) -> list[_Claims]:
    found: list[_Claims] = []
    for spec in specs if len(top.wordings) > 1 else ():
        titles, wordings = _synonyms(spec.table)
        own = hints.columns.get(spec.table, {})
        named: dict[str, list[int]] = {}
        exact: dict[str, list[int]] = {}
        loose: dict[str, list[int]] = {}
        for at, keys in top.wordings.items():
            known = (key for key in keys if key in titles or key in wordings)
            key = next((key for key in keys if key in own), next(known, ""))
            if key in own:
                named.setdefault(own[key], []).append(at)
            elif key in titles:
                exact.setdefault(titles[key], []).append(at)
            else:
                for field in wordings.get(key, ()):
                    loose.setdefault(field, []).append(at)
        # A header that the unit has named beats the field's own title, and that a further wording.
        fields = {field: tuple(at) for field, at in (loose | exact | named).items()}
        shared = _shared(fields)
        if fields:
            claimed = {f: at + shared.get(f, ()) for f, at in fields.items()}
            found.append(_Claims(spec, top, claimed))
    return found


def claims_of(top: Top, spec: TableSpec) -> Mapping[str, tuple[int, ...]]:
    """The columns that each field of a table would have, were this its header."""
    return next((claim.fields for claim in _claims(top, [spec], Hints())), {})


def _shared(fields: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Columns that two fields claim, once more for each of them: so neither has it for sure."""
    owners: dict[int, list[str]] = {}
    for field, columns in fields.items():
        for at in columns:
            owners.setdefault(at, []).append(field)
    shared: dict[str, tuple[int, ...]] = {}
    for at, names in owners.items():
        for name in names if len(names) > 1 else ():
            shared[name] = (*shared.get(name, ()), at)
    return shared


def _header(sheet: Sheet, claim: _Claims, notices: Notices) -> Header:
    columns: dict[str, int] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    for field, claimed in claim.fields.items():
        if len(claimed) == 1:
            columns[field] = claimed[0]
        else:
            unclear[field] = tuple(claim.top.labels[at] for at in dict.fromkeys(claimed))
            _say_unclear(sheet, claim, field, unclear[field], notices)
    top = claim.top
    labels = {field: top.labels[at] for field, at in columns.items()}
    headings = frozenset(top.keys())
    return Header(claim.spec, top.row, top.width, columns, labels, unclear, top.lines, headings)


def _say_unclear(
    sheet: Sheet, claim: _Claims, field: str, labels: tuple[str, ...], notices: Notices
) -> None:
    title = claim.spec.fields[field].title
    seen = ", ".join(f"'{label}'" for label in labels)
    text = Text(
        vi=f"không rõ cột nào là '{title.vi}' (thấy {seen}) nên cột này coi như chưa biết; hãy "
        "giữ một cột và đặt đúng tên đó",
        en=f"it is not clear which column is '{title.en}' (found {seen}), so it counts as "
        "unknown; keep one column and give it exactly that name",
    )
    notices.say(sheet.place(claim.top.row), "ambiguous_column", text)


def _say_tie(sheet: Sheet, best: Sequence[_Claims], notices: Notices) -> None:
    names = {claim.spec.table: claim.spec.title for claim in best}
    listed_vi = ", ".join(f"{title.vi} ({table})" for table, title in names.items())
    listed_en = ", ".join(f"{title.en} ({table})" for table, title in names.items())
    text = Text(
        vi=f"bảng có thể là: {listed_vi}; hãy nêu trong unit.yaml, mục exports",
        en=f"the table may be any of: {listed_en}; name it in unit.yaml under exports",
    )
    notices.say(sheet.name, "ambiguous_table", text)
    notices.hidden.update(names)


def _say_unknown(
    sheet: Sheet, claims: Sequence[_Claims], specs: Sequence[TableSpec], notices: Notices
) -> None:
    if not claims:
        titles_vi = ", ".join(spec.title.vi for spec in specs)
        titles_en = ", ".join(spec.title.en for spec in specs)
        text = Text(
            vi=f"không thấy dòng tiêu đề của bảng nào; các bảng được đọc: {titles_vi}",
            en=f"no header of a known table was found; tables that are read: {titles_en}",
        )
        notices.say(sheet.name, "unknown_table", text)
        return
    near = max(claims, key=lambda claim: (-len(claim.missing), len(claim.fields), -claim.top.row))
    missing_vi: list[str] = []
    missing_en: list[str] = []
    headers = {header_key(label): label for label in near.top.labels.values()}
    for field in near.missing:
        spec = near.spec.fields[field]
        guesses = (nearest(header_key(word), headers) for word in (spec.title.vi, *spec.headers))
        guess = next((headers[found] for found in guesses if found), "")
        missing_vi.append(f"'{spec.title.vi}'" + (f" (có phải cột '{guess}'?)" if guess else ""))
        missing_en.append(f"'{spec.title.en}'" + (f" (is it '{guess}'?)" if guess else ""))
    text = Text(
        vi=f"gần với bảng '{near.spec.title.vi}' nhất nhưng thiếu cột {', '.join(missing_vi)}; "
        "hãy đặt tên cột như vậy",
        en=f"nearest to the table '{near.spec.title.en}' but without the column "
        f"{', '.join(missing_en)}; name the columns so",
    )
    # With its key or three of its columns it is that register, only not well enough named.
    likely = near.spec.key in near.fields or len(near.fields) >= 3
    if likely:
        notices.hidden.add(near.spec.table)
    code = "incomplete_header" if likely else "unknown_table"
    notices.say(sheet.place(near.top.row), code, text)
