"""Verdicts by the law: document by document, article by article, the criteria that rest on each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...citing import provision_label
from ...result import BasisShown, CriterionResult
from ...words import Lang, Text
from .charts import table
from .markup import Html, data, tag, together
from .model import Detail
from .words import MARKS, verdict_badge

Provisions = Mapping[tuple[str, str, str], list[tuple[BasisShown, CriterionResult]]]
_DIGITS = re.compile(r"(\d+)")
_HEADS = (Text("Điều khoản", "Provision"), Text("Quy định", "Says"), Text("Tiêu chí", "Criteria"))


def by_law(criteria: Sequence[CriterionResult], detail: Detail) -> Html:
    """One part a legal document; each unfolds to its provisions."""
    documents: dict[str, dict[tuple[str, str, str], list[tuple[BasisShown, CriterionResult]]]]
    documents = defaultdict(lambda: defaultdict(list))
    for criterion in criteria:
        for basis in criterion.basis:
            provision = (basis.article, basis.clause, basis.point)
            documents[basis.document][provision].append((basis, criterion))
    return together(_document(name, documents[name], detail) for name in sorted(documents))


def _document(name: str, provisions: Provisions, detail: Detail) -> Html:
    criteria = {c.id: c for told in provisions.values() for _, c in told}
    counts = [
        together(" ", tag("span", f"{many} ", verdict_badge(verdict, detail.lang), class_="many"))
        for verdict in MARKS
        if (many := sum(c.verdict == verdict for c in criteria.values()))
    ]
    rows = (_provision(name, provisions[key], detail) for key in sorted(provisions, key=_order))
    return tag(
        "details",
        tag("summary", tag(detail.heading(2), data(name, detail.lang)), tag("span", counts)),
        table(tuple(head.of(detail.lang) for head in _HEADS), rows, class_="law"),
        class_="document",
    )


def _provision(
    document: str, told: Sequence[tuple[BasisShown, CriterionResult]], detail: Detail
) -> Html:
    basis = told[0][0]
    cited = provision_label("", basis.article, basis.clause, basis.point).of(detail.lang)
    listed = (_link(criterion, detail) for _, criterion in told)
    return tag(
        "tr",
        tag("th", cited.rstrip(", ") or document, scope="row"),
        tag("td", basis.says.of(detail.lang)),
        tag("td", tag("ul", listed)),
    )


def _link(criterion: CriterionResult, detail: Detail) -> Html:
    lang: Lang = detail.lang
    link = tag("a", f"{criterion.id} {criterion.title.of(lang)}", href=_anchor(criterion, detail))
    return tag("li", verdict_badge(criterion.verdict, lang), " ", link)


def _anchor(criterion: CriterionResult, detail: Detail) -> str:
    return f"#{detail.prefix}{criterion.id}"


def _order(provision: tuple[str, str, str]) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Numbers by their value: article 9 before article 17."""
    return tuple(
        tuple((int(piece), "") if piece.isdigit() else (-1, piece) for piece in _DIGITS.split(part))
        for part in provision
    )
