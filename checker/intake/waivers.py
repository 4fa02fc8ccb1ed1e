"""``waivers.yaml``: what somebody with the power to do so has excused, from when to when.

A waiver stands beside the raw verdict and never hides it; judging does that, this only reads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from ..errors import Diagnostic, RulesError, UsageError
from ..marked_yaml import Marked, parse_model, read_marked
from ..tables import Strict
from ..words import Text
from .unit import Day

WAIVERS_FILE = "waivers.yaml"


def code_written(value: object) -> object:
    """A code of a procedure without quotes is a number to YAML; it has six decimals."""
    return f"{value:.6f}" if isinstance(value, float) else value


class Waiver(Strict):
    """One waiver, of a criterion or of one subject of it; both days are included.

    ``subject`` is a value that names the row: a procedure's code, a document's name, a decision's
    number. An ``explanation`` excuses nothing: it is shown beside the verdict.
    """

    criterion: str = Field(min_length=1)
    subject: Annotated[str, BeforeValidator(code_written)] = ""
    kind: Literal["waiver", "explanation"] = "waiver"
    reason: str = Field(min_length=1)
    approver: str = Field(min_length=1)
    first: Day = Field(alias="from")
    last: Day = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Waiver:
        if self.first > self.last:
            raise ValueError("ngày 'from' sau ngày 'to' / 'from' is after 'to'")
        return self


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a unit, in the order of the file; none where there is no file.

    Args:
        path: The ``waivers.yaml`` itself.

    Raises:
        UsageError: Every fault in the file, each at its line and column.
    """
    if not path.exists():
        return ()
    try:
        return _waivers(read_marked(path.as_posix(), path.read_bytes()))
    except RulesError as error:
        raise UsageError(error.text) from error


def _waivers(marked: Marked) -> tuple[Waiver, ...]:
    if marked.data is None:
        return ()
    if not isinstance(marked.data, list):
        text = Text(
            vi="cần một danh sách miễn trừ, mỗi mục bắt đầu bằng '- criterion: …'",
            en="a list of waivers is needed, each item beginning with '- criterion: …'",
        )
        raise RulesError([marked.fault((), text)])
    found: list[Waiver] = []
    faults: list[Diagnostic] = []
    for number in range(len(marked.data)):
        try:
            found.append(parse_model(marked, Waiver, (number,)))
        except RulesError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise RulesError(faults)
    return tuple(found)
