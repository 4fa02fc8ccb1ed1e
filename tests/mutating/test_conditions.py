"""Which faults are put into a condition, and that each says something else."""

import pytest
from motcua.checker.mutating.conditions import Kinds, slips
from motcua.checker.rulebook.syntax import parse_condition

KINDS = Kinds(ordered={"n", "day", "limit", "size"}, truths={"a", "b", "c"})


def told(condition):
    tree = parse_condition(condition).tree
    return {slip.told: slip.tree.sql(dialect="duckdb") for slip in slips(tree, KINDS)}


CASES = {
    "n <= $limit": {
        "n <= $limit → n < $limit": "n < $limit",
        "n <= $limit → n > $limit": "n > $limit",
        "$limit → ($limit + 1) in n <= $limit": "n <= ($limit + 1)",
        "$limit → ($limit - 1) in n <= $limit": "n <= ($limit - 1)",
    },
    "text = 'x'": {"text = 'x' → text <> 'x'": "text <> 'x'"},
    "a AND b OR c": {
        "without a AND b": "c",
        "without c": "a AND b",
        "OR c → AND": "((a AND b) AND c)",
        "without a": "b OR c",
        "without b": "a OR c",
        "AND b → OR": "(a OR b) OR c",
        "a → NOT a": "NOT a AND b OR c",
        "b → NOT b": "a AND NOT b OR c",
        "c → NOT c": "a AND b OR NOT c",
    },
    "NOT a": {"NOT a → a": "a"},
    "kind IN ('x', 'y')": {
        "kind IN without 'x'": "kind IN ('y')",
        "kind IN without 'y'": "kind IN ('x')",
        "kind IN ('x', 'y') → NOT kind IN ('x', 'y')": "NOT (kind IN ('x', 'y'))",
    },
    "day >= DATE '2026-01-01'": {
        "day >= CAST('2026-01-01' AS DATE) → day > CAST('2026-01-01' AS DATE)": (
            "day > CAST('2026-01-01' AS DATE)"
        ),
        "day >= CAST('2026-01-01' AS DATE) → day < CAST('2026-01-01' AS DATE)": (
            "day < CAST('2026-01-01' AS DATE)"
        ),
        "CAST('2026-01-01' AS DATE) → CAST('2026-01-02' AS DATE)"
        " in day >= CAST('2026-01-01' AS DATE)": "day >= CAST('2026-01-02' AS DATE)",
        "CAST('2026-01-01' AS DATE) → CAST('2025-12-31' AS DATE)"
        " in day >= CAST('2026-01-01' AS DATE)": "day >= CAST('2025-12-31' AS DATE)",
    },
}


@pytest.mark.parametrize("condition", CASES)
def test_every_fault_is_made_once(condition):
    assert told(condition) == CASES[condition]


def test_a_range_loses_either_end_and_both_are_moved():
    found = told("size BETWEEN 13 AND 14")
    assert {"size >= 13", "size <= 14", "size BETWEEN 14 AND 14", "size BETWEEN 13 AND 13"} <= set(
        found.values()
    )
    assert len(found) == 7


def test_equal_numbers_slip_to_one_side_and_texts_do_not():
    assert {"size >= 11", "size <= 11", "size <> 11"} <= set(told("size = 11").values())
    assert set(told("lower(font) = 'x'").values()) == {"LOWER(font) <> 'x'", "font = 'x'"}


def test_two_faults_of_one_name_are_told_apart():
    found = told("(a AND n < 1) OR (a AND n < 2)")
    assert {"without a", "without a #2"} <= set(found)
    assert found["without a"] != found["without a #2"]
