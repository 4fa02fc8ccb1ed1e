"""The commands: parse options, make one call, give the exit code. Heavy imports come late."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from motcua.checker.errors import MotcuaError, UsageError
from motcua.checker.words import Lang, Text

if TYPE_CHECKING:
    from motcua.checker.result import Result

_Command = TypeVar("_Command", bound=Callable[..., Any])
FORMATS = ("text", "json")

EPILOG = """\b
Mã thoát: 0 đạt hết · 1 có tiêu chí không đạt · 2 dùng sai · 3 không có gì để kiểm tra ·
4 có tiêu chí chưa đủ căn cứ · 5 bộ luật sai · 6 có lỗi kiểm tra."""


class Motcua(click.Group):
    """Shows our errors as one clear message, in the language asked for, with their exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command."""
        try:
            return super().invoke(ctx)
        except MotcuaError as error:
            lang: Lang = "en" if ctx.params.get("lang") == "en" else "vi"
            click.echo(error.text.of(lang), err=True)
            raise click.exceptions.Exit(error.exit_code) from error


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(
            f"'{value}' không phải ngày dạng YYYY-MM-DD / is not a date YYYY-MM-DD"
        ) from error


def language(command: _Command) -> _Command:
    """Let a command take its own --lang, which goes before the group's."""
    return click.option(
        "--lang", "own_lang", type=click.Choice(["vi", "en"]), help="Ngôn ngữ / language (vi)."
    )(command)


@click.group(cls=Motcua, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@click.version_option(package_name="motcua")
def main(lang: str) -> None:
    """Tự kiểm tra Bộ phận Một cửa: dữ liệu vào, kết luận theo từng tiêu chí ra.

    Checks a one-stop-shop unit against the law: exports in, a verdict per criterion out.
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", callback=_day, help="Xét theo pháp luật ngày này (mặc định hôm nay).")
@click.option("--from", "first", callback=_day, help="Ngày đầu của kỳ kiểm tra.")
@click.option("--to", "last", callback=_day, help="Ngày cuối của kỳ kiểm tra.")
@click.option("--pack", "packs", multiple=True, help="Chỉ xét gói này (lặp lại được).")
@click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="Thư mục tiêu chí thêm vào."
)
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS))
@click.option("--output", "outputs", multiple=True, type=click.Path(path_type=Path))
@language
@click.pass_context
def check(ctx: click.Context, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Kiểm tra các đơn vị trong PATHS (thư mục có unit.yaml, hoặc thư mục chứa chúng)."""
    from motcua.checker.run import Request
    from motcua.checker.run import check as run_check

    as_of = options["as_of"] or dt.date.today()
    request = Request(
        paths=options["paths"],
        as_of=as_of,
        period=_period(options["first"], options["last"]),
        packs=options["packs"],
        rules=options["rules"],
    )
    result = run_check(request, _progress())
    _deliver(result, options["formats"], options["outputs"], _lang(ctx, options["own_lang"]))
    raise click.exceptions.Exit(result.exit_code())


def _period(first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date] | None:
    if first is None and last is None:
        return None
    if first is None or last is None or last < first:
        raise UsageError(
            Text(
                "kỳ kiểm tra cần cả --from và --to, --from không sau --to",
                "a period needs both --from and --to, --from not after --to",
            )
        )
    return first, last


def _lang(ctx: click.Context, own: str | None) -> Lang:
    chosen = own or (ctx.parent.params["lang"] if ctx.parent else "vi")
    return "en" if chosen == "en" else "vi"


def _progress() -> Callable[[str], None]:
    """Name each unit on standard error while it is read, where a person is watching."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda folder: click.echo(f"… {folder}", err=True)


def _deliver(result: Result, formats: Sequence[str], outputs: Sequence[Path], lang: Lang) -> None:
    """Write each format to the output that stands at its place, the rest to standard output."""
    formats = formats or ("text",)
    if len(outputs) > len(formats):
        raise UsageError(
            Text("mỗi --output cần một --format đi trước", "each --output needs its --format")
        )
    for number, name in enumerate(formats):
        target = outputs[number] if number < len(outputs) else None
        rendered = _render(result, name, lang, terminal=target is None and sys.stdout.isatty())
        if target is None:
            click.echo(rendered, nl=False)
        else:
            target.write_text(rendered, encoding="utf-8", newline="\n")


def _render(result: Result, name: str, lang: Lang, *, terminal: bool) -> str:
    if name == "json":
        from motcua.checker.report.json import render_json

        return render_json(result)
    from motcua.checker.report.terminal import to_text
    from motcua.checker.report.text import result_text

    return to_text(result_text(result, lang), terminal=terminal)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
@click.pass_context
def inspect(ctx: click.Context, file: Path, name: str, own_lang: str | None) -> None:
    """Cho xem motcua đọc thấy gì trong một văn bản Word."""
    import json

    from motcua.checker.documents.reader import read_document
    from motcua.checker.report.inspection import inspection_json, inspection_text

    document = read_document(file, file.name)
    if name == "json":
        click.echo(json.dumps(inspection_json(document), ensure_ascii=False, indent=2))
    else:
        from motcua.checker.report.terminal import to_text

        seen = inspection_text(document, _lang(ctx, own_lang))
        click.echo(to_text(seen, terminal=sys.stdout.isatty()), nl=False)


@main.command()
@click.argument("file", metavar="RESULT.json", type=click.Path(path_type=Path))
@click.argument("criterion_id", metavar="ID")
@language
@click.pass_context
def explain(ctx: click.Context, file: Path, criterion_id: str, own_lang: str | None) -> None:
    """Giải thích một kết luận: căn cứ, đã xem gì, thấy gì ở đâu, phải làm gì."""
    from motcua.checker.report.explain import explain as tell

    click.echo(tell(file, criterion_id, _lang(ctx, own_lang)), nl=False)


if __name__ == "__main__":
    main()
