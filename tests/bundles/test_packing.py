"""A unit's bundle: the same bytes again, read as its folder is, and whole or not there at all."""

import datetime as dt
import hashlib
import json
import os
import shutil
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from motcua.checker.bundles.manifest import MANIFEST, RESULT
from motcua.checker.commands.options import whole_file
from motcua.checker.errors import UsageError
from motcua.checker.home import SAMPLES
from motcua.checker.packing import pack
from motcua.checker.run import Request
from motcua.cli import main

ASKED = ("--as-of", "2026-11-22", "--pack", "posting")


def motcua(*arguments):
    run = CliRunner().invoke(main, [str(part) for part in arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    return run


@cache
def packed():
    with TemporaryDirectory() as folder:
        target = Path(folder) / "good.zip"
        run = motcua("pack", SAMPLES / "good", *ASKED, "--output", target)
        assert run.exit_code == 0, run.stderr
        assert "(không che)" in run.stderr
        assert [path.name for path in Path(folder).iterdir()] == ["good.zip"]
        return target.read_bytes()


@pytest.fixture()
def good(tmp_path):
    path = tmp_path / "good.zip"
    path.write_bytes(packed())
    return path


def members(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content, name, new):
    """The bundle with another file in place of one, and a manifest that agrees with it."""
    files = {**members(content), name: new}
    said = json.loads(files[MANIFEST])
    for one in said["files"]:
        if one["file"] == name:
            one.update(sha256=hashlib.sha256(new).hexdigest(), size=len(new))
    files[MANIFEST] = json.dumps(said).encode()
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, inside in files.items():
            archive.writestr(each, inside)
    return target.getvalue()


def small(tmp_path, name="u"):
    """A unit of one register."""
    folder = tmp_path / name
    folder.mkdir()
    for file in ("unit.yaml", "so-van-ban-di.csv"):
        shutil.copy(SAMPLES / "good" / file, folder)
    return folder


def request(folder):
    return Request((folder,), dt.date(2026, 11, 22), packs=("posting",))


def test_a_bundle_holds_every_file_as_it_is_and_the_result():
    files = members(packed())
    unit = {
        f"data/good/{path.relative_to(SAMPLES / 'good').as_posix()}": path.read_bytes()
        for path in (SAMPLES / "good").rglob("*")
        if path.is_file()
    }
    assert {n: c for n, c in files.items() if n.startswith("data/")} == unit
    assert {"data/good/attestations.yaml", "data/good/evidence/bang-niem-yet.bmp"} <= set(unit)
    said, result = json.loads(files[MANIFEST]), json.loads(files[RESULT])
    assert {one["file"] for one in said["files"]} == {*unit, RESULT}
    assert said["receipt"]["inputs_sha256"] == result["receipt"]["inputs_sha256"]


def test_check_reads_a_bundle_as_it_reads_the_folder(good):
    run = motcua("check", good, *ASKED, "--format", "json")
    assert run.stdout_bytes == members(packed())[RESULT]
    again = motcua("pack", SAMPLES / "good", *ASKED, "--output", good.with_name("b.zip"))
    assert again.exit_code == 0
    assert good.with_name("b.zip").read_bytes() == packed()


def test_a_result_that_its_data_do_not_bear_out_is_found(good):
    """Whoever changes a bundle can write its manifest anew; the data speak for themselves."""
    result = json.loads(members(packed())[RESULT])
    result["units"][0]["criteria"][0]["verdict"] = "fail"
    good.write_bytes(changed(packed(), RESULT, json.dumps(result).encode()))
    run = motcua("verify", good)
    assert run.exit_code == 1
    assert "KHÔNG" in run.stdout


def test_a_bundle_is_held_against_a_result(good):
    result = good.with_name("a.json")
    result.write_bytes(members(packed())[RESULT])
    name = "data/good/so-van-ban-di.csv"
    good.write_bytes(changed(packed(), name, members(packed())[name] + b"\n"))
    run = motcua("verify", result, good)
    assert run.exit_code == 1
    assert "so-van-ban-di.csv: đã sửa" in run.stdout
    assert motcua("verify", result).exit_code == 2


def test_faults_inside_are_told_by_the_bundle_s_name(good):
    good.write_bytes(changed(packed(), "data/good/unit.yaml", b"name: X\n"))
    run = motcua("check", good, *ASKED)
    assert (run.exit_code, run.stdout) == (2, "")
    assert f"{good.as_posix()}/data/good/unit.yaml:1:1: " in run.stderr


def test_of_several_the_broken_are_passed_over_and_told(good):
    broken = good.with_name("hong.zip")
    broken.write_bytes(packed().replace(b"level: commune", b"level: c0mmune"))
    good.write_bytes(changed(packed(), "data/good/unit.yaml", b"name: X\n"))
    run = motcua("check", small(good.parent), good, broken, *ASKED, "--format", "json")
    said = json.loads(run.stdout)
    assert [unit["unit"]["folder"] for unit in said["units"]] == ["u"]
    notes = sorted(note["vi"] for note in said["notes"])
    assert notes[0].startswith(f"{good / 'data' / 'good'}: bỏ qua, {good.as_posix()}/data/good")
    assert notes[1].startswith(f"{broken}: bỏ qua, ")


def test_several_units_keep_their_folders(tmp_path):
    top = tmp_path / "xa"
    top.mkdir()
    small(top, "a")
    small(top, "b")
    target = tmp_path / "xa.zip"
    assert motcua("pack", top, *ASKED, "--output", target).exit_code == 0
    assert motcua("verify", target).exit_code == 0
    assert {"data/xa/a/unit.yaml", "data/xa/b/unit.yaml"} <= set(members(target.read_bytes()))


def test_what_is_personal_stays_in_the_data_alone(tmp_path):
    unit = small(tmp_path)
    staff = "Họ và tên,Chức danh,Số điện thoại công khai,Công khai tại trụ sở,Ghi chú\n"
    staff += "Trịnh Thị Thử,Công chức,0912 345 678,không,\n"
    (unit / "can-bo.csv").write_text(staff, encoding="utf-8")
    target = tmp_path / "u.zip"
    assert motcua("pack", unit, *ASKED, "--output", target).exit_code == 0
    files = members(target.read_bytes())
    assert "Trịnh Thị Thử".encode() in files["data/u/can-bo.csv"]
    assert "Trịnh Thị Thử".encode() not in files[RESULT]
    assert b"T**** T** T**" in files[RESULT]
    assert "không che" in json.loads(files[MANIFEST])["says"]["vi"]


def test_broken_off_it_leaves_no_file(tmp_path):
    unit, target = small(tmp_path), tmp_path / "u.zip"
    target.write_bytes(b"as it was")

    def stop(said):
        if said.startswith("data/"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), whole_file(target) as file:
        pack(request(unit), file, stop)
    assert target.read_bytes() == b"as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"u", "u.zip"}


def test_a_file_that_changes_meanwhile_is_told(tmp_path):
    unit = small(tmp_path)

    def change(said):
        if said == "data/u/so-van-ban-di.csv":
            (unit / "so-van-ban-di.csv").write_bytes(b"x")

    with pytest.raises(UsageError, match="changed while it was packed"):
        pack(request(unit), BytesIO(), change)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["so:1.csv", "con.csv"])
def test_a_name_that_not_every_machine_takes_is_told(name, tmp_path):
    unit = small(tmp_path)
    (unit / name).write_bytes(b"x")
    run = motcua("pack", unit, *ASKED, "--output", tmp_path / "u.zip")
    assert run.exit_code == 2
    assert f"u/{name}" in run.stderr
    assert not (tmp_path / "u.zip").exists()


@pytest.mark.parametrize("what", ["inside", "nowhere", "no unit", "a bundle"])
def test_what_cannot_be_packed_is_told(what, tmp_path):
    unit = small(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.zip").write_bytes(b"PK")
    asked = {
        "inside": (unit, unit / "u.zip", 2, "nằm trong thư mục"),
        "nowhere": (tmp_path / "x", tmp_path / "u.zip", 2, "không có thư mục"),
        "no unit": (tmp_path / "empty", tmp_path / "u.zip", 3, "không thấy đơn vị nào"),
        "a bundle": (tmp_path / "file.zip", tmp_path / "u.zip", 2, "không có thư mục"),
    }
    path, target, code, told = asked[what]
    run = motcua("pack", path, *ASKED, "--output", target)
    assert run.exit_code == code
    assert told in run.stderr
    assert not target.exists()
