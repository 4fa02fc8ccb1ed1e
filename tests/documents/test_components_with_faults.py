"""A component with a fault is still found, and its neighbours too."""

from __future__ import annotations

from pathlib import Path

import pytest
from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import read_document
from motcua.checker.documents.rows import document_rows
from motcua.tools.decree30.catalogue import names, sample
from motcua.tools.decree30.edits import EDITS
from motcua.tools.decree30.mutants import Mutant, mutants
from motcua.tools.decree30.paper import Paper

from tests.documents.written import squeezed, written

STRUCTURAL = {
    *("case", "replace", "align", "drop", "drop_last", "drop_first", "move_before", "move_after"),
    *("last_to_front", "join", "join_next", "swap_cells"),
}
ELSEWHERE = ("page", "body", "content", "article", "clause", "point", "digital_signature")
TWO_ROLES = {"annex_label.own_line"}
"""Words that are label and title at once."""
WITHOUT_TITLE = {"minutes.secretary"}
"""Who signs without a title in the column of the recipients is not told from a recipient."""


UNTOLD = {"annex_reference.missing_alone"}
"""What tells that an annex in a file of its own is one of an administrative document."""


def faulty(mutant: Mutant) -> bool:
    elsewhere = mutant.of.startswith(ELSEWHERE) or mutant.fault in TWO_ROLES | WITHOUT_TITLE
    return mutant.edit in STRUCTURAL and not elsewhere


def read(paper: Paper, folder: Path) -> Document:
    path = folder / "a.docx"
    path.write_bytes(paper.to_bytes())
    return read_document(path, "a.docx")


def found(document: Document) -> dict[str, str]:
    texts: dict[str, str] = {}
    for component in document.components:
        texts[component.role] = texts.get(component.role, "") + squeezed(component.text)
    return texts


def faulted(mutant: Mutant) -> Paper:
    paper = sample(mutant.sample).copy()
    EDITS[mutant.edit](paper, mutant.of, mutant.to)
    return paper


@pytest.mark.parametrize("name", names())
def test_every_component_of_a_faultless_document(name: str, tmp_path: Path):
    assert found(read(sample(name), tmp_path)) == written(sample(name))


@pytest.mark.parametrize("mutant", [*filter(faulty, mutants())], ids=lambda m: m.name)
def test_every_component_of_a_document_with_one_fault(mutant: Mutant, tmp_path: Path):
    paper = faulted(mutant)
    upper = {role: text.upper() for role, text in written(paper).items()}
    document = read(paper, tmp_path)
    assert {role: text.upper() for role, text in found(document).items()} == upper
    clean = read(sample(mutant.sample), tmp_path)
    regime = "unknown" if mutant.fault in UNTOLD else clean.regime
    assert (document.doc_type, document.regime) == (clean.doc_type, regime)


@pytest.mark.parametrize("name", ["1.2-quyet-dinh-b", "1.4-thong-bao-b", "1.9-bien-ban-b"])
def test_a_line_below_one_side_of_a_tabbed_head_is_of_that_side(name: str, tmp_path: Path):
    rows = document_rows(read(sample(name), tmp_path))["document_lines"]
    assert {"issuing_agency", "motto"} <= {cells[2] for _, cells in rows}


def test_signs_of_page_numbers(tmp_path: Path):
    paper = sample("1.4-bao-cao-a").copy()
    EDITS["number_format"](paper, "page", "upperRoman")
    rows = document_rows(read(paper, tmp_path))["document_sections"]
    assert {cells[-1] for _, cells in rows} == {"upperRoman"}
