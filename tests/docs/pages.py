"""Pages that are run: their files written, their commands given, their outputs compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from motcua.cli import main

BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.S | re.M)
ANYTHING = "…"


@dataclass
class Page:
    """What the page has done so far; a diff is undone after the commands that it is made for."""

    root: Path
    before: tuple[Path, str] | None = None
    exit_code: int = 0
    ran: int = 0

    def write(self, file: str, body: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())

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
