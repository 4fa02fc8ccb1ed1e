"""What a repair names has to be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..errors import Diagnostic
from ..marked_yaml import Path_
from ..tables import FieldSpec, table_specs
from ..words import Text, did_you_mean
from .book import LoadedCriterion
from .fixes import FILLED, Fix

_KINDS: dict[str, type | tuple[type, ...]] = {
    "bool": bool,
    "int": int,
    "number": (int, float),
    "text": str,
    "code": str,
    "date": str,
    "choice": str,
}


def fix_faults(
    loaded: LoadedCriterion, columns: Collection[str], base: Collection[str]
) -> Iterator[Diagnostic]:
    """Tables, fields, columns and constants that do not fit; ``base`` are the subject's tables."""
    for number, fix in enumerate(loaded.criterion.fix):
        here: Path_ = ("fix", number)
        if fix.table not in base:
            hint, path = did_you_mean(fix.table, base), (*here, "add" if fix.add else "set")
            yield loaded.marked.fault(
                path,
                Text(
                    f"tiêu chí không đọc bảng '{fix.table}'{hint.vi}",
                    f"the criterion does not read the table '{fix.table}'{hint.en}",
                ),
            )
            continue
        yield from _fields(loaded, fix, here)
        for column in sorted(fix.columns() - set(columns)):
            hint = did_you_mean(column, columns)
            text = Text(f"không có cột '{column}'{hint.vi}", f"unknown column '{column}'{hint.en}")
            yield loaded.marked.fault(here, text)


def _fields(loaded: LoadedCriterion, fix: Fix, here: Path_) -> Iterator[Diagnostic]:
    fields = table_specs()[fix.table].fields
    for part, said in (("values", fix.values), ("where", fix.where)):
        for name, value in said.items():
            path = (*here, part, name)
            if name not in fields:
                hint = did_you_mean(name, fields)
                yield loaded.marked.fault(
                    path,
                    Text(
                        f"bảng '{fix.table}' không có cột '{name}'{hint.vi}",
                        f"table '{fix.table}' has no field '{name}'{hint.en}",
                    ),
                )
            elif not _fits(fields[name], value):
                yield loaded.marked.fault(
                    path,
                    Text(
                        f"'{value}' không phải giá trị của '{name}'",
                        f"'{value}' is no value of '{name}'",
                    ),
                )


def _fits(field: FieldSpec, value: object) -> bool:
    if isinstance(value, str) and FILLED.fullmatch(value):
        return True
    if field.type == "choice" and value not in field.values:
        return False
    wanted = _KINDS.get(field.type)
    return wanted is not None and field.type != "date" and isinstance(value, wanted)
