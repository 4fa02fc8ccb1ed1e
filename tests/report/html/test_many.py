"""A report over 168 units with 100 criteria opens within 2 s and weighs under 5 MB."""

import time

import pytest
from motcua.checker.report.html.site import INDEX
from motcua.tests.report.html import made
from motcua.tests.report.html.conftest import as_page

MOST_BYTES, MOST_SECONDS = 5_000_000, 2.0


@pytest.fixture(scope="module")
def province():
    return made.result(units=168, many=100, findings=20)


def seconds_to_open(browser, path):
    """The best of a few: what other programs take of the machine is not the page's."""
    taken = []
    while len(taken) < 5 and min(taken, default=MOST_SECONDS) >= MOST_SECONDS:
        page = browser.new_page()
        begun = time.perf_counter()
        page.goto(path.as_uri(), wait_until="load")
        page.locator("h1").wait_for()
        taken.append(time.perf_counter() - begun)
        page.close()
    return min(taken)


def test_one_file_of_all_units(province, browser, tmp_path):
    path = tmp_path / "tinh.html"
    path.write_text(as_page(province), encoding="utf-8")
    assert path.stat().st_size < MOST_BYTES
    assert seconds_to_open(browser, path) < MOST_SECONDS


def test_a_folder_of_a_page_each(province, as_folder, browser, tmp_path):
    names = []
    for name, pieces in as_folder(province):
        names.append(name)
        if name == INDEX or len(names) == 1:
            path = tmp_path / name
            path.write_text("".join(pieces), encoding="utf-8")
            assert path.stat().st_size < MOST_BYTES
            assert seconds_to_open(browser, path) < MOST_SECONDS
    assert len(names) == 169
