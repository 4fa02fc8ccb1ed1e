"""The proof of a verdict: clauses, numbers, what was looked at, what was found where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...citing import provision_label
from ...flags import FLAGS
from ...intake.model import FileAccount
from ...result import BasisShown, CriterionResult, Decision, Evidence, Finding, Searched
from ...tables import table_specs
from ...words import Lang, Text
from ..labels import CONFIDENCE_LABELS, EFFECT_LABELS
from .charts import share_bar, table
from .markup import Html, data, tag, together
from .model import Detail
from .timeline import timeline
from .words import day, percent, span

Accounts = Mapping[tuple[str, str], FileAccount]
"""What became of the rows of a file, by the file and its table."""

_HEADS = {
    "numbers": (
        Text("Đã xét", "Rows judged"),
        Text("Đạt", "Satisfy"),
        Text("Không đạt", "Do not"),
        Text("Chưa rõ", "Unknown"),
        Text("Tỷ lệ đạt", "Share"),
        Text("Điểm", "Score"),
    ),
    "searched": (
        Text("Tệp", "File"),
        Text("Loại dữ liệu", "Kind of data"),
        Text("Dòng đã đọc", "Rows read"),
        Text("Không dùng được", "Unusable"),
        Text("Vị trí", "Place"),
    ),
    "evidence": (
        Text("Nội dung", "What"),
        Text("Đã thấy", "Found"),
        Text("Yêu cầu", "Expected"),
        Text("Vị trí", "Place"),
    ),
}


def proof(criterion: CriterionResult, accounts: Accounts, detail: Detail) -> Html:
    """Everything that a verdict rests on."""
    lang = detail.lang

    def part(title: Text, *inside: Html | str | None) -> Html | None:
        told = together(*inside)
        return together(tag(detail.heading(4), title.of(lang)), told) if told else None

    return together(
        _decision(criterion.decision, lang) if criterion.decision else None,
        part(Text("Số liệu", "Numbers"), _numbers(criterion, lang)),
        part(Text("Căn cứ", "Basis"), _bases(criterion.basis, lang)),
        part(Text("Đã xem", "Looked at"), _searched(criterion, accounts, lang)),
        part(
            Text("Không đạt", "Not satisfied"),
            timeline(criterion.findings[: detail.findings], lang),
            _findings(criterion.findings, criterion.findings_total, detail),
        ),
        part(Text("Chưa rõ", "Unknown"), _findings(criterion.gaps, criterion.gaps_total, detail)),
        _judged(criterion, lang),
    )


def _heads(name: str, lang: Lang) -> tuple[str, ...]:
    return tuple(head.of(lang) for head in _HEADS[name])


def _numbers(criterion: CriterionResult, lang: Lang) -> Html:
    counted = (
        criterion.population,
        criterion.satisfied,
        criterion.violated,
        criterion.undetermined,
    )
    ends = criterion.share
    share = together(percent(ends, lang), " ", share_bar(ends)) if ends else "–"
    points = f"{span(criterion.score, lang)}/{criterion.points}" if criterion.score else "–"
    row = tag(
        "tr",
        (tag("td", str(count)) for count in counted),
        tag("td", share),
        tag("td", points),
    )
    return together(
        table(_heads("numbers", lang), [row], class_="numbers"), _margin(criterion, lang)
    )


def _margin(criterion: CriterionResult, lang: Lang) -> Html | None:
    """How far the verdict is from its edge, where it rests on a share."""
    if criterion.margin is None:
        return None
    if not criterion.margin:
        edge = Text("Thêm một mục không đạt thì kết luận đổi.", "One more row turns the verdict.")
        return tag("p", edge.of(lang))
    held = Text(
        f"Thêm {criterion.margin} mục không đạt thì kết luận vẫn giữ, thêm nữa thì đổi.",
        f"{criterion.margin} more rows may fail; one beyond turns the verdict.",
    )
    return tag("p", held.of(lang))


def _bases(bases: Sequence[BasisShown], lang: Lang) -> Html:
    return tag("ul", (tag("li", _basis(basis, lang)) for basis in bases), class_="bases")


def _basis(basis: BasisShown, lang: Lang) -> Html:
    cited = provision_label(basis.document, basis.article, basis.clause, basis.point)
    known = CONFIDENCE_LABELS[basis.confidence].of(lang)
    since, until = Text("hiệu lực từ", "in force since"), Text("đến", "until")
    window = together(
        together(" ", since.of(lang), " ", day(basis.valid_from, lang))
        if basis.valid_from
        else None,
        together(" ", until.of(lang), " ", day(basis.valid_to, lang)) if basis.valid_to else None,
    )
    return together(
        tag("b", data(cited.of(lang), lang)),
        ": ",
        basis.says.of(lang),
        tag("small", " (", known, ";" if window else None, window, ")"),
    )


def _searched(criterion: CriterionResult, accounts: Accounts, lang: Lang) -> Html:
    if not criterion.searched:
        nothing = Text(
            "Không có tệp nào thuộc loại dữ liệu cần xem.",
            "No file of the kinds of data that are needed was handed in.",
        )
        return tag("p", nothing.of(lang), class_="nothing")
    rows = (_looked_at(searched, accounts, lang) for searched in criterion.searched)
    unknown = Text(
        f"{criterion.population} mục thuộc diện xét, {criterion.undetermined} mục chưa rõ.",
        f"{criterion.population} rows count, {criterion.undetermined} unknown.",
    )
    return together(
        table(_heads("searched", lang), rows, class_="searched"), tag("p", unknown.of(lang))
    )


def _looked_at(searched: Searched, accounts: Accounts, lang: Lang) -> Html:
    spec = table_specs().get(searched.table)
    kind = spec.title.text().of(lang) if spec else searched.table
    account = accounts.get((searched.file, searched.table))
    places = together(
        *(tag("div", data(place.of(lang), lang)) for place in (account.places if account else ()))
    )
    return tag(
        "tr",
        tag("td", data(searched.file, lang)),
        tag("td", kind),
        tag("td", str(searched.rows)),
        tag("td", str(account.rows_refused) if account else "–"),
        tag("td", places or "–"),
    )


def _findings(findings: Sequence[Finding], total: int, detail: Detail) -> Html | None:
    if not findings:
        return None
    shown = findings[: detail.findings]
    more = total - len(shown)
    rest = Text(
        f"Và {more} mục nữa; kết quả đầy đủ: --format json.",
        f"And {more} more; all that was kept: --format json.",
    )
    return together(
        tag("ol", (tag("li", _finding(one, detail.lang)) for one in shown), class_="findings"),
        tag("p", rest.of(detail.lang), class_="more") if more > 0 else None,
    )


def _finding(finding: Finding, lang: Lang) -> Html:
    advice = Text("Cần làm: ", "To do: ").of(lang)
    rows = (_evidence(evidence, lang) for evidence in finding.evidence)
    return together(
        tag("p", tag("bdi", finding.message.of(lang)), class_="message"),
        table(_heads("evidence", lang), rows, class_="evidence") if finding.evidence else None,
        tag("p", tag("b", advice), tag("bdi", finding.advice.of(lang)), class_="advice"),
    )


def _evidence(evidence: Evidence, lang: Lang) -> Html:
    expected = tag("bdi", evidence.expected.of(lang)) if evidence.expected else "–"
    place = together(data(evidence.file, lang), " ", data(evidence.place.of(lang), lang))
    return tag(
        "tr",
        tag("th", evidence.label.of(lang), scope="row"),
        tag("td", tag("bdi", evidence.value.of(lang)), _flags(evidence, lang)),
        tag("td", expected),
        tag("td", place if evidence.file else "–"),
    )


def _flags(evidence: Evidence, lang: Lang) -> Html | None:
    told = "; ".join(FLAGS[code].of(lang) for code in evidence.flags)
    return tag("small", f" ⚠ {told}") if told else None


def _decision(decision: Decision, lang: Lang) -> Html:
    effect = EFFECT_LABELS.get(decision.effect, Text(decision.effect, decision.effect)).of(lang)
    until = (" – ", day(decision.valid_to, lang)) if decision.valid_to else ()
    return tag(
        "p",
        tag("b", Text("Quyết định kèm theo", "Decision beside the verdict").of(lang)),
        f" ({effect}): ",
        data(decision.reason, lang),
        Text("; người duyệt: ", "; approved by: ").of(lang),
        data(decision.approver, lang),
        "; ",
        day(decision.valid_from, lang),
        until,
        class_="decision",
    )


def _judged(criterion: CriterionResult, lang: Lang) -> Html:
    return tag("p", tag("small", *_judged_by(criterion, lang)))


def _judged_by(criterion: CriterionResult, lang: Lang) -> Iterator[str]:
    yield Text("Bộ phán quyết: ", "Judged by: ").of(lang)
    yield " + ".join(criterion.judged_by)
    yield Text("; phiên bản tiêu chí: ", "; version of the criterion: ").of(lang)
    yield criterion.version
