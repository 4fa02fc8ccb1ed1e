"""The sample units, each a folder of files."""

from __future__ import annotations

from pathlib import Path

from . import bad, good, hostile, inspections, iso, one_stop, partial


def write_units(target: Path) -> None:
    """Write every unit below ``target``: a folder a unit, those of an inspection side by side."""
    folders = {name: unit.files() for name, unit in _UNITS.items()}
    folders |= {f"inspections/{name}": inspections.files(name) for name in inspections.NAMES}
    folders |= {f"iso/{name}": files for name, files in iso.units().items()}
    for name, files in folders.items():
        for path, content in files.items():
            file = target / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


_UNITS = {
    "good": good,
    "bad": bad,
    "partial": partial,
    "hostile": hostile,
    "one-stop": one_stop,
}
