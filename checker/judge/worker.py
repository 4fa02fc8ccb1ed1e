"""The engine's own process: one JSON line in, one out, until the input ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import TextIO, cast

from . import durable_engine
from .model import Fact, Ruleset, RulesetFault
from .wire import decode, encode


def main() -> None:
    """Greet with the engine's version or the reason why there is none, then serve."""
    replies = _private_output()
    for reply in _serve(sys.stdin):
        print(json.dumps(reply), file=replies, flush=True)


def _private_output() -> TextIO:
    """The pipe of the replies; whatever else writes to standard output goes to standard error."""
    pipe = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(pipe, "w", encoding="utf-8")


def _serve(requests: TextIO) -> Iterator[object]:
    if reason := durable_engine.available():
        yield {"unavailable": reason.as_dict()}
        return
    yield {"version": durable_engine.version()}
    engine = durable_engine.Engine()
    rulesets: dict[str, Ruleset] = {}
    for line in requests:
        request = json.loads(line)
        digest = request["digest"]
        if "ruleset" in request:
            rulesets[digest] = cast(Ruleset, decode(request["ruleset"]))
        facts = cast(tuple[Fact, ...], decode(request["facts"]))
        try:
            yield {"derived": encode(tuple(engine.run(rulesets[digest], facts)))}
        except (RulesetFault, durable_engine.EngineFault) as fault:
            yield {"fault": str(fault)}
