"""The result as SARIF 2.1.0 (OASIS), for pipelines and editors.

A rule a criterion; a result a finding, or a criterion that has none. ``kind`` is ``fail`` for what
is not satisfied, ``open`` for what is not known, ``pass`` and ``notApplicable`` as they say; only
``fail`` may have a level other than ``none`` (section 3.27.10). Registers and Word files have no
lines, so a place stands as a logical location beside the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ..result import CriterionResult, Evidence
from ..words import Lang, Text
from .html.model import Examined, Run
from .json_text import json_text
from .seen import plain
from .told import Told, clauses, counts, expected, found, told

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
Json = dict[str, object]
_KINDS = {
    "pass": "pass",
    "partial": "fail",
    "fail": "fail",
    "undetermined": "open",
    "not_applicable": "notApplicable",
    "error": "open",
}
_WANTED = Text("cần", "expected")


def sarif(run: Run, lang: Lang) -> Iterator[str]:
    """The log, result by result."""
    engine, _, version = run.receipt.engine.partition(" ")
    driver: Json = {"name": engine, "rules": list(_rules(run, lang))}
    if version[:1].isdigit():
        driver["version"] = version
    yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
    yield _member("tool", {"driver": driver})
    yield _member("language", lang)
    yield _member("columnKind", "unicodeCodePoints")
    yield _member("invocations", [{"executionSuccessful": True}])
    yield _member("properties", _receipt(run))
    yield from _listed("artifacts", _artifacts(run))
    yield ",\n"
    yield from _listed("results", (_result(one, lang) for one in told(run)))
    yield "\n    }\n  ]\n}\n"


def _member(name: str, value: object) -> str:
    return f'      "{name}": {_dumped(value)},\n'


def _listed(name: str, values: Iterable[Json]) -> Iterator[str]:
    yield f'      "{name}": ['
    between = "\n"
    for value in values:
        yield f"{between}        {_dumped(value)}"
        between = ",\n"
    yield "\n      ]"


def _dumped(value: object) -> str:
    return json_text(value, "      ")


def _rules(run: Run, lang: Lang) -> Iterator[Json]:
    """Each criterion once, as the first unit or document shows it."""
    seen: set[str] = set()
    for examined in run.examined:
        for criterion in examined.criteria:
            if criterion.id not in seen:
                seen.add(criterion.id)
                yield _rule(criterion, lang)


def _rule(criterion: CriterionResult, lang: Lang) -> Json:
    return {
        "id": criterion.id,
        "shortDescription": {"text": plain(criterion.title.of(lang))},
        "fullDescription": {
            "text": plain(f"{criterion.title.of(lang)} [{clauses(criterion, lang)}]")
        },
        "help": {"text": plain(criterion.advice.of(lang))},
        "defaultConfiguration": {"level": _level(criterion)},
        "properties": {"pack": criterion.pack, "version": criterion.version},
    }


def _level(criterion: CriterionResult) -> str:
    return "error" if criterion.severity == "must" else "warning"


def _receipt(run: Run) -> Json:
    receipt = run.receipt
    return {
        "as_of": run.as_of.isoformat(),
        "judges": list(receipt.judges),
        "program_sha256": receipt.program_sha256,
        "rules_sha256": receipt.rules_sha256,
        "inputs_sha256": receipt.inputs_sha256,
        "unmasked": receipt.unmasked,
    }


def _artifacts(run: Run) -> Iterator[Json]:
    """Every file with its digest, each once as the schema asks for."""
    seen = {
        (file_uri(examined, account.file), account.sha256): None
        for examined in run.examined
        for account in examined.accounts
        if account.sha256
    }
    for uri, sha256 in seen:
        yield {"location": {"uri": uri}, "hashes": {"sha-256": sha256}}


def _result(one: Told, lang: Lang) -> Json:
    criterion, finding = one.criterion, one.finding
    kind = "open" if one.unknown else _KINDS[criterion.verdict]
    if finding and not one.unknown:
        kind = "fail"  # a row that does not satisfy, also where enough others do
    said = finding.message if finding else criterion.reason
    result: Json = {
        "ruleId": criterion.id,
        "kind": kind,
        "level": _level(criterion) if kind == "fail" else "none",
        "message": {"text": _message(one, said, lang)},
        "locations": list(_locations(one, lang)),
        "properties": {"unit": plain(one.examined.name), **counts(criterion)},
    }
    decision = criterion.decision
    if decision and decision.effect == "waived":
        said_by = plain(f"{decision.reason} ({decision.approver})")
        result["suppressions"] = [{"kind": "external", "justification": said_by}]
    return result


def _message(one: Told, said: Text, lang: Lang) -> str:
    lines = [said.of(lang)]
    if one.finding:
        for evidence in one.finding.evidence:
            wanted = expected(evidence, lang)
            more = f" ({_WANTED.of(lang)}: {wanted})" if wanted else ""
            lines.append(f"{found(evidence, lang)}{more}")
        lines.append(f"→ {one.finding.advice.of(lang)}")
    return plain("\n".join(lines))


def _locations(one: Told, lang: Lang) -> Iterator[Json]:
    """Where a finding was seen; a criterion without one lies in the unit or document as a whole."""
    evidence = [e for e in one.finding.evidence if e.file] if one.finding else []
    for seen in evidence:
        yield _location(one.examined, seen, lang)
    if not evidence:
        yield {"logicalLocations": [{"fullyQualifiedName": plain(one.examined.name)}]}


def _location(examined: Examined, evidence: Evidence, lang: Lang) -> Json:
    return {
        "physicalLocation": {"artifactLocation": {"uri": file_uri(examined, evidence.file)}},
        "logicalLocations": [{"fullyQualifiedName": plain(evidence.place.of(lang))}],
    }


def file_uri(examined: Examined, file: str) -> str:
    """A file of a unit lies below the unit's folder; a document is named by its own path."""
    path = file if examined.period is None else f"{examined.folder}/{file}"
    quoted = quote(path, safe="/", errors="replace")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
