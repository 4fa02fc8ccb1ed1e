"""The page for rule authors, run from top to bottom: its files, commands and outputs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.home import HOME
from motcua.checker.marked_yaml import read_marked
from motcua.cli import main

PAGE = HOME / "docs" / "writing-rules.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.S | re.M)
ANYTHING = "…"
FILES = frozenset({"yaml", "sql", "csv"})


@dataclass
class Page:
    """What the page has done so far; a diff is undone after the commands that it is made for."""

    root: Path
    before: tuple[Path, str] | None = None
    exit_code: int = 0
    ran: int = 0

    def write(self, file: str, body: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")

    def patch(self, file: str, body: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        old, new = (
            "".join(line[1:] for line in body.splitlines(keepends=True) if line[0] == sign)
            for sign in "-+"
        )
        assert old in text, f"{file} does not hold\n{old}"
        self.before = path, text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def run(self, body: str) -> None:
        for command, expected in commands(body):
            assert_same(command, self.output(command), expected)
        if self.before:
            path, text = self.before
            path.write_text(text, encoding="utf-8")
            self.before = None

    def output(self, command: str) -> list[str]:
        if command == "echo $?":
            return [str(self.exit_code)]
        program, *arguments = shlex.split(command)
        assert program == "motcua"
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        self.exit_code = result.exit_code
        self.ran += 1
        return result.output.splitlines()


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, *expected = part.splitlines()
        yield command, expected


def assert_same(command: str, output: list[str], expected: list[str]) -> None:
    """Equal line by line, where a line of one ellipsis stands for any lines, also none."""
    pattern = "".join(r"(?:.*\n)*" if e == ANYTHING else re.escape(e) + r"\n" for e in expected)
    said = "".join(f"{line}\n" for line in output)
    wanted = "\n".join(expected)
    assert re.fullmatch(pattern, said), f"$ {command}\n{said}\nthe page says\n{wanted}"


def test_the_page_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    page = Page(tmp_path)
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        kind, file, body = block.group("kind", "file", "body")
        if kind == "console":
            page.run(body)
        elif kind == "diff":
            page.patch(file, body)
        else:
            assert kind in FILES
            page.write(file or f"unnamed.{kind}", body)
            if kind == "yaml":
                read_marked(file or "unnamed", body.encode())
    assert page.ran > 15


def test_an_output_that_differs_is_noticed():
    assert_same("x", ["a", "b", "c"], ["a", ANYTHING])
    with pytest.raises(AssertionError):
        assert_same("x", ["a", "b", "c"], ["a", "c"])
    with pytest.raises(AssertionError):
        assert_same("x", ["a", "b"], ["b", ANYTHING])
