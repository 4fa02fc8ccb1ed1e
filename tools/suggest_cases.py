"""Suggest cases that catch the mutants which survive: what the rule gives today, to be judged.

    PYTHONPATH=. python tools/suggest_cases.py NY-01 TT-        # prints them
    PYTHONPATH=. python tools/suggest_cases.py --write NY-01    # adds them to the files of cases

A suggestion says what the rule does, not what the law asks: read each before it is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.marked_yaml import Marked
from motcua.checker.mutating.campaign import try_mutants
from motcua.checker.mutating.criteria import mutants
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import cases_path
from motcua.checker.rulebook.load import load_rulebook
from motcua.checker.trials import Bench, cases_of, days
from motcua.checker.words import Text
from motcua.tools.suggesting.cover import Chosen, choose, shown, tell_apart
from motcua.tools.suggesting.near import Near, cell_steps, second_steps, simple_steps

_EMPTY = Text("", "")
_MOST = 1500


def _some(nears: list[Near], most: int) -> list[Near]:
    """So many of them at most, from all over."""
    return nears[:: max(1, len(nears) // most)]


def suggested(
    book: Rulebook, loaded: LoadedCriterion, judges: Judges
) -> tuple[list[Chosen], list[str]]:
    """Cases that catch survivors of a criterion, and those that none was found for."""
    lost = set(try_mutants(book, loaded, RULES, judges).survivors)
    if not lost:
        return [], []
    cases, marked = cases_of(book, loaded, RULES)
    with Bench(book, loaded, (cases, marked), days(cases)[0]) as bench:
        shapes = bench.columns(loaded.criterion.subject), bench.columns("units")
    wanted = {m.told: m for m in mutants(book, loaded, *shapes) if m.told in lost}
    chosen: list[Chosen] = []
    left = set(wanted)
    singles = list(cell_steps(book, loaded, cases))
    steps = (
        lambda: simple_steps(loaded, cases),
        lambda: _some(singles, _MOST),
        lambda: _some(list(second_steps(book, loaded, cases, _some(singles, 40))), _MOST),
    )
    for step in steps:
        if left:
            nears = list(step())
            again = {told: wanted[told] for told in left}
            found = tell_apart(book, loaded, (cases, marked), again, nears, judges)
            chosen += choose(cases, again, nears, found)
            left -= {told for one in chosen for told in one.catches}
    return chosen, sorted(left)


def written(one: Chosen) -> list[str]:
    """A new case as lines of YAML."""
    case = one.near.case
    lines = [f"  - name: {shown(case.name)}"]
    if case.as_of:
        lines.append(f"    as_of: {case.as_of.isoformat()}")
    if case.unit:
        unit = case.unit.model_dump(exclude_defaults=True, mode="json")
        lines.append(f"    unit: {shown(unit)}")
    rows = [f"      {table}: {shown(cells)}" for table, cells in case.tables.items()]
    if not rows:
        lines.append("    tables: {}")
    else:
        lines += ["    tables:", *rows]
    lines.append(f"    expect: {shown(one.expect)}")
    return lines


def put(path: Path, marked: Marked, chosen: list[Chosen]) -> None:
    """Add what was chosen to a file of cases: expectations in place, new cases at the end."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for one in chosen:
        if one.near.seed is not None:
            place = marked.fault(("cases", one.near.seed, "expect", "verdict"), _EMPTY).line - 1
            head, sep, rest = lines[place].partition("expect: {")
            if not sep:
                head, sep, rest = lines[place].partition("verdict:")
                raise SystemExit(f"{path}:{place + 1}: expect is not on one line")
            tail = rest.partition("}")[2]
            lines[place] = f"{head}expect: {shown(one.expect)}{tail}"
    end = next((n for n, line in enumerate(lines) if line.startswith("equivalent:")), len(lines))
    fresh = [line for one in chosen if one.near.seed is None for line in written(one)]
    path.write_text("\n".join([*lines[:end], *fresh, *lines[end:]]) + "\n", encoding="utf-8")


def main(asked: list[str]) -> None:
    """Suggest for the criteria whose ids begin so."""
    writes = "--write" in asked
    begins = tuple(name for name in asked if not name.startswith("--")) or ("",)
    book = load_rulebook()
    with Judges() as judges:
        for name, loaded in book.criteria.items():
            if not name.startswith(begins):
                continue
            chosen, left = suggested(book, loaded, judges)
            for one in chosen:
                said = "+" if one.near.seed is None else "="
                print(f"{name} {said} {one.near.case.name}: {shown(one.expect)}")
                for told in one.catches:
                    print(f"      {told}")
            for told in left:
                print(f"{name} ? {told}")
            if writes and chosen:
                _, marked = cases_of(book, loaded, RULES)
                put(cases_path(RULES, loaded.criterion.pack, name), marked, chosen)
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
