"""Where a cold ``motcua check samples/good`` spends its time, as shares and as ratios.

Every run is a fresh process. The product knows nothing of it: the child wraps its public functions
from outside. ``python benchmarks/cold.py`` prints medians of the runs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECK = ("check", str(ROOT / "samples" / "good"), "--as-of", "2026-11-22")

STAGES = {
    "valid_rulebook": "rules (load, lint)",
    "gather": "intake",
    "prepare": "views",
    "measure_all": "measure",
    "Judges": "judge (start)",
    "Hearing.hear": "judge and words",
}
"""Names in ``checker.run`` that the child wraps, and the stage that each one's time goes to."""

LATE = ("duckdb", "lxml", "pydantic", "sqlglot", "durable", "rich")
"""What ``--help`` has no need of."""

LIBRARIES = "import duckdb, lxml.etree, pydantic, sqlglot"


def child() -> None:
    """Run the check with wrapped functions; the last line on standard error is the account."""
    at, begun = time.time(), time.perf_counter()
    import motcua.checker.commands.checks as checks
    import motcua.checker.run as run
    import motcua.cli as cli

    imported = time.perf_counter()
    spent = dict.fromkeys((*STAGES.values(), "report"), 0.0)

    def wrap(holder: object, name: str, stage: str) -> None:
        *path, name = name.split(".")
        for step in path:
            holder = getattr(holder, step)
        wrapped = getattr(holder, name)

        def timed(*args: object, **options: object) -> object:
            start = time.perf_counter()
            try:
                return wrapped(*args, **options)
            finally:
                spent[stage] += time.perf_counter() - start

        setattr(holder, name, timed)

    for name, stage in STAGES.items():
        wrap(run, name, stage)
    wrap(checks, "deliver", "report")
    try:
        cli.main(CHECK, standalone_mode=False)
    finally:
        rest = time.perf_counter() - imported - sum(spent.values())
        account = {"at": at, "imports": imported - begun, **spent, "rest": rest}
        print(json.dumps(account), file=sys.stderr)


def seconds(*arguments: str) -> tuple[float, str]:
    """Wall time of a fresh interpreter with these arguments, and the end of its standard error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, cwd=ROOT
    )
    spent = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
    return spent, done.stderr.rstrip().rpartition("\n")[2]


def middle(numbers: list[float]) -> float:
    """The median; the module ``statistics`` would be part of the child's start."""
    return sorted(numbers)[len(numbers) // 2]


def median(runs: int, *arguments: str) -> float:
    """Median wall seconds of some fresh runs."""
    return middle([seconds(*arguments)[0] for _ in range(runs)])


def stages(runs: int) -> dict[str, float]:
    """Median seconds of each stage of a cold check, and of the whole."""
    accounts: list[dict[str, float]] = []
    for _ in range(runs):
        at = time.time()
        whole, last = seconds(__file__, "--child")
        account: dict[str, float] = json.loads(last)
        account = {"start": account.pop("at") - at, **account}
        accounts.append({**account, "end": whole - sum(account.values()), "whole": whole})
    return {name: middle([one[name] for one in accounts]) for name in accounts[0]}


def late_imports() -> list[str]:
    """The heavy modules that ``--help`` imports all the same."""
    code = (
        "import sys; sys.argv = ['motcua', '--help']\n"
        "from motcua.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(' '.join(m for m in {LATE} if m in sys.modules), file=sys.stderr)"
    )
    return seconds("-c", code)[1].split()


def main() -> None:
    """Run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child()
        return
    seconds(__file__, "--child")  # cold is the process, not the disk or the byte code
    runs: int = options.runs
    bare, click = median(runs, "-c", "pass"), median(runs, "-c", "import click")
    libraries, spent = median(runs, "-c", LIBRARIES), stages(runs)
    shown = median(runs, "-m", "motcua.cli", "--help")
    whole = spent.pop("whole")
    for name, stage in spent.items():
        print(f"{name:20} {stage * 1000:7.0f} ms {stage / whole:6.1%}")
    print(f"{'whole':20} {whole * 1000:7.0f} ms")
    print(f"check against 'pass' {whole / bare:.1f}, against '{LIBRARIES}' {whole / libraries:.2f}")
    print(f"--help against 'pass' {shown / bare:.1f}, against 'import click' {shown / click:.2f}")
    print("--help imports", ", ".join(late_imports()) or f"none of {', '.join(LATE)}")


if __name__ == "__main__":
    main()
