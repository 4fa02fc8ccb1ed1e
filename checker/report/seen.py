"""Characters that a reader does not see, written out by their number."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    r"""Text without control characters, marks of direction or halves of surrogate pairs.

    They are neither obeyed nor lost: each is shown by its number.

    >>> plain("a\u202eb\x1b[1m")
    'a‹U+202E›b‹U+001B›[1m'
    """
    return _UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text.replace("\r\n", "\n"))
