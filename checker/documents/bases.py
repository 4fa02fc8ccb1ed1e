"""The legal bases before the content (box 6; Decree 30/2020, Appendix I, II.6a)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..words import fold
from . import wording
from .pieces import Piece

_FORMULA = re.compile(r"(?:quyet dinh|nghi quyet)\b")
_BEFORE = 5  # pieces: what may stand between the title and the first basis
_BETWEEN = 3  # pieces: what may stand between two bases of a decision
_MOST = 100  # bases
_REACH = 12  # pieces: from the last basis to the operative word
_ALSO = re.compile(r"theo\b")
_CLAUSE = re.compile(
    r",\s*(?:nay\s+)?(?:so|ubnd|uy ban|phong|truong|ban|trung tam|chi cuc|cuc|cong an|van phong|bo|"
    r"hoi|doan|thanh tra|vien|benh vien|cong ty|toi|chung toi|don vi|co quan|to|dang uy|chi bo)\b"
    r".{0,200}\b(?:bao cao|ban hanh|xay dung|thong bao|de nghi|huong dan|trien khai|to chuc|kinh|"
    r"trinh|yeu cau|giao|moi|lap|tiep tuc|da|co y kien|cung cap|phoi hop|thong nhat|chi dao|ra)\b"
)


def has_formula(name: Piece | None) -> bool:
    """Whether a type has issuer, bases and operative word (Appendix III, forms 1.1 to 1.3)."""
    return name is not None and bool(_FORMULA.match(name.folded))


def find_bases(rest: Sequence[Piece], name: Piece | None) -> list[Piece]:
    """Each "Căn cứ …", "Theo đề nghị …", "Xét …" of the opening, one after another.

    Outside decisions and resolutions a sentence can begin with "Căn cứ …" and go on to say what
    the agency does ("…, Sở A báo cáo như sau:"). That is the beginning of the content.

    Args:
        rest: The pieces after title, issuer and addressee.
        name: The type's name, if there is one.
    """
    formula = has_formula(name)
    found: list[Piece] = []
    for number, piece in enumerate(rest):
        if len(found) >= _MOST:
            break
        if is_basis(piece) or (found and formula and _ALSO.match(piece.folded)):
            found.append(piece)
        elif not found:
            if number >= _BEFORE or wording.HEADING.match(piece.folded):
                break
        elif piece.paragraph != found[-1].paragraph and not (
            (formula or piece.text.endswith(";"))
            and any(is_basis(p) for p in rest[number + 1 : number + 1 + _BETWEEN])
        ):
            break
    only_bases = formula or (name is not None and wording.NORMATIVE_NAME.match(name.folded))
    return found if only_bases else [p for p in found if not _is_sentence(p)]


def find_operative(rest: Sequence[Piece], bases: Sequence[Piece]) -> list[Piece]:
    """QUYẾT ĐỊNH: or QUYẾT NGHỊ: on a line of its own, after the bases, or wrongly above them."""
    before = (p for p in rest if bases and p.order < bases[0].order)
    above = next((p for p in before if _is_operative(p)), None)
    if above is not None:
        return [above]
    after = bases[-1].order if bases else -1
    for number, piece in enumerate(p for p in rest if p.order > after):
        if _is_operative(piece):
            return [piece]
        if number >= _REACH or wording.HEADING.match(piece.folded):
            break
    return []


def _is_operative(piece: Piece) -> bool:
    marked = piece.upper or piece.align == "center"
    return marked and bool(wording.OPERATIVE.match(piece.folded))


def is_basis(piece: Piece) -> bool:
    """Whether a piece begins as a basis does; in capitals only with the stop that ends one."""
    ended = not piece.upper or piece.text.endswith((";", ".", ","))
    return ended and bool(wording.BASIS.match(piece.folded))


def _is_sentence(piece: Piece) -> bool:
    """Whether a paragraph says what the agency does, not only on what it rests.

    "Xét Đơn …" begins what a paper grants to who asked for it (Appendix III, form 1.10).
    """
    if wording.REQUEST.match(piece.folded):
        return True
    if piece.text.endswith(";"):
        return False
    text = fold(piece.text)
    return text.endswith(":") or "nhu sau" in text or bool(_CLAUSE.search(text))
