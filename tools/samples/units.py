"""The sample units, each a folder of files."""

from __future__ import annotations

from pathlib import Path

from . import bad, good, hostile, partial


def write_units(target: Path) -> None:
    """Write every unit below ``target``, a folder a unit."""
    for name, unit in (("good", good), ("bad", bad), ("partial", partial), ("hostile", hostile)):
        for path, content in unit.files().items():
            file = target / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
