"""Whether a saved result came out the same again, and if not, what is not as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text as Line

from ..comparing.model import PlaceChange, Verification
from ..words import Lang, Text
from .comparison import comparison_json, comparison_text
from .seen import plain

SCHEMA = "motcua/verification/1"
Json = dict[str, object]
_MOST_PLACES = 20
_LONGEST = 80
_IDENTICAL = Text("Chạy lại cho đúng từng byte của kết quả.", "Run again, it is the same bytes.")
_SAME = Text(
    "Chạy lại cho cùng nội dung; chỉ cách ghi tệp khác (khoảng trắng, thứ tự).",
    "Run again, it says the same; only the file is written otherwise (spaces, order).",
)
_OTHER = Text("Chạy lại KHÔNG cho cùng kết quả.", "Run again, it is NOT the same result.")
_ONLY_SAID = Text(
    "Dữ liệu, bộ tiêu chí, ngày xét và chương trình đều như khi lập: tệp kết quả đã bị sửa.",
    "Data, rules, day and program are as they were: the file of the result was edited.",
)


def verification_json(verification: Verification) -> Json:
    """The verification as data (``motcua/verification/1``), with every place that differs."""
    return {
        "schema": SCHEMA,
        "same": verification.same(),
        "identical_bytes": verification.identical,
        "comparison": comparison_json(verification.comparison),
        "places": [
            {"place": change.place, "before": change.before, "after": change.after}
            for change in verification.places
        ],
    }


def verification_text(verification: Verification, lang: Lang) -> RenderableType:
    """One sentence where it is the same, else what differs, file by file and place by place."""
    if verification.same():
        return Line((_IDENTICAL if verification.identical else _SAME).of(lang), style="green")
    only_said = (Line(_ONLY_SAID.of(lang)),) if _edited(verification) else ()
    return Group(
        Line(_OTHER.of(lang), style="bold red"),
        *only_said,
        comparison_text(verification.comparison, lang),
        *_places(verification.places, lang),
    )


def _edited(verification: Verification) -> bool:
    """Does nothing differ by which the result could have come out otherwise?"""
    old, new = verification.comparison.before, verification.comparison.after
    return (
        (old.inputs_sha256, old.rules_sha256, old.engine, old.program_sha256, old.judges)
        == (new.inputs_sha256, new.rules_sha256, new.engine, new.program_sha256, new.judges)
        and not verification.comparison.rules
        and not any(unit.files for unit in verification.comparison.units)
    )


def _places(places: tuple[PlaceChange, ...], lang: Lang) -> Iterator[Line]:
    said = Text(
        f"{len(places)} chỗ trong tệp kết quả khác với lần chạy lại:",
        f"{len(places)} places of the result's file differ from the run again:",
    )
    yield Line(said.of(lang))
    for change in places[:_MOST_PLACES]:
        yield Line(f"  {plain(change.place)}: {_value(change.before)} → {_value(change.after)}")
    if len(places) > _MOST_PLACES:
        more = len(places) - _MOST_PLACES
        rest = Text(
            f"  … và {more} chỗ nữa (--format json)", f"  … and {more} more (--format json)"
        )
        yield Line(rest.of(lang))


def _value(value: object) -> str:
    written = plain(json.dumps(value, ensure_ascii=False))
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
