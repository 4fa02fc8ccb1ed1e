"""Damages real Word files in many ways and looks whether the reader answers or refuses each.

    python tools/mutate_documents.py CORPUS --cases 20000 --seed 1
    python tools/mutate_documents.py CORPUS --seed 1 --only 4711

Each case runs in a process of its own, with 5 seconds of processor time and 512 MiB of address
space beyond what Python and the reader's code take. A case is answered (a document), refused
(``UnreadableDocument``), or a fault: any other exception, too slow, too large, or a crash. Faults
are printed with their numbers, and the exit code is 1. The same seed, case and folder give the
same bytes.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.tools.mutations import mutated

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
SECONDS = 5
MEMORY = 512 << 20
LARGEST = 8 << 20  # bytes of a source file; larger ones would only make the run slow
OUTCOMES = {0: "answered", 1: "refused"}
FAULT = 2


@dataclass(frozen=True)
class Case:
    """One mutated file and what became of it."""

    number: int
    source: str
    kinds: tuple[str, ...]
    outcome: str
    said: str = ""


def sources(corpus: Path) -> list[Path]:
    """Every Word package below a folder, in the order of their names."""
    found = (path for path in corpus.rglob("*") if path.suffix.lower() in SUFFIXES)
    return sorted(path for path in found if path.is_file() and path.stat().st_size <= LARGEST)


def try_case(paths: Sequence[Path], seed: int, number: int) -> Case:
    """Mutate one file as seed and number say, and read it in a child process."""
    path, content, kinds = mutated(paths, seed, number)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "case.docx"
        target.write_bytes(content)
        child = os.fork()
        if not child:
            _read_and_leave(target, said.fileno())
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        said.seek(0)
        outcome = OUTCOMES.get(code, f"signal {-code}" if code < 0 else "fault")
        return Case(number, str(path), kinds, outcome, said.read().decode())


def _read_and_leave(target: Path, said: int) -> None:
    """In the child: read under limits, and leave with a code that says how it went."""
    code = FAULT
    try:
        _limit()
        read_document(target, target.name)
        code = 0
    except UnreadableDocument:
        code = 1
    except BaseException:
        os.write(said, traceback.format_exc()[-4000:].encode())
    finally:
        os._exit(code)


def _limit() -> None:
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    seconds = int(used) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    space = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (space, space))


def run(paths: Sequence[Path], seed: int, numbers: Sequence[int], workers: int) -> Iterator[Case]:
    """Every case, in order."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(partial(try_case, paths, seed), numbers, chunksize=50)


def main() -> int:
    """Run the cases that are asked for and say how they went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one case again")
    parser.add_argument("--keep", type=Path, help="write the bytes of --only to this file")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    paths = sources(given.corpus)
    if not paths:
        parser.error(f"no Word files below {given.corpus}")
    numbers = range(given.cases) if given.only is None else [given.only]
    if given.keep and given.only is not None:
        given.keep.write_bytes(mutated(paths, given.seed, given.only)[1])
    outcomes: Counter[str] = Counter()
    for case in run(paths, given.seed, numbers, given.workers):
        outcomes[case.outcome] += 1
        if case.outcome not in OUTCOMES.values():
            print(f"case {case.number} of seed {given.seed}: {case.outcome}: {case.source}")
            print(f"  {', '.join(case.kinds)}\n{case.said}", flush=True)
    print(f"{len(paths)} files, {sum(outcomes.values())} cases: {dict(outcomes)}")
    return 0 if set(outcomes) <= set(OUTCOMES.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
