"""Both judges as one: an answer is what both give, or it is none."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import NamedTuple

from ..words import Text
from . import plain
from .guarded import Guarded
from .model import Fact, Ruleset


class JudgesDifferError(RuntimeError):
    """The two judges derive different facts from the same rules and facts."""


class _Known(NamedTuple):
    """What was derived by one ruleset; it is held, so that its identity stays its own."""

    ruleset: Ruleset
    answers: dict[tuple[Fact, ...], frozenset[Fact]]


class Judges:
    """The plain judge, and durable-rules beside it wherever it can be loaded.

    What follows from facts does not change within a run: the same question is asked of both judges
    once. A hundred documents put few questions, mostly the same ones.

    A context manager: leaving it ends the engine's process.

    Args:
        timeout: seconds that the engine may take for one run.
    """

    def __init__(self, timeout: float = 30.0) -> None:
        self._guarded = Guarded(timeout)
        self._derived: dict[int, _Known] = {}

    @property
    def why_plain_only(self) -> Text | None:
        """Why the plain judge decides alone, or None where both decide."""
        return self._guarded.why_not

    def names(self) -> list[str]:
        """Who judges here, as the receipt says it."""
        engine = self._guarded.name
        return [engine, "plain"] if engine else ["plain"]

    def derive(self, ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
        """All that follows from the facts.

        Raises:
            RulesetFault: the rules or the facts are refused.
            EngineCrash: the engine gave no answer.
            JudgesDifferError: it gave another one.
        """
        known = self._derived.setdefault(id(ruleset), _Known(ruleset, {}))
        asked = tuple(facts)
        if asked not in known.answers:
            known.answers[asked] = self._ask_both(ruleset, facts)
        return known.answers[asked]

    def _ask_both(self, ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
        derived = plain.run(ruleset, facts)
        if not self.why_plain_only and self._guarded.run(ruleset, facts) != derived:
            raise JudgesDifferError(f"{ruleset.name}: the judges differ")
        return derived

    def __enter__(self) -> Judges:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._guarded.close()
