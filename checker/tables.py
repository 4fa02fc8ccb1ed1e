"""What tables there are: the contract of each export, read from ``schemas/tables/*.yaml``.

A header is recognised by its folded text, so an officer may write it with or without marks and
capitals, in any order; a new wording of a header is a line of data there, not code.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .home import SCHEMAS
from .marked_yaml import parse_model, read_marked
from .words import Text

FieldType = Literal["text", "code", "date", "time", "bool", "int", "choice", "choices", "number"]

NOTES_OPENING = (
    "Mỗi trang tính là một sổ. Nhập từ dòng 2, mỗi dòng một việc; không đổi tên cột, không gộp ô."
)
"""How the sheet of notes in an empty register begins: intake knows it by this and says nothing."""

SQL_TYPES: Mapping[str, str] = {
    "text": "VARCHAR",
    "code": "VARCHAR",
    "date": "DATE",
    # "14:05": texts of this form compare as times do, and show as a person writes them.
    "time": "VARCHAR",
    "bool": "BOOLEAN",
    "int": "BIGINT",
    "number": "DOUBLE",
    "choice": "VARCHAR",
    "choices": "VARCHAR[]",
}


class Strict(BaseModel):
    """Every model of a file that people write: unknown fields refused, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Strict):
    """A text in Vietnamese, and in English beside it."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def text(self) -> Text:
        """The plain record that the core uses."""
        return Text(self.vi, self.en)


class FieldSpec(Strict):
    """One field of a table.

    ``blank`` says what an empty cell means. ``unknown``: nobody knows (NULL). ``never``: the
    event has not happened (a date of infinity). ``no``: not ticked (false). ``none``: known to be
    empty (an empty text or list). ``zero``: nothing, or not once (0). A cell that cannot be read,
    and a column that the export does not have, are always unknown. ``as_written`` names the field
    whose cell this one holds word for word, also where that field cannot be read: evidence of how
    it was written. ``time_of`` names the date in whose cell this time of the day stands, where it
    has no column of its own. ``personal``: it holds the name of a person, which reports mask.
    ``shown`` are the words by which people read a code that rules compare ("center").
    """

    type: FieldType
    title: Words
    headers: tuple[str, ...] = ()
    blank: Literal["unknown", "never", "no", "none", "zero"] = "unknown"
    values: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    shown: dict[str, Words] = Field(default_factory=dict)
    example: str = ""
    as_written: str = ""
    time_of: str = ""
    personal: bool = False


class TableSpec(Strict):
    """One table: how an export of it is recognised and what its fields are.

    A sheet is taken for this table when all of ``identified_by`` are among its headers; ``key``
    is the field without which a row says nothing and is refused. ``unique`` are fields that
    together name one thing: two rows that agree in them are told to a person. ``intake`` tells
    where rows come from: a register (Excel, CSV), Word files, ``unit.yaml`` or
    ``attestations.yaml``.
    """

    table: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Words
    intake: Literal["register", "document", "unit", "attestation"] = "register"
    identified_by: tuple[str, ...] = ()
    key: str = ""
    unique: tuple[str, ...] = ()
    fields: dict[str, FieldSpec]


@cache
def table_specs() -> Mapping[str, TableSpec]:
    """All tables by name, in the order of their names."""
    specs: dict[str, TableSpec] = {}
    for path in sorted((SCHEMAS / "tables").glob("*.yaml")):
        spec = parse_model(read_marked(f"schemas/tables/{path.name}", path.read_bytes()), TableSpec)
        specs[spec.table] = spec
    return specs


def shown_as(table: str, field: str, value: object) -> Text | None:
    """What people read for a code of a field; None where it has no words of its own.

    Where a field does not say it, the first of the words by which exports write the code.
    """
    spec = table_specs().get(table)
    if spec is None or field not in spec.fields or not isinstance(value, str):
        return None
    about = spec.fields[field]
    if value in about.shown:
        return about.shown[value].text()
    written = about.values.get(value)
    return Text(written[0], value.replace("_", " ")) if written else None
