"""Pages read back: every number and verdict is there, every link leads somewhere."""

import re
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest
from motcua.checker.report.html.site import INDEX
from motcua.checker.result import VERDICTS
from motcua.tests.report.html import made
from motcua.tests.report.html.conftest import as_page

PAGES = {
    "one unit": made.result(1),
    "a few units": made.result(3),
    "many units": made.result(12),
    "a document": made.documents(1),
    "a few documents": made.documents(3),
    "many documents": made.documents(12),
    "nothing judged": made.result(1, many=0),
    "no unit": made.result(0),
}
HEADING = re.compile(r"h[1-6]$")


def parsed(text):
    return lxml.html.document_fromstring(text)


@pytest.fixture(params=[(name, lang) for name in PAGES for lang in ("vi", "en")], ids=str)
def page(request):
    name, lang = request.param
    return parsed(as_page(PAGES[name], lang))


def said(element):
    return " ".join(element.text_content().split())


def test_nothing_is_fetched_and_only_our_own_script_may_run(page):
    assert not page.xpath("//*[@src or @style or @srcset or @action or @ping]")
    assert not page.xpath("//link | //iframe | //object | //embed | //base | //img")
    assert not [a for a in page.xpath("//@*") if a.attrname.startswith("on")]
    assert all(href.startswith("#") for href in page.xpath("//@href"))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy and "default-src 'none'" in policy[0] and "unsafe" not in policy[0]
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1


def test_ids_are_unique_and_every_link_has_its_target(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(e.tag[1]) for e in page.iter() if HEADING.match(str(e.tag))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_heads_and_every_row_as_many_cells(page):
    for table in page.xpath("//table"):
        heads = table.xpath("./thead/tr/th[@scope='col']")
        assert heads
        for row in table.xpath("./tbody/tr"):
            assert len(row.xpath("./th|./td")) == len(heads)


def test_every_drawing_is_told_in_words_or_stands_beside_them(page):
    for drawn in page.xpath("//svg"):
        assert drawn.get("aria-hidden") == "true" or (
            drawn.get("role") == "img" and drawn.get("aria-label")
        )


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ["one unit", "a few units", "a document"])
def test_a_verdict_and_its_numbers_read_back_as_they_are(name, lang):
    source = PAGES[name]
    page = parsed(as_page(source, lang))
    examined = source.units if hasattr(source, "units") else source.documents
    wanted = [criterion for one in examined for criterion in one.criteria]
    shown = page.xpath("//details[@data-id]")
    assert sorted((e.get("data-id"), e.get("data-verdict")) for e in shown) == sorted(
        (c.id, c.verdict) for c in wanted
    )
    by_id = {c.id: c for c in wanted}
    for details in shown:
        criterion = by_id[details.get("data-id")]
        counts = details.xpath(".//table[@class='numbers']/tbody/tr/td")
        assert [int(said(cell)) for cell in counts[:4]] == [
            criterion.population,
            criterion.satisfied,
            criterion.violated,
            criterion.undetermined,
        ]
        told = details.xpath(".//ol[@class='findings']/li")
        assert len(told) == len(criterion.findings) + len(criterion.gaps)
        for item, finding in zip(told, criterion.findings + criterion.gaps, strict=True):
            for evidence in finding.evidence:
                row = [said(cell) for cell in item.xpath(".//tbody/tr")]
                assert any(
                    evidence.value.of(lang) in r and evidence.place.of(lang) in r for r in row
                )
        for searched in criterion.searched:
            looked = said(details.xpath(".//table[@class='searched']")[0])
            assert searched.file in looked and str(searched.rows) in looked
            assert name == "a document" or "dòng 2–413" in looked


def test_what_was_not_found_is_said():
    page = parsed(as_page(made.result(1)))
    (error,) = page.xpath("//details[@data-verdict='error']")
    assert "Không có tệp nào thuộc loại dữ liệu cần xem" in said(error)


def test_the_line_on_top_counts_data_people_and_what_is_open():
    (unit,) = made.result(1).units
    attested = made.criterion("NY-99", "pass", table="attestations")
    source = replace(made.result(1), units=(replace(unit, criteria=(*unit.criteria, attested)),))
    page = parsed(as_page(source, "en"))
    (line,) = page.xpath("//p[@class='honest']")
    assert "Of 7 criteria: 3 decided by data, 1 by people's word, 1 undetermined" in said(line)
    counts = {e.get("data-count"): int(e.text) for e in page.xpath("//*[@data-count]")}
    assert counts == {v: 2 if v == "pass" else 1 for v in VERDICTS}


def test_every_clause_leads_to_the_criteria_that_rest_on_it():
    page = parsed(as_page(made.result(1)))
    documents = page.xpath("//details[@class='document']")
    heads = [said(d.xpath("./summary/h3")[0]) for d in documents]
    assert heads == ["15/2026/QĐ-UBND", "63/2010/NĐ-CP"]
    articles = [said(th) for th in documents[1].xpath(".//tbody/tr/th")]
    assert articles == ["Điều 9", "điểm b khoản 1 Điều 17"]
    links = documents[1].xpath(".//tbody/tr[1]//a/@href")
    assert sorted(links) == sorted(f"#{c.id}" for c in made.criteria())


def test_days_are_drawn_only_where_findings_have_both():
    page = parsed(as_page(made.result(1)))
    drawn = {e.get("data-id") for e in page.xpath("//details[@data-id][.//svg[@class='timeline']]")}
    assert drawn == {c.id for c in made.criteria() if c.findings}
    (chart, *_) = page.xpath("//svg[@class='timeline']")
    assert len(chart.xpath(".//circle")) == 3


def test_a_waiver_stands_beside_its_verdict():
    page = parsed(as_page(made.result(1)))
    (waived,) = page.xpath("//details[.//p[@class='decision']]")
    assert waived.get("data-verdict") == "fail"
    told = said(waived.xpath(".//p[@class='decision']")[0])
    assert "Đang sửa trụ sở" in told and "Phó Chủ tịch" in told
    assert "được miễn trừ" in said(waived.xpath("./summary")[0])


def test_the_receipt_says_whether_people_are_masked():
    masked = made.result(1)
    shown = replace(masked, receipt=replace(masked.receipt, unmasked=True))
    assert "đã được che" in said(parsed(as_page(masked)).xpath("//footer")[0])
    assert "không được che" in said(parsed(as_page(shown)).xpath("//footer")[0])


def test_a_folder_has_a_page_each_and_an_index_that_leads_to_them(as_folder):
    pages = {name: parsed("".join(pieces)) for name, pieces in as_folder(made.result(12))}
    assert list(pages)[-1] == INDEX
    links = [href for href in pages[INDEX].xpath("//main//@href") if not href.startswith("#")]
    assert sorted(links) == sorted(set(pages) - {INDEX})
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in pages)


def test_same_result_same_bytes():
    assert as_page(made.result(3)) == as_page(made.result(3))
