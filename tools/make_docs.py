"""Write ``docs/files.md`` from the tables in ``schemas/tables/``.

``python tools/make_docs.py [FOLDER]``. The page tells officers which registers are read and how
a column is recognised; a test compares it with what this writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.intake.recognise import HEADER_WITHIN
from motcua.checker.tables import FieldSpec, TableSpec, table_specs

TYPES = {
    "text": "chữ",
    "code": "mã thủ tục",
    "date": "ngày",
    "bool": "có/không",
    "int": "số nguyên",
    "number": "số",
    "choice": "một lựa chọn",
    "choices": "các lựa chọn",
}
BLANKS = {
    "unknown": "không rõ",
    "never": "chưa xảy ra",
    "no": "không",
    "none": "biết là không có",
}
_HEAD = f"""\
# Các tệp mà motcua đọc

Trang này được tạo ra từ `schemas/tables/*.yaml` bằng `python tools/make_docs.py`; đừng sửa tay.

Đọc được tệp `.xlsx`, `.xlsm`, `.csv`, `.tsv` và văn bản Word `.docx` trong thư mục `documents/`.
Tệp và trang tính đặt tên gì cũng được. Bảng được nhận ra nhờ dòng tiêu đề, tìm trong
{HEADER_WITHIN} dòng đầu: đủ các cột ghi **đậm** thì là bảng đó. Thứ tự cột tùy ý; viết hoa hay
thường, có dấu hay không dấu đều được. Phần trong ngoặc và dấu `*`, `:` ở cuối tiêu đề được bỏ
qua. Nếu tiêu đề không đủ để phân biệt, hãy nêu trong `unit.yaml`:
`exports: {{postings: niem-yet.xlsx}}`.

- Ngày viết ngày trước tháng: `05/03/2026`, `5-3-2026`, `ngày 05 tháng 3 năm 2026`; hoặc
  `2026-03-05`.
- Có/không: `x`, `✓`, `có`, `đã`, `1` là có; `không`, `chưa`, `0` là không.
- Ô không đọc được là *không rõ* và được báo cùng vị trí. Không giá trị nào được tự sửa.
- Cột không có trong tệp thì mọi ô của nó là *không rõ*.
- Dòng thiếu khóa bị từ chối: nó vẫn được tính là một dòng không rõ nội dung, vì nó có thật.

> *English.* Generated from `schemas/tables/*.yaml`. Files are recognised by their headers, folded
> (no marks, no capitals), in any order; the columns in bold identify a table. An unreadable cell
> and an absent column are unknown; a row without its key is refused and still counts as a row of
> unknown content. What a blank cell means is said for each field below.
"""
_DOCUMENTS = """
## Bảng từ văn bản Word và từ `unit.yaml`

Các bảng này không phải nộp: motcua tự lập khi đọc văn bản và `unit.yaml`. Người viết subject dùng
chúng như mọi bảng khác.

> *English.* Tables that no one hands in: they are made from Word files and from `unit.yaml`.
"""


def files_page() -> str:
    """The page, the same bytes every time."""
    specs = table_specs().values()
    registers = [spec for spec in specs if spec.intake == "register"]
    others = [spec for spec in specs if spec.intake != "register"]
    sections = [_HEAD, *map(_register, registers), _DOCUMENTS, *map(_made, others)]
    return "".join(sections)


def _register(spec: TableSpec) -> str:
    return "\n".join(_lines(spec)) + "\n"


def _lines(spec: TableSpec) -> Iterator[str]:
    key = spec.fields[spec.key].title.vi
    yield f"\n## {spec.title.vi} (`{spec.table}`)\n"
    yield f"*{spec.title.en}.* Khóa: {key}. Dòng không có khóa bị từ chối.\n"
    yield "| Cột | Trường | Kiểu | Ô trống là | Cũng nhận tiêu đề | Ví dụ |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, field in spec.fields.items():
        title = f"**{field.title.vi}**" if name in spec.identified_by else field.title.vi
        blank = "dòng bị từ chối" if name == spec.key else BLANKS[field.blank]
        cells = (title, f"`{name}`", TYPES[field.type], blank, _headers(field), field.example)
        yield f"| {' | '.join(cells)} |"
    for field in spec.fields.values():
        if field.values:
            yield f"\n{field.title.vi} nhận:\n"
            for value, words in field.values.items():
                yield f"- `{value}`: {'; '.join(words)}"


def _headers(field: FieldSpec) -> str:
    return "; ".join(header for header in field.headers if header != field.title.vi)


def _made(spec: TableSpec) -> str:
    fields = "\n".join(
        f"| {field.title.vi} | {field.title.en} | `{name}` | {TYPES[field.type]} |"
        for name, field in spec.fields.items()
    )
    head = f"\n### {spec.title.vi} (`{spec.table}`)\n\n| Cột | Column | Trường | Kiểu |\n"
    return f"{head}| --- | --- | --- | --- |\n{fields}\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent.parent / "docs"
    (target / "files.md").write_text(files_page(), encoding="utf-8", newline="\n")
