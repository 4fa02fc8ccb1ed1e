"""Many units or documents at a glance: who they are, what was decided, criterion by criterion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from ...words import Lang, Text
from ..labels import level_label
from ..totals import Total, by_level
from .charts import scrolling, share_bar, table
from .markup import Html, data, seen, tag, together
from .matrix import MOST_ROWS, matrix, verdict_table_heads
from .model import Examined, Run
from .words import MARKS, number, percent, span, verdict_badge

Link = Callable[[Examined], str | None]
"""Where the section of a unit or document stands; None where it has none."""

_LIST = Text("Danh sách", "List")
_MATRIX = Text("Ma trận kết luận", "Matrix of verdicts")
_BY_CRITERION = Text("Theo tiêu chí", "By criterion")


def overview(run: Run, link: Link, lang: Lang) -> Iterator[Html]:
    """The table of all, the matrix, and the sums by criterion."""
    yield tag("h2", _LIST.of(lang), id="list")
    yield _list(run.examined, link, lang)
    if run.few(MOST_ROWS):
        yield tag("h2", _MATRIX.of(lang), id="matrix")
        yield matrix(list(run.examined), lang)
    yield tag("h2", _BY_CRITERION.of(lang), id="criteria")
    yield from _criteria(run.examined, lang)


def _list(examined: Iterable[Examined], link: Link, lang: Lang) -> Html:
    name, score = Text("Tên", "Name").of(lang), Text("Điểm", "Score").of(lang)
    rows = (_listed(one, link(one), lang) for one in examined)
    heads = (name, *verdict_table_heads(lang), score)
    return scrolling(table(heads, rows, class_="list"), _LIST.of(lang))


def _listed(one: Examined, href: str | None, lang: Lang) -> Html:
    name = data(one.name, lang)
    count = one.counts()
    least, most, of = one.score()
    return tag(
        "tr",
        tag("th", tag("a", name, href=href) if href else name, scope="row"),
        (tag("td", str(count[verdict])) for verdict in MARKS),
        tag("td", f"{span((least, most), lang)}/{number(of, lang)}" if of else "–"),
    )


def _criteria(examined: Iterable[Examined], lang: Lang) -> Iterator[Html]:
    """The sums by criterion, of each level for itself where there are several."""
    levels = by_level(examined).values()
    for level in levels:
        title = _BY_CRITERION.of(lang)
        if len(levels) > 1:
            title = f"{seen(level_label(level.name).of(lang))} ({level.units})"
            yield tag("h3", title)
        heads = (
            Text("Tiêu chí", "Criterion").of(lang),
            *verdict_table_heads(lang),
            Text("Số xét", "Rows").of(lang),
            Text("Số không đạt", "Rows not satisfied").of(lang),
            Text("Tỷ lệ đạt của mọi dòng", "Share of all rows").of(lang),
        )
        rows = (_summed(total, lang) for total in level.totals.values())
        yield scrolling(table(heads, rows, class_="list"), title)


def _summed(total: Total, lang: Lang) -> Html:
    share = total.share()
    shown = (percent(share, lang), " ", share_bar(share)) if share else "–"
    return tag(
        "tr",
        tag("th", tag("span", total.id, class_="id"), " ", total.title.of(lang), scope="row"),
        (tag("td", str(total.verdicts[verdict])) for verdict in MARKS),
        tag("td", str(total.population) if share else "–"),
        tag("td", str(total.violated) if share else "–"),
        tag("td", shown),
    )


def brief(one: Examined, lang: Lang) -> Html:
    """One of many: folded, and unfolding to what did not pass, without its proofs.

    Criteria of one verdict for one reason are told together.
    """
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for verdict in ("error", "fail", "partial", "undetermined"):
        for criterion in one.criteria:
            if criterion.verdict == verdict:
                told[verdict, criterion.reason.of(lang)].append(criterion.id)
    heads = (Text("Tiêu chí", "Criterion"), Text("Kết luận", "Verdict"), Text("Vì", "Because"))
    rows = [
        tag(
            "tr",
            tag("th", ", ".join(ids), scope="row"),
            tag("td", verdict_badge(verdict, lang)),
            tag("td", reason),
        )
        for (verdict, reason), ids in told.items()
    ]
    nothing = Text("Không có gì phải làm.", "Nothing is left to do.").of(lang)
    listed = table(tuple(head.of(lang) for head in heads), rows) if rows else tag("p", nothing)
    return tag(
        "details",
        tag("summary", tag("h3", data(one.name, lang)), _counts(one, lang)),
        tag("div", listed, id=one.anchor),
        class_="brief",
    )


def _counts(one: Examined, lang: Lang) -> Html:
    count = one.counts()
    told = (
        together(" ", tag("span", f"{count[verdict]} ", verdict_badge(verdict, lang)))
        for verdict in MARKS
        if count[verdict]
    )
    return tag("span", told, class_="line")
