"""The result as OSCAL assessment results (NIST OSCAL 1.2.1, JSON), for those who exchange audits.

A result a unit or document; an observation a finding, or a criterion that has none; a finding a
criterion that was decided. A target's status knows two states: ``pass`` is ``satisfied``; ``fail``
and ``partial`` are ``not-satisfied``. What is undetermined, does not apply or ended in error has
no finding, since neither state would be true: its observation has the verdict as a property. What
does not apply is among the excluded controls.
Texts are Markdown there: every sign that Markdown reads is escaped.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator

from ..result import CriterionResult
from ..words import Lang, Text
from .html.model import Examined, Run
from .json_text import json_text
from .sarif import file_uri
from .seen import plain
from .told import Told, clauses, counts, expected, found, told, where

VERSION = "1.2.1"
NAMESPACE = "urn:motcua:oscal"
Json = dict[str, object]
_STATES = {"pass": "satisfied", "partial": "not-satisfied", "fail": "not-satisfied"}
_REASONS = {"pass": "pass", "partial": "other", "fail": "fail"}
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^!&\"$])")
_LEADING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.M)
_METHOD, _TYPE = "TEST", "control-objective"
_RULES = Text("Bộ tiêu chí đã dùng", "The criteria that were used")


def oscal(run: Run, lang: Lang) -> Iterator[str]:
    """The document, result by result."""
    names = _Names(run, lang)
    yield '{\n  "assessment-results": {\n'
    yield _member("uuid", names.of("document"))
    yield _member("metadata", _metadata(run, names, lang))
    yield _member("import-ap", {"href": f"#{names.of('rules')}"})
    yield '    "results": ['
    between = "\n"
    for examined in run.examined:
        yield between + "      " + json_text(_result(run, examined, names, lang), "      ")
        between = ",\n"
    yield "\n    ],\n"
    yield '    "back-matter": {\n      "resources": ['
    between = "\n"
    for resource in _resources(run, names, lang):
        yield between + "        " + json_text(resource, "        ")
        between = ",\n"
    yield "\n      ]\n    }\n  }\n}\n"


class _Names:
    """Identifiers of everything in the document: the same for the same receipt, day and words."""

    def __init__(self, run: Run, lang: Lang) -> None:
        receipt = run.receipt
        told = (receipt.engine, receipt.rules_sha256, receipt.inputs_sha256, run.as_of, lang)
        more = (receipt.program_sha256, receipt.packs, receipt.period, receipt.unmasked)
        self._root = uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{told}{more}")

    def of(self, *parts: object) -> str:
        """The identifier of what the parts name."""
        shown = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass").hex()
        return str(uuid.uuid5(self._root, shown))


def _member(name: str, value: object) -> str:
    return f'    "{name}": {json_text(value, "    ")},\n'


def escaped(text: str) -> str:
    r"""Text as Markdown that reads as that text: its lines are paragraphs, its signs are signs.

    >>> escaped("a*b\n- <i>")
    'a\\*b\n\n\\- \\<i\\>'
    """
    signs = _SIGNS.sub(r"\\\1", plain(text))
    return _LEADING.sub(_no_list, signs).replace("\n", "\n\n")


def _no_list(leading: re.Match[str]) -> str:
    """What would begin a list or a heading does not."""
    before, sign, number, after = leading.groups()
    return f"{before}\\{sign}" if sign else f"{before}{number}\\{after}"


def _line(text: str) -> str:
    """Markdown of one line; where there is nothing to read that is said."""
    return escaped(" ".join(plain(text).split())) or "-"


def _value(text: str) -> str:
    """A property's value: one line without blanks at its ends, never empty; no Markdown."""
    return " ".join(plain(text).split()) or "-"


def _props(values: dict[str, str | int]) -> list[Json]:
    return [
        {"name": name.replace("_", "-"), "ns": NAMESPACE, "value": _value(str(value))}
        for name, value in values.items()
    ]


def _day(run: Run) -> str:
    """The day of the check as a moment: its beginning in Vietnam, since no clock is read."""
    return f"{run.as_of.isoformat()}T00:00:00+07:00"


def _metadata(run: Run, names: _Names, lang: Lang) -> Json:
    receipt = run.receipt
    said: dict[str, str | int] = {
        "as_of": run.as_of.isoformat(),
        "engine": receipt.engine,
        "judges": ", ".join(receipt.judges),
        "program_sha256": receipt.program_sha256,
        "rules_sha256": receipt.rules_sha256,
        "inputs_sha256": receipt.inputs_sha256,
        "unmasked": "true" if receipt.unmasked else "false",
    }
    made: Json = {
        "title": _line(run.title.of(lang)),
        "last-modified": _day(run),
        "version": run.as_of.isoformat(),
        "oscal-version": VERSION,
        "props": _props(said),
    }
    parties = [
        {
            "uuid": names.of("party", examined.number),
            "type": "organization",
            "name": _value(examined.name),
        }
        for examined in run.examined
        if examined.period is not None
    ]
    return {**made, "parties": parties} if parties else made


def _result(run: Run, examined: Examined, names: _Names, lang: Lang) -> Json:
    """One unit or document: what was looked at, what was seen, what was decided."""
    seen = [(n, one) for n, one in enumerate(told(_alone(run, examined)))]
    observations = [_observation(run, number, one, names, lang) for number, one in seen]
    related: dict[str, list[str]] = {}
    for number, one in seen:
        name = names.of("observation", examined.number, number)
        related.setdefault(one.criterion.id, []).append(name)
    findings = [
        _finding(examined, criterion, related[criterion.id], names, lang)
        for criterion in examined.criteria
        if criterion.verdict in _STATES
    ]
    made: Json = {
        "uuid": names.of("result", examined.number),
        "title": _line(examined.name),
        "description": escaped(f"{examined.name} ({examined.about.of(lang)})"),
        "start": _day(run),
        "props": _props({"unit": examined.name, "folder": examined.folder}),
        "reviewed-controls": {"control-selections": [_selection(examined)]},
    }
    lists = {"observations": observations, "findings": findings}
    return made | {name: items for name, items in lists.items() if items}


def _alone(run: Run, examined: Examined) -> Run:
    """A run of one unit or document, so that it is told as in every format."""
    return Run(run.title, run.as_of, (examined,), run.receipt)


def _selection(examined: Examined) -> Json:
    out = [c.id for c in examined.criteria if c.verdict == "not_applicable"]
    into = [c.id for c in examined.criteria if c.verdict != "not_applicable"]
    made: Json = (
        {"include-controls": [{"control-id": name} for name in into]}
        if into
        else {"include-all": {}}
    )
    if out:
        made["exclude-controls"] = [{"control-id": name} for name in out]
    return made


def _observation(run: Run, number: int, one: Told, names: _Names, lang: Lang) -> Json:
    criterion, finding, examined = one.criterion, one.finding, one.examined
    said = finding.message if finding else criterion.reason
    kind = "party" if examined.period is not None else "resource"
    subject = (
        names.of("party", examined.number)
        if kind == "party"
        else names.of("file", file_uri(examined, examined.name))
    )
    status = "gap" if one.unknown else "finding" if finding else "none"
    made: Json = {
        "uuid": names.of("observation", examined.number, number),
        "title": _line(f"{criterion.id} {criterion.title.of(lang)}"),
        "description": escaped(said.of(lang)) or "-",
        "props": _props({"criterion": criterion.id, "shows": status, **counts(criterion)}),
        "methods": [_METHOD],
        "types": [_TYPE],
        "subjects": [{"subject-uuid": subject, "type": kind, "title": _line(examined.name)}],
        "collected": _day(run),
    }
    evidence = list(_evidence(one, names, lang))
    if evidence:
        made["relevant-evidence"] = evidence
    if finding:
        made["remarks"] = escaped(f"→ {finding.advice.of(lang)}")
    return made


def _evidence(one: Told, names: _Names, lang: Lang) -> Iterator[Json]:
    finding = one.finding
    for evidence in finding.evidence if finding else ():
        wanted = expected(evidence, lang)
        more = f" ({Text('cần', 'expected').of(lang)}: {wanted})" if wanted else ""
        made: Json = {"description": escaped(f"{found(evidence, lang)}{more}") or "-"}
        if evidence.file:
            made["href"] = f"#{names.of('file', file_uri(one.examined, evidence.file))}"
            made["props"] = _props({"place": where(evidence, lang)})
        yield made


def _finding(
    examined: Examined,
    criterion: CriterionResult,
    related: Iterable[str],
    names: _Names,
    lang: Lang,
) -> Json:
    verdict = criterion.verdict
    made: Json = {
        "uuid": names.of("finding", examined.number, criterion.id),
        "title": _line(f"{criterion.id} {criterion.title.of(lang)}"),
        "description": escaped(f"{criterion.reason.of(lang)}\n[{clauses(criterion, lang)}]"),
        "props": _props(
            {"version": criterion.version, "pack": criterion.pack, **counts(criterion)}
        ),
        "target": {
            "type": "objective-id",
            "target-id": criterion.id,
            "title": _line(criterion.title.of(lang)),
            "status": {"state": _STATES[verdict], "reason": _REASONS[verdict]},
        },
        "related-observations": [{"observation-uuid": name} for name in related],
    }
    decision = criterion.decision
    if decision and decision.effect == "waived":
        made["remarks"] = escaped(f"{decision.effect}: {decision.reason} ({decision.approver})")
    return made


def _resources(run: Run, names: _Names, lang: Lang) -> Iterator[Json]:
    """The rules, then every file with its digest, each once."""
    yield {
        "uuid": names.of("rules"),
        "title": _line(_RULES.of(lang)),
        "props": _props({"rules_sha256": run.receipt.rules_sha256}),
    }
    seen: set[str] = set()
    for examined in run.examined:
        files = {account.file: account.sha256 for account in examined.accounts}
        for one in told(_alone(run, examined)):
            for evidence in one.finding.evidence if one.finding else ():
                if evidence.file:
                    files.setdefault(evidence.file, "")
        if examined.period is None:
            files.setdefault(examined.name, "")
        for file, sha256 in files.items():
            uri = file_uri(examined, file)
            if uri not in seen:
                seen.add(uri)
                yield _resource(names, file, uri, sha256)


def _resource(names: _Names, file: str, uri: str, sha256: str) -> Json:
    link: Json = {"href": uri or "-"}
    if sha256:
        link["hashes"] = [{"algorithm": "SHA-256", "value": sha256}]
    return {"uuid": names.of("file", uri), "title": _line(file), "rlinks": [link]}
