"""What durable-rules does wrong, each kept as a test: a build that behaves otherwise is noticed.

The judge leans on none of it; the rules of ``model.py`` and ``durable_engine.py`` keep clear of it.
Every probe runs in a process of its own, for some of them kill it.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from motcua.checker.home import HOME
from motcua.checker.judge.durable_engine import available

WHY_NOT = available()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=WHY_NOT.en if WHY_NOT else "")

PRELUDE = """
import os, random, sys, warnings
warnings.simplefilter("ignore", DeprecationWarning)
from durable import engine
class Quiet(engine.Host):
    def _run(self): pass
host, fired = Quiet(), []
def rules(*conditions, run=lambda c: fired.append(1)):
    host.register_rulesets(
        {"r": {f"r{i}": {"all": c, "run": run} for i, c in enumerate(conditions)}})
def say(**fact):
    try: return host.assert_fact("r", fact)
    except engine.MessageNotHandledException: print("not handled")
    except engine.MessageObservedException: print("observed")
    except Exception as error: print(error)
def told(): print(len(fired), "fired")
"""

SAID = {
    "a fact that no rule asks for": ("rules([{'a': {'t': 'x'}}]); say(t='y')", "not handled"),
    "a fact said twice": ("rules([{'a': {'t': 'x'}}]); say(t='x'); say(t='x')", "observed"),
    "an id with other content": (
        "rules([{'a': {'t': 'x'}}]); say(id='1', t='x'); say(id='1', t='x', n=1)",
        "observed",
    ),
    "ids that collide": (
        "rules([{'a': {'t': 'x'}}]); say(id='liquid', t='x'); say(id='costarring', t='x')",
        "observed",
    ),
    "names that collide": ("rules([{'a': {'costarring': 1}}]); say(liquid=1); told()", "1 fired"),
    "a number for a text": ("rules([{'a': {'t': '5'}}]); say(t=5); told()", "1 fired"),
    "a text for a number": ("rules([{'a': {'n': 5}}]); say(n='5')", "not handled"),
    "order of texts": ("rules([{'a': {'$lt': {'t': 'abc d'}}}]); say(t='abc')", "not handled"),
    "length modulo 65,536": (
        "rules([{'a': {'t': 'x' * 5}}]); say(t='x' * 65541); told()",
        "1 fired",
    ),
    "a branch of $or": (
        "rules([{'a': {'$or': [{'n': 1}, {'t': 'x'}]}}]); say(n=1, t='x'); told()",
        "2 fired",
    ),
    "an error in an action": (
        "rules([{'a': {'t': 'x'}}], run=lambda c: 1 / 0); print('exception' in say(t='x'))",
        "True",
    ),
    "a batch with one stranger": (
        "rules([{'a': {'t': 'x'}}])\n"
        "try: host.assert_facts('r', [{'t': 'x'}, {'t': 'y'}])\n"
        "except engine.MessageNotHandledException: print(len(host.get_facts('r')), 'held')",
        "1 held",
    ),
    "64 patterns": (
        "rules(*([{'a': {'$gt': {'n': i}}}] for i in range(64))); say(n=99); told()",
        "64 fired",
    ),
    "65 patterns": (
        "rules(*([{'a': {'$gt': {'n': i}}}] for i in range(65))); say(n=99)",
        "Could not assert fact, error code: 303",
    ),
    "65 patterns of 33 rules": (
        "rules(*([{f'a{k}': {'$gt': {'n': 2 * i + k}}} for k in (0, 1)] for i in range(33)))\n"
        "say(n=99)",
        "Could not assert fact, error code: 303",
    ),
    "the state is a fact": (
        "def run(c):\n"
        "    fired.append(1)\n"
        "    if len(fired) == 1000: print('for ever', flush=True); os._exit(0)\n"
        "rules([{'a': {'$nex': {'x': 1}}}], run=run); say(t='x')",
        "for ever",
    ),
    "1,024 memories": (
        "rules([{'a': {'t': 'x'}}])\n"
        "for i in range(1024): say(t='x', sid=f's{i}')\n"
        "try: host.assert_fact('r', {'t': 'x', 'sid': 'one more'})\n"
        "except MemoryError: print('full')",
        "full",
    ),
}

KILLED = {
    "a whole number divided by nought": (
        "rules([{'a': {'$gt': {'n': {'$div': {'$l': {'$m': 'n'}, '$r': {'$m': 'm'}}}}}}])\n"
        "say(n=1, m=0)"
    ),
    "to delete a memory that holds nothing": (
        "rules([{'a': {'t': 'x'}}])\n"
        "for i in range(20000):\n"
        "    say(t='y', sid=f's{i}')\n"
        "    try: host.delete_state('r', f's{i}')\n"
        "    except Exception: pass"
    ),
}

# These two read past the end of a list, so whether one process dies is chance.
RELATIONAL_JOIN = """
chance = random.Random(SEED)
join = [{"a": {"k": "x"}}, {"b": {"$and": [{"k": "y"}, {"$gt": {"n": {"a": "n"}}}]}}]
for name in map(str, range(300)):
    host.register_rulesets({name: {"j": {"all": join, "run": lambda c: None}}})
    for i in range(30):
        try: host.assert_fact(name, {"id": f"f{i}", "k": chance.choice("xy"), "n": i * 7 % 10})
        except engine.MessageNotHandledException: pass
"""
COLLIDING_JOIN = """
from motcua.checker.judge import durable_engine
from motcua.checker.judge.model import Join
from tools.agree import compare, random_facts, random_ruleset
twins = durable_engine._pattern
def untwinned(pattern):
    said = twins(pattern)
    if any(isinstance(c, Join) for c in pattern.conditions): said[pattern.alias]["$and"].pop()
    return said
if UNTWINNED: durable_engine._pattern = untwinned
chance, runs = random.Random(SEED), durable_engine.Engine()
for _ in range(60):
    ruleset = random_ruleset(chance)
    for _ in range(30): assert not compare(runs, ruleset, random_facts(chance, ruleset)).differences
"""


def probe(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRELUDE + script]
    # glibc then fills what is freed, so that whoever reads it again is found out.
    env = {**os.environ, "MALLOC_PERTURB_": "165"}
    return subprocess.run(command, capture_output=True, text=True, cwd=HOME, env=env, timeout=60)


def dies(script: str, **settings: object) -> bool:
    values = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    return probe(values + script).returncode < 0


@pytest.mark.parametrize(("script", "expected"), SAID.values(), ids=SAID)
def test_what_the_engine_makes_of(script: str, expected: str):
    said = probe(script)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines()[-1:] == [expected]


@pytest.mark.parametrize("script", KILLED.values(), ids=KILLED)
def test_what_kills_the_engine(script: str):
    assert dies(script)


def test_an_inequality_between_facts_kills_some_process_of_many():
    assert any(dies(RELATIONAL_JOIN, SEED=seed) for seed in range(40))


def test_values_of_one_hash_in_a_join_kill_some_process_unless_the_join_is_said_twice():
    fatal = next((s for s in range(60) if dies(COLLIDING_JOIN, SEED=s, UNTWINNED=True)), None)
    assert fatal is not None, "this build reads no foreign memory: the twin may go"
    assert not dies(COLLIDING_JOIN, SEED=fatal, UNTWINNED=False)
