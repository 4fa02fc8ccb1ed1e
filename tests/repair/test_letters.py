from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from motcua.checker.documents.model import RunFormat
from motcua.checker.documents.reader import read_document
from motcua.checker.repair.model import Change, ParagraphPlace, Repair, WholeDocument

from tests.documents.word_files import WordFiles
from tests.editing.copies import W, parts, whole
from tests.repair.repairing import repaired

ALL = WholeDocument()
SIZE = Repair(ALL, "size_pt", least=13, greatest=14)


def looks(path: Path) -> list[tuple[str, RunFormat]]:
    return [
        (run.text, run.format)
        for paragraph in read_document(path, "a.docx").paragraphs
        for run in paragraph.runs
    ]


def first_run(path: Path) -> bytes:
    content = parts(path)["word/document.xml"]
    return content[content.index(b"<w:r>") : content.index(b"</w:r>") + 6]


def test_a_size_below_moves_up_and_one_above_down(word: WordFiles):
    sizes = {"20": 13.0, "26": 13.0, "27": 13.5, "28": 14.0, "40": 14.0}
    body = "".join(word.p(f"cỡ {size}", "", f'<w:sz w:val="{size}"/>') for size in sizes)
    path = whole(word, body)
    target, report = repaired(path, SIZE)
    assert [look.size_pt for _, look in looks(target)] == list(sizes.values())
    assert report.changes == (
        Change(ParagraphPlace(0, 0, 5), "size_pt", 10.0, 13.0),
        Change(ParagraphPlace(4, 0, 5), "size_pt", 20.0, 14.0),
    )
    assert report.changes[0].text.vi == "đoạn 0, ký tự 1–5: cỡ chữ (pt) 10 → 13"


def test_what_is_right_stays_to_the_byte(word: WordFiles):
    right = word.p("đúng", "", '<w:sz w:val="28"/><w:b/>')
    path = whole(word, right + word.p("sai"))
    target, _ = repaired(path, SIZE)
    content = parts(target)["word/document.xml"]
    assert right.encode() in content
    wrong = '<w:sz w:val="26"/><w:szCs w:val="26"/>'
    assert content.replace(wrong.encode(), b"") == parts(path)["word/document.xml"]


def test_only_the_span_is_touched(word: WordFiles):
    path = whole(word, word.p("  một hai & ba  ", "", "<w:i/>"))
    target, report = repaired(path, Repair(ParagraphPlace(0, 6, 9), "bold", to=True))
    assert [(text, look.bold, look.italic) for text, look in looks(target)] == [
        ("  một ", False, True),
        ("hai", True, True),
        (" & ba  ", False, True),
    ]
    assert report.changes == (Change(ParagraphPlace(0, 6, 9), "bold", False, True),)


def test_a_run_is_split_between_whatever_it_holds(word: WordFiles):
    run = (
        '<w:r w:rsidR="0A"><w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/><w:t>ab</w:t><w:tab/>'
        '<w:t xml:space="preserve"> c</w:t><w:br w:type="page"/><w:footnoteReference w:id="1"/>'
        "<w:noBreakHyphen/><w:sym w:font='Symbol' w:char='F0B7'/><w:t>d</w:t></w:r>"
    )
    path = whole(word, f"<w:p>{run}</w:p>")
    text = read_document(path, "a.docx").paragraphs[0].text
    for cut in range(1, len(text)):
        target, _ = repaired(path, Repair(ParagraphPlace(0, 0, cut), "size_pt", to=14))
        root = etree.fromstring(parts(target)["word/document.xml"])
        names = [
            e.tag for e in root.iter() if e.getparent() is not None and e.getparent().tag == f"{W}r"
        ]
        names = [etree.QName(name).localname for name in names if name != f"{W}rPr"]
        kept = [name for at, name in enumerate(names) if name != "t" or names[at - 1] != "t"]
        assert kept == [
            *("lastRenderedPageBreak", "t", "tab", "t", "br", "footnoteReference"),
            *("noBreakHyphen", "sym", "t"),
        ]
        assert [r.get(f"{W}rsidR") for r in root.iter(f"{W}r")] == ["0A", "0A"]
        shown = looks(target)
        assert "".join(t for t, look in shown if look.size_pt == 14) == text[:cut]
        assert all(look.italic for _, look in shown)


@pytest.mark.parametrize("name", ["bold", "italic"])
@pytest.mark.parametrize("wanted", [True, False])
def test_toggles_of_styles_are_overruled(word: WordFiles, name: str, wanted: bool):
    mark = f"<w:{name[0]}/>"
    styles = word.style("P", f"<w:rPr>{mark}</w:rPr>") + word.style(
        "C", f"<w:rPr>{mark}</w:rPr>", "character"
    )
    body = word.p("thường", '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>')
    body += word.p("kiểu", '<w:pStyle w:val="P"/>')
    path = whole(word, body, styles)
    assert [getattr(look, name) for _, look in looks(path)] == [False, True]
    target, report = repaired(path, Repair(ALL, name, to=wanted))
    assert [getattr(look, name) for _, look in looks(target)] == [wanted, wanted]
    assert len(report.changes) == 1


def test_properties_stand_where_the_schema_wants_them(word: WordFiles):
    old = (
        '<w:rStyle w:val="x"/><w:caps/><w:kern w:val="2"/><w:lang w:val="vi-VN"/>'
        '<w14:glow xmlns:w14="urn:x"/><w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>'
    )
    path = whole(word, word.p("chữ", "", old))
    asked = {"size_pt": 14, "bold": True, "italic": True, "underline": True, "color": "FF0000"}
    target, _ = repaired(
        path, Repair(ALL, "font", to="Arial"), *(Repair(ALL, n, to=v) for n, v in asked.items())
    )
    found = etree.fromstring(parts(target)["word/document.xml"]).find(f".//{W}rPr")
    assert [etree.QName(child).localname for child in found] == [
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "kern", "sz", "szCs", "u"),
        *("lang", "glow", "rPrChange"),
    ]
    ((_, look),) = looks(target)
    assert {name: getattr(look, name) for name in asked} == asked and look.font == "Arial"


def test_properties_that_are_there_are_replaced(word: WordFiles):
    old = '<w:b w:val="0"/><w:sz w:val="20"/><w:szCs w:val="22"/><w:u w:val="wave" w:color="F00"/>'
    path = whole(word, word.p("chữ", "", old))
    target, _ = repaired(
        path, SIZE, Repair(ALL, "underline", to=False), Repair(ALL, "bold", to=True)
    )
    assert first_run(target) == (
        b'<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/><w:u w:val="none"/>'
        b'</w:rPr><w:t xml:space="preserve">ch\xe1\xbb\xaf</w:t></w:r>'
    )


def test_runs_of_complex_script_are_put_right(word: WordFiles):
    path = whole(word, word.p("chữ", "", "<w:cs/>"))
    target, _ = repaired(path, SIZE, Repair(ALL, "bold", to=True))
    ((_, look),) = looks(target)
    assert (look.size_pt, look.bold) == (13, True)


@pytest.mark.parametrize(
    "old",
    [
        "",
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:hint="default"/>',
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsia="SimSun"/>',
        '<w:rFonts w:ascii="Times New Roman"/>',
    ],
)
def test_fonts_are_named_for_all_letters(word: WordFiles, old: str):
    styles = word.style(
        "N", '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Arial"/></w:rPr>', default=True
    )
    path = whole(word, word.p("chữ và abc", "", old), styles)
    target, _ = repaired(path, Repair(ALL, "font", to="Times New Roman"))
    assert {look.font for _, look in looks(target)} == {"Times New Roman"}
    fonts = etree.fromstring(parts(target)["word/document.xml"]).find(f".//{W}rFonts")
    assert not [key for key in fonts.attrib if "Theme" in key]
    assert ("SimSun" in fonts.attrib.values()) == ("SimSun" in old)


def test_a_font_in_other_capitals_is_the_same(word: WordFiles):
    path = whole(
        word, word.p("chữ", "", '<w:rFonts w:ascii="times new roman" w:hAnsi="Times New Roman"/>')
    )
    assert repaired(path, Repair(ALL, "font", to="Times New Roman"))[1].changes == ()


def test_east_asian_letters_get_the_font_too(word: WordFiles):
    path = whole(word, word.p("chữ 漢字", "", '<w:rFonts w:eastAsia="SimSun"/>'))
    target, _ = repaired(path, Repair(ALL, "font", to="Arial"))
    assert {look.font for _, look in looks(target)} == {"Arial"}


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (
            '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Céng</w:t>',
            "old_encoding",
        ),
        (
            '<w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>Coäng</w:t>',
            "old_encoding",
        ),
        (
            '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>a</w:t>',
            "symbol",
        ),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "symbol"),
        (
            '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>a</w:t>'
            "<w:rPr><w:b/></w:rPr><w:t>b</w:t>",
            "irregular",
        ),
    ],
)
def test_what_would_become_another_letter_is_left(word: WordFiles, run: str, code: str):
    path = whole(word, f"<w:p><w:r>{run}</w:r></w:p>")
    _, report = repaired(path, Repair(ALL, "font", to="Times New Roman"))
    assert (report.changes, [item.code for item in report.left]) == ((), [code])


def test_text_of_old_encodings_can_have_another_size(word: WordFiles):
    font = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    path = whole(word, word.p("Coäng hoøa", "", font))
    target, _ = repaired(path, SIZE)
    assert read_document(target, "a").paragraphs[0].text == "Cộng hòa"
    _, report = repaired(path, Repair(ParagraphPlace(0, 0, 4), "size_pt", to=14))
    assert [item.code for item in report.left] == ["old_encoding"]


def test_white_space_that_does_not_count_is_not_split(word: WordFiles):
    path = whole(word, "<w:p><w:r><w:t>  một hai </w:t></w:r></w:p>")
    _, report = repaired(path, Repair(ParagraphPlace(0, 0, 3), "bold", to=True))
    assert [item.code for item in report.left] == ["irregular"]
    target, _ = repaired(path, Repair(ParagraphPlace(0), "bold", to=True))
    assert b"<w:t>  m\xe1\xbb\x99t hai </w:t>" in parts(target)["word/document.xml"]


def test_deleted_and_hidden_text_and_field_codes_are_left_alone(word: WordFiles):
    kept = (
        '<w:del w:id="1" w:author="x"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    path = whole(
        word, f'<w:p>{kept}{word.run("ngày")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    target, report = repaired(path, SIZE)
    assert kept.encode() in parts(target)["word/document.xml"]
    assert report.changes == (Change(ParagraphPlace(0, 0, 4), "size_pt", 10.0, 13.0),)


def test_spans_count_what_is_seen(word: WordFiles):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    path = whole(word, f"<w:p>{word.run('một ')}{hidden}{word.run('hai')}</w:p>")
    target, _ = repaired(path, Repair(ParagraphPlace(0, 4, 7), "bold", to=True))
    assert [text for text, look in looks(target) if look.bold] == ["hai"]


@pytest.mark.parametrize(
    "around",
    [
        "<w:p><w:hyperlink>{}</w:hyperlink></w:p>",
        "<w:p><w:ins w:id='1' w:author='x'>{}</w:ins></w:p>",
        "<w:p><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        "<w:p><w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r></w:p>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl><w:p/>",
    ],
)
def test_text_is_put_right_wherever_it_stands(word: WordFiles, around: str):
    path = whole(word, around.format(word.run("một hai")))
    index = next(p.index for p in read_document(path, "a").paragraphs if p.text)
    target, _ = repaired(path, Repair(ParagraphPlace(index, 4, 7), "size_pt", to=14))
    assert [(text, look.size_pt) for text, look in looks(target)] == [("một ", 10), ("hai", 14)]


def test_repairs_follow_each_other(word: WordFiles):
    path = whole(word, word.p("một hai ba"))
    target, report = repaired(
        path,
        Repair(ParagraphPlace(0, 0, 7), "size_pt", to=14),
        Repair(ParagraphPlace(0, 4, 10), "bold", to=True),
        Repair(ALL, "size_pt", least=13, greatest=14),
    )
    assert [(text, look.size_pt, look.bold) for text, look in looks(target)] == [
        ("một ", 14, False),
        ("hai", 14, True),
        (" ba", 13, True),
    ]
    assert len(report.changes) == 3


def test_black_and_automatic_look_alike(word: WordFiles):
    path = whole(
        word,
        word.p("một", "", '<w:color w:val="auto"/>')
        + word.p("hai", "", '<w:color w:val="C00000" w:themeColor="accent1"/>'),
    )
    target, report = repaired(path, Repair(ALL, "color", to="000000"))
    assert [look.color for _, look in looks(target)] == ["auto", "000000"]
    assert b"themeColor" not in parts(target)["word/document.xml"]
    assert len(report.changes) == 1


def test_labels_of_lists_are_told(word: WordFiles):
    path = whole(word, word.p("một", '<w:numPr><w:numId w:val="1"/></w:numPr>'))
    _, report = repaired(path, SIZE)
    assert [(item.where, item.code) for item in report.left] == [(ParagraphPlace(0), "label")]


def test_a_place_that_is_not_there_is_told(word: WordFiles):
    path = whole(word, word.p("một"))
    _, report = repaired(path, Repair(ParagraphPlace(7), "size_pt", to=14))
    assert [item.code for item in report.left] == ["no_such_place"]


def test_sizes_are_halves_of_a_point_within_the_bounds(word: WordFiles):
    path = whole(word, word.p("nhỏ") + word.p("to", "", '<w:sz w:val="60"/>'))
    target, _ = repaired(path, Repair(ALL, "size_pt", least=12.8, greatest=14.2))
    assert [look.size_pt for _, look in looks(target)] == [13.0, 14.0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "size"},
        {"name": "size_pt"},
        {"name": "size_pt", "to": "to"},
        {"name": "size_pt", "to": True},
        {"name": "size_pt", "to": 13, "least": 13},
        {"name": "bold", "to": 1},
        {"name": "bold", "least": 1},
        {"name": "align", "to": "middle"},
        {"name": "font", "to": " "},
        {"name": "page_number", "to": False},
    ],
)
def test_repairs_that_mean_nothing_cannot_be_made(wrong: dict[str, object]):
    with pytest.raises(ValueError):
        Repair(ALL, **wrong)


def test_nothing_else_of_the_look_changes(word: WordFiles):
    old = '<w:b/><w:strike/><w:color w:val="C00000"/><w:vertAlign w:val="superscript"/>'
    path = whole(word, word.p("chữ", "", old))
    target, _ = repaired(path, SIZE)
    ((_, before),), ((_, after),) = looks(path), looks(target)
    assert after == replace(before, size_pt=13.0)
