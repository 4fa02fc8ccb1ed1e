"""One criterion: a line that unfolds to its proof."""

from __future__ import annotations

from collections.abc import Sequence

from ...notes import Noted
from ...result import CriterionResult
from ...words import Text
from .markup import Html, tag, together
from .model import Detail
from .opinions import OPINION, opinions
from .proof import Accounts, proof
from .words import effect_badge, verdict_badge

_MAY = Text("khuyến khích", "recommended")


def criterion_details(
    criterion: CriterionResult, accounts: Accounts, noted: Sequence[Noted], detail: Detail
) -> Html:
    """A criterion, folded. A link to its anchor unfolds it: the anchor stands inside."""
    lang = detail.lang
    effect = criterion.decision.effect if criterion.decision else ""
    title = tag(
        detail.heading(3), tag("span", criterion.id, class_="id"), " ", criterion.title.of(lang)
    )
    summary = tag(
        "summary",
        title,
        tag(
            "span",
            verdict_badge(criterion.verdict, lang),
            together(" ", effect_badge(effect, lang)) if effect else None,
            together(" ", tag("span", OPINION.of(lang), class_="badge effect")) if noted else None,
            together(" ", tag("small", _MAY.of(lang))) if criterion.severity == "may" else None,
            " ",
            tag("span", criterion.reason.of(lang), class_="seen"),
            class_="line",
        ),
    )
    inside = tag(
        "div",
        opinions(noted, detail),
        proof(criterion, accounts, detail),
        class_="proof",
        id=f"{detail.prefix}{criterion.id}",
    )
    return tag(
        "details",
        summary,
        inside,
        class_=f"criterion {criterion.verdict}",
        data_id=criterion.id,
        data_verdict=criterion.verdict,
    )
