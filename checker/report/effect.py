"""What a change of a pack does, shown: criterion by unit, the old verdict beside the new."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from ..effects import Effect, VerdictChange
from ..result import CriterionResult
from ..words import Lang, Text
from .labels import VERDICT_LABELS

Json = dict[str, object]

_HEADS = (
    Text("Tiêu chí", "Criterion"),
    Text("Đơn vị", "Unit"),
    Text("Trước", "Before"),
    Text("Sau", "After"),
    Text("Vì", "Because"),
)
_ABSENT = Text("(không có)", "(not there)")


def effect_text(effect: Effect, lang: Lang) -> Iterator[RenderableType]:
    """A line that counts, then a row for each verdict that changes."""
    if not effect.criteria:
        same = Text(
            "Hai bộ tiêu chí cho cùng kết luận: không tiêu chí nào khác nhau về nội dung.",
            "Both versions give the same verdicts: no criterion differs.",
        )
        yield same.of(lang)
        return
    judged, units, changed = len(effect.criteria), len(effect.units), len(effect.changes)
    said = Text(
        f"{judged} tiêu chí khác nhau, {units} đơn vị: {changed} kết luận đổi; "
        f"{len(effect.recounted)} chỗ đổi số đếm mà không đổi kết luận.",
        f"{judged} criteria differ, {units} units: {changed} verdicts change; "
        f"{len(effect.recounted)} counts change under the same verdict.",
    )
    yield said.of(lang)
    if effect.changes:
        yield _table(effect, lang)


def _table(effect: Effect, lang: Lang) -> Table:
    table = Table(expand=True)
    for head, ratio in zip(_HEADS, (None, 3, None, None, 6), strict=True):
        table.add_column(head.of(lang), ratio=ratio)
    for change in effect.changes:
        table.add_row(
            change.criterion,
            escape(change.unit),
            _verdict(change.before, lang),
            _verdict(change.after, lang),
            escape(_because(change, lang)),
        )
    return table


def _verdict(result: CriterionResult | None, lang: Lang) -> str:
    return VERDICT_LABELS[result.verdict].of(lang) if result else _ABSENT.of(lang)


def _because(change: VerdictChange, lang: Lang) -> str:
    """Both reasons: what was found before, what is found now."""
    told = (result.reason.of(lang) for result in (change.before, change.after) if result)
    return "\n→ ".join(told)


def effect_json(effect: Effect) -> Json:
    """The effect as data."""
    return {
        "schema": "motcua/effect/1",
        "criteria": list(effect.criteria),
        "units": list(effect.units),
        "changes": [
            {
                "criterion": change.criterion,
                "title": change.title.as_dict(),
                "unit": change.unit,
                "before": _side(change.before),
                "after": _side(change.after),
            }
            for change in effect.changes
        ],
        "recounted": [{"criterion": name, "unit": unit} for name, unit in effect.recounted],
    }


def _side(result: CriterionResult | None) -> Json | None:
    if result is None:
        return None
    return {
        "verdict": result.verdict,
        "reason": result.reason.as_dict(),
        "version": result.version,
        "population": result.population,
        "satisfied": result.satisfied,
        "violated": result.violated,
        "undetermined": result.undetermined,
    }
