"""Why a verdict is what it is, in one sentence for a person."""

from __future__ import annotations

from collections.abc import Sequence

from .gather import GatheredUnit
from .judge.verdicts import Ruling
from .measure.criterion import Measured
from .places import Source
from .rulebook.book import Rulebook
from .rulebook.subjects import ENGINE_TABLES
from .tables import table_specs
from .unasked import not_in_force
from .words import Text

_FIXED: dict[str, Text] = {
    "judges_differ": Text(
        vi="Hai bộ phán quyết cho kết quả khác nhau; hãy báo cho nhóm phát triển",
        en="The two judges differ; please report this to the developers",
    ),
    "engine_crash": Text(
        vi="Bộ máy luật durable-rules bị dừng khi xét tiêu chí này; hãy chạy lại",
        en="The engine durable-rules stopped while judging this criterion; run again",
    ),
    "ruleset_fault": Text(
        vi="Luật biên dịch không cho đúng một kết luận; hãy báo cho nhóm phát triển",
        en="The compiled rules did not give exactly one conclusion; please report this",
    ),
    "unverified_basis": Text(
        vi="Có vi phạm theo dữ liệu nhưng căn cứ chưa được kiểm chứng nên không kết luận",
        en="The data show violations, but the legal basis is not verified, so no conclusion",
    ),
}


def missing_tables(measured: Measured, unit: GatheredUnit, book: Rulebook) -> list[str]:
    """The tables that the criterion stands on and the unit has not handed in."""
    needed = book.base_tables(measured.loaded.criterion.subject) - ENGINE_TABLES - {"units"}
    return sorted(needed - unit.provided)


def reason_text(
    ruling: Ruling,
    measured: Measured,
    unit: GatheredUnit,
    book: Rulebook,
    sources: Sequence[Source],
) -> Text:
    """The sentence for a ruling's reason; ``sources`` are those of the unit's own files."""
    criterion = measured.loaded.criterion
    if ruling.reason in _FIXED:
        return _FIXED[ruling.reason]
    if ruling.reason in ("not_begun", "ended", "no_version"):
        return not_in_force(book, measured.loaded, measured.setting.as_of)
    if ruling.reason == "failed":
        return Text(f"Lỗi khi đếm: {measured.fault}", f"Counting failed: {measured.fault}")
    if ruling.reason == "empty":
        return criterion.empty_reason.text()
    if ruling.reason == "not_applicable" and criterion.applies:
        return criterion.applies.otherwise.text()
    if ruling.reason == "applicability_unknown":
        return _applicability(measured)
    if ruling.reason == "missing_data":
        return _missing(measured, unit, book)
    return _counted(measured, unit, book, sources)


def _applicability(measured: Measured) -> Text:
    applies = measured.loaded.criterion.applies
    if applies and applies.unknown:
        return applies.unknown.text()
    return Text("Không rõ tiêu chí có áp dụng cho đơn vị", "Unknown whether the criterion applies")


def _missing(measured: Measured, unit: GatheredUnit, book: Rulebook) -> Text:
    titles = [table_specs()[table].title for table in missing_tables(measured, unit, book)]
    return Text(
        vi="Chưa nộp: " + "; ".join(title.vi for title in titles),
        en="Not handed in: " + "; ".join(title.en for title in titles),
    )


def _counted(
    measured: Measured,
    unit: GatheredUnit,
    book: Rulebook,
    sources: Sequence[Source],
) -> Text:
    counted = measured.of(unit.number)
    vi = f"{counted.satisfied}/{counted.population} đạt, {counted.violated} không đạt"
    en = f"{counted.satisfied} of {counted.population} satisfy, {counted.violated} do not"
    if counted.undetermined:
        vi += f", {counted.undetermined} chưa rõ"
        en += f", {counted.undetermined} unknown"
        absent = _absent_columns(measured, book, sources)
        vi, en = vi + absent.vi, en + absent.en
    return Text(vi, en)


def _absent_columns(measured: Measured, book: Rulebook, sources: Sequence[Source]) -> Text:
    """Columns that the subject reads and a file does not have: the commonest cause of doubt."""
    used = book.columns_read(measured.loaded.criterion.subject)
    absent: dict[str, dict[Text, None]] = {}  # each title once: units may hand in the same bytes
    for source in sources:
        spec = table_specs()[source.table]
        if spec.intake != "register" or source.kind == "unread":
            continue
        for name, field in spec.fields.items():
            if field.as_written in source.columns:
                continue  # it is filled from that column
            if (source.table, name) in used and name not in source.columns:
                absent.setdefault(source.file, {})[spec.fields[name].title.text()] = None
    if not absent:
        return Text("", "")
    vi = "; ".join(f"{f}: {', '.join(t.vi for t in ts)}" for f, ts in absent.items())
    en = "; ".join(f"{f}: {', '.join(t.en for t in ts)}" for f, ts in absent.items())
    return Text(f"; tệp thiếu cột ({vi})", f"; columns not in the file ({en})")
