"""Write ``docs/files.md``, ``docs/iso-9001.md`` and ``docs/criteria/`` from schemas and rules.

``python tools/make_docs.py [FOLDER]``. The first page tells officers which registers are read and
how a column is recognised, the second what is read of ISO 9001 and by which edition; each of the
others what one criterion asks and how it is measured. Tests compare them with what this writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.intake.recognise import HEADER_WITHIN
from motcua.checker.tables import FieldSpec, TableSpec, table_specs
from motcua.tools.criteria_pages.index import criteria_pages
from motcua.tools.iso_page import iso_page

TYPES = {
    "text": "chữ",
    "code": "mã thủ tục",
    "date": "ngày",
    "time": "giờ",
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
    "zero": "0",
}
_HEAD = f"""\
# Các tệp mà motcua đọc

Trang này được tạo ra từ `schemas/tables/*.yaml` bằng `python tools/make_docs.py`; đừng sửa tay.

> *English.* Generated from `schemas/tables/*.yaml`. Files are recognised by their headers, folded
> (no marks, no capitals), in any order; the columns in bold identify a table. An unreadable cell
> and an absent column are unknown; a row without its key is refused and still counts as a row of
> unknown content. What a blank cell means is said for each field below.

## Loại tệp

| Tệp | Đọc thế nào |
| --- | --- |
| `.xlsx`, `.xlsm`, `.xls`, `.ods` | mọi trang tính, kể cả trang ẩn; mỗi trang có thể là một bảng |
| `.csv`, `.tsv` | ngăn cách bằng `,` `;` tab hoặc `\\|`; UTF-8 (có hoặc không có dấu đầu tệp), \
UTF-16 (có dấu đầu tệp), windows-1258, TCVN3 (ABC), VNI |
| `.json` | một mảng các đối tượng phẳng, hoặc một đối tượng có đúng một mảng như vậy; tên mục là \
tiêu đề (`Mã TTHC`, `ma_tthc`, `maTTHC`, `code` đều được) |
| `.xml` | theo lược đồ [`schemas/xsd/so.xsd`](../schemas/xsd/so.xsd), hoặc mỗi cột là một \
phần tử; xem dưới đây |
| trang của Cơ sở dữ liệu quốc gia về thủ tục hành chính (`.json`, `.jsonl`) | mỗi thủ tục một \
dòng |
| gói tin edXML (`.edxml`, `.xml`) | mỗi gói tin là một dòng của sổ văn bản trao đổi |
| `.docx` và các tệp Word khác | chỉ trong thư mục `documents/` |

Tệp có mật khẩu, bị cắt, bị hỏng hoặc nén quá lớn thì không được đọc: tệp được nêu tên cùng lý do,
và các bảng mà nó có thể chứa được coi là còn thiếu dòng. Loại tệp khác cũng được nêu tên.
Tệp quá 200 MB hoặc quá 25 triệu ô thì phải chia theo kỳ.

**Bảng mã cũ.** Chữ TCVN3, VNI và windows-1258 được nhận ra nhờ dòng tiêu đề: chỉ khi đọc đúng bảng
mã thì tiêu đề mới là tiêu đề của một bảng. Nếu không chắc chắn thì tệp không được đọc.

**XML.** Mỗi dòng là một `dong`, mỗi ô là một `cot` mang tên cột:

```xml
<so>
  <dong><cot ten="Mã thủ tục">1.004222</cot><cot ten="Ngày niêm yết">12/12/2025</cot></dong>
</so>
```

Tệp XML khác được đọc khi chỉ hiểu được một cách: dưới phần tử gốc là các dòng cùng một tên,
dưới mỗi dòng là các ô chỉ có chữ, tên phần tử là tên cột (`MaThuTuc`, `Ngày_niêm_yết`), không có
thuộc tính. Khác đi thì tệp không được đọc, kèm dòng có vấn đề.

Trong `.json` và `.xml`, ô trống phải ghi là `null` hoặc `<cot ten="…"/>`; mục bị bỏ đi là *không
rõ*. Vị trí của một dòng là số thứ tự của bản ghi.

## Dòng tiêu đề

Tệp và trang tính đặt tên gì cũng được. Bảng được nhận ra nhờ dòng tiêu đề, tìm trong
{HEADER_WITHIN} dòng đầu: đủ các cột ghi **đậm** thì là bảng đó. Thứ tự cột tùy ý; viết hoa hay
thường, có dấu hay không dấu đều được. Phần trong ngoặc và dấu `*`, `:` ở cuối tiêu đề được bỏ
qua. Nếu tiêu đề không đủ để phân biệt, hãy nêu trong `unit.yaml`:
`exports: {{postings: niem-yet.xlsx}}`.

- Phía trên có thể có quốc hiệu, tên sổ. Tiêu đề có thể có hai dòng, dòng trên là nhóm cột: cột
  'Ngày' dưới nhóm 'Niêm yết' được hiểu là 'Ngày niêm yết'.
- Dòng trống, dòng đánh số cột (1) (2) (3), tiêu đề lặp lại ở trang sau, tiêu đề nhóm, dòng cộng và
  phần chữ ký không phải dữ liệu; số dòng của chúng được nêu trong thông báo `not_data`.
- Ô gộp theo chiều dọc có giá trị cho mọi dòng mà nó phủ, khi tệp ghi rõ là gộp. Ô gộp theo chiều
  ngang chỉ có giá trị cho cột đầu; các cột còn lại là *không rõ*.

**Tiêu đề riêng của đơn vị: `mapping.yaml`.** Đặt tệp này cạnh `unit.yaml`, mỗi tiêu đề lạ nêu một
lần. Lệnh `motcua map TỆP` viết sẵn gợi ý: sổ thuộc bảng nào, tiêu đề nào đã rõ, tiêu đề nào còn
phải đoán. Hãy kiểm tra rồi lưu.

```yaml
- files: "niem-yet*.xlsx"   # không ghi dòng này thì áp dụng cho mọi tệp
  table: postings
  columns:
    "Ngày đăng lên bảng tin": posted_on
```

## Giá trị

- Ngày viết ngày trước tháng: `05/03/2026`, `5-3-2026`, `05.03.2026`, `ngày 05 tháng 3 năm 2026`;
  hoặc `2026-03-05`, có thể kèm giờ; hoặc ô kiểu ngày của Excel. Năm hai chữ số được hiểu là từ
  1980 đến 2079.
- Số: `1250`, `1.250.000`, `1.250,5` và `1,250.5`. Trong cột số lẻ, `1.250` có thể là hai số khác
  nhau nên *không rõ*; trong cột số nguyên, đó là 1250.
- Có/không: `x`, `✓`, `có`, `đã`, `1` là có; `không`, `chưa`, `0` là không.
- Ô không đọc được là *không rõ* và được báo cùng vị trí. Không giá trị nào được tự sửa.
- Cột không có trong tệp thì mọi ô của nó là *không rõ*.
- Dòng thiếu khóa bị từ chối: nó vẫn được tính là một dòng không rõ nội dung, vì nó có thật.

## Độ tin cậy của dữ liệu

Các thông báo này đi cùng kết luận (mục `intake` của kết quả JSON), mỗi thông báo nêu tệp, trang
tính và ô. Trong từng phát hiện, bằng chứng lấy từ ô, dòng, cột hay trang tính như vậy cũng
mang dấu ⚠ kèm lý do (mục `flags`).

| Mã | Thấy gì | Được hiểu là |
| --- | --- | --- |
| `formula_without_value` | công thức không lưu kết quả | không rõ |
| `error_value` | ô báo lỗi như `#N/A` | không rõ |
| `ambiguous_day_month` | cột ngày có dấu hiệu ghi tháng trước ngày, hoặc bị Excel kiểu Mỹ đảo \
ngày với tháng | ngày có thể bị đảo là không rõ |
| `two_digit_year` | năm hai chữ số | từ 1980 đến 2079 |
| `code_as_number` | mã thủ tục lưu dạng số nên mất số 0 ở cuối | mã đủ sáu chữ số sau dấu chấm |
| `ambiguous_number` | số như `1.250` trong cột số lẻ | không rõ |
| `number_as_text` | số hoặc ngày dạng số lưu là chữ | số hoặc ngày đó |
| `mixed_unicode` | chữ Unicode tổ hợp | chữ Unicode dựng sẵn |
| `legacy_encoding` | chữ TCVN3, VNI, windows-1258 | chữ Unicode |
| `hidden_sheet`, `hidden_rows`, `hidden_columns` | trang, dòng, cột bị ẩn hoặc bị lọc | vẫn tính |
| `merged_cells`, `covered_cell` | ô gộp | như nêu ở phần Dòng tiêu đề |
| `duplicate_key` | nhiều dòng cùng chỉ một việc | vẫn tính từng dòng |
| `short_row` | dòng của tệp `.csv` có ít ô hơn tiêu đề | ô thiếu là không rõ |
| `cut_off` | tệp `.csv` không có dấu xuống dòng ở cuối | ô cuối cùng là không rõ |
| `row_refused` | dòng thiếu khóa, hoặc có nhiều ô hơn tiêu đề | một dòng không rõ nội dung |
| `ambiguous_column` | hai cột cùng một nghĩa | cột đó không rõ |
| `absent_name`, `nested_value` | mục không có hoặc không phải giá trị đơn (`.json`, `.xml`) | \
không rõ |
| `unused_mapping` | `mapping.yaml` nêu tiêu đề mà không sổ nào có | không dùng đến |

Một cột ngày bị nghi là ghi tháng trước khi có ngày chỉ đọc được như vậy (`03/25/2026`) mà không có
ngày nào chắc chắn ghi ngày trước (`25/03/2026`); hoặc khi mọi ô kiểu ngày (từ ba ô) đều có ngày
không quá 12 còn mọi ô kiểu chữ (từ ba ô) đều có ngày trên 12.
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
        blank = f"chép nguyên văn ô `{field.as_written}`" if field.as_written else blank
        blank = f"giờ ghi trong ô `{field.time_of}`" if field.time_of else blank
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
    codes = "".join(
        f"\n`{name}`: {', '.join(f'`{code}` {words.vi}' for code, words in field.shown.items())}.\n"
        for name, field in spec.fields.items()
        if field.shown
    )
    head = f"\n### {spec.title.vi} (`{spec.table}`)\n\n| Cột | Column | Trường | Kiểu |\n"
    return f"{head}| --- | --- | --- | --- |\n{fields}\n{codes}"


def write_criteria(folder: Path) -> None:
    """The pages of criteria; one whose criterion is gone is removed."""
    folder.mkdir(exist_ok=True)
    pages = dict(criteria_pages())
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent.parent / "docs"
    (target / "files.md").write_text(files_page(), encoding="utf-8", newline="\n")
    write_criteria(target / "criteria")
    (target / "iso-9001.md").write_text(iso_page(), encoding="utf-8", newline="\n")
