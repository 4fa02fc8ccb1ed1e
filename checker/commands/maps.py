"""The command that suggests what a unit's odd headers mean."""

from __future__ import annotations

from pathlib import Path

import click

from .options import language


@click.command("map")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@language
def map_headers(file: Path) -> None:
    """Gợi ý tệp mapping.yaml cho một sổ: thuộc bảng nào, tiêu đề nào đã rõ, tiêu đề nào chưa."""
    from ..intake.suggest import suggest_mapping

    click.echo(suggest_mapping(file), nl=False)
