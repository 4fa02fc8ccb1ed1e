"""The page on attestations and waivers says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from motcua.checker.home import HOME
from motcua.checker.intake.attestations import read_attestations
from motcua.checker.intake.waivers import read_waivers
from motcua.checker.rulebook.load import load_rulebook

PAGE = (HOME / "docs" / "attestations.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
CODE = "\n".join(
    (HOME / "checker" / name).read_text(encoding="utf-8")
    for name in ("waiving.py", "intake/attestations.py")
)


def test_the_examples_are_read(tmp_path: Path):
    (tmp_path / "attestations.yaml").write_text(EXAMPLES[0], encoding="utf-8")
    (tmp_path / "waivers.yaml").write_text(EXAMPLES[1], encoding="utf-8")
    attested = read_attestations(tmp_path / "attestations.yaml", ())
    assert attested is not None
    assert [one.question for one in attested.answers] == ["board_readable"]
    waivers = read_waivers(tmp_path / "waivers.yaml")
    assert [(one.subject, one.kind) for one in waivers] == [
        ("1.004222", "waiver"),
        ("", "explanation"),
    ]


def test_every_question_stands_there_with_the_criterion_that_asks_it():
    book = load_rulebook()
    told = dict(re.findall(r"^\| `([a-z_]+)` \| [^|]+ \| ([A-Z]+-\d+) \|$", PAGE, re.MULTILINE))
    asked = {
        match[1]: criterion.criterion.id
        for criterion in book.criteria.values()
        for version in criterion.criterion.versions
        if (match := re.fullmatch(r"question = '([a-z_]+)'", version.among))
    }
    assert told == asked
    assert sorted(asked) == sorted(book.questions)


@pytest.mark.parametrize(
    "code", re.findall(r"`([a-z]+_(?:waiver|evidence|attestation|question))`", PAGE)
)
def test_every_notice_that_is_named_exists(code: str):
    assert f'"{code}"' in CODE
