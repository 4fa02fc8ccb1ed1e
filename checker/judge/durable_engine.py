"""The first judge: durable-rules, kept to what it was measured to do right.

The only module that imports ``durable``. It loads a C extension that may be absent, may fail to
load (Python 3.13) and may crash, so others reach it through :mod:`.guarded`.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import itertools
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..words import Text
from .identity import collision
from .model import (
    MAX_DERIVED,
    Compare,
    Copy,
    Derive,
    Fact,
    Join,
    Pattern,
    Rule,
    Ruleset,
    RulesetFault,
    Value,
    check_facts,
)


class EngineFault(RuntimeError):
    """The engine broke its word in one run; nothing it derived there may be used."""


def available() -> Text | None:
    """Why the engine cannot be used here, or None where it can."""
    try:
        importlib.import_module("durable.engine")
    except Exception as error:  # whatever a foreign C extension raises, the answer is the same
        return Text(
            vi=f"Không nạp được durable-rules ({error}); chỉ bộ xét Python thuần kết luận.",
            en=f"durable-rules cannot be loaded ({error}); the plain judge decides alone.",
        )
    return None


def version() -> str:
    """The name that the receipt gives this judge."""
    return f"durable-rules {importlib.metadata.version('durable-rules')}"


# The first fact of every run, which a rule of our own takes. To delete the state of a run that
# holds no fact frees it twice and kills the process; to keep it ends in MemoryError at run 1,024.
_ANCHOR = "_anchor"


class Engine:
    """Rulesets stay registered for the life of the engine; each run has a memory of its own."""

    def __init__(self) -> None:
        self._durable = importlib.import_module("durable.engine")
        self._host = _quiet(self._durable.Host)()
        self._rulesets: dict[str, str] = {}
        self._sids = itertools.count(1)
        self._run: _Run

    def run(self, ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
        """All that follows from the facts: the same contract as :func:`.plain.run`.

        Raises:
            RulesetFault: the fact base is refused, or the chain outgrows ``MAX_DERIVED``.
            EngineFault: the engine did not do what it was measured to do.
        """
        check_facts(ruleset, facts)
        self._run = run = _Run(f"s{next(self._sids)}", facts)
        try:
            with warnings.catch_warnings():
                # durable calls datetime.utcfromtimestamp at each action, deprecated from Python
                # 3.12; its last release is of 2020.
                warnings.filterwarnings("ignore", "datetime.*utcfromtimestamp", DeprecationWarning)
                self._chain(self._registered(ruleset), [run.anchor, *map(run.message, facts)])
        except EngineFault:
            raise
        except Exception as error:  # the C extension raises its bare `error` with a number
            raise EngineFault(f"{type(error).__name__}: {error}") from error
        if len(run.derived) > MAX_DERIVED:
            raise RulesetFault(f"{ruleset.name}: more than {MAX_DERIVED} derived facts")
        return frozenset(run.derived)

    def _chain(self, name: str, messages: Sequence[dict[str, Value]]) -> None:
        """Tell the facts one by one; each call runs all that follows."""
        for message in messages:
            self._assert(name, message)
        self._check_held(name)
        # Only after a run that went well: an engine at fault is not to be touched again.
        self._host.delete_state(name, self._run.sid)

    def _registered(self, ruleset: Ruleset) -> str:
        name = self._rulesets.get(ruleset.digest)
        if name is None:
            name = f"r{len(self._rulesets)}"
            # The engine takes `run` out of the dict it is given: it gets one of its own.
            definition = {rule.id: self._compiled(rule) for rule in ruleset.rules}
            anchor = {"all": [{"a": {"kind": _ANCHOR}}], "run": lambda _: None}
            self._host.register_rulesets({name: {**definition, _ANCHOR: anchor}})
            self._rulesets[ruleset.digest] = name
        return name

    def _compiled(self, rule: Rule) -> dict[str, Any]:
        return {"all": [_pattern(p) for p in rule.patterns], "run": self._action(rule)}

    def _action(self, rule: Rule) -> Callable[[Any], None]:
        def act(closure: Any) -> None:  # noqa: ANN401 -- durable ships no types
            for fact in _follows(rule.derive, closure._m):
                self._derive(closure, fact)

        return act

    def _derive(self, closure: Any, fact: Fact) -> None:  # noqa: ANN401
        run = self._run
        if fact.content in run.known or len(run.derived) > MAX_DERIVED:
            return
        run.derived.append(fact)
        run.know(fact)
        try:
            closure.assert_fact(run.message(fact))
            run.held.append(run.message(fact))
        except self._durable.MessageNotHandledException:
            pass  # a last link of the chain: no rule asks for it, and the engine keeps no copy

    def _assert(self, name: str, message: dict[str, Value]) -> None:
        run = self._run
        run.held.append(message)
        try:
            state = self._host.assert_fact(name, dict(message))
        except self._durable.MessageNotHandledException:
            run.held.remove(message)
            return
        except self._durable.MessageObservedException as error:
            raise EngineFault(f"takes {message['id']} for a fact it has seen") from error
        # An exception in an action does not surface: the engine writes it into its state.
        if state and "exception" in state:
            raise EngineFault(str(state["exception"]))

    def _check_held(self, name: str) -> None:
        run = self._run
        held = self._host.get_facts(name, run.sid)
        if _by_id(held) != _by_id(run.held):
            raise EngineFault(f"{len(run.held)} facts went in, {len(held)} others are held")


class _Run:
    """What one run has said so far."""

    def __init__(self, sid: str, facts: Sequence[Fact]) -> None:
        self.sid = sid
        self.anchor: dict[str, Value] = {"kind": _ANCHOR, "id": _ANCHOR, "sid": sid}
        self.known = {fact.content for fact in facts}
        self.derived: list[Fact] = []
        self.held: list[dict[str, Value]] = []
        # The engine's own state is a fact too, under this id.
        self._ids = [f"sid-{sid}", _ANCHOR, *(fact.id for fact in facts)]
        self._check_ids()

    def know(self, fact: Fact) -> None:
        self.known.add(fact.content)
        self._ids.append(fact.id)
        self._check_ids()

    def _check_ids(self) -> None:
        if twins := collision(self._ids):
            raise RulesetFault(f"the engine cannot tell apart the fact ids {twins}")

    def message(self, fact: Fact) -> dict[str, Value]:
        return {"kind": fact.kind, "id": fact.id, "sid": self.sid, **dict(fact.fields)}


def _quiet(host: Any) -> Any:  # noqa: ANN401
    """The stock host without its two timer threads, which race with the caller."""
    return type("QuietHost", (host,), {"_run": lambda self: None})


def _by_id(messages: Sequence[dict[str, Value]]) -> list[dict[str, Value]]:
    return sorted(messages, key=lambda message: message["id"])


def _pattern(pattern: Pattern) -> dict[str, Any]:
    # The tag of kind stands in every pattern: without it the engine's own state could fit.
    joins = [_condition(c) for c in pattern.conditions if isinstance(c, Join)]
    own = [_condition(c) for c in pattern.conditions if isinstance(c, Compare)]
    # The last join is said twice. Where the last one of an "$and" does not hold, the engine looks
    # for the end of the list one place too late and reads on through foreign memory
    # (reduceExpressionSequence in src/rules/events.c). Two values of one hash bring it there. The
    # first of the twins then stops it in time, and the second never fails alone.
    return {pattern.alias: {"$and": [{"kind": pattern.kind}, *own, *joins, *joins[-1:]]}}


_OPS = {"lt": "$lt", "le": "$lte", "gt": "$gt", "ge": "$gte"}


def _condition(condition: Compare | Join) -> dict[str, Any]:
    if isinstance(condition, Join):
        return {condition.field: {condition.alias: condition.other_field}}
    said = {condition.field: condition.constant}
    return said if condition.op == "eq" else {_OPS[condition.op]: said}


def _follows(derive: Derive, matched: dict[str, dict[str, Value]]) -> Iterator[Fact]:
    said = {
        name: matched[source.alias].get(source.field) if isinstance(source, Copy) else source
        for name, source in derive.fields
    }
    present = [(name, value) for name, value in said.items() if value is not None]
    if len(present) == len(said):
        yield Fact.derived(derive.kind, present)
