"""Maps of the law: every provision has a criterion or a reason, and every basis is on the map."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.home import RULES
from motcua.checker.rulebook.law_map import read_maps
from motcua.checker.rulebook.load import load_folder, load_rulebook
from motcua.cli import main

WAYS = {
    "orphan": ("article: '15'\n", "'15': không tiêu chí nào xét và không nói vì sao"),
    "reason alone": (
        "article: '15'\n    reason: {vi: vì, en: since}\n",
        "'why' và 'reason' phải đi cùng nhau",
    ),
    "twice": (
        "article: '15'\n    why: people\n    reason: {vi: vì, en: since}\n"
        "  - article: '15'\n    says: {vi: lại, en: again}\n"
        "    why: people\n    reason: {vi: vì, en: since}\n",
        "điều khoản này đã kê ở trên",
    ),
}


def folder(tmp_path: Path, entries: str, document: str = "1/2026/NĐ-CP") -> Path:
    """The bundled rules with a map of its own."""
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules, ignore=shutil.ignore_patterns("maps"))
    (rules / "maps").mkdir()
    (rules / "maps" / "m.yaml").write_text(
        f"document: {document}\ntitle: {{vi: Nghị định, en: Decree}}\nprovisions:\n{entries}",
        encoding="utf-8",
    )
    return rules


def test_the_bundled_maps_are_whole():
    for read in read_maps(RULES, load_rulebook()):
        assert read.faults == ()


@pytest.mark.parametrize("way", WAYS)
def test_what_a_map_leaves_out_is_a_fault(tmp_path: Path, way: str):
    entry, said = WAYS[way]
    rules = folder(tmp_path, f"  - says: {{vi: a, en: b}}\n    {entry}")
    run = CliRunner().invoke(main, ["rules", "map", str(rules)])
    assert run.exit_code == 5
    assert said in run.stderr
    assert "rules/maps/m.yaml:4" in run.stderr or "rules/maps/m.yaml:8" in run.stderr


def test_a_basis_that_is_not_on_the_map_is_a_fault(tmp_path: Path):
    entry = (
        "  - says: {vi: a, en: b}\n    article: '1'\n"
        "    why: no_duty\n    reason: {vi: vì, en: since}\n"
    )
    rules = folder(tmp_path, entry, "30/2020/NĐ-CP")
    (read,) = read_maps(rules, load_folder(rules))
    assert any("Phụ lục I I.I.3" in fault.text.vi for fault in read.faults)


def test_a_part_that_is_cited_covers_the_whole(tmp_path: Path):
    rules = folder(tmp_path, "  - says: {vi: a, en: b}\n    article: Phụ lục I\n", "30/2020/NĐ-CP")
    (read,) = read_maps(rules, load_folder(rules))
    assert "TT-01" in read.judged[0].criteria
