from __future__ import annotations

from motcua.checker.home import HOME
from motcua.checker.tables import FieldSpec
from motcua.tools.make_docs import BLANKS, TYPES, files_page


def test_the_page_of_files_is_current():
    written = (HOME / "docs" / "files.md").read_bytes()
    assert written == files_page().encode(), "run: python tools/make_docs.py"


def test_every_type_and_every_meaning_of_blank_has_its_word():
    told = FieldSpec.model_fields
    assert set(TYPES) == set(told["type"].annotation.__args__)
    assert set(BLANKS) == set(told["blank"].annotation.__args__)
