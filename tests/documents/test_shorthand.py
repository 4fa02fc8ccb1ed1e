"""Properties that repeat are parsed once: nothing of that may be seen."""

from __future__ import annotations

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.package import LIMITS, Package
from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.checker.documents.shorthand import read_part

from tests.documents.word_files import WordFiles

BOLD, ITALIC = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
BODY = (
    f"<w:p><w:pPr><w:jc w:val='center'/>{BOLD}</w:pPr><w:r>{BOLD}<w:t>đậm</w:t></w:r>"
    f"<w:r>{ITALIC}<w:t>nghiêng</w:t></w:r><w:r>{BOLD}<w:t>lại đậm</w:t></w:r></w:p>"
)
SEEN = [("đậm", True, False), ("nghiêng", False, True), ("lại đậm", True, False)]


def read(word: WordFiles, document: str) -> Document:
    parts = word.parts(BODY)
    path = word.pack(parts | {"word/document.xml": document})
    return read_document(path, path.name)


def looks(document: Document) -> list[tuple[str, bool, bool]]:
    return [(r.text, r.format.bold, r.format.italic) for p in document.paragraphs for r in p.runs]


def main(word: WordFiles) -> str:
    return word.parts(BODY)["word/document.xml"]


def test_equal_properties_are_one(word: WordFiles):
    path = word.pack(word.parts(BODY * 50))
    part = read_part(Package(path, path.name, LIMITS), "word/document.xml")
    assert len(part.properties) == 3
    assert next(part.root.iter("{*}b"), None) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:body>", f"<w:body><!-- {BOLD} -->"),
        ("<w:body>", f"<w:body><?note {BOLD} ?>"),
        ("đậm", "<![CDATA[đậm]]>"),
        ("</w:rPr>", "</w:rPr >"),
        ("<w:rPr>", '<w:rPr _kept="0">'),
        ("<w:rPr>", '<w:rPr _kept="999">'),
        ("<w:rPr>", "<w:rPr\n>"),
        ("<w:document ", "<w:document xmlns:z='z' "),
        ("<w:document ", "<?xml version='1.0' encoding='UTF-8'?><w:document "),
        ("<w:b/>", '<w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>'),
        ("<w:b/>", '<x:b xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
    ],
)
def test_however_it_is_written(word: WordFiles, old: str, new: str):
    document = main(word)
    assert old in document
    assert looks(read(word, document.replace(old, new))) == SEEN


def test_another_prefix(word: WordFiles):
    other = main(word).replace("w:", "q:").replace("xmlns:w=", "xmlns:q=")
    assert looks(read(word, other)) == SEEN


def test_a_prefix_bound_on_the_way(word: WordFiles):
    inner = BODY.replace("<w:b/>", "<z:b/>")
    bound = inner.replace("<w:p>", '<w:p xmlns:z="urn:other">')
    assert looks(read(word, main(word).replace(BODY, bound))) == [
        ("đậm", False, False),
        ("nghiêng", False, True),
        ("lại đậm", False, False),
    ]


@pytest.mark.parametrize("broken", ["<w:b>", "<w:b/></w:i>", "<w:b w:val=1/>", "<y:b/>", "&x;"])
def test_what_is_broken_in_a_property_is_refused(word: WordFiles, broken: str):
    with pytest.raises(UnreadableDocument) as caught:
        read(word, main(word).replace("<w:b/>", broken))
    assert caught.value.notice.code == "damaged"


STYLE = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>'


@pytest.mark.parametrize(
    "styles",
    [
        STYLE,
        STYLE.replace("<w:style ", "<w:style\n\t"),
        STYLE.replace('"', "'"),
        STYLE.replace('"N"', '"&lt;N>"'),
        STYLE.replace("</w:style>", "</w:style >"),
        f"<!-- {STYLE.replace('w:b/', 'w:i/')} -->{STYLE}",
        f"<w:style><w:name w:val='x'/><w:rPr><w:i/></w:rPr></w:style>{STYLE}",
        STYLE.replace("<w:b/>", "") + "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr>"
        "</w:rPrDefault></w:docDefaults>",
    ],
)
def test_a_style_however_it_is_written(word: WordFiles, styles: str):
    document = word.read("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>", styles)
    assert looks(document) == [("chữ", True, False)]


def test_a_broken_style_that_is_used_is_refused(word: WordFiles):
    with pytest.raises(UnreadableDocument):
        word.read("<w:p/>", STYLE.replace("<w:b/>", "<w:b>"))


def test_a_style_named_in_no_encoding_harms_nobody(word: WordFiles):
    document = word.parts("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>", STYLE + STYLE)
    styles = document["word/styles.xml"].encode().replace(b'"N"', b'"\xff"', 1)
    path = word.pack(document | {"word/styles.xml": styles})
    assert looks(read_document(path, path.name)) == [("chữ", True, False)]


def test_white_space_at_the_ends_counts_where_it_is_to_be_preserved(word: WordFiles):
    run = "<w:r><w:t> một </w:t><w:t xml:space='preserve'> hai </w:t></w:r>"
    kept = f"<w:sdt xml:space='preserve'><w:sdtContent>{run}</w:sdtContent></w:sdt>"
    document = word.read(f"<w:p>{run}</w:p><w:p>{kept}</w:p>")
    assert [p.text for p in document.paragraphs] == ["một hai ", " một  hai "]
