"""What can go wrong on the user's side, with the exit code that the contract gives it.

Programming faults are not caught with these: they surface as tracebacks in tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from .words import Lang, Text


class MotcuaError(Exception):
    """A fault that a person can act on: what was found, where, and what to do."""

    exit_code = 2

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class UsageError(MotcuaError):
    """The command line or ``unit.yaml`` asks for something that cannot be done."""

    exit_code = 2


class NothingToCheckError(MotcuaError):
    """No unit folder or no document was found: an empty run must not look like a clean one."""

    exit_code = 3


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One fault in a file that a person wrote, at its line and column (both from 1)."""

    file: str
    line: int
    column: int
    text: Text

    def render(self, lang: Lang) -> str:
        """The one-line form that editors can jump to."""
        return f"{self.file}:{self.line}:{self.column}: {self.text.of(lang)}"


class RulesError(MotcuaError):
    """The rule pack is invalid; carries every fault found, not only the first."""

    exit_code = 5

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = sorted(set(diagnostics))
        super().__init__(
            Text(
                vi="\n".join(d.render("vi") for d in self.diagnostics),
                en="\n".join(d.render("en") for d in self.diagnostics),
            )
        )
