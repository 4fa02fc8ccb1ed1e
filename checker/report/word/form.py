"""The inspection form filled in: each line with its verdict, its law and its proof, or who looks.

No line is left without a word: what the data decide says by what, the rest says who has to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ...result import CriterionResult
from ...scores import LineScore, Scoring
from ...words import Lang
from ..html.model import Examined, Run
from ..labels import VERDICT_LABELS
from ..scores import form_rows, open_lines, scoring_title
from ..told import clauses, where
from .blocks import body
from .frame import LINE, annex
from .markup import Cell, Words, cell, table

VI: Lang = "vi"
_HEAD = ("Mục", "Nội dung", "Tối đa", "Điểm", "Kết luận, căn cứ, bằng chứng hoặc người phải xem")
_NOT_ASKED = ("not_begun", "ended", "not_applicable")
"""Reasons why nothing was looked for on the day or in such a unit."""
_MM = (14, 44, 14, 18, 70)


def form_annex(run: Run, reference: str) -> Iterator[etree._Element]:
    """The form of each unit as an annex of its own; nothing where no form was asked for."""
    filled = [(one, one.scoring) for one in run.examined if one.scoring and one.scoring.name]
    if not filled:
        return
    yield from annex(4, "PHIẾU KIỂM TRA", reference)
    for one, scoring in filled:
        yield body(scoring_title(scoring).vi, f"{one.name}: ")
        yield Words("Gap", "").written()
        yield table(_MM, _HEAD, _rows(one, scoring))
        yield from (body(text.vi, "Chưa rõ: ") for text in open_lines(scoring))
        yield Words("Gap", "").written()


def _rows(one: Examined, scoring: Scoring) -> Iterator[Sequence[Cell]]:
    known = {criterion.id: criterion for criterion in one.criteria}
    for row in form_rows(scoring, VI):
        style = "Cell" if row.line else "CellBold"
        yield (
            cell(style, row.id),
            cell(style, row.title),
            cell("CellNumber", row.of),
            cell("CellNumber", row.score),
            cell("Cell", *(_told(row.line, known) if row.line else ("",))),
        )


def _told(line: LineScore, known: dict[str, CriterionResult]) -> Iterator[str]:
    if line.who:
        yield f"Người phải xem: {line.who.vi}"
        yield f"Kết quả: {LINE[:29]}"
    elif line.question:
        yield f"Xác nhận của đơn vị: {_answered(line)} (attestations.yaml, {line.question})"
    for id_ in line.criteria:
        yield from _of_criterion(id_, known.get(id_))


def _answered(line: LineScore) -> str:
    if not line.applies:
        return "không áp dụng"
    if line.span.least == line.span.greatest:
        return "có" if line.span.least else "không"
    return "chưa có câu trả lời còn giá trị kèm minh chứng"


def _of_criterion(id_: str, criterion: CriterionResult | None) -> Iterator[str]:
    if criterion is None:
        yield f"{id_}: không xét trong lần này"
        return
    verdict = VERDICT_LABELS[criterion.verdict].vi
    yield f"{id_}: {verdict}. {criterion.reason.vi} [{clauses(criterion, VI)}]"
    asked = criterion.reason_code not in _NOT_ASKED
    if asked and (proofs := list(dict.fromkeys(_proofs(criterion)))):
        yield f"Bằng chứng: {'; '.join(proofs)}"


def _proofs(criterion: CriterionResult) -> Iterator[str]:
    """Where the first fault or gap stands; of what passes, which files were looked through."""
    for told in (*criterion.findings[:1], *criterion.gaps[:1]):
        yield from (place for one in told.evidence if (place := where(one, VI)))
    if not criterion.findings and not criterion.gaps:
        yield from (searched.file for searched in criterion.searched if searched.file)
