"""What a run tells, one thing after the other: each finding, or a criterion that has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..citing import provision_label
from ..flags import FLAGS
from ..result import CriterionResult, Evidence, Finding
from ..words import Lang
from .html.model import Examined, Run
from .seen import plain


@dataclass(frozen=True, slots=True)
class Told:
    """One finding of a criterion; ``unknown`` where it is a gap; None where there is neither."""

    examined: Examined
    criterion: CriterionResult
    finding: Finding | None = None
    unknown: bool = False


def told(run: Run) -> Iterator[Told]:
    """Every criterion of every unit or document: finding by finding, or once."""
    for examined in run.examined:
        for criterion in examined.criteria:
            for finding in criterion.findings:
                yield Told(examined, criterion, finding)
            for gap in criterion.gaps:
                yield Told(examined, criterion, gap, unknown=True)
            if not criterion.findings and not criterion.gaps:
                yield Told(examined, criterion)


def clauses(criterion: CriterionResult, lang: Lang) -> str:
    """The provisions that a criterion rests on, as they are cited."""
    cited = (provision_label(b.document, b.article, b.clause, b.point) for b in criterion.basis)
    return plain("; ".join(label.of(lang) for label in cited))


def where(evidence: Evidence, lang: Lang) -> str:
    """File and place of a value; empty where it is of no file."""
    return plain(f"{evidence.file} {evidence.place.of(lang)}".strip()) if evidence.file else ""


def found(evidence: Evidence, lang: Lang) -> str:
    """What was seen, with its label and what lessens trust in it."""
    doubt = flagged(evidence, lang)
    seen = f"{evidence.label.of(lang)}: {evidence.value.of(lang)}"
    return plain(f"{seen} ⚠ {doubt}" if doubt else seen)


def flagged(evidence: Evidence, lang: Lang) -> str:
    """What lessens trust in a value, in words; empty where nothing does."""
    return "; ".join(FLAGS[code].of(lang) for code in evidence.flags)


def expected(evidence: Evidence, lang: Lang) -> str:
    """What should have been seen; empty where nothing in particular."""
    return plain(evidence.expected.of(lang)) if evidence.expected else ""


def counts(criterion: CriterionResult) -> dict[str, str | int]:
    """The numbers of a verdict, called as in JSON."""
    return {
        "verdict": criterion.verdict,
        "population": criterion.population,
        "satisfied": criterion.satisfied,
        "violated": criterion.violated,
        "undetermined": criterion.undetermined,
        "findings_total": criterion.findings_total,
        "gaps_total": criterion.gaps_total,
    }
