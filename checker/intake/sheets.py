"""What every reader of a file format hands on: sheets of raw cells, and what it had to say."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..places import Notice
from ..words import Text


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell of which the reader knows that its content is missing or an error.

    ``there`` is false where the file has no such cell: it then speaks for no row of data, and
    what it would have held is unknown all the same.
    """

    code: str
    text: Text
    there: bool = True


class CutOff(str):
    """The last text of a file that ends without a line end: it may have gone on."""

    __slots__ = ()


Cell: TypeAlias = (
    str | int | float | bool | dt.date | dt.time | dt.timedelta | UnreadCell | None
)  # a dt.datetime is a dt.date
Line: TypeAlias = tuple[int, list[Cell]]
"""A row's number as a person counts (from 1), and its cells from the sheet's first column on."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What of a sheet is not shown: rows and columns from 1, ascending, or the whole of it."""

    rows: Sequence[int] = ()
    columns: Sequence[int] = ()
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid of cells. ``rows`` can be walked once; ``first_column`` counts from 1.

    ``undecodable`` says where the bytes of a file are no Unicode: its texts are then those bytes,
    a character each (ISO 8859-1), and what they show is yet to be found.
    """

    kind: Literal["sheet", "delimited", "record"]
    name: str
    first_column: int
    rows: Iterator[Line]
    undecodable: Notice | None = None
    hidden: Hidden = Hidden()

    def place(self, row: int) -> str:
        """A row's place in words."""
        word = f"bản ghi {row}" if self.kind == "record" else f"dòng {row}"
        return f"{self.name}!{word}" if self.name else word


class Refused(Exception):
    """A file that cannot be read as a whole; ``notice`` says why and what to do."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.text.en)
        self.notice = notice


class Notices:
    """The notices of one file; of cells and rows only the first ``CAP``, with the total said.

    ``hidden`` collects the registers of which rows may stand in the file unread.
    """

    CAP = 50

    def __init__(self, file: str) -> None:
        self.file = file
        self.hidden: set[str] = set()
        self._said: list[Notice] = []
        self._counted: Counter[str] = Counter()

    def say(self, place: str, code: str, text: Text) -> None:
        """One thing about the file or a sheet."""
        self._said.append(Notice(self.file, place, code, text))

    def count(self, place: str, code: str, text: Text) -> None:
        """One thing of which there may be a million."""
        if self._counted.total() < self.CAP:
            self.say(place, code, text)
        self._counted[code] += 1

    def take(self, other: Notices) -> None:
        """Everything that was said elsewhere of the same file, for good now."""
        self._said.extend(other._said)
        self._counted.update(other._counted)
        self.hidden.update(other.hidden)

    def all(self) -> tuple[Notice, ...]:
        """Everything said, and how much more there was."""
        total = self._counted.total()
        if total <= self.CAP:
            return tuple(self._said)
        kinds = ", ".join(f"{code}: {number}" for code, number in sorted(self._counted.items()))
        text = Text(
            vi=f"tổng cộng {total} ô hoặc dòng có vấn đề ({kinds}); chỉ nêu {self.CAP} chỗ đầu",
            en=f"{total} cells or rows have a problem ({kinds}); the first {self.CAP} are listed",
        )
        return (*self._said, Notice(self.file, "", "more_notices", text))
