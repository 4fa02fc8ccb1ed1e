"""Results made by hand, so that tests of pages do not depend on the rules of the day."""

import datetime as dt
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

from motcua.checker.intake.model import FileAccount
from motcua.checker.places import Notice
from motcua.checker.result import (
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
    Searched,
    UnitResult,
)
from motcua.checker.words import Text

AS_OF = dt.date(2026, 11, 22)
FIXED = frozenset({"verdict", "confidence", "effect", "kind", "severity", "pack"})
"""Fields that hold one of a few known words."""


def same(words):
    return Text(words, words)


def finding(number):
    done = AS_OF - dt.timedelta(days=number)
    return Finding(
        subject=same(f"Thủ tục {number}"),
        message=same(f"Thủ tục {number} niêm yết muộn"),
        evidence=(
            Evidence(
                file="niem-yet.csv",
                place=same(f"dòng {number}, cột 2"),
                label=Text("Ngày niêm yết", "Posted on"),
                value=same(f"{done:%d/%m/%Y}"),
                expected=same(f"không muộn hơn {done - dt.timedelta(days=9):%d/%m/%Y}"),
            ),
            Evidence("", same(""), Text("Số lần", "Times"), same("2")),
        ),
        advice=same("Niêm yết đúng hạn"),
    )


BASES = (
    BasisShown(
        "63/2010/NĐ-CP", "17", "1", "b", dt.date(2010, 10, 14), None, "verified", same("Công khai")
    ),
    BasisShown(
        "63/2010/NĐ-CP", "9", "", "", None, dt.date(2027, 1, 1), "remembered", same("Niêm yết")
    ),
    BasisShown("15/2026/QĐ-UBND", "", "", "", None, None, "local", same("Số ngày")),
)


def criterion(id_, verdict, findings=3, table="postings", decision=None):
    judged = verdict in ("pass", "partial", "fail", "undetermined")
    share = {"pass": (1, 1), "undetermined": (Fraction(1, 3), 1)}.get(
        verdict, (Fraction(1, 3),) * 2
    )
    wrong = findings if verdict in ("partial", "fail") else 0
    gaps = findings if verdict == "undetermined" else 0
    return CriterionResult(
        id=id_,
        version="2017-09-25",
        pack="posting" if id_.startswith("NY") else "iso9001",
        title=Text(f"Tiêu chí {id_} về công khai", f"Criterion {id_} on display"),
        severity="must",
        verdict=verdict,
        reason_code="measured",
        reason=Text(f"Vì {verdict}", f"Because of {verdict}"),
        population=412 if judged else 0,
        satisfied=137 if judged else 0,
        violated=wrong,
        undetermined=gaps,
        share=tuple(map(Fraction, share)) if judged else None,
        score=(Fraction(5, 2), Fraction(10)) if judged else None,
        points=10,
        basis=BASES,
        findings=tuple(finding(n) for n in range(wrong)),
        findings_total=wrong * 2,
        gaps=tuple(finding(n) for n in range(gaps)),
        gaps_total=gaps,
        searched=(Searched("niem-yet.csv", table, 412),) if judged else (),
        advice=same("Niêm yết"),
        judged_by=("plain",),
        decision=decision,
    )


WAIVED = Decision("waived", "Đang sửa trụ sở", "Phó Chủ tịch", dt.date(2026, 1, 1), None)
NOTICE = Notice("so.xlsx", "Sổ!A7", "unreadable_cell", same("ô không đọc được"))
ACCOUNTS = (
    FileAccount("niem-yet.csv", "0" * 64, "postings", 412, 410, 2, places=(same("dòng 2–413"),)),
    FileAccount("so.xlsx", "1" * 64, "", notices=(NOTICE,)),
)


def criteria(many=6, findings=3):
    """As many criteria, of all verdicts in turn."""
    made = [
        criterion(f"{'NY' if n % 2 else 'ISO'}-{n:02d}", VERDICTS[n % len(VERDICTS)], findings)
        for n in range(many)
    ]
    if many > 2:
        made[2] = replace(made[2], decision=WAIVED)
    return tuple(made)


def unit(number=0, many=6, findings=3):
    made = criteria(many, findings)
    return UnitResult(
        folder=f"don-vi-{number}",
        name=f"UBND xã Thử {number}",
        code=f"H99.{number}",
        level="commune",
        period=(dt.date(2026, 1, 1), AS_OF),
        criteria=made,
        groups={"posting": "fail", "iso9001": "undetermined"},
        verdict="fail",
        intake=ACCOUNTS,
    )


RECEIPT = Receipt("motcua 1", ("plain",), same("không có bộ thứ hai"), "a" * 64, "b" * 64)


def result(units=1, many=6, findings=3):
    made = tuple(unit(n, many, findings) for n in range(units))
    return Result(AS_OF, None, made, RECEIPT, (same("một thư mục bị bỏ qua"),))


def document(number=0):
    copies = (
        CopyMade("annotate", "ra/van-ban.docx", (same("Đoạn 3: cỡ chữ"),), (same("Đoạn 4"),)),
        CopyMade("fix", "", refused=NOTICE),
    )
    return DocumentResult(
        f"van-ban-{number}.docx", "quyết định", "administrative", criteria(), ACCOUNTS[1], copies
    )


def documents(many=1):
    verdicts = frozenset(criterion.verdict for criterion in criteria())
    return DocumentsResult(AS_OF, [document(n) for n in range(many)], RECEIPT, verdicts)


def filled(record, words):
    """The same record with these words in every field that holds text, and nothing else changed."""
    if isinstance(record, Text):
        return Text(words, words)
    if isinstance(record, str):
        return words
    if isinstance(record, (tuple, list)):
        return type(record)(filled(one, words) for one in record)
    if not is_dataclass(record):
        return record
    changed = {
        field.name: filled(getattr(record, field.name), words)
        for field in fields(record)
        if field.name not in FIXED and getattr(record, field.name) != ""
    }
    return replace(record, **changed)
