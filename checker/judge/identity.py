"""The 32-bit identity of the engine, so that its collisions can be proved absent beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_OFFSET, _PRIME, _MASK = 2166136261, 16777619, 0xFFFFFFFF


@lru_cache(maxsize=4096)
def fnv1a_32(text: str) -> int:
    """FNV-1a over UTF-8 as durable-rules hashes names and ids: bytes enter sign-extended.

    >>> fnv1a_32("liquid") == fnv1a_32("costarring")
    True
    """
    value = _OFFSET
    for byte in text.encode():
        # The engine reads `char`, which is signed on x86: 0x80 and above enter as negatives.
        signed = byte if byte < 0x80 else byte - 0x100
        value = ((value ^ (signed & _MASK)) * _PRIME) & _MASK
    return value


def collision(texts: Iterable[str]) -> tuple[str, str] | None:
    """Two different texts that the engine would take for one, or None."""
    seen: dict[int, str] = {}
    for text in texts:
        other = seen.setdefault(fnv1a_32(text), text)
        if other != text:
            return other, text
    return None
