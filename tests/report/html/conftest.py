import shutil
from pathlib import Path

import pytest
from motcua.checker.report.html.model import run_of_documents, run_of_units
from motcua.checker.report.html.site import folder, one_file

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def as_page(result, lang="vi"):
    """A result as one page."""
    run = run_of_units(result) if hasattr(result, "units") else run_of_documents(result)
    return "".join(one_file(run, lang))


@pytest.fixture
def written(tmp_path):
    """Writes pages and gives the address of the first one."""

    def write(result, lang="vi") -> Path:
        path = tmp_path / "ket-qua.html"
        path.write_text(as_page(result, lang), encoding="utf-8")
        return path

    return write


@pytest.fixture
def as_folder():
    return lambda result, lang="vi": folder(run_of_units(result), lang)


@pytest.fixture(scope="session")
def browser():
    """A real browser: Debian's chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM)
        yield opened
        opened.close()
