"""Messages of QCVN 102:2016; every body and person in them is invented."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from motcua.checker.intake.edxml import NAMESPACE
from motcua.checker.intake.model import NEVER

Fixture = Callable[..., Any]
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "edxml"

DOCUMENT = """\
<From><OrganId>000.00.01.H99</OrganId><OrganName>UBND tỉnh Thử</OrganName></From>
<To><OrganId>000.00.02.H99</OrganId></To><To><OrganId>000.00.03.H99</OrganId></To>
<DocumentId>abc</DocumentId>
<Code><CodeNumber>12</CodeNumber><CodeNotation>UBND-VP</CodeNotation></Code>
<PromulgationInfo><PromulgationDate>2026/03/05</PromulgationDate></PromulgationInfo>
<DocumentType><TypeName>Công văn</TypeName></DocumentType><Subject>Về việc thử</Subject>"""
STATUS = """\
<From><OrganId>000.00.02.H99</OrganId><OrganName>UBND xã Thử</OrganName></From>
<ResponseFor><OrganId>000.00.01.H99</OrganId><Code>12/UBND-VP</Code></ResponseFor>
<StatusCode>03</StatusCode><Timestamp>2026/03/06 08:00:00</Timestamp>"""
TRACE = """\
<TraceHeaderList>{}<TraceHeader><Timestamp>2026/03/05 16:30:00</Timestamp></TraceHeader>
</TraceHeaderList>"""


def message(header: str, trace: str = "", head: str = '<?xml version="1.0"?>') -> bytes:
    return (
        f'{head}<edXML xmlns="{NAMESPACE}"><edXMLEnvelope><edXMLHeader>'
        f"<MessageHeader>{header}</MessageHeader>{trace}</edXMLHeader></edXMLEnvelope></edXML>"
    ).encode()


def test_a_document_is_a_row(read: Fixture):
    found = read({"a.edxml": message(DOCUMENT, TRACE.format(""))})
    assert found.account.table == "exchanged_documents"
    assert found.values("message") == ["new"]
    assert found.values("number") == ["12/UBND-VP"]
    assert found.values("issued_on") == [dt.date(2026, 3, 5)]
    assert found.values("recipient_ids") == [("000.00.02.H99", "000.00.03.H99")]
    assert found.values("due_on") == [NEVER]
    assert found.values("sent_on") == [dt.date(2026, 3, 5)]
    assert found.codes == []


@pytest.mark.parametrize(
    ("kind", "named"), [("0", "new"), ("1", "revoke"), ("2", "update"), ("3", "replace")]
)
def test_what_a_message_does_is_told(read: Fixture, kind: str, named: str):
    business = f"<Bussiness><BussinessDocType>{kind}</BussinessDocType></Bussiness>"
    found = read({"a.edxml": message(DOCUMENT, TRACE.format(business))})
    assert found.values("message") == [named]


def test_a_status_is_a_row_of_the_same_register(read: Fixture):
    found = read({"a.edxml": message(STATUS)})
    assert found.values("message") == ["status"]
    assert found.values("status_code") == ["accepted"]
    assert found.values("answers") == ["12/UBND-VP"]
    assert found.values("sent_on") == [dt.date(2026, 3, 6)]
    assert found.codes == []


def test_an_unknown_status_is_unknown_and_said(read: Fixture):
    found = read({"a.edxml": message(STATUS.replace(">03<", ">77<"))})
    assert found.values("status_code") == [None]
    assert found.codes == ["unknown_choice"]


def test_xml_is_known_for_edxml_by_its_head(read: Fixture):
    assert read({"a.xml": message(DOCUMENT)}).account.table == "exchanged_documents"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"12" + message(DOCUMENT), "damaged"),
        (message(DOCUMENT)[:-20], "damaged"),
        (message(DOCUMENT + '<x href="a" y:z="b"/>'), "damaged"),
        (message(DOCUMENT, head='<!DOCTYPE edXML [<!ENTITY a "b">]>'), "damaged"),
        (f'<edXML xmlns="{NAMESPACE}"/>'.encode(), "not_edxml"),
        (b"<a/>", "not_edxml"),
        (b"", "damaged"),
    ],
)
def test_what_is_no_message_is_refused_with_the_reason(read: Fixture, content: bytes, code: str):
    found = read({"a.edxml": content})
    assert found.codes == [code]
    assert found.rows == []
    assert found.account.may_hide == ("exchanged_documents",)


def test_where_a_message_breaks_is_told(read: Fixture):
    (notice,) = read({"a.edxml": b"12" + message(DOCUMENT)}).account.notices
    assert notice.place == "dòng 1, cột 1"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (DOCUMENT.replace("<CodeNumber>12</CodeNumber>", "").replace("UBND-VP", ""), "incomplete"),
        (STATUS.replace("<Code>12/UBND-VP</Code>", ""), "incomplete"),
        (DOCUMENT + "<DueDate>2026/03/04</DueDate>", "due_before"),
    ],
)
def test_what_is_odd_about_a_message_is_said(read: Fixture, header: str, code: str):
    found = read({"a.edxml": message(header, TRACE.format(""))})
    assert [said.rsplit("_", 1)[0] for said in found.codes] == [code]
    assert len(found.rows) == 1


def test_a_due_day_on_the_day_of_issue_is_not_odd(read: Fixture):
    header = DOCUMENT + "<DueDate>2026/03/05</DueDate>"
    assert read({"a.edxml": message(header, TRACE.format(""))}).codes == []


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the shared corpus does not lie beside this checkout"
)
def test_every_message_of_the_corpus_is_read_or_refused_with_the_reason(read: Fixture):
    files = {path.name: path.read_bytes() for path in sorted(CORPUS.rglob("*ml"))}
    found = read(files)
    outcome = Counter(account.rows_kept or account.notices[0].code for account in found.accounts)
    assert outcome == {1: 22, "damaged": 2}
    kinds = Counter(found.values("message"))
    assert kinds == {"new": 9, "status": 10, "revoke": 1, "update": 1, "replace": 1}
