from __future__ import annotations

import io

import pytest
from motcua.checker.documents.lines import document_lines
from motcua.checker.documents.model import Document, PageNumber, Section
from motcua.checker.documents.reader import read_document
from motcua.checker.report.inspection_page import inspection_page
from rich.console import Console

from tests.documents.word_files import NAMESPACES, OFFICE, OOXML, WordFiles

PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr>'
    '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CENTRE = '<w:jc w:val="center"/>'


def reference(kind: str, pages: str, name: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>'


def read(
    word: WordFiles, body: str, texts: dict[str, str], settings: str = "", styles: str = ""
) -> Document:
    """A document with header, footer and note parts by name: ``header1`` is of kind header."""
    parts = word.parts(body, styles)
    related = ""
    for name, content in {**texts, "settings": settings}.items():
        kind = name.rstrip("0123456789")
        tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        related += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        parts[f"word/{name}.xml"] = f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", f"{related}</Relationships>")
    path = word.pack(parts)
    return read_document(path, path.name)


def section(word: WordFiles, inner: str, texts: dict[str, str], settings: str = "") -> Section:
    document = read(word, word.p("a") + f"<w:sectPr>{inner}</w:sectPr>", texts, settings)
    return document.sections[0]


@pytest.mark.parametrize("title_page", [True, False])
def test_the_number_on_page_1(word: WordFiles, title_page: bool):
    inner = reference("header", "default", "header1") + ("<w:titlePg/>" if title_page else "")
    found = section(word, inner, {"header1": word.p(PAGE, CENTRE)})
    (header,) = found.headers
    assert (header.pages, header.paragraphs[0].text, header.paragraphs[0].place) == (
        *("default", "2", "header"),
    )
    assert header.numbers == (PageNumber("center", "Times New Roman", 13.0, False, False),)
    assert found.first_page_differs is title_page
    assert found.number_on_first_page is not title_page


def test_first_and_even_pages_count_only_where_they_are_turned_on(word: WordFiles):
    kinds = ("default", "first", "even")
    inner = "".join(reference("footer", kind, f"footer{n}") for n, kind in enumerate(kinds))
    texts = {f"footer{n}": word.p(kind) for n, kind in enumerate(kinds)}

    def pages(inner: str, settings: str) -> list[str]:
        return [text.pages for text in section(word, inner, texts, settings).footers]

    assert pages(inner, "") == ["default"]
    assert pages(inner + "<w:titlePg/>", "") == ["default", "first"]
    assert pages(inner, "<w:evenAndOddHeaders/>") == ["default", "even"]


def test_a_section_has_the_header_of_the_one_before(word: WordFiles):
    first = f"<w:sectPr>{reference('header', 'default', 'header1')}</w:sectPr>"
    body = word.p("a", first) + word.p("b") + '<w:sectPr><w:pgNumType w:start="5"/></w:sectPr>'
    document = read(word, body, {"header1": word.p(PAGE)})
    assert [s.number_on_first_page for s in document.sections] == [True, True]
    assert [s.first_number for s in document.sections] == [None, 5]


@pytest.mark.parametrize(
    ("properties", "before", "align"),
    [
        ('<w:tabs><w:tab w:val="center" w:pos="4680"/></w:tabs>', "\t", "center"),
        (
            '<w:tabs><w:tab w:val="right" w:pos="9360"/><w:tab w:val="center" w:pos="4680"/>'
            "</w:tabs>",
            *("\t\t", "right"),
        ),
        ('<w:framePr w:xAlign="center" w:wrap="around"/>', "", "center"),
        ('<w:jc w:val="right"/>', "", "right"),
        ("", "", "left"),
    ],
)
def test_where_the_number_stands(word: WordFiles, properties: str, before: str, align: str):
    inner = reference("footer", "default", "footer1")
    content = word.p((word.run(before) if before else "") + PAGE, properties)
    found = section(word, inner, {"footer1": content})
    assert [number.align for number in found.footers[0].numbers] == [align]


def test_a_simple_field_is_a_number_too_and_others_are_not(word: WordFiles):
    look = "<w:i/>"
    content = word.p(f'<w:fldSimple w:instr="PAGE">{word.run("1", look)}</w:fldSimple>')
    content += word.p(f'<w:fldSimple w:instr="NUMPAGES">{word.run("9")}</w:fldSimple>')
    found = section(word, reference("header", "default", "header1"), {"header1": content})
    assert [number.italic for number in found.headers[0].numbers] == [True]


def test_a_damaged_header_is_said_and_the_rest_is_read(word: WordFiles):
    body = word.p("a") + f"<w:sectPr>{reference('header', 'default', 'header1')}</w:sectPr>"
    document = read(word, body, {"header1": "<w:p>"})
    assert [p.text for p in document.paragraphs] == ["a"]
    assert document.sections[0].headers[0].paragraphs == ()
    assert [notice.code for notice in document.notices] == ["damaged_part"]


def test_footnotes_that_the_text_refers_to(word: WordFiles):
    notes = "".join(
        f'<w:footnote w:id="{n}">{word.p(f"chú thích {n}")}</w:footnote>' for n in range(3)
    )
    body = word.p(word.run("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = read(word, body, {"footnotes": notes})
    assert [(p.place, p.text) for p in document.footnotes] == [("footnote", "chú thích 2")]
    assert [p.text for p in document.paragraphs] == ["a"]


A = f"{OOXML}/drawingml/2006/main"


def shape(preset: str, width: int, height: int) -> str:
    return (
        f'<w:r><w:drawing><wps:wsp xmlns:a="{A}"><wps:spPr><a:xfrm><a:ext cx="{width}" '
        f'cy="{height}"/></a:xfrm><a:prstGeom prst="{preset}"/></wps:spPr></wps:wsp>'
        "</w:drawing></w:r>"
    )


VML = '<w:r><w:pict><v:line from="0,1pt" to="{to}"/></w:pict></w:r>'
CONNECTOR = (
    '<w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute;width:86.4pt;height:0"/>'
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("content", "properties", "lines"),
    [
        (shape("line", 2_160_000, 0), "", [("shape", 60.0)]),
        (shape("straightConnector1", 2_160_000, 12_700), "", [("shape", 60.0)]),
        (shape("line", 0, 2_160_000), "", []),
        (shape("rect", 2_160_000, 0), "", []),
        (VML.format(to="144pt,1pt"), "", [("shape", 50.8)]),
        (VML.format(to="2in,1pt"), "", [("shape", 50.8)]),
        (VML.format(to="144pt"), "", []),
        (CONNECTOR, "", [("shape", 30.5)]),
        (
            "<w:r><mc:AlternateContent><mc:Choice>"
            f"{shape('line', 360_000, 0)[5:-6]}</mc:Choice><mc:Fallback>"
            f"{VML.format(to='9pt,1pt')[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>",
            *("", [("shape", 10.0)]),
        ),
        ("", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>', [("border", None)]),
        ("", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>', []),
        ("----------", "", [("typed", None)]),
        ("Độc lập\n_______", "", [("typed", None)]),
        ("một - hai", "", []),
    ],
)
def test_lines(
    word: WordFiles, content: str, properties: str, lines: list[tuple[str, float | None]]
):
    document = word.read(word.p(content, properties))
    assert [(line.kind, line.length_mm) for line in document_lines(document)] == lines
    assert {line.paragraph for line in document_lines(document)} <= {0}


def test_a_line_of_underlined_letters(word: WordFiles):
    look = '<w:u w:val="single"/>'
    body = word.p("Độc lập", run=look) + word.p(word.run("một", look) + word.run("hai"))
    assert [(s.paragraph, s.kind) for s in document_lines(word.read(body))] == [(0, "underline")]


EDGES = '<w:{0}><w:bottom w:val="{1}"/></w:{0}>'
STYLE = '<w:tblStyle w:val="Luoi"/>'
GRID = (
    '<w:style w:type="table" w:styleId="{}"><w:name w:val="{}"/>{}<w:tblPr>{}</w:tblPr></w:style>'
)
BASED = GRID.format("Luoi", "Luoi", '<w:basedOn w:val="Goc"/>', "")


@pytest.mark.parametrize(
    ("table", "cell", "styles", "seen"),
    [
        ("", "", "", []),
        (EDGES.format("tblBorders", "nil"), EDGES.format("tcBorders", "none"), "", []),
        (EDGES.format("tblBorders", "single"), "", "", [(1, "cell")]),
        ("", EDGES.format("tcBorders", "double"), "", [(1, "cell")]),
        (STYLE, "", BASED + GRID.format("Goc", "Goc", "", ""), []),
        (STYLE, "", BASED, []),
        (
            *(STYLE, ""),
            BASED + GRID.format("Goc", "Goc", "", EDGES.format("tblBorders", "single")),
            [(1, "cell")],
        ),
    ],
)
def test_borders_of_a_table(
    word: WordFiles, table: str, cell: str, styles: str, seen: list[tuple[int, str]]
):
    inner = f"<w:tc><w:tcPr>{cell}</w:tcPr>{word.p('một')}</w:tc>" * 2
    body = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr>{inner}</w:tr></w:tbl>"
    document = word.read(word.p("trên") + body, styles)
    assert [(line.paragraph, line.kind) for line in document_lines(document)] == seen


def test_the_page_for_people_tells_numbers_and_lines(word: WordFiles):
    name = word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + word.p(shape("line", 2_160_000, 0))
    body = f"{name}<w:sectPr>{reference('header', 'default', 'header1')}<w:titlePg/></w:sectPr>"
    page = io.StringIO()
    document = read(word, body, {"header1": word.p(PAGE, CENTRE)})
    Console(file=page, width=160).print(inspection_page(document, "vi"))
    told = page.getvalue()
    assert "Số trang (1): đầu trang, giữa, Times New Roman, 13, không hiện ở trang đầu" in told
    assert "Đường kẻ: Quốc hiệu, 60 mm" in told
