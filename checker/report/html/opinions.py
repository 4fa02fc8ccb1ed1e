"""What an inspector says of a criterion: beside the verdict, which it does not change."""

from __future__ import annotations

from collections.abc import Sequence

from ...notes import Noted
from ...words import Lang, Text
from ..labels import STANCE_LABELS
from .markup import Html, data, tag, together
from .model import Detail
from .words import day

OPINION = Text("có ý kiến", "opinion")
_TITLE = Text("Ý kiến của người kiểm tra", "What the inspector says")
_APART = Text("Đứng cạnh kết luận, không đổi kết luận.", "Beside the verdict; it changes none.")


def opinions(noted: Sequence[Noted], detail: Detail) -> Html | None:
    """Every note on a criterion; None where there is none."""
    if not noted:
        return None
    return tag(
        "div",
        tag(detail.heading(4), _TITLE.of(detail.lang)),
        tag("p", tag("small", _APART.of(detail.lang))),
        tag("ul", (tag("li", _opinion(one, detail.lang)) for one in noted)),
        class_="opinions",
    )


def opinions_line(noted: Sequence[Noted], prefix: str, lang: Lang) -> Html | None:
    """How many notes there are, each criterion with a link to them."""
    if not noted:
        return None
    ids = dict.fromkeys(one.criterion.id for one in noted)
    said = Text(f"{len(noted)} ý kiến của người kiểm tra: ", f"{len(noted)} inspector's notes: ")
    links = (together(" " if n else None, _link(id_, prefix)) for n, id_ in enumerate(ids))
    return tag("p", said.of(lang), links, ". ", _APART.of(lang), class_="opinions")


def _link(id_: str, prefix: str) -> Html:
    return tag("a", id_, href=f"#{prefix}{id_}")


def _opinion(noted: Noted, lang: Lang) -> Html:
    note = noted.note
    seen = tag("bdi", noted.finding.message.of(lang)) if noted.finding else None
    place = together(data(note.file, lang), " ", data(note.place, lang))
    about = (seen, place if note.file or note.place else None)
    return together(
        tag("p", tag("b", STANCE_LABELS[note.stance].of(lang)), ": ", tag("bdi", note.says)),
        (tag("p", told, class_="about") for told in about if told),
        tag("p", tag("small", data(note.by, lang), ", ", day(note.on, lang))),
    )
