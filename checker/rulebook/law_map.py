"""The map of a law: each of its provisions is judged by a criterion, or it is said why not.

``maps/*.yaml`` in a rules folder. Who wants to know what motcua does not look at reads it here, and
a provision that nobody thought of is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..errors import Diagnostic, RulesError
from ..marked_yaml import Marked, parse_model, read_marked
from ..tables import Strict, Words
from ..words import Text
from .book import LoadedCriterion, Rulebook
from .models import Provision

FOLDER = "maps"

Why = Literal["no_duty", "others", "people", "not_yet", "elsewhere"]
"""Why no criterion judges a provision: it asks nothing (scope, definitions, rights); it binds
others than those checked; only a person can see it; the data or the rule are still missing; another
provision says it in full."""


class MappedProvision(Strict):
    """One provision. With criteria beside it, ``why`` and ``reason`` speak of what they leave."""

    article: str = ""
    clause: str = ""
    point: str = ""
    says: Words
    why: Why | None = None
    reason: Words | None = None


class LawMap(Strict):
    """``maps/<name>.yaml``: all provisions of one document, or of the part that ``scope`` names."""

    document: str
    title: Words
    scope: Words | None = None
    provisions: tuple[MappedProvision, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """A provision of the map and the criteria that rest on it or on a part of it."""

    provision: MappedProvision
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapRead:
    """One map as read, with what judges each of its provisions, and its faults."""

    law: LawMap
    judged: tuple[Judged, ...]
    faults: tuple[Diagnostic, ...]


def read_maps(folder: Path, book: Rulebook) -> list[MapRead]:
    """Read every map of a rules folder against its criteria.

    Raises:
        RulesError: A map is faulty in itself.
    """
    faults: list[Diagnostic] = []
    found: list[MapRead] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            marked = read_marked(f"{folder.name}/{FOLDER}/{path.name}", path.read_bytes())
            found.append(_held_against(parse_model(marked, LawMap), marked, book))
        except RulesError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise RulesError(faults)
    return found


def _held_against(law: LawMap, marked: Marked, book: Rulebook) -> MapRead:
    cited = dict(_cited(book, law.document))
    judged = tuple(Judged(one, _judges(one, cited)) for one in law.provisions)
    faults = (*_orphans(judged, marked), *_doubles(law, marked), *_unlisted(law, cited, marked))
    return MapRead(law, judged, faults)


_Key = tuple[str, str, str]


def _judges(listed: MappedProvision, cited: Mapping[_Key, frozenset[str]]) -> tuple[str, ...]:
    """The criteria that rest on the provision or on a part of it."""
    return tuple(sorted({i for key, ids in cited.items() if _within(key, listed) for i in ids}))


def _cited(book: Rulebook, document: str) -> Iterator[tuple[_Key, frozenset[str]]]:
    """Every provision of the document that a criterion or one of its values rests on."""
    found: dict[_Key, set[str]] = {}
    for loaded in book.criteria.values():
        for ref in _bases(book, loaded):
            if ref.document == document:
                key = (ref.article, ref.clause, ref.point)
                found.setdefault(key, set()).add(loaded.criterion.id)
    for key, ids in found.items():
        yield key, frozenset(ids)


def _bases(book: Rulebook, loaded: LoadedCriterion) -> Iterator[Provision]:
    for clause in loaded.clauses:
        yield from clause.version.basis
        for name in clause.parameters:
            yield from (value.basis for value in book.parameters[name].values)


def _within(cited: _Key, listed: MappedProvision) -> bool:
    """Is what is cited the provision, or a part of it? Annexes number their parts with dots."""
    article, clause, point = cited
    if not listed.clause:
        return article == listed.article
    inside = clause == listed.clause or clause.startswith(f"{listed.clause}.")
    return article == listed.article and inside and listed.point in ("", point)


def _orphans(judged: tuple[Judged, ...], marked: Marked) -> Iterator[Diagnostic]:
    for number, one in enumerate(judged):
        where = ("provisions", number)
        if (one.provision.why is None) != (one.provision.reason is None):
            yield marked.fault(
                where,
                Text("'why' và 'reason' phải đi cùng nhau", "'why' and 'reason' go together"),
            )
        elif not one.criteria and one.provision.why is None:
            name = " ".join(filter(None, (one.provision.article, one.provision.clause)))
            yield marked.fault(
                where,
                Text(
                    f"'{name}': không tiêu chí nào xét và không nói vì sao",
                    f"'{name}': no criterion judges it and no reason is given",
                ),
            )


def _doubles(law: LawMap, marked: Marked) -> Iterator[Diagnostic]:
    seen: set[_Key] = set()
    for number, one in enumerate(law.provisions):
        key = (one.article, one.clause, one.point)
        if key in seen:
            text = Text("điều khoản này đã kê ở trên", "this provision is listed above already")
            yield marked.fault(("provisions", number), text)
        seen.add(key)


def _unlisted(
    law: LawMap, cited: dict[_Key, frozenset[str]], marked: Marked
) -> Iterator[Diagnostic]:
    """What criteria rest on has to be on the map, or the map is not whole."""
    for key, ids in sorted(cited.items()):
        if not law.scope and not any(_within(key, one) for one in law.provisions):
            name, by = " ".join(filter(None, key)), ", ".join(sorted(ids))
            yield marked.fault(
                ("document",),
                Text(
                    f"bản đồ thiếu '{name}' mà {by} dựa vào",
                    f"the map lacks '{name}', on which {by} rests",
                ),
            )
