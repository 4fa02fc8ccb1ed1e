"""Pages of the national database and replies of its services; what they show is invented here."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Fixture = Callable[..., Any]
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "procedures"

METHODS = "Hình thức nộpThời gianPhí, lệ phíMô tả"
PAGE = {
    "ma_thu_tuc": "1.004222",
    "ten_thu_tuc": "Thủ tục thử",
    "so_quyet_dinh": "12/QĐ-BTP",
    "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
    "linh_vuc": "Hộ tịch",
    "doi_tuong_thuc_hien": "Công dân Việt Nam",
    "co_quan_co_tham_quyen": "",
    "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
    "trinh_tu_thuc_hien": "Bước 1: Nộp hồ sơ.",
    "cach_thuc_thuc_hien": f"{METHODS}Trực tiếp3 Ngày làm việc50,000 Việt Nam Đồng",
    "thanh_phan_ho_so": "--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khaiMau 01.docx1 bản chính",
    "yeu_cau_dieu_kien": "Đủ 18 tuổi",
    "ket_qua_xu_ly": "Giấy xác nhậnMã: KQ.G15.000001",
}
PARTS = ("steps", "method", "components", "time_limit", "who", "body")
AT_CHOICE = ("form", "fee", "conditions", "result")


def pages(read: Fixture, *changes: dict[str, object], name: str = "trang.json") -> Any:
    return read({name: json.dumps([{**PAGE, **change} for change in changes]).encode()})


def test_a_page_is_a_row_with_each_part_that_it_shows(read: Fixture):
    found = pages(read, {})
    assert found.account.table == "national_pages"
    assert found.values("code") == ["1.004222"]
    assert found.values("levels") == [("commune", "province")]
    assert [found.values(f"shows_{part}") for part in (*PARTS, *AT_CHOICE)] == [[True]] * 10
    assert found.codes == []


@pytest.mark.parametrize(
    ("change", "part", "shown"),
    [
        ({"trinh_tu_thuc_hien": "Không có thông tin"}, "steps", False),
        ({"trinh_tu_thuc_hien": ""}, "steps", False),
        ({"cach_thuc_thuc_hien": METHODS}, "method", False),
        ({"thanh_phan_ho_so": "--"}, "components", False),
        ({"thanh_phan_ho_so": "--Tên giấy tờMẫu đơn, tờ khaiSố lượng"}, "components", False),
        ({"cach_thuc_thuc_hien": f"{METHODS}Trực tuyếnKhông có thông tin"}, "time_limit", False),
        ({"cach_thuc_thuc_hien": f"{METHODS}Trực tuyến8 GiờMiễn phí"}, "time_limit", True),
        ({"cach_thuc_thuc_hien": f"{METHODS}Trực tuyến1Miễn phí"}, "time_limit", None),
        ({"doi_tuong_thuc_hien": " "}, "who", False),
        ({"co_quan_thuc_hien": "Không có thông tin"}, "body", False),
        (
            {"co_quan_thuc_hien": "Không có thông tin", "co_quan_co_tham_quyen": "Sở Tư pháp"},
            "body",
            True,
        ),
        ({"thanh_phan_ho_so": "--Tờ khai theo Mẫu số 01"}, "form", False),
        ({"cach_thuc_thuc_hien": f"{METHODS}Trực tiếp3 NgàyMiễn phí"}, "fee", False),
        ({"yeu_cau_dieu_kien": "Không."}, "conditions", False),
        ({"yeu_cau_dieu_kien": "Không thuộc trường hợp bị cấm"}, "conditions", True),
        (
            {"yeu_cau_dieu_kien": "Không có thông tinTừ khóaKhông có thông tinMô tảKhông có gì"},
            "conditions",
            False,
        ),
        ({"ket_qua_xu_ly": "Từ khóaKhông có thông tinMô tảChọn cơ quan"}, "result", False),
    ],
)
def test_what_shows_nothing_is_not_shown(
    read: Fixture, change: dict[str, object], part: str, shown: bool | None
):
    assert pages(read, change).values(f"shows_{part}") == [shown]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"trinh_tu_thuc_hien": "Không có thông tin"}, "empty_part"),
        ({"cach_thuc_thuc_hien": f"{METHODS}Trực tiếp1Miễn phí"}, "time_without_unit"),
        ({"so_quyet_dinh": "Demo/QĐ-BTP"}, "odd_decision_no"),
        ({"so_quyet_dinh": "QĐ/0001-BTP"}, "odd_decision_no"),
        ({"so_quyet_dinh": "1681"}, "odd_decision_no"),
        ({"so_quyet_dinh": "12./QĐ-BTP"}, "odd_decision_no"),
        ({"so_quyet_dinh": ""}, "odd_decision_no"),
        ({"linh_vuc": ""}, "empty_field"),
        ({"ket_qua_xu_ly": "GiấyTừ khóaKhông có thông tinMô tảChọn"}, "page_controls"),
        ({"ma_thu_tuc": "1.00422O"}, "row_refused"),
        ({"cap_thuc_hien": "Cấp phường xã"}, "unknown_choice"),
    ],
)
def test_whatever_is_odd_about_a_page_is_said(read: Fixture, change: dict[str, object], code: str):
    assert code in pages(read, change).codes


@pytest.mark.parametrize("number", ["12/QĐ-BTP", "2193/QĐ-UBND", "5710/QĐ-BCA-C06", "105a/QĐ-NHNN"])
def test_an_ordinary_decision_is_not_odd(read: Fixture, number: str):
    assert pages(read, {"so_quyet_dinh": number}).codes == []


def test_a_page_alone_is_read_too(read: Fixture):
    alone = read({"a.json": json.dumps(PAGE, indent=2, ensure_ascii=False).encode()})
    assert alone.values("code") == ["1.004222"]


def test_pages_line_by_line_are_read_too(read: Fixture):
    lines = "\n".join(json.dumps({**PAGE, "ma_thu_tuc": f"1.00000{n}"}) for n in range(3))
    assert read({"b.jsonl": lines.encode()}).values("code") == ["1.000000", "1.000001", "1.000002"]


def test_a_code_that_cannot_be_read_is_kept_as_it_was_written(read: Fixture):
    found = pages(read, {"ma_thu_tuc": "1.00422O"})
    assert found.values("code") == [None]
    assert found.values("written_code") == ["1.00422O"]


def test_a_reply_with_decisions_is_a_register_of_decisions(read: Fixture):
    reply = [
        {
            "CODE": "21/QĐ-UBND",
            "NAME": "Công bố danh mục",
            "PUBLISHING_DATE": "09-12-2025",
            "AGENCY_NAME": "UBND tỉnh Thử",
            "AMOUNT": "40",
        }
    ]
    found = read({"a.json": json.dumps(reply).encode()})
    assert found.account.table == "decisions"
    assert found.values("issuer") == ["UBND tỉnh Thử"]
    assert found.values("effective_on") == [None]
    assert found.codes == ["incomplete_reply"]


def test_a_reply_with_services_is_a_list_of_online_services(read: Fixture):
    reply = [{"TTHC_MA": "1.004222", "NAME": "Thủ tục thử", "TOTAL_RECORDS": "1"}]
    found = read({"a.json": json.dumps(reply).encode()})
    assert found.account.table == "online_services"
    assert found.values("service_level") == [None]
    assert found.codes == []


def test_a_list_of_names_without_codes_is_refused_with_the_reason(read: Fixture):
    reply = [{"ID": "1", "PROCEDURE_NAME": "Thủ tục thử", "PUBLISHED_AGENCY": "UBND tỉnh Thử"}]
    found = read({"a.json": json.dumps(reply).encode()})
    assert found.codes == ["no_codes"]
    assert found.rows == []


@pytest.mark.parametrize("cut", [10, 200, -1])
def test_a_cut_file_is_damaged_and_no_page_of_it_is_believed(read: Fixture, cut: int):
    found = read({"a.json": json.dumps([PAGE]).encode()[:cut]})
    assert found.rows == []
    assert found.account.may_hide


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the shared corpus does not lie beside this checkout"
)
def test_every_page_of_the_national_database_is_read_whole(read: Fixture):
    content = lzma.decompress((CORPUS / "national-pages.jsonl.xz").read_bytes())
    found = read({"trang.jsonl": content})
    account = found.account
    assert (account.rows_read, account.rows_kept, account.rows_refused) == (2642, 2642, 0)
    shown = {part: Counter(found.values(f"shows_{part}")) for part in (*PARTS, *AT_CHOICE)}
    assert shown["components"][False] == 23
    assert shown["time_limit"] == {True: 2217, None: 335, False: 90}
    assert shown["body"][False] == 237
    assert shown["result"][False] == 15
    assert "75" in next(n.text.vi for n in account.notices if n.code == "more_notices")
