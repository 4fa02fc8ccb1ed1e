"""What an inspection looks at beside procedures: incoming documents, files, plans, reports, people.

The good office's registers and the bad one's, as ``housekeeping.yaml`` has them.
"""

from __future__ import annotations

from typing import Any

import yaml

from .plan import HERE
from .registers import Record, Register, delimited


def good() -> dict[str, bytes]:
    """The good office's registers by file name."""
    return _files("good")


def bad() -> dict[str, bytes]:
    """The bad office's, each fault named where it stands."""
    return _files("bad")


def _files(office: str) -> dict[str, bytes]:
    told: dict[str, Any] = yaml.safe_load((HERE / "housekeeping.yaml").read_text(encoding="utf-8"))
    return {file: _register(told["columns"][file], rows) for file, rows in told[office].items()}


def _register(columns: list[str], rows: list[list[str | int | None]]) -> bytes:
    records: list[Record] = [dict(zip(columns, row, strict=True)) for row in rows]
    return delimited(Register("", (), {column: column for column in columns}, records))
