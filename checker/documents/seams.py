"""Where one line is cut into the sides or components that a reader sees in it.

Tabs and wide gaps cut the left side from the right side, but not where the gap is a blank to be
filled in ("Số:      /QĐ-UBND", "ngày    tháng    năm"). The fixed words of the law cut too: quốc
hiệu, tiêu ngữ, "V/v" after the number, a date after the number, the first dash after "Nơi nhận:".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..words import fold

_LINES = re.compile(r"[^\n\f]+|(?<![^\n\f])(?=[\n\f])")  # an empty line is a line too
_ESCAPED = "\\n"
"""What programs that fill templates leave behind where they meant a line break."""
_ESCAPED_LINES = re.compile(r"(?!(?<=\\)n)(?:(?!\\n)[^\n\f])+")
_SPACE = r"[ \u00a0\u2002\u2003]"
_GAP = re.compile(rf"{_SPACE}*\t[\s\u00a0]*|{_SPACE}{{3,}}")
_BLANK_AFTER = re.compile(
    r"(?:\bso\s*:?|/|-|\bngay|\bthang|\bnam|\bgui\s*:|\bdu thao|\blan)[\s.…_]*$"
)
_BLANK_BEFORE = re.compile(
    r"[\s.…_]*(?:/|-\s*[a-z]{1,4}/|ngay\b|thang\b|nam\b|[\d.…_]+\s*/|[\d.…_]+$|[\d.…_]+\s*thang\b)"
)
_DATE_SIDE = re.compile(r"[^\d:;()]{0,60},?\s*ngay\b.*\bnam\b")
_DATE = re.compile(r"ngay\b.*\bnam\s*\d+\s*")
_NUMBER = re.compile(r"so\s*:.*/.*[a-z]")
"""A number and a date that are filled in, and the place before the date left out."""
_NUMBER_SIDE = re.compile(r"(?:so\b|\w).*/.*[a-z]$")
_WORDS = re.compile(
    r"(?<=\S)\s{2,}(?=cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia)|"
    r"(?<=\S)\s+(?=doc\s+lap\s*-\s*tu\s+do\s*-)|(?<=noi nhan:)\s*(?=-)|"
    r"(?<=noi nhan)\s*(?=-)"
)
_MAY_HAVE_SEAM = re.compile(
    r"[cCđĐdDnN](?:[oOộỘ]\S{0,3}(?:[nN][gG]\s+[hH]|[cC]\s+[lL])|[hH][aAâÂậẬ]\S{0,3}[nN]:?\s*-)"
)
_MAY_BE_NUMBER = re.compile(r"\s*[sS]\S{1,3}:?[\s\d.…_]*/.*(?:,\s*[nN][gG]|[vV]/[vV])")
"""A quick look at the text as typed, composed or not: most lines have no seam."""
_AFTER_NUMBER = re.compile(
    r"^\s*so\s*:?[\s\d.…_]*/[^\s/]+(?:/[^\s/]+)*(?P<gap>\s+)(?=[^-\d:;()/]{2,60},\s*ngay\b|\(?v/v\b)"
)
_HEADER_LINE = 130  # characters: the longest line with two sides, white space collapsed
_RAW_LINE = 400  # characters: the same, as typed
_DASHES = "‐‑‒–—―−"


def spans(shown: str) -> Iterable[tuple[int, int]]:
    """The lines of a paragraph, empty ones too, and the sides of short lines.

    Long lines are running text and stay whole.

    Args:
        shown: The visible characters of a paragraph.

    Returns:
        Start and end of each side, in characters of ``shown``.
    """
    # Tabs, breaks and all spaces but the plain one are not printable.
    plain = shown.isprintable() and "  " not in shown and "\\" not in shown
    if plain and not _may_have_seam(shown):
        return ((0, len(shown)),)
    return _sides(shown)


def _sides(shown: str) -> Iterator[tuple[int, int]]:
    lines = _ESCAPED_LINES if _ESCAPED in shown else _LINES
    for line in lines.finditer(shown):
        start, end = line.span()
        if end - start > _HEADER_LINE and _is_long(line[0]):
            yield start, end
            continue
        begin = start
        for gap_start, gap_end in sorted(_cuts(shown, start, end)):
            if gap_start > begin:
                yield begin, gap_start
            begin = max(begin, gap_end)
        yield begin, end


def _is_long(line: str) -> bool:
    return len(line) > _RAW_LINE or len(" ".join(line.split())) > _HEADER_LINE


def _cuts(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The gaps of a line that part two sides."""
    begin = start
    for gap in _GAP.finditer(shown, start, end):
        left, right = fold(shown[begin : gap.start()]), fold(shown[gap.end() : end])
        if not left or _is_blank(left, right):
            continue
        yield gap.span()
        begin = gap.end()
    line = shown[start:end]
    if not _may_have_seam(line):
        return
    bare = _bare(line)
    for seam in _WORDS.finditer(bare):
        yield start + seam.start(), start + seam.end()
    number = _AFTER_NUMBER.match(bare)
    if number is not None:
        yield start + number.start("gap"), start + number.end("gap")


def _may_have_seam(line: str) -> bool:
    return bool(_MAY_HAVE_SEAM.search(line) or _MAY_BE_NUMBER.match(line))


def _is_blank(left: str, right: str) -> bool:
    """Whether a gap is a blank within one component, not the space between two sides."""
    if _DATE_SIDE.fullmatch(right) and _NUMBER_SIDE.fullmatch(left):
        return False
    if _DATE.fullmatch(right) and _NUMBER.fullmatch(left):
        return False
    return bool(_BLANK_AFTER.search(left) or _BLANK_BEFORE.match(right))


def _bare(text: str) -> str:
    """Small letters without marks, one for each character of the text."""
    return "".join(_letter(character) for character in text)


def _letter(character: str) -> str:
    if character in _DASHES:
        return "-"
    small = unicodedata.normalize("NFD", character)[0].casefold()
    return "d" if small == "đ" else small[0] if small else character
