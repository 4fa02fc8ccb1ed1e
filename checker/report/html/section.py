"""One unit or document in full: its line on top, its verdicts in two views, its files."""

from __future__ import annotations

from collections.abc import Iterator

from ...words import Text
from ..labels import pack_label
from ..plan import FIRST
from .charts import shares_table
from .criterion import criterion_details
from .files import files
from .filters import filters
from .law import by_law
from .markup import Html, data, tag, together
from .model import Detail, Examined
from .opinions import opinions_line
from .plan import plan_section
from .scores import SCORES, scores
from .words import about, counts_list, honest_line, verdict_badge

_BY_PACK = Text("Kết luận theo phần", "Verdicts by section")
_BY_LAW = Text("Kết luận theo điều luật", "Verdicts by article of law")
_SHARES = Text("Tỷ lệ đạt theo tiêu chí", "Share by criterion")
_FILES = Text("Tệp đã nộp", "Files handed in")


def section(one: Examined, detail: Detail) -> Iterator[Html]:
    """The whole section, piece by piece."""
    lang, prefix = detail.lang, detail.prefix
    yield tag(detail.heading(0), data(one.name, lang), id=prefix + one.anchor)
    yield together(about(one, lang), honest_line(one, lang), counts_list(one, lang))
    if said := opinions_line(one.noted, prefix, lang):
        yield said
    scored = [(SCORES, "scores")] if one.scoring else []
    planned = [(FIRST, "first")] if one.plan else []
    parts = [
        *planned,
        (_BY_PACK, "packs"),
        (_BY_LAW, "law"),
        (_SHARES, "shares"),
        *scored,
        (_FILES, "files"),
    ]
    links = (tag("li", tag("a", title.of(lang), href=f"#{prefix}{part}")) for title, part in parts)
    label = Text("Các phần của ", "Parts of ").of(lang) + one.name
    yield tag("nav", tag("ul", links), aria_label=label)
    if one.plan:
        yield tag(detail.heading(1), FIRST.of(lang), id=f"{prefix}first")
        yield plan_section(one.plan, prefix, lang)
    yield tag(detail.heading(1), _BY_PACK.of(lang), id=f"{prefix}packs")
    yield filters(one.name, lang)
    yield from _packs(one, detail)
    yield tag(detail.heading(1), _BY_LAW.of(lang), id=f"{prefix}law")
    yield by_law(one.criteria, detail)
    yield tag(detail.heading(1), _SHARES.of(lang), id=f"{prefix}shares")
    none = Text("Không tiêu chí nào có tỷ lệ.", "No criterion has a share.").of(lang)
    yield shares_table(one.criteria, prefix, lang) or tag("p", none)
    if one.scoring:
        yield tag(detail.heading(1), SCORES.of(lang), id=f"{prefix}scores")
        yield scores(one.scoring, prefix, lang)
    yield tag(detail.heading(1), _FILES.of(lang), id=f"{prefix}files")
    yield files(one, lang)


def _packs(one: Examined, detail: Detail) -> Iterator[Html]:
    accounts = {(account.file, account.table): account for account in one.accounts}
    for pack in dict.fromkeys(criterion.pack for criterion in one.criteria):
        verdict = one.groups.get(pack)
        name = pack_label(pack).of(detail.lang)
        badge = together(" ", verdict_badge(verdict, detail.lang)) if verdict else None
        yield tag(detail.heading(2), name, badge)
        for criterion in one.criteria:
            if criterion.pack == pack:
                said = [noted for noted in one.noted if noted.criterion.id == criterion.id]
                yield criterion_details(criterion, accounts, said, detail)
