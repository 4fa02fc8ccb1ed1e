"""Every criterion of dossiers counts as the SQL that was written by hand from the law's words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from motcua.checker.home import HOME

BENCHMARKS = Path(HOME) / "benchmarks"


def test_every_criterion_of_dossiers_counts_as_its_hand_written_sql():
    run = [sys.executable, str(BENCHMARKS / "dossiers.py"), "--rows", "3360", "--units", "42"]
    done = subprocess.run([*run, "--runs", "1"], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    counted = {line.split()[0]: line.split()[1:4] for line in done.stdout.splitlines()[1:-3]}
    assert set(counted) == {path.stem for path in (BENCHMARKS / "dossiers_by_hand").iterdir()}
    for name, counts in counted.items():
        assert sum(int(count) > 0 for count in counts) >= 2, f"{name}: {counts}"
