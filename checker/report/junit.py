"""The result as JUnit XML, for pipelines: a suite a unit or document, a case a criterion.

JUnit knows passed, failed, error and skipped only. ``fail`` and ``partial`` are failures, told
apart by their type; ``undetermined`` and ``not_applicable`` are skipped, with the reason. The
verdict's own name and its numbers are what the case wrote to its output: ``name: value``, a line
each, since the published schema (junit-10.xsd of Jenkins) has properties for suites only.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ..result import CriterionResult, Finding
from ..words import Lang
from .html.model import Examined, Run
from .seen import plain
from .told import clauses, counts, expected, found, where

_OUTCOMES = {
    "fail": "failure",
    "partial": "failure",
    "error": "error",
    "undetermined": "skipped",
    "not_applicable": "skipped",
}
_SUMS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def junit(run: Run, lang: Lang) -> Iterator[str]:
    """The XML, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites{_attributes(name='motcua')}>\n"
    for examined in run.examined:
        yield from _suite(run, examined, lang)
    yield "</testsuites>\n"


def _suite(run: Run, examined: Examined, lang: Lang) -> Iterator[str]:
    outcomes = [_OUTCOMES.get(criterion.verdict) for criterion in examined.criteria]
    sums = {name: str(outcomes.count(outcome)) for name, outcome in _SUMS.items()}
    yield f"  <testsuite{_attributes(name=examined.name, tests=str(len(outcomes)), **sums)}>\n"
    receipt = run.receipt
    yield from _properties(
        "    ",
        {
            "folder": examined.folder,
            "about": examined.about.of(lang),
            "as_of": run.as_of.isoformat(),
            "engine": receipt.engine,
            "program_sha256": receipt.program_sha256,
            "rules_sha256": receipt.rules_sha256,
            "inputs_sha256": receipt.inputs_sha256,
        },
    )
    for criterion in examined.criteria:
        yield from _case(examined, criterion, lang)
    yield "  </testsuite>\n"


def _case(examined: Examined, criterion: CriterionResult, lang: Lang) -> Iterator[str]:
    name = f"{criterion.id} {criterion.title.of(lang)}"
    group = f"{examined.name}.{criterion.pack}"
    yield f"    <testcase{_attributes(classname=group, name=name)}>\n"
    outcome = _OUTCOMES.get(criterion.verdict)
    if outcome:
        reason = criterion.reason.of(lang)
        opened = f"      <{outcome}{_attributes(message=reason, type=criterion.verdict)}>"
        yield f"{opened}{_escaped(_said(criterion, lang))}</{outcome}>\n"
    numbers = "\n".join(f"{key}: {value}" for key, value in counts(criterion).items())
    yield f"      <system-out>{_escaped(numbers)}</system-out>\n"
    yield "    </testcase>\n"


def _said(criterion: CriterionResult, lang: Lang) -> str:
    """What was found, line by line, and the clauses."""
    lines = [line for f in (*criterion.findings, *criterion.gaps) for line in _lines(f, lang)]
    return "\n".join([*lines, f"[{clauses(criterion, lang)}]"])


def _lines(finding: Finding, lang: Lang) -> Iterator[str]:
    yield finding.message.of(lang)
    for evidence in finding.evidence:
        wanted = expected(evidence, lang)
        yield f"  {found(evidence, lang)}{f' ({wanted})' if wanted else ''}"
        if evidence.file:
            yield f"    {where(evidence, lang)}"
    yield f"  → {finding.advice.of(lang)}"


def _properties(indent: str, values: dict[str, str]) -> Iterator[str]:
    yield f"{indent}<properties>\n"
    for name, value in values.items():
        yield f"{indent}  <property{_attributes(name=name, value=value)}/>\n"
    yield f"{indent}</properties>\n"


def _attributes(**attributes: str) -> str:
    return "".join(f" {name}={quoteattr(plain(value))}" for name, value in attributes.items())


def _escaped(text: str) -> str:
    return escape(plain(text))
