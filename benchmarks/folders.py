"""Folders of units as .csv, and a whole ``motcua check`` of them in a process of its own."""

from __future__ import annotations

import csv
import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

HOME = Path(__file__).resolve().parent.parent
FIRST_DAY = dt.date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class WholeRun:
    """A check from files: rows, bytes, wall seconds, most memory; and DuckDB's own reading."""

    rows: int
    megabytes: int
    seconds: float
    peak: int
    duckdb: float


def write_folders(folder: Path, units: int, postings: int, register: int) -> int:
    """Write the units; returns the rows of all registers together."""
    written = 0
    for number in range(units):
        unit = folder / f"don-vi-{number:03}"
        unit.mkdir()
        said = f"name: UBND xã số {number}\ncode: H99.{number:03}\nlevel: commune\n"
        (unit / "unit.yaml").write_text(
            f"{said}province: tỉnh Minh Giang\nfields: [hộ tịch]\n"
            "period: {from: 2026-01-01, to: 2026-11-22}\n",
            encoding="utf-8",
        )
        chance = random.Random(number)
        written += _write(unit / "quyet-dinh.csv", _DECISIONS, _decisions())
        written += _write(unit / "thu-tuc.csv", _PROCEDURES, _procedures(postings // units))
        written += _write(unit / "niem-yet.csv", _POSTINGS, _postings(postings // units, chance))
        written += _write(unit / "van-ban-di.csv", _OUTGOING, _outgoing(register // units, chance))
    return written


def whole_run(folder: Path, rows: int) -> WholeRun:
    """Check every folder below one, and load the same files with DuckDB alone."""
    call = [sys.executable, str(HOME / "cli.py"), "check", str(folder), "--as-of", "2026-11-22"]
    out = folder / "result.json"
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *call, "--format", "json", "--output", str(out)],
        check=True,
        capture_output=True,
        text=True,
    )
    spent = time.perf_counter() - began
    if not out.exists():
        raise SystemExit(done.stderr)
    files = list(folder.rglob("*.csv"))
    size = sum(path.stat().st_size for path in files) >> 20
    return WholeRun(rows, size, spent, int(done.stdout.split()[-1]) // 1024, _duckdb(folder))


def _duckdb(folder: Path) -> float:
    began = time.perf_counter()
    with duckdb.connect(":memory:") as db:
        for name in ("quyet-dinh", "thu-tuc", "niem-yet", "van-ban-di"):
            files = f"{folder.as_posix()}/*/{name}.csv"
            db.execute(f"CREATE TABLE \"{name}\" AS FROM read_csv('{files}', filename = true)")
    return time.perf_counter() - began


_MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _write(path: Path, header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> int:
    number = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            number += 1
    return number


def _day(offset: int) -> str:
    return f"{FIRST_DAY + dt.timedelta(days=offset % 320):%d/%m/%Y}"


_DECISIONS = ("Số quyết định", "Ngày ký", "Ngày có hiệu lực", "Cơ quan ban hành")
_PROCEDURES = ("Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Cấp thực hiện", "Số quyết định", "Loại")
_POSTINGS = ("Mã thủ tục", "Tên thủ tục", "Hình thức niêm yết", "Ngày niêm yết", "Ngày gỡ")
_OUTGOING = ("Số, ký hiệu văn bản", "Trích yếu", "Ngày văn bản", "Người ký", "Nơi nhận", "Ngày ký")


def _decisions() -> Iterator[tuple[object, ...]]:
    for number in range(1, 21):
        yield f"{number}/QĐ-UBND", _day(number), _day(number + 10), "UBND tỉnh Minh Giang"


def _procedures(rows: int) -> Iterator[tuple[object, ...]]:
    for at in range(rows):
        decision = f"{1 + at % 20}/QĐ-UBND"
        yield f"1.{at:06}", f"Thủ tục số {at}", "Hộ tịch", "Xã", decision, "Mới"


def _postings(rows: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for at in range(rows):
        day = _day(chance.randrange(60))
        yield f"1.{at:06}", f"Thủ tục số {at}", "bảng", day, "" if at % 50 else _day(200)


def _outgoing(rows: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for at in range(rows):
        day = _day(at * 320 // max(rows, 1))
        about = f"V/v phối hợp thực hiện nội dung số {at}"
        number = at + 1 + (chance.random() < 0.001)
        yield f"{number}/UBND-VP", about, day, "Nguyễn Văn Thử", "Sở Nội vụ; Lưu: VT", day
