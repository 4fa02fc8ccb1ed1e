"""Whether a criterion asks anything on a day; where it does not, whether that is known.

Between "nothing was asked" and "what was asked is not in the rules" lies the difference between a
verdict and none: a duty whose law had not begun binds nobody, while a clause that was amended had
an earlier wording, which somebody has yet to read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from .book import Clause, LoadedCriterion, Rulebook

Force = Literal["yes", "not_begun", "ended", "no"]
"""``yes``: a version covers the day. ``not_begun``, ``ended``: nothing was asked. ``no``: no
version covers it, and what was asked then is not known."""

_A_DAY = dt.timedelta(days=1)


def force_on(book: Rulebook, loaded: LoadedCriterion, day: dt.date) -> Force:
    """What a criterion asks on a day, by its versions and the legal register."""
    if loaded.in_force(day):
        return "yes"
    if day < asked_from(book, loaded):
        return "not_begun"
    begun = _begun(loaded, day)
    return "ended" if begun and begun.version.ends else "no"


def asked_from(book: Rulebook, loaded: LoadedCriterion) -> dt.date:
    """The day before which nothing was asked.

    The first version's own first day where it says why (``begins``); else the first day of the
    first of the documents it rests on: from then on another wording may have asked something.
    """
    first = loaded.clauses[0].version
    if first.begins:
        return first.valid_from
    entries = [book.provision(ref, first.valid_from) for ref in first.basis]
    return min((e.document.valid_from for e in entries if e), default=first.valid_from)


def idle(
    book: Rulebook, loaded: LoadedCriterion
) -> Iterator[tuple[dt.date | None, dt.date | None]]:
    """The windows, both days included and open where None, on which nothing was asked."""
    yield None, asked_from(book, loaded) - _A_DAY
    for clause, following in pairwise((*loaded.clauses, None)):
        last = clause.version.valid_to if clause else None
        if clause and clause.version.ends and last:
            until = following.version.valid_from - _A_DAY if following else None
            if until is None or last < until:
                yield last + _A_DAY, until


def shown_clause(loaded: LoadedCriterion, day: dt.date) -> Clause:
    """The version in force, else the last one before the day, else the first: to be shown."""
    return loaded.in_force(day) or _begun(loaded, day) or loaded.clauses[0]


def _begun(loaded: LoadedCriterion, day: dt.date) -> Clause | None:
    begun = [clause for clause in loaded.clauses if clause.version.valid_from <= day]
    return begun[-1] if begun else None
