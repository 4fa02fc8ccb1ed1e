"""The items of the one array of objects in a JSON file, one by one, whatever its length.

RFC 8259. A name twice in an object, NaN and Infinity are refused: nobody knows what they mean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn, TextIO

MAX_ITEM = 1 << 20
"""Characters of one item, or of one other value beside the array."""
_CHUNK = 1 << 17
_SPACE = re.compile(r"[ \t\r\n]*")


class BadJson(ValueError):
    """What is wrong with the file; ``at`` counts characters from 0."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


Item = tuple[str, object]
"""The name of the array in the outer object (empty where the array is the whole), and an item.
"""


def items(stream: TextIO) -> Iterator[Item]:
    """Walk a file to its end.

    Raises:
        BadJson: At whatever is not well-formed, once the walk comes to it.
    """
    reader = _Reader(stream)
    first = reader.peek()
    if first == "[":
        for item in reader.array():
            yield "", item
    elif first == "{":
        yield from _members(reader)
    else:
        raise BadJson("neither an array nor an object", reader.at)
    if reader.peek():
        raise BadJson("text behind the end", reader.at)


def _members(reader: _Reader) -> Iterator[Item]:
    seen: set[str] = set()
    reader.take("{")
    while reader.peek() != "}" or seen:
        name = reader.value()
        if not isinstance(name, str) or name in seen:
            raise BadJson("a name is missing or stands twice", reader.at)
        seen.add(name)
        reader.take(":")
        if reader.peek() == "[":
            for item in reader.array():
                yield name, item
        else:
            reader.value()
        if reader.peek() == "}":
            break
        reader.take(",")
    reader.take("}")


class _Reader:
    """A window on the text, moved along."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text, self._next, self._before = "", 0, 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_constant=_constant, strict=True
        )

    @property
    def at(self) -> int:
        return self._before + self._next

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._next)
            self._next = found.end() if found else self._next
            if self._next < len(self._text):
                return self._text[self._next]
            if not self._more():
                return ""

    def take(self, mark: str) -> None:
        if self.peek() != mark:
            raise BadJson(f"'{mark}' expected", self.at)
        self._next += 1

    def array(self) -> Iterator[object]:
        self.take("[")
        if self.peek() == "]":
            self._next += 1
            return
        while True:
            yield self.value()
            if self.peek() == "]":
                self._next += 1
                return
            self.take(",")

    def value(self) -> object:
        self.peek()
        found: object = None
        why = ""
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._next)
            except (json.JSONDecodeError, RecursionError) as error:
                why, end = str(error), 0
            except ValueError as error:  # a number of thousands of digits, a name twice
                raise BadJson(str(error), self.at) from error
            # A number near the window's end may go on behind it: "1." is read as 1.
            unsure = end and isinstance(found, int | float) and end > len(self._text) - 4
            if end and not (unsure and self._more()):
                self._next = end
                return found
            if not end and (len(self._text) - self._next > MAX_ITEM or not self._more()):
                raise BadJson(why, self.at)

    def _more(self) -> bool:
        """Lengthen the window; at the end of the text nothing moves."""
        chunk = self._stream.read(_CHUNK)
        if chunk:
            self._before += self._next
            self._text, self._next = self._text[self._next :] + chunk, 0
        return bool(chunk)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value of JSON")
