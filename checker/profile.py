"""A unit's own parameters: what the law leaves to a locality, set with the locality's own paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from .errors import UsageError
from .intake.unit import LocalParameter
from .rulebook.book import Rulebook
from .words import Text, did_you_mean

LocalValues = Mapping[str, Mapping[int, int | float | str]]


class HasProfile(Protocol):
    """A unit with its number in the run and the parameters that its profile sets."""

    @property
    def number(self) -> int:
        """The unit's number in the run."""

    @property
    def parameters(self) -> Mapping[str, LocalParameter]:
        """Name -> value and paper."""


def check_profile(book: Rulebook, parameters: Mapping[str, LocalParameter]) -> None:
    """Refuse what a profile may not set.

    All units are measured in one query: a value of another kind than the law's would cost every
    unit its verdict.

    Raises:
        UsageError: A parameter that does not exist, that the law does not leave to a locality,
            or a value of another kind.
    """
    allowed = sorted(name for name, parameter in book.parameters.items() if parameter.local)
    listed = ", ".join(allowed)
    for name, parameter in parameters.items():
        if name not in allowed:
            hint = did_you_mean(name, allowed)
            raise UsageError(
                Text(
                    f"không có tham số địa phương '{name}'{hint.vi} (có: {listed})",
                    f"no local parameter '{name}'{hint.en} (there are: {listed})",
                )
            )
        law = book.parameters[name].values[0].value
        if not _like(parameter.value, law):
            raise UsageError(
                Text(
                    f"{name}: thấy '{parameter.value}', cần giá trị cùng kiểu với '{law}' của luật",
                    f"{name}: found '{parameter.value}', needs a value of the kind of '{law}'",
                )
            )


def local_values(units: Iterable[HasProfile]) -> LocalValues:
    """Parameter -> unit's number -> the value that the unit's own profile sets."""
    found: dict[str, dict[int, int | float | str]] = {}
    for unit in units:
        for name, parameter in unit.parameters.items():
            found.setdefault(name, {})[unit.number] = parameter.value
    return found


def _like(value: int | float | str, law: int | float | str) -> bool:
    return type(value) is type(law) or (isinstance(law, float) and isinstance(value, int))
