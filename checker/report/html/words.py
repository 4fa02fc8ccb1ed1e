"""The words that pages use again and again, and how they write numbers, dates and verdicts."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from ...words import Lang, Text
from ..labels import EFFECT_LABELS, VERDICT_LABELS
from .markup import Html, tag, together
from .model import Examined

MARKS = {
    "pass": "✓",
    "partial": "◐",
    "fail": "✗",
    "undetermined": "?",
    "not_applicable": "–",
    "error": "!",
}
"""A verdict's own sign: colour is never the only one."""


def verdict_badge(verdict: str, lang: Lang) -> Html:
    """A verdict in words, with its sign."""
    mark = tag("span", MARKS[verdict], aria_hidden="true")
    return tag("span", mark, " ", VERDICT_LABELS[verdict].of(lang), class_=f"badge {verdict}")


def effect_badge(effect: str, lang: Lang) -> Html | None:
    """What a waiver does to a verdict, where it does anything."""
    if effect not in EFFECT_LABELS:
        return None
    return tag("span", EFFECT_LABELS[effect].of(lang), class_="badge effect")


def day(value: dt.date, lang: Lang) -> Html:
    """A date as people write it, and as machines read it."""
    shown = f"{value:%d/%m/%Y}" if lang == "vi" else value.isoformat()
    return tag("time", shown, datetime=value.isoformat())


def number(value: Fraction | float, lang: Lang) -> str:
    """A number of at most two decimals, with the comma of Vietnamese.

    >>> number(162.5, "vi"), number(20, "en")
    ('162,5', '20')
    """
    written = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return written.replace(".", ",") if lang == "vi" else written


def span(ends: tuple[Fraction, Fraction], lang: Lang) -> str:
    """One number, or from one to another."""
    low, high = (number(end, lang) for end in ends)
    return low if low == high else f"{low}–{high}"


def percent(ends: tuple[Fraction, Fraction], lang: Lang) -> str:
    r"""A share in percent. What is not whole is not rounded up to it.

    >>> percent((Fraction(26, 27), Fraction(1)), "vi"), percent((Fraction(9999, 10000),) * 2, "en")
    ('96,2–100\xa0%', '99.9\xa0%')
    """
    low, high = (number(Fraction(int(end * 1000), 10), lang) for end in ends)
    return f"{low}\u00a0%" if low == high else f"{low}–{high}\u00a0%"


def honest_line(one: Examined, lang: Lang) -> Html:
    """The line on top: how much was decided, by what, and how much was not."""
    count, people = one.counts(), one.by_people()
    decided = count["pass"] + count["partial"] + count["fail"]
    line = Text(
        vi=f"Trong {len(one.criteria)} tiêu chí: {decided - people} kết luận bằng dữ liệu,"
        f" {people} bằng xác nhận của người, {count['undetermined']} chưa đủ căn cứ,"
        f" {count['not_applicable']} không áp dụng, {count['error']} lỗi kiểm tra.",
        en=f"Of {len(one.criteria)} criteria: {decided - people} decided by data, {people} by"
        f" people's word, {count['undetermined']} undetermined, {count['not_applicable']} not"
        f" applicable, {count['error']} errors.",
    )
    least, most, of = one.score()
    points = (
        f" {Text('Điểm', 'Score').of(lang)}: {span((least, most), lang)}/{number(of, lang)}."
        if of
        else ""
    )
    return tag("p", line.of(lang), points, class_="honest")


def counts_list(one: Examined, lang: Lang) -> Html:
    """How many criteria have each verdict, as a list to read at a glance."""
    count = one.counts()
    entries = (
        tag(
            "li",
            tag("b", str(count[verdict]), data_count=verdict),
            " ",
            verdict_badge(verdict, lang),
        )
        for verdict in MARKS
    )
    return tag("ul", entries, class_="counts")


def about(one: Examined, lang: Lang) -> Html:
    """What is examined, and over which time."""
    known = [one.about.of(lang)] if one.about.of(lang) else []
    period: Html | None = None
    if one.period:
        label = Text("kỳ kiểm tra", "period").of(lang)
        first, last = (day(end, lang) for end in one.period)
        period = together("; " if known else "", label, " ", first, " – ", last)
    return tag("p", known, period, class_="about")
