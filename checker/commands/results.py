"""Commands on saved results: what changed between two, whether one comes out the same again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from .options import asked_language, language

_RESULT = click.Path(path_type=Path)


@click.command()
@click.argument("before", metavar="TRƯỚC.json", type=_RESULT)
@click.argument("after", metavar="SAU.json", type=_RESULT)
@click.option("--format", "name", type=click.Choice(("text", "json")), default="text")
@language
def compare(before: Path, after: Path, name: str) -> None:
    """So hai kết quả: tiêu chí nào đổi, vì dữ liệu, bộ tiêu chí, pháp luật hay chương trình.

    Mã thoát: 0 hai kết quả nói như nhau, 1 có khác, 2 tệp không phải kết quả.
    """
    from ..comparing.compare import compare as run_compare
    from ..report.comparison import comparison_json, comparison_text
    from ..report.terminal import to_text
    from ..saved import read_saved

    comparison = run_compare(read_saved(before), read_saved(after))
    if name == "json":
        click.echo(json.dumps(comparison_json(comparison), ensure_ascii=False, indent=2))
    else:
        shown = comparison_text(comparison, asked_language())
        click.echo(to_text(shown, terminal=sys.stdout.isatty()), nl=False)
    raise click.exceptions.Exit(0 if comparison.same() else 1)
