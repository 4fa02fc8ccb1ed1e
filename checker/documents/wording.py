"""The words that the law gives to components (Decree 30/2020, Appendices I and III), folded."""

from __future__ import annotations

import re

NATIONAL_NAME = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doclaptudohanhphuc"

TYPES = (
    *("nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo"),
    *("hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo"),
    *("biên bản", "tờ trình", "hợp đồng", "công văn", "công điện", "bản ghi nhớ"),
    *("bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép"),
    *("phiếu gửi", "phiếu chuyển", "phiếu báo", "thư công"),
)
"""The 29 types of Decree 30/2020, Article 7, as the contract spells them."""

NORMATIVE = ("luat", "bo luat", "phap lenh", "nghi dinh", "thong tu", "thong tu lien tich", "lenh")
"""Names of normative documents that are never administrative (Law on promulgation)."""

FORMS = (
    *("don", "to khai", "so yeu ly lich", "ly lich", "phieu", "giay chung nhan", "giay phep"),
    *("giay xac nhan", "giay bien nhan", "giay tiep nhan", "giay cam doan", "giay cam ket"),
    *("giay de nghi", "ban khai", "ban cam ket", "ban tong hop", "chung chi", "bang ke"),
    *("danh sach", "so theo doi"),
)
"""Names of papers that a citizen or officer fills in."""

_BLANK = r"[\s\d.…_]*"
_SLOT = r"(?:\{\{.*?\}\})?"
NUMBER = re.compile(rf"so\s*:|so{_BLANK}/|so\s+\d+{_BLANK}/")
_FOOTNOTE = r"(?:\(\d+\))?"
DATE = re.compile(
    rf"(?P<where>[^:;()]{{0,70}}?){_FOOTNOTE}\s*(?P<comma>,?)\s*\bngay{_BLANK}{_SLOT}{_BLANK}thang{_BLANK}{_SLOT}"
    rf"{_BLANK}nam{_BLANK}{_SLOT}{_BLANK}$"
)
SUBJECT = re.compile(r"\(?(?:v/v|ve viec)\b")
ABOUT = re.compile(r"(?<!^)\b(?:ve viec|v/v)\b")
ADDRESSEE = re.compile(r"kinh gui\b")
BASIS = re.compile(r"(?:[-+*]\s*)?(?:can cu|theo de nghi|xet)\b")
OPERATIVE = re.compile(r"quyet (?:dinh|nghi)\s*:?$")
RECIPIENTS = re.compile(r"noi (?:nhan|gui)\s*:?(?P<rest>.*)$")
ANNEX = re.compile(r"phu luc(?: so)?\s*[ivxlc\d]*\s*[.:]?$")
ANNEX_REFERENCE = re.compile(r"\((?:ban hanh |dinh )?kem theo\b")
NORMATIVE_ANNEX = re.compile(r"\((?:ban hanh |dinh )?kem theo (?:luat|nghi dinh|thong tu)\b")
HEADING = re.compile(
    r"(?:(?:phan|chuong|muc|tieu muc)\s+(?:thu\s+)?[ivxlc\d]+|dieu\s+\d+|[ivxlc]+\s*\.|\d+\s*[.)]|"
    r"\((?!ve viec|v/v))"
)
ISSUER = re.compile(
    r"(?:chu tich|giam doc|tong giam doc|bo truong|thu tuong|hieu truong|cuc truong|chi cuc truong|"
    r"truong|vien truong|chanh|hoi dong|uy ban|tong|quyen|pho|ban |bi thu|thu truong|doi truong)"
)
MARK = re.compile(r"(?:tm|kt|tl|tuq|q)\s*\.")
TITLE = re.compile(
    r"\b(?:chu tich|giam doc|(?:pho |hieu |bo |thu |cuc |vu |vien |ban |doi |to )?truong|bi thu|"
    r"thu tuong|thu ky|chu toa|chu tri|chanh|dai dien|tong|quan doc|uy ban|hoi dong)\b"
)
CITIZEN = re.compile(r"\bnguoi (?!dung dau|phat ngon|dai dien)")
NOTE = re.compile(r"\(|ky\b.*ten\b|da ky\b")
MARKS = {
    "urgency": re.compile(r"(?:hoa toc|thuong khan|khan)(?: hen gio)?$"),
    "secrecy": re.compile(r"(?:tuyet mat|toi mat|mat)$"),
    "circulation": re.compile(r"(?:luu hanh noi bo|xem xong tra lai|tai lieu thu hoi)$"),
    "draft_mark": re.compile(r"\(?du thao(?: lan(?: thu)? [\w.…]+| \d+)?\)?$"),
}
DRAFTER = re.compile(r"[a-z]{1,8}\s*\.\s*\(?\s*\d{1,4}\s*\)?\.?$")
CONTACT = re.compile(r"(?:dia chi|dien thoai|so dien thoai|dt|e-?mail|website|fax)\s*:")
AGENCY = re.compile(
    r"(?:ubnd|hdnd|uy ban|hoi dong|bo |so |phong |ban |cuc |tong cuc|chi cuc|vu |vien |truong |"
    r"trung tam|van phong|thanh tra|cong an|toa an|tong cong ty|cong ty|chi nhanh|xi nghiep|"
    r"benh vien|tram |doan |hoi |dang uy|huyen uy|tinh uy|thanh uy|mat tran|lien doan|kho bac|"
    r"chinh phu|quoc hoi|bao hiem|ngan hang|hat |doi |to |chi bo)"
)
"""The words that the name of an agency begins with; other lines continue the name above."""
