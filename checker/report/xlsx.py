"""The result as a workbook: verdicts, findings, files and the receipt, each a sheet with filters.

Every text is written as a text, with the mark that Excel gives to what is typed after an apostrophe
(``quotePrefix``, ECMA-376 part 1, 18.8.45): it is no formula, not even when the cell is edited.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..result import Finding
from ..words import Lang, Text
from .html.model import Run
from .labels import VERDICT_LABELS, level_label, pack_label
from .plan import FIRST, edit_line, edit_place
from .scores import rests_on
from .seen import plain
from .text import MASKED, UNMASKED
from .told import clauses, expected, found, where
from .totals import by_level

Cell = str | int | float | Fraction | None
_MOST_ROWS = 1_048_576  # of a sheet
_MOST_CHARACTERS = 32_767  # of a cell
_LOOK = {"text_wrap": True, "valign": "top"}
_LOOKS: dict[str, dict[str, object]] = {
    "head": {"bold": True, "bottom": 1},
    "text": {"quote_prefix": True},
    "number": {},
    "share": {"num_format": "0.0%"},
}
_VERDICTS = (
    (Text("Đơn vị/văn bản", "Unit/document"), 30),
    (Text("Mã đơn vị/tên loại", "Code/type"), 14),
    (Text("Nhóm", "Pack"), 22),
    (Text("Mã", "Id"), 9),
    (Text("Tiêu chí", "Criterion"), 50),
    (Text("Kết luận", "Verdict"), 16),
    (Text("Số xét", "Population"), 9),
    (Text("Đạt", "Satisfied"), 9),
    (Text("Không đạt", "Violated"), 9),
    (Text("Chưa rõ", "Undetermined"), 9),
    (Text("Tỷ lệ thấp nhất", "Least share"), 9),
    (Text("Tỷ lệ cao nhất", "Greatest share"), 9),
    (Text("Điểm thấp nhất", "Least score"), 9),
    (Text("Điểm cao nhất", "Greatest score"), 9),
    (Text("Điểm tối đa", "Points"), 9),
    (Text("Vì", "Because"), 60),
    (Text("Căn cứ", "Clause"), 40),
)
_TOTALS = (
    (Text("Cấp", "Level"), 22),
    (Text("Số đơn vị", "Units"), 9),
    (Text("Mã", "Id"), 9),
    (Text("Tiêu chí", "Criterion"), 50),
    *((VERDICT_LABELS[verdict], 9) for verdict in VERDICT_LABELS),
    (Text("Số xét", "Population"), 9),
    (Text("Số đạt", "Satisfied"), 9),
    (Text("Số không đạt", "Violated"), 9),
    (Text("Số chưa rõ", "Undetermined"), 9),
)
_FINDINGS = (
    (Text("Đơn vị/văn bản", "Unit/document"), 30),
    (Text("Mã", "Id"), 9),
    (Text("Tiêu chí", "Criterion"), 40),
    (Text("Kết luận", "Verdict"), 16),
    (Text("Loại", "Kind"), 12),
    (Text("Phát hiện", "Finding"), 50),
    (Text("Ở đâu", "Place"), 36),
    (Text("Đã thấy", "Found"), 36),
    (Text("Cần", "Expected"), 30),
    (Text("Căn cứ", "Clause"), 40),
    (Text("Cách sửa", "Advice"), 50),
)
_POINTS = (
    (Text("Đơn vị", "Unit"), 30),
    (Text("Mục", "Item"), 9),
    (Text("Nội dung", "What"), 50),
    (Text("Điểm thấp nhất", "Least score"), 9),
    (Text("Điểm cao nhất", "Greatest score"), 9),
    (Text("Tối đa", "Of"), 9),
    (Text("Dựa vào", "By"), 40),
)
_PLAN = (
    (Text("Đơn vị", "Unit"), 30),
    (Text("Việc", "No"), 6),
    (Text("Làm gì", "What to do"), 60),
    (Text("Ở đâu", "Where"), 36),
    (Text("Ghi thế nào", "What it says then"), 50),
    (Text("Cho tiêu chí", "For"), 20),
)
_FILES = (
    (Text("Đơn vị/văn bản", "Unit/document"), 30),
    (Text("Tệp", "File"), 36),
    (Text("Bảng", "Table"), 18),
    (Text("Dòng đã đọc", "Rows read"), 9),
    (Text("Dòng nhận", "Rows kept"), 9),
    (Text("Dòng từ chối", "Rows refused"), 9),
    (Text("SHA-256", "SHA-256"), 66),
    (Text("Lưu ý", "Notices"), 60),
)
_RECEIPT = ((Text("Mục", "Item"), 30), (Text("Nội dung", "Content"), 80))
_UNKNOWN, _WRONG = Text("chưa rõ", "unknown"), Text("không đạt", "not satisfied")
_ALL = Text("Tổng hợp", "Totals")
_MORE = Text("còn {} mục nữa, không liệt kê", "{} more, not listed")


def workbook(run: Run, lang: Lang) -> bytes:
    """The bytes of the workbook: the same for the same run."""
    written = BytesIO()
    book = Workbook(written, {"constant_memory": True})
    made = dt.datetime.combine(run.as_of, dt.time())
    book.set_properties({"created": made, "title": plain(run.title.of(lang))})
    sheets = (
        (Text("Kết luận", "Verdicts"), _VERDICTS, _verdicts(run, lang)),
        *([] if run.few(1) else [(_ALL, _TOTALS, _totals(run, lang))]),
        (Text("Phát hiện", "Findings"), _FINDINGS, _findings(run, lang)),
        (Text("Điểm", "Scores"), _POINTS, _points(run, lang)),
        (FIRST, _PLAN, _plans(run, lang)),
        (Text("Tệp", "Files"), _FILES, _files(run, lang)),
        (Text("Biên nhận", "Receipt"), _RECEIPT, _receipt(run, lang)),
    )
    looks = {name: book.add_format(_LOOK | more) for name, more in _LOOKS.items()}
    for title, heads, rows in sheets:
        _fill(_Pages(book, looks, title.of(lang), [(h.of(lang), w) for h, w in heads]), rows)
    book.close()
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Pages:
    """One table in as many sheets as it needs: a sheet ends at 1,048,576 rows."""

    book: Workbook
    looks: Mapping[str, Format]
    title: str
    heads: Sequence[tuple[str, int]]

    def sheet(self, number: int) -> Worksheet:
        """The sheet of a number from 1, with its header."""
        sheet = self.book.add_worksheet(self.title if number == 1 else f"{self.title} {number}")
        sheet.freeze_panes(1, 0)
        for column, (head, width) in enumerate(self.heads):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, self.looks["head"])
        return sheet


def _fill(pages: _Pages, rows: Iterable[tuple[Cell, ...]]) -> None:
    last = len(pages.heads) - 1
    sheet, number, row = pages.sheet(1), 1, 0
    for cells in rows:
        if row == _MOST_ROWS - 1:
            sheet.autofilter(0, 0, row, last)
            number, row = number + 1, 0
            sheet = pages.sheet(number)
        row += 1
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, _cut(plain(cell)), pages.looks["text"])
            elif isinstance(cell, Fraction):
                sheet.write_number(row, column, float(cell), pages.looks["share"])
            elif cell is not None:
                sheet.write_number(row, column, cell, pages.looks["number"])
    sheet.autofilter(0, 0, row, last)


def _cut(text: str) -> str:
    """Text that a cell can hold; what was cut is counted."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    kept = text[: _MOST_CHARACTERS - 60]
    return f"{kept}… (+{len(text) - len(kept)} ký tự/characters)"


def _verdicts(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for examined in run.examined:
        for criterion in examined.criteria:
            least, most = criterion.score or (None, None)
            yield (
                examined.name,
                examined.about.of(lang),
                pack_label(criterion.pack).of(lang),
                criterion.id,
                criterion.title.of(lang),
                VERDICT_LABELS[criterion.verdict].of(lang),
                criterion.population,
                criterion.satisfied,
                criterion.violated,
                criterion.undetermined,
                *(criterion.share or (None, None)),
                None if least is None else float(least),
                None if most is None else float(most),
                None if least is None else criterion.points,
                criterion.reason.of(lang),
                clauses(criterion, lang),
            )


def _totals(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """A row a level and criterion: units by verdict, rows put together."""
    for level in by_level(run.examined).values():
        name = level_label(level.name).of(lang)
        for total in level.totals.values():
            yield (
                name,
                level.units,
                total.id,
                total.title.of(lang),
                *(total.verdicts[verdict] for verdict in VERDICT_LABELS),
                total.population,
                total.satisfied,
                total.violated,
                total.undetermined,
            )


def _findings(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """A row a finding; where the result holds but the first ones, a row says how many more."""
    for examined in run.examined:
        for criterion in examined.criteria:
            head = (
                examined.name,
                criterion.id,
                criterion.title.of(lang),
                VERDICT_LABELS[criterion.verdict].of(lang),
            )
            law = clauses(criterion, lang)
            lists = (
                (_WRONG.of(lang), criterion.findings, criterion.findings_total),
                (_UNKNOWN.of(lang), criterion.gaps, criterion.gaps_total),
            )
            for kind, told, total in lists:
                for finding in told:
                    yield (*head, kind, *_finding(finding, lang), law, finding.advice.of(lang))
                if total > len(told):
                    more = _MORE.of(lang).format(total - len(told))
                    yield (*head, kind, more, "", "", "", law, "")


def _finding(finding: Finding, lang: Lang) -> tuple[str, str, str, str]:
    """Message, places, what was found, what was expected; each value on its line."""
    places = dict.fromkeys(where(evidence, lang) for evidence in finding.evidence)
    return (
        finding.message.of(lang),
        "\n".join(filter(None, places)),
        "\n".join(found(evidence, lang) for evidence in finding.evidence),
        "\n".join(filter(None, (expected(evidence, lang) for evidence in finding.evidence))),
    )


def _points(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """Every line of the form that was asked for; without one, what each pack gives."""
    for examined in run.examined:
        for section in examined.scoring.sections if examined.scoring else ():
            for line in section.lines:
                span = line.span
                yield (
                    examined.name,
                    line.id,
                    line.title.of(lang),
                    float(span.least),
                    float(span.greatest),
                    float(span.of),
                    rests_on(line).of(lang),
                )


def _plans(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """A row a remedy."""
    for examined in run.examined:
        for number, remedy in enumerate(examined.plan.remedies if examined.plan else (), start=1):
            yield (
                examined.name,
                number,
                remedy.do.of(lang),
                edit_place(remedy).of(lang),
                "\n".join(edit_line(edit).of(lang) for edit in remedy.edits),
                ", ".join(remedy.serves),
            )


def _files(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for examined in run.examined:
        for account in examined.accounts:
            yield (
                examined.name,
                account.file,
                account.table,
                account.rows_read,
                account.rows_kept,
                account.rows_refused,
                account.sha256,
                "\n".join(f"{n.place} {n.text.of(lang)}".strip() for n in account.notices),
            )


def _receipt(run: Run, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    receipt = run.receipt
    yield Text("Ngày xét pháp luật", "Day of the law").of(lang), run.as_of.isoformat()
    yield Text("Chương trình", "Program").of(lang), receipt.engine
    yield Text("Bộ phán quyết", "Judges").of(lang), ", ".join(receipt.judges)
    yield "program_sha256", receipt.program_sha256
    yield "rules_sha256", receipt.rules_sha256
    yield "inputs_sha256", receipt.inputs_sha256
    shown = UNMASKED if receipt.unmasked else MASKED
    yield Text("Dữ liệu cá nhân", "Personal data").of(lang), shown.of(lang)
    for note in run.notes:
        yield Text("Lưu ý", "Note").of(lang), note.of(lang)
