"""JSON as it is written: the same text as the standard library gives."""

from __future__ import annotations

import json
import random

import pytest
from motcua.checker.report.json_text import json_text

TEXTS = (
    "",
    "Bộ phận một cửa",
    'a"b\\c',
    "dòng 1\ndòng 2\t\r",
    "\x00\x1f\x7f\u2028\ufeff",
    "𝔸</script>",
)


def invented(chance: random.Random, depth: int = 0) -> object:
    """Any value that a report may hold."""
    kind = chance.randrange(8 if depth < 4 else 5)
    if kind >= 6:
        return {chance.choice(TEXTS) + str(n): invented(chance, depth + 1) for n in range(kind - 5)}
    if kind == 5:
        return [invented(chance, depth + 1) for _ in range(chance.randrange(4))]
    numbers = (chance.randrange(-(10**9), 10**9), round(chance.random() * 10, 6))
    return (None, chance.random() < 0.5, *numbers, chance.choice(TEXTS))[kind]


@pytest.mark.parametrize("seed", range(50))
def test_it_is_what_the_standard_library_writes(seed: int) -> None:
    value = invented(random.Random(seed))
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_a_margin_stands_before_every_line_but_the_first() -> None:
    assert json_text({"a": ["dòng 1\ndòng 2"]}, "    ") == (
        '{\n      "a": [\n        "dòng 1\\ndòng 2"\n      ]\n    }'
    )


def test_half_of_a_pair_is_written_as_an_escape() -> None:
    assert json_text({"file": "q\ud800.docx"}) == '{\n  "file": "q\\ud800.docx"\n}'
