from __future__ import annotations

import re
from pathlib import Path

import pytest
from motcua.checker.documents.model import Section
from motcua.checker.documents.reader import read_document
from motcua.checker.repair.model import Change, Repair, SectionPlace, WholeDocument

from tests.documents.word_files import WordFiles
from tests.editing.copies import parts, whole
from tests.repair.repairing import repaired

ALL = WholeDocument()
A4 = (Repair(ALL, "page_width_mm", to=210), Repair(ALL, "page_height_mm", to=297))


def section(size: str = 'w:w="11906" w:h="16838"', edges: str = "") -> str:
    around = {
        "top": 1134,
        "right": 1134,
        "bottom": 1134,
        "left": 1701,
        "header": 708,
        "footer": 708,
    }
    said = " ".join(
        f'w:{name}="{value}"' for name, value in around.items() if f":{name}" not in edges
    )
    return f'<w:sectPr><w:pgSz {size}/><w:pgMar {said} {edges}/><w:cols w:space="720"/></w:sectPr>'


def sections(path: Path) -> tuple[Section, ...]:
    return read_document(path, "a.docx").sections


def test_margins_move_to_the_nearest_bound(word: WordFiles):
    path = whole(word, word.p("Một") + section(edges='w:left="1000" w:right="2000"'))
    target, report = repaired(
        path,
        Repair(ALL, "margin_left_mm", least=30, greatest=35),
        Repair(ALL, "margin_right_mm", least=15, greatest=20),
        Repair(ALL, "margin_top_mm", least=20, greatest=25),
    )
    (found,) = sections(target)
    assert (found.margin_left_mm, found.margin_right_mm, found.margin_top_mm) == (30.0, 20.0, 20.0)
    assert report.changes == (
        Change(SectionPlace(1), "margin_left_mm", 17.64, 30.0),
        Change(SectionPlace(1), "margin_right_mm", 35.28, 20.0),
    )
    edges = re.search(rb"<w:pgMar [^>]*>", parts(target)["word/document.xml"])
    assert edges and b'w:header="708"' in edges[0] and b'w:left="1701"' in edges[0]


def test_another_sheet_is_another_paper(word: WordFiles):
    letter = 'w:w="12240" w:h="15840" w:code="1" w:orient="portrait"'
    path = whole(word, word.p("Một") + section(letter))
    target, _ = repaired(path, *A4)
    assert (
        b'<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>'
        in parts(target)["word/document.xml"]
    )


def test_a_sheet_that_is_turned_says_so(word: WordFiles):
    path = whole(word, word.p("Một") + section('w:w="16838" w:h="11906" w:orient="landscape"'))
    target, _ = repaired(path, *A4)
    assert b'w:orient="portrait"' in parts(target)["word/document.xml"]
    turned = (Repair(ALL, "page_width_mm", to=297), Repair(ALL, "page_height_mm", to=210))
    target, _ = repaired(whole(word, word.p("Một") + section()), *turned)
    assert b'w:orient="landscape"' in parts(target)["word/document.xml"]


def test_the_gutter_and_exact_margins_are_kept(word: WordFiles):
    path = whole(word, word.p("Một") + section(edges='w:gutter="567" w:left="567" w:top="-900"'))
    target, _ = repaired(
        path, Repair(ALL, "margin_left_mm", to=30), Repair(ALL, "margin_top_mm", to=20)
    )
    content = parts(target)["word/document.xml"]
    assert b'w:gutter="567"' in content and b'w:left="1134"' in content
    assert b'w:top="-1134"' in content


@pytest.mark.parametrize("number", [1, 2, 3])
def test_only_the_section_that_is_meant(word: WordFiles, number: int):
    narrow = section(edges='w:left="600"')
    body = word.p("Một", narrow) + word.p("Hai", narrow) + word.p("Ba") + narrow
    target, _ = repaired(
        whole(word, body), Repair(SectionPlace(number), "margin_left_mm", least=30)
    )
    found = [item.margin_left_mm for item in sections(target)]
    assert [at for at, margin in enumerate(found, 1) if margin == 30.0] == [number]


@pytest.mark.parametrize(("own", "code"), [("", "no_such_place"), ("<w:sectPr/>", "no_page_setup")])
def test_a_page_without_set_up_is_left(word: WordFiles, own: str, code: str):
    path = whole(word, word.p("Một") + own)
    _, report = repaired(path, Repair(ALL, "margin_left_mm", to=30))
    assert [item.code for item in report.left] == [code]
    assert report.changes == ()
