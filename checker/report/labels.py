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
}
EFFECT_LABELS: dict[str, Text] = {
    "waived": Text("được miễn trừ", "waived"),
    "unused": Text("miễn trừ thừa (đã đạt)", "waiver not needed (passes)"),
    "expired": Text("miễn trừ đã hết hạn", "waiver expired"),
}
CONFIDENCE_LABELS: dict[str, Text] = {
    "verified": Text("đã đọc văn bản", "text read"),
    "secondary": Text("theo nguồn dẫn lại", "from a text that quotes it"),
    "remembered": Text("chưa kiểm chứng", "not verified"),
    "unverified": Text("chưa kiểm chứng", "not verified"),
    "local": Text("quy định của địa phương", "local rule"),
}


def pack_label(pack: str) -> Text:
    """A pack's name in words; a pack that is not ours keeps its own."""
    return PACK_LABELS.get(pack, Text(pack, pack))


def provision_label(document: str, article: str, clause: str, point: str) -> Text:
    """A provision as it is cited: smallest part first in Vietnamese.

    >>> provision_label("63/2010/NĐ-CP", "17", "1", "b").vi
    'điểm b khoản 1 Điều 17, 63/2010/NĐ-CP'
    """
    annex = article.startswith(("Phụ lục", "Chương"))
    vi = [f"điểm {point}" if point else ""]
    en = [f"point {point}" if point else ""]
    vi.append((f"mục {clause}" if annex else f"khoản {clause}") if clause else "")
    en.append((f"section {clause}" if annex else f"clause {clause}") if clause else "")
    vi.append((article if annex else f"Điều {article}") if article else "")
    en.append((article if annex else f"art. {article}") if article else "")
    parts_vi = " ".join(part for part in vi if part)
    parts_en = " ".join(part for part in en if part)
    return Text(
        f"{parts_vi}, {document}" if parts_vi else document,
        f"{parts_en}, {document}" if parts_en else document,
    )
