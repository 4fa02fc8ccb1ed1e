"""All pages of criteria, and the index before them."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.checker.citing import provision_label
from motcua.checker.home import RULES
from motcua.checker.report.labels import pack_label
from motcua.checker.rulebook.book import LoadedCriterion, Rulebook
from motcua.checker.rulebook.cases import cases_path, read_cases
from motcua.checker.rulebook.load import load_rulebook

from .page import MADE, criterion_page

INDEX = "README.md"


def criteria_pages() -> Iterator[tuple[str, str]]:
    """(Name of the file, its text): the index, then a page a criterion."""
    book = load_rulebook()
    yield INDEX, _index(book)
    for name, loaded in book.criteria.items():
        path = cases_path(RULES, loaded.criterion.pack, name)
        yield f"{name}.md", criterion_page(book, loaded, read_cases(path, path.name)[0])


def _index(book: Rulebook) -> str:
    packs: dict[str, list[LoadedCriterion]] = {}
    for loaded in book.criteria.values():
        packs.setdefault(loaded.criterion.pack, []).append(loaded)
    lines = [
        "# Các tiêu chí",
        "",
        MADE,
        "",
        f"{len(book.criteria)} tiêu chí. Mỗi trang nói tiêu chí hỏi gì, theo điều khoản nào,",
        "đo thế nào, một ví dụ đúng, một ví dụ sai, và những kết luận có thể có.",
        "",
        "> *English.* A page a criterion, generated from `rules/` and the cases beside each rule.",
    ]
    for pack, several in sorted(packs.items()):
        lines += ["", f"## {pack_label(pack).vi} (`{pack}`)", ""]
        lines += ["| Mã | Tiêu chí | Căn cứ |", "| --- | --- | --- |"]
        lines += map(_row, several)
    return "\n".join(lines) + "\n"


def _row(loaded: LoadedCriterion) -> str:
    criterion, basis = loaded.criterion, loaded.clauses[-1].version.basis
    first = basis[0]
    cited = provision_label(first.document, first.article, first.clause, first.point).vi
    more = " và điều khoản khác" if len(basis) > 1 else ""
    return f"| [{criterion.id}]({criterion.id}.md) | {criterion.title.vi} | {cited}{more} |"
