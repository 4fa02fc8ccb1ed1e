"""Two results side by side: what changed, and by which cause."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Line

from ..comparing.model import Comparison, CriterionChange, FileChange, Seen, Side, UnitComparison
from ..words import Lang, Text
from .labels import VERDICT_LABELS, VERDICT_STYLES
from .seen import plain

SCHEMA = "motcua/comparison/1"
Json = dict[str, object]
CAUSE_LABELS: dict[str, Text] = {
    "data": Text("dữ liệu", "data"),
    "rules": Text("bộ tiêu chí", "rules"),
    "law": Text("ngày xét pháp luật", "day of the law"),
    "period": Text("kỳ kiểm tra", "period"),
    "packs": Text("các gói được chọn", "packs chosen"),
    "program": Text("chương trình", "program"),
    "unexplained": Text("không giải thích được", "not explained"),
}
CHANGE_LABELS: dict[str, Text] = {
    "verdict": Text("kết luận", "verdict"),
    "reason": Text("lý do", "reason"),
    "counts": Text("số đếm", "counts"),
    "score": Text("điểm", "score"),
    "findings": Text("các phát hiện", "findings"),
    "decision": Text("quyết định kèm theo", "decision beside it"),
    "version": Text("phiên bản tiêu chí", "version of the criterion"),
}
_HEADS = (
    Text("Mã", "Id"),
    Text("Trước", "Before"),
    Text("Sau", "After"),
    Text("Khác ở", "Differs in"),
    Text("Do", "Because of"),
)
_FILE_STATES = {
    (True, True): Text("đã sửa", "changed"),
    (True, False): Text("không còn", "gone"),
    (False, True): Text("mới có", "new"),
}
_ONLY = {
    "before": Text("chỉ có trong kết quả trước", "only in the first result"),
    "after": Text("chỉ có trong kết quả sau", "only in the second result"),
}


def comparison_json(comparison: Comparison) -> Json:
    """The comparison as data (``motcua/comparison/1``)."""
    return {
        "schema": SCHEMA,
        "same": comparison.same(),
        "before": _side_json(comparison.before),
        "after": _side_json(comparison.after),
        "rules": [file_json(change) for change in comparison.rules],
        "units": [_unit_json(unit) for unit in comparison.units],
    }


def file_json(change: FileChange) -> Json:
    """A changed file; a side on which it is not there is null."""
    return {
        "file": change.file,
        "before": change.before or None,
        "after": change.after or None,
    }


def _side_json(side: Side) -> Json:
    return {
        "file": side.file,
        "as_of": side.as_of.isoformat(),
        "engine": side.engine,
        "program_sha256": side.program_sha256 or None,
        "judges": list(side.judges),
        "rules_sha256": side.rules_sha256,
        "inputs_sha256": side.inputs_sha256,
    }


def _unit_json(unit: UnitComparison) -> Json:
    return {
        "name": unit.name,
        "code": unit.code,
        "only": unit.only or None,
        "files": [file_json(change) for change in unit.files],
        "criteria": [_criterion_json(change) for change in unit.criteria],
        "same": unit.same,
    }


def _criterion_json(change: CriterionChange) -> Json:
    return {
        "id": change.id,
        "title": change.title.as_dict(),
        "before": _seen_json(change.before),
        "after": _seen_json(change.after),
        "changed": list(change.changed),
        "causes": list(change.causes),
    }


def _seen_json(seen: Seen | None) -> Json | None:
    if seen is None:
        return None
    return {
        "verdict": seen.verdict,
        "version": seen.version,
        "population": seen.population,
        "satisfied": seen.satisfied,
        "violated": seen.violated,
        "undetermined": seen.undetermined,
    }


def comparison_text(comparison: Comparison, lang: Lang) -> RenderableType:
    """What differs between the runs, then each unit's changes."""
    return Group(
        *(Line(plain(line.of(lang))) for line in _runs(comparison)),
        *file_lines(comparison.rules, lang),
        *(part for unit in comparison.units for part in _unit(unit, lang)),
        Line(_outcome(comparison).of(lang), style="bold"),
    )


def _runs(comparison: Comparison) -> Iterator[Text]:
    """What the runs themselves differ in."""
    old, new = comparison.before, comparison.after
    yield Text(f"Trước: {old.file}. Sau: {new.file}.", f"Before: {old.file}. After: {new.file}.")
    if old.as_of != new.as_of:
        yield Text(
            f"Ngày xét pháp luật: {old.as_of:%d/%m/%Y} → {new.as_of:%d/%m/%Y}.",
            f"Day of the law: {old.as_of} → {new.as_of}.",
        )
    if old.inputs_sha256 != new.inputs_sha256:
        yield Text("Dữ liệu khác nhau.", "The data differ.")
    if old.rules_sha256 != new.rules_sha256:
        yield Text("Bộ tiêu chí khác nhau.", "The rules differ.")
    by = [f"{side.engine} ({' + '.join(side.judges)})" for side in (old, new)]
    if by[0] != by[1]:
        yield Text(f"Chương trình: {by[0]} → {by[1]}.", f"Program: {by[0]} → {by[1]}.")
    digests = [side.program_sha256[:12] for side in (old, new)]
    if all(digests) and digests[0] != digests[1]:
        told = f"{digests[0]} → {digests[1]}"
        yield Text(f"Mã của chương trình: {told}.", f"The program's files: {told}.")


def file_lines(changes: tuple[FileChange, ...], lang: Lang) -> Iterator[Line]:
    """Each changed file on its line, with the digests before and after."""
    for change in changes:
        state = _FILE_STATES[bool(change.before), bool(change.after)].of(lang)
        digests = f"{change.before[:12] or '–'} → {change.after[:12] or '–'}"
        yield Line(f"  {plain(change.file)}: {state} ({plain(digests)})", style="yellow")


def _unit(unit: UnitComparison, lang: Lang) -> Iterator[RenderableType]:
    code = f" ({unit.code})" if unit.code else ""
    yield Line(plain(f"\n{unit.name}{code}"), style="bold")
    if unit.only:
        yield Line(_ONLY[unit.only].of(lang))
        return
    changed = len(unit.criteria)
    said = Text(
        f"{changed} tiêu chí khác, {unit.same} tiêu chí như trước.",
        f"{changed} criteria differ, {unit.same} are as before.",
    )
    yield Line(said.of(lang))
    yield from file_lines(unit.files, lang)
    if unit.criteria:
        table = Table(expand=True)
        for number, head in enumerate(_HEADS):
            table.add_column(head.of(lang), no_wrap=number == 0)
        for change in unit.criteria:
            table.add_row(*_row(change, lang))
        yield table


def _row(change: CriterionChange, lang: Lang) -> tuple[RenderableType, ...]:
    return (
        Line(plain(change.id)),
        _seen(change.before, lang),
        _seen(change.after, lang),
        Line(", ".join(CHANGE_LABELS[kind].of(lang) for kind in change.changed)),
        Line(", ".join(CAUSE_LABELS[cause].of(lang) for cause in change.causes)),
    )


def _seen(seen: Seen | None, lang: Lang) -> Line:
    if seen is None:
        return Line("–")
    label = VERDICT_LABELS[seen.verdict].of(lang)
    counts = Text(
        f"{seen.satisfied}/{seen.population} đạt, {seen.undetermined} chưa rõ",
        f"{seen.satisfied} of {seen.population}, {seen.undetermined} unknown",
    )
    return Line.assemble((label, VERDICT_STYLES[seen.verdict]), f"\n{counts.of(lang)}")


def _outcome(comparison: Comparison) -> Text:
    if comparison.same():
        return Text("Hai kết quả nói như nhau.", "Both results say the same.")
    causes = {cause for unit in comparison.units for c in unit.criteria for cause in c.causes}
    named = [CAUSE_LABELS[cause] for cause in CAUSE_LABELS if cause in causes]
    if not named:
        return Text(
            "Hai kết quả không gồm cùng các đơn vị.", "The results are not of the same units."
        )
    several = len(causes) > 1
    return Text(
        f"Hai kết quả khác nhau, do: {', '.join(text.vi for text in named)}."
        + (" Ở tiêu chí có nhiều lý do, không tách riêng được từng lý do." if several else ""),
        f"The results differ, because of: {', '.join(text.en for text in named)}."
        + (" Where a criterion has several, they cannot be told apart." if several else ""),
    )
