"""What to do first: plain records of repairs that were tried, and of what no repair reaches."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from .scores import NO_POINTS, Span
from .words import Text


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell of a register as it was and as it has to be; a new row has no place yet."""

    file: str
    place: Text
    label: Text
    was: Text | None
    becomes: Text


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to do, and the row of the register that shows it done.

    ``register`` is the table's title; ``serves`` are the criteria that need it.
    """

    do: Text
    register: Text
    edits: tuple[Edit, ...]
    serves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A criterion that turns from ``before`` to ``after`` when its remedies are done.

    ``remedies`` are numbers into the plan's list. ``gain`` is by how many points the least total
    rises, what the remedies do to other criteria counted in. ``minimal``: without any one of
    their edits the verdict does not turn; that was tried. ``sooner`` is the next better verdict
    and the number of remedies that reach it, where fewer do.
    """

    criterion: str
    title: Text
    before: str
    after: str
    remedies: tuple[int, ...]
    gain: Fraction
    minimal: bool
    sooner: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """What no act can undo any more, with how many rows."""

    criterion: str
    why: Text
    rows: int


@dataclass(frozen=True, slots=True)
class Supply:
    """Data that are not there; ``moves`` is by how many points the total may move with them."""

    text: Text
    criteria: tuple[str, ...]
    moves: Fraction


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A criterion whose verdict gets worse when all remedies are done."""

    criterion: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """A verdict that holds on the day of the check and turns on ``day`` if nothing is done.

    It was judged by that day and by the day before.
    """

    criterion: str
    title: Text
    day: dt.date
    days: int
    before: str
    after: str
    because: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """What a unit does first. ``undeclared``: violated criteria that declare no repair.

    ``copied``: criteria of form, which a changed copy of the document puts right.
    ``stuck``: failed criteria that the declared repairs do not turn, done today on every row.
    ``untried``: criteria with more rows to repair than are tried. ``after`` is the score when all
    remedies are done.
    """

    remedies: tuple[Remedy, ...] = ()
    steps: tuple[Step, ...] = ()
    lost: tuple[Lost, ...] = ()
    supplies: tuple[Supply, ...] = ()
    undeclared: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    untried: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    spoilt: tuple[Spoilt, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    before: Span = NO_POINTS
    after: Span = NO_POINTS
