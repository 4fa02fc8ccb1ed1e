from __future__ import annotations

import pytest
from motcua.checker.documents.model import Document

from tests.documents.word_files import WordFiles


def texts(document: Document):
    return [paragraph.text for paragraph in document.paragraphs]


def test_everything_that_holds_text_is_entered(word: WordFiles):
    hidden = word.run("ẩn", "<w:vanish/>")
    body = (
        word.p(f"<w:hyperlink>{word.run('liên kết')}</w:hyperlink>")
        + word.p(f"<w:smartTag><w:smartTag>{word.run('thẻ')}</w:smartTag></w:smartTag>")
        + word.p(f"<w:sdt><w:sdtContent>{word.run('điều khiển')}</w:sdtContent></w:sdt>")
        + f"<w:sdt><w:sdtContent>{word.p('khối')}</w:sdtContent></w:sdt>"
        + word.p(f"<w:fldSimple>{word.run('trường')}</w:fldSimple>")
        + word.p(word.run("một\thai\nba") + hidden)
    )
    assert texts(word.read(body)) == [
        *("liên kết", "thẻ", "điều khiển", "khối", "trường", "một\thai\nba"),
    ]


def test_a_revised_text_is_read_as_accepted_and_said(word: WordFiles):
    gone = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{word.run('đi')}</w:moveFrom><w:moveTo>{word.run(' đến')}</w:moveTo>"
    document = word.read(word.p(f"{gone}<w:ins>{word.run('mới')}</w:ins>{moved}"))
    assert texts(document) == ["mới đến"]
    assert [notice.code for notice in document.notices] == ["tracked_changes"]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_of_a_field_the_result_is_read_and_not_the_code(word: WordFiles):
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>" + word.run("MÃ")
    inner = field("begin") + code + field("separate") + word.run("trong") + field("end")
    body = word.p(field("begin") + inner + field("separate") + word.run("kết quả") + field("end"))
    document = word.read(body + word.p("sau"))
    assert texts(document) == ["kết quả", "sau"]
    assert document.notices == ()


def test_a_field_that_never_ends_is_said(word: WordFiles):
    document = word.read(word.p(field("begin") + word.run("mất")))
    assert [notice.code for notice in document.notices] == ["open_field"]


def box(content: str) -> str:
    return f"<w:txbxContent>{content}</w:txbxContent>"


def test_a_text_box_is_read_once_and_counts_after_its_paragraph(word: WordFiles):
    drawn = f"<w:drawing><wps:txbx>{box(word.p('hộp'))}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box(word.p('hộp'))}</v:textbox></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = word.read(word.p(word.run("ngoài") + both) + word.p(f"<w:r>{old}</w:r>"))
    found = [(p.index, p.place, p.text) for p in document.paragraphs]
    assert found == [
        (0, "-", "ngoài"),
        (1, "textbox", "hộp"),
        (2, "-", ""),
        (3, "textbox", "hộp"),
    ]


def test_paragraphs_of_a_deleted_text_box_keep_their_numbers(word: WordFiles):
    gone = f"<w:del><w:r><w:pict>{box(word.p('a') + word.p('b'))}</w:pict></w:r></w:del>"
    document = word.read(word.p(gone) + word.p("sau"))
    assert [(p.index, p.text) for p in document.paragraphs] == [(0, ""), (3, "sau")]


def test_a_deleted_row_is_left_out_and_keeps_its_numbers(word: WordFiles):
    body = word.table([[word.p("cũ"), word.p("cũ")], [word.p("mới")]])
    gone = body.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    document = word.read(gone)
    assert [(p.index, p.place, p.text) for p in document.paragraphs] == [(2, "T0.r1.c0", "mới")]
    assert [notice.code for notice in document.notices] == ["tracked_changes"]


def test_places_in_nested_tables(word: WordFiles):
    inner = word.table([[word.p("trong")]])
    body = word.table([[word.p("a"), word.p("b") + inner + word.p()]]) + word.table(
        [[word.p("c")], [f"<w:sdt><w:sdtContent>{word.p('d')}</w:sdtContent></w:sdt>"]]
    )
    document = word.read(body)
    assert [p.place for p in document.paragraphs] == [
        *("T0.r0.c0", "T0.r0.c1", "T0.r0.c1.T0.r0.c0", "T0.r0.c1", "T1.r0.c0", "T1.r1.c0"),
    ]


def test_indexes_are_the_order_of_paragraphs_below_the_body(word: WordFiles):
    body = word.p("a") + word.table([[word.p("b"), word.p("c")]]) + word.p("d")
    assert [p.index for p in word.read(body).paragraphs] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("code", "text"), [("F0A7", "\uf0a7"), ("00B7", "·"), ("D800", "\ufffd"), ("x", "\ufffd")]
)
def test_a_symbol_is_a_character_or_says_that_it_is_none(word: WordFiles, code: str, text: str):
    body = word.p(f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>')
    assert texts(word.read(body)) == [text]


def test_sections_in_order_with_the_gutter_in_the_margin(word: WordFiles):
    first = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-1134" w:bottom="1134" '
        'w:left="1701" w:right="851" w:gutter="284"/>'
        '<w:sectPrChange><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    document = word.read(
        word.p("a", first) + '<w:sectPr><w:pgSz w:w="11.69in" w:h="210mm"/></w:sectPr>'
    )
    one, two = document.sections
    assert (one.page_width_mm, one.page_height_mm) == (210.01, 297.0)
    assert (one.margin_top_mm, one.margin_bottom_mm) == (20.0, 20.0)
    assert (one.margin_left_mm, one.margin_right_mm) == (35.01, 15.01)
    assert (two.page_width_mm, two.page_height_mm, two.margin_left_mm) == (296.93, 210.0, None)


def test_second_properties_of_a_run_add_to_the_first(word: WordFiles):
    first, second = '<w:b/><w:sz w:val="40"/>', '<w:i/><w:sz w:val="60"/>'
    run = f"<w:r><w:rPr>{first}</w:rPr><w:t>một</w:t><w:rPr>{second}</w:rPr><w:t>hai</w:t></w:r>"
    runs = word.read(word.p(run)).paragraphs[0].runs
    assert [(r.text, r.format.size_pt, r.format.bold, r.format.italic) for r in runs] == [
        ("một", 20.0, True, False),
        ("hai", 30.0, True, True),
    ]
