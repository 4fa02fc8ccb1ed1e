"""The result as JSON (contract ``motcua/result/1``): the same bytes for the same run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from ..flags import FLAGS
from ..intake.model import FileAccount
from ..places import Notice
from ..result import (
    SCHEMA,
    VERDICTS,
    BasisShown,
    CopyMade,
    CriterionResult,
    Decision,
    DocumentResult,
    DocumentsResult,
    Evidence,
    Finding,
    Receipt,
    Result,
    UnitResult,
)
from ..words import Text
from .json_text import json_text
from .json_work import as_number, plan_json, scoring_json

Json = dict[str, object]


def render_json(result: Result) -> str:
    """The whole result, keys in the contract's order, numbers rounded to six decimals."""
    return json_text(_result(result)) + "\n"


def documents_json(result: DocumentsResult) -> Iterator[str]:
    """Documents alone: the same criteria under one entry a file, given entry by entry."""
    yield f'{{\n  "schema": "{SCHEMA}",\n  "as_of": "{result.as_of.isoformat()}",\n'
    yield '  "documents": ['
    between = "\n"
    for document in result.documents:
        yield f"{between}    {json_text(_document(document), '    ')}"
        between = ",\n"
    yield "\n  ],\n"
    yield f'  "receipt": {json_text(_receipt(result.receipt), "  ")}\n}}\n'


def _document(document: DocumentResult) -> Json:
    return {
        "file": document.file,
        "doc_type": document.doc_type or None,
        "regime": document.regime or "unknown",
        "criteria": [_criterion(criterion) for criterion in document.criteria],
        "intake": [_account(document.account)],
        "copies": [_copy(copy) for copy in document.copies],
    }


def _copy(copy: CopyMade) -> Json:
    return {
        "kind": copy.kind,
        "file": copy.target or None,
        "done": [text.as_dict() for text in copy.done],
        "left": [text.as_dict() for text in copy.left],
        "refused": notice_json(copy.refused) if copy.refused else None,
    }


def _result(result: Result) -> Json:
    return {
        "schema": SCHEMA,
        "as_of": result.as_of.isoformat(),
        "period": _period(result.period),
        "units": [_unit(unit) for unit in result.units],
        "notes": [note.as_dict() for note in result.notes],
        "receipt": _receipt(result.receipt),
    }


def _receipt(receipt: Receipt) -> Json:
    return {
        "engine": receipt.engine,
        "program_sha256": receipt.program_sha256,
        "judges": list(receipt.judges),
        "plain_only": receipt.plain_only.as_dict() if receipt.plain_only else None,
        "rules_sha256": receipt.rules_sha256,
        "inputs_sha256": receipt.inputs_sha256,
        "rules": [{"file": file, "sha256": sha256} for file, sha256 in receipt.rules],
        "packs": list(receipt.packs),
        "period": _period(receipt.period),
        "unmasked": receipt.unmasked,
        "scheme": receipt.scheme,
    }


def _unit(unit: UnitResult) -> Json:
    least, most, of = unit.score()
    return {
        "unit": {
            "name": unit.name,
            "code": unit.code,
            "level": unit.level,
            "folder": unit.folder,
            "period": _period(unit.period),
        },
        "verdict": unit.verdict,
        "groups": unit.groups,
        "criteria": [_criterion(criterion) for criterion in unit.criteria],
        "intake": [_account(account) for account in unit.intake],
        "summary": {
            **{verdict: unit.count(verdict) for verdict in VERDICTS},
            "score": {"min": as_number(least), "max": as_number(most), "of": as_number(of)},
        },
        "scoring": scoring_json(unit.scoring) if unit.scoring else None,
        "first": plan_json(unit.plan) if unit.plan else None,
    }


def _criterion(criterion: CriterionResult) -> Json:
    return {
        "id": criterion.id,
        "version": criterion.version,
        "pack": criterion.pack,
        "title": criterion.title.as_dict(),
        "severity": criterion.severity,
        "verdict": criterion.verdict,
        "reason": criterion.reason.vi,
        "reason_en": criterion.reason.en,
        "reason_code": criterion.reason_code,
        "population": criterion.population,
        "satisfied": criterion.satisfied,
        "violated": criterion.violated,
        "undetermined": criterion.undetermined,
        "share": _range(criterion.share),
        "score": {**score, "of": criterion.points} if (score := _range(criterion.score)) else None,
        "basis": [_basis(basis) for basis in criterion.basis],
        "findings": [_finding(finding) for finding in criterion.findings],
        "findings_total": criterion.findings_total,
        "gaps": [_finding(finding) for finding in criterion.gaps],
        "gaps_total": criterion.gaps_total,
        "searched": [
            {"file": s.file, "table": s.table, "rows": s.rows} for s in criterion.searched
        ],
        "advice": criterion.advice.as_dict(),
        "margin": None if criterion.margin is None else {"rows": criterion.margin},
        "decision": _decision(criterion.decision),
        "judged_by": list(criterion.judged_by),
    }


def _finding(finding: Finding) -> Json:
    return {
        "subject": finding.subject.vi,
        "subject_en": finding.subject.en,
        "message": finding.message.as_dict(),
        "paragraph": finding.paragraph,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "advice": finding.advice.as_dict(),
    }


def _evidence(evidence: Evidence) -> Json:
    expected = evidence.expected
    flags = [{"code": code, **FLAGS[code].as_dict()} for code in evidence.flags]
    return {
        "file": evidence.file,
        "place": evidence.place.vi,
        "label": evidence.label.vi,
        "value": evidence.value.vi,
        "expected": expected.vi if expected else None,
        "en": {
            "place": evidence.place.en,
            "label": evidence.label.en,
            "value": evidence.value.en,
            "expected": expected.en if expected else None,
        },
        **({"flags": flags} if flags else {}),
    }


def _basis(basis: BasisShown) -> Json:
    return {
        "document": basis.document,
        "article": basis.article,
        "clause": basis.clause,
        "point": basis.point,
        "valid_from": _date(basis.valid_from),
        "valid_to": _date(basis.valid_to),
        "confidence": basis.confidence,
        "says": basis.says.as_dict(),
    }


def _decision(decision: Decision | None) -> Json | None:
    if decision is None:
        return None
    return {
        "effect": decision.effect,
        "reason": decision.reason,
        "approver": decision.approver,
        "from": _date(decision.valid_from),
        "to": _date(decision.valid_to),
    }


def _account(account: FileAccount) -> Json:
    return {
        "file": account.file,
        "sha256": account.sha256,
        "table": account.table or None,
        "rows_read": account.rows_read,
        "rows_kept": account.rows_kept,
        "rows_refused": account.rows_refused,
        "may_hide": list(account.may_hide),
        "places": [place.as_dict() for place in account.places],
        "notices": [notice_json(notice) for notice in account.notices],
    }


def notice_json(notice: Notice) -> Json:
    """One notice, as results and inspections show it."""
    return {
        "file": notice.file,
        "place": notice.place,
        "code": notice.code,
        "text": _words(notice.text),
    }


def _words(text: Text) -> Json:
    return {"vi": text.vi, "en": text.en}


def _period(period: tuple[dt.date, dt.date] | None) -> Json | None:
    return {"from": _date(period[0]), "to": _date(period[1])} if period else None


def _date(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _range(ends: tuple[Fraction, Fraction] | None) -> Json | None:
    return {"min": as_number(ends[0]), "max": as_number(ends[1])} if ends else None
