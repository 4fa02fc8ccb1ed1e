"""Documents alone: each file judged by itself, by the same criteria as a unit's documents."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .documents.rows import TABLES
from .errors import NothingToCheckError, UsageError
from .gather import GatheredUnit, file_lines, gather_document
from .hearing import hear
from .intake.folder import WORD_SUFFIXES, UnitFileEntry
from .judge.judges import Judges
from .measure.criterion import measure_all
from .places import Source
from .result import DocumentResult, DocumentsResult
from .rulebook.book import LoadedCriterion, Rulebook
from .run import Progress, choose, prepare, receipt_of, valid_rulebook
from .store import Store
from .tables import table_specs
from .words import Text

PACK = "formatting"


@dataclass(frozen=True, slots=True)
class DocumentsRequest:
    """What to check: files and folders to walk, the day of the law, further rules."""

    paths: tuple[Path, ...]
    as_of: dt.date
    rules: tuple[Path, ...] = ()


def check_documents(
    request: DocumentsRequest, progress: Progress = lambda _: None
) -> DocumentsResult:
    """Check every Word file of the request.

    Raises:
        RulesError: The rules are invalid.
        UsageError: A path does not exist.
        NothingToCheckError: No Word file was found.
    """
    book = valid_rulebook(request.rules)
    chosen = [one for one in choose(book, (PACK,)) if _stands_on_documents(book, one)]
    entries = list(_entries(request.paths))
    with Store(table_specs()) as store, Judges() as judges:
        units = []
        for number, entry in enumerate(entries):
            progress(entry.name)
            units.append(_gather(entry, number, store))
        prepare(store, book, request.as_of, chosen)
        measured = measure_all(store, book, chosen, request.as_of, {})
        kinds = _kinds(store)
        documents = tuple(
            DocumentResult(
                file=unit.name,
                doc_type=kinds[unit.number][0],
                regime=kinds[unit.number][1],
                criteria=hear(unit, measured, book, store.sources, judges).criteria,
                account=unit.accounts[0],
            )
            for unit in units
        )
        inputs = file_lines(unit.accounts[0] for unit in units)
        receipt = receipt_of(judges, book, hashlib.sha256(inputs).hexdigest())
    return DocumentsResult(request.as_of, documents, receipt)


def _stands_on_documents(book: Rulebook, loaded: LoadedCriterion) -> bool:
    """Does the criterion need nothing but documents, and no word of the unit?"""
    return not loaded.applies and book.base_tables(loaded.criterion.subject) <= {*TABLES, "run"}


def _entries(paths: Sequence[Path]) -> Iterator[UnitFileEntry]:
    """The files named, and the Word files below the folders named, each once, by name."""
    found: dict[Path, UnitFileEntry] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(Text(f"không có tệp '{path}'", f"there is no file '{path}'"))
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            walked = path.is_dir() and (
                file.suffix.lower() not in WORD_SUFFIXES or file.name.startswith(("~$", "."))
            )
            if file.is_file() and not walked:
                found.setdefault(file.resolve(), UnitFileEntry(file.as_posix(), file))
    if not found:
        listed = ", ".join(str(path) for path in paths)
        raise NothingToCheckError(
            Text(f"không thấy tệp Word nào trong: {listed}", f"no Word file found in: {listed}")
        )
    yield from sorted(found.values(), key=lambda entry: entry.name)


def _gather(entry: UnitFileEntry, number: int, store: Store) -> GatheredUnit:
    """One document as a unit of its own, of which nothing else is known."""
    fields = table_specs()["units"].fields
    source = store.begin(number, Source(entry.name, "", "units", "unit"))
    store.rows(source, [(1, (None,) * len(fields))])
    account = gather_document(entry, number, store)
    return GatheredUnit(
        number=number,
        folder=entry.name,
        name=entry.name,
        code="",
        level="",
        period=(dt.date.min, dt.date.max),
        provided=frozenset(TABLES),
        accounts=(account,),
    )


def _kinds(store: Store) -> dict[int, tuple[str, str]]:
    rows = store.db.execute("SELECT unit, doc_type, regime FROM documents").fetchall()
    return {unit: (doc_type or "", regime or "") for unit, doc_type, regime in rows}
