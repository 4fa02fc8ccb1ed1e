from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from motcua.checker.intake.model import NEVER

Fixture = Callable[..., Any]


def row(**cells: str) -> str:
    names = {"ma": "Mã TTHC", "ngay": "Ngày niêm yết", "go": "ngay_go"}
    inner = "".join(f'<cot ten="{names[name]}">{text}</cot>' for name, text in cells.items())
    return f"<dong>{inner}</dong>"


def register(*rows: str, before: str = "", after: str = "") -> bytes:
    return f"{before}<so>\n{''.join(rows)}{after}</so>".encode()


GOOD = row(ma="1.004222", ngay="12/12/2025", go="")


def test_a_register_in_xml_is_read_by_the_names_of_its_cells(read: Fixture):
    second = row(go="2026-01-06", ma=" 2.00<!-- x -->0528 ", ngay="05/01/2026 &#x41;")
    found = read({"a.xml": register(GOOD, second)})
    assert found.account.table == "postings"
    assert found.values("code") == ["1.004222", "2.000528"]
    assert found.values("posted_on") == [dt.date(2025, 12, 12), None]
    assert found.values("removed_on") == [NEVER, dt.date(2026, 1, 6)]
    assert found.codes == ["bad_date"]
    assert found.account.notices[0].place == "bản ghi 2, 'Ngày niêm yết'"


def test_other_encodings_are_as_the_file_says(read: Fixture):
    text = register(GOOD, before='<?xml version="1.0" encoding="UTF-16"?>').decode()
    assert read({"a.xml": text.encode("utf-16")}).values("code") == ["1.004222"]


def test_a_column_left_out_is_unknown_and_an_empty_one_blank(read: Fixture):
    found = read({"a.xml": register(GOOD, row(ma="1.004223", ngay="12/12/2025"))})
    assert found.values("removed_on") == [NEVER, None]
    assert found.codes == ["absent_name"]


def test_a_column_twice_in_a_row_is_unknown(read: Fixture):
    twice = GOOD.replace("</dong>", '<cot ten="ngay_go">x</cot></dong>')
    found = read({"a.xml": register(twice)})
    assert (found.values("removed_on"), found.codes) == ([None], ["name_twice"])


ENTITY = '<!DOCTYPE so [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
BAD = {
    "cut": (register(GOOD, GOOD)[:-20], "damaged"),
    "cut behind a row": (register(GOOD)[:-5], "damaged"),
    "not by the schema": (register(GOOD, after="<khac/>"), "damaged"),
    "text between rows": (register(GOOD, after="x"), "damaged"),
    "a cell without a name": (register("<dong><cot>1</cot></dong>"), "damaged"),
    "a document type": (register(GOOD, before=ENTITY), "unread_format"),
    "other XML": (b"<a><b/></a>", "unread_format"),
    "a namespace": (b'<so xmlns="urn:x"/>', "unread_format"),
    "more behind": (register(GOOD) + b"<so/>", "damaged"),
    "no rows": (register(), "empty_file"),
    "nothing": (b"", "unread_format"),
    "no XML": (b"1.004222,x", "unread_format"),
    "many columns": (
        register(*(f'<dong><cot ten="{n}"/></dong>' for n in range(1001))),
        "too_wide",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_xml_that_is_no_register_is_refused_with_its_reason(read: Fixture, name: str):
    content, code = BAD[name]
    account = read({"a.xml": content}).account
    assert ([notice.code for notice in account.notices], account.rows_read) == ([code], 0)
    assert bool(account.may_hide) == (code not in ("empty_file",))
