"""Which of the 29 types a document is, and under which rules of form it falls.

What is ambiguous stays None and ``unknown``: judging a form or a normative document by
Decree 30/2020 would be a false verdict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..words import fold, tidy
from . import wording
from .model import Component, Paragraph, Regime

_PARTY_REACH = 20  # paragraphs
_TOP = 100  # paragraphs
_LONGEST_LINE = 200  # characters
_ENOUGH = 100  # characters
_NORMATIVE_NUMBER = re.compile(
    r"/\s*(?:19|20)\d\d\s*/\s*(?:nd|nq|qd|tt|ttlt|ct|l|pl)\b|/ubtvqh|/qh\d|nq-ubtvqh"
)
_SYMBOL = re.compile(r"/\s*([^\W\d_]+)\s*[-–]")
_FORM_LABEL = re.compile(r"\(?(?:bieu )?mau(?: so)?[\s.:]*[\w./-]*\d")
_BY_LENGTH = tuple(
    (re.compile(rf"{re.escape(fold(name))}\b"), name)
    for name in sorted(wording.TYPES, key=len, reverse=True)
)
_SAME = {"van ban thoa thuan": "bản thỏa thuận", "thoa thuan": "bản thỏa thuận"}
"""What a type is also called in a title."""
_OF_AN_AGENCY = frozenset(
    {"national_name", "motto", "number_symbol", "issuing_agency", "type_name", "recipients_label"}
    | {"signer_authority", "annex_label"}
)


def kind_of(
    paragraphs: Sequence[Paragraph], components: Sequence[Component]
) -> tuple[str | None, Regime]:
    """The type's name as the contract spells it, or None, and the regime."""
    by_role: dict[str, str] = {}
    for component in components:
        by_role.setdefault(component.role, fold(component.text))
    title = re.sub(r"^\(?du thao\)?\s+", "", by_role.get("type_name", ""))
    if _is_party(paragraphs):
        return None, "party"
    if wording.NORMATIVE_ANNEX.match(by_role.get("annex_reference", "")):
        return None, "normative"
    if _is_annex_alone(components):
        return None, "administrative"
    if not by_role.keys() & _OF_AN_AGENCY:
        return None, "other" if _is_plain_text(paragraphs) else "unknown"
    if _is_normative(title, by_role):
        return None, "normative"
    number = next((c.text for c in components if c.role == "number_symbol"), "")
    doc_type = _type_name(title) if title else _untitled(by_role, number.casefold())
    if (not doc_type and wording.FORM_NAME.match(title)) or _labelled_form(paragraphs):
        return None, "form"
    return doc_type, "administrative" if doc_type and _issued(by_role) else "unknown"


def _is_annex_alone(components: Sequence[Component]) -> bool:
    """Whether a file holds annexes only, and each names an administrative document as its own.

    Appendix I, III.1.d of Decree 30/2020 has such files. An annex of a decision may be one of a
    normative document, and one that names no document anything.
    """
    if not all(component.role.startswith("annex_") for component in components):
        return False
    named = [fold(c.text) for c in components if c.role == "annex_reference"]
    labelled = any(c.role == "annex_label" for c in components)
    return labelled and bool(named) and all(wording.OWN_ANNEX.match(words) for words in named)


def _is_party(paragraphs: Sequence[Paragraph]) -> bool:
    """Documents of the Party carry its name in capitals where others carry quốc hiệu."""
    top = [(p, fold(p.text)) for p in paragraphs[:_PARTY_REACH] if len(p.text) < _LONGEST_LINE]
    if any(wording.NATIONAL_NAME in folded for _, folded in top):
        return False
    return any(wording.PARTY_NAME in folded and _ends_with_party(p) for p, folded in top)


def _ends_with_party(paragraph: Paragraph) -> bool:
    for line in paragraph.text.splitlines():
        if fold(line).endswith(wording.PARTY_NAME):
            caps = any(run.format.caps for run in paragraph.runs)
            return caps or tidy(line)[-len(wording.PARTY_NAME) :].isupper()
    return False


def _is_plain_text(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether there is enough text to say that it is no document of an agency.

    A scan has next to none, and a quốc hiệu further down shows that a head was not understood.
    """
    if any(wording.NATIONAL_NAME in fold(p.text[:_LONGEST_LINE]) for p in paragraphs[:_TOP]):
        return False
    return sum(len(p.text) for p in paragraphs) >= _ENOUGH


def _is_normative(title: str, by_role: Mapping[str, str]) -> bool:
    """By the title, or by the year within the symbol ("/2025/QĐ-…") of what can be normative.

    What a chairman or director decides never is: the year in its symbol is a mistake.
    """
    if wording.NORMATIVE_NAME.match(title):
        return True
    can_be = not title or title.startswith(("quyet dinh", "nghi quyet", "chi thi"))
    if wording.NEVER_NORMATIVE.match(by_role.get("issuer_line", "")):
        return False
    return can_be and bool(_NORMATIVE_NUMBER.search(by_role.get("number_symbol", "")))


def _labelled_form(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether "Mẫu số …" stands at the very top, as in forms that a circular issues."""
    top = [p.text for p in paragraphs[:6] if p.text.strip()]
    return any(_FORM_LABEL.match(fold(line[:200])) for line in top[:3])


def _type_name(title: str) -> str | None:
    for pattern, name in _BY_LENGTH:
        if pattern.match(title):
            return name
    return next((name for words, name in _SAME.items() if title.startswith(words)), None)


def _untitled(by_role: Mapping[str, str], number: str) -> str | None:
    """The type of what carries no type's name.

    A công văn has two of number, subject line and addressee. Without a subject line, the symbol
    can name another type, whose name is missing then.
    """
    subject, addressed = "subject_line" in by_role, "addressee" in by_role
    named = None if subject else _type_of_symbol(number, by_role.get("issuing_agency", ""))
    if named is not None:
        return named
    return "công văn" if bool(number) + subject + addressed >= 2 else None


def _type_of_symbol(number: str, agency: str) -> str | None:
    """The type that a symbol names ("…/BC-…"); its letters can be the agency's own (Cục Thuế)."""
    match = _SYMBOL.search(number)
    letters = match[1] if match else ""
    initials = "".join(word[0] for word in agency.split())
    return None if initials.startswith(fold(letters)) else wording.ABBREVIATIONS.get(letters)


def _issued(by_role: Mapping[str, str]) -> bool:
    """The head must show that an agency issued it, or is going to."""
    head = "national_name" in by_role or "motto" in by_role
    return head and ("issuing_agency" in by_role or "number_symbol" in by_role)
