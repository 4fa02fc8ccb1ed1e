"""The rules of the house that only the tree itself can show. The table of rooms is the one that
people read: docs/design.md, "The rooms"."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from motcua.checker.home import HOME

CHECKER = HOME / "checker"
MODULES = [*sorted(CHECKER.rglob("*.py")), HOME / "cli.py"]
NAMES = [path.relative_to(HOME).as_posix() for path in MODULES]
ENGINE = "checker/judge/durable_engine.py"
CLOCKS = frozenset({"now", "today", "utcnow", "localtime", "monotonic", "perf_counter"})
GLOBAL_STATE = frozenset({"time", "locale", "random"})
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 400, 40, 6
ROW = re.compile(r"^\| `(?P<room>\w+)` \| .* \| (?P<may>[^|]*)\|$", re.M)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def rooms() -> dict[str, frozenset[str]]:
    """Room -> the rooms that it may import, in the order of the page."""
    page = (HOME / "docs" / "design.md").read_text(encoding="utf-8")
    section = page.split("\n## The rooms\n")[1].split("\n## ")[0]
    rows = ROW.finditer(section)
    return {row["room"]: frozenset(re.findall(r"`(\w+)`", row["may"])) for row in rows}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Full names of the modules that a module imports, wherever it does; ours from ``checker``."""
    here = path.relative_to(HOME).with_suffix("").parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str:
    parts = path.relative_to(HOME).with_suffix("").parts
    return parts[1] if parts[0] == "checker" else parts[0]


def rooms_imported(path: Path) -> set[str]:
    parts = (name.removeprefix("motcua.").split(".") for name in imported(path))
    return {part[1] for part in parts if part[0] == "checker"} - {room_of(path)}


def test_every_room_is_on_the_page_and_no_other():
    there = {room_of(path) for path in MODULES} - {"__init__"}
    assert there == set(rooms())


def test_a_room_may_only_import_rooms_above_it():
    above: set[str] = set()
    for room, may in rooms().items():
        assert may <= above, f"{room}: {sorted(may - above)} stand below it"
        above.add(room)


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_go_one_way(path: Path):
    if path.name != "__init__.py" or path.parent != CHECKER:
        assert rooms_imported(path) <= rooms()[room_of(path)]


def test_the_page_names_no_import_that_nobody_makes():
    used: dict[str, set[str]] = {room: set() for room in rooms()}
    for path in MODULES:
        used.setdefault(room_of(path), set()).update(rooms_imported(path))
    assert {
        room: sorted(may - used[room]) for room, may in rooms().items() if may - used[room]
    } == {}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_only_one_file_knows_the_engine(path: Path):
    constants = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    late = {text for text in constants if text in ("durable", "durable.engine", "durable.lang")}
    names = {name.split(".")[0] for name in imported(path)}
    knows = bool(late) or "durable" in names
    assert knows == (path == HOME / ENGINE)


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_files_and_functions_stay_small(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            lines = (node.end_lineno or 0) - node.lineno + 1
            given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
            assert lines <= MOST_FUNCTION_LINES, node.name
            assert len(given) <= MOST_PARAMETERS, node.name


@pytest.mark.parametrize("path", MODULES[:-1], ids=NAMES[:-1])
def test_the_core_has_no_clock_and_no_locale(path: Path):
    assert not {name.split(".")[0] for name in imported(path)} & GLOBAL_STATE
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert not attributes & CLOCKS
