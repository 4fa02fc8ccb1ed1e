"""Commands that show: what is seen in a document, why a verdict is what it is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import FORMATS, asked_language, language, notes_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
def inspect(file: Path, name: str) -> None:
    """Cho xem motcua đọc thấy gì trong một văn bản Word."""
    import json

    from ..documents.files import open_document
    from ..documents.origins import TracingResolver
    from ..report.inspection import inspection_json
    from ..report.inspection_page import inspection_page

    document = open_document(file, file.name, resolver=TracingResolver)
    if name == "json":
        click.echo(json.dumps(inspection_json(document), ensure_ascii=False, indent=2))
    else:
        from ..report.terminal import to_text

        seen = inspection_page(document, asked_language())
        click.echo(to_text(seen, terminal=sys.stdout.isatty()), nl=False)


@click.command()
@click.argument("file", metavar="RESULT.json", type=click.Path(path_type=Path))
@click.argument("criterion_id", metavar="ID")
@notes_option
@language
def explain(file: Path, criterion_id: str, notes: Path | None) -> None:
    """Giải thích một kết luận: căn cứ, đã xem gì, thấy gì ở đâu, phải làm gì."""
    from ..report.explain import explain as tell

    click.echo(tell(file, criterion_id, asked_language()), nl=False)
    if notes:
        from ..notes import read_notes
        from ..report.explain import opinions
        from ..report.saved_run import noted, run_of_notes
        from ..saved import read_saved

        read = read_notes(notes)
        said = noted(run_of_notes(read_saved(file), "", read), read)
        click.echo(opinions(said, criterion_id, asked_language()), nl=False)
