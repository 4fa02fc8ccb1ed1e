"""Names of people, masked where they are known to be names.

A name is known from the fields that hold one (``personal`` in ``schemas/tables/*.yaml``) and from
the signer's name in a document. Wherever else the same words stand together, each with a capital as
names have it, they are that name. In small letters, or where one word is all that was written, it
could be any word of a sentence: that is left as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..store import Store
from ..tables import table_specs
from ..words import fold

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_BETWEEN = re.compile(r"[\s.]+")
_APART = re.compile(r"[,;()/\n–—]|\s-\s")
_ADDRESS = re.compile(
    r"^\s*(?:(?:ông|bà|anh|chị|đồng chí|đ/c|(?:GS|PGS|TS|ThS|CN|KS|BS)\.?)\s+)+", re.I
)
_LEAST_WORDS, _MOST_WORDS = 2, 6
# A post or a body in place of a name: it is no secret who holds it, nor is it a name.
_OFFICE = re.compile(
    r"\b(?:ubnd|uy ban|chu tich|bi thu|giam doc|truong|pho|so|phong|ban|cuc|vu|chi cuc|van phong"
    r"|trung tam|cong ty|bo|to|don vi|lanh dao|chanh|vien chuc|cong chuc|can bo)\b"
)
_FIELD_QUERY = 'SELECT DISTINCT unit, "{field}" FROM {table} WHERE "{field}" IS NOT NULL'
_SIGNER_QUERY = (
    "SELECT DISTINCT unit, text FROM document_components"
    " WHERE role = 'signer_name' AND text IS NOT NULL"
)


class Names:
    """The names of one unit's people, looked for in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = defaultdict(list)
        for words in {words for name in names for words in _named(name)}:
            self._by_first[words[0]].append(list(words))
        for alike in self._by_first.values():
            alike.sort(key=lambda words: (-len(words), words))

    def mask(self, text: str) -> str:
        """The text with every name cut to its initials, in its own length and letters.

        >>> Names(["Nguyễn Văn An"]).mask("Ông NGUYỄN VĂN AN ký")
        'Ông N***** V** A* ký'
        """
        if not self._by_first:
            return text
        words = list(_WORD.finditer(text))
        plain = [_plain(word[0]) for word in words]
        at, kept = 0, []
        for number in range(len(words)):
            length = self._length(text, words, plain, number)
            if length and words[number].start() >= at:
                for word in words[number : number + length]:
                    kept += [text[at : word.start() + 1], "*" * (len(word[0]) - 1)]
                    at = word.end()
        return "".join((*kept, text[at:]))

    def _length(self, text: str, words: list[re.Match[str]], plain: list[str], first: int) -> int:
        """How many words from here on are a name; 0 if none."""
        for name in self._by_first.get(plain[first], ()):
            last = first + len(name)
            if plain[first:last] == name and _together(text, words[first:last]):
                return len(name)
        return 0


def names_in(store: Store) -> dict[int, Names]:
    """Unit -> the names of people that its registers and documents hold."""
    found: dict[int, set[str]] = defaultdict(set)
    queries = [
        _FIELD_QUERY.format(field=field, table=spec.table)
        for spec in table_specs().values()
        for field, about in spec.fields.items()
        if about.personal
    ]
    for query in (*queries, _SIGNER_QUERY):
        for unit, name in store.db.execute(query).fetchall():
            found[unit].add(name)
    return {unit: Names(names) for unit, names in found.items()}


def _together(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Do the words follow upon each other, each with a capital?"""
    between = pairwise(words)
    return all(word[0][0].isupper() for word in words) and all(
        _BETWEEN.fullmatch(text, left.end(), right.start()) for left, right in between
    )


def _named(value: str) -> Iterator[tuple[str, ...]]:
    """The names in a field's value, without forms of address: posts often stand beside them.

    >>> list(_named("Ông Nguyễn Văn An, Phó Chủ tịch; Lê Thị Bình"))
    [('nguyễn', 'văn', 'an'), ('lê', 'thị', 'bình')]
    """
    for part in _APART.split(value):
        name = _ADDRESS.sub("", part)
        if _certain(name):
            yield tuple(_words(name))


def _certain(name: str) -> bool:
    """Is it a person's name, and not a post, a body or a word that stands in other sentences?"""
    words = _WORD.findall(name)
    return (
        _LEAST_WORDS <= len(words) <= _MOST_WORDS
        and all(word[0].isupper() for word in words)
        and not any(character.isdigit() for character in name)
        and not _OFFICE.search(fold(name))
    )


def _words(text: str) -> list[str]:
    return [_plain(word[0]) for word in _WORD.finditer(text)]


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
