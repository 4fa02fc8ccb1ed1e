from __future__ import annotations

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.number_formats import numeral
from motcua.checker.documents.reader import read_document

from tests.documents.word_files import WordFiles


def labels(document: Document):
    return [paragraph.label for paragraph in document.paragraphs]


def level(number: int, text: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def defined(*levels: str, number: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, definition: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def starts(number: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def item(
    word: WordFiles, level: int = 0, number: int = 1, text: str = "chữ", more: str = ""
) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return word.p(text, numbering + more)


LAW = defined(
    level(0, "Điều %1."),
    level(1, "%2."),
    level(2, "%3)", "lowerLetter"),
)


def test_levels_count_and_deeper_ones_begin_anew(word: WordFiles):
    order = (0, 1, 1, 2, 2, 1, 2, 0, 1)
    body = "".join(item(word, number) for number in order)
    assert labels(word.read(body, numbering=LAW + listed(1))) == [
        *("Điều 1.", "1.", "2.", "a)", "b)", "3.", "a)", "Điều 2.", "1."),
    ]


def test_text_without_a_list_has_no_label(word: WordFiles):
    body = word.p("chữ") + item(word) + item(word, number=0) + item(word, number=9) + item(word)
    expected = ["", "Điều 1.", "", "", "Điều 2."]
    assert labels(word.read(body, numbering=LAW + listed(1))) == expected


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
        ("0", ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
        ("1", ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
    ],
)
def test_a_level_begins_anew_after_the_level_that_it_names(
    word: WordFiles, restart: str, expected: list[str]
):
    said = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    outline = defined(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3", more=said))
    body = "".join(item(word, number) for number in (0, 1, 2, 1, 2, 0, 1, 2))
    assert labels(word.read(body, numbering=outline + listed(1))) == expected


def test_lists_of_one_definition_go_on_with_each_other(word: WordFiles):
    body = "".join(item(word, number=number) for number in (1, 2, 1, 2))
    numbering = LAW + listed(1) + listed(2)
    expected = ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert labels(word.read(body, numbering=numbering)) == expected


def test_a_list_that_says_where_it_begins_does_so_once(word: WordFiles):
    body = "".join(item(word, number=number) for number in (1, 1, 2, 2, 1))
    numbering = LAW + listed(1) + listed(2, override=starts(0, 5))
    expected = ["Điều 1.", "Điều 2.", "Điều 5.", "Điều 6.", "Điều 7."]
    assert labels(word.read(body, numbering=numbering)) == expected


def test_a_list_may_put_a_level_of_its_own_in_place_of_the_definition_s(word: WordFiles):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "upperRoman")}</w:lvlOverride>'
    body = item(word) + item(word, number=2)
    numbering = LAW + listed(1) + listed(2, override=own)
    assert labels(word.read(body, numbering=numbering)) == ["Điều 1.", "(II)"]


def test_legal_numbering_writes_all_levels_in_digits(word: WordFiles):
    outline = defined(
        level(0, "Phần %1", "upperRoman"),
        level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>"),
        level(2, "%1.%3", "decimal"),
    )
    body = "".join(item(word, number) for number in (0, 0, 1, 2))
    expected = ["Phần I", "Phần II", "2.1", "II.1"]
    assert labels(word.read(body, numbering=outline + listed(1))) == expected


def test_a_level_whose_upper_one_was_not_counted_is_unknown(word: WordFiles):
    outline = defined(level(0, "%1."), level(1, "%1.%2."))
    body = item(word, 1) + item(word, 0) + item(word, 1)
    assert labels(word.read(body, numbering=outline + listed(1))) == [None, "1.", "1.1."]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (level(0, "%1.", "chicago"), None),
        (level(0, "%1.", "vietnameseCounting"), None),
        (level(0, "%1.", "lowerLetter", start=0), None),
        (level(0, "%1.", "decimal", start=0), "0."),
        (level(0, "%1.", "decimalZero", start=7), "07."),
        (level(0, "Phần %1", "none"), "Phần"),
        (level(0, "", "decimal"), ""),
        (level(0, "-", "bullet"), "-"),
        (level(0, "\uf0b7", "bullet"), "•"),
        (level(0, "%1.", more="<mc:AlternateContent/>"), None),
        (level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>"), ""),
        (level(1, "%1."), None),
    ],
)
def test_how_a_level_is_written(word: WordFiles, written: str, expected: str | None):
    parts = word.parts(item(word), numbering=defined(written) + listed(1))
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    parts["word/numbering.xml"] = parts["word/numbering.xml"].replace(">", f" {mc}>", 1)
    path = word.pack(parts)
    assert labels(read_document(path, path.name)) == [expected]


def test_the_list_of_a_style_holds_until_a_paragraph_says_otherwise(word: WordFiles):
    styles = (
        word.style("Dieu", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + word.style("Khoan", '<w:basedOn w:val="Dieu"/>')
        + word.style(
            "Diem", '<w:basedOn w:val="Dieu"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'
        )
    )
    linked = LAW.replace(
        '<w:lvlText w:val="%2."/>', '<w:pStyle w:val="Khoan"/><w:lvlText w:val="%2."/>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        word.p("chữ", f'<w:pStyle w:val="{style}"/>{more}')
        for style, more in [("Dieu", ""), ("Khoan", ""), ("Diem", ""), ("Dieu", none), ("Dieu", "")]
    )
    expected = ["Điều 1.", "1.", "a)", "", "Điều 2."]
    assert labels(word.read(body, styles, linked + listed(1))) == expected


def test_a_definition_may_point_to_a_style_of_lists(word: WordFiles):
    styles = word.style("L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    pointing = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = LAW + pointing + listed(1) + listed(2, 1)
    body = item(word) + item(word, number=2)
    assert labels(word.read(body, styles, numbering)) == ["Điều 1.", "Điều 2."]


def test_paragraphs_that_are_not_there_are_not_counted(word: WordFiles):
    gone = "<w:rPr><w:del/></w:rPr>"
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    deleted = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    row = word.table([[item(word)]]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    body = (
        item(word)
        + item(word, text=deleted, more=gone)
        + item(word, more=gone)
        + item(word, text=word.run("ẩn", "<w:vanish/>"), more=hidden)
        + row
        + item(word, text="")
        + item(word)
    )
    expected = ["Điều 1.", "", None, "", "Điều 2.", "Điều 3."]
    assert labels(word.read(body, numbering=LAW + listed(1))) == expected


def test_text_boxes_count_in_an_order_that_is_not_known(word: WordFiles):
    box = f"<w:pict><v:textbox><w:txbxContent>{item(word)}</w:txbxContent></v:textbox></w:pict>"
    body = item(word) + word.p(f"<w:r>{box}</w:r>") + item(word)
    assert labels(word.read(body, numbering=LAW + listed(1))) == ["Điều 1.", "", None, "Điều 2."]


def test_cells_count_on(word: WordFiles):
    body = item(word) + word.table([[item(word), item(word)]]) + item(word)
    expected = ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert labels(word.read(body, numbering=LAW + listed(1))) == expected


@pytest.mark.parametrize("broken", ["abc", "-1", "999999999999", ""])
def test_a_broken_number_harms_nobody(word: WordFiles, broken: str):
    broken_level = f'<w:lvl w:ilvl="0"><w:start w:val="{broken}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = defined(broken_level) + listed(1, override=f'<w:lvlOverride w:ilvl="{broken}"/>')
    body = item(word) + item(word).replace('w:ilvl w:val="0"', f'w:ilvl w:val="{broken}"')
    assert labels(word.read(body, numbering=numbering))[0] == "0."


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (1994, "upperRoman", None),
        (494, "upperRoman", "CDXCIV"),
        (9, "lowerRoman", "ix"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (1994, "decimal", "1994"),
        (3, "ordinal", None),
    ],
)
def test_numerals(value: int, kind: str, expected: str | None):
    assert numeral(value, kind) == expected
