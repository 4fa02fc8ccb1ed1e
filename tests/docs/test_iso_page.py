from __future__ import annotations

from motcua.checker.home import HOME, RULES
from motcua.checker.rulebook.load import load_folder
from motcua.tools.iso_page import EDITIONS, NEW_IN_2015, clauses_of, iso_page


def test_the_page_of_iso_is_current():
    written = (HOME / "docs" / "iso-9001.md").read_bytes()
    assert written == iso_page().encode(), "run: python tools/make_docs.py"


def test_what_rests_on_one_edition_rests_on_each_or_says_why_not():
    old, new = EDITIONS
    found = {one.criterion.id: clauses_of(one) for one in load_folder(RULES).criteria.values()}
    assert {name for name, its in found.items() if its[old] and not its[new]} == set()
    assert {name for name, its in found.items() if its[new] and not its[old]} == set(NEW_IN_2015)


def test_nothing_rests_on_the_edition_that_has_no_vietnamese_text():
    cited = {
        basis.document
        for one in load_folder(RULES).criteria.values()
        for clause in one.clauses
        for basis in clause.version.basis
    }
    assert "ISO 9001:2026" not in cited
