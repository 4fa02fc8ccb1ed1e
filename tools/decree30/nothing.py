"""An edit that would change nothing is an error of who wrote it down."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


class NothingEditedError(LookupError):
    """There is nothing in the sample that the edit is about."""


def some(found: list[T], what: str) -> list[T]:
    """What was found.

    Raises:
        NothingEditedError: Nothing was.
    """
    if not found:
        raise NothingEditedError(what)
    return found
