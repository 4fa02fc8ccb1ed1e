"""Two versions of a pack over the same units: what changes is named, and nothing else is judged."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.effects import effect
from motcua.checker.home import RULES
from motcua.checker.report.effect import effect_json, effect_text
from motcua.checker.report.terminal import to_text
from motcua.checker.run import Request
from motcua.cli import main

from tests.mutating.pack import STRONG, write

DAY = "2026-11-22"
UNIT = """\
name: UBND xã Thử
code: H99.104
level: commune
province: tỉnh Thử
period: {from: 2026-01-01, to: 2026-11-22}
"""
AUDITS = """\
Lần đánh giá,Ngày kế hoạch,Ngày đánh giá,Số báo cáo
A,01/03/2026,01/03/2026,BC-01
B,01/06/2026,10/06/2026,BC-02
"""


@pytest.fixture
def unit(tmp_path):
    folder = tmp_path / "don-vi"
    folder.mkdir()
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    (folder / "danh-gia.csv").write_text(AUDITS, encoding="utf-8")
    return str(folder)


def versions(tmp_path, after):
    return [str(write(tmp_path / "cu", STRONG)), str(write(tmp_path / "moi", STRONG, after))]


def ran(*asked):
    return CliRunner().invoke(main, ["rules", "effect", *asked, "--as-of", DAY])


def test_a_verdict_that_changes_is_named_with_both_reasons(tmp_path, unit):
    old, new = versions(tmp_path, "audited_on <= planned_on + 9")
    found = effect(Path(old), Path(new), Request((Path(unit),), dt.date.fromisoformat(DAY)))
    told = effect_json(found)
    (change,) = told["changes"]
    assert (change["criterion"], change["unit"]) == ("THU-01", "don-vi")
    sides = [
        (side["verdict"], side["satisfied"], side["violated"])
        for side in (change["before"], change["after"])
    ]
    assert sides == [("partial", 1, 1), ("pass", 2, 0)]
    assert told["recounted"] == []
    counted, table = (to_text(part, terminal=False) for part in effect_text(found, "vi"))
    assert counted.startswith("1 tiêu chí khác nhau, 1 đơn vị: 1 kết luận đổi; 0 chỗ")
    assert "Đạt một phần" in table


def test_the_same_pack_judges_nothing(tmp_path):
    folder = str(write(tmp_path / "cu", STRONG))
    again = str(write(tmp_path / "moi", STRONG.replace("đúng ngày", "ngay ngày")))
    done = ran(folder, again, str(tmp_path / "khong-co"))
    assert done.exit_code == 0
    assert "không tiêu chí nào khác nhau" in done.output


def test_a_criterion_that_is_gone_is_a_change(tmp_path, unit):
    old = write(tmp_path / "cu", STRONG)
    new = tmp_path / "moi"
    shutil.copytree(old, new)
    (new / "thu" / "THU-01.yaml").unlink()
    done = ran(str(old), str(new), unit, "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.output)["changes"][0]["after"] is None


def test_a_change_of_a_subject_reaches_the_criteria_that_stand_on_it(tmp_path):
    """A copy of the law pack: one subject changed, so the criteria over it are looked at."""
    old, new = tmp_path / "cu", tmp_path / "moi"
    for folder in (old, new):
        shutil.copytree(RULES, folder)
    path = new / "posting" / "subjects" / "staff_contact.sql"
    path.write_text(path.read_text(encoding="utf-8") + "WHERE TRUE\n", encoding="utf-8")
    (tmp_path / "u").mkdir()
    (tmp_path / "u" / "unit.yaml").write_text(UNIT, encoding="utf-8")
    done = ran(str(old), str(new), str(tmp_path / "u"), "--format", "json")
    assert json.loads(done.output)["criteria"] == ["NY-33"]
