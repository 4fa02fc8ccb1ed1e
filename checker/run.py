"""One run from folders to verdicts: gather, measure, judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .errors import RulesError, UsageError
from .gather import Gathered, GatheredUnit, Period, Progress, gather
from .hearing import hear
from .judge.judges import Judges
from .measure.criterion import measure
from .result import Receipt, Result
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.calendar import working_days
from .rulebook.compile import Setting
from .rulebook.lint import lint
from .rulebook.load import load_rulebook
from .store import Store
from .tables import table_specs
from .words import Text, did_you_mean

LocalValues = Mapping[str, Mapping[int, int | float | str]]


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: folders, the day of the law, which packs, further rules, the period.

    ``period`` overrides what units name; None leaves it to each ``unit.yaml``, and to the year
    up to ``as_of`` where that names none.
    """

    paths: tuple[Path, ...]
    as_of: dt.date
    packs: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    period: Period | None = None

    def period_of(self, named: Period | None) -> Period:
        """The period of a unit that names one, or none."""
        return self.period or named or (dt.date(self.as_of.year, 1, 1), self.as_of)


def check(request: Request, progress: Progress = lambda _: None) -> Result:
    """Check every unit below the paths.

    Raises:
        RulesError: The rules are invalid.
        UsageError: A path, a pack or a local parameter does not exist.
        NothingToCheckError: No unit was found.
    """
    book = valid_rulebook(request.rules)
    chosen = choose(book, request.packs)
    with Store(table_specs()) as store, Judges() as judges:
        gathered = gather(request.paths, store, request.period_of, progress)
        prepare(store, book, request.as_of, chosen)
        local = local_values(book, gathered.units)
        measured = [
            measure(store, book, one, Setting(request.as_of, one.in_force(request.as_of), local))
            for one in chosen
        ]
        units = [hear(unit, measured, book, store.sources, judges) for unit in gathered.units]
        receipt = Receipt(
            engine=engine(),
            judges=tuple(judges.names()),
            plain_only=judges.why_plain_only,
            rules_sha256=book.digest,
            inputs_sha256=gathered.inputs_sha256,
        )
    return Result(
        as_of=request.as_of,
        period=request.period_of(None),
        units=tuple(units),
        receipt=receipt,
        notes=_notes(gathered),
        refused=len(gathered.refused),
    )


def engine() -> str:
    """The program's own name and version."""
    try:
        return f"motcua {version('motcua')}"
    except PackageNotFoundError:
        return "motcua (not installed)"


def valid_rulebook(folders: Sequence[Path]) -> Rulebook:
    """Load the rules and refuse them if anything in them is wrong.

    Raises:
        RulesError: With every fault found.
    """
    book = load_rulebook(folders)
    faults = lint(book)
    if faults:
        raise RulesError(faults)
    return book


def choose(book: Rulebook, packs: Sequence[str]) -> list[LoadedCriterion]:
    """The criteria of the named packs, all where none is named.

    Raises:
        UsageError: A pack that no criterion belongs to.
    """
    known = {loaded.criterion.pack for loaded in book.criteria.values()}
    for pack in packs:
        if pack not in known:
            raise _unknown(pack, sorted(known), Text("gói", "pack"))
    return [c for c in book.criteria.values() if not packs or c.criterion.pack in packs]


def prepare(
    store: Store, book: Rulebook, as_of: dt.date, chosen: Collection[LoadedCriterion]
) -> None:
    """Add the calendar and the subjects to a store that holds the data, and lock it.

    A subject that the chosen criteria read more than once is computed once and held.
    """
    store.prepare(as_of, tuple(working_days(book.calendar)))
    for subject in book.subject_order():
        query = subject.query.tree.sql(dialect="duckdb")
        if book.readers(subject.name, chosen) > 1:
            store.hold(subject.name, query)
        else:
            store.view(subject.name, query)
    store.lock()


def local_values(book: Rulebook, units: Sequence[GatheredUnit]) -> LocalValues:
    """Parameter -> unit -> the value that the unit's own profile sets.

    Raises:
        UsageError: A parameter that does not exist, or that the law does not leave to a locality,
            or a value of another kind than the law's: in one query for all units it would cost
            every unit its verdict.
    """
    allowed = sorted(name for name, parameter in book.parameters.items() if parameter.local)
    found: dict[str, dict[int, int | float | str]] = {}
    for unit in units:
        for name, parameter in unit.folder.unit.parameters.items():
            if name not in allowed:
                raise _unknown(name, allowed, Text("tham số địa phương", "local parameter"))
            law = book.parameters[name].values[0].value
            if not _like(parameter.value, law):
                raise _other_kind(f"{unit.folder.path.name}: {name}", parameter.value, law)
            found.setdefault(name, {})[unit.number] = parameter.value
    return found


def _like(value: int | float | str, law: int | float | str) -> bool:
    return type(value) is type(law) or (isinstance(law, float) and isinstance(value, int))


def _other_kind(where: str, value: int | float | str, law: int | float | str) -> UsageError:
    return UsageError(
        Text(
            f"{where}: thấy '{value}', cần một giá trị cùng kiểu với '{law}' của pháp luật",
            f"{where}: found '{value}', needs a value of the kind of the law's '{law}'",
        )
    )


def _unknown(word: str, known: Sequence[str], what: Text) -> UsageError:
    hint, listed = did_you_mean(word, known), ", ".join(known)
    return UsageError(
        Text(
            f"không có {what.vi} '{word}'{hint.vi} (có: {listed})",
            f"no {what.en} '{word}'{hint.en} (there are: {listed})",
        )
    )


def _notes(gathered: Gathered) -> tuple[Text, ...]:
    refused = (
        Text(f"{path}: bỏ qua, {text.vi}", f"{path}: passed over, {text.en}")
        for path, text in gathered.refused
    )
    links = (Text(f"{n.file}: {n.text.vi}", f"{n.file}: {n.text.en}") for n in gathered.notices)
    return (*refused, *links)
