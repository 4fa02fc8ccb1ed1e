"""What is written in another way and shows the same must be read the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.words import tidy

from tests.documents.word_files import WordFiles

RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
TEXT = re.compile(r'(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t xml:space="preserve">([^<]{2,})</w:t>')
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{}</w:rPr></w:style>'
)


def letter(word: WordFiles) -> str:
    left = word.center("UBND XÃ A") + word.bold("VĂN PHÒNG") + word.center("Số:     /VP")
    right = word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + word.bold(
        "Độc lập - Tự do - Hạnh phúc"
    )
    return (
        word.table([[left + word.center("V/v báo cáo quý I"), right]])
        + word.center("Kính gửi: Ủy ban nhân dân xã A")
        + word.p("Văn phòng báo cáo kết quả như sau.", '<w:ind w:firstLine="567"/>')
        + word.table([[word.p("Nơi nhận:") + word.p("- Như trên.")]])
    )


def split_runs(body: str) -> str:
    """Every run in two."""

    def halves(match: re.Match[str]) -> str:
        look, text = match[1], match[2]
        cut = '<w:t xml:space="preserve">{}</w:t>'.format
        half = len(text) // 2
        return f"{look}{cut(text[:half])}</w:r><w:r>{look}{cut(text[half:])}"

    return TEXT.sub(halves, body)


def in_controls(body: str) -> str:
    return RUN.sub(lambda m: f"<w:sdt><w:sdtContent>{m[0]}</w:sdtContent></w:sdt>", body)


def in_smart_tags(body: str) -> str:
    return RUN.sub(lambda m: f"<w:smartTag>{m[0]}</w:smartTag>", body)


def in_nfd(body: str) -> str:
    return unicodedata.normalize("NFD", body)


def seen(document: Document) -> tuple[object, ...]:
    looks = [
        (p.index, p.place, p.format, [(tidy(r.text), r.format) for r in p.runs])
        for p in document.paragraphs
    ]
    components = [(c.role, c.paragraphs, c.text) for c in document.components]
    return document.doc_type, document.regime, looks, components, document.content


@pytest.mark.parametrize("change", [split_runs, in_controls, in_smart_tags, in_nfd])
def test_the_same_page_written_otherwise(word: WordFiles, change: Callable[[str], str]):
    body = letter(word)
    changed = change(body)
    assert changed != body
    assert seen(word.read(changed)) == seen(word.read(body))
    assert word.read(body).doc_type == "công văn"


def test_formatting_moved_into_the_default_style(word: WordFiles):
    look = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:i/>'
    direct = letter(word).replace("<w:rPr>", f"<w:rPr>{look}")
    assert seen(word.read(letter(word), STYLES.format(look))) == seen(
        word.read(direct, STYLES.format(""))
    )


def test_paragraphs_of_one_style_stand_close_through_content_controls(word: WordFiles):
    close = '<w:contextualSpacing/><w:spacing w:before="120" w:after="240"/>'
    plain = word.p("a", close) + word.p("b", close) + word.p("c", close)
    control = f"<w:sdt><w:sdtContent>{word.p('b', close)}</w:sdtContent></w:sdt>"
    wrapped = word.p("a", close) + control + word.p("c", close)
    assert seen(word.read(wrapped)) == seen(word.read(plain))
    assert [p.format.space_before_pt for p in word.read(plain).paragraphs] == [6, 0, 0]
