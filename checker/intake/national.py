"""Pages of the national database of procedures, and replies of its services, as registers.

A page is one JSON object a procedure (``ma_thu_tuc``, ``trinh_tu_thuc_hien`` and so on), alone, in
an array or one a line. What it says in prose becomes "is this part of Decree 63/2010/NĐ-CP art. 8.2
shown": the database fills an empty part with "Không có thông tin", which shows nothing. Whatever
is odd about a page is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ..places import Notice
from ..words import Text, fold
from .sheets import Cell, Line, Notices, Refused, Sheet

Record: TypeAlias = Mapping[str, object]

LINES = frozenset((".jsonl", ".ndjson"))
"""One object a line."""
_LOOKED_AT = 1 << 16
_PAGE = ("ma_thu_tuc", "ten_thu_tuc", "trinh_tu_thuc_hien")
_AS_THEY_ARE = ("ma_thu_tuc", "ten_thu_tuc", "linh_vuc", "cap_thuc_hien", "so_quyet_dinh")
_NAMELESS = ("ID", "PROCEDURE_NAME", "PUBLISHED_AGENCY")
_NOTHING = frozenset(("", "-", "--", "...", "khong co thong tin", "khong co", "khong"))
_TAIL = re.compile(r"Từ khóa(?:Không có thông tin|(?:(?!Mô tả).)*)Mô tả.*", re.DOTALL)
_METHODS_HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
_METHOD = re.compile(r"Trực tuyến|Trực tiếp|Dịch vụ bưu chính")
_TIME = re.compile(r"\d\s*(?:Ngày|Giờ|Phút|Tuần|Tháng|Năm)", re.IGNORECASE)
_BARE_FIGURE = re.compile(rf"(?:{_METHOD.pattern})[0-9]")
_FEE = re.compile(r"\d\s*(?:Việt Nam Đồng|VNĐ|đồng|USD|EUR|%)", re.IGNORECASE)
_COMPONENTS_HEAD = re.compile(r"^-*|Tên giấy tờMẫu đơn, tờ khaiSố lượng")
_FORM = re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar)", re.IGNORECASE)
_DECISION = re.compile(r"[0-9]+[a-z]?/QĐ-[A-ZĐ]+(?:-[A-ZĐ0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Reply:
    """A reply that is a register: the names that mark it, and its columns under our headers.

    The empty name stands for a column that the service does not tell.
    """

    marks: tuple[str, ...]
    columns: Mapping[str, str]


_REPLIES = (
    _Reply(
        ("CODE", "PUBLISHING_DATE", "AGENCY_NAME"),
        {
            "CODE": "Số quyết định công bố",
            "PUBLISHING_DATE": "Ngày ký",
            "": "Ngày có hiệu lực",
            "AGENCY_NAME": "Cơ quan ban hành",
            "NAME": "Trích yếu",
        },
    ),
    _Reply(
        ("TTHC_MA", "NAME"),
        {"TTHC_MA": "Mã thủ tục", "NAME": "Tên thủ tục", "": "Mức độ dịch vụ công trực tuyến"},
    ),
)
_MARKS = (_PAGE, _NAMELESS, *(reply.marks for reply in _REPLIES))


def national_records(path: Path) -> list[Record] | None:
    """The objects of a file that holds pages or replies of the national database.

    Returns:
        None where it is another file, or no JSON at all: other readers say what it is.

    Raises:
        OSError: The path cannot be read.
    """
    with path.open("rb") as stream:
        head = stream.read(_LOOKED_AT)
        if not any(all(f'"{name}"'.encode() in head for name in names) for names in _MARKS):
            return None
        content = head + stream.read()
    try:
        text = content.decode("utf-8-sig")
        found = (
            [json.loads(line) for line in text.splitlines() if line.strip()]
            if (path.suffix.lower() in LINES)
            else json.loads(text)
        )
    except (ValueError, RecursionError):
        return None
    records = found if isinstance(found, list) else [found]
    if not records or not all(isinstance(one, dict) for one in records):
        return None
    return records if any(all(n in records[0] for n in names) for names in _MARKS) else None


def read_national(records: Sequence[Record], notices: Notices) -> Iterator[Sheet]:
    """The register that such a file is; a row's number is the object's place, from 1.

    Args:
        records: The file's objects, in order.
        notices: Takes what is odd about a page, and what a reply leaves out.

    Raises:
        Refused: ``no_codes``: a list of names without codes, which no row can be known by.
    """
    first = records[0]
    if all(name in first for name in _PAGE):
        yield Sheet("record", "", 1, _pages(records, notices))
        return
    reply = next((r for r in _REPLIES if all(name in first for name in r.marks)), None)
    if reply is None:
        raise Refused(Notice(notices.file, "", "no_codes", _NO_CODES))
    _say_incomplete(records, notices)
    yield Sheet("record", "", 1, _columns(records, reply))


def _columns(records: Sequence[Record], reply: _Reply) -> Iterator[Line]:
    yield 0, list(reply.columns.values())
    for number, record in enumerate(records, start=1):
        yield number, [_text(record, name) or None for name in reply.columns]


def _pages(records: Sequence[Record], notices: Notices) -> Iterator[Line]:
    yield 0, [*_AS_THEY_ARE, *_PARTS]
    mixed = sum(any(_TAIL.search(_text(page, name)) for name in page) for page in records)
    if mixed:
        text = Text(
            f"{mixed} trang lẫn chữ của các nút và ô chọn trên trang web; phần đó được bỏ qua",
            f"{mixed} pages hold words of the web page's own controls; they are passed over",
        )
        notices.say("", "page_controls", text)
    for number, page in enumerate(records, start=1):
        shown = {name: shows(page) for name, shows in _PARTS.items()}
        for code, text in _oddities(page, shown):
            notices.count(f"bản ghi {number}", code, text)
        yield number, [*(_text(page, name) for name in _AS_THEY_ARE), *shown.values()]


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _prose(page: Record, name: str) -> str:
    """What a part says, without what the page's own controls left behind it."""
    return _TAIL.sub("", _text(page, name)).strip()


def _says(text: str) -> bool:
    return fold(text).strip(" .:;") not in _NOTHING


def _methods(page: Record) -> str:
    return _prose(page, "cach_thuc_thuc_hien").removeprefix(_METHODS_HEAD)


def _components(page: Record) -> str:
    return _COMPONENTS_HEAD.sub("", _prose(page, "thanh_phan_ho_so")).strip()


def _time_limit(page: Record) -> bool | None:
    """Whether a time is told; a figure without its unit may be one (None)."""
    methods = _methods(page)
    if _TIME.search(methods):
        return True
    return None if _BARE_FIGURE.search(methods) else False


def _says_any(*names: str) -> Callable[[Record], Cell]:
    return lambda page: any(_says(_prose(page, name)) for name in names)


_PARTS: Mapping[str, Callable[[Record], Cell]] = {
    "trinh_tu_thuc_hien": _says_any("trinh_tu_thuc_hien"),
    "cach_thuc_thuc_hien": lambda page: bool(_METHOD.search(_methods(page))),
    "thanh_phan_ho_so": lambda page: _says(_components(page)),
    "thoi_han_giai_quyet": _time_limit,
    "doi_tuong_thuc_hien": _says_any("doi_tuong_thuc_hien"),
    "co_quan_thuc_hien": _says_any("co_quan_thuc_hien", "co_quan_co_tham_quyen"),
    "mau_don_to_khai": lambda page: bool(_FORM.search(_components(page))),
    "phi_le_phi": lambda page: bool(_FEE.search(_methods(page))),
    "yeu_cau_dieu_kien": _says_any("yeu_cau_dieu_kien"),
    "ket_qua_xu_ly": _says_any("ket_qua_xu_ly"),
}
"""Each part by the name that its column has in schemas/tables/national_pages.yaml."""

_DUE: Mapping[str, Text] = {
    "trinh_tu_thuc_hien": Text("trình tự thực hiện (điểm b)", "steps (point b)"),
    "cach_thuc_thuc_hien": Text("cách thức thực hiện (điểm c)", "method (point c)"),
    "thanh_phan_ho_so": Text("thành phần, số lượng hồ sơ (điểm d)", "components (point d)"),
    "thoi_han_giai_quyet": Text("thời hạn giải quyết (điểm đ)", "time limit (point đ)"),
    "doi_tuong_thuc_hien": Text("đối tượng thực hiện (điểm e)", "who performs it (point e)"),
    "co_quan_thuc_hien": Text("cơ quan thực hiện (điểm g)", "competent body (point g)"),
    "ket_qua_xu_ly": Text("kết quả thực hiện (điểm h)", "result (point h)"),
}


def _oddities(page: Record, shown: Mapping[str, Cell]) -> Iterator[tuple[str, Text]]:
    """What a person has to know before relying on the page."""
    code = _text(page, "ma_thu_tuc")
    missing = [part for name, part in _DUE.items() if shown[name] is False]
    if missing:
        vi, en = "; ".join(part.vi for part in missing), "; ".join(part.en for part in missing)
        yield (
            "empty_part",
            Text(f"trang {code} không nêu: {vi}", f"page {code} does not show: {en}"),
        )
    number = _text(page, "so_quyet_dinh").strip()
    if not _DECISION.fullmatch(number):
        yield (
            "odd_decision_no",
            Text(
                f"trang {code}: số quyết định công bố '{number}' không theo mẫu số/QĐ-cơ quan; "
                "hãy đối chiếu với quyết định",
                f"page {code}: the decision's number '{number}' is not of the form number/QĐ-body; "
                "compare it with the decision",
            ),
        )
    left = [name for name in _AS_THEY_ARE[1:4] if not _says(_text(page, name))]
    if left:
        yield (
            "empty_field",
            Text(
                f"trang {code} bỏ trống: {', '.join(left)}", f"page {code}: empty {', '.join(left)}"
            ),
        )
    if shown["thoi_han_giai_quyet"] is None:
        yield (
            "time_without_unit",
            Text(
                f"trang {code} ghi thời hạn là con số không kèm đơn vị nên chưa rõ có nêu thời hạn "
                "hay không",
                f"page {code} gives a figure without a unit: whether it is a time limit is unknown",
            ),
        )


def _say_incomplete(records: Sequence[Record], notices: Notices) -> None:
    """A reply is one leaf of a list: it says itself how many entries the whole has."""
    told = {_text(one, name) for one in records for name in ("TOTAL_RECORDS", "AMOUNT")} - {""}
    total = max((int(one) for one in told if one.isascii() and one.isdigit()), default=0)
    if total > len(records):
        text = Text(
            f"tệp chỉ có {len(records)} trên {total} mục của danh sách; hãy tải đủ danh sách",
            f"the file holds {len(records)} of the list's {total} entries; fetch all of them",
        )
        notices.say("", "incomplete_reply", text)


_NO_CODES = Text(
    vi="danh sách này của Cơ sở dữ liệu quốc gia chỉ có tên thủ tục, không có mã nên không đối "
    "chiếu được; hãy dùng trang của từng thủ tục hoặc danh mục kèm quyết định công bố",
    en="this list of the national database has names of procedures without codes and cannot be "
    "compared; use the procedures' pages or the list of the decision",
)
