"""Letters of before Unicode: bytes that mean what they show only in their own fonts.

TCVN3 (ABC) is the third set of TCVN 5712:1993, one byte a letter, in the fonts ``.VnTime`` and
their like; the fonts whose names end in H show every letter as a capital. VNI writes a vowel and
its mark as two bytes, in the fonts ``VNI-Times`` and their like. Office programs store these
bytes as the characters of Windows-1252 with the same codes. TCVN 6909:2001 (Unicode) took the
place of both.
"""

from __future__ import annotations

import re

_TCVN3 = {
    **dict(zip("àảãáạ", "\xb5\xb6\xb7\xb8\xb9", strict=True)),
    **dict(zip("ăằẳẵắặ", "\xa8\xbb\xbc\xbd\xbe\xc6", strict=True)),
    **dict(zip("âầẩẫấậ", "\xa9\xc7\xc8\xc9\xca\xcb", strict=True)),
    **dict(zip("èẻẽéẹ", "\xcc\xce\xcf\xd0\xd1", strict=True)),
    **dict(zip("êềểễếệ", "\xaa\xd2\xd3\xd4\xd5\xd6", strict=True)),
    **dict(zip("ìỉĩíị", "\xd7\xd8\xdc\xdd\xde", strict=True)),
    **dict(zip("òỏõóọ", "\xdf\xe1\xe2\xe3\xe4", strict=True)),
    **dict(zip("ôồổỗốộ", "\xab\xe5\xe6\xe7\xe8\xe9", strict=True)),
    **dict(zip("ơờởỡớợ", "\xac\xea\xeb\xec\xed\xee", strict=True)),
    **dict(zip("ùủũúụ", "\xef\xf1\xf2\xf3\xf4", strict=True)),
    **dict(zip("ưừửữứự", "\xad\xf5\xf6\xf7\xf8\xf9", strict=True)),
    **dict(zip("ỳỷỹýỵ", "\xfa\xfb\xfc\xfd\xfe", strict=True)),
    **dict(zip("đĂÂÊÔƠƯĐ", "\xae\xa1\xa2\xa3\xa4\xa5\xa6\xa7", strict=True)),
}
_VNI_ALONE = dict(zip("đìỉĩíịơưỵ", "ñìæóíòôöî", strict=True))
_VNI_TONES = "øûõùï"  # grave, hook, tilde, acute, dot below
_VNI_PAIRS = {  # the vowel before the mark, the vowels that come out, their marks
    "a": ("àảãáạăằẳẵắặâầẩẫấậ", _VNI_TONES + "êèúüéë" + "âàåãáä"),
    "e": ("èẻẽéẹêềểễếệ", _VNI_TONES + "âàåãáä"),
    "o": ("òỏõóọôồổỗốộ", _VNI_TONES + "âàåãáä"),
    "ô": ("ờởỡớợ", _VNI_TONES),
    "u": ("ùủũúụ", _VNI_TONES),
    "ö": ("ừửữứự", _VNI_TONES),
    "y": ("ỳỷỹý", _VNI_TONES[:4]),
}
# Letters that no font of an old encoding holds: where they stand, the text is Unicode already.
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")


def _vni() -> dict[str, str]:
    """Characters of VNI to letters; a mark's own case is not looked at, its vowel's counts."""
    lower = {old: new for new, old in _VNI_ALONE.items()}
    for vowel, (letters, marks) in _VNI_PAIRS.items():
        lower |= {vowel + mark: letter for letter, mark in zip(letters, marks, strict=True)}
    either = lower | {old[0] + old[1:].upper(): new for old, new in lower.items()}
    return either | {old[0].upper() + old[1:]: new.upper() for old, new in either.items()}


_FROM_TCVN3 = str.maketrans({old: new for new, old in _TCVN3.items()})
_FROM_VNI = _vni()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _FROM_VNI), key=len, reverse=True)))


def shows_unicode(text: str) -> bool:
    """Whether a text has a letter that no old encoding has, so that it was Unicode all along."""
    return bool(_UNICODE_ONLY.search(text))


def is_old_font(font: str | None) -> bool:
    """Whether a font holds the letters of an old encoding.

    >>> is_old_font(".VnTimeH"), is_old_font("VNI-Times"), is_old_font("Times New Roman")
    (True, True, False)
    """
    return font is not None and font[:4].casefold().startswith((".vn", "vni-"))


def decode(text: str, font: str) -> str:
    """What a text shows in a font of an old encoding; in any other font the text as it is.

    >>> decode("Céng hßa x· héi", ".VnTime"), decode("Céng hßa", ".VnTimeH")
    ('Cộng hòa xã hội', 'CỘNG HÒA')
    >>> decode("Coäng hoøa xaõ hoäi", "VNI-Times"), decode("café", "Arial")
    ('Cộng hòa xã hội', 'café')
    """
    name = font.casefold()
    if name.startswith("vni-"):
        return _VNI_LETTER.sub(lambda letter: _FROM_VNI[letter[0]], text)
    if not name.startswith(".vn"):
        return text
    shown = text.translate(_FROM_TCVN3)
    return shown.upper() if name.endswith("h") else shown
