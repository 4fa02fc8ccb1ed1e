"""The form filled in, as rows that text, page and workbook show alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..scores import LineScore, Scoring, Span
from ..words import Lang, Text
from .html.words import number, span
from .labels import pack_label

MOST_UNKNOWNS = 3
HEADS = (
    Text("Mục", "Item"),
    Text("Nội dung", "What"),
    Text("Điểm", "Score"),
    Text("Tối đa", "Of"),
    Text("Dựa vào", "By"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A section (``line`` is None) or a line of the form."""

    id: str
    title: str
    score: str
    of: str
    by: str
    line: LineScore | None


def scoring_title(scoring: Scoring) -> Text:
    """What the form is called, and the paper that sets it."""
    basis = f" ({scoring.basis})" if scoring.basis else ""
    return Text(scoring.title.vi + basis, scoring.title.en + basis)


def form_rows(scoring: Scoring, lang: Lang) -> Iterator[Row]:
    """Section by section, line by line, then the total."""
    for section in scoring.sections:
        title = section.title if scoring.name else pack_label(section.id)
        of = number(section.span.of, lang)
        yield Row(section.id, title.of(lang), points(section.span, lang), of, "", None)
        for line in section.lines if scoring.name else ():
            yield Row(
                line.id,
                line.title.of(lang),
                points(line.span, lang) if line.span.of else _LEAVES.of(lang),
                number(line.span.of, lang) if line.span.of else "–",
                rests_on(line).of(lang),
                line,
            )
    whole, of = points(scoring.span, lang), number(scoring.span.of, lang)
    yield Row("", Text("Cộng", "Total").of(lang), whole, of, "", None)


_LEAVES = Text("không áp dụng", "not applicable")


def points(span_: Span, lang: Lang) -> str:
    """From the least to the greatest."""
    return span((span_.least, span_.greatest), lang)


def rests_on(line: LineScore) -> Text:
    """Criteria by their ids, the question that is asked, or who has to look."""
    if line.who:
        return line.who
    if line.question:
        asked = f"attestations.yaml: {line.question}"
        return Text(asked, asked)
    listed = ", ".join(line.criteria)
    return Text(listed, listed)


def open_lines(scoring: Scoring) -> Iterator[Text]:
    """What would move the total most if it were known, and what may yet leave the base."""
    for one in scoring.unknowns[:MOST_UNKNOWNS]:
        vi, en = number(one.moves, "vi"), number(one.moves, "en")
        listed = ", ".join(one.lines)
        yield Text(
            f"{one.text.vi} (đến {vi} điểm: {listed})",
            f"{one.text.en} (up to {en} points: {listed})",
        )
    more = len(scoring.unknowns) - MOST_UNKNOWNS
    if more > 0:
        yield Text(f"và {more} điều chưa rõ nữa (xem --format json)", f"and {more} more unknowns")
    if scoring.span.may_leave:
        vi, en = number(scoring.span.may_leave, "vi"), number(scoring.span.may_leave, "en")
        yield Text(
            f"{vi} điểm trong số tối đa có thể không tính, khi rõ là không áp dụng",
            f"{en} of the points may not count, once it is known what does not apply",
        )


OPEN = Text("Chưa rõ mà ảnh hưởng đến điểm nhiều nhất", "Unknown, and moving the score most")
