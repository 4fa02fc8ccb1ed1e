"""The result in the terminal: what was decided, what was seen, what to do first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text as Line

from ..flags import FLAGS
from ..intake.model import FileAccount
from ..plans import Plan
from ..result import CriterionResult, DocumentsResult, Result, UnitResult
from ..scores import Scoring
from ..words import Lang, Text
from .html.words import number, span
from .labels import EFFECT_LABELS, VERDICT_LABELS, VERDICT_STYLES, pack_label
from .plan import heading, short_plan
from .scores import HEADS, OPEN, form_rows, open_lines, scoring_title

_HEADS = (
    Text("Mã", "Id"),
    Text("Kết luận", "Verdict"),
    Text("Tiêu chí", "Criterion"),
    Text("Đã thấy", "Seen"),
    Text("Làm trước", "Do first"),
)
_MOST_NOTICES = 8
MASKED = Text(
    "Tên người, số định danh, số điện thoại đã được che (--unmask để hiện).",
    "Names, identity and telephone numbers are masked (--unmask shows them).",
)
UNMASKED = Text(
    "Tên người, số định danh, số điện thoại không được che.",
    "Names, identity and telephone numbers are not masked.",
)


def result_text(result: Result, lang: Lang) -> RenderableType:
    """Every unit's table, its files that need a look, and the receipt."""
    return Group(
        *(part for unit in result.units for part in (_unit(unit, lang), Line(""))),
        *(Line(f"! {note.of(lang)}", style="yellow") for note in result.notes),
        Line(receipt_line(result).of(lang), style="dim"),
    )


def _unit(unit: UnitResult, lang: Lang) -> RenderableType:
    return Group(
        Line(f"{unit.name} ({unit.code})", style="bold"),
        Line(_coverage(unit).of(lang)),
        *notices(unit.intake, lang),
        *(part for pack in unit.groups for part in _pack(unit, pack, lang)),
        *(_scoring(unit.scoring, lang) if unit.scoring else ()),
        *(_plan(unit.plan, lang) if unit.plan else ()),
    )


def _coverage(unit: UnitResult) -> Text:
    """The honest line on top: how much was decided at all."""
    decided = sum(unit.count(verdict) for verdict in ("pass", "partial", "fail"))
    least, most, of = unit.score()
    first, last = unit.period
    return Text(
        vi=f"Kỳ {first:%d/%m/%Y}–{last:%d/%m/%Y}. {len(unit.criteria)} tiêu chí: {decided} đã kết"
        f" luận bằng dữ liệu ({unit.count('pass')} đạt, {unit.count('partial')} đạt một phần,"
        f" {unit.count('fail')} không đạt), {unit.count('undetermined')} chưa đủ căn cứ,"
        f" {unit.count('not_applicable')} không áp dụng, {unit.count('error')} lỗi."
        f" Điểm: {span((least, most), 'vi')}/{number(of, 'vi')}.",
        en=f"Period {first:%Y-%m-%d} to {last:%Y-%m-%d}. {len(unit.criteria)} criteria: {decided}"
        f" decided by data ({unit.count('pass')} pass, {unit.count('partial')} partial,"
        f" {unit.count('fail')} fail), {unit.count('undetermined')} undetermined,"
        f" {unit.count('not_applicable')} not applicable, {unit.count('error')} errors."
        f" Score: {span((least, most), 'en')} of {number(of, 'en')}.",
    )


def _pack(unit: UnitResult, pack: str, lang: Lang) -> Iterator[RenderableType]:
    """A table of what was looked at; a line for what could not be, or need not be."""
    verdict = unit.groups[pack]
    title = Line.assemble(
        (f"{pack_label(pack).of(lang)}: ", "bold"),
        (VERDICT_LABELS[verdict].of(lang), VERDICT_STYLES[verdict]),
    )
    told: list[CriterionResult] = []
    brief: dict[tuple[str, Text], list[str]] = {}
    for criterion in unit.criteria:
        if criterion.pack != pack:
            continue
        if _in_brief(criterion):
            brief.setdefault((criterion.verdict, criterion.reason), []).append(criterion.id)
        else:
            told.append(criterion)
    yield _table(title, told, lang) if told else title
    for (verdict, reason), ids in sorted(brief.items(), key=lambda one: one[0][0], reverse=True):
        label = VERDICT_LABELS[verdict].of(lang)
        yield Line.assemble(
            (f"{label}: ", VERDICT_STYLES[verdict]), f"{', '.join(ids)}. {reason.of(lang)}"
        )


def _in_brief(criterion: CriterionResult) -> bool:
    """Is the reason all there is to say? One register not handed in leaves forty criteria open."""
    silent = criterion.verdict == "not_applicable" or criterion.reason_code == "missing_data"
    return silent and criterion.decision is None


def _scoring(scoring: Scoring, lang: Lang) -> Iterator[RenderableType]:
    """The form, where one was asked for; and what would move the points most."""
    if scoring.name:
        title = Line(scoring_title(scoring).of(lang), style="bold")
        table = Table(title=title, title_justify="left", expand=True)
        for head, ratio in zip(HEADS, (None, 5, None, None, 4), strict=True):
            table.add_column(head.of(lang), no_wrap=ratio is None, ratio=ratio)
        for row in form_rows(scoring, lang):
            cells = (row.id, row.title, row.score, row.of, row.by)
            table.add_row(*map(escape, cells), style="" if row.line else "bold")
        yield table
    told = [line.of(lang) for line in open_lines(scoring)]
    if told:
        yield Line(f"{OPEN.of(lang)}:")
        yield from (Line(f"- {line}") for line in told)


def _plan(plan: Plan, lang: Lang) -> Iterator[RenderableType]:
    """What to do first, in ten lines."""
    lines = short_plan(plan, lang)
    if lines:
        yield Line(f"{heading(plan).of(lang)}:", style="bold")
        yield from map(Line, lines)


def _table(title: Line, criteria: Iterable[CriterionResult], lang: Lang) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for head, ratio in zip(_HEADS, (None, None, 4, 3, 5), strict=True):
        table.add_column(head.of(lang), no_wrap=head is _HEADS[0], ratio=ratio)
    for criterion in criteria:
        table.add_row(*_row(criterion, lang))
    return table


def _row(criterion: CriterionResult, lang: Lang) -> tuple[RenderableType, ...]:
    verdict = Line(
        VERDICT_LABELS[criterion.verdict].of(lang), style=VERDICT_STYLES[criterion.verdict]
    )
    if criterion.decision and criterion.decision.effect in EFFECT_LABELS:
        verdict.append(f"\n({EFFECT_LABELS[criterion.decision.effect].of(lang)})", style="italic")
    return (
        escape(criterion.id),
        verdict,
        escape(criterion.title.of(lang)),
        escape(criterion.reason.of(lang)),
        Line(_do_first(criterion, lang)),
    )


def _do_first(criterion: CriterionResult, lang: Lang) -> str:
    """The first finding with its place and advice; for what passes, nothing."""
    told = criterion.findings or (criterion.gaps if criterion.verdict == "undetermined" else ())
    if not told:
        return ""
    first = told[0]
    place = next((f"{e.file} {e.place.of(lang)}" for e in first.evidence if e.file), "")
    total = criterion.findings_total if criterion.findings else criterion.gaps_total
    more = {"vi": f" (và {total - 1} mục nữa)", "en": f" (and {total - 1} more)"}[lang]
    lines = [f"{first.message.of(lang)}{more if total > 1 else ''}"]
    if place:
        lines.append(f"→ {place}")
    if doubts := dict.fromkeys(code for e in first.evidence for code in e.flags):
        lines.append(f"⚠ {'; '.join(FLAGS[code].of(lang) for code in doubts)}")
    if criterion.findings:
        lines.append(f"→ {first.advice.of(lang)}")
    return "\n".join(lines)


def notices(accounts: tuple[FileAccount, ...], lang: Lang) -> Iterator[Line]:
    """Files of which something was not read as it stands."""
    told = [notice for account in accounts for notice in account.notices]
    for notice in told[:_MOST_NOTICES]:
        place = f" {notice.place}" if notice.place else ""
        yield Line(f"! {notice.file}{place}: {notice.text.of(lang)}", style="yellow")
    if len(told) > _MOST_NOTICES:
        more = len(told) - _MOST_NOTICES
        text = Text(f"! và {more} lưu ý nữa (xem --format json)", f"! and {more} more notices")
        yield Line(text.of(lang), style="yellow")


def receipt_line(result: Result | DocumentsResult) -> Text:
    """What the verdicts were reached with."""
    receipt = result.receipt
    by = " + ".join(receipt.judges)
    rules, inputs = receipt.rules_sha256[:12], receipt.inputs_sha256[:12]
    program = receipt.program_sha256[:12]
    alone = receipt.plain_only or Text("", "")
    shown = UNMASKED if receipt.unmasked else MASKED
    return Text(
        vi=f"Xét theo pháp luật ngày {result.as_of:%d/%m/%Y}. {receipt.engine}; bộ phán quyết:"
        f" {by}. {alone.vi}\nChương trình {program}, luật {rules}, dữ liệu {inputs}. {shown.vi}",
        en=f"By the law of {result.as_of:%Y-%m-%d}. {receipt.engine}; judges: {by}. {alone.en}\n"
        f"Program {program}, rules {rules}, data {inputs}. {shown.en}",
    )
