"""What does not make a cell unreadable but lessens trust in it, told once for each column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..tables import FieldSpec
from ..words import Text, tidy
from .sheets import Notices

_PLACES = 5
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,\s]*")
_SHORT_YEAR = re.compile(
    r"(?:[0-9:h]+\s)?[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{2}(?:[\s,].*)?"
)


@dataclass(slots=True)
class Remarks:
    """The remarks on one sheet; a text that comes again is not looked at again."""

    is_sheet: bool
    _found: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def look(
        self, text: str, spec: FieldSpec, label: str, place: Callable[[], str]
    ) -> tuple[str, ...]:
        """The codes of what there is to remark on a text in a column; those are noted.

        ``place`` is asked only where there is a remark.
        """
        codes = tuple(self._codes(text, spec))
        for code in codes:
            places = self._found.setdefault((code, label), [])
            if len(places) <= _PLACES:
                places.append(place())
        return codes

    def _codes(self, text: str, spec: FieldSpec) -> Iterator[str]:
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            yield "mixed_unicode"
        bare = tidy(text)
        if spec.type == "date":
            if _SHORT_YEAR.fullmatch(bare):
                yield "two_digit_year"
            elif self.is_sheet and bare.isdecimal():
                yield "number_as_text"
        elif self.is_sheet and spec.type in ("int", "number") and _NUMBER.fullmatch(bare):
            yield "number_as_text"

    def say(self, notices: Notices) -> None:
        """One notice for each kind of remark and column, at the first cell."""
        for (code, label), places in sorted(self._found.items()):
            listed = ", ".join(places[:_PLACES]) + ("…" if places[_PLACES:] else "")
            why = _WHY[code]
            text = Text(
                vi=f"cột '{label}': {why.vi} ({listed})",
                en=f"column '{label}': {why.en} ({listed})",
            )
            notices.say(places[0], code, text)


_WHY = {
    "mixed_unicode": Text(
        "chữ Unicode tổ hợp (dấu tách rời), đã được chuyển sang dựng sẵn khi đọc; hãy thống nhất "
        "Unicode dựng sẵn theo TCVN 6909:2001",
        "decomposed Unicode (marks apart), composed for reading; use composed Unicode throughout",
    ),
    "two_digit_year": Text(
        "năm ghi hai chữ số, hiểu là 1980 đến 2079; hãy ghi đủ bốn chữ số",
        "the year has two digits, taken for 1980 to 2079; write all four",
    ),
    "number_as_text": Text(
        "số lưu dạng chữ, vẫn được đọc là số; hãy định dạng cột là Số hoặc Ngày",
        "numbers stored as text, read as numbers all the same; format the column as Number or Date",
    ),
}
