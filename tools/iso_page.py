"""The page on TCVN ISO 9001: which clause of which edition each criterion rests on."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.checker.home import RULES
from motcua.checker.rulebook.book import LoadedCriterion
from motcua.checker.rulebook.load import load_folder

EDITIONS = ("TCVN ISO 9001:2008", "TCVN ISO 9001:2015")
NEW_IN_2015 = {
    "ISO-28": "bản 2008 không kể từng loại hồ sơ theo điều như bản 2015",
    "ISO-32": "bản 2008 không đòi kế hoạch đạt mục tiêu có đủ năm mục",
    "ISO-53": "điểm e Điều 4.4.1 là của bản 2015",
}
"""Criteria that rest on the edition of 2015 alone, and why."""

_OPENING = """\
# Hồ sơ TCVN ISO 9001

Trang này được tạo ra từ `rules/iso9001` bằng `python tools/make_docs.py`; đừng sửa tay.

> *English.* What is read from the Word records of a quality-management system, where they are held
> against registers, and which clause of which edition each criterion rests on. Generated.

## Biên bản và quy trình bằng Word

Đặt trong thư mục `documents/`. Đọc được gì thì thành dòng của bảng như dòng của sổ, kèm đoạn làm
bằng chứng; không nói rõ thì là không rõ, không đoán. Biên bản không nhắc đến một mục thì không bị
coi là thiếu mục ấy: có thể biên bản gọi bằng lời khác.

| Tệp | Điều được đọc | Bảng |
| --- | --- | --- |
| quy trình | mã, tên, lần và ngày ban hành trên bìa | `iso_sheets` |
| | bảng theo dõi sửa đổi: lần, ngày, nội dung; có đếm như trang bìa không | `iso_sheet_revisions` |
| | mục đích, phạm vi, định nghĩa, trách nhiệm, biểu mẫu, từng hồ sơ lưu | `iso_sheet_parts` |
| | văn bản viện dẫn | `iso_references` |
| | từng bước: việc, người, thời gian | `iso_sheet_steps` |
| biên bản đánh giá nội bộ | ngày họp, số điểm không phù hợp | `iso_minutes` |
| | từng điểm không phù hợp có đánh số | `iso_minutes_points` |
| | đánh giá viên, bên được đánh giá, chủ trì, thư ký | `iso_minutes_people` |
| biên bản xem xét của lãnh đạo | ngày họp | `iso_minutes` |
| | từng đầu vào 9.3.2, từng đầu ra 9.3.3 được nhắc đến | `iso_minutes_points` |

## Chỗ mâu thuẫn được chỉ ra ở cả hai nơi

| Tiêu chí | Nơi này | Nơi kia |
| --- | --- | --- |
| ISO-12 | số thủ tục trong bản công bố | danh mục thủ tục |
| ISO-22 | văn bản quy trình viện dẫn | danh mục tài liệu bên ngoài: đã hết hiệu lực |
| ISO-30 | lần, ngày ban hành trong danh mục quy trình | danh mục tài liệu |
| ISO-49 | lần, ngày ban hành trên bìa quy trình | danh mục quy trình |
| ISO-50 | số điểm không phù hợp trong biên bản | sổ đánh giá nội bộ |
| ISO-51 | mục mà biên bản xem xét có | sổ xem xét để trống mục ấy |
| ISO-52 | đánh giá viên trong sổ | biên bản đánh giá |
| ISO-54 | lần ban hành trên bìa | bảng theo dõi sửa đổi của chính quy trình |
| ISO-55 | ngày trên biên bản | ngày gần nhất trong sổ |

## Điều khoản theo từng bản tiêu chuẩn

Bản 2008 được áp dụng đến ngày 30/9/2018, bản 2015 từ ngày 01/10/2018. Điều khoản của bản 2008 chưa
đọc nguyên văn nên không kết luận ai là không đạt. Bản quốc tế 2026 được nói là giữ số điều 4 đến
10; chưa thấy bản TCVN và hướng dẫn chuyển đổi nên không tiêu chí nào dựa vào nó: khi có, thêm vào
tiêu chí một phiên bản có ngày bắt đầu. Tiêu chí không có trong bảng chỉ dựa vào Quyết định
19/2014/QĐ-TTg và Thông tư 26/2014/TT-BKHCN.

| Tiêu chí | Xét gì | Bản 2008 | Bản 2015 | Bản 2026 |
| --- | --- | --- | --- | --- |
"""


def iso_page() -> str:
    """The page as Markdown."""
    found = load_folder(RULES).criteria.values()
    return _OPENING + "".join(_line(one) for one in found if any(clauses_of(one).values()))


def clauses_of(loaded: LoadedCriterion) -> dict[str, tuple[str, ...]]:
    """The clauses of each edition that any version of a criterion rests on, in their order."""
    return {edition: tuple(dict.fromkeys(_cited(loaded, edition))) for edition in EDITIONS}


def _cited(loaded: LoadedCriterion, edition: str) -> Iterator[str]:
    for clause in loaded.clauses:
        for basis in clause.version.basis:
            if basis.document == edition:
                yield basis.article


def _line(loaded: LoadedCriterion) -> str:
    name, clauses = loaded.criterion.id, clauses_of(loaded)
    old, new = (", ".join(clauses[edition]) for edition in EDITIONS)
    said = old or f"– ({NEW_IN_2015[name]})"
    return f"| {name} | {loaded.criterion.title.vi} | {said} | {new} | chưa có TCVN |\n"
