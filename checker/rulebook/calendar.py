"""Working days of the civil service, from dated data (Labour Code 2019 art. 111–112)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from .models import CalendarYear

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


def working_days(years: Mapping[int, CalendarYear]) -> Iterator[tuple[dt.date, int]]:
    """Number every day of the longest run of known years by the working days up to it.

    A working day is Monday to Friday and not off, or a Saturday worked instead. Days outside
    the known years have no number, so spans that reach there stay unknown.
    """
    if not years:
        return
    off = {day for year in years.values() for day in year.days_off}
    worked = {day for year in years.values() for day in year.days_worked}
    day, count = dt.date(min(years), 1, 1), 0
    while day.year in years:
        if day in worked or (day.weekday() < _SATURDAY and day not in off):
            count += 1
        yield day, count
        day += _DAY
