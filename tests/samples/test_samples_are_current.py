from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
UNITS = ("bad", "good", "hostile", "partial")
WRITTEN = (*UNITS, "inspections", "iso", "one-stop")


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_generator_writes_what_is_committed(tmp_path: Path):
    subprocess.run(
        [sys.executable, str(ROOT / "tools" / "make_samples.py"), str(tmp_path)],
        check=True,
        cwd=tmp_path,
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(WRITTEN)
    for unit in WRITTEN:
        written, committed = content(tmp_path / unit), content(SAMPLES / unit)
        assert sorted(written) == sorted(committed)
        assert [name for name in written if written[name] != committed[name]] == []


def test_the_samples_stay_small():
    assert sum(map(len, content(SAMPLES).values())) < 2_500_000


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_expected_names_files_that_are_there(unit: str):
    expected = yaml.safe_load((SAMPLES / "expected" / f"{unit}.yaml").read_text(encoding="utf-8"))
    named = [entry["file"] for key in ("notices", "intake") for entry in expected.get(key, [])]
    missing = [file for file in named if not (SAMPLES / unit / file).is_file()]
    assert missing == []
