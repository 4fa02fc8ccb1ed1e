"""Evidence says a code of a document's table in words; the rules go on comparing the code."""

import datetime as dt

from motcua.checker.documents.model import Align, LineRule, Regime
from motcua.checker.run_documents import DocumentsRequest, check_documents
from motcua.checker.tables import shown_as
from motcua.tools.decree30.mutants import mutants

FAULTS = (
    *("page_number.position-1", "page_number.digits-1"),
    *("body.line_spacing-1", "chapter_title.align-1"),
)


def test_evidence_of_documents_is_in_words(tmp_path):
    for mutant in mutants():
        if mutant.name in FAULTS:
            (tmp_path / f"{mutant.name}.docx").write_bytes(mutant.bytes())
    result = check_documents(DocumentsRequest((tmp_path,), dt.date(2026, 11, 22)))
    found = [f for one in result.documents for c in one.criteria for f in c.findings]
    values = {(e.label.vi, e.value.vi) for f in found for e in f.evidence}
    assert {("Nơi đặt", "lề dưới"), ("Kiểu số", "chữ số La Mã in hoa")} <= values
    assert {("Kiểu giãn dòng", "theo số dòng"), ("Canh lề", "trái")} <= values
    codes = {*Align.__args__, *LineRule.__args__, *Regime.__args__, "header", "footer", "none"}
    assert {value for _, value in values} & codes == set()


def test_a_code_without_words_is_none():
    assert shown_as("document_texts", "color", "FF0000") is None
    assert shown_as("document_texts", "size_pt", 12.0) is None
    assert shown_as("no_table", "align", "left") is None


def test_a_code_of_a_register_is_said_as_exports_write_it():
    assert shown_as("dossiers", "channel", "online").vi == "trực tuyến"
    assert shown_as("online_services", "service_level", "level_3").en == "level 3"
    assert shown_as("dossiers", "channel", "carrier pigeon") is None
