"""Working days: the calendar's numbers against the notices, day by day."""

import datetime as dt

from motcua.checker.home import RULES
from motcua.checker.rulebook.calendar import working_days
from motcua.checker.rulebook.load import load_folder

NUMBERS = dict(working_days(load_folder(RULES).calendar))


def between(first, last):
    """Working days after the first day up to and with the last."""
    return NUMBERS[dt.date.fromisoformat(last)] - NUMBERS[dt.date.fromisoformat(first)]


def test_a_plain_week_has_five():
    assert between("2026-03-01", "2026-03-08") == 5


def test_the_lunar_new_year_of_2026_is_off():
    assert between("2026-02-13", "2026-02-22") == 0
    assert between("2026-02-13", "2026-02-23") == 1


def test_a_saturday_worked_instead_counts():
    assert between("2026-08-21", "2026-08-22") == 1  # swapped with Monday 31/8
    assert between("2026-08-28", "2026-09-02") == 0


def test_the_day_of_culture_is_off_from_2026():
    assert between("2026-11-23", "2026-11-24") == 0
    assert between("2025-11-21", "2025-11-24") == 1


def test_years_hang_together_and_end():
    assert between("2025-12-31", "2026-01-05") == 1  # 01/01 off, 02/01 swapped, then a weekend
    assert dt.date(2027, 1, 1) not in NUMBERS
