"""Whether the dates of a column may have day and month exchanged.

Texts are read day first, as Vietnamese papers have it. Two things in a column speak against that:
a text that is a date only when read month first, where none is one only when read day first; and
what is left when Excel with American settings has opened an export: dates whose day could be a
month have become dates (exchanged), the others have stayed text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from ..words import Text
from .sheets import Cell

AT_LEAST = 3
"""Dates and texts that it takes, each, for the second sign: fewer may be so by chance."""
_NUMBERS = re.compile(r"\s*([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?[0-9]{2,4}\b")


@dataclass(slots=True)
class DayOrder:
    """What the dates of one column have shown so far; texts are looked at once each."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    stored: int = 0
    stored_late: int = 0
    first_sign: str = ""

    def see(self, cell: Cell, place: Callable[[], str]) -> None:
        """Take note of a cell that is not blank."""
        if isinstance(cell, str):
            self._see_text(cell, place)
        elif isinstance(cell, dt.date):
            self.stored += 1
            self.stored_late += cell.day > 12

    def _see_text(self, text: str, place: Callable[[], str]) -> None:
        found = _NUMBERS.match(text)
        if not found:
            return
        first, second = int(found[1]), int(found[2])
        self.day_first += first > 12 >= second
        self.either += first <= 12 and second <= 12
        if second > 12 >= first:
            self.month_first += 1
            self.first_sign = self.first_sign or place()

    def doubt(self) -> Text | None:
        """Why dates whose day may be a month are not certain; None where nothing says so."""
        if self.month_first and not self.day_first:
            return Text(
                vi=f"có ngày chỉ đọc được theo kiểu tháng trước (như ô {self.first_sign}) và không "
                "có ngày nào chắc chắn ghi ngày trước, nên các ngày có thể lẫn ngày với tháng được "
                "coi là không rõ; hãy kết xuất lại theo ngày/tháng/năm",
                en=f"a date can only be read month first (as in {self.first_sign}) and none is "
                "certainly day first, so dates in which day and month may be exchanged are "
                "unknown; export them again as day/month/year",
            )
        enough = self.stored >= AT_LEAST and self.day_first >= AT_LEAST
        if enough and not self.stored_late and not self.either:
            return Text(
                vi="mọi ô kiểu ngày đều có ngày không quá 12, mọi ô kiểu chữ đều có ngày trên 12: "
                "dấu hiệu Excel cài đặt kiểu Mỹ đã đảo ngày với tháng khi mở tệp, nên các ngày có "
                "thể bị đảo được coi là không rõ; hãy kết xuất lại, đừng mở bằng Excel rồi lưu",
                en="all cells stored as dates have days up to 12 and all texts days above 12: a "
                "sign that Excel with American settings exchanged day and month when it opened "
                "the file, so dates that may be exchanged are unknown; export the file again",
            )
        return None
