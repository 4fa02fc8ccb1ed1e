"""The result on the screen of an officer."""

from __future__ import annotations

from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.checker.rulebook.valid import valid_rulebook
from motcua.cli import main


def screen(*asked: str) -> list[str]:
    call = ["check", *asked, "--as-of", "2026-11-22"]
    return CliRunner().invoke(main, call, catch_exceptions=False).output.splitlines()


def test_a_register_not_handed_in_is_one_line_for_all_that_rest_on_it() -> None:
    lines = screen(str(SAMPLES / "bad"), "--pack", "posting")
    told = [line for line in lines if line.startswith("Chưa đủ căn cứ: ")]
    assert (
        "Chưa đủ căn cứ: NY-11, NY-12, NY-15. Chưa nộp: Trang thủ tục trên Cơ sở dữ liệu quốc gia"
        in told
    )
    in_table = [line.split("│")[1].strip() for line in lines if line.startswith("│ NY")]
    assert "NY-01" in in_table
    assert not {"NY-11", "NY-12", "NY-15"} & set(in_table)


def test_every_criterion_is_on_the_screen_once() -> None:
    lines = screen(str(SAMPLES / "bad"), "--pack", "dossiers", "--pack", "posting")
    tables = [line.split("│")[1].strip() for line in lines if line.startswith("│")]
    brief = [
        one.strip()
        for line in lines
        if line.startswith(("Chưa đủ căn cứ: ", "Không áp dụng: "))
        for one in line.partition(": ")[2].partition(".")[0].split(",")
    ]
    shown = sorted(one for one in [*tables, *brief] if one[:3] in ("NY-", "HS-"))
    criteria = [one.criterion for one in valid_rulebook().criteria.values()]
    assert shown == sorted(one.id for one in criteria if one.pack in ("dossiers", "posting"))
