"""The words that reports share: verdicts, packs, effects."""

from __future__ import annotations

from ..words import Text

VERDICT_LABELS: dict[str, Text] = {
    "pass": Text("Đạt", "Pass"),
    "partial": Text("Đạt một phần", "Partial"),
    "fail": Text("Không đạt", "Fail"),
    "undetermined": Text("Chưa đủ căn cứ", "Undetermined"),
    "not_applicable": Text("Không áp dụng", "Not applicable"),
    "error": Text("Lỗi kiểm tra", "Error"),
}
VERDICT_STYLES: dict[str, str] = {
    "pass": "green",
    "partial": "yellow",
    "fail": "bold red",
    "undetermined": "cyan",
    "not_applicable": "dim",
    "error": "bold magenta",
}
PACK_LABELS: dict[str, Text] = {
    "posting": Text("Công khai thủ tục hành chính", "Posting of procedures"),
    "formatting": Text("Thể thức văn bản", "Document formatting"),
    "iso9001": Text("Hồ sơ TCVN ISO 9001", "ISO 9001 records"),
    "dossiers": Text("Giải quyết hồ sơ thủ tục hành chính", "Handling of dossiers"),
    "online": Text("Dịch vụ công trực tuyến và bưu chính", "Online and postal services"),
    "feedback": Text("Phản ánh, kiến nghị", "Feedback"),
    "index766": Text("Bộ chỉ số 766 (chỉ để tham khảo)", "Index 766 (indicative only)"),
    "archives": Text("Văn bản đến, hồ sơ và nộp lưu", "Incoming documents and archives"),
    "direction": Text("Chỉ đạo, điều hành", "Direction"),
    "premises": Text("Trụ sở và con người của Bộ phận Một cửa", "Premises and people"),
}
LEVEL_LABELS: dict[str, Text] = {
    "ministry": Text("Bộ", "Ministries"),
    "province": Text("Cấp tỉnh", "Provinces"),
    "department": Text("Sở, cơ quan cấp tỉnh", "Departments"),
    "district": Text("Cấp huyện", "Districts"),
    "commune": Text("Cấp xã", "Communes"),
    "public_service_unit": Text("Đơn vị sự nghiệp", "Public service units"),
}
EFFECT_LABELS: dict[str, Text] = {
    "waived": Text("được miễn trừ", "waived"),
    "unused": Text("miễn trừ không dùng đến", "waiver of no use"),
    "expired": Text("miễn trừ đã hết hạn", "waiver expired"),
}
STANCE_LABELS: dict[str, Text] = {
    "accept": Text("Đồng ý với kết luận", "Accepts the verdict"),
    "object": Text("Không đồng ý với kết luận", "Objects to the verdict"),
}
CONFIDENCE_LABELS: dict[str, Text] = {
    "verified": Text("đã đọc văn bản", "text read"),
    "secondary": Text("theo nguồn dẫn lại", "from a text that quotes it"),
    "remembered": Text("chưa kiểm chứng", "not verified"),
    "unverified": Text("chưa kiểm chứng", "not verified"),
    "local": Text("quy định của địa phương", "local rule"),
}


def level_label(level: str) -> Text:
    """A level of units in words; of one that is not known, its own name."""
    return LEVEL_LABELS.get(level, Text(level, level))


def pack_label(pack: str) -> Text:
    """A pack's name in words; a pack that is not ours keeps its own."""
    return PACK_LABELS.get(pack, Text(pack, pack))
