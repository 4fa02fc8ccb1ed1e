"""Words for people: bilingual text, folded comparison, and "did you mean"."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One sentence in both languages; Vietnamese is what officers read."""

    vi: str
    en: str

    def of(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.vi if lang == "vi" else self.en

    def as_dict(self) -> dict[str, str]:
        """The form that the JSON contract names."""
        return {"vi": self.vi, "en": self.en}


def tidy(text: str) -> str:
    """NFC, without invisible characters, white space collapsed.

    >>> tidy("  Mã   thủ tục ")
    'Mã thủ tục'
    """
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def readable_name(name: str) -> str:
    r"""A file's name as it can be written anywhere: what in it is no Unicode is replaced by U+FFFD.

    A name on a disk may be any bytes (or, on Windows, half of a surrogate pair).

    >>> readable_name("m\udcff.docx")
    'm\ufffd.docx'
    """
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def fold(text: str) -> str:
    """Tidy text without marks, case or dash variants: what makes two headers "the same".

    >>> fold("Mã Thủ Tục – HÒA/HOÀ Đ")
    'ma thu tuc - hoa/hoa d'
    """
    return fold_tidy(tidy(text))


def fold_tidy(text: str) -> str:
    """The same, of a text that is tidy already."""
    return "".join(map(_FOLDED.__getitem__, text))


class _Folded(dict[str, str]):
    """Characters as ``fold`` makes them: filled when asked, as texts have few different ones."""

    def __missing__(self, character: str) -> str:
        bare = unicodedata.normalize("NFD", character.translate(_DASHES).casefold())
        folded = "".join(c for c in bare if not unicodedata.combining(c)).replace("đ", "d")
        self[character] = folded
        return folded


_FOLDED = _Folded()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a typist most likely meant, or None if nothing is near.

    >>> nearest("posted_at", ["posted_on", "code"])
    'posted_on'
    """
    matches = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """The end of an error's sentence that names the nearest known word; empty if none is near.

    >>> did_you_mean("posted_at", ["posted_on"]).en
    "; did you mean 'posted_on'?"
    """
    guess = nearest(word, known)
    return Text(f"; có phải '{guess}'?", f"; did you mean '{guess}'?") if guess else Text("", "")
