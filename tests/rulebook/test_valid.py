"""A rulebook is read once for the same files, and anew as soon as one byte of them is another."""

from pathlib import Path

import pytest
from motcua.checker.errors import RulesError
from motcua.checker.rulebook.load import load_folder
from motcua.checker.rulebook.valid import valid_rulebook

SUBJECT = """/*
title: {vi: Thủ tục, en: Procedures}
label: {vi: "{code}", en: "{code}"}
places: {seen_at: [code]}
*/
SELECT unit, seen_at, code FROM procedures
"""


def subject(folder: Path, content: bytes) -> Path:
    path = folder / "own" / "subjects" / "own_procedure.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return folder


def test_the_same_files_are_the_same_rulebook_and_another_byte_is_another(tmp_path: Path) -> None:
    first = valid_rulebook((subject(tmp_path, SUBJECT.encode()),))
    assert valid_rulebook((tmp_path,)) is first
    second = valid_rulebook((subject(tmp_path, SUBJECT.replace("Thủ tục", "Mục").encode()),))
    assert second.subjects["own_procedure"].header.title.vi == "Mục"
    assert second.digest != first.digest


def test_sql_as_windows_saves_it_is_read(tmp_path: Path) -> None:
    written = "\ufeff" + SUBJECT.replace("\n", "\r\n")
    book = load_folder(subject(tmp_path, written.encode()))
    assert book.subjects["own_procedure"].first_sql_line == 5


def test_sql_that_is_no_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RulesError) as raised:
        load_folder(subject(tmp_path, SUBJECT.encode("utf-16")))
    assert "own_procedure.sql:1:1: a .sql file has to be saved as UTF-8" in str(raised.value)


def test_one_pack_is_read_with_all_that_it_stands_on_and_nothing_else() -> None:
    whole, one = valid_rulebook(), valid_rulebook(pack="formatting")
    own = {name: c for name, c in whole.criteria.items() if c.criterion.pack == "formatting"}
    assert one.criteria == own
    for loaded in own.values():
        subject = loaded.criterion.subject
        assert one.base_tables(subject) == whole.base_tables(subject)
    assert len(one.subjects) < len(whole.subjects)
    assert (one.digest, one.files) == (whole.digest, whole.files)
