"""What the pages name exists: links, code words, packages."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from motcua.checker.home import HOME

DOCS = sorted((HOME / "docs").glob("*.md"))
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
SOURCES = ("checker/**/*.py", "schemas/**/*.yaml", "schemas/*.json", "rules/**/*.*")


def cells(page: str, section: str = "") -> list[list[str]]:
    """The rows of the tables of a page or of one of its sections, heads left out."""
    text = (HOME / "docs" / page).read_text(encoding="utf-8")
    if section:
        text = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if not row[0].startswith(" ---")]


@pytest.mark.parametrize("page", DOCS, ids=[page.name for page in DOCS])
def test_links_lead_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_code_word_of_the_glossary_is_in_the_code():
    found = chain.from_iterable(HOME.glob(pattern) for pattern in SOURCES)
    code = "\n".join(path.read_text(encoding="utf-8") for path in found if path.is_file())
    words = [word for row in cells("glossary.md") for word in re.findall(r"`([^`]+)`", row[-1])]
    assert len(words) > 100
    assert [word for word in words if word.rstrip("/()") not in code] == []


def test_no_term_stands_twice_in_the_glossary():
    terms = [row[0] for row in cells("glossary.md") if row[0] != "Tiếng Việt"]
    assert sorted(terms) == sorted(set(terms))


def test_every_dependency_is_accounted_for():
    project = (HOME / "pyproject.toml").read_text(encoding="utf-8")
    needed = project.split("\ndependencies = [")[1].split("\n]")[0]
    names = re.findall(r'^  "([a-z-]+)', needed, re.M)
    told = [row[0] for row in cells("design.md", "Dependencies") if row[0] != "package"]
    assert sorted(told) == sorted(names)
