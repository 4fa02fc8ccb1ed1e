"""What the program is called and which content it has, the same in a checkout and in a wheel."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .home import HOME

_NAME = "motcua"
_PARTS = ("checker", "schemas")
_SUFFIXES = (".py", ".yaml", ".json", ".xsd", ".css", ".js")
"""Of what verdicts and reports are made; not what editors and caches leave beside it."""
_PROJECT = re.compile(rf'^name = "{_NAME}"\nversion = "([^"\n]+)"$', re.M)


def engine(home: Path = HOME) -> str:
    """The program's own name and version; the name alone where nothing tells the version.

    A checkout tells it in ``pyproject.toml``: another version may be installed beside it.
    """
    try:
        said = _PROJECT.search((home / "pyproject.toml").read_text(encoding="utf-8"))
    except OSError:
        said = None
    try:
        return f"{_NAME} {said[1] if said else version(_NAME)}"
    except PackageNotFoundError:
        return _NAME


@cache
def program_sha256(home: Path = HOME) -> str:
    """SHA-256 over the program's files by name and content; rules have a digest of their own.

    Where the files lie and whether they were installed makes no difference.
    """
    digest = hashlib.sha256()
    for name in sorted(_names(home)):
        digest.update(name.encode() + b"\0")
        digest.update(hashlib.sha256((home / name).read_bytes()).digest())
    return digest.hexdigest()


def _names(home: Path) -> Iterator[str]:
    """The program's files, as paths below its home with ``/``."""
    yield "cli.py"
    for part in _PARTS:
        for folder, _, files in os.walk(home / part):
            below = Path(folder).relative_to(home).as_posix()
            yield from (f"{below}/{file}" for file in files if file.endswith(_SUFFIXES))
