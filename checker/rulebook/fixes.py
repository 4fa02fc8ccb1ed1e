"""The language of repairs: what row of a register shows that a violation was put right."""

from __future__ import annotations

import re

from pydantic import Field, model_validator

from ..tables import Strict, Words

FILLED = re.compile(r"\{([a-z_]+)\}")
Said = bool | int | float | str
AS_OF = "as_of"
"""The day of the check, as a value of a repair: what is done, is done that day."""


class Fix(Strict):
    """One act that puts a violating row right, and how the register shows it.

    With ``add`` a row comes to a table; with ``set`` values change in the row at the locator
    column ``row``, or in all rows that agree with ``where``. A value is a constant, ``{column}`` of
    the subject, or ``{as_of}``.
    """

    do: Words | None = Field(default=None, description="What to do; else the criterion's advice")
    add: str = Field(default="", description="Table to which a row is added")
    set: str = Field(default="", description="Table in which values change")
    row: str = Field(default="", description="Locator column of the row to change")
    where: dict[str, Said] = Field(default_factory=dict, description="Field -> value it has")
    values: dict[str, Said] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_way(self) -> Fix:
        if bool(self.add) == bool(self.set):
            raise ValueError("a repair has either 'add' or 'set'")
        if self.set and bool(self.row) == bool(self.where):
            raise ValueError("'set' needs either 'row' or 'where'")
        if self.add and (self.row or self.where):
            raise ValueError("'add' has neither 'row' nor 'where'")
        return self

    @property
    def table(self) -> str:
        """The table that shows the repair."""
        return self.add or self.set

    def columns(self) -> frozenset[str]:
        """The subject's columns that the repair names."""
        told = (*self.values.values(), *self.where.values())
        named = {m[1] for v in told if isinstance(v, str) and (m := FILLED.fullmatch(v))}
        return frozenset(named - {AS_OF} | ({self.row} if self.row else set()))
