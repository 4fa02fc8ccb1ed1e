from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from motcua.checker.documents.model import LineSpacing, ParagraphFormat
from motcua.checker.documents.reader import read_document
from motcua.checker.repair.model import Change, ParagraphPlace, Repair, WholeDocument

from tests.documents.word_files import OOXML, WordFiles
from tests.editing.copies import STRICT_W, W, parts, whole
from tests.repair.repairing import repaired

ALL = WholeDocument()
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def formats(path: Path) -> list[ParagraphFormat]:
    return [paragraph.format for paragraph in read_document(path, "a.docx").paragraphs]


@pytest.mark.parametrize("wanted", ["left", "center", "right", "justify"])
@pytest.mark.parametrize("old", ["", '<w:jc w:val="end"/>', '<w:jc w:val="center"/>'])
def test_alignment(word: WordFiles, wanted: str, old: str):
    path = whole(word, word.p("Một", old))
    target, report = repaired(path, Repair(ALL, "align", to=wanted))
    if report.changes:
        assert [look.align for look in formats(target)] == [wanted]
    else:
        assert [look.align for look in formats(path)] == [wanted]


def test_a_style_is_overruled_where_it_is_wrong_only(word: WordFiles):
    styles = word.style("P", '<w:pPr><w:jc w:val="center"/><w:ind w:firstLine="700"/></w:pPr>')
    body = word.p("Một", '<w:pStyle w:val="P"/>') + word.p("Hai", '<w:ind w:firstLine="600"/>')
    path = whole(word, body, styles)
    target, report = repaired(path, Repair(ALL, "first_line_indent_mm", least=10, greatest=12))
    assert report.changes == (Change(ParagraphPlace(0), "first_line_indent_mm", 12.35, 11.99),)
    content = parts(target)["word/document.xml"]
    wanted = b'<w:pStyle w:val="P"/><w:ind w:firstLine="680" w:firstLineChars="0"/></w:pPr>'
    assert wanted in content
    assert [look.align for look in formats(target)] == ["center", "left"]


@pytest.mark.parametrize(
    ("old", "wanted"),
    [
        ('<w:ind w:hanging="300" w:hangingChars="100" w:left="300"/>', 12.7),
        ('<w:ind w:firstLine="300" w:right="9"/>', -5.0),
        ('<w:ind w:firstLineChars="200"/>', 0.0),
        ("", 10),
    ],
)
def test_indents_of_the_first_line(word: WordFiles, old: str, wanted: float):
    path = whole(word, word.p("Một", old))
    target, _ = repaired(path, Repair(ALL, "first_line_indent_mm", to=wanted))
    (look,), (before,) = formats(target), formats(path)
    assert look.first_line_indent_mm == pytest.approx(wanted, abs=0.01)
    assert (look.left_indent_mm, look.right_indent_mm) == (
        before.left_indent_mm,
        before.right_indent_mm,
    )


@pytest.mark.parametrize(
    "old",
    [
        "",
        '<w:spacing w:before="20" w:after="40" w:line="360" w:lineRule="auto"/>',
        '<w:spacing w:beforeAutospacing="1" w:afterLines="50" w:after="400"/>',
    ],
)
def test_spaces(word: WordFiles, old: str):
    path = whole(word, word.p("Một", old))
    target, report = repaired(
        path,
        Repair(ALL, "space_before_pt", to=6),
        Repair(ALL, "space_after_pt", to=3.5),
        Repair(ALL, "line_spacing", least=1.15, greatest=1.25),
    )
    (look,) = formats(target)
    assert (look.space_before_pt, look.space_after_pt) == (6, 3.5)
    assert look.line_spacing is not None and 1.15 <= look.line_spacing.value <= 1.25
    assert len(report.changes) == 3


def test_nothing_but_the_wrong_one_moves(word: WordFiles):
    path = whole(word, word.p("Một", '<w:spacing w:before="120" w:line="276" w:lineRule="auto"/>'))
    target, report = repaired(
        path, Repair(ALL, "space_before_pt", least=6), Repair(ALL, "line_spacing", to=1)
    )
    assert [change.name for change in report.changes] == ["line_spacing"]
    assert (
        b'<w:spacing w:before="120" w:line="240" w:lineRule="auto"/>'
        in (parts(target)["word/document.xml"])
    )


def test_lines_in_points_are_left_unless_a_value_is_asked_for(word: WordFiles):
    path = whole(word, word.p("Một", '<w:spacing w:line="360" w:lineRule="exact"/>'))
    _, report = repaired(path, Repair(ALL, "line_spacing", least=1, greatest=1.5))
    assert [item.code for item in report.left] == ["points"]
    target, _ = repaired(path, Repair(ALL, "line_spacing", to=1.5))
    assert formats(target)[0].line_spacing == LineSpacing("multiple", 1.5)


@pytest.mark.parametrize(
    ("old", "repair", "code"),
    [
        ('<w:spacing w:beforeLines="50"/>', Repair(ALL, "space_before_pt", least=6), "unknown"),
        ("<w:contextualSpacing/>", Repair(ALL, "space_before_pt", least=6), "contextual"),
        (LISTED, Repair(ALL, "first_line_indent_mm", to=10), "listed"),
    ],
)
def test_what_has_no_single_answer_is_left(word: WordFiles, old: str, repair: Repair, code: str):
    _, report = repaired(whole(word, word.p("Một", old)), repair)
    assert report.changes == ()
    assert [item.code for item in report.left] == [code]


def test_a_paragraph_of_a_listed_style_is_left_and_one_taken_out_is_not(word: WordFiles):
    styles = word.style("L", f"<w:pPr>{LISTED}</w:pPr>")
    out = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    path = whole(word, word.p("Một", '<w:pStyle w:val="L"/>') + word.p("Hai", out), styles)
    _, report = repaired(path, Repair(ALL, "first_line_indent_mm", to=10))
    assert [item.where for item in report.left] == [ParagraphPlace(0)]
    assert [item.where for item in report.changes] == [ParagraphPlace(1)]


def test_properties_stand_where_the_schema_wants_them(word: WordFiles):
    old = (
        '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs><w:outlineLvl w:val="1"/>'
        "<w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange w:id='1' w:author='x'><w:pPr/></w:pPrChange>"
    )
    path = whole(word, word.p("Một", old))
    target, _ = repaired(
        path,
        Repair(ALL, "align", to="justify"),
        Repair(ALL, "space_before_pt", to=6),
        Repair(ALL, "first_line_indent_mm", to=10),
    )
    found = etree.fromstring(parts(target)["word/document.xml"]).find(f".//{W}pPr")
    assert [etree.QName(child).localname for child in found] == [
        *("keepNext", "tabs", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange")
    ]


@pytest.mark.parametrize("empty", ["<w:p/>", "<w:p></w:p>", '<w:p w:rsidR="1"><w:pPr/></w:p>'])
def test_empty_paragraphs_too(word: WordFiles, empty: str):
    path = whole(word, empty)
    target, _ = repaired(path, Repair(ALL, "align", to="center"))
    assert [look.align for look in formats(target)] == ["center"]


def test_strict_files_say_it_strictly(word: WordFiles):
    made = {
        name: content.replace(
            f"{OOXML}/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
        )
        for name, content in word.parts(word.p("Một")).items()
    }
    target, _ = repaired(
        word.pack(made), Repair(ALL, "align", to="right"), Repair(ALL, "size_pt", to=14)
    )
    root = etree.fromstring(parts(target)["word/document.xml"])
    assert root.find(f".//{STRICT_W}jc").get(f"{STRICT_W}val") == "end"
    assert formats(target)[0].align == "right"
