"""Every place in which two JSON values differ."""

from __future__ import annotations

from collections.abc import Iterator

from .model import PlaceChange

_ABSENT = object()


def differing(before: object, after: object, place: str = "") -> Iterator[PlaceChange]:
    """The innermost places whose values differ; a number is not a truth value, 1 is not 1.0.

    >>> [change.place for change in differing({"a": [1, 2]}, {"a": [1, 3], "b": None})]
    ['a[1]', 'b']
    """
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            inside = f"{place}.{key}" if place else str(key)
            yield from differing(before.get(key, _ABSENT), after.get(key, _ABSENT), inside)
    elif isinstance(before, list) and isinstance(after, list):
        for number in range(max(len(before), len(after))):
            old = before[number] if number < len(before) else _ABSENT
            new = after[number] if number < len(after) else _ABSENT
            yield from differing(old, new, f"{place}[{number}]")
    elif type(before) is not type(after) or before != after:
        yield PlaceChange(place, _known(before), _known(after))


def _known(value: object) -> object:
    return None if value is _ABSENT else value
