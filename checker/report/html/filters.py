"""What narrows a list of criteria. It is there only where the page's own script runs."""

from __future__ import annotations

from ...words import Lang, Text
from ..labels import VERDICT_LABELS
from .markup import Html, tag


def filters(name: str, lang: Lang) -> Html:
    """Boxes for verdicts, a field for words, buttons to unfold and fold, a line that counts."""
    boxes = (
        tag(
            "label",
            tag("input", type_="checkbox", value=verdict, checked=True),
            " ",
            label.of(lang),
        )
        for verdict, label in VERDICT_LABELS.items()
    )
    words = Text("Tìm trong tiêu chí", "Find in criteria").of(lang)
    return tag(
        "form",
        tag(
            "fieldset",
            tag("legend", Text("Chỉ hiện", "Show only").of(lang)),
            boxes,
            tag("label", words, " ", tag("input", type_="search")),
        ),
        tag("button", Text("Mở hết", "Unfold all").of(lang), type_="button", data_unfold="yes"),
        tag("button", Text("Gấp hết", "Fold all").of(lang), type_="button", data_unfold="no"),
        tag(
            "output",
            "",
            data_said=Text("tiêu chí đang hiện", "criteria shown").of(lang),
            aria_live="polite",
        ),
        class_="filter",
        hidden=True,
        aria_label=Text("Lọc tiêu chí của ", "Filter criteria of ").of(lang) + name,
    )
