"""Results that were saved as JSON, read back. Such a file is hostile until read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .errors import UsageError
from .result import SCHEMA
from .words import Text

Json = Mapping[str, Any]
Verdict = Literal["pass", "partial", "fail", "undetermined", "not_applicable", "error"]


class _Part(BaseModel):
    """Keys that later versions add are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)


class SavedPeriod(_Part):
    """First and last day."""

    first: dt.date = Field(alias="from")
    last: dt.date = Field(alias="to")


class SavedFile(_Part):
    """A file by its digest; ``table`` is what it was read as, in an account."""

    file: str
    sha256: str
    table: str | None = None


class SavedWords(_Part):
    """A sentence in both languages."""

    vi: str
    en: str


class SavedSearched(_Part):
    """Where a criterion looked."""

    file: str


class SavedCriterion(_Part):
    """A verdict. ``findings``, ``gaps``, ``score`` and ``decision`` are kept as they stand."""

    id: str
    version: str
    title: SavedWords
    verdict: Verdict
    reason_code: str = ""
    population: int
    satisfied: int
    violated: int
    undetermined: int
    score: Any = None
    findings: list[Any]
    gaps: list[Any] = []
    decision: Any = None
    searched: list[SavedSearched] = []


class SavedIdentity(_Part):
    """What a unit is called."""

    name: str
    code: str
    folder: str = ""
    period: SavedPeriod | None = None


class SavedUnit(_Part):
    """One unit's verdicts and files."""

    unit: SavedIdentity
    criteria: list[SavedCriterion]
    intake: list[SavedFile]


class SavedDocument(_Part):
    """One document's verdicts and its file."""

    file: str
    criteria: list[SavedCriterion]
    intake: list[SavedFile]


class SavedReceipt(_Part):
    """What the verdicts were reached with; what older results do not have is empty."""

    engine: str
    judges: list[str]
    rules_sha256: str
    inputs_sha256: str
    rules: list[SavedFile] = []
    packs: list[str] = []
    period: SavedPeriod | None = None
    unmasked: bool = False
    scheme: str = ""
    program_sha256: str = ""


class SavedRun(_Part):
    """A run over units or, where ``units`` is None, over documents alone."""

    as_of: dt.date
    units: list[SavedUnit] | None = None
    documents: list[SavedDocument] | None = None
    receipt: SavedReceipt


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved result: its bytes, what they say, and the part that is looked at."""

    file: str
    content: bytes
    said: Json
    run: SavedRun


def read_saved(file: Path) -> Saved:
    """Read a saved result.

    Raises:
        UsageError: The file cannot be read or is no result.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(
            Text(
                f"{file}: không đọc được kết quả: {error.strerror}",
                f"{file}: no result: {error.strerror}",
            )
        ) from error
    return parse_saved(file.as_posix(), content)


def parse_saved(file: str, content: bytes) -> Saved:
    """Parse a result from its bytes; ``file`` is what it is called in faults.

    Raises:
        UsageError: The bytes are no result.
    """
    try:
        said = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            Text(f"{file}: không đọc được kết quả: {error}", f"{file}: no result: {error}")
        ) from error
    if not isinstance(said, dict) or said.get("schema") != SCHEMA:
        raise _no_result(file, "")
    try:
        run = SavedRun.model_validate(said)
        run.model_dump_json()  # refuses what cannot be written again: depth, halves of surrogates
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _no_result(file, f" ({'.'.join(map(str, first['loc']))}: {first['msg']})") from error
    except (ValueError, RecursionError) as error:
        raise _no_result(file, "") from error
    if (run.units is None) == (run.documents is None):
        raise _no_result(file, "")
    return Saved(file, content, said, run)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are each said once: of two, readers would believe different ones."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return made


def _no_result(file: str, why: str) -> UsageError:
    return UsageError(
        Text(
            f"{file}: không phải kết quả của 'motcua check --format json'{why}",
            f"{file}: not a result of 'motcua check --format json'{why}",
        )
    )
