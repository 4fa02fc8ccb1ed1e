from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from motcua.checker.doubles import MOST_TOLD, say_doubles, told
from motcua.checker.intake.folder import open_unit
from motcua.checker.intake.model import FileAccount
from motcua.checker.intake.reader import read_exports
from motcua.checker.places import Notice
from motcua.checker.store import Store
from motcua.checker.tables import table_specs
from motcua.checker.words import Text

Fixture = Callable[..., Any]
HEAD = ["Số quyết định", "Ngày ký", "Ngày hiệu lực"]


def read_all(folder: Path, files: dict[str, bytes]) -> tuple[list[FileAccount], Any]:
    unit = "name: A\ncode: X\nlevel: commune\nprovince: T\n"
    (folder / "unit.yaml").write_text(unit, encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with Store(table_specs()) as store:
        accounts = read_exports(open_unit(folder), 3, store)
        return accounts, say_doubles(store)


def test_rows_that_name_one_thing_twice_are_told_across_files(tmp_path: Path, make_csv: Fixture):
    first = make_csv([HEAD, ["1/QĐ", "01/02/2025", ""], ["2/QĐ", "01/02/2025", ""]])
    second = make_csv(
        [HEAD, ["3/QĐ", "01/03/2025", ""], ["1/QĐ", "01/03/2025", ""], ["", "01/02/2025", "x"]]
    )
    accounts, said = read_all(tmp_path, {"a.csv": first, "b.csv": second})
    (notice,) = said[3]
    assert (notice.file, notice.place, notice.code) == ("a.csv", "dòng 2, cột 1", "duplicate_key")
    assert "(dòng 2, cột 1; b.csv: dòng 3, cột 1)" in notice.text.vi
    assert [len(account.notices) for account in told(accounts, said[3])] == [
        len(accounts[0].notices) + 1,
        len(accounts[1].notices),
    ]


def test_a_million_doubles_are_not_all_told(tmp_path: Path, make_csv: Fixture):
    rows = [[f"{n}/QĐ", "01/02/2025", ""] for n in range(30)]
    _, said = read_all(tmp_path, {"a.csv": make_csv([HEAD, *rows, *rows])})
    assert len(said[3]) == MOST_TOLD
    assert said[3][0].place == "dòng 2, cột 1"


def test_a_doubtful_column_is_unknown_in_the_tables_too(tmp_path: Path, make_csv: Fixture):
    unit = "name: A\ncode: X\nlevel: commune\nprovince: T\n"
    (tmp_path / "unit.yaml").write_text(unit, encoding="utf-8")
    rows = [["1/QĐ", "03/25/2025", ""], ["2/QĐ", "03/04/2025", ""], ["3/QĐ", "05/05/2025", ""]]
    (tmp_path / "a.csv").write_bytes(make_csv([HEAD, *rows]))
    (tmp_path / "b.csv").write_bytes(make_csv([HEAD, ["4/QĐ", "03/04/2025", ""]]))
    with Store(table_specs()) as store:
        read_exports(open_unit(tmp_path), 1, store)
        store.settle()
        found = store.db.execute("SELECT signed_on FROM decisions ORDER BY seen_at").fetchall()
    assert [str(day) for (day,) in found] == ["None", "None", "2025-05-05", "2025-04-03"]


def test_a_notice_of_a_file_without_account_is_not_made_up():
    notice = Notice("c.csv", "", "duplicate_key", Text("x", "x"))
    account = FileAccount("a.csv", "", "decisions")
    assert told([account], [notice]) == (account,)
