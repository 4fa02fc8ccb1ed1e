"""What a subject's column is called in front of a person."""

from __future__ import annotations

from ..tables import table_specs
from ..words import Text
from .book import LoadedCriterion, Rulebook


def column_title(book: Rulebook, loaded: LoadedCriterion, column: str) -> Text | None:
    """The column's name in words: the criterion's label, the subject's meaning, the table's field.

    Returns:
        None where nobody has said what the column means; lint does not let that through for a
        column that a condition looks at.
    """
    for evidence in loaded.criterion.evidence:
        if evidence.column == column:
            return evidence.label.text()
    meaning = _meaning(book, loaded.criterion.subject, column)
    if meaning:
        return meaning
    for table in sorted(book.base_tables(loaded.criterion.subject)):
        spec = table_specs().get(table)
        if spec and column in spec.fields:
            return spec.fields[column].title.text()
    return None


def _meaning(book: Rulebook, subject: str, column: str) -> Text | None:
    """As the subject says it, or one that it reads: a column keeps its meaning on the way."""
    said = book.subjects[subject].header.columns.get(column)
    if said:
        return said.text()
    below = sorted(name for name in book.subjects[subject].query.reads if name in book.subjects)
    return next((m for name in below if (m := _meaning(book, name, column))), None)
