"""Which version and which value judge a row, by the day of the check or the row's own; and what is
said of a day that no version covers: nothing was asked, or nobody knows what."""

import datetime as dt

import pytest
from motcua.checker.home import RULES
from motcua.checker.judge.judges import Judges
from motcua.checker.rulebook.load import load_folder
from motcua.checker.trials import try_criterion
from motcua.checker.unasked import not_in_force

BASIS = """\
documents:
  - number: 01/2020/TT-THU
    title: {vi: Văn bản thử, en: Test document}
    valid_from: 2020-01-01
    provisions:
      - {article: "1", says: {vi: Luật thử, en: Test law}, valid_from: 2020-01-01, confidence: %s}
"""
PARAMETERS = """\
parameters:
  days_allowed:
    title: {vi: Số ngày, en: Days}
    values:
      - value: 10
        valid_from: 2020-01-01
        valid_to: 2022-12-31
        basis: {document: 01/2020/TT-THU, article: "1"}
      - value: 3
        valid_from: 2023-01-01
        basis: {document: 01/2020/TT-THU, article: "1"}
"""
VERSIONS = """\
versions:
  - valid_from: 2020-01-01
    valid_to: 2024-12-31
    basis: [{document: 01/2020/TT-THU, article: "1"}]
    must: closed_on <= opened_on + $days_allowed
  - valid_from: 2025-07-01
    basis: [{document: 01/2020/TT-THU, article: "1"}]
    must: closed_on <= opened_on
"""
CRITERION = """\
id: THU-01
pack: thu
title: {vi: Đóng đúng hạn, en: Closed in time}
subject: corrective_action
on_empty: not_applicable
empty_reason: {vi: Không có, en: None}
%s
%s
message: {violated: {vi: "Phiếu {action_no}", en: "Sheet {action_no}"}}
evidence: [{column: closed_on, label: {vi: Ngày đóng, en: Closed on}}]
advice: {vi: Đóng, en: Close}
"""
CASES = """\
criterion: THU-01
as_of: %s
unit: {level: department, period_from: 2020-01-01, period_to: 2026-12-31}
cases:
  - name: thử
    tables: {iso_actions: [{action_no: A, opened_on: %s, closed_on: %s, due_on: null}]}
    expect: {verdict: %s}
"""


def book_of(tmp_path, by_date, case, confidence="verified", versions=VERSIONS):
    for name, text in {
        "basis/thu.yaml": BASIS % confidence,
        "parameters/thu.yaml": PARAMETERS,
        "thu/THU-01.yaml": CRITERION % (by_date, versions),
        "thu/THU-01.cases.yaml": CASES % case,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_folder(tmp_path)


def tried(tmp_path, by_date, case, confidence="verified", versions=VERSIONS):
    book = book_of(tmp_path, by_date, case, confidence, versions)
    with Judges() as judges:
        first = try_criterion(book, book.criteria["THU-01"], tmp_path, judges)[0]
    return first.verdict, first.fault


# as of, opened, closed -> verdict; ten days allowed to the end of 2022, three from 2023, none
# between the end of 2024 and July 2025, no day's grace after
BY_CHECK = [
    ("2022-12-31", "2022-12-01", "2022-12-11", "pass"),
    ("2023-01-01", "2022-12-01", "2022-12-11", "fail"),
    ("2023-01-01", "2022-12-01", "2022-12-04", "pass"),
    ("2019-12-31", "2019-12-01", "2019-12-01", "not_applicable, reason: not_begun"),
    ("2025-01-01", "2022-12-01", "2022-12-02", "undetermined"),
    ("2025-07-01", "2022-12-01", "2022-12-02", "fail"),
]
BY_ROW = [
    ("2026-11-22", "2022-12-31", "2023-01-10", "pass"),
    ("2026-11-22", "2022-12-31", "2023-01-11", "fail"),
    ("2026-11-22", "2023-01-01", "2023-01-04", "pass"),
    ("2026-11-22", "2023-01-01", "2023-01-05", "fail"),
    ("2026-11-22", "2019-12-31", "2019-12-31", "not_applicable, reason: empty"),
    ("2019-12-31", "2019-12-31", "2020-01-20", "not_applicable, reason: not_begun"),
    ("2026-11-22", "2025-06-30", "2025-06-30", "undetermined"),
    ("2026-11-22", "2025-07-01", "2025-07-01", "pass"),
    ("2026-11-22", "null", "2025-07-01", "undetermined"),
    ("2025-01-01", "2024-12-31", "2025-01-01", "pass"),  # the law of the row, not of the check
]


@pytest.mark.parametrize("case", BY_CHECK)
def test_without_by_date_the_day_of_the_check_decides(case, tmp_path):
    assert tried(tmp_path, "", case) == (case[3].split(",")[0], None)


@pytest.mark.parametrize("case", BY_ROW)
def test_with_by_date_each_row_is_judged_by_the_law_of_its_day(case, tmp_path):
    assert tried(tmp_path, "by_date: opened_on", case) == (case[3].split(",")[0], None)


@pytest.mark.parametrize("confidence", ["remembered", "unverified"])
def test_what_is_not_verified_fails_nobody(confidence, tmp_path):
    case = ("2022-12-31", "2022-12-01", "2022-12-31", "undetermined")
    assert tried(tmp_path, "", case, confidence) == ("undetermined", None)
    case = ("2022-12-31", "2022-12-01", "2022-12-02", "pass")
    assert tried(tmp_path, "", case, confidence) == ("pass", None)


def test_an_ended_version_never_stands_in():
    book = load_folder(RULES)
    assert book.criteria["TT-01"].in_force(dt.date(2020, 3, 4)) is None
    assert book.criteria["TT-01"].in_force(dt.date(2020, 3, 5)) is not None


AMENDED = VERSIONS.replace("2020-01-01", "2021-03-01")
BEGINS = "    begins: {vi: Trước đó chỉ khuyến khích, en: It was optional before}\n"
ENDS = "    ends: {vi: Bãi bỏ mà không thay, en: Repealed without successor}\n"


def after(line, text):
    return VERSIONS.replace(line, line + text, 1)


# versions, as of, opened, closed -> verdict by the day of the check, by the row's own day
OUTSIDE = [
    # The document was there since 2020 and the version is of 2021: its earlier words are unread.
    (AMENDED, "2021-02-28", "undetermined, reason: no_version", "undetermined"),
    (AMENDED, "2019-12-31", "not_applicable, reason: not_begun", "not_applicable"),
    (
        AMENDED.replace("    valid_to", BEGINS + "    valid_to"),
        "2021-02-28",
        *["not_applicable"] * 2,
    ),
    (VERSIONS, "2025-06-30", "undetermined, reason: no_version", "undetermined"),
    (after("    valid_to: 2024-12-31\n", ENDS), "2025-06-30", *["not_applicable"] * 2),
    (after("    valid_to: 2024-12-31\n", ENDS), "2025-01-01", *["not_applicable"] * 2),
    (after("    valid_to: 2024-12-31\n", ENDS), "2025-07-01", "fail", "fail"),
]


@pytest.mark.parametrize(("versions", "day", "by_check", "by_row"), OUTSIDE)
def test_a_day_without_a_version_is_not_applicable_only_where_nothing_was_asked(
    versions, day, by_check, by_row, tmp_path
):
    case = (day, day, "2026-01-01", by_check)
    assert tried(tmp_path, "", case, versions=versions) == (by_check.split(",")[0], None)
    case = ("2026-11-22", day, "2026-11-01", by_row)
    assert tried(tmp_path, "by_date: opened_on", case, versions=versions) == (by_row, None)


def test_the_sentence_names_the_clause_its_day_and_the_day_of_the_check(tmp_path):
    def said(versions, day):
        book = book_of(tmp_path, "", ("2026-11-22", *["2026-01-01"] * 2, "pass"), versions=versions)
        return not_in_force(book, book.criteria["THU-01"], dt.date.fromisoformat(day)).vi

    assert said(VERSIONS, "2019-12-31") == (
        "Chưa áp dụng vào ngày xét 31/12/2019: Điều 1, 01/2020/TT-THU áp dụng từ 01/01/2020"
    )
    assert said(AMENDED, "2021-02-28") == (
        "Chưa kết luận được cho ngày xét 28/02/2021: Điều 1, 01/2020/TT-THU áp dụng từ 01/03/2021; "
        "quy định trước đó chưa có trong bộ luật"
    )
    assert said(after("    valid_to: 2024-12-31\n", ENDS), "2025-01-01") == (
        "Không còn áp dụng vào ngày xét 01/01/2025: Điều 1, 01/2020/TT-THU áp dụng đến 31/12/2024; "
        "Bãi bỏ mà không thay"
    )
