"""Documents alone: each file judged by itself, by the same criteria as a unit's documents.

Documents are taken in batches: one query counts a whole batch, and batches are what processes
share. Results are put aside as they come, packed, so that memory does not grow with the number of
files and no result is unpacked before it is shown.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing.util import Finalize
from pathlib import Path

from .copies import CopyOrders, common_root
from .documents.rows import TABLES
from .errors import NothingToCheckError, UsageError
from .gather import GatheredUnit, file_lines, gather_document
from .hearing import Hearing
from .intake.folder import WORD_SUFFIXES, UnitFileEntry
from .judge.judges import Judges
from .masking.results import Masks
from .measure.criterion import measure_all
from .measure.query import Sample
from .places import Source
from .result import DocumentResult, DocumentsResult
from .rulebook.book import LoadedCriterion, Rulebook
from .rulebook.valid import valid_rulebook
from .run import Progress, choose, prepare, receipt_of
from .spool import Spool, packed
from .store import Store
from .tables import table_specs
from .words import Text, readable_name

PACK = "formatting"
_BATCH = 256
"""Documents at a time: a query costs as much for one as for a hundred."""
_SHARE = 24
"""Documents for which a process of its own is worth while."""
_SHOWN = Sample(bad=500, of_group=500)
"""One document's faults are what its officer works through: all of them, within reason."""


@dataclass(frozen=True, slots=True)
class DocumentsRequest:
    """What to check: files and folders to walk, the day of the law, further rules.

    ``annotate`` and ``fix`` are the folders for copies, if they are wanted. ``jobs`` is how many
    processes share the work; it changes nothing in the result. ``unmasked`` leaves names and
    numbers of people as they are.
    """

    paths: tuple[Path, ...]
    as_of: dt.date
    rules: tuple[Path, ...] = ()
    annotate: Path | None = None
    fix: Path | None = None
    jobs: int = 1
    unmasked: bool = False

    @property
    def copies(self) -> CopyOrders:
        """Where copies of the files go."""
        return CopyOrders(self.annotate, self.fix, common_root(self.paths), self.as_of)


def check_documents(
    request: DocumentsRequest, progress: Progress = lambda _: None
) -> DocumentsResult:
    """Check every Word file of the request.

    Raises:
        RulesError: The rules are invalid.
        UsageError: A path does not exist.
        NothingToCheckError: No Word file was found.
    """
    book = valid_rulebook(request.rules, PACK)
    entries = list(_entries(request.paths))
    documents: Spool[DocumentResult] = Spool()
    inputs, verdicts, number = hashlib.sha256(), set[str](), 0
    for done in _in_turn(request, book, entries):
        for file in done.files:
            number += 1
            progress(f"{number}/{len(entries)} {file}")
        inputs.update(done.inputs)
        verdicts |= done.verdicts
        documents.add(done.results)
    with Judges() as judges:
        receipt = receipt_of(judges, book, inputs.hexdigest())
    receipt = replace(receipt, unmasked=request.unmasked)
    return DocumentsResult(request.as_of, documents, receipt, frozenset(verdicts))


@dataclass(frozen=True, slots=True)
class _Done:
    """A batch that is judged: what the run has to know of it, and its results packed."""

    files: tuple[str, ...]
    inputs: bytes
    verdicts: frozenset[str]
    results: bytes


def _in_turn(
    request: DocumentsRequest, book: Rulebook, entries: Sequence[UnitFileEntry]
) -> Iterator[_Done]:
    """All batches in the order of the entries, from this process or from several."""
    jobs = min(request.jobs, len(entries) // _SHARE + 1)
    rounds = -(-len(entries) // (_BATCH * jobs))
    batches = _batches(entries, -(-len(entries) // (rounds * jobs)))
    if jobs <= 1:
        with Judges() as judges:
            yield from map(_Clerk(book, judges, request).check, batches)
        return
    # A process made anew, not forked: the database's threads do not survive a fork.
    with ProcessPoolExecutor(
        jobs,
        multiprocessing.get_context("spawn"),
        _begin,
        (request, book),
    ) as pool:
        yield from pool.map(_check, batches)


def _batches(entries: Sequence[UnitFileEntry], size: int) -> Iterator[Sequence[UnitFileEntry]]:
    for first in range(0, len(entries), size):
        yield entries[first : first + size]


@dataclass(frozen=True, slots=True)
class _Clerk:
    """What a process judges documents with, batch after batch."""

    book: Rulebook
    judges: Judges
    request: DocumentsRequest

    def check(self, entries: Sequence[UnitFileEntry]) -> _Done:
        """Judge a batch of documents, each as a unit of its own."""
        found = self._judged(entries)
        return _Done(
            files=tuple(one.file for one in found),
            inputs=file_lines(one.account for one in found),
            verdicts=frozenset(c.verdict for one in found for c in one.criteria),
            results=packed(found),
        )

    def _judged(self, entries: Sequence[UnitFileEntry]) -> list[DocumentResult]:
        chosen = [c for c in choose(self.book, (PACK,)) if _stands_on_documents(self.book, c)]
        with Store(table_specs()) as store:
            units = [_gather(entry, number, store) for number, entry in enumerate(entries)]
            prepare(store, self.book, self.request.as_of, chosen)
            measured = measure_all(store, self.book, chosen, self.request.as_of, {}, _SHOWN)
            kinds = _kinds(store)
            masks = None if self.request.unmasked else Masks.of(store)
            hearing = Hearing(measured, self.book, store.sources, self.judges)
            found = []
            for entry, unit in zip(entries, units, strict=True):
                doc_type, regime = kinds[unit.number]
                heard = hearing.hear(unit)
                account = unit.accounts[0]
                one = DocumentResult(unit.name, doc_type, regime, heard.criteria, account)
                one = replace(one, copies=self.request.copies.make(entry.path, one))
                found.append(masks.document(unit.number, one) if masks else one)
            return found


_clerks: list[_Clerk] = []
"""The clerk of a process that was made to share the work; such a process has one, for its life."""


def _begin(request: DocumentsRequest, book: Rulebook) -> None:
    judges = Judges()
    Finalize(judges, judges.__exit__, args=(None, None, None), exitpriority=1)
    _clerks.append(_Clerk(book, judges, request))


def _check(entries: Sequence[UnitFileEntry]) -> _Done:
    return _clerks[0].check(entries)


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
                name = readable_name(file.as_posix())
                found.setdefault(file.resolve(), UnitFileEntry(name, file))
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
