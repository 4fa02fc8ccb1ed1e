from __future__ import annotations

import io
import json

import pytest
from motcua.checker.documents.components import ROLES
from motcua.checker.report.inspection import inspection_json
from motcua.checker.report.inspection_page import inspection_page
from motcua.checker.report.roles import ROLE_NAMES
from rich.console import Console

from tests.documents.word_files import WordFiles


def test_json_is_that_of_the_contract(word: WordFiles):
    spacing = '<w:spacing w:before="120" w:line="360"/><w:ind w:firstLine="567"/>'
    look = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="27"/><w:u w:val="single"/>'
    look += '<w:vertAlign w:val="superscript"/><w:color w:val="FF0000"/>'
    body = word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + word.p("Chữ", spacing, look)
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134"/></w:sectPr>'
    document = word.read(body + section)
    found = json.loads(json.dumps(inspection_json(document)))
    assert list(found) == [
        *("schema", "file", "sha256", "doc_type", "regime"),
        *("sections", "paragraphs", "components", "further_annexes", "footnotes", "lines"),
        "notices",
    ]
    assert (found["schema"], found["file"], len(found["sha256"])) == (
        *("motcua/document/1", "a.docx", 64),
    )
    assert found["sections"] == [
        {
            "page_width_mm": 210.01,
            "page_height_mm": 297.0,
            "margin_top_mm": 20.0,
            "margin_bottom_mm": None,
            "margin_left_mm": None,
            "margin_right_mm": None,
            "first_page_differs": False,
            "first_number": None,
            "number_format": "decimal",
            "number_on_first_page": False,
            "headers": [],
            "footers": [],
        }
    ]
    assert found["paragraphs"][1] == {
        "index": 1,
        "place": "-",
        "text": "Chữ",
        "align": "left",
        "first_line_indent_mm": 10.0,
        "left_indent_mm": 0.0,
        "space_before_pt": 6.0,
        "space_after_pt": 0.0,
        "line_spacing": {"rule": "multiple", "value": 1.5},
        "right_indent_mm": 0.0,
        "runs": [
            {
                "text": "Chữ",
                "font": "Arial",
                "size_pt": 13.5,
                "bold": False,
                "italic": False,
                "underline": True,
                "caps": False,
                "vertical": "superscript",
                "hidden": False,
                "color": "FF0000",
                "small_caps": False,
                "scale_percent": 100.0,
                "spacing_pt": 0.0,
            }
        ],
    }
    assert found["lines"] == [{"paragraph": 1, "kind": "underline", "length_mm": None}]
    assert found["components"] == [
        {
            "role": "national_name",
            "paragraphs": [0],
            "text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        }
    ]


@pytest.mark.parametrize(("lang", "words"), [("vi", "Quốc hiệu"), ("en", "National name")])
def test_the_page_for_people_names_components_and_looks(word: WordFiles, lang: str, words: str):
    body = word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM [b]")
    page = io.StringIO()
    document = word.read(body + word.p('<w:r><w:commentReference w:id="1"/></w:r>'))
    Console(file=page, width=160).print(inspection_page(document, lang))
    text = page.getvalue()
    assert words in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM [b]" in text
    assert "Times New Roman, 10" in text
    assert document.notices[0].text.of(lang) in text


def test_every_role_has_a_name_for_people():
    assert set(ROLE_NAMES) == set(ROLES)


def test_two_roles_of_one_paragraph_and_two_sides_are_drawn(word):
    one = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>Độc lập - Tự do - Hạnh phúc"
    document = word.read(word.p(f"<w:r><w:t>{one}</w:t></w:r>"))
    assert {c.paragraphs for c in document.components} == {(0,)}
    page = io.StringIO()
    Console(file=page, width=160).print(inspection_page(document, "vi"))
    assert page.getvalue().index("Quốc hiệu:") < page.getvalue().index("Tiêu ngữ:")
