"""The time of the day that a cell tells, alone or beside a date."""

from __future__ import annotations

import datetime as dt
import re

from ..words import tidy
from .sheets import Cell

TIME = (
    r"(?:[0-2]?[0-9][:h][0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"(?:\s?(?:AM|PM|am|pm|SA|CH))?(?:Z|\+07:?00)?)"
)
"""How times stand beside dates: 14:30, 14h30, 2:30:05 PM, 2:30 CH; in UTC, or said to be ours."""

_TOLD = re.compile(
    r"(?:^|[\sT,])([0-2]?[0-9])[:h]([0-5][0-9])(?::([0-5][0-9])(?:[.,][0-9]+)?)?"
    r"(?:\s?(AM|PM|am|pm|SA|CH))?(?:\+07:?00)?(?=$|[\s,])"
)
_RUN_TOGETHER = re.compile(r"[0-9]{8}([0-9]{2})([0-9]{2})([0-9]{2})")
_DAY = 24 * 60 * 60
_AFTERNOON = frozenset(("PM", "pm", "CH"))


def time_in(cell: Cell) -> str | None:
    """The time of the day in a cell, as ``HH:MM``; None where it tells none for certain.

    Seconds follow where they are not zero: such texts compare as times do. Midnight is what
    software writes for a day without a time, so it is none. A time in UTC (Z) is none either: it
    may be of another day.

    >>> time_in("05/03/2026 15:00:30"), time_in("5/3/2026 3:05 CH"), time_in("20260305150100")
    ('15:00:30', '15:05', '15:01')
    >>> time_in("05/03/2026"), time_in(46086.625)
    (None, '15:00')
    """
    if isinstance(cell, dt.datetime | dt.time):
        return _shown(cell.hour, cell.minute, cell.second)
    if isinstance(cell, float) and cell >= 0:
        second = round(cell % 1 * _DAY) % _DAY
        return _shown(second // 3600, second // 60 % 60, second % 60)
    if not isinstance(cell, str):
        return None
    bare = tidy(cell)
    if match := _RUN_TOGETHER.fullmatch(bare):
        return _shown(int(match[1]), int(match[2]), int(match[3]))
    told = _TOLD.findall(bare)
    if len(told) != 1:
        return None
    hour, minute, second_, half = told[0]
    number = int(hour) % 12 + (12 if half in _AFTERNOON else 0) if half else int(hour)
    return _shown(number, int(minute), int(second_ or 0))


def _shown(hour: int, minute: int, second: int) -> str | None:
    if hour > 23 or minute > 59 or second > 59 or hour == minute == second == 0:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
