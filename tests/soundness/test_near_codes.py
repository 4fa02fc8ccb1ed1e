"""Codes one slip of the hand apart are near, and whatever is near is compared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from motcua.checker.store import Store
from motcua.checker.tables import table_specs

CODE = "1.004268"


def slips() -> Iterator[str]:
    """Every figure wrong, lost, doubled, swapped with the next; letters, commas, parts left out."""
    for at, figure in enumerate(CODE):
        if figure == ".":
            continue
        yield f"{CODE[:at]}{(int(figure) + 1) % 10}{CODE[at + 1 :]}"
        yield CODE[:at] + CODE[at + 1 :]
        yield CODE[:at] + figure + CODE[at:]
        if at + 1 < len(CODE) and CODE[at + 1] not in (".", figure):
            yield CODE[:at] + CODE[at + 1] + figure + CODE[at + 2 :]
    yield from ("1.OO4268", "l.004268", "1,004268", "1. 004268", "004268", ".004268")
    yield from ("1.004269.H20", "1.00426B", "1.O04268.000.00.00.H20")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(table_specs()) as opened:
        yield opened


def asked(store: Store, written: str) -> tuple[bool, bool]:
    near, compared = store.db.execute(
        "SELECT near_code($c, typed_code($w)), code_tail($c) = code_tail(typed_code($w))"
        " OR code_head($c) = code_head(typed_code($w))",
        {"c": CODE, "w": written},
    ).fetchall()[0]
    return near, compared


@pytest.mark.parametrize("written", sorted(set(slips())))
def test_a_slip_of_the_hand_is_near_and_compared(store: Store, written: str):
    assert asked(store, written) == (True, True)


@pytest.mark.parametrize("written", ["2.000528", "1.004399", "1.005168", "8.004260", "", "?"])
def test_another_code_is_not_near(store: Store, written: str):
    assert asked(store, written)[0] is False
