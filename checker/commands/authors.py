"""Commands that put a rule author's work to the test: mutants, and the effect of a change."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..words import Text, did_you_mean
from .options import FORMATS, as_of_option, asked_language, language, progress
from .options import as_of as day_asked

if TYPE_CHECKING:
    from ..rulebook.book import LoadedCriterion, Rulebook


@click.command()
@click.argument("ids", nargs=-1)
@click.option("--pack", "packs", multiple=True, help="Chỉ thử các tiêu chí của gói này.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Thư mục quy tắc.")
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
def mutate(ids: tuple[str, ...], packs: tuple[str, ...], folder: Path | None, name: str) -> None:
    """Làm sai tiêu chí IDS từng chỗ một, xem ca thử của nó có bắt được không."""
    import json

    from ..home import RULES
    from ..judge.judges import Judges
    from ..mutating.campaign import try_mutants
    from ..report.mutations import account_lines, accounts_json, total_line
    from ..rulebook.load import load_folder
    from ..rulebook.valid import checked

    root = folder or RULES
    book = checked(load_folder(root))
    chosen = _chosen(book, ids, packs)
    lang, say = asked_language(), progress()
    accounts = []
    with Judges() as judges:
        for number, loaded in enumerate(chosen, start=1):
            say(f"{loaded.criterion.id} ({number}/{len(chosen)})")
            accounts.append(try_mutants(book, loaded, root, judges))
            if name == "text":
                for line in account_lines(accounts[-1], lang):
                    click.echo(line)
    say("")
    if name == "json":
        click.echo(json.dumps(accounts_json(accounts), ensure_ascii=False, indent=2))
    else:
        click.echo(total_line(accounts, lang))
    faults = sorted(fault for account in accounts for fault in account.faults)
    for fault in faults:
        click.echo(fault.render(lang), err=True)
    lost = any(account.survivors for account in accounts)
    raise click.exceptions.Exit(5 if lost or faults else 0)


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@as_of_option
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
def effect(old: Path, new: Path, paths: tuple[Path, ...], as_of: dt.date | None, name: str) -> None:
    """Đổi bộ tiêu chí OLD sang NEW thì đơn vị nào trong PATHS (mặc định: mẫu) đổi kết luận."""
    import json

    from ..effects import effect as effect_of
    from ..home import SAMPLES
    from ..report.effect import effect_json, effect_text
    from ..report.terminal import to_text
    from ..run import Request

    say = progress()
    request = Request(paths=paths or (SAMPLES,), as_of=day_asked(as_of))
    found = effect_of(old, new, request, say)
    say("")
    if name == "json":
        click.echo(json.dumps(effect_json(found), ensure_ascii=False, indent=2))
    else:
        for part in effect_text(found, asked_language()):
            click.echo(to_text(part, terminal=sys.stdout.isatty()), nl=False)
    raise click.exceptions.Exit(1 if found.changes else 0)


def _chosen(book: Rulebook, ids: Sequence[str], packs: Sequence[str]) -> list[LoadedCriterion]:
    """The criteria asked for, all where none is named.

    Raises:
        UsageError: A criterion or pack that is not there.
    """
    known = {loaded.criterion.pack for loaded in book.criteria.values()}
    for name, there, vi, en in (
        *((name, set(book.criteria), "tiêu chí", "criterion") for name in ids),
        *((name, known, "gói", "pack") for name in packs),
    ):
        if name not in there:
            hint = did_you_mean(name, there)
            raise UsageError(Text(f"không có {vi} '{name}'{hint.vi}", f"no {en} '{name}'{hint.en}"))
    return [
        loaded
        for name, loaded in book.criteria.items()
        if not (ids or packs) or name in ids or loaded.criterion.pack in packs
    ]
