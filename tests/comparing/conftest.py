"""Runs of the program on a sample unit, one per session and worker for each that is asked for."""

import json
import shutil
from functools import cache

import pytest
from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main

AS_OF = "2026-11-22"


def motcua(*arguments):
    run = CliRunner().invoke(main, [str(a) for a in arguments])
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exc_info
    return run


def checked(folder, *more, day=AS_OF):
    """A unit's result as bytes."""
    run = motcua("check", folder, "--as-of", day, "--pack", "posting", "--format", "json", *more)
    assert run.stdout.startswith("{"), run.stderr
    return run.stdout.encode()


@cache
def sample(name, day=AS_OF):
    return checked(SAMPLES / name, day=day)


@pytest.fixture
def unit(tmp_path):
    shutil.copytree(SAMPLES / "good", tmp_path / "good")
    return tmp_path / "good"


@pytest.fixture
def save(tmp_path):
    """Write a result, changed or not, and give its path."""

    def written(name, said):
        path = tmp_path / name
        content = said if isinstance(said, bytes) else json.dumps(said).encode()
        path.write_bytes(content)
        return path

    return written
