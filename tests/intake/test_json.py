from __future__ import annotations

import codecs
import datetime as dt
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from motcua.checker.intake import json_items
from motcua.checker.intake.json_items import BadJson, items
from motcua.checker.intake.model import NEVER

Fixture = Callable[..., Any]

ROWS = [
    {"ma_tthc": "1.004222", "ten_tthc": "Đăng ký", "ngayNiemYet": "12/12/2025", "ngay_go": None},
    {"ngay_go": "2026-01-06T08:00:00", "ngayNiemYet": 46027, "ma_tthc": 2.000528, "ten_tthc": ""},
]
WRITTEN = {
    "array": json.dumps(ROWS).encode(),
    "in an object": json.dumps(
        {"tong": 2, "loi": None, "ds": ROWS, "cac_muc": ["a", "b"]}
    ).encode(),
    "spread out, with a mark": json.dumps(ROWS, indent=4, ensure_ascii=False).encode("utf-8-sig"),
    "UTF-16": codecs.BOM_UTF16_BE + json.dumps(ROWS, ensure_ascii=False).encode("utf-16-be"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_register_in_json_has_its_names_for_headers(read: Fixture, name: str):
    found = read({"a.json": WRITTEN[name]})
    assert found.account.table == "postings"
    assert found.values("code") == ["1.004222", "2.000528"]
    assert found.values("posted_on") == [dt.date(2025, 12, 12), dt.date(2026, 1, 5)]
    assert found.values("removed_on") == [NEVER, dt.date(2026, 1, 6)]
    assert found.codes == []
    assert [number for number, _ in found.rows] == [1, 2]
    assert found.sink.sources[0].place(2, "code").vi.endswith("bản ghi 2, 'ma_tthc'")


def test_a_name_left_out_is_unknown_where_null_is_blank(read: Fixture):
    found = read({"a.json": json.dumps([{**ROWS[0]}, {"ma_tthc": "1.004223"}]).encode()})
    assert found.values("removed_on") == [NEVER, None]
    assert set(found.codes) == {"absent_name"}


def test_a_nested_value_is_unknown_and_a_list_of_texts_is_a_list(read: Fixture):
    rows = [
        {
            "ma_tthc": "1.004222",
            "ten_tthc": {"vi": "x"},
            "so_quyet_dinh": "1/QĐ",
            "cap": ["Cấp xã"],
        },
        {
            "ma_tthc": "1.004223",
            "ten_tthc": "y",
            "so_quyet_dinh": "1/QĐ",
            "cap": ["xã", "Cấp tỉnh"],
        },
    ]
    found = read({"a.json": json.dumps(rows).encode()})
    assert found.account.table == "procedures"
    assert found.values("levels") == [("commune",), ("commune", "province")]
    assert found.values("name") == [None, "y"]
    assert found.codes == ["nested_value"]


BAD = {
    "cut": (json.dumps(ROWS).encode()[:-20], "damaged"),
    "two arrays": (json.dumps({"a": ROWS, "b": ROWS}).encode(), "not_flat"),
    "mixed": (json.dumps([*ROWS, 1]).encode(), "not_flat"),
    "texts": (b'["a", "b"]', "not_flat"),
    "a scalar": (b"5", "damaged"),
    "nothing": (b"", "damaged"),
    "empty array": (b"[]", "empty_file"),
    "deep": (b"[" * 100_000, "damaged"),
    "a name twice": (b'[{"ma_tthc": "1.004222", "ma_tthc": "1.004223"}]', "damaged"),
    "no number": (b'[{"ma_tthc": NaN}]', "damaged"),
    "endless number": (b'[{"ma_tthc": ' + b"1" * 9000 + b"}]", "damaged"),
    "endless text": (b'[{"ma_tthc": "' + b"1" * 3_000_000 + b'"}]', "damaged"),
    "more behind": (json.dumps(ROWS).encode() + b"[]", "damaged"),
    "trailing comma": (b'{"a": 1,}', "damaged"),
    "not UTF-8": (json.dumps(ROWS, ensure_ascii=False).encode("cp1258", "replace"), "encoding"),
    "another thing": (b'[{"a": 1, "b": 2}]', "unknown_table"),
    "many names": (json.dumps([{f"n{n}": n for n in range(1001)}]).encode(), "not_flat"),
}


@pytest.mark.parametrize("name", BAD)
def test_json_that_is_no_register_is_refused_with_its_reason(read: Fixture, name: str):
    content, code = BAD[name]
    account = read({"a.json": content}).account
    assert ([notice.code for notice in account.notices], account.rows_read) == ([code], 0)


@pytest.mark.parametrize("text", [r"\ud800", r"\u0000", "1e999", str(10**300)])
def test_what_no_text_or_number_can_hold_does_no_harm(read: Fixture, text: str):
    value = f'"{text}"' if text.startswith("\\") else text
    row = f'[{{"ma_tthc": "1.004222", "ten_tthc": {value}, "ngay_niem_yet": {value}}}]'
    found = read({"a.json": row.encode()})
    assert found.codes == ["bad_date"]
    found.values("name")[0].encode()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.lists(VALUES, max_size=6), st.integers(1, 9), st.sampled_from([None, 1]))
def test_items_are_those_of_the_whole_whatever_the_window(whole: Any, window: int, indent: Any):
    before, json_items._CHUNK = json_items._CHUNK, window
    try:
        found = [item for _, item in items(io.StringIO(json.dumps(whole, indent=indent)))]
        assert found == whole
        text = json.dumps(whole)
        for cut in range(len(text) - 1):
            with pytest.raises(BadJson):
                list(items(io.StringIO(text[:cut])))
    finally:
        json_items._CHUNK = before
