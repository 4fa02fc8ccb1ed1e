"""How often components are found exactly as people labelled them.

    python tools/measure_components.py CORPUS [--wrong] [--half 0|1]

CORPUS holds ``labels.jsonl`` (``file``, ``doc_type``, ``roles``) and the files that it names. A
pair of file and role is exact when the set of paragraphs is the labelled one; a role that was
labelled or found makes a pair. The files fall into two halves by the hash of their path: rules
are written while looking at one half and judged by the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import UnreadableDocument, read_document

_REGIMES = {"vbqppl": "normative", "party": "party", "form": "form", "other": "other"}
Found = dict[str, set[int]]


@dataclass
class Tally:
    """Pairs of file and role: exact ones, all, and how many were labelled and found."""

    exact: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, role: str, wanted: set[int], found: set[int]) -> bool:
        """Count one pair; whether it is exact."""
        self.pairs[role] += 1
        self.exact[role] += wanted == found
        self.right[role] += len(wanted & found)
        self.found[role] += len(found)
        self.wanted[role] += len(wanted)
        return wanted == found

    def lines(self) -> Iterator[str]:
        """A row for each role, then all together."""
        yield f"{'':18} {'exact':>5} / {'pairs':5} {'share':>6} {'precision':>10} {'recall':>7}"
        for role in sorted(self.pairs):
            share = self.exact[role] / self.pairs[role]
            precision = self.right[role] / max(self.found[role], 1)
            recall = self.right[role] / max(self.wanted[role], 1)
            line = f"{role:18} {self.exact[role]:5} / {self.pairs[role]:5} {share:6.1%}"
            yield f"{line} {precision:10.1%} {recall:7.1%}"
        good, count = sum(self.exact.values()), sum(self.pairs.values())
        yield f"{'all pairs':18} {good:5} / {count:5} {good / max(count, 1):6.1%}"


def main() -> None:
    """Print the share of exact pairs by role and half, and of types and regimes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list every pair that is not exact")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only one half of the files")
    options = parser.parse_args()
    lines = (options.corpus / "labels.jsonl").read_text("utf-8").splitlines()
    roles, kinds = Tally(), Tally()
    halves = (Tally(), Tally())
    for label in map(json.loads, lines):
        half = hashlib.sha256(label["file"].encode()).digest()[0] % 2
        if options.half in (None, half):
            wrong = _compare(options.corpus, label, (roles, halves[half]), kinds)
            if options.wrong and wrong:
                print(label["file"], *wrong, sep="\n    ")
    print(*roles.lines(), sep="\n")
    for half, tally in enumerate(halves):
        print(f"{f'half {half}':18} {[*tally.lines()][-1][18:]}")
    for kind in sorted(kinds.pairs):
        print(f"{kind:18} {kinds.exact[kind]:5} / {kinds.pairs[kind]:5}")


def _compare(
    corpus: Path, label: dict[str, object], tallies: tuple[Tally, ...], kinds: Tally
) -> list[str]:
    """Count one file; the pairs that are not exact, in words."""
    wanted = {role: set(indexes) for role, indexes in dict(label["roles"]).items()}  # type: ignore[call-overload]
    document = _read(corpus, str(label["file"]))
    found: Found = {}
    for component in document.components if document else ():
        # Of several annexes the labels hold the first.
        found.setdefault(component.role, set(component.paragraphs))
    wrong = []
    for role in sorted({*wanted, *found}):
        pair = wanted.get(role, set()), found.get(role, set())
        if not all([tally.add(role, *pair) for tally in tallies]):
            wrong.append(f"{role}: labelled {sorted(pair[0])}, found {sorted(pair[1])}")
    kind = str(label["doc_type"])
    got = (document.doc_type, str(document.regime)) if document else (None, "unknown")
    want = (None if kind in _REGIMES else kind, _REGIMES.get(kind, "administrative"))
    for name, expected, seen in zip(("doc_type", "regime"), want, got, strict=True):
        kinds.pairs[name] += 1
        kinds.exact[name] += expected == seen
        if expected != seen:
            wrong.append(f"{name}: labelled {expected}, found {seen}")
    return wrong


def _read(corpus: Path, name: str) -> Document | None:
    try:
        return read_document(corpus / name, name)
    except UnreadableDocument as error:
        print(error)
        return None


if __name__ == "__main__":
    main()
