"""A story: the units of one inspection, what was put wrong in each, and what has to be found.

Read from ``stories/*.yaml``. ``units`` are told one by one; ``many`` are alike, share the dossiers
of their group and differ where ``differ`` says so, by number.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """One office: ``told`` is what its story says of it, ``number`` its place in its group."""

    folder: str
    group: str
    number: int
    told: Told

    def part(self, name: str) -> Told:
        """What was put wrong in one part of the office, by fault."""
        part: Told = self.told.get(name, {})
        return part

    @property
    def dossiers(self) -> Sequence[Told]:
        """The dossiers received, a row a procedure."""
        rows: Sequence[Told] = self.told.get("dossiers", ())
        return rows

    def put_in(self, part: str) -> Counter[str]:
        """How often each fault was put into one part of the office."""
        counted: Counter[str] = Counter()
        for row in self.dossiers if part == "dossiers" else ():
            counted.update({name: row[name] for name in known_faults()[part] if name in row})
        for name, told in self.part(part).items() if part != "dossiers" else ():
            counted[name] += told if isinstance(told, int) else len(told)
        return +counted

    def found(self) -> Counter[str]:
        """How much each criterion has to find here: what was put in, and nothing else."""
        wanted: Counter[str] = Counter()
        for part, faults in known_faults().items():
            for name, number in self.put_in(part).items():
                wanted.update(dict.fromkeys(faults[name]["found_by"], number))
        late = [row for row in self.dossiers if row.get("late")]
        wanted["HS-13"] = len({row["field"] for row in late})
        wanted["HS-14"] = len(late)
        return +wanted


@dataclass(frozen=True, slots=True)
class Story:
    """One inspection as told."""

    name: str
    told: Told

    @property
    def as_of(self) -> dt.date:
        """The day of the inspection."""
        day: dt.date = self.told["as_of"]
        return day

    @property
    def year(self) -> int:
        """The year inspected."""
        last: dt.date = self.told["period"]["to"]
        return last.year

    def units(self) -> Iterator[Unit]:
        """Every unit, those of a group in their order."""
        for folder, told in self.told.get("units", {}).items():
            yield Unit(folder, folder, 1, told)
        for group, told in self.told.get("many", {}).items():
            for number in range(told["units"]):
                yield _one_of_many(group, told, number)


def _one_of_many(group: str, told: Told, number: int) -> Unit:
    own = {**told, **told.get("differ", {}).get(number + 1, {})}
    own["dossiers"] = [_share(row, number, told["units"]) for row in told.get("dossiers", ())]
    own |= {name: told[name].format(n=number + 1) for name in ("name", "code")}
    return Unit(f"{group}-{number + 1:02}", group, number + 1, own)


def _share(row: Told, number: int, units: int) -> dict[str, Any]:
    """A unit's part of the dossiers of all, those that are left over to the first ones."""
    counts = ("dossiers", *known_faults()["dossiers"])
    shared = {k: row[k] // units + (number < row[k] % units) for k in counts if k in row}
    return {**row, **shared}


@cache
def known_faults() -> Mapping[str, Mapping[str, Told]]:
    """Every fault by the part of the office in which it is put, and its name."""
    faults: Mapping[str, Mapping[str, Told]] = yaml.safe_load(
        (HERE / "faults.yaml").read_text(encoding="utf-8")
    )
    return faults


def names() -> list[str]:
    """The stories that can be told."""
    return sorted(path.stem for path in (HERE / "stories").glob("*.yaml"))


def story(name: str) -> Story:
    """One story by its name."""
    path = HERE / "stories" / f"{name}.yaml"
    return Story(name, yaml.safe_load(path.read_text(encoding="utf-8")))
