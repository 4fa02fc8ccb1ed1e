from __future__ import annotations

import unicodedata

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.legacy import decode

from tests.documents.word_files import WordFiles

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbcdghklmnpqrstvx"
)
# The chart of TCVN 5712:1993 from A1 to FE; a dot stands for a code that has no letter in TCVN3.
CHART = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
)
MARKS = "\u0300\u0309\u0303\u0301\u0323"  # grave, hook, tilde, acute, dot below
TONES = dict(zip(MARKS, "øûõùï", strict=True))
ON_CIRCUMFLEX = dict(zip(MARKS, "àåãáä", strict=True))
ON_BREVE = dict(zip(MARKS, "èúüéë", strict=True))
WHOLE = dict(zip("ìỉĩíịỵđơư", "ìæóíòîñôö", strict=True))


def to_tcvn3(text: str) -> str:
    codes = {letter: chr(0xA1 + at) for at, letter in enumerate(CHART) if letter != "."}
    return "".join(codes.get(letter, letter) for letter in text)


def to_vni(text: str) -> str:
    """As VNI is defined: the vowel, then one mark for its shape and tone together."""
    return "".join(_vni(letter) for letter in text)


def _vni(letter: str) -> str:
    lower = letter.lower()
    if lower in WHOLE:
        typed = WHOLE[lower]
    else:
        base, *marks = unicodedata.normalize("NFD", lower)
        tone = next((mark for mark in marks if mark in MARKS), "")
        if "\u0302" in marks:
            typed = base + ON_CIRCUMFLEX.get(tone, "â")
        elif "\u0306" in marks:
            typed = base + ON_BREVE.get(tone, "ê")
        else:
            horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
            typed = horned + TONES.get(tone, "")
    return typed.upper() if letter.isupper() else typed


def test_the_alphabet_is_whole():
    assert len(set(LETTERS)) == 67 + 22


def test_every_letter_of_tcvn3_is_read():
    assert len(CHART) == 0xFF - 0xA1
    assert decode(to_tcvn3(LETTERS), ".VnTime") == LETTERS
    assert decode(to_tcvn3("ĂÂÊÔƠƯĐABC"), ".VnArial") == "ĂÂÊÔƠƯĐABC"
    assert decode(to_tcvn3(LETTERS), ".VnTimeH") == LETTERS.upper()
    assert decode(to_tcvn3("ĂÂÊÔƠƯĐ"), ".vnarialh") == "ĂÂÊÔƠƯĐ"


@pytest.mark.parametrize("text", [LETTERS, LETTERS.upper()])
def test_every_letter_of_vni_is_read(text: str):
    assert decode(to_vni(text), "VNI-Times") == text
    assert decode(to_vni(text), "vni-helve") == text


def test_a_capital_with_the_mark_of_a_small_letter_is_read():
    assert decode("Ñoäc laäp, COäNG HOøA, Aùi", "VNI-Times") == "Độc lập, CỘNG HÒA, Ái"


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", "Times New Roman"])
def test_plain_latin_stays_as_it_is(font: str):
    latin = "Windows 11 (x64), 25% - A/B: UBND_2026 \u201cABC\u201d\u00a0\u2013 \t\n"
    assert decode(latin, font) == latin


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def page(word: WordFiles, font: str, written: dict[str, str]) -> Document:
    look = fonts(font)
    left = word.center(written["UBND"], look) + word.center(written["Số: 12/UBND-VP"], look)
    right = word.center(written["Cộng hòa xã hội chủ nghĩa Việt Nam"], look)
    right += word.center(written["Độc lập - Tự do - Hạnh phúc"], look)
    right += word.center(written["Phú Thọ, ngày 05 tháng 3 năm 2026"], look)
    return word.read(
        word.table([[left, right]]) + word.p(written["Kính gửi: ủy ban nhân dân xã Đồi"], "", look)
    )


def test_components_are_found_in_text_of_old_encodings(word: WordFiles):
    lines = (
        *("UBND", "Số: 12/UBND-VP", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        *("Độc lập - Tự do - Hạnh phúc", "Phú Thọ, ngày 05 tháng 3 năm 2026"),
        "Kính gửi: ủy ban nhân dân xã Đồi",
    )
    plain = page(word, "Arial", {line: line for line in lines})
    assert {"national_name", "motto", "place_date", "addressee"} <= {
        component.role for component in plain.components
    }
    for font, encode in ((".VnTime", to_tcvn3), ("VNI-Times", to_vni)):
        old = page(word, font, {line: encode(line) for line in lines})
        texts = {component.role: component.text.casefold() for component in plain.components}
        assert {c.role: c.text.casefold() for c in old.components} == texts
        assert old.regime == plain.regime
        assert {run.format.font for p in old.paragraphs for run in p.runs} == {font}
        (notice,) = old.notices
        assert notice.code == "legacy_encoding"
        assert font in notice.text.vi and "6909:2001" in notice.text.vi


def test_only_the_runs_in_old_fonts_are_converted(word: WordFiles):
    old = word.run(to_tcvn3("Quyết định "), fonts(".VnTime"))
    capitals = word.run(to_tcvn3("số "), fonts(".VnTimeH"))
    new = word.run("café ®", fonts("Times New Roman"))
    (paragraph,) = word.read(word.p(old + capitals + new)).paragraphs
    assert paragraph.text == "Quyết định SỐ café ®"


def test_unicode_text_that_kept_an_old_font_is_left_alone(word: WordFiles):
    document = word.read(word.p("Cộng hòa xã hội", run=fonts(".VnTime")))
    assert document.paragraphs[0].text == "Cộng hòa xã hội"
    assert [notice.code for notice in document.notices] == ["legacy_encoding"]


def test_short_lines_follow_the_rest_of_the_document(word: WordFiles):
    """Of "Giá" alone nobody could say whether it is Unicode, or TCVN3 for "Giỏ"."""
    look = fonts(".VnTime")
    short = word.p("Giá", run=look)
    for rest, read_as in (("Cộng hòa xã hội", "Giá"), (to_tcvn3("Cộng hòa"), "Giỏ")):
        document = word.read(word.p(rest, run=look) * 2 + short)
        assert document.paragraphs[-1].text == read_as


def test_an_old_font_without_text_is_no_matter(word: WordFiles):
    assert word.read(word.p("a") + word.p("  ", run=fonts(".VnTime"))).notices == ()


@pytest.mark.parametrize(("font", "read_as"), [(".VnTime", "trường"), ("Arial", "trờng")])
def test_the_soft_hyphen_is_a_letter_in_tcvn3_and_nothing_elsewhere(
    word: WordFiles, font: str, read_as: str
):
    """ư has the code of the soft hyphen, and some programs write it as the element for one."""
    end = {".VnTime": "\xeang", "Arial": "ờng"}[font]
    for middle in ("<w:softHyphen/>", "<w:t>\xad</w:t>"):
        inside = f"<w:rPr>{fonts(font)}</w:rPr><w:t>tr</w:t>{middle}<w:t>{end}</w:t>"
        (paragraph,) = word.read(f"<w:p><w:r>{inside}</w:r></w:p>").paragraphs
        assert paragraph.text == read_as


def test_a_soft_hyphen_alone_leaves_no_run(word: WordFiles):
    assert word.read("<w:p><w:r><w:softHyphen/></w:r></w:p>").paragraphs[0].runs == ()
