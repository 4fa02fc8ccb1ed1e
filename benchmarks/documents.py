"""What ``motcua doc`` costs for many files: against parsing alone, on one core and on several.

    python benchmarks/documents.py FOLDER [--times 10] [--rounds 3] [--jobs 2]

The Word files of the folder are linked ``times`` over into a folder of their own. Beside the floor
(benchmarks/reading.py: inflate and parse, nothing else) stands the whole command in a process of
its own, from its start to the written JSON; the best of the rounds counts. Work against the floor
is processor time, which a busy machine lengthens little; one core against several is time on the
wall, each command held to as many cores as it has processes (where the system can do that: the
database would use a second one by itself). How much faster two floors side by side are than one
after the other says what the machine itself allows. Memory is the largest resident set of the
command and of any process that it starts, for the files once and many times.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from motcua.benchmarks.reading import floor, parts_read  # noqa: E402 - after the path


def main() -> None:
    """Print both ratios and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    paths = sorted(given.folder.rglob("*.docx"))
    parts = {path: parts_read(path) for path in paths}
    with tempfile.TemporaryDirectory() as folder:
        once, many = Path(folder, "once"), Path(folder, "many")
        spread(paths, once, 1)
        spread(paths, many, given.times)
        best: dict[str, float] = {}
        for _ in range(given.rounds):
            began = time.process_time()
            for path in paths:
                floor(path, parts[path])
            keep(best, "floor", (time.process_time() - began) * given.times)
            for jobs in (1, given.jobs):
                wall, work, _ = command(many, jobs)
                keep(best, f"{jobs}", wall)
                keep(best, f"work of {jobs}", work)
                keep(best, f"floors on {jobs}", side_by_side(paths, given.jobs, jobs))
        small, large = command(once, 1)[2], command(many, 1)[2]
    print(f"{len(paths)} files, {given.times} times over; floor {best['floor']:.2f} s")
    one, several = best["1"], best[f"{given.jobs}"]
    for jobs in (1, given.jobs):
        work = best[f"work of {jobs}"]
        print(f"doc with --jobs {jobs}: {work:.2f} s of work, {work / best['floor']:.2f} floors")
    print(f"on the wall {one:.2f} s and {several:.2f} s: {one / several:.2f} times faster")
    alone, together = best["floors on 1"], best[f"floors on {given.jobs}"]
    print(f"{given.jobs} floors at once, on as many cores: {alone / together:.2f} times faster")
    print(f"memory: {small} MiB for the files once, {large} MiB for {given.times} times as many")


def spread(paths: list[Path], folder: Path, times: int) -> None:
    """Copies of the files under names that keep them apart."""
    folder.mkdir()
    for path_number, path in enumerate(paths):
        for number in range(times):
            shutil.copyfile(path, folder / f"{path_number:04}-{number:04}.docx")


def command(folder: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds of the whole command on the wall and of work, and the largest MiB that it held."""
    call = [sys.executable, str(HOME / "cli.py"), "doc", str(folder), "--jobs", str(jobs)]
    call += ["--format", "json", "--output", os.devnull]
    began = time.perf_counter()
    measured = subprocess.run(
        [sys.executable, "-c", HELD + MEASURED, str(jobs), *call],
        check=True,
        capture_output=True,
        text=True,
    )
    wall, (work, kibibytes) = time.perf_counter() - began, measured.stdout.split()
    return wall, float(work), int(kibibytes) // 1024


def side_by_side(paths: list[Path], floors: int, cores: int) -> float:
    """Seconds on the wall for so many floors at once, on so many cores."""
    call = [sys.executable, "-c", HELD + FLOOR, str(cores), str(HOME), *map(str, paths)]
    began = time.perf_counter()
    running = [subprocess.Popen(call) for _ in range(floors)]
    for one in running:
        one.wait()
    return time.perf_counter() - began


HELD = """
import os, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:int(sys.argv[1])])
"""
FLOOR = """
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from motcua.benchmarks.reading import floor, parts_read
for path in map(Path, sys.argv[3:]):
    parts = parts_read(path)
    for _ in range(3):
        floor(path, parts)
"""
MEASURED = """
import resource, subprocess
subprocess.run(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def keep(best: dict[str, float], name: str, seconds: float) -> None:
    """Keep the better one."""
    best[name] = min(best.get(name, seconds), seconds)


if __name__ == "__main__":
    main()
