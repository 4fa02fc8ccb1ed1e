from __future__ import annotations

import pytest
from motcua.checker.errors import RulesError
from motcua.checker.marked_yaml import MAX_DEPTH, read_marked


@pytest.mark.parametrize(
    "content",
    [
        b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
        b"[" * 400_000,
        b"{a: " * 200_000,
        b"- " * 400_000,
    ],
)
def test_yaml_nested_too_deeply_is_refused_before_it_is_composed(content):
    with pytest.raises(RulesError, match="nested too deeply"):
        read_marked("unit.yaml", content)


def test_yaml_as_deep_as_allowed_is_read():
    assert read_marked("x.yaml", b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).data is not None
