"""A unit of hostile files costs little memory and reaches nothing but its own folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
MEBIBYTE = 1024  # ru_maxrss counts kibibytes on Linux

# Runs the command as a shell would and tells on its last line what it opened and how large it
# and its own children grew. Audit hooks see what Python opens, not what C code opens by itself.
RUNNER = """
import json, os, resource, runpy, sys

opened, written, reached = set(), set(), set()

def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(args[0]))
        opened.add(path)
        if args[2] is not None and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            written.add(path)
    elif event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
        reached.add(event)

sys.addaudithook(hook)
cli = sys.argv[1]
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(cli))
try:
    runpy.run_path(cli, run_name="__main__")
except SystemExit:
    pass
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
largest = [resource.getrusage(who).ru_maxrss for who in both]
print()
print(json.dumps([sorted(opened), sorted(written), sorted(reached), sum(largest)]))
"""
UNIT = "name: U\ncode: U1\nlevel: commune\nprovince: T\n"


class Seen(NamedTuple):
    """What a run opened (real paths), opened to write, connected to, and its peak in KiB."""

    opened: list[Path]
    written: list[str]
    reached: list[str]
    peak: int


def check(folder: Path, cwd: Path) -> Seen:
    command = [sys.executable, "-B", "-c", RUNNER, str(ROOT / "cli.py"), "check", str(folder)]
    done = subprocess.run(
        [*command, "--as-of", "2026-11-22", "--format", "json"],
        capture_output=True,
        check=True,
        cwd=cwd,
        timeout=120,
    )
    *_, last = done.stdout.decode().splitlines()
    opened, written, reached, peak = json.loads(last)
    return Seen([Path(path) for path in opened], written, reached, peak)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ru_maxrss is in KiB on Linux")
def test_hostile_files_cost_little_memory(tmp_path: Path):
    idle = tmp_path / "idle"
    idle.mkdir()
    (idle / "unit.yaml").write_text(UNIT, encoding="utf-8")
    grown = check(SAMPLES / "hostile", tmp_path).peak - check(idle, tmp_path).peak
    assert grown < 600 * MEBIBYTE


@pytest.mark.skipif(sys.platform == "win32", reason="the module resource is of Unix")
def test_nothing_outside_the_unit_is_opened(tmp_path: Path):
    seen = check(SAMPLES / "hostile", tmp_path)
    inside = [path for path in seen.opened if path.is_relative_to(SAMPLES)]
    assert SAMPLES / "hostile" / "unit.yaml" in inside
    assert [path for path in inside if not path.is_relative_to(SAMPLES / "hostile")] == []
    assert [path for path in seen.opened if path.name in {"passwd", "shadow", "hostname"}] == []
    assert [path for path in seen.written if path != "/dev/null"] == []
    assert seen.reached == []


@pytest.mark.skipif(sys.platform == "win32", reason="making a link takes a privilege there")
def test_a_link_out_of_the_unit_is_not_followed(tmp_path: Path):
    (tmp_path / "unit" / "documents").mkdir(parents=True)
    (tmp_path / "unit" / "unit.yaml").write_text(UNIT, encoding="utf-8")
    others = tmp_path / "others"
    others.mkdir()
    for name in ("so.csv", "vb.docx"):
        (others / name).write_bytes(b"another unit's data")
    (tmp_path / "unit" / "so.csv").symlink_to(others / "so.csv")
    (tmp_path / "unit" / "documents" / "vb.docx").symlink_to(others / "vb.docx")
    (tmp_path / "unit" / "them").symlink_to(others)
    seen = check(tmp_path / "unit", tmp_path)
    assert [path for path in seen.opened if path.is_relative_to(others.resolve())] == []
