from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from motcua.checker.documents.reader import read_document
from motcua.checker.editing.refusals import NotWritten
from motcua.checker.marking.annotate import Remark, annotate
from motcua.checker.marking.comments import harmless

from tests.documents.word_files import NAMESPACES, OFFICE, OOXML, WordFiles
from tests.editing.copies import PAGE, STRICT_W, W, changed_parts, parts, structure_faults, whole

DAY = dt.date(2026, 11, 22)
NEW = {
    *("[Content_Types].xml", "word/_rels/document.xml.rels"),
    *("word/document.xml", "word/comments.xml"),
}
ANCHOR = re.compile(
    rb'<(\w+):commentRangeStart \1:id="\d+"/>|'
    rb'<(\w+):commentRangeEnd \2:id="\d+"/><\2:r><\2:commentReference \2:id="\d+"/></\2:r>'
)


def marked(path: Path, *remarks: Remark) -> Path:
    target = path.with_name("marked.docx")
    annotate(path, remarks, target, DAY)
    assert structure_faults(target) == []
    return target


def without_anchors(content: bytes) -> bytes:
    """The bytes without what was added; an empty paragraph has to be opened for it."""
    return re.sub(rb"(<w:p(?: [^>]*)?)/>", rb"\1></w:p>", ANCHOR.sub(b"", content))


def anchored(path: Path) -> list[tuple[str, str]]:
    """Each comment's text, and the text that stands in its range."""
    document = etree.fromstring(parts(path)["word/document.xml"])
    comments = {
        item.get(f"{W}id"): "\n".join("".join(p.itertext()) for p in item)
        for item in etree.fromstring(parts(path)["word/comments.xml"])
    }
    found: list[tuple[str, str]] = []
    for start in document.iter(f"{W}commentRangeStart"):
        number = start.get(f"{W}id")
        if number not in comments:
            continue
        inside: list[str] = []
        for element in start.itersiblings():
            if element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == number:
                reference = element.getnext()
                assert reference[0].get(f"{W}id") == number
                break
            inside += element.itertext(f"{W}t")
        else:
            raise AssertionError(f"range {number} has no end beside its beginning")
        found.append((comments[number], "".join(inside)))
    return found


def test_remarks_stand_at_their_paragraphs(word: WordFiles):
    body = word.center("Một") + word.p("Hai") + word.p("Ba") + PAGE
    path = whole(word, body)
    target = marked(
        path, Remark(1, "sai cỡ chữ"), Remark(None, "cả văn bản"), Remark(1, "dòng một\ndòng hai")
    )
    assert anchored(target) == [
        ("cả văn bản", "Một"),
        ("sai cỡ chữ", "Hai"),
        ("dòng một\ndòng hai", "Hai"),
    ]


def test_nothing_else_is_touched(word: WordFiles):
    path = whole(word, word.center("Một") + "<w:p/>" + '<w:p w:rsidR="1" />' + PAGE)
    target = marked(path, Remark(0, "a"), Remark(1, "b"), Remark(2, "c"))
    assert changed_parts(path, target) == NEW
    found, old = parts(target)["word/document.xml"], parts(path)["word/document.xml"]
    assert without_anchors(found) == without_anchors(old)


def test_comments_tell_who_and_when(word: WordFiles):
    target = marked(whole(word, word.p("Một")), Remark(0, "a"))
    comment = etree.fromstring(parts(target)["word/comments.xml"])[0]
    told = {etree.QName(key).localname: value for key, value in comment.attrib.items()}
    assert told == {
        "id": "0",
        "author": "motcua",
        "initials": "mc",
        "date": "2026-11-22T00:00:00Z",
    }


def test_the_same_remarks_give_the_same_bytes(word: WordFiles):
    path = whole(word, word.p("Một"))
    first = marked(path, Remark(0, "a")).read_bytes()
    assert marked(path, Remark(0, "a")).read_bytes() == first


def test_anchors_follow_the_properties_of_the_paragraph(word: WordFiles):
    target = marked(whole(word, word.center("Một")), Remark(0, "a"))
    paragraph = etree.fromstring(parts(target)["word/document.xml"]).find(f".//{W}p")
    names = [etree.QName(child).localname for child in paragraph]
    assert names == ["pPr", "commentRangeStart", "r", "commentRangeEnd", "r"]


BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
CHOICE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("around", "index", "seen"),
    [
        ("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>", 0, "Trong"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", 0, "Trong"),
        (f"<w:p>{BOX}<w:r><w:t>ngoài</w:t></w:r></w:p>", 1, "Trongngoài"),
        (f"<w:p>{CHOICE.format('{}', '<w:p/>')}</w:p><w:p/>", 1, "Trong"),
        (f"<w:p>{BOX.format(f'<w:p>{BOX}</w:p>')}</w:p>", 2, "Trong"),
        ("<w:ins w:id='5' w:author='x'>{}</w:ins>", 0, "Trong"),
    ],
    ids=["cell", "control", "text box", "drawn text box", "box in a box", "inserted"],
)
def test_paragraphs_are_found_wherever_they_stand(
    word: WordFiles, around: str, index: int, seen: str
):
    path = whole(word, around.format(word.p("Trong")) + word.p("sau"))
    target = marked(path, Remark(index, "a"))
    assert anchored(target) == [("a", seen)]
    document = etree.fromstring(parts(target)["word/document.xml"])
    assert not [*document.iterfind(f".//{W}txbxContent//{W}commentReference")]


@pytest.mark.parametrize(
    "content",
    [
        '<w:hyperlink r:id="x"><w:r><w:t>chữ</w:t></w:r></w:hyperlink>',
        "<w:ins w:id='0' w:author='x'><w:r><w:t>chữ</w:t></w:r></w:ins>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
        "<w:sdt><w:sdtContent><w:r><w:t>chữ</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="DATE"><w:r><w:t>chữ</w:t></w:r></w:fldSimple>',
    ],
)
def test_whatever_a_paragraph_holds_stands_in_the_range(word: WordFiles, content: str):
    target = marked(whole(word, f"<w:p>{content}</w:p>"), Remark(0, "a"))
    assert anchored(target) == [("a", "chữ")]


def commented(word: WordFiles) -> Path:
    old = (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>Một</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    path = whole(word, f'<w:p>{old}</w:p><w:p><w:commentRangeStart w:id="2"/></w:p>')
    made = {name: content.decode() for name, content in parts(path).items()}
    said = '<w:comment w:id="0" w:author="B"><w:p><w:r><w:t>cũ</w:t></w:r></w:p></w:comment>'
    made["word/comments.xml"] = f"<w:comments {NAMESPACES}>{said}</w:comments>\n"
    made["word/commentsExtended.xml"] = "<x/>"
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/comments" Target="/word/comments.xml"/>'
    rels = "word/_rels/document.xml.rels"
    made[rels] = made[rels].replace("</Relationships>", f"{relation}</Relationships>")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    typed = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace("</Types>", typed)
    return word.pack(made)


def test_comments_that_are_there_stay(word: WordFiles):
    path = commented(word)
    target = marked(path, Remark(0, "mới"), Remark(0, "nữa"))
    assert sorted(anchored(target)) == [("cũ", "Một"), ("mới", "Một"), ("nữa", "Một")]
    assert changed_parts(path, target) == {"word/document.xml", "word/comments.xml"}
    comments = parts(target)["word/comments.xml"]
    old = parts(path)["word/comments.xml"]
    assert comments.startswith(old.removesuffix(b"</w:comments>\n"))
    assert [item.get(f"{W}id") for item in etree.fromstring(comments)] == ["0", "1", "3"]


def test_a_copy_can_be_marked_again(word: WordFiles):
    first = marked(whole(word, word.p("Một")), Remark(0, "a"))
    second = first.with_name("again.docx")
    annotate(first, [Remark(0, "b")], second, DAY)
    assert sorted(anchored(second)) == [("a", "Một"), ("b", "Một")]
    assert structure_faults(second) == []
    assert parts(second)["word/comments.xml"].count(b"<w:comment ") == 2


def test_any_prefix_of_the_namespace_will_do(word: WordFiles):
    for prefix in ("", "ns0"):
        name = f"{prefix}:" if prefix else ""
        said = f"xmlns:{prefix}" if prefix else "xmlns"
        made = word.parts("")
        made["word/document.xml"] = (
            f'<{name}document {said}="{OOXML}/wordprocessingml/2006/main"><{name}body><{name}p>'
            f"<{name}r><{name}t>Một</{name}t></{name}r></{name}p></{name}body></{name}document>"
        )
        path = word.pack(made)
        assert anchored_in_any(path) == [("a", "Một")]


def anchored_in_any(path: Path) -> list[tuple[str, str]]:
    target = path.with_name("marked.docx")
    annotate(path, [Remark(0, "a")], target, DAY)
    return anchored(target)


def test_strict_files_stay_strict(word: WordFiles):
    made = {
        name: content.replace(
            f"{OOXML}/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
        ).replace(f"{OOXML}/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
        for name, content in word.parts(word.p("Một")).items()
    }
    target = word.folder / "marked.docx"
    annotate(word.pack(made), [Remark(0, "a")], target, DAY)
    found = parts(target)
    assert OOXML.encode() not in found["word/comments.xml"]
    assert etree.fromstring(found["word/comments.xml"])[0].tag == f"{STRICT_W}comment"
    kind = b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert kind in found["word/_rels/document.xml.rels"]
    assert read_document(target, "a").paragraphs[0].text == "Một"


def test_text_of_remarks_is_text(word: WordFiles):
    said = '  <w:p> & "x" ]]>\x00\x1b\ud800\u202e\r\nhai\x0bba'
    assert harmless(said) == ['  <w:p> & "x" ]]>\ufffd\ufffd\ufffd\ufffd', "hai", "ba"]
    target = marked(whole(word, word.p("Một")), Remark(0, said))
    assert anchored(target)[0][0].split("\n") == harmless(said)


def test_an_empty_remark_is_a_comment_all_the_same(word: WordFiles):
    target = marked(whole(word, word.p("Một")), Remark(0, ""))
    assert anchored(target) == [("", "Một")]


def test_without_remarks_the_copy_is_the_same(word: WordFiles):
    path = whole(word, word.p("Một"))
    assert changed_parts(path, marked(path)) == set()


def test_the_reader_sees_no_difference(word: WordFiles):
    path = whole(word, word.bold("Một") + word.p("Hai\tba\nbốn") + PAGE)
    target = marked(path, Remark(0, "a"), Remark(1, "b"))
    before, after = read_document(path, "a"), read_document(target, "a")
    assert [notice.code for notice in after.notices] == ["wrong_extension", "comments"]
    assert replace(after, sha256="", notices=()) == replace(before, sha256="", notices=())


def test_a_document_without_paragraphs_is_refused(word: WordFiles):
    path = whole(word, PAGE)
    with pytest.raises(NotWritten) as caught:
        annotate(path, [Remark(None, "a")], word.folder / "b.docx", DAY)
    assert caught.value.notice.code == "no_paragraph"


def test_a_paragraph_that_nobody_sees_is_a_fault_of_the_caller(word: WordFiles):
    path, target = whole(word, word.p("Một")), word.folder / "b.docx"
    with pytest.raises(ValueError, match="paragraph 1"):
        annotate(path, [Remark(1, "a")], target, DAY)
    assert not target.exists()


def test_signed_files_are_refused(word: WordFiles):
    path = word.pack({**word.parts(word.p("Một")), "_xmlsignatures/s.xml": "<s/>"})
    with pytest.raises(NotWritten) as caught:
        annotate(path, [Remark(0, "a")], word.folder / "b.docx", DAY)
    assert caught.value.notice.code == "signed"


def test_what_stands_there_already_is_not_said_again(word: WordFiles, tmp_path: Path):
    path = word.pack(word.parts(word.p("một") + word.p("hai")))
    first = tmp_path / "first.docx"
    assert annotate(path, [Remark(0, "sai\nsửa <&>\tđi"), Remark(1, "sai")], first, DAY) == 0
    second = tmp_path / "second.docx"
    again = [Remark(0, "sai\nsửa <&>\tđi"), Remark(1, "khác"), Remark(0, "sai"), Remark(1, "sai")]
    assert annotate(first, again, second, DAY) == 2
    said = [("sai", "một"), ("sai\nsửa <&>\tđi", "một"), ("khác", "hai"), ("sai", "hai")]
    assert anchored(second) == said
    third = tmp_path / "third.docx"
    assert annotate(second, again, third, DAY) == 4
    assert parts(third) == parts(second)


def test_the_same_words_of_another_author_do_not_count(word: WordFiles, tmp_path: Path):
    first, other = tmp_path / "first.docx", tmp_path / "other.docx"
    annotate(word.pack(word.parts(word.p("một"))), [Remark(0, "sai")], first, DAY)
    with zipfile.ZipFile(first) as file, zipfile.ZipFile(other, "w") as copy:
        for name in file.namelist():
            copy.writestr(name, file.read(name).replace(b'author="motcua"', b'author="Mai"'))
    assert annotate(other, [Remark(0, "sai")], tmp_path / "last.docx", DAY) == 0


def test_a_comment_of_ours_that_stands_in_no_paragraph_is_no_obstacle(
    word: WordFiles, tmp_path: Path
) -> None:
    first, astray = tmp_path / "first.docx", tmp_path / "astray.docx"
    annotate(word.pack(word.parts(word.p("một"))), [Remark(0, "sai")], first, DAY)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(astray, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                mark = re.search(rb"<w:r><w:commentReference[^>]*/></w:r>", content)
                assert mark
                content = content.replace(mark[0], b"").replace(b"</w:p>", b"</w:p>" + mark[0], 1)
            new.writestr(name, content)
    assert annotate(astray, [Remark(0, "sai")], tmp_path / "again.docx", DAY) == 0
