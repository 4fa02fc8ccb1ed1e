"""Do exported files keep to the schemas that their makers published?

``python tools/hold_to_schemas.py [FILE …]``: files by their suffix (``.sarif``, ``.junit``,
``.oscal``). Without files: every sample unit with every pack and every sample document is checked
now, and each of the three formats is held to its schema. 0 where all keep to them, 1 where not.

The schemas lie in ``tests/report/published``, byte for byte as published; NOTICE.md there says by
whom. SARIF is held to JSON Schema draft 4, OSCAL to draft 7, JUnit to XML Schema.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from jsonschema import Draft4Validator, Draft7Validator, FormatChecker, ValidationError
from jsonschema.validators import extend
from lxml import etree
from motcua.checker.home import SAMPLES
from motcua.cli import main

PUBLISHED = Path(__file__).parents[1] / "tests" / "report" / "published"
SARIF = PUBLISHED / "sarif-2.1.0-rtm.5.json"
OSCAL = PUBLISHED / "oscal-1.2.1-assessment-results.json"
JUNIT = PUBLISHED / "junit-10.xsd"
AS_OF = "2026-11-22"
_SHOWN = 200
_FORMATS = FormatChecker(())
_CATEGORY = re.compile(r"\\p\{(\w)\}")
_END = re.compile(r"(?<!\\)\$$")  # in Python alone it also stands before a last line break
# RFC 3986: what may not stand in a reference unless written by percent signs.
_NO_REFERENCE = re.compile(r"[^\w.~:/?#\[\]@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})", re.ASCII)


@_FORMATS.checks("uri-reference")
@_FORMATS.checks("uri")
def is_reference(value: object) -> bool:
    """Whether a text has only the characters of a URI; the library leaves this to others."""
    return not isinstance(value, str) or not _NO_REFERENCE.search(value)


@cache
def of_category(letter: str) -> str:
    r"""The characters of a category of Unicode, as ranges for a class: ``\p{L}`` of ECMA-262."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] == letter:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of JSON Schema in the words of ``re``, which has no categories."""
    told = _CATEGORY.sub(lambda found: f"[{of_category(found[1])}]", pattern)
    return re.compile(_END.sub(r"\\Z", told))


def by_pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    """The keyword ``pattern``."""
    if isinstance(value, str) and not compiled(pattern).search(value):
        yield ValidationError(f"{value[:_SHOWN]!r} does not match {pattern!r}")


def faults_of_sarif(content: bytes) -> Iterator[str]:
    """What a SARIF log has that the schema does not allow, or lacks."""
    return _faults(Draft4Validator, SARIF, content)


def faults_of_oscal(content: bytes) -> Iterator[str]:
    """What OSCAL assessment results have that the schema does not allow, or lack."""
    draft: Any = extend(Draft7Validator, {"pattern": by_pattern})  # type: ignore[no-untyped-call]
    return _faults(draft, OSCAL, content)


def _faults(draft: Any, path: Path, content: bytes) -> Iterator[str]:  # noqa: ANN401
    schema = json.loads(path.read_text(encoding="utf-8"))
    for fault in draft(schema, format_checker=_FORMATS).iter_errors(json.loads(content)):
        yield f"{fault.json_path}: {fault.message[:_SHOWN]}"


def faults_of_junit(content: bytes) -> Iterator[str]:
    """What JUnit XML has that the schema does not allow, or lacks."""
    schema: Any = etree.XMLSchema(etree.parse(JUNIT))
    schema.validate(etree.fromstring(content, etree.XMLParser(huge_tree=True)))
    for fault in schema.error_log:
        yield f"line {fault.line}: {fault.message[:_SHOWN]}"


FAULTS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "sarif": faults_of_sarif,
    "junit": faults_of_junit,
    "oscal": faults_of_oscal,
}


def sample_units() -> list[Path]:
    """The folders of the sample units, wherever they lie."""
    return sorted(path.parent for path in SAMPLES.rglob("unit.yaml"))


def exported(folder: Path, *asked: str | Path) -> Iterator[Path]:
    """A run written in each of the three formats.

    Raises:
        SystemExit: the run ended otherwise than with verdicts.
    """
    files = [folder / f"a.{suffix}" for suffix in FAULTS]
    formats = chain.from_iterable(("--format", f.suffix[1:], "--output", str(f)) for f in files)
    run = CliRunner().invoke(main, [*map(str, asked), "--as-of", AS_OF, *formats])
    if run.exit_code not in (0, 1, 4):
        sys.exit(f"{' '.join(map(str, asked))}: {run.exit_code}\n{run.output}")
    yield from files


def of_samples(folder: Path) -> Iterator[Path]:
    """All sample units, then all sample documents."""
    yield from exported(folder, "check", *sample_units())
    yield from exported(folder, "doc", *sorted(SAMPLES.rglob("*.docx")))


def told(files: Iterator[Path]) -> int:
    """Each file with its faults; how many there are."""
    found = 0
    for path in files:
        faults = list(FAULTS[path.suffix[1:]](path.read_bytes()))
        found += len(faults)
        print(f"{path.name}: {path.stat().st_size} bytes, {len(faults)} faults")
        for fault in faults[:20]:
            print(f"  {fault}")
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        named = iter([Path(name) for name in sys.argv[1:]])
        sys.exit(1 if told(named if sys.argv[1:] else of_samples(Path(place))) else 0)
