"""The proof of one verdict in words, from a result that was saved as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..citing import provision_label
from ..errors import UsageError
from ..notes import Noted
from ..saved import read_saved
from ..words import Lang, Text, did_you_mean
from .labels import CONFIDENCE_LABELS, EFFECT_LABELS, STANCE_LABELS, VERDICT_LABELS

Json = Mapping[str, Any]


def explain(file: Path, criterion_id: str, lang: Lang) -> str:
    """Explain one criterion for every unit of a saved result.

    Raises:
        UsageError: The file is not a result, or has no such criterion.
    """
    result = read_saved(file).said
    blocks = []
    known: set[str] = set()
    for unit in _examined(result):
        known.update(criterion["id"] for criterion in unit["criteria"])
        for criterion in unit["criteria"]:
            if criterion["id"] == criterion_id:
                blocks.append("\n".join(_lines(result, unit["unit"], criterion, lang)))
    if not blocks:
        hint = did_you_mean(criterion_id, known)
        raise UsageError(
            Text(
                f"kết quả không có tiêu chí '{criterion_id}'{hint.vi}",
                f"the result has no criterion '{criterion_id}'{hint.en}",
            )
        )
    return "\n\n".join(blocks) + "\n"


def opinions(noted: Sequence[Noted], criterion_id: str, lang: Lang) -> str:
    """What an inspector says of one criterion, beside its proof."""
    lines = [_opinion(one, lang) for one in noted if one.criterion.id == criterion_id]
    if not lines:
        return ""
    head = Text(
        "Ý kiến của người kiểm tra (không đổi kết luận):",
        "The inspector says (the verdict stays as it is):",
    )
    return "\n".join([head.of(lang), *lines]) + "\n"


def _opinion(noted: Noted, lang: Lang) -> str:
    note = noted.note
    subject = noted.finding.subject.of(lang) if noted.finding else ""
    place = " ".join(filter(None, (note.file, note.place)))
    about = "; ".join(filter(None, (STANCE_LABELS[note.stance].of(lang), subject, place)))
    return f"  - {about}: {note.says} ({note.by}, {note.on:%d/%m/%Y})"


def _examined(result: Json) -> Iterator[Json]:
    """Units, or documents in the form of units."""
    yield from result.get("units", ())
    for document in result.get("documents", ()):
        kind = document["doc_type"] or "?"
        yield {**document, "unit": {"name": document["file"], "code": kind}}


def _lines(result: Json, unit: Json, criterion: Json, lang: Lang) -> Iterator[str]:
    def say(vi: str, en: str) -> str:
        return vi if lang == "vi" else en

    yield f"{criterion['id']} {criterion['title'][lang]}"
    yield f"{unit['name']} ({unit['code']})"
    yield say("Kết luận: ", "Verdict: ") + VERDICT_LABELS[criterion["verdict"]].of(lang)
    reason = criterion["reason"] if lang == "vi" else criterion["reason_en"]
    yield say("Vì: ", "Because: ") + reason
    if criterion["share"]:
        low, high = criterion["share"]["min"], criterion["share"]["max"]
        span = f"{low:.1%}" if low == high else f"{low:.1%} – {high:.1%}"
        yield say(f"Tỷ lệ đạt: {span}", f"Share that satisfies: {span}")
    rows = (criterion.get("margin") or {}).get("rows")
    if rows:
        yield say(f"Còn dư: {rows} mục nữa không đạt thì kết luận vẫn giữ", f"Margin: {rows} rows")
    if criterion["decision"]:
        yield _decision(criterion["decision"], lang)
    yield say("Căn cứ:", "Basis:")
    for basis in criterion["basis"]:
        cited = provision_label(*(basis[k] for k in ("document", "article", "clause", "point")))
        known = CONFIDENCE_LABELS[basis["confidence"]].of(lang)
        yield f"  - {cited.of(lang)} [{known}]: {basis['says'][lang]}"
    yield say("Đã xem:", "Looked at:")
    for seen in criterion["searched"]:
        yield say(
            f"  - {seen['file']}: {seen['rows']} dòng", f"  - {seen['file']}: {seen['rows']} rows"
        )
    yield from _findings(criterion, "findings", say("Không đạt", "Not satisfied"), lang)
    yield from _findings(criterion, "gaps", say("Chưa rõ", "Unknown"), lang)
    yield say("Bộ phán quyết: ", "Judged by: ") + ", ".join(criterion["judged_by"])
    day = _day(result["as_of"], lang)
    yield say(f"Theo pháp luật ngày {day}", f"By the law of {day}")


def _decision(decision: Json, lang: Lang) -> str:
    told = EFFECT_LABELS.get(decision["effect"])
    effect = told.of(lang) if told else decision["effect"]
    days = " – ".join(_day(decision[end], lang) for end in ("from", "to"))
    return Text(
        f"Quyết định kèm theo ({effect}): {decision['reason']}; người duyệt"
        f" {decision['approver']}, {days}",
        f"Decision beside it ({effect}): {decision['reason']}; approved by"
        f" {decision['approver']}, {days}",
    ).of(lang)


def _day(said: str | None, lang: Lang) -> str:
    """A day as people of the language write it; empty where none is set."""
    if not said:
        return ""
    return said if lang == "en" else "/".join(reversed(said.split("-")))


def _findings(criterion: Json, key: str, head: str, lang: Lang) -> Iterator[str]:
    told, total = criterion[key], criterion[f"{key}_total"]
    if not told:
        return
    yield f"{head}: {total}"
    for number, finding in enumerate(told, start=1):
        yield f"  {number}. {finding['message'][lang]}"
        for evidence in finding["evidence"]:
            yield f"     {_evidence(evidence, lang)}"
        yield f"     → {finding['advice'][lang]}"
    if total > len(told):
        rest = total - len(told)
        yield f"  … và {rest} mục nữa" if lang == "vi" else f"  … and {rest} more"


def _evidence(evidence: Json, lang: Lang) -> str:
    said = evidence if lang == "vi" else {"file": evidence["file"], **evidence["en"]}
    where = f" [{said['file']} {said['place']}]" if said["file"] else ""
    wanted = {"vi": "cần", "en": "expected"}[lang]
    expected = f" ({wanted}: {said['expected']})" if said["expected"] else ""
    flags = "; ".join(flag[lang] for flag in evidence.get("flags", ()))
    doubt = f" ⚠ {flags}" if flags else ""
    return f"{said['label']}: {said['value']}{expected}{where}{doubt}"
