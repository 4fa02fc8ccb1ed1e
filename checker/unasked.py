"""Why a criterion asks nothing on a day, or why that is not known: the provision and its days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .citing import provision_label
from .rulebook.book import Clause, LoadedCriterion, Rulebook
from .rulebook.force import force_on, shown_clause
from .rulebook.models import Provision
from .tables import Words
from .words import Text

_NOT_BEGUN = Text("Chưa áp dụng vào ngày xét", "Did not yet hold on the day of the check,")
_ENDED = Text("Không còn áp dụng vào ngày xét", "No longer held on the day of the check,")
_NOT_KNOWN = Text("Chưa kết luận được cho ngày xét", "No conclusion for the day of the check,")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said where nothing was asked, why, and what is not known where it may have been."""

    head: Text
    why: Words | None
    vi: str
    en: str


def not_in_force(book: Rulebook, loaded: LoadedCriterion, day: dt.date) -> Text:
    """The sentence for a day that no version covers."""
    version = shown_clause(loaded, day).version
    since = day < version.valid_from
    cited = _cited(_begun_last(book, loaded.clauses[0]) if since else version.basis[0])
    known = force_on(book, loaded, day) != "no"
    if since:
        bound = Text(f"áp dụng từ {version.valid_from:%d/%m/%Y}", f"from {version.valid_from}")
        found = _Told(_NOT_BEGUN, version.begins, "trước đó", "before")
    else:
        bound = Text(f"áp dụng đến {version.valid_to:%d/%m/%Y}", f"to {version.valid_to}")
        found = _Told(_ENDED, version.ends, "sau đó", "after")
    head = found.head if known else _NOT_KNOWN
    why = found.why.text() if found.why and known else None
    vi = f"{head.vi} {day:%d/%m/%Y}: {cited.vi} {bound.vi}"
    en = f"{head.en} {day}: {cited.en} holds {bound.en}"
    if not known:
        vi += f"; quy định {found.vi} chưa có trong bộ luật"
        en += f"; what was asked {found.en} is not in the rules"
    return Text(f"{vi}; {why.vi}", f"{en}; {why.en}") if why else Text(vi, en)


def _begun_last(book: Rulebook, clause: Clause) -> Provision:
    """The provision of the version's basis that began last: it is what was waited for."""

    def began(ref: Provision) -> dt.date:
        entry = book.provision(ref, clause.version.valid_from)
        return entry.provision.valid_from if entry else dt.date.min

    return max(clause.version.basis, key=began)


def _cited(ref: Provision) -> Text:
    return provision_label(ref.document, ref.article, ref.clause, ref.point)
