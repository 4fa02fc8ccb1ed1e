"""Which value a property is to have: the one asked for, or the bound next to the present one.

A file counts in half points, twentieths of a point and 240ths of a line (ECMA-376 part 1,
17.18.42, 22.9.2.14, 17.3.1.33). So an aim is a whole number of these and what the reader makes of
it; bounds are met from the inside.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from ..documents.measures import millimetres
from .model import Repair, Value

_TWIPS_A_MM = 1440 / 25.4
_TINY = 1e-6


class Aim(NamedTuple):
    """A value as the file writes it, and as the reader tells it."""

    written: str
    value: Value


class Unknown(Exception):
    """The present value is not known, so that nobody can say whether it lies within bounds."""


def aim(repair: Repair, present: Value) -> Aim | None:
    """What the property is to become; None: it is right as it is.

    Raises:
        Unknown: There are bounds and no present value.
    """
    if repair.to is not None and not _is_number(repair.name):
        return None if _agree(repair, present) else _plain(repair)
    parts = _parts(repair.name)
    if repair.to is not None:
        whole = round(float(repair.to) * parts)
        if isinstance(present, float | int) and abs(present * parts - whole) < 0.5:
            return None
        return Aim(str(whole), _told(repair.name, whole))
    if not isinstance(present, float | int):
        raise Unknown
    if repair.least is not None and present < round(repair.least, 2):
        whole = math.ceil(repair.least * parts - _TINY)
    elif repair.greatest is not None and present > round(repair.greatest, 2):
        whole = math.ceil(repair.greatest * parts - _TINY)
        told = _told(repair.name, whole)
        if told is not None and told > round(repair.greatest, 2):  # 20 mm are told of 1134, too
            whole = math.floor(repair.greatest * parts + _TINY)
    else:
        return None
    return Aim(str(whole), _told(repair.name, whole))


def _is_number(name: str) -> bool:
    return name.endswith(("_pt", "_mm")) or name == "line_spacing"


def _agree(repair: Repair, present: Value) -> bool:
    """Whether two words mean the same: black and "automatic" look alike on paper."""
    if not isinstance(present, str) or not isinstance(repair.to, str):
        return present == repair.to
    one, other = present.casefold(), repair.to.strip().casefold()
    both_black = repair.name == "color" and {one, other} == {"auto", "000000"}
    return one == other or both_black


def _plain(repair: Repair) -> Aim:
    if isinstance(repair.to, bool):
        return Aim("1" if repair.to else "0", repair.to)
    return Aim(str(repair.to).strip(), str(repair.to).strip())


def _parts(name: str) -> float:
    """How many of the file's units make one of ours."""
    if name == "size_pt":
        return 2
    if name == "line_spacing":
        return 240
    return _TWIPS_A_MM if name.endswith("_mm") else 20


def _told(name: str, whole: int) -> float | None:
    if name == "size_pt":
        return whole / 2
    if name == "line_spacing":
        return round(whole / 240, 4)
    return millimetres(whole / 20) if name.endswith("_mm") else whole / 20
