"""Two saved results compared: unit by unit, criterion by criterion, each with its causes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..errors import UsageError
from ..saved import Saved, SavedCriterion, SavedDocument, SavedFile, SavedPeriod, SavedRun
from ..words import Text
from .causes import Causes, causes_of
from .files import changed_files
from .model import (
    Change,
    Comparison,
    CriterionChange,
    Seen,
    Side,
    UnitComparison,
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Examined:
    """A unit or a document under one form."""

    name: str
    code: str
    criteria: Sequence[SavedCriterion]
    files: Sequence[SavedFile]
    period: SavedPeriod | None = None


def compare(before: Saved, after: Saved) -> Comparison:
    """What the second result says otherwise than the first.

    Units are matched by their code, documents by their path below the folder common to all.

    Raises:
        UsageError: One is a result over units, the other over documents.
    """
    if (before.run.units is None) != (after.run.units is None):
        raise UsageError(
            Text(
                "một kết quả là của đơn vị ('motcua check'), một là của văn bản ('motcua doc');"
                " chỉ so được hai kết quả cùng loại",
                "one result is of units ('motcua check'), one of documents ('motcua doc');"
                " only two of a kind compare",
            )
        )
    rules = tuple(changed_files(before.run.receipt.rules, after.run.receipt.rules))
    old, new = _by_key(before.run), _by_key(after.run)
    causes = causes_of(before.run, after.run, rules)
    units = (_unit(old.get(key), new.get(key), causes) for key in dict.fromkeys((*old, *new)))
    return Comparison(_side(before), _side(after), rules, tuple(units))


def _side(saved: Saved) -> Side:
    receipt = saved.run.receipt
    return Side(
        file=saved.file,
        as_of=saved.run.as_of,
        engine=receipt.engine,
        program_sha256=receipt.program_sha256,
        judges=tuple(receipt.judges),
        rules_sha256=receipt.rules_sha256,
        inputs_sha256=receipt.inputs_sha256,
    )


def _by_key(run: SavedRun) -> Mapping[Key, _Examined]:
    """Units by code, and by folder too where two have one code; documents by path."""
    found: dict[Key, _Examined] = {}
    if run.units is not None:
        codes = Counter(unit.unit.code for unit in run.units)
        for unit in run.units:
            said = unit.unit
            alone = said.code and codes[said.code] == 1
            key = (said.code,) if alone else (said.code, said.folder)
            found[key] = _Examined(said.name, said.code, unit.criteria, unit.intake, said.period)
        return found
    documents = run.documents or []
    shared = _shared([PurePosixPath(document.file).parent.parts for document in documents])
    for document in documents:
        inside = PurePosixPath(*PurePosixPath(document.file).parts[shared:]).as_posix()
        # Below the folder common to all, a document is called the same on both sides.
        here = _renamed(document, inside)
        found[(inside,)] = _Examined(inside, "", here.criteria, here.intake)
    return found


def _shared(folders: Sequence[Sequence[str]]) -> int:
    """How many steps all paths begin with alike."""
    levels = enumerate(zip(*folders, strict=False))
    fewest = min(map(len, folders), default=0)
    return next((number for number, steps in levels if len(set(steps)) > 1), fewest)


def _renamed(document: SavedDocument, name: str) -> SavedDocument:
    """A document's result as it would be under another name; texts may hold the name."""
    written = document.model_dump_json()
    old, new = (json.dumps(said, ensure_ascii=False)[1:-1] for said in (document.file, name))
    return SavedDocument.model_validate_json(written.replace(old, new))


def _unit(old: _Examined | None, new: _Examined | None, causes: Causes) -> UnitComparison:
    if old is None:
        assert new is not None
        return UnitComparison(new.name, new.code, (), (), 0, "after")
    if new is None:
        return UnitComparison(old.name, old.code, (), (), 0, "before")
    files = tuple(changed_files(old.files, new.files))
    here = causes.in_unit(files, (*old.files, *new.files), old.period != new.period)
    before = {criterion.id: criterion for criterion in old.criteria}
    after = {criterion.id: criterion for criterion in new.criteria}
    ids = dict.fromkeys((*before, *after))
    found = (_criterion(before.get(id_), after.get(id_), here) for id_ in ids)
    changes = tuple(change for change in found if change)
    return UnitComparison(new.name, new.code, files, changes, len(ids) - len(changes))


def _criterion(
    old: SavedCriterion | None, new: SavedCriterion | None, causes: Causes
) -> CriterionChange | None:
    changed = _changed(old, new, causes.masked_alike) if old and new else ()
    if old and new and not changed:
        return None
    named = new or old
    assert named is not None
    return CriterionChange(
        id=named.id,
        title=Text(named.title.vi, named.title.en),
        before=_seen(old),
        after=_seen(new),
        changed=changed,
        causes=causes.of(old, new),
    )


def _seen(criterion: SavedCriterion | None) -> Seen | None:
    if criterion is None:
        return None
    return Seen(
        criterion.verdict,
        criterion.version,
        criterion.population,
        criterion.satisfied,
        criterion.violated,
        criterion.undetermined,
    )


def _changed(old: SavedCriterion, new: SavedCriterion, masked_alike: bool) -> tuple[Change, ...]:
    """In what two verdicts on a criterion differ. What was masked on one side is not compared."""
    counts = [(c.population, c.satisfied, c.violated, c.undetermined) for c in (old, new)]
    told = [(c.findings, c.gaps) if masked_alike else () for c in (old, new)]
    differs: dict[Change, bool] = {
        "verdict": old.verdict != new.verdict,
        "reason": old.reason_code != new.reason_code,
        "counts": counts[0] != counts[1],
        "score": old.score != new.score,
        "findings": told[0] != told[1],
        "decision": old.decision != new.decision,
        "version": old.version != new.version,
    }
    return tuple(change for change, is_so in differs.items() if is_so)
