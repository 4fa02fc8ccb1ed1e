"""Commands for those who write criteria."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import UsageError
from ..words import Text, did_you_mean
from .options import FORMATS, asked_language, language


@click.group()
def rules() -> None:
    """Dành cho người viết tiêu chí: xem, kiểm lỗi, chạy thử, tạo mới."""


def _folder(path: Path | None) -> Path:
    from ..home import RULES

    return path or RULES


@rules.command("list")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_list(path: Path | None) -> None:
    """Liệt kê các tiêu chí của một thư mục (mặc định: bộ luật đi kèm)."""
    from ..report.rules import rules_table
    from ..report.terminal import to_text
    from ..rulebook.load import load_folder

    table = rules_table(load_folder(_folder(path)), asked_language())
    click.echo(to_text(table, terminal=sys.stdout.isatty()), nl=False)


@rules.command("show")
@click.argument("criterion_id", metavar="ID")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_show(criterion_id: str, path: Path | None) -> None:
    """Cho xem trọn một tiêu chí: căn cứ, điều kiện, ngưỡng, lời khuyên."""
    from ..report.rules import criterion_text
    from ..rulebook.load import load_folder

    book = load_folder(_folder(path))
    loaded = book.criteria.get(criterion_id)
    if loaded is None:
        hint = did_you_mean(criterion_id, book.criteria)
        raise UsageError(
            Text(
                f"không có tiêu chí '{criterion_id}'{hint.vi}",
                f"no criterion '{criterion_id}'{hint.en}",
            )
        )
    click.echo(criterion_text(book, loaded, asked_language()), nl=False)


@rules.command("lint")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_lint(path: Path | None) -> None:
    """Tìm lỗi trong các tệp quy tắc, mỗi lỗi kèm tệp:dòng:cột."""
    from ..errors import RulesError
    from ..rulebook.lint import lint
    from ..rulebook.load import load_folder

    book = load_folder(_folder(path))
    faults = lint(book)
    if faults:
        raise RulesError(faults)
    number = len(book.criteria)
    done = Text(f"{number} tiêu chí, không có lỗi", f"{number} criteria, no faults")
    click.echo(done.of(asked_language()))


@rules.command("test")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_test(path: Path | None) -> None:
    """Chạy các ca thử đặt cạnh tiêu chí (<ID>.cases.yaml)."""
    from ..trials import try_folder

    trials = try_folder(_folder(path))
    lang = asked_language()
    faults = [trial.fault for trial in trials if trial.fault]
    for fault in sorted(faults):
        click.echo(fault.render(lang), err=True)
    criteria = len({trial.criterion for trial in trials})
    tried, failed = len(trials), len(faults)
    done = Text(
        f"{criteria} tiêu chí, {tried} ca thử, {failed} sai",
        f"{criteria} criteria, {tried} cases, {failed} wrong",
    )
    click.echo(done.of(lang))
    raise click.exceptions.Exit(5 if faults else 0)


@rules.command("map")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
def rules_map(path: Path | None, name: str) -> None:
    """Bản đồ luật: điều khoản nào tiêu chí nào xét, điều khoản nào không và vì sao."""
    import json

    from ..errors import RulesError
    from ..report.law_map import maps_json, maps_text
    from ..report.terminal import to_text
    from ..rulebook.law_map import read_maps
    from ..rulebook.load import load_folder

    maps = read_maps(_folder(path), load_folder(_folder(path)))
    if name == "json":
        click.echo(json.dumps(maps_json(maps), ensure_ascii=False, indent=2))
    else:
        for table in maps_text(maps, asked_language()):
            click.echo(to_text(table, terminal=sys.stdout.isatty()), nl=False)
    faults = [fault for read in maps for fault in read.faults]
    if faults:
        raise RulesError(faults)


@rules.command("new")
@click.argument("criterion_id", metavar="ID")
@click.option("--pack", required=True, help="Gói của tiêu chí, thí dụ vanthu.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), default="rules")
@language
def rules_new(criterion_id: str, pack: str, folder: Path) -> None:
    """Tạo một tiêu chí mới cùng các ca thử của nó, chạy được ngay."""
    from ..home import SCHEMAS
    from ..rulebook.scaffold import scaffold

    for path in scaffold(folder, pack, criterion_id, SCHEMAS):
        click.echo(path)
    done = Text(
        f"Sửa hai tệp rồi chạy: motcua rules lint {folder} và motcua rules test {folder}",
        f"Edit both files, then: motcua rules lint {folder} and motcua rules test {folder}",
    )
    click.echo(done.of(asked_language()), err=True)
