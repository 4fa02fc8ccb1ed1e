"""Copies of a checked document: with what was found beside the text, with its format put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import cast

from .citing import provision_label
from .documents.refusals import UnreadableDocument
from .editing.refusals import NotWritten
from .marking.annotate import Remark, annotate
from .repair.model import PAGES, ParagraphPlace, Property, Repair, SectionPlace
from .repair.repair import repair
from .result import CopyMade, CriterionResult, DocumentResult, Finding, RepairAsked
from .words import Text

_DECIDED = ("fail", "partial")


@dataclass(frozen=True, slots=True)
class CopyOrders:
    """Where copies go.

    ``root`` is the folder below which all checked files lie; ``day`` dates the comments.
    """

    annotate: Path | None
    fix: Path | None
    root: Path
    day: dt.date

    def make(self, path: Path, document: DocumentResult) -> tuple[CopyMade, ...]:
        """Make the copies that were asked for; one that cannot be made is said to be refused."""
        inside = path.resolve().relative_to(self.root)
        made = []
        if self.annotate:
            made.append(_annotated(path, document, self.annotate / inside, self.day))
        if self.fix:
            made.append(_fixed(path, document, self.fix / inside))
        return tuple(made)


def _annotated(path: Path, document: DocumentResult, target: Path, day: dt.date) -> CopyMade:
    remarks = [_remark(criterion, finding) for criterion, finding in _found(document)]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = annotate(path, remarks, target, day)
    except (NotWritten, UnreadableDocument) as error:
        return CopyMade("annotate", "", refused=error.notice)
    return CopyMade("annotate", target.as_posix(), tuple(_account(len(remarks) - before, before)))


def _account(new: int, before: int) -> Iterator[Text]:
    """How many comments were written, and how many stood there from an earlier time."""
    if new:
        yield Text(f"{new} nhận xét", f"{new} comments")
    if before:
        yield Text(
            f"{before} nhận xét đã có sẵn từ lần trước, không ghi lại",
            f"{before} comments stood there already and were not repeated",
        )


def _fixed(path: Path, document: DocumentResult, target: Path) -> CopyMade:
    asked = dict.fromkeys(_repair(a) for _, finding in _found(document) for a in finding.repairs)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        report = repair(path, list(asked), target)
        if not report.changes and path.resolve() != target.resolve():
            copyfile(path, target)
    except (NotWritten, UnreadableDocument) as error:
        return CopyMade("fix", "", refused=error.notice)
    left = tuple(
        Text(f"{one.where.text.vi}: {one.reason.vi}", f"{one.where.text.en}: {one.reason.en}")
        for one in report.left
    )
    changes = tuple(change.text for change in report.changes)
    return CopyMade("fix", target.as_posix(), changes, left + _by_hand(document))


def _found(document: DocumentResult) -> Iterator[tuple[CriterionResult, Finding]]:
    for criterion in document.criteria:
        if criterion.verdict in _DECIDED:
            for finding in criterion.findings:
                yield criterion, finding


def _by_hand(document: DocumentResult) -> tuple[Text, ...]:
    """What no repair of the format can put right: words, order, what is missing."""
    return tuple(
        Text(
            f"{criterion.id} {finding.message.vi}: phải sửa bằng tay",
            f"{criterion.id} {finding.message.en}: to be put right by hand",
        )
        for criterion, finding in _found(document)
        if not finding.repairs
    )


def _remark(criterion: CriterionResult, finding: Finding) -> Remark:
    lines = [
        f"{criterion.id} {criterion.title.vi}",
        finding.message.vi,
        *(f"Căn cứ: {_clause(criterion)}" for _ in criterion.basis[:1]),
        f"Cách sửa: {finding.advice.vi}",
    ]
    return Remark(finding.paragraph, "\n".join(lines))


def _clause(criterion: CriterionResult) -> str:
    cited = (provision_label(b.document, b.article, b.clause, b.point) for b in criterion.basis)
    return "; ".join(label.vi for label in cited)


def _repair(asked: RepairAsked) -> Repair:
    """A rule's repair in the repairer's terms."""
    paged = asked.property in PAGES or asked.property == "page_number"
    where = SectionPlace(asked.at) if paged else ParagraphPlace(asked.at, asked.start, asked.end)
    least, greatest = (_number(bound) for bound in (asked.least, asked.greatest))
    return Repair(where, cast(Property, asked.property), asked.to, least, greatest)


def _number(bound: object) -> float | None:
    return float(bound) if isinstance(bound, int | float) else None


def common_root(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all that was named, so that copies keep their order."""
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    root = folders[0]
    while not all(folder.is_relative_to(root) for folder in folders):
        root = root.parent
    return root
