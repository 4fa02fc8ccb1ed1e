"""The number that a finding shows is the one that judged it."""

import datetime as dt

import pytest
from motcua.checker.measure.findings import Teller
from motcua.checker.rulebook.load import load_rulebook

BASIS = """\
documents:
  - number: 15/2020/QĐ-UBND
    title: {vi: Quy định thử, en: A trial rule}
    valid_from: 2020-01-01
    provisions:
      - {article: "1", says: {vi: thử, en: trial}, valid_from: 2020-01-01, confidence: verified}
"""
PARAMETERS = """\
parameters:
  trial_days:
    title: {vi: Số ngày thử, en: Trial days}
    values:
      - value: 5
        valid_from: 2020-01-01
        valid_to: 2024-12-31
        basis: {document: 15/2020/QĐ-UBND, article: "1"}
      - value: 3
        valid_from: 2025-01-01
        valid_to: 2025-12-31
        basis: {document: 15/2020/QĐ-UBND, article: "1"}
"""
CRITERION = """\
id: TH-01
pack: thu
title: {vi: Thử, en: Trial}
subject: periodic_report
on_empty: undetermined
empty_reason: {vi: không có, en: none}
versions:
  - valid_from: 2020-01-01
    basis: [{document: 15/2020/QĐ-UBND, article: "1"}]
    must: sent_on <= report_due_on + $trial_days
message: {violated: {vi: "quá {trial_days} ngày", en: "over {trial_days} days"}}
evidence: [{column: report_sent_on, label: {vi: Ngày gửi, en: Sent on}}]
advice: {vi: Gửi ngay, en: Send it}
"""


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        ("2024-12-31", "quá 5 ngày"),
        ("2025-01-01", "quá 3 ngày"),
        ("2026-01-01", "quá (không rõ) ngày"),
    ],
)
def test_a_value_is_that_of_the_day_which_decides(tmp_path, as_of, shown):
    for name, text in (
        ("basis/thu.yaml", BASIS),
        ("parameters/thu.yaml", PARAMETERS),
        ("thu/TH-01.yaml", CRITERION),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    book = load_rulebook([tmp_path])
    loaded = book.criteria["TH-01"]
    teller = Teller(book, loaded, loaded.clauses[0], dt.date.fromisoformat(as_of), (), {})
    row = {"report_name": "a", "report_at": None, "report_sent_on": dt.date(2024, 3, 3)}
    assert teller.violated(row).message.vi == shown
