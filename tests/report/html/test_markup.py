"""Markup: what is put inside stays text, whatever it says."""

import doctest
import html

import pytest
from motcua.checker.report.html import markup, words
from motcua.checker.report.html.markup import LONGEST_SHOWN, data, seen, tag, together

SHOWN = {
    "<b>": "&lt;b&gt;",
    "&lt;": "&amp;lt;",
    '"><script>': "&quot;&gt;&lt;script&gt;",
    "\x00\x1b[31m": "‹U+0000›‹U+001B›[31m",
    "\u202eabc\u2069": "‹U+202E›abc‹U+2069›",
    "a\u200fb": "a‹U+200F›b",
    "\ud800": "‹U+D800›",
    "dòng 1\r\ndòng 2\tcột": "dòng 1\ndòng 2\tcột",
    "=1+1": "=1+1",
    "نص": "نص",
}


@pytest.mark.parametrize("text", SHOWN)
def test_text_is_text_inside_and_in_attributes(text):
    assert tag("p", text) == f"<p>{SHOWN[text]}</p>"
    assert tag("p", [text, tag("b", text)]) == f"<p>{SHOWN[text]}<b>{SHOWN[text]}</b></p>"
    assert tag("p", title=text) == f'<p title="{SHOWN[text]}"></p>'
    assert together(tag("i", text), None, text) == f"<i>{SHOWN[text]}</i>{SHOWN[text]}"


def test_data_have_a_direction_and_a_language_of_their_own():
    assert data("xã", "vi") == "<bdi>xã</bdi>"
    assert data("xã", "en") == '<bdi lang="vi">xã</bdi>'


def test_a_long_text_is_cut_and_says_by_how_much():
    shown = seen("đ" * 1_000_000)
    assert shown.startswith("đ" * LONGEST_SHOWN + "…")
    assert f"+{1_000_000 - LONGEST_SHOWN}" in shown
    assert len(shown) < LONGEST_SHOWN + 40
    assert seen("đ" * LONGEST_SHOWN) == "đ" * LONGEST_SHOWN


def test_no_character_hides():
    everything = "".join(map(chr, range(0x3000)))
    told = html.unescape(tag("p", *(everything[n : n + 1000] for n in range(0, 0x3000, 1000))))
    hidden = {c for c in told if ord(c) < 32 or 0x7F <= ord(c) < 0xA0} - {"\n", "\t", "\r"}
    assert not hidden
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(told)
    assert "‹U+202E›" in told


@pytest.mark.parametrize("module", [markup, words], ids=lambda module: module.__name__)
def test_examples(module):
    assert doctest.testmod(module).failed == 0
