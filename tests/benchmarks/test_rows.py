from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from motcua.checker.home import HOME

BENCHMARKS = Path(HOME) / "benchmarks"


def test_every_criterion_counts_as_its_hand_written_sql():
    done = subprocess.run(
        [
            sys.executable,
            str(BENCHMARKS / "rows.py"),
            "--rows",
            "4000",
            "--units",
            "40",
            "--runs",
            "1",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    counted = {line.split()[0]: line.split()[1:4] for line in done.stdout.splitlines()[1:-2]}
    assert set(counted) == {path.stem for path in (BENCHMARKS / "by_hand").iterdir()}
    for name, counts in counted.items():
        assert sum(int(count) > 0 for count in counts) >= 2, f"{name}: {counts}"
