"""Numbers that belong to a person, masked: identity cards and telephones.

Only what has the form for certain. An identity number has twelve digits of which the first three
are a place's, 001 to 096 (Decree 137/2015/NĐ-CP art. 13), or nine on the card of before. With
points or blanks in it, it could be an amount, so there a word before it has to say what it is. A
telephone begins with 0 or +84 and is grouped as people group telephones. Codes of procedures, of
dossiers and of bodies, numbers of documents, dates and amounts have none of these forms.
"""

from __future__ import annotations

import re

_LEFT_OPEN = 3
_DIGIT = re.compile(r"\d")

# What goes on with letters, digits or a part of a code is no whole number.
_BEGINS = r"(?<![\w*])(?<![\w*][.,/_+-])"
_ENDS = r"(?![\w*]|[.,/_-][\w*])"
_CARD = (
    r"(?:CCCD|CMND|CMTND|CMT|ĐDCN"
    r"|(?:căn cước|chứng minh|định danh)(?:\s+(?:công dân|nhân dân|cá nhân))?)"
    r"(?:\s+số)?\s*[:.]?\s*"
)
_ENOUGH = re.compile(r"\d(?:\D*\d){8}")
"""No personal number has fewer digits than nine; few texts have as many."""
_PERSONAL = re.compile(
    rf"(?P<said>{_CARD})(?P<card>\d{{3}}(?:[ .]?\d{{3}}){{2,3}}){_ENDS}"
    rf"|{_BEGINS}(?P<identity>0(?:0[1-9]|[1-9]\d)\d{{9}}|\d{{9}}){_ENDS}"
    rf"|{_BEGINS}(?P<phone>(?:(?:\+84|0084)[ .-]?|0)"
    r"(?:[35789]\d{8}|2\d{9}"
    r"|[35789]\d{1,2}[ .-]\d{3}[ .-]\d{3,4}|[35789]\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}"
    r"|2\d{1,2}[ .-]\d{3,4}[ .-]?\d{3,4}))"
    rf"{_ENDS}"
    r"|(?P<bracketed>\((?:\+84[ .-]?|0)2\d{1,2}\)[ .-]?\d{3,4}[ .-]?\d{3,4})"
    rf"{_ENDS}",
    re.IGNORECASE,
)


def mask_numbers(text: str) -> str:
    """The text with identity and telephone numbers masked but for their last three digits.

    >>> mask_numbers("CCCD 001 200 123 456, ĐT 0912.345.678, thủ tục 1.004222, 15/QĐ-UBND")
    'CCCD *** *** *** 456, ĐT ****.***.678, thủ tục 1.004222, 15/QĐ-UBND'
    """
    return _PERSONAL.sub(_masked, text) if _ENOUGH.search(text) else text


def _masked(found: re.Match[str]) -> str:
    said = found["said"] or ""
    number = found[0][len(said) :]
    shown = len(_DIGIT.findall(number)) - _LEFT_OPEN
    return said + _DIGIT.sub("*", number, count=shown)
