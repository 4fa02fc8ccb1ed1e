"""The account of mutants, shown: a line a criterion, then what no case caught."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..mutating.campaign import Account
from ..words import Lang, Text

Json = dict[str, object]


def account_lines(account: Account, lang: Lang) -> Iterator[str]:
    """One criterion: how many were caught, which survive, which say the same and why."""
    yield f"{account.criterion}: {_counted((account,)).of(lang)}"
    for told in account.survivors:
        yield f"  {Text('lọt lưới', 'survives').of(lang)}: {told}"
    for one in account.tried:
        if one.caught_by is None and one.reason is not None:
            yield f"  {Text('tương đương', 'equivalent').of(lang)}: {one.mutant} ({one.reason})"


def total_line(accounts: Iterable[Account], lang: Lang) -> str:
    """All criteria together."""
    known = tuple(accounts)
    whole = _counted(known)
    said = Text(f"{len(known)} tiêu chí: {whole.vi}", f"{len(known)} criteria: {whole.en}")
    return said.of(lang)


def _counted(accounts: tuple[Account, ...]) -> Text:
    mutants = sum(len(one.tried) for one in accounts)
    caught = sum(one.caught for one in accounts)
    same = sum(one.equivalent for one in accounts)
    lost = mutants - caught - same
    share = _percent(caught, mutants - same)
    return Text(
        f"{mutants} biến thể, {caught} bị bắt, {same} tương đương, {lost} lọt lưới ({share} %)",
        f"{mutants} mutants, {caught} caught, {same} equivalent, {lost} surviving ({share} %)",
    )


def _percent(part: int, whole: int) -> str:
    """In tenths, rounded down: 100 only where nothing survives."""
    tenths = part * 1000 // whole if whole else 1000
    return f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def accounts_json(accounts: Iterable[Account]) -> Json:
    """The accounts as data."""
    return {"schema": "motcua/mutants/1", "criteria": [_account(one) for one in accounts]}


def _account(account: Account) -> Json:
    return {
        "id": account.criterion,
        "pack": account.pack,
        "mutants": len(account.tried),
        "caught": account.caught,
        "survivors": list(account.survivors),
        "equivalent": [
            {"mutant": one.mutant, "reason": one.reason}
            for one in account.tried
            if one.caught_by is None and one.reason is not None
        ],
        "caught_by": {one.mutant: one.caught_by for one in account.tried if one.caught_by},
    }
