from __future__ import annotations

from pathlib import Path

import pytest
from motcua.checker.documents.names import W
from motcua.checker.documents.package import LIMITS, Package
from motcua.checker.documents.reader import read_document
from motcua.checker.documents.traced import TracedParagraph, characters_of, trace
from motcua.checker.home import HOME

from tests.documents.word_files import WordFiles

SAMPLES = sorted((HOME / "samples" / "good" / "documents").glob("*.docx"))


def traced(path: Path) -> dict[int, TracedParagraph]:
    package = Package(path, path.name, LIMITS)
    return trace(package, package.xml(package.main))


@pytest.mark.parametrize("path", SAMPLES[::6], ids=lambda path: path.stem)
def test_the_trace_shows_what_the_reader_shows(path: Path):
    found = traced(path)
    assert tuple(found[index].shown for index in sorted(found)) == tuple(
        sorted(read_document(path, "a").paragraphs, key=lambda item: item.index)
    )


def test_each_run_says_its_own_characters(word: WordFiles):
    box = f"<w:r><w:pict><w:txbxContent>{word.p('hộp')}</w:txbxContent></w:pict></w:r>"
    link = f"<w:hyperlink>{word.run('liên')}</w:hyperlink>"
    gone = '<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText>'
        '<w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = word.p(f"{word.run('một')}{box}{link}{gone}{code}{word.run(' hai', '<w:vanish/>')}")
    found = traced(word.pack(word.parts(body)))
    texts = {
        index: [
            "".join(run.text for run in item.shown.runs)[run.start : run.end] for run in item.runs
        ]
        for index, item in found.items()
    }
    assert texts == {0: ["một", "", "liên", "", "", "", " hai"], 1: ["hộp"]}
    assert all(run.element.tag == f"{W}r" for item in found.values() for run in item.runs)


def test_the_children_of_a_run_say_its_characters(word: WordFiles):
    run = "<w:r><w:t> a </w:t><w:tab/><w:br/><w:sym w:char='F0B7'/><w:drawing/><w:cr/></w:r>"
    (item,) = traced(word.pack(word.parts(f"<w:p>{run}</w:p>"))).values()
    ((element, start, end),) = item.runs
    assert (start, end) == (0, 5)
    assert [len(text) for _, text in characters_of(element)] == [1, 1, 1, 1, 0, 1]


@pytest.mark.parametrize(
    ("direct", "listed"),
    [("", True), ('<w:numPr><w:numId w:val="0"/></w:numPr>', False)],
)
def test_a_list_of_a_style_holds_unless_the_paragraph_leaves_it(
    word: WordFiles, direct: str, listed: bool
):
    numbered = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:contextualSpacing/></w:pPr>'
    styles = word.style("L", numbered)
    body = word.p("một", f'<w:pStyle w:val="L"/>{direct}') + word.p("hai")
    first, second = traced(word.pack(word.parts(body, styles))).values()
    assert (first.listed, first.contextual) == (listed, True)
    assert (second.listed, second.contextual) == (False, False)
