"""Rulebooks in which nothing is wrong, as far as loading and lint can see."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ..errors import RulesError
from ..home import RULES
from .book import Rulebook
from .files import RuleFile, rule_files
from .lint import lint
from .load import rulebook_of


def valid_rulebook(folders: Sequence[Path] = (), pack: str = "") -> Rulebook:
    """Load the law pack and, upon it, further folders; refuse them if anything in them is wrong.

    With ``pack`` only its criteria and what they stand on, in half the time.

    Raises:
        RulesError: With every fault found.
    """
    return _of(rule_files((RULES, *folders)), pack)


def checked(book: Rulebook) -> Rulebook:
    """A rulebook that lint finds nothing in.

    Raises:
        RulesError: With every fault found.
    """
    faults = lint(book)
    if faults:
        raise RulesError(faults)
    return book


@lru_cache(maxsize=2)
def _of(files: tuple[RuleFile, ...], pack: str) -> Rulebook:
    """The same files make the same rulebook: a process that judges again reads them once."""
    return checked(rulebook_of(files, pack))
