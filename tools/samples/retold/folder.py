"""The folders of a story: one a unit, with its ``unit.yaml`` and everything it hands in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import yaml

from .. import inspections
from ..iso import listed
from ..openness import BOARD_PHOTO, evidence
from ..registers import delimited
from .dossiers import exports
from .papers import papers
from .registers import office
from .story import Story, Unit

_ASKED = (
    *("board_readable", "help_with_electronic", "information_area", "counters_by_field"),
    *("seats_and_tables", "networked_computers", "cameras", "queue_machine", "touch_screens"),
    *("badge_and_uniform", "stand_by_plan", "commune_leadership", "quarterly_meeting"),
    *("reform_news", "reform_initiatives", "posts_as_approved", "financial_autonomy"),
    "allowance_paid",
)


def files(story: Story) -> dict[str, bytes]:
    """Every file of every unit, by folder and name."""
    return {
        f"{unit.folder}/{name}": content
        for unit in story.units()
        for name, content in _files(story, unit).items()
    }


def _files(story: Story, unit: Unit) -> dict[str, bytes]:
    letters, sent = papers(unit, story.year)
    posted = inspections.exports({**unit.told, **unit.part("posting")}, story.told)
    registers = office(unit, story.year) | sent
    return {
        "unit.yaml": _unit(story, unit).encode(),
        **posted,
        **{f"{table}.csv": delimited(listed(table, rows)) for table, rows in registers.items()},
        **dict(exports(unit, story.year)),
        "attestations.yaml": _answers(story, unit).encode(),
        f"evidence/{BOARD_PHOTO}": evidence()[BOARD_PHOTO],
        **{f"documents/{name}.docx": letter.document() for name, letter in letters.items()},
    }


def _unit(story: Story, unit: Unit) -> str:
    told = unit.told
    head = {name: told[name] for name in ("name", "code", "level")}
    head |= {"province": story.told["province"], "fields": list(told["fields"])}
    if told["level"] == "commune":
        head["applies_iso"] = False
    head |= {"period": story.told["period"], "parameters": story.told["parameters"]}
    return yaml.safe_dump(head, allow_unicode=True, sort_keys=False)


def _answers(story: Story, unit: Unit) -> str:
    """What the unit says of itself: yes, but where the story has it say no."""
    said_no = unit.part("answers")
    photo = hashlib.sha256(evidence()[BOARD_PHOTO]).hexdigest()
    answers: list[Mapping[str, Any]] = [
        {
            "question": question,
            "answer": "không" if question in said_no else "có",
            "who": "Lê Văn C, Trưởng Bộ phận Một cửa",
            "when": f"01/10/{story.year}",
            "valid_to": f"{story.as_of:%d/%m/%Y}",
            "evidence": {"file": f"evidence/{BOARD_PHOTO}", "sha256": photo},
        }
        for question in _ASKED
        if question != "commune_leadership" or unit.told["level"] == "commune"
    ]
    return yaml.safe_dump(answers, allow_unicode=True, sort_keys=False)
