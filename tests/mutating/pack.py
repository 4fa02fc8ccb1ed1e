"""A small pack of its own: one criterion over the register of internal audits."""

BASIS = """\
documents:
  - number: 01/2020/TT-THU
    title: {vi: Văn bản thử, en: Test document}
    valid_from: 2020-01-01
    provisions:
      - article: "1"
        says: {vi: Luật thử, en: Test law}
        valid_from: 2020-01-01
        confidence: verified
"""
CRITERION = """\
id: THU-01
pack: thu
title: {vi: Đánh giá đúng kế hoạch, en: Audits as planned}
subject: audit
on_empty: not_applicable
empty_reason: {vi: Không có, en: None}
versions:
  - valid_from: 2020-01-01
    basis: [{document: 01/2020/TT-THU, article: "1"}]
    among: planned_on <= as_of
    must: MUST
    bands:
      - {verdict: pass, at_least: 100 %}
      - {verdict: partial, at_least: 50 %, score: 0.5}
message: {violated: {vi: "Cuộc {audit_no}", en: "Audit {audit_no}"}}
evidence: [{column: audited_on, label: {vi: Ngày, en: Day}}]
advice: {vi: Tiến hành, en: Hold it}
"""
HEAD = """\
criterion: THU-01
as_of: 2026-11-22
unit: {level: commune, period_from: 2026-01-01, period_to: 2026-12-31}
rows:
  iso_audits: {audit_no: A, planned_on: 2026-03-01, audited_on: 2026-03-01, report_no: B}
cases:
"""
WEAK = """\
  - name: đúng
    tables: {iso_audits: [{}]}
    expect: {verdict: pass}
  - name: chưa làm
    tables: {iso_audits: [{audited_on: never}]}
    expect: {verdict: fail}
"""
STRONG = """\
  - name: đúng ngày kế hoạch
    tables: {iso_audits: [{}]}
    expect: {verdict: pass, satisfied: 1}
  - name: sau kế hoạch một ngày
    tables: {iso_audits: [{audited_on: 2026-03-02}]}
    expect: {verdict: fail, violated: 1}
  - name: hai đúng một sai
    tables: {iso_audits: [{}, {}, {audited_on: 2026-03-02}]}
    expect: {verdict: partial}
  - name: một trên hai
    tables: {iso_audits: [{}, {audited_on: 2026-03-02}]}
    expect: {verdict: partial}
  - name: năm trên mười một
    tables: {iso_audits: [{}, {}, {}, {}, {}, {audited_on: never}, {audited_on: never},
      {audited_on: never}, {audited_on: never}, {audited_on: never}, {audited_on: never}]}
    expect: {verdict: fail}
  - name: kế hoạch đúng ngày xét thì đã đến hạn
    tables: {iso_audits: [{planned_on: 2026-11-22, audited_on: 2026-11-23}]}
    expect: {verdict: fail}
  - name: kế hoạch sau ngày xét thì chưa đến hạn
    tables: {iso_audits: [{planned_on: 2026-11-23, audited_on: never}]}
    expect: {verdict: not_applicable}
  - name: ngày đầu có hiệu lực
    as_of: 2020-01-01
    unit: {level: commune, period_from: 2020-01-01, period_to: 2020-12-31}
    tables: {iso_audits: [{planned_on: 2020-01-01, audited_on: 2020-01-01}]}
    expect: {verdict: pass}
  - name: ngày trước đó
    as_of: 2019-12-31
    unit: {level: commune, period_from: 2019-01-01, period_to: 2020-12-31}
    tables: {iso_audits: [{planned_on: 2019-12-31, audited_on: 2019-12-31}]}
    expect: {verdict: not_applicable, reason: not_begun}
"""


def write(folder, cases, must="audited_on <= planned_on"):
    """The pack in a folder."""
    for name, text in {
        "basis/thu.yaml": BASIS,
        "thu/THU-01.yaml": CRITERION.replace("MUST", must),
        "thu/THU-01.cases.yaml": HEAD + cases,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
