"""Documents in the terminal: what breaks the rules, where, by which clause, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from ..citing import provision_label
from ..result import CopyMade, CriterionResult, DocumentResult, DocumentsResult, Finding
from ..words import Lang, Text
from .labels import VERDICT_LABELS, VERDICT_STYLES
from .text import notices, receipt_line

_MOST_SHOWN = 5
_COPIES = {
    "annotate": Text("Bản có nhận xét", "Copy with comments"),
    "fix": Text("Bản đã sửa định dạng", "Copy with format put right"),
}
_NOTHING_KNOWN = Text(
    "Tệp này không đọc được nên không tiêu chí nào kết luận được.",
    "This file could not be read, so no criterion could be decided.",
)


def documents_text(result: DocumentsResult, lang: Lang) -> Iterator[RenderableType]:
    """Document by document, then the receipt."""
    for document in result.documents:
        yield Group(*_document(document, lang), Line(""))
    yield Line(receipt_line(result).of(lang), style="dim")


def _document(document: DocumentResult, lang: Lang) -> Iterator[RenderableType]:
    kind = document.doc_type or Text("không rõ tên loại", "unknown type").of(lang)
    yield Line.assemble((document.file, "bold"), f" ({kind})")
    yield Line(_coverage(document).of(lang))
    yield from notices((document.account,), lang)
    told = [c for c in document.criteria if c.verdict in ("fail", "partial", "error")]
    for criterion in sorted(told, key=lambda c: c.severity != "must"):
        yield from _wrong(criterion, lang)
    if all(c.verdict == "undetermined" for c in document.criteria):
        yield Line(_NOTHING_KNOWN.of(lang))
    else:
        yield from _listed(document, "undetermined", lang)
        yield from _listed(document, "pass", lang)
    for copy in document.copies:
        yield from _copy(copy, lang)


def _copy(copy: CopyMade, lang: Lang) -> Iterator[RenderableType]:
    """Where the copy lies, what was changed in it, what was left and why."""
    kind = _COPIES[copy.kind].of(lang)
    if copy.refused:
        refused = Text("không ghi, vì ", "not written: ").of(lang)
        yield Line(f"{kind}: {refused}{copy.refused.text.of(lang)}", style="yellow")
        return
    nothing = Text(" (không có gì để ghi)", " (nothing to write)").of(lang)
    yield Line(f"{kind}: {copy.target}{'' if copy.done else nothing}")
    lists = ((Text("đã", "done"), copy.done), (Text("để nguyên", "left"), copy.left))
    for label, told in lists:
        for text in told[:_MOST_SHOWN]:
            yield Padding(Line(f"{label.of(lang)}: {text.of(lang)}"), (0, 0, 0, 4))
        if len(told) > _MOST_SHOWN:
            more = len(told) - _MOST_SHOWN
            rest = Text(f"{label.vi}: và {more} chỗ nữa", f"{label.en}: and {more} more")
            yield Padding(Line(rest.of(lang), style="dim"), (0, 0, 0, 4))


def _coverage(document: DocumentResult) -> Text:
    """The honest line on top: how much was decided at all."""
    count = {v: sum(c.verdict == v for c in document.criteria) for v in VERDICT_LABELS}
    return Text(
        vi=f"{len(document.criteria)} tiêu chí: {count['pass']} đạt, {count['fail']} không đạt,"
        f" {count['undetermined']} chưa đủ căn cứ, {count['not_applicable']} không áp dụng,"
        f" {count['error']} lỗi.",
        en=f"{len(document.criteria)} criteria: {count['pass']} pass, {count['fail']} fail,"
        f" {count['undetermined']} undetermined, {count['not_applicable']} not applicable,"
        f" {count['error']} errors.",
    )


def _wrong(criterion: CriterionResult, lang: Lang) -> Iterator[RenderableType]:
    label = VERDICT_LABELS[criterion.verdict].of(lang)
    may = Text(" (khuyến khích)", " (recommended)").of(lang) if criterion.severity == "may" else ""
    clauses = "; ".join(
        provision_label(b.document, b.article, b.clause, b.point).of(lang) for b in criterion.basis
    )
    yield Line.assemble(
        (f"✗ {label}{may} ", VERDICT_STYLES[criterion.verdict]),
        f"{criterion.id} {criterion.title.of(lang)} ",
        (f"[{clauses}]", "dim"),
    )
    for finding in criterion.findings[:_MOST_SHOWN]:
        yield Padding(_finding(finding, lang), (0, 0, 0, 4))
    more = criterion.findings_total - _MOST_SHOWN
    if more > 0:
        text = Text(f"và {more} chỗ nữa (xem --format json)", f"and {more} more (--format json)")
        yield Padding(Line(text.of(lang), style="dim"), (0, 0, 0, 4))
    if not criterion.findings:
        yield Padding(Line(criterion.reason.of(lang)), (0, 0, 0, 4))


def _finding(finding: Finding, lang: Lang) -> Line:
    place = next((e.place.of(lang) for e in finding.evidence if e.file), "")
    at = f"{place}: " if place else ""
    return Line(f"{at}{finding.message.of(lang)}\n→ {finding.advice.of(lang)}")


def _listed(document: DocumentResult, verdict: str, lang: Lang) -> Iterator[RenderableType]:
    """The criteria of one verdict on one line; why, where it is not plain."""
    found = [c for c in document.criteria if c.verdict == verdict]
    if not found:
        return
    label = VERDICT_LABELS[verdict].of(lang)
    if verdict == "pass":
        told = ", ".join(c.id for c in found)
        yield Line.assemble((f"{label}: ", VERDICT_STYLES[verdict]), told)
        return
    for criterion in found:
        yield Line.assemble(
            (f"? {label} ", VERDICT_STYLES[verdict]),
            f"{criterion.id} {criterion.title.of(lang)}: {criterion.reason.of(lang)}",
        )
