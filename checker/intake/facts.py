"""What is known of a sheet before its cells are read, whatever the format of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..words import Text
from .merged import Area
from .sheets import UnreadCell

NO_VALUE = UnreadCell(
    "formula_without_value",
    Text(
        vi="ô có công thức nhưng tệp không lưu kết quả; hãy mở bằng Excel, tính lại và lưu",
        en="the cell has a formula but the file holds no result; open it in Excel, recalculate "
        "and save",
    ),
)


@dataclass(slots=True)
class SheetFacts:
    """What a look into a sheet found that the fast reader does not tell.

    The last row and column used, the cells without a value, what is hidden and what is merged.
    ``irregular``: a row or cell in an unusual form, so that the extent is not yet certain.
    """

    rows: int = 0
    columns: int = 0
    irregular: bool = False
    hidden: bool = False
    unread: dict[int, dict[int, UnreadCell]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """How many cells the grid has from A1 on."""
        return self.rows * self.columns


def error_value(shown: str) -> UnreadCell:
    """A cell that shows an error in place of a value."""
    return UnreadCell(
        "error_value",
        Text(
            vi=f"ô báo lỗi {shown}; hãy sửa công thức hoặc nhập giá trị",
            en=f"the cell shows the error {shown}; correct the formula or type the value",
        ),
    )


def column_number(letters: bytes) -> int:
    """The number of a column, from 1.

    >>> column_number(b"AB")
    28
    """
    number = 0
    for letter in letters[:7].upper():
        number = number * 26 + letter - 64
    return number
