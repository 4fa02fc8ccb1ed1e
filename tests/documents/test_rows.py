from __future__ import annotations

from motcua.checker.documents.files import open_document
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import paragraph_places
from motcua.checker.documents.rows import TABLES, document_rows, unreadable_rows
from motcua.checker.home import SAMPLES
from motcua.checker.tables import table_specs

from tests.documents.word_files import WordFiles

Record = dict[str, object]


def records(document: Document, table: str) -> list[tuple[int, Record]]:
    fields = tuple(table_specs()[table].fields)
    return [
        (number, dict(zip(fields, values, strict=True)))
        for number, values in document_rows(document)[table]
    ]


def report(word: WordFiles) -> Document:
    runs = word.run("Năm 2026 ", "<w:b/>") + word.run("   ", "<w:sz w:val='40'/>")
    runs += word.run("đã ", "<w:b/>") + word.run("xong") + word.run("ẩn", "<w:vanish/>")
    return word.read(
        word.table([[word.p("STT")]])
        + word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
        + word.bold("BÁO CÁO")
        + word.bold("Kết quả năm 2026")
        + word.p()
        + word.p(runs)
        + word.table([[word.p("Bảng")]])
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )


def test_every_row_has_the_fields_of_its_table(word: WordFiles):
    rows = document_rows(report(word))
    assert tuple(rows) == TABLES
    for table in TABLES:
        width = len(table_specs()[table].fields)
        assert rows[table] or table == "document_lines"
        assert all(len(values) == width for _, values in rows[table])


def test_texts_are_stretches_of_one_look_with_their_role(word: WordFiles):
    found = [
        (number, record["role"], record["text"], record["characters"], record["bold"])
        for number, record in records(report(word), "document_texts")
    ]
    assert found == [
        (0, "other", "STT", 3, False),
        (1, "national_name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 27, True),
        (1, "motto", "Độc lập - Tự do - Hạnh phúc", 20, True),
        (2, "type_name", "BÁO CÁO", 6, True),
        (3, "abstract", "Kết quả năm 2026", 13, True),
        (5, "body", "Năm 2026    đã ", 9, True),
        (5, "body", "xong", 4, False),
        (6, "other", "Bảng", 4, False),
    ]


def test_sections_and_components_are_rows(word: WordFiles):
    ((number, section),) = records(report(word), "document_sections")
    assert (number, section["section"], section["page_width_mm"]) == (1, 1, 210.01)
    assert section["margin_top_mm"] is None
    components = records(report(word), "document_components")
    assert [(n, r["role"]) for n, r in components] == [
        *((1, "national_name"), (1, "motto"), (2, "type_name"), (3, "abstract")),
    ]


def test_an_unreadable_file_is_a_row_of_unknown_content_in_every_table():
    rows = unreadable_rows("a.doc")
    assert tuple(rows) == TABLES
    for table in TABLES:
        ((number, values),) = rows[table]
        record = dict(zip(table_specs()[table].fields, values, strict=True))
        assert (number, record.pop("document")) == (0, "a.doc")
        assert record.pop("readable", False) is False
        assert set(record.values()) == {None}


def test_places_are_given_where_a_paragraph_is_not_in_the_body(word: WordFiles):
    assert paragraph_places(report(word)) == {0: "T0.r0.c0", 6: "T1.r0.c0"}


def test_a_stretch_says_where_in_its_paragraph_it_stands(word: WordFiles):
    document = report(word)
    texts = {p.index: p.text for p in document.paragraphs}
    for number, record in records(document, "document_texts"):
        assert texts[number][record["start"] : record["end"]] == record["text"]


def test_lines_and_page_numbers_are_rows():
    path = SAMPLES / "documents" / "1.4-bao-cao-a.docx"
    document = open_document(path, path.name)
    lines = {record["role"] for _, record in records(document, "document_lines")}
    assert {"motto", "issuing_agency"} <= lines
    first, *_ = (record for _, record in records(document, "document_sections"))
    assert (first["number_place"], first["number_align"]) == ("header", "center")
    assert first["number_on_first_page"] is False


def test_what_is_issued_with_a_document_is_content_too():
    path = SAMPLES / "documents" / "1.3-quyet-dinh-gian-tiep-b.docx"
    rows = [record for _, record in records(open_document(path, path.name), "document_paragraphs")]
    body = [record["text"] for record in rows if record["role"] == "body"]
    assert "Chương I" in body
    assert not any("Kèm theo Quyết định" in text for text in body)
