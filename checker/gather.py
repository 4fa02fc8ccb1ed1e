"""Gather: every unit's files into the store, with an account of each."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from .bundles.read import Opened, opened
from .documents.files import open_document
from .documents.reader import UnreadableDocument, paragraph_places
from .documents.records import record_rows
from .documents.rows import TABLES as DOCUMENT_TABLES
from .documents.rows import document_rows, unreadable_rows
from .doubles import say_doubles, told
from .errors import NothingToCheckError, UsageError
from .intake.attestations import ATTESTATIONS_FILE, Attestation, read_attestations
from .intake.folder import UnitFileEntry, find_units, open_unit
from .intake.model import FileAccount, Row
from .intake.reader import hash_file, read_exports
from .intake.unit import UNIT_FILE, LocalParameter, UnitFile, unit_row
from .intake.waivers import WAIVERS_FILE, Waiver, read_waivers
from .places import Notice, Source
from .store import Store
from .tables import table_specs
from .words import Text

Period = tuple[dt.date, dt.date]


class Reading(Protocol):
    """What a run brings to the reading of units."""

    def begins(self, said: str) -> None:
        """A unit's folder is about to be read: which of how many, and its name."""

    def period(self, named: Period | None) -> Period:
        """The period to check, from the one that the unit names, if any."""

    def check(self, unit: UnitFile) -> None:
        """Refuse with a ``UsageError`` what the rules do not let a unit say."""


@dataclass(frozen=True, slots=True)
class GatheredUnit:
    """One unit after intake: what it is, what it handed in, and what was said of its files.

    ``provided`` are the tables that it handed in; ``parameters`` what its own profile sets.
    """

    number: int
    folder: str
    name: str
    code: str
    level: str
    period: Period
    provided: frozenset[str]
    parameters: Mapping[str, LocalParameter] = field(default_factory=dict)
    accounts: tuple[FileAccount, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    attested: tuple[Attestation, ...] = ()
    province: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All units, those that cannot be read, and the digest of every file read."""

    units: tuple[GatheredUnit, ...]
    refused: tuple[tuple[Path, Text], ...]
    notices: tuple[Notice, ...]
    inputs_sha256: str


def gather(paths: Sequence[Path], store: Store, reading: Reading) -> Gathered:
    """Read every unit below the paths into the store.

    Args:
        paths: Unit folders, folders above them, or bundles of them.
        store: Where rows go; ``prepare`` and ``lock`` come after.
        reading: What the run brings: progress, period, what a unit may say.

    Raises:
        UsageError: A path is no folder, a bundle is not whole, or the only unit's ``unit.yaml`` is
            faulty.
        NothingToCheckError: There is no unit.
    """
    with opened(paths) as sources:
        try:
            return _gather(sources, store, reading)
        except (UsageError, NothingToCheckError) as error:
            raise type(error)(sources.said(error.text)) from error


def _gather(sources: Opened, store: Store, reading: Reading) -> Gathered:
    found = find_units(sources.folders)
    folders = sorted(found.folders, key=sources.shown)
    units: list[GatheredUnit] = []
    refused = list(sources.refused)
    alone = len(folders) == 1 and not refused
    for number, path in enumerate(folders, start=1):
        reading.begins(f"{number}/{len(folders)} {sources.shown(path).as_posix()}")
        try:
            units.append(_gather_unit(path, len(units), store, reading))
        except UsageError as error:
            if alone:
                raise
            refused.append((sources.shown(path), sources.said(error.text)))
    said = say_doubles(store)
    units = [replace(u, accounts=told(u.accounts, said.get(u.number, ()))) for u in units]
    return Gathered(tuple(units), tuple(refused), found.notices, _digest(units, refused))


def _gather_unit(path: Path, number: int, store: Store, reading: Reading) -> GatheredUnit:
    folder = open_unit(path)
    reading.check(folder.unit)
    waivers = read_waivers(path / WAIVERS_FILE)
    attested = read_attestations(path / ATTESTATIONS_FILE, folder.evidence)
    named = folder.unit.period
    period = reading.period((named.first, named.last) if named else None)
    source = store.begin(number, Source(UNIT_FILE, "", "units", "unit"))
    store.rows(source, [unit_row(folder.unit, period)])
    first = len(store.sources)
    accounts = _placed(read_exports(folder, number, store), first, store)
    accounts.extend(gather_document(entry, number, store) for entry in folder.documents)
    if attested:
        store.rows(store.begin(number, attested.source), attested.rows)
        accounts.extend(attested.accounts)
    provided = frozenset(source.table for source in store.sources[first:])
    _admit_unread(accounts, provided, number, store)
    return GatheredUnit(
        number=number,
        folder=path.name,
        name=folder.unit.name,
        code=folder.unit.code,
        level=folder.unit.level,
        period=period,
        provided=provided,
        parameters=folder.unit.parameters,
        accounts=(*_own_files(path, folder.notices), *accounts),
        waivers=waivers,
        attested=attested.answers if attested else (),
        province=folder.unit.province,
    )


def _placed(accounts: Iterable[FileAccount], first: int, store: Store) -> list[FileAccount]:
    """The accounts of registers with the places of their rows; ``first`` is the unit's source."""
    places: dict[tuple[str, str], list[Text]] = {}
    for number in range(first, len(store.sources)):
        source, place = store.sources[number], store.extent(number)
        if place:
            places.setdefault((source.file, source.table), []).append(place)
    return [replace(a, places=tuple(places.get((a.file, a.table), ()))) for a in accounts]


def _own_files(path: Path, notices: tuple[Notice, ...]) -> Iterator[FileAccount]:
    """The accounts of what the unit says of itself; what was said of the folder stands there."""
    yield FileAccount(UNIT_FILE, hash_file(path / UNIT_FILE), "units", 1, 1, 0, notices)
    if (path / WAIVERS_FILE).exists():
        yield FileAccount(WAIVERS_FILE, hash_file(path / WAIVERS_FILE), "")


def gather_document(entry: UnitFileEntry, unit: int, store: Store) -> FileAccount:
    """Read one Word file; as a row of the table ``documents`` it is kept or refused as a whole."""
    try:
        document = open_document(entry.path, entry.name)
    except UnreadableDocument as error:
        sha256 = hash_file(entry.path)
        _add_document(store, (unit, entry.name, sha256), unreadable_rows(entry.name), {})
        return FileAccount(entry.name, sha256, "documents", 1, 0, 1, (error.notice,))
    about = (unit, entry.name, document.sha256)
    places = paragraph_places(document)
    _add_document(store, about, document_rows(document), places)
    for table, rows in record_rows(document).items():
        said = Source(entry.name, document.sha256, table, "document", paragraphs=places)
        store.rows(store.begin(unit, said), rows)
    return FileAccount(entry.name, document.sha256, "documents", 1, 1, 0, document.notices)


def _add_document(
    store: Store,
    about: tuple[int, str, str],
    rows: Mapping[str, Sequence[Row]],
    places: Mapping[int, str],
) -> None:
    unit, file, sha256 = about
    for table in DOCUMENT_TABLES:
        source = store.begin(unit, Source(file, sha256, table, "document", paragraphs=places))
        store.rows(source, rows[table])


def _admit_unread(
    accounts: Sequence[FileAccount], provided: frozenset[str], unit: int, store: Store
) -> None:
    """Admit that a file which was not read whole may hold rows of registers handed in.

    One row of unknown content in each is enough: no count may then claim to be complete.
    """
    for account in accounts:
        for table in sorted(provided.intersection(account.may_hide)):
            source = store.begin(unit, Source(account.file, account.sha256, table, "unread"))
            store.rows(source, [(0, (None,) * len(table_specs()[table].fields))])


def file_lines(accounts: Iterable[FileAccount]) -> bytes:
    """A line a file, of its name and its digest: what a run's inputs are known by."""
    return "".join(f"{account.file}\0{account.sha256}\n" for account in accounts).encode()


def _digest(units: Sequence[GatheredUnit], refused: Sequence[tuple[Path, Text]]) -> str:
    """SHA-256 over every file's name and content, unit by unit, in the order of their folders."""
    digest = hashlib.sha256()
    for unit in units:
        digest.update(f"{unit.folder}\n".encode())
        digest.update(file_lines(unit.accounts))
    for path, _ in refused:
        digest.update(f"{path.name}\0refused\n".encode())
    return digest.hexdigest()
