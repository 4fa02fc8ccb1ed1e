"""Whether a unit's level and province exist on the day of the check (``rules/admin``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from .gather import GatheredUnit
from .intake.model import FileAccount
from .intake.unit import UNIT_FILE
from .places import Notice
from .rulebook.book import Rulebook
from .words import Text, fold


def told_of_place(unit: GatheredUnit, book: Rulebook, as_of: dt.date) -> Iterator[FileAccount]:
    """What is no longer there under the name of ``unit.yaml``; names that are not known are let be.

    A name without its kind ("Đồng Nai") may mean whatever the province has become since.
    """
    notices = [*_level(unit, book, as_of), *_province(unit, book, as_of)]
    if notices:
        yield FileAccount(UNIT_FILE, "", "", notices=tuple(notices))


def _level(unit: GatheredUnit, book: Rulebook, as_of: dt.date) -> Iterator[Notice]:
    last = book.levels.get(unit.level)
    if last and as_of > last:
        text = Text(
            f"cấp '{unit.level}' chỉ có đến ngày {last:%d/%m/%Y}; hãy xem lại 'level' hoặc ngày "
            "xét",
            f"the level '{unit.level}' existed up to {last:%d/%m/%Y}; look at 'level' or the day",
        )
        yield Notice(UNIT_FILE, "level", "ended_level", text)


def _province(unit: GatheredUnit, book: Rulebook, as_of: dt.date) -> Iterator[Notice]:
    written = fold(unit.province)
    for province in book.provinces:
        last = province.valid_to
        if last and as_of > last and written == fold(province.name):
            text = Text(
                f"'{unit.province}' chỉ có đến ngày {last:%d/%m/%Y}, nay là {province.became}; hãy "
                "xem lại 'province' hoặc ngày xét",
                f"'{unit.province}' existed up to {last:%d/%m/%Y} and is now {province.became}; "
                "look at 'province' or the day",
            )
            yield Notice(UNIT_FILE, "province", "ended_province", text)
