"""The rows of a sheet that may be its header, each column with the wordings that it may bear.

A header is one row, or two: a group's heading above the headings of its columns. Of two rows a
column bears group and heading together ("Ngày" below "Niêm yết" is "Ngày niêm yết"), else the
heading alone, else, where the lower cell is blank, the upper one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..words import fold, tidy
from .sheets import Line

_LONGEST = 200
_WIDEST = 1000
_TRIMMINGS = re.compile(r"[\s:*.]+$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Top:
    """One row or two as a header: by column what it may mean, best first, and as written.

    ``row`` is the last row, ``width`` the number of its cells, ``lines`` the folded words of each
    row by column.
    """

    row: int
    width: int
    wordings: Mapping[int, tuple[str, ...]]
    labels: Mapping[int, str]
    lines: tuple[Mapping[int, str], ...]

    def keys(self) -> Iterator[str]:
        """Every wording that any column may bear."""
        return (key for keys in self.wordings.values() for key in keys)


def header_key(cell: object) -> str:
    """A header cell made comparable: folded, without what follows it for decoration.

    >>> header_key("Mã TTHC (*) :"), header_key("ngay_niem_yet")
    ('ma tthc', 'ngay niem yet')
    """
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return ""
    bare = _TRIMMINGS.sub("", fold(cell.replace("_", " ")))
    return _TRIMMINGS.sub("", _IN_BRACKETS.sub("", bare)) or bare


def tops(head: Sequence[Line]) -> Iterator[Top]:
    """Every row as a header, then every two rows that follow each other."""
    keyed = [(line, line_keys(line[1])) for line in head]
    for line, keys in keyed:
        yield _single(line, keys)
    for (upper, upper_keys), (lower, lower_keys) in pairwise(keyed):
        if lower[0] == upper[0] + 1 and upper_keys and lower_keys:
            yield _double((upper, upper_keys), (lower, lower_keys))


def line_keys(cells: Sequence[object]) -> dict[int, str]:
    """The folded words of a row by column, blank cells left out."""
    return {at: key for at, cell in enumerate(cells[:_WIDEST]) if (key := header_key(cell))}


def _single(line: Line, keys: Mapping[int, str]) -> Top:
    number, cells = line
    labels = {at: tidy(str(cells[at])) for at in keys}
    return Top(number, len(cells), {at: (key,) for at, key in keys.items()}, labels, (keys,))


def _double(upper: tuple[Line, Mapping[int, str]], lower: tuple[Line, Mapping[int, str]]) -> Top:
    (_, above), groups = upper
    (number, below), headings = lower
    wordings: dict[int, tuple[str, ...]] = {}
    labels: dict[int, str] = {}
    group_at = -1
    for at in range(max([*groups, *headings]) + 1):
        group_at = at if at in groups else group_at
        heading, group = headings.get(at, ""), groups.get(group_at, "")
        if heading and group and heading != group:
            apart = f"{group} - {heading}"  # as the label has it, for mapping.yaml
            wordings[at] = (apart, f"{group} {heading}", f"{heading} {group}", heading)
            labels[at] = f"{tidy(str(above[group_at]))} – {tidy(str(below[at]))}"
        elif heading:
            wordings[at], labels[at] = (heading,), tidy(str(below[at]))
        elif at in groups:
            wordings[at], labels[at] = (groups[at],), tidy(str(above[at]))
    return Top(number, max(len(above), len(below)), wordings, labels, (groups, headings))
