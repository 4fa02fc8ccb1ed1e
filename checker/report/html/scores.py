"""The form filled in, as a table."""

from __future__ import annotations

from ...scores import Scoring
from ...words import Lang, Text
from ..scores import HEADS, OPEN, Row, form_rows, open_lines, scoring_title
from .charts import scrolling, table
from .markup import Html, tag, together

SCORES = Text("Điểm", "Score")


def scores(scoring: Scoring, prefix: str, lang: Lang) -> Html:
    """Every section and line, then what would move the total most."""
    title = scoring_title(scoring).of(lang)
    rows = (_row(row, prefix, lang) for row in form_rows(scoring, lang))
    told = [tag("li", tag("bdi", line.of(lang))) for line in open_lines(scoring)]
    return together(
        tag("p", title),
        scrolling(table(tuple(head.of(lang) for head in HEADS), rows, class_="list"), title),
        (tag("p", OPEN.of(lang), ":"), tag("ul", told)) if told else None,
    )


def _row(row: Row, prefix: str, lang: Lang) -> Html:
    if row.line and row.line.criteria:
        links = [tag("a", id_, href=f"#{prefix}{id_}") for id_ in row.line.criteria]
        by = together(*(piece for link in links for piece in (link, " ")))
    else:
        by = together(row.by)
    name = row.title if row.line else tag("b", row.title)
    return tag(
        "tr",
        tag("th", row.id, scope="row"),
        *(tag("td", cell) for cell in (name, row.score, row.of, by)),
    )
