"""The same data give the same verdicts, whatever the order, the threads or the place."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from motcua.checker.hearing import Hearing
from motcua.checker.judge.judges import Judges
from motcua.checker.measure.query import Count
from motcua.checker.places import Source
from motcua.checker.store import Store
from motcua.checker.tables import table_specs

from tests.soundness.bench import ALL_TABLES, fill, gathered, measured, on_registers, rulebook
from tests.soundness.cells import AS_OF, Dice
from tests.soundness.worlds import REGISTERS, World, blurred, whole

ROOT = Path(__file__).resolve().parents[2]
UNITS = 60
LOCATORS = frozenset(
    name for subject in rulebook().subjects.values() for name in subject.header.places
)


def worlds(seed: int) -> list[World]:
    rng = Dice(seed)
    return [blurred(whole(rng), rng) for _ in range(UNITS)]


def counts(units: Sequence[World], threads: int = 2) -> list[dict[str, Count]]:
    """Counts with their sampled rows, by criterion, unit by unit."""
    with Store(table_specs()) as store:
        store.db.execute(f"SET threads = {threads}")
        fill(store, units)
        handed = [gathered(number, {}, ALL_TABLES) for number in range(len(units))]
        found = measured(store, handed, AS_OF, on_registers())
    return [{one.loaded.criterion.id: one.of(unit.number) for one in found} for unit in handed]


def told(count: Count) -> tuple[object, ...]:
    """A count with what its rows say, wherever they stood."""
    rows = [
        [(name, value) for name, value in row.items() if name not in LOCATORS]
        for row in (*count.violated_rows, *count.undetermined_rows)
    ]
    return count.satisfied, count.violated, count.undetermined, rows


def test_the_order_of_rows_changes_no_verdict_and_no_order_of_findings():
    units, rng = worlds(21), Dice(22)
    mixed = [
        {table: rng.sample(rows, len(rows)) for table, rows in world.items()} for world in units
    ]
    for before, after in zip(counts(units), counts(mixed), strict=True):
        for criterion, count in before.items():
            assert told(count) == told(after[criterion]), criterion


def test_the_other_units_of_a_run_change_nothing():
    units = worlds(23)
    order = Dice(24).sample(range(UNITS), UNITS)
    mixed = counts([units[number] for number in order])
    for place, number in enumerate(order[:10]):
        (alone,) = counts([units[number]])
        for criterion, count in alone.items():
            assert told(count) == told(mixed[place][criterion]), criterion


def test_threads_change_nothing():
    units = worlds(25)
    assert counts(units, 1) == counts(units, 4)


def test_a_large_register_is_counted_alike_on_one_thread_and_on_four():
    rng = Dice(26)
    units = [whole(rng) for _ in range(3)]
    large = [
        {
            **world,
            **{table: list(world[table]) * 3000 for table in REGISTERS if table != "decisions"},
        }
        for world in units
    ]
    assert counts(large, 1) == counts(large, 4)


def test_a_hearing_is_the_same_twice():
    units = worlds(27)[:5]
    heard = []
    for _ in range(2):
        with Store(table_specs()) as store, Judges() as judges:
            fill(store, units)
            handed = [gathered(number, {}, ALL_TABLES) for number in range(len(units))]
            found = measured(store, handed, AS_OF, on_registers())
            sources = [Source("x.csv", "", "procedures", "delimited") for _ in units]
            hearing = Hearing(found, rulebook(), sources, judges)
            heard.append([hearing.hear(unit) for unit in handed])
    assert heard[0] == heard[1]


def check_json(folder: Path, cwd: Path, hash_seed: str) -> bytes:
    options = ("--as-of", AS_OF.isoformat(), "--format", "json")
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "check", str(folder), *options],
        capture_output=True,
        cwd=cwd,
        env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT), "PATH": ""},
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


def test_two_runs_in_two_places_write_the_same_bytes(tmp_path: Path):
    copy = tmp_path / "elsewhere" / "bad"
    shutil.copytree(ROOT / "samples" / "bad", copy)
    for path in sorted(copy.rglob("*"), reverse=True):
        path.touch()
    first = check_json(ROOT / "samples" / "bad", ROOT, "1")
    assert first == check_json(ROOT / "samples" / "bad", tmp_path, "2")
    assert first == check_json(copy, tmp_path, "3")


def test_renamed_files_change_the_names_alone(tmp_path: Path):
    """Files come in another order then: rows get other locators, verdicts stay."""
    copy = tmp_path / "bad"
    shutil.copytree(ROOT / "samples" / "bad", copy)
    files = sorted(p for p in copy.iterdir() if p.suffix in {".xlsx", ".csv"})
    for number, path in enumerate(reversed(files)):
        path.rename(path.with_name(f"{number} doi ten{path.suffix}"))
    before, after = (
        json.loads(check_json(folder, ROOT, "0"))["units"][0]["criteria"]
        for folder in (ROOT / "samples" / "bad", copy)
    )

    def seen(criterion: dict[str, object]) -> tuple[object, ...]:
        findings = criterion["findings"]
        assert isinstance(findings, list)
        keys = ("id", "verdict", "population", "satisfied", "violated", "undetermined", "score")
        said = [(one["subject"], one["message"]) for one in findings]
        return (*(criterion[key] for key in keys), said)

    assert [seen(one) for one in before] == [seen(one) for one in after]
