from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from motcua.checker.documents.package import Limits
from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.checker.zipguard import ZipLimits

from tests.documents.word_files import WordFiles

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512


def refusal(path: Path, limits: Limits | None = None):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path, path.name, limits or Limits())
    notice = caught.value.notice
    assert notice.file == path.name
    assert notice.text.vi and notice.text.en
    return notice.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"hello", "not_zip"),
        (b"%PDF-1.7", "not_zip"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (OLE, "not_zip"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "legacy_word"),
        (b"{\\rtf1\\ansi}", "legacy_word"),
    ],
)
def test_what_is_no_package_is_refused_by_what_it_is(tmp_path: Path, content: bytes, code: str):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert refusal(path) == code


def test_an_absent_file_is_refused(tmp_path: Path):
    assert refusal(tmp_path / "a.docx") == "missing"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(word: WordFiles, share: float):
    path = word.pack(word.parts(word.p("a")))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert refusal(path) == "damaged"


def test_a_bomb_is_refused_by_its_directory_and_while_it_is_inflated(word: WordFiles):
    path = word.pack(word.parts(word.p("a" * 3_000_000)))
    directory = Limits(container=ZipLimits(ratio=100, ratio_from=1 << 20))
    assert refusal(path, directory) == "zip_bomb"
    assert refusal(path, Limits(part_bytes=1 << 20)) == "too_large"
    assert read_document(path, path.name).paragraphs[0].text == "a" * 3_000_000


@pytest.mark.parametrize(
    ("doctype", "code"),
    [
        ('<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>', "dtd"),
        ('<!DOCTYPE w [<!ENTITY e "e">]>', "dtd"),
        ("<!-- nothing -->", None),
    ],
)
def test_entities_are_refused_before_they_are_parsed(
    word: WordFiles, doctype: str, code: str | None
):
    parts = word.parts(word.p("a"))
    parts["word/document.xml"] = doctype + parts["word/document.xml"]
    path = word.pack(parts)
    if code:
        assert refusal(path) == code
    else:
        assert len(read_document(path, path.name).paragraphs) == 1


def test_an_entity_in_another_encoding_is_refused_too(word: WordFiles):
    parts = word.parts(word.p("a"))
    document = '<!DOCTYPE w [<!ENTITY e "e">]>' + parts["word/document.xml"]
    path = word.folder / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            encoding = "utf-16" if part == "word/document.xml" else "utf-8"
            text = document if encoding == "utf-16" else content
            archive.writestr(part, text.encode(encoding))
    assert refusal(path) == "dtd"


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/document.xml", "<w:document", "damaged"),
        ("word/document.xml", "<document><body/></document>", "not_word"),
        ("word/styles.xml", "no xml", "damaged"),
        ("_rels/.rels", "<Relationships/>", "not_word"),
        ("[Content_Types].xml", None, "not_word"),
        ("word/document.xml", None, "damaged"),
    ],
)
def test_a_package_without_a_sound_document_is_refused(
    word: WordFiles, part: str, content: str | None, code: str
):
    parts = word.parts(word.p("a"), styles=word.style("P", ""))
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    assert refusal(word.pack(parts)) == code


def test_a_target_that_climbs_out_of_the_package_is_not_followed(word: WordFiles):
    parts = word.parts(word.p("a"))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document", "../../word/document")
    assert refusal(word.pack(parts)) == "damaged"


@pytest.mark.parametrize("depth", [200, 300])
def test_deep_nesting_is_refused(word: WordFiles, depth: int):
    body = "<w:sdt><w:sdtContent>" * (depth // 2) + word.p("a")
    body += "</w:sdtContent></w:sdt>" * (depth // 2)
    assert refusal(word.pack(word.parts(body))) == "too_deep"


def test_the_strict_form_of_the_format_is_read_alike(word: WordFiles):
    styles = word.style(
        "P", '<w:pPr><w:jc w:val="end"/></w:pPr><w:rPr><w:b/></w:rPr>', default=True
    )
    parts = word.parts(word.p("Chữ"), styles=styles)
    names = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "officeDocument/relationships"
        ),
        "http://schemas.openxmlformats.org/drawingml/2006/main": "drawingml/main",
    }
    for loose, strict in names.items():
        parts = {
            part: re.sub(re.escape(loose), f"http://purl.oclc.org/ooxml/{strict}", content)
            for part, content in parts.items()
        }
    path = word.pack(parts)
    (paragraph,) = read_document(path, path.name).paragraphs
    assert (paragraph.text, paragraph.format.align) == ("Chữ", "right")
    assert paragraph.runs[0].format.bold


def test_what_a_person_must_know_is_said(word: WordFiles):
    parts = word.parts(word.p('<w:r><w:commentReference w:id="1"/></w:r>') + "<w:altChunk/>")
    kind = "application/vnd.ms-office.vbaProject"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "/>", f'><Override PartName="/word/vbaProject.bin" ContentType="{kind}"/></Types>'
    )
    parts["_xmlsignatures/sig1.xml"] = "<s/>"
    path = word.pack(parts, "a.doc")
    codes = [notice.code for notice in read_document(path, path.name).notices]
    assert codes == ["wrong_extension", "macro", "signed", "alt_chunk", "comments"]
