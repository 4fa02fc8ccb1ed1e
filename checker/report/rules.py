"""Rules shown to people: the list, and one criterion in full with the law it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from ..citing import provision_label
from ..rulebook.book import Clause, LoadedCriterion, Rulebook
from ..words import Lang, Text
from .labels import CONFIDENCE_LABELS, VERDICT_LABELS, pack_label

_HEADS = (
    Text("Mã", "Id"),
    Text("Gói", "Pack"),
    Text("Tiêu chí", "Criterion"),
    Text("Hiệu lực", "In force"),
    Text("Căn cứ", "Basis"),
)


def rules_table(book: Rulebook, lang: Lang) -> RenderableType:
    """One line a criterion: what it asks, from when, by which provision."""
    table = Table(expand=True)
    for number, head in enumerate(_HEADS):
        table.add_column(head.of(lang), ratio=(None, None, 5, None, 3)[number])
    for loaded in book.criteria.values():
        criterion, last = loaded.criterion, loaded.clauses[-1]
        first = last.version.basis[0]
        cited = provision_label(first.document, first.article, first.clause, first.point)
        table.add_row(
            criterion.id,
            escape(criterion.pack),
            escape(criterion.title.text().of(lang)),
            _window(last, lang),
            escape(cited.of(lang)),
        )
    return table


def criterion_text(book: Rulebook, loaded: LoadedCriterion, lang: Lang) -> str:
    """Everything that a criterion says, in the order in which a reviewer asks."""
    return "\n".join(_lines(book, loaded, lang)) + "\n"


def _lines(book: Rulebook, loaded: LoadedCriterion, lang: Lang) -> Iterator[str]:
    criterion = loaded.criterion
    subject = book.subjects[criterion.subject]

    def say(vi: str, en: str) -> str:
        return vi if lang == "vi" else en

    yield f"{criterion.id} {criterion.title.text().of(lang)}"
    yield say("Gói: ", "Pack: ") + pack_label(criterion.pack).of(lang)
    yield say("Tệp: ", "File: ") + loaded.file
    yield say("Xét từng: ", "Judges each: ") + (
        f"{subject.header.title.text().of(lang)} ({subject.name}; {subject.file})"
    )
    if criterion.applies:
        yield say("Áp dụng khi: ", "Applies when: ") + criterion.applies.when
    if criterion.by_date:
        yield (
            say("Phiên bản theo ngày của dòng: ", "Version by the row's date: ") + criterion.by_date
        )
    for clause in loaded.clauses:
        yield from _clause(book, clause, lang)
    empty = VERDICT_LABELS[criterion.on_empty].of(lang)
    reason = criterion.empty_reason.text().of(lang)
    yield say(f"Không có dòng nào: {empty} ({reason})", f"No rows: {empty} ({reason})")
    yield say("Khi sai: ", "When violated: ") + criterion.message.violated.text().of(lang)
    yield say("Việc cần làm: ", "Advice: ") + criterion.advice.text().of(lang)


def _clause(book: Rulebook, clause: Clause, lang: Lang) -> Iterator[str]:
    def say(vi: str, en: str) -> str:
        return vi if lang == "vi" else en

    version = clause.version
    yield say("Phiên bản ", "Version ") + _window(clause, lang)
    for ref in version.basis:
        entry = book.provision(ref, version.valid_from)
        cited = provision_label(ref.document, ref.article, ref.clause, ref.point).of(lang)
        if entry:
            known = CONFIDENCE_LABELS[entry.provision.confidence].of(lang)
            yield f"  - {cited} [{known}]: {entry.provision.says.text().of(lang)}"
    yield say("  Dòng được tính: ", "  Rows that count: ") + version.among
    yield say("  Phải: ", "  Must: ") + version.must
    for band in version.bands:
        label = VERDICT_LABELS[band.verdict].of(lang)
        share = f"{float(band.at_least * 100):g}"
        yield say(f"  {label} từ {share} %", f"  {label} from {share} %")
    for name in sorted(clause.parameters):
        parameter = book.parameters[name]
        values = ", ".join(
            f"{v.value} {parameter.unit} ({v.valid_from:%d/%m/%Y}–"
            f"{f'{v.valid_to:%d/%m/%Y}' if v.valid_to else ''};"
            f" {CONFIDENCE_LABELS[str(v.confidence)].of(lang)})"
            for v in book.values(name)
        )
        yield f"  ${name}: {parameter.title.text().of(lang)} = {values}"


def _window(clause: Clause, lang: Lang) -> str:
    first, last = clause.version.valid_from, clause.version.valid_to
    if last is None:
        return f"{'từ' if lang == 'vi' else 'from'} {first:%d/%m/%Y}"
    return f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
