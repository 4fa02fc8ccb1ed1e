"""The head of a document: a table of two or three columns, or centred tabs, loose or in a frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from .looks import twips

if TYPE_CHECKING:
    from .writer import Writer

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_MM = 62.0
_STAMPS = ("secrecy", "urgency")


@dataclass(frozen=True, slots=True)
class HeadLines:
    """Roles and texts: agency and quốc hiệu side by side, below them number and date."""

    left: Sequence[tuple[str, str]]
    right: Sequence[tuple[str, str]]
    below_left: Sequence[tuple[str, str]]
    below_right: Sequence[tuple[str, str]]


def head_lines(value: Mapping[str, Any]) -> HeadLines:
    """The lines of a head from its keys; ``of`` is ``attached_``, ``copy_`` or left out."""
    of = value.get("of", "")
    subject = value.get("subject", ())
    right = [(f"{of}national_name", NATIONAL_NAME), (f"{of}motto", MOTTO)]
    if "mark" in value:
        right = [("copy_mark", value["mark"])]
    return HeadLines(
        left=[
            *((f"{of}superior_agency", line) for line in value.get("superior", ())),
            *((f"{of}issuing_agency", line) for line in value["agency"]),
        ],
        right=right,
        below_left=[
            *((f"{of}number_symbol", line) for line in value.get("number", ())),
            *((f"subject_line{'_more' * bool(n)}", line) for n, line in enumerate(subject)),
            *((role, value[role]) for role in _STAMPS if role in value),
        ],
        below_right=[(f"{of}place_date", line) for line in value.get("place_date", ())],
    )


@dataclass(frozen=True, slots=True)
class Head:
    """Writes heads with a writer's paragraphs and rules."""

    writer: Writer

    def written(self, lines: HeadLines) -> str:
        """The head as the layout has it."""
        way = self.writer.layout.head
        if way in ("tabs", "one_column"):
            tabbed = self._tabs(lines)
            text = self.writer.layout.page.text_mm
            return tabbed if way == "tabs" else self.writer.table((text,), [[tabbed]])
        return self._table(lines, gap_mm=2.0 if way == "three_columns" else 0.0)

    def _table(self, lines: HeadLines, gap_mm: float) -> str:
        right_mm = self.writer.layout.page.text_mm - LEFT_MM - gap_mm
        rows = [
            [self._cell(lines.left, LEFT_MM), self._cell(lines.right, right_mm)],
            [self._cell(lines.below_left, LEFT_MM), self._cell(lines.below_right, right_mm)],
        ]
        if not (lines.below_left or lines.below_right):
            rows.pop()
        if not gap_mm:
            return self.writer.table((LEFT_MM, right_mm), rows)
        rows = [[left, self.writer.p("empty", ""), right] for left, right in rows]
        return self.writer.table((LEFT_MM, gap_mm, right_mm), rows)

    def _cell(self, lines: Sequence[tuple[str, str]], column_mm: float) -> str:
        if not lines:
            return self.writer.p("empty", "")
        written = []
        for (role, text), following in zip_longest(lines, lines[1:]):
            if role in _STAMPS:
                written.append(self.writer.stamp(role, text, column_mm))
            elif following and following[0] == role:
                written.append(self.writer.p(role, text))
            else:
                written.append(self.writer.lines(role, [text], column_mm))
        return "".join(written)

    def _tabs(self, lines: HeadLines) -> str:
        above = zip_longest(lines.left, lines.right)
        below = zip_longest(lines.below_left, lines.below_right)
        ruled = dict([*lines.left, *lines.right])  # each role's last line has the rule
        return "".join(
            [
                *(self._line(pair, ruled) for pair in above),
                self.writer.p("gap", ""),  # room for the rule below the agency
                *(self._line(pair, ruled) for pair in below),
            ]
        )

    def _line(self, pair: Sequence[tuple[str, str] | None], ruled: Mapping[str, str]) -> str:
        text = self.writer.layout.page.text_mm
        centres = (LEFT_MM / 2, (LEFT_MM + text) / 2)
        runs = ""
        for part, centre in zip(pair, centres, strict=True):
            runs += "<w:r><w:tab/></w:r>"
            if part:
                role, words = part
                runs += self.writer.r(role, words, "head_line")
                runs += self._rule(role, words, centre) if ruled.get(role) == words else ""
        tabs = "".join(f'<w:tab w:val="center" w:pos="{twips(x)}"/>' for x in centres)
        return self.writer.of_runs("head_line", runs, f"<w:tabs>{tabs}</w:tabs>")

    def _rule(self, role: str, words: str, centre: float) -> str:
        width = self.writer.rule_share(role) * self.writer.text_width(role, words)
        return self.writer.rule(role, width, centre - width / 2) if width else ""
