"""What an inspector says stands beside the criterion, as text, and changes no verdict."""

import datetime as dt
from itertools import pairwise

import lxml.html
import pytest
from motcua.checker.notes import Note, Noted
from motcua.checker.report.html.model import run_of_units
from motcua.checker.report.html.site import one_file
from motcua.checker.report.saved_run import run_of_one, with_opinions
from motcua.checker.saved import parse_saved
from motcua.tests.report.html import made
from motcua.tests.report.html.test_hostile import HOSTILE, shape
from motcua.tests.report.test_word import NOTES, checked, minuted


def parsed(text):
    return lxml.html.document_fromstring(text)


def said(element):
    return " ".join(element.text_content().split())


@pytest.fixture()
def result(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(checked()[0])
    return path


def paged(result, notes=""):
    run, target = minuted(result, notes, "m.html")
    assert run.exit_code == 0, run.stderr
    return parsed(target.read_text(encoding="utf-8"))


def test_a_note_stands_beside_its_criterion_and_no_other(result):
    page = paged(result, NOTES)
    (one,) = page.xpath("//details[@data-id][.//div[@class='opinions']]")
    assert (one.get("data-id"), one.get("data-verdict")) == ("NY-01", "fail")
    told = said(one.xpath(".//div[@class='opinions']")[0])
    assert "Không đồng ý với kết luận: Đã niêm yết, sổ chưa ghi; ĐT *******678." in told
    assert "DM TTHC.xlsx Sheet1!D20" in told
    assert "Trần Văn Kiểm, 22/11/2026" in told
    assert "không đổi kết luận" in told
    assert "có ý kiến" in said(one.xpath("./summary")[0])
    (line,) = page.xpath("//p[@class='opinions']")
    assert said(line).startswith("1 ý kiến của người kiểm tra: NY-01.")
    assert line.xpath(".//a/@href") == ["#NY-01"]


def test_without_its_notes_the_page_is_that_of_the_run(result):
    """Verdicts, numbers, proofs and places; only what to do first is not told again."""
    with_notes, without = paged(result, NOTES), paged(result)
    for one in with_notes.xpath("//*[contains(@class, 'opinions')]"):
        one.drop_tree()
    for badge in with_notes.xpath("//span[@class='badge effect'][text()='có ý kiến']"):
        badge.drop_tree()
    shown = [[said(e) for e in page.xpath("//main")] for page in (with_notes, without)]
    assert shown[0] == shown[1]


def test_a_saved_result_has_the_page_of_the_run():
    """As in test_word.py: what is read back is what was written, places and notices included."""
    saved = parse_saved("a.json", checked()[0])
    page = parsed("".join(one_file(run_of_one(saved, ""), "vi")))
    looked = [said(e) for e in page.xpath("//table[@class='searched']/tbody/tr/td[last()]")]
    assert any(place != "–" for place in looked)
    notices = sum(len(one["notices"]) for one in saved.said["units"][0]["intake"])
    assert notices == len(page.xpath("//ul[@class='notices']/li")) > 0
    margins = [c for c in saved.said["units"][0]["criteria"] if c["margin"] is not None]
    assert len(page.xpath("//table[@class='numbers']/following-sibling::p[1]")) >= len(margins) > 0


def noting(words):
    """A page whose first criterion has a note of these words."""
    run = run_of_units(made.result(1))
    (one,) = run.examined
    criterion = next(c for c in one.criteria if c.findings)
    about = {"criterion": criterion.id, "subject": "", "file": words, "place": words}
    note = Note.model_construct(
        **about, stance="object", says=words, by=words, on=dt.date(2026, 11, 22)
    )
    noted = (Noted(note, criterion, None), Noted(note, criterion, criterion.findings[0]))
    return "".join(one_file(with_opinions(run, noted), "vi"))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_are_text(name):
    page = noting(HOSTILE[name])
    assert shape(page) == shape(noting("chữ"))
    page.encode("utf-8")


def test_a_page_with_notes_keeps_the_rules_of_pages():
    page = parsed(noting("chữ"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)
    levels = [int(e.tag[1]) for e in page.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_notes_meet_wcag(browser, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    path = tmp_path / "a.html"
    path.write_text(noting("chữ"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    page.close()
