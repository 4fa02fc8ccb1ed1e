from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from motcua.checker.judge import plain
from motcua.checker.judge.durable_engine import available
from motcua.checker.judge.guarded import EngineCrash, Guarded
from motcua.checker.judge.judges import Judges
from motcua.checker.judge.model import Copy, Derive, Fact, Pattern, Rule, Ruleset

WHY_NOT = available()
needs_engine = pytest.mark.skipif(WHY_NOT is not None, reason=WHY_NOT.en if WHY_NOT else "")

RULES = Ruleset("r", (Rule("r", (Pattern("a", "x"),), Derive.of("end", t=Copy("a", "t"))),))
FACTS = (Fact.of("x", "f1", t="a"), Fact.of("x", "f2", t="b"), Fact.of("other", "f3", t="a"))


def gone(pid: int):
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def strike(pid: int, number: signal.Signals):
    os.kill(pid, number)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


@needs_engine
def test_the_engine_answers_from_its_own_process():
    with Guarded() as guarded:
        assert guarded.why_not is None
        assert guarded.name.startswith("durable-rules 2.")
        assert guarded.pid != os.getpid()
        for _ in range(3):
            assert guarded.run(RULES, FACTS) == plain.run(RULES, FACTS)


@needs_engine
@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGFPE, signal.SIGKILL])
def test_a_crash_costs_one_run(number: signal.Signals):
    with Guarded() as guarded:
        guarded.run(RULES, FACTS)
        first = guarded.pid
        os.kill(first, signal.SIGSTOP)  # so that the crash falls into the run
        blow = threading.Timer(0.2, strike, (first, number))
        blow.start()
        with pytest.raises(EngineCrash):
            guarded.run(RULES, FACTS)
        blow.join()
        assert guarded.run(RULES, FACTS) == plain.run(RULES, FACTS)
        assert guarded.pid != first
        assert gone(first)


@needs_engine
def test_a_hang_costs_one_run():
    with Guarded(timeout=2) as guarded:
        first = guarded.pid
        os.kill(first, signal.SIGSTOP)
        with pytest.raises(EngineCrash, match="no answer in 2 s"):
            guarded.run(RULES, FACTS)
        assert gone(first)
        assert guarded.run(RULES, FACTS) == plain.run(RULES, FACTS)


@needs_engine
def test_what_the_engine_refuses_is_said():
    with Guarded() as guarded:
        with pytest.raises(EngineCrash, match="no field unknown"):
            guarded.run(RULES, [Fact.of("x", "f", unknown=1)])
        assert guarded.run(RULES, FACTS) == plain.run(RULES, FACTS)


@needs_engine
def test_leaving_ends_the_process_and_its_reader():
    before = set(threading.enumerate())
    with Guarded() as guarded:
        pid = guarded.pid
        guarded.run(RULES, FACTS)
    assert gone(pid)
    assert guarded.pid is None
    assert set(threading.enumerate()) <= before


@needs_engine
def test_modules_of_the_users_folder_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["", *sys.path])
    with Guarded() as guarded:
        assert guarded.run(RULES, FACTS) == plain.run(RULES, FACTS)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise ImportError('undefined symbol: PyEval_CallObject')", "PyEval_CallObject"),
        ("import os; os.abort()", "the process ended with"),
        ("import os; os.write(1, b'not json\\n'); raise OSError('no')", "cannot be loaded"),
    ],
)
def test_where_the_engine_cannot_be_loaded_the_plain_judge_decides(
    fault: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "durable").mkdir()
    (tmp_path / "durable" / "__init__.py").write_text(fault)
    monkeypatch.syspath_prepend(tmp_path)
    with Judges() as judges:
        assert said in judges.why_plain_only.en
        assert "Python" in judges.why_plain_only.vi
        assert judges.names() == ["plain"]
        assert judges.derive(RULES, FACTS) == plain.run(RULES, FACTS)
