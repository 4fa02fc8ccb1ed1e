"""Box 2: the names of the superior and of the issuing agency (Decree 30/2020, Appendix I, II.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from . import wording
from .model import Cell
from .pieces import Found, Piece

_LEFT = 0.5  # share of the table's width
_NAME = 120  # characters: the longest line of a name
_AGENCY = re.compile(
    r"(?:ubnd|hdnd|ubmttq|uy ban|hoi dong|bo|so|phong(?!,? chong)|ban|cuc|tong cuc|chi cuc|vu|vien|"
    r"truong|trung tam|van phong|thanh tra|cong an|toa an|tong cong ty|cong ty|tap doan|chi nhanh|"
    r"xi nghiep|nha may|hop tac xa|benh vien|tram|doan|hoi|hiep hoi|lien minh|dang uy|dang bo|"
    r"huyen uy|tinh uy|thanh uy|quan uy|chi bo|mat tran|lien doan|cong doan|kho bac|chinh phu|"
    r"quoc hoi|bao hiem|ngan hang|hat|doi|to(?! chuc)|hoc vien|dai hoc|nha|quy|tieu ban|"
    r"thuong truc|thuong vu|bao tang|thu vien|bao|dai|khoi|tong doi|dien luc|buu dien|"
    r"vuon quoc gia)\b"
)
_COMMON = re.compile(
    r"(?:chu tich|thuong truc|hoi dong|van phong|chi nhanh|trung tam|ban|ban chi dao|"
    r"ban chap hanh|ban thuong vu|ban thuong truc|"
    r"ban quan ly|ban quan ly du an|uy ban|chi cuc|tong cuc|cuc|so|phong|truong|doan|cong ty|"
    r"tong cong ty|cong ty co phan|cong ty tnhh|xi nghiep|to cong tac|doan dai bieu quoc hoi|"
    r"thanh tra|cong an|hat kiem lam|uy ban mat tran to quoc)$"
)
"""A line that is nothing but the common noun: the rest of the name stands on the next line."""
_PEOPLES = re.compile(r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)$")
"""The same, but what goes on there is the name of a place."""


def find_agencies(free: Sequence[Piece], heading: Sequence[Piece], number: Piece | None) -> Found:
    """The lines on the left above the number; the last name is the issuing agency.

    The law sets the issuing agency bold and the superior not. Where weight does not tell them
    apart, a line that begins with a word for an agency begins a name, and the last one issues.

    Args:
        free: The pieces of the head that have no role yet.
        heading: Quốc hiệu and tiêu ngữ: what stands on the other side.
        number: The line of number and symbol.
    """
    right = heading[0] if heading else None
    beside = {p.paragraph for p in heading}
    names = _names(free, beside)
    if number is not None:
        names = [p for p in names if p.order < number.order]
    lines = [p for p in names if _on_the_left(p, right, number, beside)]
    if not lines and right is not None and right.cell is not None and right.cell.centre < _LEFT:
        lines = [p for p in names if _beside_it(p, right.cell)]
    if not lines:
        return []
    own = _own_lines(lines)
    roles = ("superior_agency", "issuing_agency")
    return [(roles[n in own], piece) for n, piece in enumerate(lines)]


def begins_name(piece: Piece) -> bool:
    """Whether a line begins with a word for an agency, or is a slot for one."""
    return bool(_AGENCY.match(piece.folded)) or piece.text.startswith("{{")


def _names(free: Sequence[Piece], beside: Set[int]) -> list[Piece]:
    """Lines of names, also the second line of a name whose first needs one."""
    found: list[Piece] = []
    for piece in free:
        above = found[-1] if found else None
        in_head = piece.cell is not None or piece.paragraph in beside
        second = in_head and above is not None and above.place == piece.place
        if _named(piece, beside) or (second and above and _goes_on(above, piece)):
            found.append(piece)
    return found


def _named(piece: Piece, beside: Set[int]) -> bool:
    """Capitals; in the cells of the head, or on the lines of quốc hiệu, small letters too."""
    if len(piece.text) > _NAME or wording.FORM_LABEL.match(piece.folded):
        return False
    if piece.folded.endswith(wording.PARTY_NAME) or wording.CONTACT.match(piece.folded):
        return False
    in_head = piece.cell is not None or piece.paragraph in beside
    return piece.upper or (in_head and begins_name(piece))


def _on_the_left(piece: Piece, right: Piece | None, number: Piece | None, beside: Set[int]) -> bool:
    """Left of quốc hiệu in its table; outside tables, on its line or before the number."""
    if right is None or right.cell is None:
        if piece.cell is not None:
            return piece.cell.centre < _LEFT
        return number is not None or begins_name(piece) or piece.paragraph in beside
    if piece.cell is None or piece.cell.table != right.cell.table:
        return False
    if number is None and piece.cell.row > right.cell.row:
        return False
    return piece.cell.centre < right.cell.centre or piece.cell == right.cell


def _beside_it(piece: Piece, cell: Cell) -> bool:
    """On the right, where quốc hiệu stands on the left by mistake."""
    own = piece.cell
    return own is not None and (own.table, own.row) == (cell.table, cell.row) and own != cell


def _own_lines(lines: Sequence[Piece]) -> range:
    """The numbers of the lines of the issuing agency's name: the last, or the one that is bold."""
    weights = [p.bold for p in lines]
    plain = weights.index(False) if weights[0] and not all(weights) else 0
    if plain and not any(weights[plain:]) and _starts(lines[plain - 1], lines[plain]):
        return range(plain)
    return range(_first_own_line(lines, weights), len(lines))


def _first_own_line(lines: Sequence[Piece], weights: Sequence[bool]) -> int:
    """The number of the line with which the issuing agency's name begins."""
    if all(weights) or not any(weights) or list(weights) != sorted(weights):
        return max(n for n in range(len(lines)) if n == 0 or _starts(lines[n - 1], lines[n]))
    first = weights.index(True)
    while first and _goes_on(lines[first - 1], lines[first]):
        first -= 1
    return first


def _starts(above: Piece, piece: Piece) -> bool:
    return begins_name(piece) and not _goes_on(above, piece)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether a line must be the rest of the name that the line above it begins."""
    if _COMMON.match(above.folded):
        return True
    return bool(_PEOPLES.match(above.folded)) and not begins_name(piece)
