"""Pages in a real Chromium: opened, unfolded, filtered, printed, held to WCAG 2.2 AA."""

import json
import shutil
import subprocess

import pytest
from motcua.tests.report.html import made

WIDTHS = {"screen": 1280, "phone": 360}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SOURCES = {
    "unit": lambda: made.result(1),
    "units": lambda: made.result(2),
    "many units": lambda: made.result(9),
    "document": lambda: made.documents(1),
}
LOOKS = [
    *((source, width, "vi") for source in SOURCES for width in WIDTHS),
    ("unit", "screen", "en"),
    ("many units", "screen", "en"),
]


@pytest.fixture
def opened(browser, written):
    """Opens a result as a page of a width; what it says to the console must be nothing."""
    pages = []

    def open_(result, width=1280, lang="vi", **context):
        page = browser.new_page(viewport={"width": width, "height": 900}, **context)
        page.on("console", lambda message: pytest.fail(message.text))
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(written(result, lang).as_uri())
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.close()


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.mark.parametrize(("source", "width", "lang"), LOOKS)
def test_it_meets_wcag(source, width, lang, opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(SOURCES[source](), WIDTHS[width], lang)
    for unfolded in (False, True):
        if unfolded:
            unfold(page)
        found = axe.Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        assert not found, json.dumps(
            [(v["id"], v["nodes"][0]["html"]) for v in found], ensure_ascii=False
        )


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_screen(source, width, opened):
    page = opened(SOURCES[source](), WIDTHS[width])
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]


def test_a_criterion_unfolds_by_hand_and_by_keyboard(opened):
    page = opened(made.result(1))
    details = page.locator("details[data-verdict=fail]")
    proof = details.locator(".proof")
    assert not proof.is_visible()
    details.locator("summary").click()
    assert proof.is_visible()
    details.locator("summary").press("Enter")
    assert not proof.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_from_the_law_unfolds_its_criterion(script, opened):
    page = opened(made.result(1), java_script_enabled=script)
    page.locator("details.document summary").first.click()
    link = page.locator("details.document a").first
    target = link.get_attribute("href").removeprefix("#")
    assert not page.locator(f"[id='{target}']").is_visible()
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()


def test_filters_narrow_by_verdict_and_by_words(opened):
    page = opened(made.result(1, many=12))
    shown = page.locator("details.criterion:visible")
    output = page.locator("form.filter output")
    assert shown.count() == 12
    page.get_by_label("Không đạt").uncheck()
    assert shown.count() == 10
    assert output.text_content().startswith("10/12")
    page.get_by_label("Tìm trong tiêu chí").fill("NY-07")
    assert [e.get_attribute("data-id") for e in shown.all()] == ["NY-07"]
    page.get_by_label("Tìm trong tiêu chí").fill("không có chữ này")
    assert shown.count() == 0


def test_all_unfold_and_fold_at_once(opened):
    page = opened(made.result(1))
    page.get_by_role("button", name="Mở hết").click()
    assert page.locator("details.criterion[open]").count() == 6
    page.get_by_role("button", name="Gấp hết").click()
    assert page.locator("details.criterion[open]").count() == 0


def test_without_script_all_is_there_but_the_filter(opened):
    page = opened(made.result(1), java_script_enabled=False)
    assert not page.locator("form.filter").is_visible()
    details = page.locator("details[data-verdict=fail]")
    details.locator("summary").click()
    assert details.locator("table.evidence").first.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_everything_is_unfolded(script, opened, tmp_path):
    page = opened(made.result(1), java_script_enabled=script)
    page.pdf(path=tmp_path / "in.pdf", format="A4")
    assert page.locator("details[open]").count() == 0
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    paper = subprocess.run([reader, tmp_path / "in.pdf", "-"], check=True, capture_output=True)
    text = " ".join(paper.stdout.decode("utf-8").split())
    assert text.count("Căn cứ") >= len(made.criteria())
    assert "Thủ tục 2 niêm yết muộn" in text
    assert "Chỉ hiện" not in text


def test_what_a_screen_reader_is_told(opened):
    page = opened(made.result(1))
    tree = page.locator("body").aria_snapshot()
    assert "- main:" in tree
    assert "- navigation" in tree
    assert "- contentinfo:" in tree
    assert "UBND xã Thử 0" in tree
    assert "- form " in tree
