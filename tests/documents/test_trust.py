from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import LIMITS, UnreadableDocument, read_document

from tests.documents.word_files import OFFICE, OOXML, W, WordFiles

RELS = "word/_rels/document.xml.rels"
Parts = dict[str, str]


def codes(document: Document) -> list[str]:
    assert all(notice.text.vi and notice.text.en for notice in document.notices)
    return [notice.code for notice in document.notices]


def read(word: WordFiles, body: str, change: Callable[[Parts], None], name: str = "a.docx"):
    parts = word.parts(body)
    change(parts)
    path = word.pack(parts, name)
    return read_document(path, path.name)


def relate(parts: Parts, kind: str, target: str, mode: str = "Internal", of: str = RELS):
    parts.setdefault(of, f'<Relationships xmlns="{OOXML}/package/2006/relationships"/>')
    one = (
        f'<Relationship Id="x{kind}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    )
    parts[of] = (
        parts[of].replace("/>", "></Relationships>", 1) if parts[of].endswith("/>") else parts[of]
    )
    parts[of] = parts[of].replace("</Relationships>", f"{one}</Relationships>")


def settings(parts: Parts, inner: str):
    relate(parts, "settings", "settings.xml")
    parts["word/settings.xml"] = f'<w:settings xmlns:w="{W}">{inner}</w:settings>'


def test_nothing_is_said_of_a_plain_file(word: WordFiles):
    assert codes(word.read(word.p("Chữ"))) == []


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', ["protected"]),
        ('<w:documentProtection w:edit="forms" w:enforcement="0"/>', []),
        ('<w:documentProtection w:edit="none" w:enforcement="1"/>', []),
        ('<w:writeProtection w:recommended="1"/>', ["protected"]),
        ("<w:zoom/>", []),
    ],
)
def test_restricted_editing_is_said_where_it_is_in_force(
    word: WordFiles, inner: str, said: list[str]
):
    assert codes(read(word, word.p("a"), lambda parts: settings(parts, inner))) == said


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>",
        "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p><w:p/>",
        "<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr></w:p>",
    ],
)
def test_every_kind_of_revision_is_said_once(word: WordFiles, body: str):
    assert codes(word.read(body * 2)) == ["tracked_changes"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("image", "ảnh"), ("oleObject", "đối tượng OLE"), ("subDocument", "văn bản con")],
)
def test_what_lies_outside_is_named_and_not_opened(word: WordFiles, kind: str, words: str):
    def link(parts: Parts):
        relate(parts, kind, "file:///etc/hostname", "External")

    document = read(word, word.p("a"), link)
    assert codes(document) == ["external_link"]
    assert words in document.notices[0].text.vi


def test_a_template_outside_is_named(word: WordFiles):
    def link(parts: Parts):
        settings(parts, "")
        of = "word/_rels/settings.xml.rels"
        relate(parts, "attachedTemplate", "http://localhost/a.dotm", "External", of)

    document = read(word, word.p("a"), link)
    assert codes(document) == ["external_link"]
    assert "tệp mẫu" in document.notices[0].text.vi


def test_a_hyperlink_is_no_matter(word: WordFiles):
    link = "http://localhost/"
    assert codes(read(word, word.p("a"), lambda p: relate(p, "hyperlink", link, "External"))) == []


def test_embedded_objects_are_said(word: WordFiles):
    def embed(parts: Parts):
        relate(parts, "oleObject", "embeddings/o.bin")
        parts["word/embeddings/o.bin"] = "no matter what"

    assert codes(read(word, word.p("a"), embed)) == ["embedded_object"]


@pytest.mark.parametrize("kind", ["comments", "footnotes", "endnotes", "settings"])
@pytest.mark.parametrize("content", ["<w:broken", "<!DOCTYPE a><a/>", None])
def test_a_damaged_side_part_is_said_and_the_rest_is_read(
    word: WordFiles, kind: str, content: str | None
):
    def damage(parts: Parts):
        relate(parts, kind, f"{kind}.xml")
        if content is not None:
            parts[f"word/{kind}.xml"] = content

    body = word.p(f'<w:r><w:t>Chữ</w:t><w:{kind.removesuffix("s")}Reference w:id="1"/></w:r>')
    document = read(word, body, damage)
    assert document.paragraphs[0].text == "Chữ"
    (notice,) = (notice for notice in document.notices if notice.code == "damaged_part")
    assert f"word/{kind}.xml" in notice.text.vi


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/theme.xml"])
def test_a_damaged_part_that_text_rests_on_is_refused(word: WordFiles, part: str):
    parts = word.parts(word.p("a"), word.style("P", ""))
    parts[part] = parts[part][:-9]
    path = word.pack(parts)
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path, path.name)
    assert caught.value.notice.code == "damaged"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (unicodedata.normalize("NFD", "Cộng hòa"), ["mixed_unicode"]),
        ("Cộng " + unicodedata.normalize("NFD", "hòa"), ["mixed_unicode"]),
        ("Cộng hòa xã hội ÅÖñ", []),
    ],
)
def test_letters_with_separate_marks_are_said(word: WordFiles, text: str, said: list[str]):
    assert codes(word.read(word.p(text))) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.docx", []), ("a.DOTX", []), ("a.doc", ["wrong_extension"]), ("a", ["wrong_extension"])],
)
def test_a_name_that_does_not_fit_the_content_is_said(word: WordFiles, name: str, said: list[str]):
    assert codes(read(word, word.p("a"), lambda parts: None, name)) == said


@pytest.mark.parametrize(
    "inner", ["<w:p/>", '<w:p a="" b=""/>', "<w:p><w:r><w:t>a</w:t></w:r></w:p>"]
)
def test_a_small_file_that_becomes_large_in_memory_is_refused(word: WordFiles, inner: str):
    times = LIMITS.marks // (inner.count("<") + inner.count("="))
    path = word.pack(word.parts(inner * times))
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path, path.name)
    assert caught.value.notice.code == "too_large"
