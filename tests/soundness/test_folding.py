"""What the tables are joined by means the same in SQL as where a unit's file is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from motcua.checker.store import Store
from motcua.checker.tables import table_specs
from motcua.checker.words import fold, tidy

LETTERS = (
    "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(table_specs()) as opened:
        yield opened


@pytest.mark.parametrize(
    "text",
    [
        LETTERS,
        LETTERS.upper(),
        "Đất đai – Môi trường",
        "Đất đai — Môi trường",
        "Đất đai‑Môi trường",
        "Hộ  tịch\u00a0(cấp\u200b xã)",
        "Ho\u0323\u0302 ti\u0323ch",
        "HOÀ GIẢI",
        "12−13‒14―15‐16",
        "",
    ],
)
def test_text_is_folded_alike_in_both_places(store: Store, text: str):
    (in_sql,) = store.db.execute("SELECT folded($text)", {"text": tidy(text)}).fetchone() or ("",)
    assert in_sql == fold(text)


@pytest.mark.parametrize(
    "text", ["2193/QĐ-UBND", "2193 / qđ-ubnd", "2193/QĐ–UBND.", "2193/QD-UBND"]
)
def test_one_number_of_a_decision_is_known_in_any_spelling(store: Store, text: str):
    (key,) = store.db.execute("SELECT number_key($text)", {"text": tidy(text)}).fetchone() or ("",)
    assert key == "2193/qd-ubnd"


def test_what_is_not_known_has_no_key(store: Store):
    assert store.db.execute("SELECT folded(NULL), number_key(NULL)").fetchall() == [(None, None)]
