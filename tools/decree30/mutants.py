"""Documents with one fault each: which sample, which edit, which rule of the decree it breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .catalogue import sample
from .edits import EDITS

File = bytes
_LIST = Path(__file__).resolve().parent / "mutants.yaml"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A sample with one deliberate fault.

    ``fault`` names component and rule (``motto.size``); ``said`` tells in Vietnamese what was
    done; ``edit``, ``of`` and ``to`` are the edit's name, role and value.
    """

    name: str
    fault: str
    sample: str
    said: str
    edit: str
    of: str
    to: Any

    def bytes(self) -> File:
        """The Word file."""
        paper = sample(self.sample).copy()
        EDITS[self.edit](paper, self.of, self.to)
        return paper.to_bytes()


def mutants() -> Iterator[Mutant]:
    """Every mutant of the list; an entry without a layout's letter is made in both layouts."""
    seen: Counter[str] = Counter()
    for fault, where, edit, of, to, said in yaml.safe_load(_LIST.read_text(encoding="utf-8")):
        for name in where.split():
            for full in [name] if name.endswith(("-a", "-b")) else [f"{name}-a", f"{name}-b"]:
                seen[fault] += 1
                yield Mutant(f"{fault}-{seen[fault]}", fault, full, said, edit, of, to)
