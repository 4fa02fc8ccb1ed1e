"""The words that the law gives to components (Decree 30/2020, Appendices I and III), folded."""

from __future__ import annotations

import re

from ..words import fold

NATIONAL_NAME = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doclaptudohanhphuc"
PARTY_NAME = "dang cong san viet nam"

TYPES = (
    *("nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo"),
    *("hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo"),
    *("biên bản", "tờ trình", "hợp đồng", "công văn", "công điện", "bản ghi nhớ"),
    *("bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép"),
    *("phiếu gửi", "phiếu chuyển", "phiếu báo", "thư công"),
)
"""The 29 types of Decree 30/2020, Article 7, as the contract spells them."""

NORMATIVE = (
    *("luat(?! su)", "bo luat", "phap lenh", "nghi dinh", "thong tu", "thong tu lien tich", "lenh"),
)
"""Names of normative documents that are never administrative (Law on promulgation); patterns."""

FORMS = (
    *(
        "don(?! vi)",
        "to khai",
        "so yeu ly lich",
        "ly lich",
        "phieu",
        "giay chung nhan",
        "giay phep",
    ),
    *("giay xac nhan", "giay bien nhan", "giay tiep nhan", "giay cam doan", "giay cam ket"),
    *("giay de nghi", "giay dang ky", "ban khai", "ban ke khai", "ban cam ket", "ban tong hop"),
    *("ban tu khai", "chung chi", "bang ke", "bang tong hop", "danh sach", "so theo doi"),
    *("van ban de nghi", "giay hen", "giay kham"),
)
"""Names of papers that a citizen or officer fills in; patterns."""


def _names(*words: str) -> re.Pattern[str]:
    longest_first = sorted((word.strip() for word in words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})\b")


TYPE_NAME = _names(*(fold(name) for name in TYPES), *NORMATIVE)
NORMATIVE_NAME = _names(*NORMATIVE)
FORM_NAME = _names(*FORMS)
ANY_NAME = re.compile(f"{TYPE_NAME.pattern}|{FORM_NAME.pattern}")
HOW_TO = re.compile(r"huong dan \w")
FORM_LABEL = re.compile(r"\(?(?:bieu )?mau\b")

_BLANK = r"[\s\d.…_]*"
_SLOT = r"(?:\{\{.*?\}\})?"
NUMBER = re.compile(
    rf"(?:luat\s+)?so\s*(?::|[\d.…_\s]*{_SLOT}[\s.…_]*/|[.…_\s]*\d[\d.…_\s]*-\s*[a-z]|{_BLANK}-\s*[a-z]+/)"
)
_FOOTNOTE = r"(?:\(\d+\))?"
_DAY = rf"\bngay{_BLANK}{_SLOT}{_BLANK}thang{_BLANK}{_SLOT}{_BLANK}nam{_BLANK}{_SLOT}{_BLANK}$"
_SHORT_DAY = r"\bngay\s*[\d.…_]*\s*[/.-]\s*[\d.…_]*\s*[/.-]\s*[\d.…_]+$"
DATE = re.compile(
    rf"(?:lam tai\s*:\s*)?(?P<where>[^:;()]{{0,70}}?){_FOOTNOTE}\s*(?P<comma>,?)\s*"
    rf"(?:{_DAY}|{_SHORT_DAY})"
)
MONTH = re.compile(r"[^:;(),]{2,50},\s*(?:ngay\b)?[\s\d.…_]*(?:thang)[\s\d.…_]*nam[\s\d.…_]*$")
SLOT_DATE = re.compile(r"[^:;()]{0,60},\s*(?:ngay\s*)?\{\{.*\}\}\.?$")
SUBJECT = re.compile(r"\(?(?:v/v|ve viec)\b")
ABOUT = re.compile(r"(?<!^)\b(?:ve viec|v/v)\b")
ADDRESSEE = re.compile(r"kinh gui\b")
BASIS = re.compile(r"(?:[-+*]\s*)?(?:can cu|theo de nghi|xet)\b")
OPERATIVE = re.compile(r"(?:ra )?quyet (?:dinh|nghi)\s*:?$")
RECIPIENTS = re.compile(r"noi (?:nhan|gui)\b\s*:?(?P<rest>.*)$")
ANNEX = re.compile(
    r"phu luc(?: so)?[\s.…]*(?:(?:[ivxlc]+|\d+|[a-z])(?:[.\-/]\d+)?\s?[a-z]?[\s.…]*)?"
    r"(?P<title>:?$|[:.-]\s.+$)"
)
ANNEX_REFERENCE = re.compile(r"\(?(?:duoc )?(?:ban hanh |dinh )?kem theo\b")
NORMATIVE_ANNEX = re.compile(r"\((?:ban hanh |dinh )?kem theo (?:luat|nghi dinh|thong tu)\b")
PERIOD = re.compile(r"\((?:tu|tinh den|so lieu|thang|quy|nam|ngay|giai doan|tuan)\b")
HEADING = re.compile(
    r"(?:(?:phan|chuong|muc|tieu muc)\s+(?:thu\s+)?[ivxlc\d]+\b|dieu\s+\d+|[ivxlc]+\s*\.|"
    r"\d+\s*[.)]|\((?!ve viec|v/v))"
)
ISSUER = re.compile(
    r"(?:chu tich|giam doc|tong giam doc|bo truong|thu tuong|hieu truong|cuc truong|chi cuc truong|"
    r"truong|vien truong|chanh|hoi dong|uy ban|tong (?!ket|hop)|quyen |pho (?!bien)|"
    r"ban (?!hanh)|bi thu|thu truong|doi truong|"
    r"thuong truc|chinh phu|quoc hoi|chu nhiem|chi huy|tu lenh)"
)
MARKS = {
    "urgency": re.compile(r"(?:hoa toc|thuong khan|khan)(?: hen gio.{0,20})?$"),
    "secrecy": re.compile(r"(?:do mat\s*:\s*)?(?:tuyet mat|toi mat|mat)$"),
    "circulation": re.compile(r"(?:luu hanh noi bo|xem xong tra lai|tai lieu thu hoi)$"),
    "draft_mark": re.compile(
        r"[\[(]?du thao[^a-z]*(?:(?:lan|thu|so|ngay|thang|nam|v|i{1,3}|iv)\b[^a-z]*)*$"
    ),
}
DRAFTER = re.compile(r"[a-z]{1,8}\s*\.\s*\(?\s*\d{1,4}\s*\)?\.?$")
CONTACT = re.compile(
    r"(?:dia chi|tru so|dien thoai|so dien thoai|dt|tel|e-?mail|website|fax)\s*:|https?:|www\."
)
