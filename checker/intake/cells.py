"""One cell's value by the type of its field: read for certain, or not at all.

Day always comes before month, as Vietnamese papers have it. Nothing is repaired: a code with the
letter O for a zero is another code, or none, and only a person can tell which.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from typing import TypeAlias

from ..tables import FieldSpec
from ..words import Text, did_you_mean, fold, tidy
from .model import NEVER, Value
from .sheets import Cell, UnreadCell
from .times import TIME, time_in

Reader: TypeAlias = Callable[[Cell], Value]

_CODE = re.compile(r"([1-9]\.[0-9]{6})(?:\.(?:000\.00\.00\.)?[HG][0-9]{2,3})?")
_DAY_FIRST = re.compile(
    rf"(?:{TIME}\s+)?([0-9]{{1,2}})\s?[/.-]\s?([0-9]{{1,2}})\s?[/.-]\s?([0-9]{{4}}|[0-9]{{2}})"
    rf"(?:,?\s+{TIME})?"
)
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{1,2}})(?:[Tt\s]+{TIME})?")
_RUN_TOGETHER = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{6}")
_IN_WORDS = re.compile(r"(?:ngay\s)?([0-9]{1,2})\s?thang\s([0-9]{1,2})\s?,?\s?nam\s([0-9]{4})")
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_EXCEL_DAY_0 = dt.datetime(1899, 12, 30)
_YEARS = range(1900, 2200)
_SERIAL_YEARS = range(1990, 2101)  # a bare 2020 is a year that somebody typed, no day of 1905

_YES = frozenset(("x", "✓", "✔", "√", "☑", "co", "da", "yes", "true", "1"))
_NO = frozenset(("khong", "chua", "no", "false", "0", "☐"))
_SPLIT = re.compile(r"[,;/+&\n]|\svà\s")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([.,\s])[0-9]{3})(?:\1[0-9]{3})*")


class CellFault(Exception):
    """A cell that cannot be read for certain, or was read with a remark.

    ``value`` is what the cell is worth all the same: None (unknown) unless said otherwise.
    """

    def __init__(self, code: str, text: Text, value: Value = None) -> None:
        super().__init__(text.en)
        self.code = code
        self.text = text
        self.value = value


def reader_for(spec: FieldSpec) -> Reader:
    """What reads the cells of a field.

    Returns:
        A function from a cell to its value; it raises CellFault where the cell cannot be read,
        and gives what the field says of a blank one (``FieldSpec.blank``).
    """
    read = _choice_reader(spec) if spec.values else _READERS[spec.type]
    blank = blank_value(spec)

    def cell_value(cell: Cell) -> Value:
        if isinstance(cell, UnreadCell):
            raise CellFault(cell.code, cell.text)
        if is_blank(cell):
            return blank
        return read(cell)

    return cell_value


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing to see in a cell."""
    if not isinstance(cell, str):
        return cell is None or (isinstance(cell, UnreadCell) and not cell.there)
    return not cell or not (cell[0].isalnum() or tidy(cell))


def blank_value(spec: FieldSpec) -> Value:
    """What an empty cell of a field means."""
    if spec.blank == "never":
        return NEVER
    if spec.blank == "no":
        return False
    if spec.blank == "none":
        return () if spec.type == "choices" else ""
    if spec.blank == "zero":
        return 0 if spec.type == "int" else 0.0
    return None


def shown(cell: Cell) -> str:
    """A cell as a person would see it, shortened.

    >>> shown(5.0), shown(dt.date(2020, 3, 5))
    ('5', '05/03/2020')
    """
    text = str(_text(cell))
    return text if len(text) <= 80 else text[:79] + "…"


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):  # a datetime too
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else str(cell)


def _fault(code: str, cell: Cell, vi: str, en: str) -> CellFault:
    return CellFault(
        code, Text(vi=f"thấy '{shown(cell)}', cần {vi}", en=f"found '{shown(cell)}', needs {en}")
    )


def _procedure_code(cell: Cell) -> str:
    """The base code of a procedure (d.dddddd), whatever organisation code hangs on it.

    A code that Excel took for a number has lost its zeros at the end: six decimals are put back,
    and that is said.
    """
    if isinstance(cell, float) and not cell.is_integer() and 1 <= cell < 10:
        padded = f"{cell:.6f}"
        if float(padded) == cell:
            if repr(cell) == padded:
                return padded
            remark = Text(
                vi=f"mã lưu dạng số {cell!r}, hiểu là {padded}; hãy định dạng cột mã là Văn bản",
                en=f"the code is stored as the number {cell!r}, taken for {padded}; format the "
                "column of codes as Text",
            )
            raise CellFault("code_as_number", remark, padded)
    text = _text(cell)
    match = _CODE.fullmatch(text.upper())
    if match:
        return match[1]
    hint_vi, hint_en = "", ""
    repaired = text.upper().replace("O", "0").replace("I", "1").replace(",", ".").replace(" ", "")
    if _CODE.fullmatch(repaired):
        hint_vi, hint_en = f" (có phải {repaired}?)", f" ({repaired}?)"
    raise _fault(
        "bad_code",
        cell,
        f"mã thủ tục như 1.004222 hoặc 1.004222.000.00.00.H20{hint_vi}",
        f"a procedure code like 1.004222 or 1.004222.000.00.00.H20{hint_en}",
    )


def read_date(text: str) -> dt.date:
    """A date in one of the forms that offices write, day before month.

    Two digits of a year mean 1980 to 2079.

    Raises:
        CellFault: ``bad_date``: no such form, or no such day.

    >>> read_date("ngày 05 tháng 3 năm 2020"), read_date("5.3.20")
    (datetime.date(2020, 3, 5), datetime.date(2020, 3, 5))
    """
    bare = tidy(text)
    if match := _DAY_FIRST.fullmatch(bare):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(bare) or _RUN_TOGETHER.fullmatch(bare):
        year, month, day = match.groups()
    elif match := _IN_WORDS.fullmatch(fold(bare)):
        day, month, year = match.groups()
    elif _SERIAL.fullmatch(bare):
        return _serial(float(bare.replace(",", ".")))
    else:
        raise _bad_date(text)
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 80 else 1900
    try:
        return _plausible(dt.date(number, int(month), int(day)), text)
    except ValueError as error:
        raise _bad_date(text) from error


def _date(cell: Cell) -> dt.date:
    if isinstance(cell, dt.datetime):
        return _plausible(cell.date(), cell)
    if isinstance(cell, dt.date):
        return _plausible(cell, cell)
    if isinstance(cell, str):
        return read_date(cell)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _serial(float(cell))
    raise _bad_date(cell)


def _serial(number: float) -> dt.date:
    """A day number of Excel, the 1900 system (ECMA-376 part 1, 18.17.4.1)."""
    if 0 < number < 100_000:
        date = (_EXCEL_DAY_0 + dt.timedelta(days=number)).date()
        if date.year in _SERIAL_YEARS:
            return date
    raise _bad_date(number)


def _plausible(date: dt.date, cell: Cell) -> dt.date:
    if date.year not in _YEARS:
        raise _bad_date(cell)
    return date


def _bad_date(cell: Cell) -> CellFault:
    return _fault("bad_date", cell, "ngày có thật, như 05/03/2020", "a real day, like 05/03/2020")


def _time(cell: Cell) -> str:
    found = time_in(cell)
    if found is None:
        raise _fault("bad_time", cell, "giờ trong ngày, như 14:30", "a time of the day, like 14:30")
    return found


def _bool(cell: Cell) -> bool:
    word = str(cell).lower() if isinstance(cell, bool) else fold(_text(cell))
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise _fault("bad_mark", cell, "'x' hoặc 'có', 'không'", "'x' or 'có', 'không'")


def _int(cell: Cell) -> int:
    if isinstance(cell, float | int) and not isinstance(cell, bool) and float(cell).is_integer():
        return int(cell)
    text = _text(cell)
    if re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        return int(text)
    if len(text) < 20 and _GROUPED.fullmatch(text):
        return int(re.sub(r"[.,\s]", "", text))
    raise _fault("bad_number", cell, "số nguyên, như 25 hoặc 1.250", "a whole number, like 25")


def _number(cell: Cell) -> float:
    """A number; one mark before exactly three digits may be either kind and is not guessed."""
    if isinstance(cell, float | int) and not isinstance(cell, bool) and math.isfinite(cell):
        return float(cell)
    text = _text(cell)
    decimal = max(text.rfind("."), text.rfind(","))
    grouped = _GROUPED.fullmatch(text)
    if decimal < 0 or (grouped and len(re.findall(r"[.,\s]", text)) > 1):
        plain = re.sub(r"[.,\s]", "", text)
    elif not grouped and _groups_well(text[:decimal], text[decimal]):
        plain = re.sub(r"[.,\s]", "", text[:decimal]) + "." + text[decimal + 1 :]
    elif grouped:
        either = f"{re.sub('[.,]', '', text)} hoặc {text.replace('.', ',')}"
        raise _fault(
            "ambiguous_number",
            cell,
            f"số chỉ hiểu được một cách: đây có thể là {either}",
            "a number that can be read in one way: one mark before three digits may be either kind",
        )
    else:
        plain = ""
    if re.fullmatch(r"[+-]?[0-9]{1,300}(?:\.[0-9]{1,300})?", plain):
        return float(plain)
    raise _fault("bad_number", cell, "số rõ ràng, như 1250,5", "a plain number, like 1250,5")


def _groups_well(whole: str, decimal_mark: str) -> bool:
    if re.fullmatch(r"[+-]?[0-9]+", whole):
        return True
    return decimal_mark not in whole and bool(_GROUPED.fullmatch(whole))


def _choice_reader(spec: FieldSpec) -> Reader:
    known = {fold(word): name for name, words in spec.values.items() for word in (*words, name)}

    def one(cell: Cell) -> str:
        found = known.get(fold(_text(cell)))
        if found is None:
            expected = [words[0] for words in spec.values.values()]
            hint = did_you_mean(fold(_text(cell))[:80], known)
            listed = ", ".join(expected)
            raise _fault(
                "unknown_choice",
                cell,
                f"một trong: {listed}{hint.vi}",
                f"one of: {listed}{hint.en}",
            )
        return found

    def several(cell: Cell) -> tuple[str, ...]:
        whole = known.get(fold(_text(cell)))
        if whole is not None:
            return (whole,)
        parts = [part for part in _SPLIT.split(str(cell)) if tidy(part)]
        return tuple(sorted({one(part) for part in parts[:50]}))

    return several if spec.type == "choices" else one


_READERS: dict[str, Reader] = {
    "text": _text,
    "code": _procedure_code,
    "date": _date,
    "time": _time,
    "bool": _bool,
    "int": _int,
    "number": _number,
    "choice": _text,
    "choices": lambda cell: tuple(tidy(p) for p in _SPLIT.split(_text(cell)) if tidy(p)),
}
