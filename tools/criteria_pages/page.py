"""The page of one criterion, in the order in which an officer asks."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.checker.citing import provision_label
from motcua.checker.report.labels import CONFIDENCE_LABELS, VERDICT_LABELS, pack_label
from motcua.checker.rulebook.book import Clause, LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import CasesFile
from motcua.checker.rulebook.subjects import ENGINE_TABLES
from motcua.checker.rulebook.titles import column_title
from motcua.checker.tables import Words, table_specs

from .examples import examples

_UNITS = {
    "day": "ngày",
    "working day": "ngày làm việc",
    "month": "tháng",
    "line": "dòng",
    "font": "",
}
MADE = "<!-- Tạo ra bằng python tools/make_docs.py; đừng sửa tay. -->"


def criterion_page(book: Rulebook, loaded: LoadedCriterion, cases: CasesFile) -> str:
    """The page, the same bytes every time."""
    criterion = loaded.criterion
    lines = [
        f"# {criterion.id} {criterion.title.vi}",
        "",
        MADE,
        "",
        f"*{criterion.title.en}.*",
        "",
        *_asked(book, loaded),
        "",
        "## Căn cứ",
        "",
        *_basis(book, loaded),
        "",
        "## Cách đo",
        "",
        *_measured(book, loaded),
        "",
        "## Các kết luận có thể có",
        "",
        *_verdicts(loaded),
        "",
        "## Ví dụ",
        "",
        *examples(book, loaded, cases),
        "## Khi không đạt",
        "",
        f"Báo cáo viết: {_blanks(criterion.message.violated)}",
        "",
        f"Việc cần làm: {_blanks(criterion.advice)}",
    ]
    return "\n".join(lines) + "\n"


def _blanks(words: Words) -> str:
    """``{column}`` is filled in by the report; here it stands as code."""
    return words.vi.replace("{", "`{").replace("}", "}`")


def _asked(book: Rulebook, loaded: LoadedCriterion) -> Iterator[str]:
    criterion = loaded.criterion
    subject = book.subjects[criterion.subject]
    duty = "bắt buộc" if criterion.severity == "must" else "khuyến khích"
    yield f"- Gói: {pack_label(criterion.pack).vi}. Mức: {duty}. Điểm: {criterion.points}."
    each = f"- Xét từng dòng của: {subject.header.title.vi}"
    yield each + ("; mỗi văn bản tính một lần." if criterion.per == "document" else ".")
    needed = sorted(book.base_tables(criterion.subject) - ENGINE_TABLES - {"units"})
    titles = [f"{table_specs()[t].title.vi} (`{t}`)" for t in needed if t in table_specs()]
    if titles:
        yield f"- Cần có: {'; '.join(titles)}. Xem [các bảng](../files.md)."
    if criterion.applies:
        yield f"- Áp dụng khi: `{_one_line(criterion.applies.when)}`."


def _one_line(sql: str) -> str:
    return " ".join(sql.split())


def _basis(book: Rulebook, loaded: LoadedCriterion) -> Iterator[str]:
    for clause in loaded.clauses:
        if len(loaded.clauses) > 1:
            yield f"{_window(clause).capitalize()}:"
            yield ""
        for ref in clause.version.basis:
            entry = book.provision(ref, clause.version.valid_from)
            if entry is None:
                raise LookupError(f"{loaded.criterion.id}: {ref} is not in the register")
            cited = provision_label(ref.document, ref.article, ref.clause, ref.point).vi
            known = CONFIDENCE_LABELS[entry.provision.confidence].vi
            yield f"- {cited} ({known}): {entry.provision.says.vi}"
        if clause is not loaded.clauses[-1]:
            yield ""


def _window(clause: Clause) -> str:
    first, last = clause.version.valid_from, clause.version.valid_to
    until = f" đến {last:%d/%m/%Y}" if last else ""
    return f"từ {first:%d/%m/%Y}{until}"


def _measured(book: Rulebook, loaded: LoadedCriterion) -> Iterator[str]:
    if loaded.criterion.by_date:
        title = column_title(book, loaded, loaded.criterion.by_date)
        said = title.vi if title else loaded.criterion.by_date
        yield f"Mỗi dòng theo phiên bản của ngày: {said} (`{loaded.criterion.by_date}`)."
        yield ""
    told: dict[str, list[str]] = {}
    for clause in loaded.clauses:
        told.setdefault("\n".join(_clause(clause)), []).append(_window(clause))
    for said, windows in told.items():
        yield f"Hiệu lực {'; '.join(windows)}:"
        yield ""
        yield said
        yield ""
    yield from _names(book, loaded)


def _clause(clause: Clause) -> Iterator[str]:
    among = _one_line(clause.version.among)
    yield "- Dòng được tính: " + ("mọi dòng" if among == "TRUE" else f"`{among}`")
    yield f"- Dòng đúng khi: `{_one_line(clause.version.must)}`"


def _names(book: Rulebook, loaded: LoadedCriterion) -> Iterator[str]:
    """What each column and each parameter of the conditions means."""
    columns = sorted({name for clause in loaded.clauses for name in clause.columns})
    yield "| Tên | Nghĩa |"
    yield "| --- | --- |"
    for name in columns:
        title = column_title(book, loaded, name)
        yield f"| `{name}` | {title.vi if title else name} |"
    applies = loaded.applies.parameters if loaded.applies else frozenset()
    named = {name for clause in loaded.clauses for name in clause.parameters} | applies
    for name in sorted(named):
        parameter = book.parameters[name]
        own = "; địa phương được đặt giá trị riêng" if parameter.local else ""
        values = "; ".join(
            f"{value.value} {_UNITS.get(parameter.unit, parameter.unit)}".strip()
            + f" (từ {value.valid_from:%d/%m/%Y}"
            + (f" đến {value.valid_to:%d/%m/%Y})" if value.valid_to else ")")
            for value in book.values(name)
        )
        yield f"| `${name}` | {parameter.title.vi}: {values}{own} |"


def _verdicts(loaded: LoadedCriterion) -> Iterator[str]:
    yield "| Kết luận | Khi nào |"
    yield "| --- | --- |"
    criterion = loaded.criterion
    counted = "văn bản" if criterion.per == "document" else "dòng"
    bands = {clause.version.bands for clause in loaded.clauses}
    for several in sorted(bands, key=str):
        for band in several:
            share = f"{float(band.at_least * 100):g} %".replace(".", ",")
            part = f", được {float(band.score * 100):g} % số điểm" if band.score < 1 else ""
            yield f"| {VERDICT_LABELS[band.verdict].vi} | từ {share} số {counted} đúng{part} |"
        least = f"{float(several[-1].at_least * 100):g} %".replace(".", ",")
        yield f"| {VERDICT_LABELS['fail'].vi} | dưới {least} |"
    yield f"| {VERDICT_LABELS['undetermined'].vi} | {_unknown(loaded)} |"
    if criterion.applies:
        label = VERDICT_LABELS["not_applicable"].vi
        yield f"| {label} | {criterion.applies.otherwise.vi} |"
    yield f"| {VERDICT_LABELS[criterion.on_empty].vi} | {criterion.empty_reason.vi} |"


def _unknown(loaded: LoadedCriterion) -> str:
    said = "thiếu bảng, hoặc dữ liệu chưa rõ có thể làm đổi kết luận"
    unknown = loaded.criterion.applies.unknown if loaded.criterion.applies else None
    return f"{said}; chưa rõ có áp dụng không: {unknown.vi}" if unknown else said
