"""A new criterion that works from its first minute: rule, cases, and where to go on."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import UsageError
from ..words import Text
from .cases import cases_path

_CRITERION = """\
# yaml-language-server: $schema={schema}/criterion.schema.json
id: {id}
pack: {pack}
title:
  vi: (Viết một câu nói điều đúng, thí dụ) Thủ tục niêm yết có mẫu đơn khi thủ tục có mẫu
  en: (One sentence that says what is right) A posted procedure has its form where it has one
severity: must
points: 1
# Mỗi dòng của subject là một thứ bị xét: xem 'motcua rules show {id}' và các tệp subjects/*.sql.
subject: posting
# Khi không có dòng nào để xét thì kết luận gì: undetermined, not_applicable, pass hay fail.
on_empty: undetermined
empty_reason:
  vi: Sổ niêm yết không có thủ tục nào đang niêm yết
  en: The posting register holds no procedure on display
versions:
  # Mỗi phiên bản có ngày bắt đầu (và ngày kết thúc valid_to, nếu có) và căn cứ trong basis/.
  - valid_from: 2017-09-25
    basis:
      - {{document: 63/2010/NĐ-CP, article: "8", clause: "2"}}
    among: active
    must: shows_form OR NOT has_form
message:
  violated:
    vi: "Thủ tục {{code}} có mẫu đơn mà niêm yết không kèm mẫu"
    en: "Procedure {{code}} has a form and is posted without it"
evidence:
  - column: shows_form
    label: {{vi: "Mẫu đơn, tờ khai", en: Form}}
    expected: {{vi: có, en: "yes"}}
advice:
  vi: Kèm mẫu đơn ngay sau thủ tục {{code}}
  en: Put the form right after procedure {{code}}
"""
_CASES = """\
# yaml-language-server: $schema={schema}/cases.schema.json
criterion: {id}
as_of: 2026-11-22
unit:
  level: commune
  fields: [Hộ tịch]
  period_from: 2026-01-01
  period_to: 2026-11-22
rows:
  # Ô nào không ghi là ô trống; null là không ai biết.
  decisions: {{decision_no: 10/QĐ-UBND, effective_on: 2026-03-09}}
  procedures: {{code: "1.000001", decision_no: 10/QĐ-UBND, change: new, has_form: true}}
  postings: {{code: "1.000001", channel: board, posted_on: 2026-03-09, shows_form: true}}
cases:
  - name: Có mẫu đơn kèm theo
    tables: {{decisions: [{{}}], procedures: [{{}}], postings: [{{}}]}}
    expect: {{verdict: pass}}
  - name: Thủ tục có mẫu mà niêm yết không kèm
    tables: {{decisions: [{{}}], procedures: [{{}}], postings: [{{shows_form: false}}]}}
    expect: {{verdict: fail, violated: 1}}
  - name: Không rõ thủ tục có mẫu hay không
    tables:
      decisions: [{{}}]
      procedures: [{{has_form: null}}]
      postings: [{{shows_form: false}}]
    expect: {{verdict: undetermined}}
"""
_ID = re.compile(r"[A-Z]{2,6}-[0-9]{2,3}")
_PACK = re.compile(r"[a-z][a-z0-9]*")


def scaffold(folder: Path, pack: str, criterion: str, schemas: Path) -> tuple[Path, Path]:
    """Write a criterion and its cases into a rules folder.

    Args:
        folder: The rules folder; made if it does not exist.
        pack: The pack that the criterion belongs to.
        criterion: Its id, such as ``VT-07``.
        schemas: Where the JSON Schemas lie, for the editor.

    Returns:
        The two files written.

    Raises:
        UsageError: An id or pack that is none, or a file that exists already.
    """
    if not _ID.fullmatch(criterion) or not _PACK.fullmatch(pack):
        raise UsageError(
            Text(
                f"mã '{criterion}' cần dạng VT-07, gói '{pack}' cần chữ thường không dấu",
                f"id '{criterion}' has to be like VT-07, pack '{pack}' lower-case letters",
            )
        )
    paths = folder / pack / f"{criterion}.yaml", cases_path(folder, pack, criterion)
    for path in paths:
        if path.exists():
            raise UsageError(Text(f"{path} đã có", f"{path} exists already"))
    paths[0].parent.mkdir(parents=True, exist_ok=True)
    names = {"id": criterion, "pack": pack, "schema": schemas.as_posix()}
    for path, template in zip(paths, (_CRITERION, _CASES), strict=True):
        path.write_text(template.format(**names), encoding="utf-8", newline="\n")
    return paths
