"""Maps of the law, shown: each provision, what judges it, or why nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from ..citing import provision_label
from ..rulebook.law_map import Judged, MapRead
from ..words import Lang, Text

Json = dict[str, object]

WHY_LABELS: dict[str, Text] = {
    "no_duty": Text("không đặt ra việc phải làm", "asks nothing"),
    "others": Text("thuộc cơ quan khác", "binds others"),
    "people": Text("phải có người xem", "a person has to look"),
    "not_yet": Text("chưa làm được", "not yet"),
    "elsewhere": Text("đã xét ở điều khoản khác", "judged elsewhere"),
}


def maps_text(maps: Sequence[MapRead], lang: Lang) -> Iterator[RenderableType]:
    """A table a law, under a line that counts."""
    for read in maps:
        table = Table(title=_counted(read).of(lang), title_justify="left", expand=True)
        heads = (Text("Điều khoản", "Provision"), Text("Nội dung", "Says"), Text("Xét", "Judged"))
        for head, ratio in zip(heads, (2, 4, 5), strict=True):
            table.add_column(head.of(lang), ratio=ratio)
        for one in read.judged:
            table.add_row(
                escape(_place(read, one, lang)),
                escape(one.provision.says.text().of(lang)),
                escape(_told(one, lang)),
            )
        yield table


def maps_json(maps: Sequence[MapRead]) -> list[Json]:
    """The maps as data."""
    return [
        {
            "document": read.law.document,
            "title": read.law.title.text().as_dict(),
            "provisions": [_provision(one) for one in read.judged],
        }
        for read in maps
    ]


def _provision(one: Judged) -> Json:
    said = one.provision
    return {
        "article": said.article,
        "clause": said.clause,
        "point": said.point,
        "says": said.says.text().as_dict(),
        "criteria": list(one.criteria),
        "why_not": said.why,
        "reason": said.reason.text().as_dict() if said.reason else None,
    }


def _counted(read: MapRead) -> Text:
    kinds = Counter(_kind(one) for one in read.judged)
    judged, whole = kinds.pop("", 0), len(read.judged)
    vi = ", ".join(f"{n} {WHY_LABELS[k].vi}" for k, n in sorted(kinds.items()))
    en = ", ".join(f"{n} {WHY_LABELS[k].en}" for k, n in sorted(kinds.items()))
    title = read.law.title
    return Text(
        f"{read.law.document} {title.vi}: {whole} điều khoản, {judged} có tiêu chí xét; {vi}",
        f"{read.law.document} {title.en}: {whole} provisions, {judged} judged; {en}",
    )


def _kind(one: Judged) -> str:
    return "" if one.criteria else one.provision.why or ""


def _place(read: MapRead, one: Judged, lang: Lang) -> str:
    said = one.provision
    label = provision_label(read.law.document, said.article, said.clause, said.point)
    return label.of(lang).removesuffix(f", {read.law.document}")


def _told(one: Judged, lang: Lang) -> str:
    said = one.provision
    lines = [", ".join(one.criteria)] if one.criteria else []
    if said.why and said.reason:
        lines.append(f"{WHY_LABELS[said.why].of(lang)}: {said.reason.text().of(lang)}")
    return "\n".join(lines)
