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

ABBREVIATIONS = {
    **{"nq": "nghị quyết", "qđ": "quyết định", "ct": "chỉ thị", "qc": "quy chế"},
    **{"qyđ": "quy định", "tc": "thông cáo", "tb": "thông báo", "hd": "hướng dẫn"},
    **{"ctr": "chương trình", "kh": "kế hoạch", "pa": "phương án", "đa": "đề án", "da": "dự án"},
    **{"bc": "báo cáo", "bb": "biên bản", "ttr": "tờ trình", "hđ": "hợp đồng", "cđ": "công điện"},
    **{"bgn": "bản ghi nhớ", "btt": "bản thỏa thuận", "guq": "giấy ủy quyền", "gm": "giấy mời"},
    **{"ggt": "giấy giới thiệu", "gnp": "giấy nghỉ phép", "pg": "phiếu gửi"},
    **{"pc": "phiếu chuyển", "pb": "phiếu báo"},
}
"""The letters by which a symbol names a type (Appendix III, I), small; a letter has none."""

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
_IN_WORDS = (
    r"(?:\b(?:mung|muoi|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|gieng|chap|tram|nghin|khong|le|"
    r"linh|nham)\b\s*){0,5}"
)
"""A day or month in words, where the law wants digits."""
_DAY = (
    rf"\bngay{_BLANK}{_IN_WORDS}{_SLOT}{_BLANK}thang{_BLANK}{_IN_WORDS}{_SLOT}{_BLANK}"
    rf"nam{_BLANK}{_IN_WORDS}{_SLOT}{_BLANK}$"
)
_SHORT_DAY = r"\bngay\s*[\d.…_]*\s*[/.-]\s*[\d.…_]*\s*[/.-]\s*[\d.…_]+$"
DATE = re.compile(
    rf"(?:lam tai\s*:\s*)?(?P<where>[^:;()]{{0,70}}?){_FOOTNOTE}\s*(?P<comma>,?)\s*"
    rf"(?:{_DAY}|{_SHORT_DAY})"
)
MARKED = {
    "urgency": re.compile(r"(?:.*\s)?(?:khẩn|hỏa tốc|hoả tốc)\b|.*\bkhẩn$"),
    "secrecy": re.compile(r"mật\b|.*\smật$"),
}
"""The word of a mark within a line of other words: a misspelt mark; small letters, with marks."""
MONTH = re.compile(r"[^:;(),]{2,50},\s*(?:ngay\b)?[\s\d.…_]*(?:thang)[\s\d.…_]*nam[\s\d.…_]*$")
SLOT_DATE = re.compile(r"[^:;()]{0,60},\s*(?:ngay\s*)?\{\{.*\}\}\.?$")
SUBJECT = re.compile(r"\(?(?:v/v|ve viec)\b")
ABOUT = re.compile(r"(?<!^)\b(?:ve viec|v/v)\b")
ADDRESSEE = re.compile(r"kinh gui\b")
BASIS = re.compile(r"(?:[-+*]\s*)?(?:can cu|theo de nghi|xet)\b")
REQUEST = re.compile(r"xet don\b")
OPERATIVE = re.compile(r"(?:ra )?quyet (?:dinh|nghi)\s*:?$")
RECIPIENTS = re.compile(r"noi (?:nhan|gui)\b\s*:?(?P<rest>.*)$")
ARCHIVE = re.compile(r"[-+*•]\s*luu\s*:?\s*(?:vt|van thu)\b")
ANNEX = re.compile(
    r"phu luc(?: so)?[\s.…]*(?:(?:[ivxlc]+|\d+|[a-z])(?:[.\-/]\d+)?\s?[a-z]?[\s.…]*)?"
    r"(?P<title>:?$|[:.-]\s.+$)"
)
ANNEX_REFERENCE = re.compile(r"\(?(?:duoc )?(?:ban hanh |dinh )?kem theo\b")
ANNEX_AND_TITLE = re.compile(r"phu luc(?: so)?\s+(?:[ivxlc]+|\d+|[a-z])\b[\s.:-]*")
COPY_MARK = re.compile(r"(?:sao y|sao luc|trich sao)(?: tu)?(?: ban (?:chinh|goc|sao|giay))?")
COPY_NUMBER = re.compile(r"so\s*:?[\s\d.…_]*/\s*(?:sy|sl|trs)\s*-")
NORMATIVE_ANNEX = re.compile(r"\((?:ban hanh |dinh )?kem theo (?:luat|nghi dinh|thong tu)\b")
OWN_ANNEX = re.compile(
    r"\(?(?:ban hanh |dinh )?kem theo (?:ke hoach|bao cao|thong bao|to trinh|chuong trinh|"
    r"huong dan|de an|phuong an|cong dien|giay moi|cong van)(?: so)?\s?:?[\s\d.…_]*/\s?"
    r"(?:kh|bc|tb|ttr|ctr|hd|da|pa|cd|gm|ubnd|hdnd)-[^;]* cua (?:chu tich |van phong )?"
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|trung tam phuc vu hanh chinh cong|"
    r"so (?:noi vu|tai chinh|tu phap|xay dung|cong thuong|nong nghiep|ngoai vu|khoa hoc|van hoa))\b"
)
"""An annex of a type that is never normative, by an authority that is none of the Party."""
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
NEVER_NORMATIVE = re.compile(
    r"chu tich (?:uy ban nhan dan|ubnd|hoi dong)|(?:tong )?giam doc|hieu truong|"
    r"(?:tong |chi )?cuc truong|truong (?:phong|ban)|chanh van phong"
)
"""Offices that issue no normative document (Law 64/2025/QH15, Article 4)."""
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
    r"(?:dia chi|tru so|dien thoai|so dien thoai|dt|tel|e-?mail|website|fax|thu dien tu|"
    r"trang thong tin dien tu|cong thong tin dien tu)\s*:|https?:|www\."
)
