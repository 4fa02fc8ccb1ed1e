"""The inspection form: every line has a word, and minutes say what the report says."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from motcua.checker.home import SAMPLES
from motcua.checker.rulebook.load import load_rulebook
from motcua.cli import main

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CELL = f"{W}tc"
FORMS = ("phieu-don-vi", "phieu-thanh-pho", "phieu-tinh")
PACKS = ("archives", "direction", "premises")


def run(*arguments: str) -> None:
    done = CliRunner().invoke(main, [*arguments])
    assert done.exit_code in (0, 1, 4), done.output


def form_of(path: Path) -> dict[str, list[str]]:
    """The lines of the form by their ids."""
    with zipfile.ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    tables = [
        [
            [
                "\n".join(p.xpath("string()") for p in cell.iter(f"{W}p"))
                for cell in row.iter(f"{W}tc")
            ]
            for row in table.iter(f"{W}tr")
        ]
        for table in document.iter(f"{W}tbl")
    ]
    form = next(rows for rows in tables if rows[0][:2] == ["Mục", "Nội dung"])
    return {row[0]: row[1:] for row in form[1:] if row[0]}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("form")
    packs = [word for pack in PACKS for word in ("--pack", pack)]
    day = ["--as-of", "2026-11-22", "--scheme", FORMS[0]]
    report, saved = str(folder / "bao-cao.docx"), str(folder / "ket-qua.json")
    outputs = ["--format", "docx", "--output", report, "--format", "json", "--output", saved]
    run("check", str(SAMPLES / "bad"), *packs, *day, *outputs)
    run("minutes", saved, "--output", str(folder / "bien-ban.docx"))
    return folder


def test_every_line_says_by_what_or_who_has_to_look(filled: Path):
    form = form_of(filled / "bao-cao.docx")
    scheme = load_rulebook().schemes[FORMS[0]].scheme
    for section in scheme.sections:
        for line in section.lines:
            *_, told = form[line.id]
            assert told.strip(), line.id
            expected = ("Người phải xem:",) if line.who else line.criteria
            assert all(word in told for word in expected), line.id
    # CD-06: one of two reports was late; its cell is the proof.
    assert "Không đạt" in form["1.4"][-1]
    assert "bao-cao-dinh-ky.csv" in form["1.4"][-1]
    # No posting was asked for.
    assert form["3.1"][-1] == "NY-01: không xét trong lần này"


def test_minutes_hold_the_same_form(filled: Path):
    assert form_of(filled / "bien-ban.docx") == form_of(filled / "bao-cao.docx")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_takes_in_every_pack_or_says_who_looks(name: str):
    book = load_rulebook()
    scheme = book.schemes[name].scheme
    packs = {
        book.criteria[id_].criterion.pack
        for section in scheme.sections
        for line in section.lines
        for id_ in line.criteria
    }
    assert {"direction", "posting", "dossiers", "online", "feedback", "archives"} <= packs


def test_what_does_not_apply_to_a_unit_was_not_looked_for(filled: Path):
    """Years of experience are not asked in a commune: no file is proof of that."""
    (told,) = (
        cells[-1] for cells in form_of(filled / "bao-cao.docx").values() if "CS-20" in cells[-1]
    )
    lines = told.splitlines()
    (asked,) = (n for n, line in enumerate(lines) if line.startswith("CS-20: Không áp dụng."))
    assert lines[asked + 1].startswith("CS-21: ")
