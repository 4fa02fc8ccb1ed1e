"""Box 7: who signs (Decree 30/2020, Article 13 and Appendix I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .pieces import Found, Piece

_LINE = 120  # characters: the lines of a foot are short
_PLAIN = 60  # characters: a title in small letters
_NAME_WORDS = 5
_IN_NAMES = str.maketrans({"-": " ", "'": None, "’": None})
_MARK = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q|tt)\s*[.,/]|(?:t[./]m|k[./]t|t[./]l|t[./]uq)\b|(?:tm|kt|tl|tuq)\s)"
)
_MARKED = re.compile(r"(?:TM|KT|TL|TUQ)\.\s?[^\W\d_]")
_TITLE = re.compile(
    r"\b(?:chu tich|giam doc|(?:pho |hieu |bo |thu |cuc |vu |vien |ban |doi |to |ke toan )?truong|"
    r"bi thu|thu tuong|thu ky|chu toa|chu tri|chu nhiem|chanh|dai dien|tong|quan doc|uy ban|"
    r"hoi dong|uy vien|chi huy|tu lenh|chinh uy|phu trach|can bo|chuyen vien|kiem soat vien|"
    r"quyen|ben [a-z]|nguoi (?:lap|ghi|kiem tra|tiep nhan|thuc hien|tong hop))\b"
)
_CITIZEN = re.compile(
    r"\bnguoi (?!ky\b|dung dau|phat ngon|dai dien|chu tri|lap|ghi|kiem tra|tiep nhan|thuc hien|"
    r"tong hop)|\bho va ten\b"
)
_NOTE = re.compile(r"\(|ky\b.*ten\b|da ky\b|ky,|chu ky|dong dau")
_RANK = re.compile(
    r"^(?:(?:(?:dai|thuong|trung|thieu) (?:ta|uy|tuong)|pgs|gs|ts|ths|bs|bscki+|bsck|ks|cn|ong|ba)"
    r"[\s.,]+)+"
)
_FAMILY = re.compile(
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đào|trịnh|mai|"
    r"lâm|trương|hà|lương|tô|tạ|cao|thái|lưu|chu|vương|triệu|quách|lò|giàng|nông|hứa|kiều|ma|vi|bế|"
    r"lù|sùng|vàng|phùng|tống|thạch|kim|tăng|tiêu|nghiêm|âu|điểu|khuất|hầu|kha|ksor|rcom|siu|doãn|"
    r"viên(?! chức)|thân|lục|phí|từ|ông|mạc|đàm|trang|lường|cầm|quàng|chảo|tẩn|"
    r"đồng(?! (?:chủ|chí|tháp|nai))|đoàn(?! (?:thanh|đại|chủ|trường|kiểm)))\s"
)
"""Family names: what tells a name in capitals from a further line of the title."""


def find_signature(block: Sequence[Piece]) -> Found:
    """One person's signature in a column: authority and titles, then the printed name.

    Captions of private persons ("NGƯỜI LÀM ĐƠN") are no authority.
    """
    return _signed(block, _authority(block, _is_authority))


def find_faulty_signature(block: Sequence[Piece]) -> Found:
    """The same beside the recipients, where the title is in small letters or left out."""
    authority = _authority(block, _is_plain_authority)
    if not authority:
        return [("signer_name", piece) for piece in _name_alone(block)]
    return _signed(block, authority)


def _signed(block: Sequence[Piece], authority: Sequence[Piece]) -> Found:
    """The authority, other titles above the name, the name."""
    if not authority:
        return []
    after = [p for p in block if p.order > authority[-1].order]
    name = next((p for p in after if is_name(p)), None)
    titles = [p for p in after if name and p.order < name.order and _is_title_above(p, name)]
    found: Found = [("signer_authority", piece) for piece in (*authority, *titles)]
    return found + ([("signer_name", name)] if name else [])


def _authority(block: Sequence[Piece], begins: Callable[[Piece], bool]) -> list[Piece]:
    found: list[Piece] = []
    for piece in block:
        if found and not _continues(piece):
            break
        if found or begins(piece):
            found.append(piece)
    return found


def _name_alone(block: Sequence[Piece]) -> list[Piece]:
    """A column of a table with a name and no title, nor the caption of a private person."""
    said = [p for p in block if not _NOTE.match(p.folded)]
    if len(said) != 1 or said[0].cell is None or said[0].dashed:
        return []
    return said if _has_family(said[0]) and is_name(said[0]) else []


def is_name(piece: Piece) -> bool:
    """A person's name, a rank or degree before it, or a slot of a template.

    Letters alone, the first word and the last two with a capital; no word of a title. After a
    family name one other capital is enough.
    """
    if piece.text.startswith("{{"):
        return True
    if _NOTE.match(piece.folded):
        return False
    words = piece.text.replace(".", ". ").translate(_IN_NAMES).strip(" .").split()
    if not 2 <= len(words) <= 8 or not all(w.rstrip(".,").isalpha() for w in words):
        return False
    capitals = [word[0].isupper() for word in words]
    if _has_family(piece):
        return capitals[0] and any(capitals[1:])
    named = capitals[0] and all(capitals[-2:])
    return named and not _TITLE.search(piece.folded)


def _has_family(piece: Piece) -> bool:
    """Whether a line is two to five words, the first of them a family name, a rank left out."""
    skipped = _RANK.match(piece.folded)
    text = piece.text.casefold()[skipped.end() if skipped else 0 :]
    return len(text.split()) <= _NAME_WORDS and _FAMILY.match(text) is not None


def is_titled(piece: Piece) -> bool:
    """Whether a line begins with a mark of authority or a title."""
    return bool(_MARK.match(piece.folded) or _TITLE.match(piece.folded))


def _is_authority(piece: Piece) -> bool:
    if _MARKED.match(piece.text) and len(piece.text) <= _PLAIN:
        return True  # with a title in small letters after its mark, too
    if not piece.upper or _CITIZEN.search(piece.folded) or len(piece.text) > _LINE:
        return False
    if _MARK.match(piece.folded) or piece.text.startswith("{{"):
        return True
    return bool(_TITLE.search(piece.folded))


def _is_plain_authority(piece: Piece) -> bool:
    """A title in small letters, which the law wants in capitals: in the column that signs."""
    if piece.cell is None or len(piece.text) > _PLAIN or _NOTE.match(piece.folded):
        return False
    return is_titled(piece) and not piece.dashed and piece.text[-1].isalpha()


def _continues(piece: Piece) -> bool:
    """A further line of the authority: what is a name in capitals, or stands apart, is none."""
    titled = bool(_MARK.match(piece.folded) or _TITLE.search(piece.folded))
    if piece.after_blank:
        return piece.upper and titled and not _has_family(piece)
    if piece.upper:
        return not _NOTE.match(piece.folded) and not _has_family(piece)
    plain = not piece.dashed and not _NOTE.match(piece.folded) and not _has_family(piece)
    return titled and plain and len(piece.text) < _LINE


def _is_title_above(piece: Piece, name: Piece) -> bool:
    """Other titles stand above the name (box 7b): "Phó Chủ tịch Ủy ban nhân dân tỉnh"."""
    near = piece.order == name.order - 1 and not name.after_blank
    return near and bool(_TITLE.search(piece.folded)) and not _NOTE.match(piece.folded)
