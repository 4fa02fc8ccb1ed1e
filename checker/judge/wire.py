"""Rules and facts as JSON, for the pipe between the program and the engine's process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass

from .model import Compare, Copy, Derive, Fact, Join, Pattern, Rule, Ruleset

_NODES: dict[str, Callable[..., object]] = {
    node.__name__: node for node in (Compare, Copy, Derive, Fact, Join, Pattern, Rule, Ruleset)
}


def encode(node: object) -> object:
    """A node as ``{"its class": [its fields]}``, a tuple as a list, a value as itself."""
    if isinstance(node, tuple):
        return [encode(part) for part in node]
    if is_dataclass(node):
        parts = [encode(getattr(node, f.name)) for f in fields(node) if f.init]
        return {type(node).__name__: parts}
    return node


def decode(data: object) -> object:
    """The node again; it checks itself as when it was first made.

    Raises:
        RulesetFault: the data say something that the model refuses.
        KeyError, TypeError, ValueError: they are no node at all.
    """
    if isinstance(data, list):
        return tuple(decode(part) for part in data)
    if isinstance(data, dict):
        ((name, parts),) = data.items()
        return _NODES[name](*(decode(part) for part in parts))
    return data
