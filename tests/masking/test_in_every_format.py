"""What a unit's register tells of people leaves the program masked, in every format."""

import json
import shutil
import zipfile
from io import BytesIO

import pytest
from click.testing import CliRunner
from motcua.checker.commands.options import RESULT_FORMATS
from motcua.checker.home import SAMPLES
from motcua.cli import main

NAME, PHONE, CARD = "Trịnh Thị Thử", "0912 345 678", "079200123456"
STAFF = f"""Họ và tên,Chức danh,Số điện thoại công khai,Công khai tại trụ sở,Ghi chú
{NAME},"Công chức, CCCD {CARD}, ĐT {PHONE}",{PHONE},không,
"""


@pytest.fixture
def unit(tmp_path):
    folder = tmp_path / "unit"
    shutil.copytree(SAMPLES / "good", folder)
    (folder / "can-bo.csv").write_text(STAFF, encoding="utf-8")
    return folder


def report(unit, *arguments):
    run = CliRunner().invoke(main, ["check", str(unit), "--as-of", "2026-11-22", *arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.output
    assert run.exit_code in (0, 1, 4), run.output
    return readable(run.stdout_bytes)


def readable(content):
    """The text of a report; that of a workbook stands in its parts."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(BytesIO(content)) as package:
        return "".join(package.read(name).decode() for name in package.namelist())


@pytest.mark.parametrize("name", RESULT_FORMATS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_personal_is_shown_unless_asked_for(unit, name, lang):
    options = ("--pack", "posting", "--format", name, "--lang", lang)
    masked, shown = report(unit, *options), report(unit, *options, "--unmask")
    for told in (NAME, PHONE, CARD):
        assert told not in masked
    assert NAME in shown
    # OSCAL escapes what Markdown would take for emphasis, and JSON escapes that again.
    assert "T**** T** T**" in masked.replace("\\\\", "")


def test_the_receipt_says_which_and_nothing_else_changes(unit):
    masked, shown = (
        json.loads(report(unit, "--format", "json", *more)) for more in ((), ("--unmask",))
    )
    assert masked["receipt"].pop("unmasked") is False
    assert shown["receipt"].pop("unmasked") is True
    assert masked["receipt"] == shown["receipt"]
    for before, after in zip(
        shown["units"][0]["criteria"], masked["units"][0]["criteria"], strict=True
    ):
        for told in ("findings", "gaps"):
            assert len(before.pop(told)) == len(after.pop(told))
        assert before == after
