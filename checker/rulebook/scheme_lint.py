"""What a scheme names has to be there."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic
from ..words import Text, did_you_mean
from .book import Rulebook
from .schemes import LoadedScheme


def scheme_faults(book: Rulebook) -> Iterator[Diagnostic]:
    """Criteria and questions that a scheme names and nobody defines."""
    for loaded in book.schemes.values():
        yield from _faults(book, loaded)


def _faults(book: Rulebook, loaded: LoadedScheme) -> Iterator[Diagnostic]:
    known = book.elsewhere.union(book.criteria)
    for at, section in enumerate(loaded.scheme.sections):
        for number, line in enumerate(section.lines):
            here = ("sections", at, "lines", number)
            for index, id_ in enumerate(line.criteria):
                if id_ not in known:
                    hint = did_you_mean(id_, known)
                    text = Text(
                        f"không có tiêu chí '{id_}'{hint.vi}", f"unknown criterion '{id_}'{hint.en}"
                    )
                    yield loaded.marked.fault((*here, "criteria", index), text)
            if line.question and line.question not in book.questions:
                hint = did_you_mean(line.question, book.questions)
                text = Text(
                    f"không có câu hỏi '{line.question}' (questions/){hint.vi}",
                    f"unknown question '{line.question}' (questions/){hint.en}",
                )
                yield loaded.marked.fault((*here, "question"), text)
