"""What reports and minutes tell alike: scope, sums, what did not pass, the annexed tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from ...notes import Noted
from ...result import CriterionResult, Evidence, Finding
from ...words import Lang
from ..html.model import DECIDED, Examined, Run
from ..html.words import number, percent, span
from ..labels import EFFECT_LABELS, STANCE_LABELS, VERDICT_LABELS, pack_label
from ..told import clauses, expected, found, where
from .frame import annex
from .markup import Cell, Words, cell, table

VI: Lang = "vi"
_VERDICTS = ("pass", "partial", "fail", "undetermined", "not_applicable", "error")
_UNMET, _UNDECIDED = ("fail", "partial"), ("error", "undetermined")
_SUM_HEAD = ("Phần", "Kết luận", *(VERDICT_LABELS[v].vi for v in _VERDICTS))
_SUM_MM = (34, 24, 13, 17, 16, 18, 20, 18)
_CRITERIA_HEAD = ("Mã", "Tiêu chí", "Kết luận", "Số xét", "Đạt", "Không đạt", "Chưa rõ")
_CRITERIA_MM = (20, 56, 25, 13, 13, 18, 15)
_UNMET_HEAD = ("Tiêu chí, căn cứ", "Kết luận, số liệu", "Việc cần làm trước")
_UNMET_MM = (55, 45, 60)
_UNDECIDED_HEAD = ("Vì sao chưa kết luận được", "Tiêu chí")
_UNDECIDED_MM = (90, 70)
_FINDINGS_HEAD = ("Phát hiện", "Bằng chứng, vị trí", "Việc cần làm")
_FINDINGS_MM = (55, 60, 45)
_NOTED_HEAD = ("Tiêu chí, bằng chứng", "Kết luận", "Ý kiến của người kiểm tra")
_NOTED_MM = (65, 25, 70)
_FILES_HEAD = ("Tệp", "Dòng đọc", "Dòng nhận", "Dòng từ chối")
_FILES_MM = (100, 20, 20, 20)


def body(text: str, lead: str = "") -> etree._Element:
    """A paragraph of the content."""
    return Words("Body", text, lead).written()


def heading(text: str) -> etree._Element:
    """A heading within a part."""
    return Words("Heading", text).written()


def part(text: str) -> etree._Element:
    """The heading of a part."""
    return Words("Part", text).written()


def each(
    run: Run, tell: Callable[[Examined], Iterator[etree._Element]]
) -> Iterator[etree._Element]:
    """What is told of each unit or document, under its name where there are several."""
    several = not run.few(1)
    for one in run.examined:
        if several:
            yield heading(one.name)
        yield from tell(one)


def day(value: dt.date) -> str:
    """A day in words: 0 before days below 10 and before the months 1 and 2 (Appendix I, I.II.4).

    >>> day(dt.date(2026, 2, 3)), day(dt.date(2026, 11, 22))
    ('ngày 03 tháng 02 năm 2026', 'ngày 22 tháng 11 năm 2026')
    """
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def scope(run: Run) -> Iterator[etree._Element]:
    """Whom, which time, by the law of which day, with what."""
    for one in run.examined:
        about = f" ({one.about.vi})" if one.about.vi else ""
        span_of_time = (
            f", kỳ từ {day(one.period[0])} đến {day(one.period[1])}" if one.period else ""
        )
        yield body(f"{one.name}{about}{span_of_time}.", "Đối tượng: ")
    yield body(f"theo quy định có hiệu lực {day(run.as_of)}.", "Căn cứ: ")
    receipt = run.receipt
    masked = "không" if receipt.unmasked else "đã"
    digest = receipt.program_sha256[:12]  # a result of before it was written has none
    program = f" mã của chương trình {digest}," if digest else ""
    yield body(
        f"{receipt.engine} ({', '.join(receipt.judges)});{program}"
        f" mã của bộ tiêu chí {receipt.rules_sha256[:12]},"
        f" mã của dữ liệu {receipt.inputs_sha256[:12]}."
        f" Tên người, số định danh, số điện thoại {masked} được che.",
        "Công cụ: ",
    )
    yield from (body(f"“{note.vi}”.", "Lưu ý: ") for note in run.notes)


def sums(one: Examined) -> Iterator[etree._Element]:
    """The honest line, and a table of the parts."""
    count = one.counts()
    decided, people = sum(count[verdict] for verdict in DECIDED), one.by_people()
    least, most, of = one.score()
    scored = f" Điểm: {span((least, most), VI)}/{number(of, VI)}." if of else ""
    yield body(
        f"{len(one.criteria)} tiêu chí: {decided - people} kết luận bằng dữ liệu, {people} bằng xác"
        f" nhận của người có trách nhiệm, {count['undetermined']} chưa đủ căn cứ,"
        f" {count['not_applicable']} không áp dụng, {count['error']} gặp lỗi kiểm tra.{scored}"
    )
    if one.groups:
        yield Words("Gap", "").written()
        yield table(_SUM_MM, _SUM_HEAD, (_sum_row(one, pack) for pack in one.groups))


def _sum_row(one: Examined, pack: str) -> Sequence[Cell]:
    verdicts = [criterion.verdict for criterion in one.criteria if criterion.pack == pack]
    return (
        cell("Cell", pack_label(pack).vi),
        cell("CellBold", VERDICT_LABELS[one.groups[pack]].vi),
        *(cell("CellNumber", str(verdicts.count(verdict))) for verdict in _VERDICTS),
    )


def unmet(one: Examined) -> Iterator[etree._Element]:
    """A table of what failed or passed in part: the law, the numbers, what to do first."""
    chosen = [criterion for criterion in one.criteria if criterion.verdict in _UNMET]
    if chosen:
        yield Words("Gap", "").written()
        yield table(_UNMET_MM, _UNMET_HEAD, map(_unmet_row, chosen))
    else:
        yield body("Không có.")


def undecided(one: Examined) -> Iterator[etree._Element]:
    """A table of the reasons why no verdict was given, each with its criteria."""
    reasons: dict[str, list[str]] = {}
    for criterion in one.criteria:
        if criterion.verdict in _UNDECIDED:
            reasons.setdefault(criterion.reason.vi, []).append(criterion.id)
    if reasons:
        yield Words("Gap", "").written()
        rows = ((cell("Cell", why), cell("Cell", ", ".join(ids))) for why, ids in reasons.items())
        yield table(_UNDECIDED_MM, _UNDECIDED_HEAD, rows)
    else:
        yield body("Không có.")


def _unmet_row(criterion: CriterionResult) -> Sequence[Cell]:
    told = [criterion.reason.vi]
    if criterion.share:
        told.append(f"Tỷ lệ đạt {percent(criterion.share, VI)}")
    if criterion.score:
        told.append(f"Điểm {span(criterion.score, VI)}/{number(criterion.points, VI)}")
    if decision := criterion.decision:
        effect = EFFECT_LABELS.get(decision.effect)
        said = f"{effect.vi}: " if effect else ""
        told.append(f"Quyết định kèm theo: {said}{decision.reason} ({decision.approver})")
    numbers = cell("Cell", *told).content
    return (
        cell("Cell", f"{criterion.id}. {criterion.title.vi}", f"Căn cứ: {clauses(criterion, VI)}"),
        Cell([*cell("CellBold", VERDICT_LABELS[criterion.verdict].vi).content, *numbers]),
        cell("Cell", *_do_first(criterion)),
    )


def _do_first(criterion: CriterionResult) -> Sequence[str]:
    """The first finding and its advice; where there is none, the first gap."""
    told, total = criterion.findings, criterion.findings_total
    if not told:
        told, total = criterion.gaps, criterion.gaps_total
    if not told:
        return ("",)
    more = f" (và {total - 1} mục nữa tại Phụ lục II)" if total > 1 else ""
    advice = (told[0].advice.vi,) if criterion.findings else ()
    return (f"{told[0].message.vi}{more}", *advice)


def findings_table(run: Run) -> etree._Element:
    """Every finding and gap: what it says, the values with their places, what to do."""
    return table(_FINDINGS_MM, _FINDINGS_HEAD, _finding_rows(run))


def _finding_rows(run: Run) -> Iterator[Sequence[Cell]]:
    several = not run.few(1)
    for one in run.examined:
        if several:
            yield _across(one.name, _FINDINGS_MM)
        for criterion in one.criteria:
            lists = (
                (criterion.findings, criterion.findings_total, "không đạt"),
                (criterion.gaps, criterion.gaps_total, "chưa rõ"),
            )
            for told, total, kind in lists:
                if told:
                    yield _across(
                        f"{criterion.id}. {criterion.title.vi}: {total} mục {kind}", _FINDINGS_MM
                    )
                yield from map(_finding, told)
                if total > len(told):
                    yield _across(f"Và {total - len(told)} mục nữa", _FINDINGS_MM)


def _across(text: str, widths_mm: Sequence[float]) -> Sequence[Cell]:
    """A row of one cell."""
    return (Cell(cell("CellBold", text).content, len(widths_mm)),)


def _finding(finding: Finding) -> Sequence[Cell]:
    return (
        cell("Cell", finding.message.vi),
        cell("Cell", *(map(_evidence, finding.evidence) if finding.evidence else ("",))),
        cell("Cell", finding.advice.vi),
    )


def _evidence(evidence: Evidence) -> str:
    wanted, place = expected(evidence, VI), where(evidence, VI)
    needed = f" (cần: {wanted})" if wanted else ""
    return f"{found(evidence, VI)}{needed}{f' [{place}]' if place else ''}"


def criteria_table(run: Run) -> etree._Element:
    """Every criterion with its law, its verdict and its numbers."""
    return table(_CRITERIA_MM, _CRITERIA_HEAD, _criteria_rows(run))


def _criteria_rows(run: Run) -> Iterator[Sequence[Cell]]:
    for one in run.examined:
        yield _across(one.name, _CRITERIA_MM)
        pack = None
        for criterion in one.criteria:
            if one.groups and criterion.pack != pack:
                pack = criterion.pack
                verdict = VERDICT_LABELS[one.groups[pack]].vi
                yield _across(f"{pack_label(pack).vi}: {verdict}", _CRITERIA_MM)
            numbers = [criterion.population, criterion.satisfied]
            numbers += [criterion.violated, criterion.undetermined]
            yield (
                cell("Cell", criterion.id),
                cell("Cell", criterion.title.vi, f"Căn cứ: {clauses(criterion, VI)}"),
                cell("Cell", VERDICT_LABELS[criterion.verdict].vi),
                *(cell("CellNumber", str(value)) for value in numbers),
            )


def noted_table(notes: Sequence[Noted]) -> etree._Element:
    """What an inspector says of criteria and their evidence, beside the verdicts."""
    return table(_NOTED_MM, _NOTED_HEAD, map(_noted_row, notes))


def _noted_row(noted: Noted) -> Sequence[Cell]:
    note, criterion = noted.note, noted.criterion
    named = (noted.finding.message.vi,) if noted.finding else ()
    place = " ".join(filter(None, (note.file, note.place)))
    return (
        cell("Cell", f"{criterion.id}. {criterion.title.vi}", *named, *filter(None, (place,))),
        cell("Cell", VERDICT_LABELS[criterion.verdict].vi),
        Cell(
            [
                *cell("CellBold", STANCE_LABELS[note.stance].vi).content,
                *cell("Cell", note.says, f"{note.by}, {day(note.on)}").content,
            ]
        ),
    )


def files_table(run: Run) -> etree._Element:
    """Every file that was handed in, with its digest and what became of its rows."""
    rows = (
        (
            cell("Cell", account.file, f"SHA-256: {account.sha256}"),
            *(
                cell("CellNumber", str(value))
                for value in (account.rows_read, account.rows_kept, account.rows_refused)
            ),
        )
        for one in run.examined
        for account in one.accounts
    )
    return table(_FILES_MM, _FILES_HEAD, rows)


def annexes(run: Run, reference: str) -> Iterator[etree._Element]:
    """Verdicts, findings and files, each an annex; ``reference`` says of which document."""
    yield from annex(1, "KẾT LUẬN THEO TỪNG TIÊU CHÍ", reference)
    yield criteria_table(run)
    yield from annex(2, "PHÁT HIỆN VÀ BẰNG CHỨNG", reference)
    yield findings_table(run)
    yield from annex(3, "TỆP DỮ LIỆU ĐÃ DÙNG", reference)
    yield files_table(run)
    yield Words("Gap", "").written()  # Word wants a paragraph behind the last table
