from __future__ import annotations

import pytest
from motcua.checker.documents.model import Document, RunFormat

from tests.documents.word_files import WordFiles

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


def size(number: float) -> str:
    return f'<w:sz w:val="{int(number * 2)}"/>'


def rpr(inner: str) -> str:
    return f"<w:rPr>{inner}</w:rPr>"


def looks(document: Document, paragraph: int = 0) -> list[RunFormat]:
    return [run.format for run in document.paragraphs[paragraph].runs]


def test_nothing_declared_shows_as_word_shows_it(word: WordFiles):
    document = word.read(word.p("Chữ"))
    (look,) = looks(document)
    assert (look.font, look.size_pt, look.bold) == ("Times New Roman", 10.0, False)
    paragraph = document.paragraphs[0].format
    assert (paragraph.align, paragraph.space_before_pt, paragraph.first_line_indent_mm) == (
        "left",
        0.0,
        0.0,
    )


def test_defaults_hold_where_no_style_speaks(word: WordFiles):
    document = word.read(word.p("Chữ"), DEFAULTS)
    (look,) = looks(document)
    assert (look.font, look.size_pt) == ("Calibri", 11.0)
    paragraph = document.paragraphs[0].format
    assert paragraph.space_after_pt == 8.0
    assert paragraph.line_spacing.rule == "multiple"
    assert paragraph.line_spacing.value == pytest.approx(259 / 240, abs=1e-4)


def test_a_paragraph_without_a_style_has_the_default_one(word: WordFiles):
    styles = DEFAULTS + word.style("Anything", rpr(TIMES + size(14)), default=True)
    (look,) = looks(word.read(word.p("Chữ"), styles))
    assert (look.font, look.size_pt) == ("Times New Roman", 14.0)


def test_a_style_that_is_not_there_falls_to_the_default_one(word: WordFiles):
    styles = word.style("Anything", rpr(size(14)), default=True)
    (look,) = looks(word.read(word.p("Chữ", '<w:pStyle w:val="Lost"/>'), styles))
    assert look.size_pt == 14.0


def test_the_nearest_style_of_a_chain_wins_and_a_circle_ends(word: WordFiles):
    styles = (
        word.style("Far", '<w:basedOn w:val="Near"/>' + rpr(size(20) + "<w:i/>"))
        + word.style("Middle", '<w:basedOn w:val="Far"/>' + rpr(size(16)))
        + word.style("Near", '<w:basedOn w:val="Middle"/>' + rpr(TIMES))
    )
    (look,) = looks(word.read(word.p("Chữ", '<w:pStyle w:val="Near"/>'), styles))
    assert (look.font, look.size_pt, look.italic) == ("Times New Roman", 16.0, True)


BOLD = {"on": rpr("<w:b/>"), "off": rpr('<w:b w:val="0"/>'), "": ""}


@pytest.mark.parametrize(
    ("table", "paragraph", "character", "direct", "bold"),
    [
        ("", "on", "", "", True),
        ("", "on", "on", "", False),
        ("on", "on", "on", "", True),
        ("on", "on", "", "", False),
        ("", "off", "on", "", True),
        ("", "on", "on", "on", True),
        ("", "on", "", "off", False),
    ],
)
def test_bold_is_exclusive_or_over_styles_and_absolute_when_direct(
    word: WordFiles, table: str, paragraph: str, character: str, direct: str, bold: bool
):
    styles = (
        word.style("T", BOLD[table], "table")
        + word.style("P", BOLD[paragraph])
        + word.style("C", BOLD[character], "character")
    )
    direct_bold = {"on": "<w:b/>", "off": '<w:b w:val="false"/>', "": ""}[direct]
    cell = word.p("Chữ", '<w:pStyle w:val="P"/>', f'<w:rStyle w:val="C"/>{direct_bold}')
    body = word.table([[cell]], '<w:tblStyle w:val="T"/>')
    assert looks(word.read(body, styles))[0].bold is bold


def test_bold_of_the_defaults_is_not_turned_off_by_a_style(word: WordFiles):
    styles = "<w:docDefaults><w:rPrDefault>" + rpr("<w:b/>") + "</w:rPrDefault></w:docDefaults>"
    styles += word.style("P", BOLD["on"])
    assert looks(word.read(word.p("Chữ", '<w:pStyle w:val="P"/>'), styles))[0].bold


@pytest.mark.parametrize(
    ("style", "direct", "font"),
    [
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "", "Arial"),
        (
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
            '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>',
            "Cambria",
        ),
        (
            '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>',
            TIMES,
            "Times New Roman",
        ),
        ('<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>', "", "Calibri"),
    ],
)
def test_theme_and_named_fonts_the_nearer_level_wins(
    word: WordFiles, style: str, direct: str, font: str
):
    styles = DEFAULTS + word.style("P", rpr(style))
    document = word.read(word.p("A", '<w:pStyle w:val="P"/>', direct), styles)
    assert looks(document)[0].font == font


def test_letters_with_marks_may_have_another_font_than_plain_ones(word: WordFiles):
    document = word.read(word.p("Anh Đỗ", run='<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>'))
    runs = [(run.text, run.format.font) for run in document.paragraphs[0].runs]
    assert runs == [("Anh ", "Arial"), ("Đỗ", "Tahoma")]


def test_complex_script_has_its_own_size_and_weight(word: WordFiles):
    properties = '<w:cs/><w:sz w:val="20"/><w:szCs w:val="32"/><w:b/><w:bCs w:val="0"/>'
    (look,) = looks(word.read(word.p("Chữ", run=properties)))
    assert (look.size_pt, look.bold) == (16.0, False)


def test_how_text_is_cut_into_runs_says_nothing(word: WordFiles):
    runs = word.run("Quyết ", "<w:b/>") + word.run("định", "<w:b/>") + word.run(" số")
    document = word.read(word.p(runs))
    assert [(r.text, r.format.bold) for r in document.paragraphs[0].runs] == [
        ("Quyết định", True),
        (" số", False),
    ]


@pytest.mark.parametrize(
    ("look", "row", "column", "bold", "italic"),
    [
        ('<w:tblLook w:firstRow="1" w:firstColumn="0"/>', 0, 0, True, False),
        ('<w:tblLook w:firstRow="1" w:firstColumn="1"/>', 0, 1, True, False),
        ('<w:tblLook w:firstRow="1" w:firstColumn="1"/>', 1, 0, False, True),
        ('<w:tblLook w:val="0020"/>', 0, 1, True, False),
        ('<w:tblLook w:val="0020"/>', 1, 1, False, False),
        ("", 0, 0, False, False),
    ],
)
def test_conditional_parts_of_a_table_style(
    word: WordFiles, look: str, row: int, column: int, bold: bool, italic: bool
):
    parts = f'<w:tblStylePr w:type="firstRow">{rpr("<w:b/>")}</w:tblStylePr>'
    parts += f'<w:tblStylePr w:type="firstCol">{rpr("<w:i/>")}</w:tblStylePr>'
    styles = word.style("T", parts, "table")
    cells = [[word.p("a"), word.p("b")], [word.p("c"), word.p("d")]]
    document = word.read(word.table(cells, f'<w:tblStyle w:val="T"/>{look}'), styles)
    (found,) = looks(document, 2 * row + column)
    assert (found.bold, found.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("look", "size", "bold_rows"),
    [
        ('<w:tblLook w:firstRow="0" w:noHBand="0"/>', 1, [0, 2, 4]),
        ('<w:tblLook w:firstRow="1" w:noHBand="0"/>', 1, [1, 3]),
        ('<w:tblLook w:firstRow="0" w:noHBand="0"/>', 2, [0, 1, 4]),
        ('<w:tblLook w:firstRow="0" w:noHBand="1"/>', 1, []),
        ('<w:tblLook w:val="0200"/>', 1, []),
        ("", 1, []),
    ],
)
def test_bands_of_a_table_style(word: WordFiles, look: str, size: int, bold_rows: list[int]):
    band = f'<w:tblPr><w:tblStyleRowBandSize w:val="{size}"/></w:tblPr>'
    band += f'<w:tblStylePr w:type="band1Horz">{rpr("<w:b/>")}</w:tblStylePr>'
    body = word.table([[word.p("a")]] * 5, f'<w:tblStyle w:val="T"/>{look}')
    document = word.read(body, word.style("T", band, "table"))
    assert [n for n in range(5) if looks(document, n)[0].bold] == bold_rows


def numbering(indent: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:pPr>{indent}</w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'


@pytest.mark.parametrize(
    ("style", "direct", "left", "first"),
    [
        ("", LISTED, 20.0, -5.0),
        ('<w:ind w:left="567"/>', LISTED, 20.0, -5.0),
        ("", LISTED + '<w:ind w:left="567" w:firstLine="567"/>', 10.0, 10.0),
        (LISTED, "", 20.0, -5.0),
        (LISTED + '<w:ind w:left="567"/>', "", 10.0, -5.0),
        (LISTED, '<w:numPr><w:numId w:val="0"/></w:numPr>', 0.0, 0.0),
    ],
)
def test_indents_from_numbering_stand_where_the_list_is_named(
    word: WordFiles, style: str, direct: str, left: float, first: float
):
    styles = word.style("P", f"<w:pPr>{style}</w:pPr>")
    levels = numbering('<w:ind w:left="1134" w:hanging="283.5"/>')
    body = word.p("Chữ", f'<w:pStyle w:val="P"/>{direct}')
    found = word.read(body, styles, levels).paragraphs[0].format
    assert (found.left_indent_mm, found.first_line_indent_mm) == (left, first)


def test_spacing_left_to_the_application_is_that_of_word(word: WordFiles):
    spacing = '<w:spacing w:beforeAutospacing="1" w:before="100" w:after="120"/>'
    found = word.read(word.p("Chữ", spacing)).paragraphs[0].format
    assert (found.space_before_pt, found.space_after_pt) == (14.0, 6.0)


@pytest.mark.parametrize(
    ("line", "rule", "value"),
    [
        ('w:line="360" w:lineRule="auto"', "multiple", 1.5),
        ('w:line="360"', "multiple", 1.5),
        ('w:line="340" w:lineRule="exact"', "exact", 17.0),
        ('w:line="300" w:lineRule="atLeast"', "at_least", 15.0),
    ],
)
def test_line_spacing(word: WordFiles, line: str, rule: str, value: float):
    spacing = word.read(word.p("Chữ", f"<w:spacing {line}/>")).paragraphs[0].format.line_spacing
    assert (spacing.rule, spacing.value) == (rule, value)


@pytest.mark.parametrize(
    ("first", "second", "after", "before"),
    [
        (True, True, 0.0, 0.0),
        (True, False, 0.0, 6.0),
        (False, True, 12.0, 0.0),
        (False, False, 12.0, 6.0),
    ],
)
def test_contextual_spacing_closes_up_paragraphs_of_one_style(
    word: WordFiles, first: bool, second: bool, after: float, before: float
):
    space = '<w:spacing w:before="120" w:after="240"/>'
    closed = {True: "<w:contextualSpacing/>", False: ""}
    body = word.p("a", space + closed[first]) + word.p("b", space + closed[second])
    one, two = word.read(body).paragraphs
    assert (one.format.space_before_pt, one.format.space_after_pt) == (6.0, after)
    assert (two.format.space_before_pt, two.format.space_after_pt) == (before, 12.0)


def test_contextual_spacing_stays_between_different_styles(word: WordFiles):
    styles = word.style(
        "P", '<w:pPr><w:contextualSpacing/><w:spacing w:after="240"/></w:pPr>'
    ) + word.style("Q", '<w:pPr><w:contextualSpacing/><w:spacing w:after="240"/></w:pPr>')
    body = "".join(word.p(s, f'<w:pStyle w:val="{s}"/>') for s in ("P", "P", "Q"))
    found = word.read(body, styles).paragraphs
    assert [p.format.space_after_pt for p in found] == [0.0, 12.0, 12.0]


@pytest.mark.parametrize(
    ("indent", "left", "first", "right"),
    [
        ('w:firstLineChars="200"', 0.0, 9.88, 0.0),
        ('w:hangingChars="100" w:leftChars="100"', 4.94, -4.94, 0.0),
        ('w:firstLineChars="200" w:firstLine="567"', 0.0, 10.0, 0.0),
        ('w:start="567" w:end="1134"', 10.0, 0.0, 20.0),
        ('w:rightChars="100"', 0.0, 0.0, 4.94),
    ],
)
def test_indents_may_be_counted_in_letters(
    word: WordFiles, indent: str, left: float, first: float, right: float
):
    styles = word.style("P", rpr(size(14)), default=True)
    found = word.read(word.p("a", f"<w:ind {indent}/>"), styles).paragraphs[0].format
    assert (found.left_indent_mm, found.first_line_indent_mm, found.right_indent_mm) == (
        *(left, first, right),
    )


def test_in_a_paragraph_from_right_to_left_the_sides_change(word: WordFiles):
    found = word.read(word.p("a", '<w:bidi/><w:jc w:val="left"/><w:ind w:left="567"/>'))
    look = found.paragraphs[0].format
    assert (look.align, look.left_indent_mm, look.right_indent_mm) == ("right", 0.0, 10.0)


@pytest.mark.parametrize(
    ("written", "align"),
    [("start", "left"), ("end", "right"), ("distribute", "justify"), ("both", "justify")],
)
def test_alignments(word: WordFiles, written: str, align: str):
    assert word.read(word.p("a", f'<w:jc w:val="{written}"/>')).paragraphs[0].format.align == align


@pytest.mark.parametrize(
    ("run", "small_caps", "caps", "scale", "spacing"),
    [
        ("<w:smallCaps/>", True, False, 100.0, 0.0),
        ("<w:smallCaps/><w:caps/>", False, True, 100.0, 0.0),
        ('<w:w w:val="90"/>', False, False, 90.0, 0.0),
        ('<w:w w:val="90%"/><w:spacing w:val="-8"/>', False, False, 90.0, -0.4),
    ],
)
def test_capitals_width_and_distance_of_letters(
    word: WordFiles, run: str, small_caps: bool, caps: bool, scale: float, spacing: float
):
    (look,) = looks(word.read(word.p("Chữ", run=run)))
    assert (look.small_caps, look.caps) == (small_caps, caps)
    assert (look.scale_percent, look.spacing_pt) == (scale, spacing)


def test_a_symbol_has_a_font_of_its_own(word: WordFiles):
    run = '<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>b</w:t></w:r>'
    runs = word.read(word.p(run)).paragraphs[0].runs
    assert [(r.text, r.format.font) for r in runs] == [
        *(("a", "Times New Roman"), ("\uf0fc", "Wingdings"), ("b", "Times New Roman")),
    ]


def test_a_list_may_be_defined_by_a_numbering_style(word: WordFiles):
    levels = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="List"/><w:lvl w:ilvl="0"><w:pPr>'
        '<w:ind w:left="567"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    )
    link = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    styles = word.style("List", link, "numbering")
    found = word.read(word.p("a", LISTED), styles, levels).paragraphs[0].format
    assert found.left_indent_mm == 10.0
