"""The command that writes empty registers to fill."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..words import Text, did_you_mean
from .options import asked_language, language

if TYPE_CHECKING:
    from ..tables import TableSpec


@click.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Tệp .xlsx, hoặc thư mục (mỗi sổ một tệp). Mặc định: NAME.xlsx.",
)
@language
def template(name: str | None, output: Path | None) -> None:
    """Ghi sổ mẫu để nhập. NAME là tên sổ hoặc tên gói; không ghi NAME thì liệt kê."""
    packs = _packs()
    if name is None:
        for known, specs in packs.items():
            click.echo(f"{known}: {len(specs)} sổ")
        for spec in _registers().values():
            click.echo(f"{spec.table}: {spec.title.text().of(asked_language())}")
        return
    specs = packs.get(name) or _one(name, packs)
    target = output or Path(f"{name}.xlsx")
    for path in _write(specs, target):
        click.echo(path)


def _registers() -> Mapping[str, TableSpec]:
    from ..tables import table_specs

    return {n: spec for n, spec in table_specs().items() if spec.intake == "register"}


def _packs() -> dict[str, tuple[TableSpec, ...]]:
    """The registers that each pack's criteria read; packs that read none are left out."""
    from ..rulebook.load import load_rulebook

    book, registers = load_rulebook(), _registers()
    read: dict[str, set[str]] = {}
    for loaded in book.criteria.values():
        criterion = loaded.criterion
        read.setdefault(criterion.pack, set()).update(book.base_tables(criterion.subject))
    found = {p: tuple(registers[n] for n in sorted(t & set(registers))) for p, t in read.items()}
    return {pack: specs for pack, specs in sorted(found.items()) if specs}


def _one(name: str, packs: Mapping[str, object]) -> tuple[TableSpec, ...]:
    spec = _registers().get(name)
    if spec is None:
        hint = did_you_mean(name, (*packs, *_registers()))
        raise UsageError(
            Text(
                f"không có sổ mẫu '{name}'{hint.vi}; chạy motcua template để xem tên",
                f"no template '{name}'{hint.en}; motcua template lists the names",
            )
        )
    return (spec,)


def _write(specs: tuple[TableSpec, ...], target: Path) -> list[Path]:
    """One workbook, or one a register where the target is a folder; nothing is overwritten."""
    from ..templates import workbook

    if target.suffix.lower() == ".xlsx":
        files = {target: workbook(specs)}
    else:
        files = {target / f"{spec.table}.xlsx": workbook((spec,)) for spec in specs}
    for path in files:
        if path.exists():
            raise UsageError(
                Text(
                    f"tệp {path} đã có, không ghi đè; hãy chọn tên khác bằng --output",
                    f"{path} is there already and is not overwritten; choose another --output",
                )
            )
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise UsageError(
            Text(
                f"không ghi được {target}: {error.strerror}",
                f"cannot write {target}: {error.strerror}",
            )
        ) from error
    return list(files)
