"""What reading a Word document costs, as a multiple of the floor below which nobody can read it.

    python benchmarks/reading.py FOLDER [--rounds 5]

The floor: open the zip, inflate the XML parts that the reader reads, parse each with lxml, and do
nothing with them. Floor and reader alternate in one process, file by file, and the best of the
rounds counts, in processor time, so that a busy machine disturbs both alike. The stages are timed
in rounds of their own, from outside: the product knows nothing of it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents import reader
from motcua.checker.documents.layout import Walk
from motcua.checker.documents.package import Package

STAGES: tuple[tuple[str, object, str], ...] = (
    ("package", reader, "Package"),
    ("package", reader, "read_part"),
    ("package", Package, "xml"),
    ("package", Package, "relationships"),
    ("styles", reader, "read_style_sheet"),
    ("walk", Walk, "paragraphs"),
    ("walk", reader, "read_sections"),
    ("components", reader, "find_components"),
    ("components", reader, "kind_of"),
)
"""Stage, holder and name of what is wrapped; time spent in a wrapped callee is the callee's."""


def main() -> None:
    """Print the median ratio, the share of files within 1.5, and where the time goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    paths = sorted(given.folder.rglob("*.docx"))
    floors, readings = zip(*(compared(path, given.rounds) for path in paths), strict=True)
    ratios = [reading / floor for reading, floor in zip(readings, floors, strict=True)]
    print(
        f"{len(paths)} files, floor {1e3 * sum(floors):.0f} ms, read {1e3 * sum(readings):.0f} ms"
    )
    print(f"ratio: median {statistics.median(ratios):.2f}, all {sum(readings) / sum(floors):.2f}")
    print(f"within 1.5: {sum(ratio <= 1.5 for ratio in ratios) / len(ratios):.0%}")
    spent = staged(paths)
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {stage:12}{1e3 * seconds:8.0f} ms {seconds / sum(floors):6.2f} of the floor")


def compared(path: Path, rounds: int) -> tuple[float, float]:
    """Seconds of the floor and of the reader for one file, the best of the rounds."""
    parts = parts_read(path)
    pairs = [(timed(floor, path, parts), timed(read, path)) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def timed(work: Callable[..., object], *args: object) -> float:
    """Seconds of processor time of one call."""
    began = time.process_time()
    work(*args)
    return time.process_time() - began


def floor(path: Path, parts: list[str]) -> list[etree._Element]:
    """Inflate and parse, no more."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(path) as archive:
        return [etree.fromstring(archive.read(part), parser) for part in parts]


def read(path: Path) -> object:
    """From the package to components."""
    return reader.read_document(path, path.name)


def parts_read(path: Path) -> list[str]:
    """The XML parts that the reader asks for."""
    seen: dict[str, None] = {}

    def noted(call: Callable[..., object], package: Package, part: str) -> object:
        seen[part] = None
        return call(package, part)

    with wrapped(Package, "content", noted):
        read(path)
    return list(seen)


def staged(paths: list[Path]) -> dict[str, float]:
    """Seconds by stage over all files; what no stage claims is "rest"."""
    spent: defaultdict[str, float] = defaultdict(float)
    stack: list[list[float]] = [[0.0]]

    def account(stage: str) -> Callable[..., object]:
        def run(call: Callable[..., object], *args: object) -> object:
            began, inner = time.process_time(), [0.0]
            stack.append(inner)
            try:
                result = call(*args)
                return list(result) if isinstance(result, Iterator) else result
            finally:
                stack.pop()
                taken = time.process_time() - began
                stack[-1][0] += taken
                spent[stage] += taken - inner[0]

        return run

    def through(stages: tuple[tuple[str, object, str], ...]) -> None:
        if not stages:
            for path in paths:
                account("rest")(read, path)
            return
        (stage, holder, name), *more = stages
        with wrapped(holder, name, account(stage)):
            through(tuple(more))

    through(STAGES)
    return spent


@contextmanager
def wrapped(holder: object, name: str, around: Callable[..., object]) -> Iterator[None]:
    """A name that calls ``around(original, *args)`` as long as the block lasts."""
    original = getattr(holder, name)

    def call(*args: object) -> object:
        return around(original, *args)

    setattr(holder, name, call)
    try:
        yield
    finally:
        setattr(holder, name, original)


if __name__ == "__main__":
    main()
