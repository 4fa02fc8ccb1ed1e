from __future__ import annotations

from pathlib import Path

import pytest
from motcua.checker.documents.reader import read_document
from motcua.checker.repair.model import Change, Repair, RepairReport, SectionPlace, WholeDocument
from motcua.checker.repair.repair import repair

from tests.documents.word_files import NAMESPACES, OFFICE, WordFiles
from tests.editing.copies import PAGE, WORD, changed_parts, parts, structure_faults, whole

NUMBER = Repair(WholeDocument(), "page_number", to=True)
NEW = {
    *("[Content_Types].xml", "word/_rels/document.xml.rels"),
    *("word/document.xml", "word/header.xml"),
}
RIGHT = '<w:sz w:val="26"/>'


def field(properties: str = "", run: str = RIGHT, before: str = "", code: str = "PAGE") -> str:
    def part(content: str) -> str:
        return f"<w:r><w:rPr>{run}</w:rPr>{content}</w:r>"

    marks = [part(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    text = part("<w:t>2</w:t>")
    code = part(f"<w:instrText> {code} \\* MERGEFORMAT </w:instrText>")
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{before}{marks[0]}{code}{marks[1]}{text}{marks[2]}</w:p>"
    )


CENTRED = '<w:jc w:val="center"/>'


def document(word: WordFiles, more: str = "", body: str = "", **margins: str) -> Path:
    """A document whose section refers to headers and footers: ``header_default="<w:p/>"``."""
    references, files = "", {}
    relations, types = "", ""
    for name, content in margins.items():
        kind, pages = name.split("_")
        references += f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>'
        root = "hdr" if kind == "header" else "ftr"
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
    page = PAGE.replace("<w:sectPr>", f"<w:sectPr>{references}").replace(
        "</w:sectPr>", f"{more}</w:sectPr>"
    )
    path = whole(word, (body or word.p("Một")) + page)
    made = {name: content.decode() for name, content in parts(path).items()}
    rels = "word/_rels/document.xml.rels"
    made[rels] = made[rels].replace("</Relationships>", f"{relations}</Relationships>")
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        "</Types>", f"{types}</Types>"
    )
    return word.pack({**made, **files})


def numbered(path: Path) -> tuple[Path, RepairReport]:
    target = path.with_name("repaired.docx")
    report = repair(path, [NUMBER], target)
    if report.changes:
        assert report.changes == (Change(SectionPlace(1), "page_number", False, True),)
        assert report.left == () and structure_faults(target) == []
        section = read_document(target, "a.docx").sections[0]
        ((number,),) = [text.numbers for text in section.headers if text.pages == "default"]
        assert (number.align, number.italic) == ("center", False)
        assert number.size_pt is not None and 13 <= number.size_pt <= 14
        assert not section.number_on_first_page
        assert repair(target, [NUMBER], path.with_name("again.docx")) == RepairReport((), ())
    else:
        assert not target.exists()
    return target, report


def test_a_number_is_added(word: WordFiles):
    path = document(word)
    target, report = numbered(path)
    assert report.changes and changed_parts(path, target) == NEW
    assert read_document(target, "a").paragraphs == read_document(path, "a").paragraphs


@pytest.mark.parametrize(
    "margins",
    [
        {"header_default": "<w:p/>"},
        {
            "header_default": "<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>",
            "footer_default": "<w:p/>",
        },
        {"header_first": "<w:p/>", "footer_first": "<w:p/>"},
    ],
)
def test_empty_headers_are_no_hindrance(word: WordFiles, margins: dict[str, str]):
    target, report = numbered(document(word, **margins))
    assert report.changes
    assert parts(target)["word/document.xml"].count(b'headerReference w:type="default"') == 1


@pytest.mark.parametrize(
    ("properties", "run"),
    [
        ("", RIGHT),
        (CENTRED, ""),
        (CENTRED, RIGHT + "<w:i/>"),
        ('<w:framePr w:wrap="around" w:xAlign="center"/>', '<w:sz w:val="40"/>'),
    ],
)
def test_a_number_of_another_look_is_put_right(word: WordFiles, properties: str, run: str):
    path = document(word, "<w:titlePg/>", header_default=field(properties, run))
    target, report = numbered(path)
    assert report.changes
    assert changed_parts(path, target) == {"word/header_default.xml"}


def test_a_number_is_taken_off_the_first_page(word: WordFiles):
    path = document(word, header_default=field(CENTRED))
    target, report = numbered(path)
    assert report.changes and changed_parts(path, target) == {"word/document.xml"}
    assert parts(target)["word/document.xml"].endswith(
        b"<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def test_a_number_that_is_right_stays(word: WordFiles):
    path = document(word, "<w:titlePg/>", header_default=field(CENTRED))
    assert numbered(path)[1] == RepairReport((), ())


@pytest.mark.parametrize(
    ("margins", "code"),
    [
        ({"footer_default": field(CENTRED)}, "number_in_footer"),
        ({"header_default": "<w:p><w:r><w:t>UBND</w:t></w:r></w:p>"}, "header_in_use"),
        ({"header_default": "<w:p><w:r><w:drawing/></w:r></w:p>"}, "header_in_use"),
        ({"footer_default": "<w:p><w:r><w:t>Nơi nhận</w:t></w:r></w:p>"}, "first_page_in_use"),
        ({"footer_default": "<w:p><w:r><w:pict/></w:r></w:p>"}, "first_page_in_use"),
        ({"header_first": "<w:p><w:r><w:t>UBND</w:t></w:r></w:p>"}, "first_page_in_use"),
        (
            {"header_default": field() + "<w:p><w:r><w:t>UBND</w:t></w:r></w:p>"},
            "first_page_in_use",
        ),
        (
            {"header_default": field(before="<w:r><w:t>Trang </w:t></w:r>")},
            "number_placed_otherwise",
        ),
        ({"header_default": field("<w:framePr/>")}, "number_placed_otherwise"),
        (
            {"header_default": WordFiles(Path()).table([[field()]])},
            "number_placed_otherwise",
        ),
    ],
)
def test_what_shows_something_else_is_left(word: WordFiles, margins: dict[str, str], code: str):
    path = document(word, **margins)
    _, report = numbered(path)
    assert ([item.code for item in report.left], report.changes) == ([code], ())


def test_a_later_section_goes_on_counting(word: WordFiles):
    body = word.p("Một", PAGE) + word.p("Hai")
    path = document(word, body=body)
    target, report = numbered(path)
    assert report.changes
    first, second = read_document(target, "a").sections
    assert not first.number_on_first_page and second.number_on_first_page


def test_a_section_without_anything_gets_its_header(word: WordFiles):
    target, report = numbered(whole(word, word.p("Một") + "<w:sectPr/>"))
    assert report.changes and b"<w:titlePg/></w:sectPr>" in parts(target)["word/document.xml"]


def test_a_document_without_section_is_told(word: WordFiles):
    _, report = numbered(whole(word, word.p("Một")))
    assert [item.code for item in report.left] == ["no_such_place"]


def test_other_repairs_leave_headers_alone(word: WordFiles):
    path = document(word, header_default=field("", '<w:sz w:val="20"/>'))
    target = word.folder / "repaired.docx"
    repair(path, [Repair(WholeDocument(), "size_pt", to=14)], target)
    assert changed_parts(path, target) == {"word/document.xml"}
