from __future__ import annotations

import pytest
from motcua.checker.documents.origins import TracingResolver
from motcua.checker.documents.reader import read_document
from motcua.checker.report.inspection import inspection_json

from tests.documents.word_files import WordFiles

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/><w:color w:val='FF0000'/></w:rPr></w:style>"
)


def inspected(word: WordFiles, body: str) -> dict[str, list[dict[str, object]]]:
    path = word.pack(word.parts(body, STYLES))
    return inspection_json(read_document(path, path.name, resolver=TracingResolver))


@pytest.mark.parametrize(
    ("run", "name", "origin"),
    [
        ("", "font", "application default"),
        ("", "size_pt", "docDefaults"),
        ("", "bold", "paragraph style Normal"),
        ('<w:rStyle w:val="S"/>', "bold", "paragraph style Normal xor character style Strong"),
        ('<w:rStyle w:val="S"/>', "color", "character style Strong"),
        ('<w:rStyle w:val="S"/><w:b/>', "bold", "direct"),
        ('<w:cs/><w:szCs w:val="20"/>', "size_pt", "direct"),
    ],
)
def test_each_property_of_a_run_says_where_it_comes_from(
    word: WordFiles, run: str, name: str, origin: str
):
    paragraph = inspected(word, word.p("Chữ", run=run))["paragraphs"][0]
    assert paragraph["runs"][0]["origin"][name] == origin
    assert set(paragraph["runs"][0]["origin"]) == set(paragraph["runs"][0]) - {"text", "origin"}


def test_each_property_of_a_paragraph_says_where_it_comes_from(word: WordFiles):
    (paragraph,) = inspected(word, word.p("Chữ", '<w:ind w:left="567"/>'))["paragraphs"]
    origin = paragraph["origin"]
    assert origin["align"] == "paragraph style Normal"
    assert (origin["left_indent_mm"], origin["space_after_pt"]) == ("direct", "application default")
    assert set(origin) == set(paragraph) - {"index", "place", "text", "runs", "origin"}


def test_runs_of_one_look_are_one_whatever_their_origins(word: WordFiles):
    body = word.p(word.run("một ") + word.run("hai", "<w:b/>"))
    (run,) = inspected(word, body)["paragraphs"][0]["runs"]
    assert (run["text"], run["origin"]["bold"]) == ("một hai", "paragraph style Normal | direct")
