"""The durable engine behind a wall: a crash or a hang costs one run, never the program."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

from ..home import HOME
from ..words import Text
from .model import Fact, Ruleset
from .wire import decode, encode

_START = f"import sys; sys.path[:] = sys.argv[1:]; from {__package__}.worker import main; main()"

_START_TIMEOUT = 60.0
"""Seconds that a new process may take to start, on a busy machine as well."""


class EngineCrash(RuntimeError):
    """The engine gave no answer that may be used: it died, hung or said that it failed."""


class Guarded:
    """One engine process at a time, begun anew after each crash. A context manager.

    Not for two threads at once.

    Args:
        timeout: seconds that one run may take.
    """

    def __init__(self, timeout: float = 30.0) -> None:
        self._timeout = timeout
        self._child: _Child | None = None
        self.name: str | None = None
        self.why_not: Text | None = None
        try:
            self._greet()
        except EngineCrash as crash:
            self.why_not = self.why_not or Text(
                vi=f"durable-rules không khởi động được ({crash}); chỉ bộ xét Python kết luận.",
                en=f"durable-rules does not start ({crash}); the plain judge decides alone.",
            )

    def run(self, ruleset: Ruleset, facts: Sequence[Fact]) -> frozenset[Fact]:
        """The same contract as :func:`.plain.run`, in the other process.

        Raises:
            EngineCrash: there is no answer to this run; the next one gets a new process.
        """
        child = self._child or self._greet()
        request: dict[str, object] = {"digest": ruleset.digest, "facts": encode(tuple(facts))}
        if ruleset.digest not in child.known:
            request["ruleset"] = encode(ruleset)
        try:
            reply = child.ask(request, self._timeout)
            derived = frozenset(cast(tuple[Fact, ...], decode(reply["derived"])))
        except EngineCrash:
            self.close()
            raise
        except (KeyError, TypeError, ValueError) as error:
            self.close()
            raise EngineCrash(str(reply.get("fault", f"no protocol: {error}"))) from error
        child.known.add(ruleset.digest)
        return derived

    def _greet(self) -> _Child:
        try:
            self._child = child = _Child()
            greeting = child.hear(_START_TIMEOUT)
        except OSError as error:
            raise EngineCrash(f"no process can be started: {error}") from error
        except EngineCrash:
            self.close()
            raise
        if "version" not in greeting:
            self.close()
            self.why_not = Text(**greeting["unavailable"])
            raise EngineCrash(self.why_not.en)
        self.name = str(greeting["version"])
        return child

    @property
    def pid(self) -> int | None:
        """The process that runs the engine now, if one does."""
        return self._child.pid if self._child else None

    def close(self) -> None:
        """End the process and wait for its end; a later run begins a new one."""
        child, self._child = self._child, None
        if child:
            child.end()

    def __enter__(self) -> Guarded:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()


class _Child:
    """One process and a thread that reads it, so that waiting can end (Windows has no select)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *_search_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=HOME,
            text=True,
            encoding="utf-8",
        )
        self.pid = self._process.pid
        self.known: set[str] = set()
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, args=(self._pipe(),), daemon=True)
        self._reader.start()

    def ask(self, request: object, timeout: float) -> dict[str, Any]:
        try:
            stdin = cast(IO[str], self._process.stdin)
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
        except OSError as error:
            raise EngineCrash(f"the process is gone: {error}") from error
        return self.hear(timeout)

    def hear(self, timeout: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise EngineCrash(f"no answer in {timeout:g} s") from None
        if not line:
            raise EngineCrash(f"the process ended with {self._process.wait()}")
        try:
            reply = json.loads(line)
        except ValueError as error:
            raise EngineCrash(f"no protocol: {error}") from error
        if not isinstance(reply, dict):
            raise EngineCrash("no protocol: not an object")
        return reply

    def end(self) -> None:
        # Nothing in the process is worth a farewell, and one that hangs would not hear it.
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._pipe().close()
        with contextlib.suppress(OSError):  # what was still to be written has no reader any more
            cast(IO[str], self._process.stdin).close()

    def _pipe(self) -> IO[str]:
        return cast(IO[str], self._process.stdout)

    def _read(self, pipe: IO[str]) -> None:
        for line in pipe:
            self._lines.put(line)
        self._lines.put("")


def _search_path() -> list[str]:
    """Where the child looks for modules: as here, but never in the user's working folder.

    The last entry lets it find a checkout that was itself found by the working folder.
    """
    return [str(Path(entry).resolve()) for entry in sys.path if entry] + [str(HOME)]
