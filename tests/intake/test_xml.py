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


def listing(*rows: str, before: str = "", root: str = "DanhSach") -> bytes:
    return f"{before}<{root}>\n{''.join(rows)}</{root}>".encode()


PLAIN = (
    "<NiemYet><MaTTHC>1.004222</MaTTHC><NgayNiemYet>12/12/2025</NgayNiemYet><Ngày_gỡ/></NiemYet>\n"
)
SHORT = "<NiemYet><MaTTHC>1.004223</MaTTHC></NiemYet>"


def test_columns_may_be_elements_where_that_can_mean_one_thing(read: Fixture):
    found = read({"a.xml": listing(PLAIN, SHORT, before='<?xml version="1.0"?><!-- x -->')})
    assert found.account.table == "postings"
    assert found.values("code") == ["1.004222", "1.004223"]
    assert found.values("posted_on") == [dt.date(2025, 12, 12), None]
    assert found.values("removed_on") == [NEVER, None]
    assert set(found.codes) == {"absent_name"}
    assert found.sink.sources[0].place(1, "code").vi == "bản ghi 1, 'Ma TTHC'"


def test_a_namespace_changes_no_name(read: Fixture):
    assert read({"a.xml": listing(PLAIN, root="DanhSach")}).values("code") == ["1.004222"]
    spaced = listing(PLAIN).replace(b"<DanhSach>", b'<DanhSach xmlns="urn:x">')
    assert read({"a.xml": spaced}).values("code") == ["1.004222"]


def test_an_element_twice_in_a_row_is_unknown(read: Fixture):
    twice = PLAIN.replace("<Ngày_gỡ/>", "<Ngày_gỡ>x</Ngày_gỡ><Ngày_gỡ/>")
    found = read({"a.xml": listing(twice)})
    assert (found.values("removed_on"), found.codes) == ([None], ["name_twice"])


AMBIGUOUS = {
    "rows of two names": (listing(PLAIN, SHORT.replace("NiemYet", "Khac")), "dòng 3"),
    "an attribute": (listing(PLAIN.replace("<NiemYet>", '<NiemYet stt="1">')), "dòng 2"),
    "an element in a cell": (listing(PLAIN, PLAIN.replace("1.004222", "<b>1</b>")), "dòng 3"),
    "text in a row": (listing(PLAIN, SHORT.replace("<MaTTHC>", "x<MaTTHC>")), "dòng 3"),
    "text between rows": (listing(PLAIN, "x", SHORT), "dòng 1"),
    "text behind the rows": (listing(PLAIN, SHORT, "x"), "dòng 1"),
    "a row without cells": (listing(PLAIN, "<NiemYet/>"), "dòng 3"),
}


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_what_may_mean_several_things_is_refused_with_its_line(read: Fixture, name: str):
    content, line = AMBIGUOUS[name]
    account = read({"a.xml": content}).account
    assert [(notice.code, notice.place) for notice in account.notices] == [("unread_format", line)]
    assert account.may_hide and account.rows_read == 0


@pytest.mark.parametrize("at", [-20, -11, -5, 60])
def test_cut_xml_of_elements_is_damaged(read: Fixture, at: int):
    account = read({"a.xml": listing(PLAIN, SHORT)[:at]}).account
    assert [notice.code for notice in account.notices] == ["damaged"]
    assert account.may_hide
