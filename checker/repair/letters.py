"""Characters put right: which runs are touched, and what their properties become.

Only runs whose effective value is wrong get direct formatting, which is absolute also for the
properties that styles toggle (ECMA-376 part 1, 17.7.3). Every character remembers its look, so that
afterwards the copy can be held against what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from lxml import etree

from ..documents.model import Run, RunFormat
from ..documents.names import W
from ..documents.traced import TracedParagraph, TracedRun
from ..editing.parts import EditablePart, Splice
from ..legacy import is_old_font
from .aims import Aim, Unknown, aim
from .looks import look_children
from .model import Change, Left, ParagraphPlace, Repair, Value
from .reasons import left
from .schema import set_properties
from .splitting import can_be_split, split_run

Outcome = Change | Left
_Changes = Mapping[str, Aim]
_NOTHING: _Changes = {}
_UNKNOWN = Aim("", None)
_PICTURES = ("symbol", "wingdings", "webdings", "zapf", "mt extra", "marlett")


class Letters:
    """The characters of one paragraph, as they are and as they will be.

    Args:
        traced: The paragraph.
        text: Its characters as people read them; they differ where an old encoding is decoded.
    """

    def __init__(self, traced: TracedParagraph, text: str) -> None:
        self._traced = traced
        shown = traced.shown
        self._formats: list[RunFormat] = [run.format for run in shown.runs for _ in run.text]
        self._changes: list[_Changes] = [_NOTHING] * len(self._formats)
        self._visible = [at for at, look in enumerate(self._formats) if not look.hidden]
        self._as_read = text == shown.text

    def repair(self, repair: Repair, start: int | None, end: int | None) -> Iterator[Outcome]:
        """Put a property of visible characters right; what is right already stays as it is."""
        index = self._traced.shown.index
        if not self._as_read and (start is not None or end is not None):
            yield left(ParagraphPlace(index, start, end), repair.name, "old_encoding")
            return
        chosen = self._visible[start:end]
        at = 0
        for run in self._traced.runs:
            first = at
            while at < len(chosen) and chosen[at] < run.end:
                at += 1
            if first < at:
                yield from self._repair_run(repair, run, chosen[first:at], (start or 0) + first)

    def runs(self) -> tuple[Run, ...]:
        """What the reader must find in the copy."""
        text = "".join(run.text for run in self._traced.shown.runs)
        groups = groupby(zip(text, self._formats, strict=True), key=lambda pair: pair[1])
        return tuple(Run("".join(letter for letter, _ in pairs), look) for look, pairs in groups)

    def splices(self, part: EditablePart) -> Iterator[Splice]:
        """The changes of the runs, which are split where they are changed in part."""
        for run in self._traced.runs:
            pieces = [
                (len(list(group)), look_children(part, run.element, changes))
                for changes, group in groupby(self._changes[run.start : run.end])
            ]
            if len(pieces) > 1:
                yield split_run(part, run.element, pieces)
            elif pieces and pieces[0][1]:
                yield from set_properties(part, run.element, "rPr", pieces[0][1])

    def _repair_run(
        self, repair: Repair, run: TracedRun, chosen: Sequence[int], begin: int
    ) -> Iterator[Outcome]:
        """Put characters of one run right; ``begin`` is what the first is among those seen."""
        index, name = self._traced.shown.index, repair.name
        for (present, wanted), group in groupby(chosen, key=self._judge(repair, chosen)):
            same = list(group)
            place = ParagraphPlace(index, begin, begin + len(same))
            begin += len(same)
            if wanted is _UNKNOWN:
                yield left(place, name, "unknown")
            elif wanted is not None and (code := self._obstacle(repair, run, same)):
                yield left(place, name, code)
            elif wanted is not None:
                self._change(name, wanted, same)
                yield Change(place, name, present, wanted.value)

    def _judge(
        self, repair: Repair, chosen: Sequence[int]
    ) -> Callable[[int], tuple[Value, Aim | None]]:
        """What a character has and is to have, for each one of a run.

        Classes of letters may differ in their fonts: then one font is named for all, and the run
        stays in one piece.
        """
        known: dict[int, tuple[Value, Aim | None]] = {}
        for look in {id(self._formats[at]): self._formats[at] for at in chosen}.values():
            present: Value = getattr(look, repair.name)
            try:
                known[id(look)] = present, aim(repair, present)
            except Unknown:
                known[id(look)] = present, _UNKNOWN
        if repair.name == "font":
            wrong = next((item for item in known.values() if item[1] is not None), (None, None))
            return lambda at: wrong
        return lambda at: known[id(self._formats[at])]

    def _obstacle(self, repair: Repair, run: TracedRun, chosen: Sequence[int]) -> str:
        """The code of what stands in the way; nothing where nothing does."""
        if len(run.element.findall(f"{W}rPr")) > 1:
            return "irregular"
        if len(chosen) < run.end - run.start and not can_be_split(run.element, run.end - run.start):
            return "irregular"
        if repair.name == "font":
            return _font_obstacle(run.element, {self._formats[at].font for at in chosen})
        return ""

    def _change(self, name: str, wanted: Aim, chosen: Sequence[int]) -> None:
        said: dict[str, Any] = {name: wanted.value}

        def alike(at: int) -> tuple[int, int]:
            return id(self._formats[at]), id(self._changes[at])

        for _, group in groupby(chosen, key=alike):
            same = list(group)
            look = replace(self._formats[same[0]], **said)
            changes = {**self._changes[same[0]], name: wanted}
            for at in same:
                self._formats[at], self._changes[at] = look, changes


def _font_obstacle(run: etree._Element, fonts: set[str | None]) -> str:
    """Fonts in which a character's code means something else: another one would show rubbish."""
    if any(map(is_old_font, fonts)):
        return "old_encoding"
    pictures = any((font or "").casefold().startswith(_PICTURES) for font in fonts)
    return "symbol" if pictures or run.find(f"{W}sym") is not None else ""
