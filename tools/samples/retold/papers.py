"""What an office sends out, as Word files, and the register in which each is entered."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import yaml

from ..bad import arial_by_default, us_letter
from ..iso import Registers
from ..letters import Letter
from ..looks import dressings
from .story import HERE, Told, Unit

_FIRST_NUMBER = 12


def papers(unit: Unit, year: int) -> tuple[dict[str, Letter], Registers]:
    """The letters by name, and the register of outgoing documents with those before them.

    Empty where the story gives the office no letterhead: its papers were not looked at.
    """
    if "letterhead" not in unit.told:
        return {}, {}
    letters: dict[str, Letter] = {}
    entries: list[dict[str, Any]] = []
    seen: Counter[str] = Counter()
    for told in yaml.safe_load((HERE / "papers.yaml").read_text(encoding="utf-8")):
        seen[told["kind"]] += 1
        number = _FIRST_NUMBER + seen[told["kind"]]
        content = _content(told, unit.told["letterhead"], number, year)
        letters[f"{told['kind']}-{number}"] = Letter(content, dressings()["default_style"])
        entries.append(_entry(told, content, dt.date(year, told["month"], told["day"])))
    for letter, fault in zip(list(letters), _faults(unit), strict=False):
        letters[letter] = _SPOILED[fault](letters[letter])
    return letters, {"outgoing_documents": entries}


def _faults(unit: Unit) -> Iterator[str]:
    """One fault a letter, as often as the story has it."""
    for name, number in unit.part("papers").items():
        yield from [name] * number


def _content(told: Told, head: Told, number: int, year: int) -> dict[str, Any]:
    """The letter's text by component."""
    words = {"y": year, "n": number, "symbol": head["symbol"], "agency": head["agency"]}
    day = f"{told['day']:02}" if told["day"] < 10 else str(told["day"])
    month = f"{told['month']:02}" if told["month"] < 3 else str(told["month"])
    written: dict[str, Any] = {
        "agency": head["lines"],
        "number": f"Số: {told['number'].format(**words)}",
        "place_date": f"{head['place']}, ngày {day} tháng {month} năm {year}",
        "body": [[role, text.format(**words)] for role, text in told["body"]],
        "recipients": [
            "Như trên;" if "addressee" in told else "Các bộ phận chuyên môn;",
            "Lưu: VT.",
        ],
        "signature": head["signature"],
        "signer": head["signer"],
    }
    written |= {name: told[name] for name in ("subject", "addressee") if name in told}
    if "type_name" in told:
        title = [["type_name", told["type_name"]], ["abstract", told["abstract"].format(**words)]]
        written["body"] = title + written["body"]
    return written


def _entry(told: Told, content: Told, day: dt.date) -> dict[str, Any]:
    days = dict.fromkeys(("issued_on", "signed_on", "registered_on", "sent_on"), day)
    return {
        "number": content["number"].removeprefix("Số: "),
        "abstract": told.get("subject") or told["abstract"].format(y=day.year),
        "signer": content["signer"],
        "recipients": "Như nơi nhận của văn bản",
        "note": "",
        **days,
    }


def _misspelt(letter: Letter) -> Letter:
    return replace(letter, national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")


def _malformed_number(letter: Letter) -> Letter:
    number = letter.content["number"].replace("/", "-", 1)
    return replace(letter, content={**letter.content, "number": number})


_SPOILED: Mapping[str, Callable[[Letter], Letter]] = {
    "font": lambda letter: replace(letter, dressing=arial_by_default()),
    "paper": lambda letter: replace(letter, page=us_letter()),
    "national_name": _misspelt,
    "number": _malformed_number,
}
