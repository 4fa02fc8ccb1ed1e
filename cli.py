"""The commands: parse options, make one call, give the exit code. Heavy imports come late."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from motcua.checker.errors import MotcuaError, UsageError
from motcua.checker.words import Lang, Text, did_you_mean

if TYPE_CHECKING:
    from motcua.checker.result import DocumentsResult, Result

_LANG = "motcua.lang"
FORMATS = ("text", "json")

EPILOG = """\b
Mã thoát: 0 đạt hết · 1 có tiêu chí không đạt · 2 dùng sai · 3 không có gì để kiểm tra ·
4 có tiêu chí chưa đủ căn cứ · 5 bộ luật sai · 6 có lỗi kiểm tra."""


class Motcua(click.Group):
    """Shows our errors as one clear message, in the language asked for, with their exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Write UTF-8 with plain line ends everywhere: a Windows pipe has neither."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", newline="\n")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command."""
        try:
            return super().invoke(ctx)
        except MotcuaError as error:
            click.echo(error.text.of(_lang()), err=True)
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


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the language where every command finds it; the one said last counts."""
    if value:
        ctx.meta[_LANG] = value


def _lang() -> Lang:
    return "en" if click.get_current_context().meta.get(_LANG) == "en" else "vi"


language = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    callback=_remember,
    expose_value=False,
    is_eager=True,
    help="Ngôn ngữ / language (vi).",
)


@click.group(cls=Motcua, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@language
@click.version_option(package_name="motcua")
def main() -> None:
    """Tự kiểm tra Bộ phận Một cửa: dữ liệu vào, kết luận theo từng tiêu chí ra.

    Checks a one-stop-shop unit against the law: exports in, a verdict per criterion out.
    """


as_of_option = click.option(
    "--as-of",
    callback=_day,
    metavar="YYYY-MM-DD",
    help="Xét theo pháp luật ngày này (mặc định hôm nay).",
)
rules_option = click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="Thư mục tiêu chí thêm vào."
)
format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="Dạng kết quả (lặp lại được, mỗi dạng kèm --output của nó).",
)
output_option = click.option(
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Ghi dạng kết quả tương ứng vào tệp này.",
)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_of_option
@click.option(
    "--from", "first", callback=_day, metavar="YYYY-MM-DD", help="Ngày đầu của kỳ kiểm tra."
)
@click.option(
    "--to", "last", callback=_day, metavar="YYYY-MM-DD", help="Ngày cuối của kỳ kiểm tra."
)
@click.option("--pack", "packs", multiple=True, help="Chỉ xét gói này (lặp lại được).")
@rules_option
@format_option
@output_option
@language
def check(**options: Any) -> None:  # noqa: ANN401 - click's options
    """Kiểm tra các đơn vị trong PATHS (thư mục có unit.yaml, hoặc thư mục chứa chúng)."""
    from motcua.checker.run import Request
    from motcua.checker.run import check as run_check

    request = Request(
        paths=options["paths"],
        as_of=_as_of(options["as_of"]),
        period=_period(options["first"], options["last"]),
        packs=options["packs"],
        rules=options["rules"],
    )
    result = run_check(request, _progress())
    _deliver(options["formats"], options["outputs"], partial(_render, result))
    raise click.exceptions.Exit(result.exit_code())


def _as_of(day: dt.date | None) -> dt.date:
    """The day asked for, else today: the only look at a clock in the program."""
    return day or dt.date.today()


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


def _progress() -> Callable[[str], None]:
    """Name each unit on standard error while it is read, where a person is watching."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda folder: click.echo(f"… {folder}", err=True)


def _deliver(
    formats: Sequence[str], outputs: Sequence[Path], render: Callable[[str, bool], str]
) -> None:
    """Write each format to the output that stands at its place, the rest to standard output.

    ``render`` takes a format's name and whether a person's terminal is the target.
    """
    formats = formats or ("text",)
    if len(outputs) > len(formats):
        raise UsageError(
            Text("mỗi --output cần một --format đi trước", "each --output needs its --format")
        )
    for number, name in enumerate(formats):
        target = outputs[number] if number < len(outputs) else None
        rendered = render(name, target is None and sys.stdout.isatty())
        if target is None:
            click.echo(rendered, nl=False)
        else:
            target.write_text(rendered, encoding="utf-8", newline="\n")


def _render(result: Result, name: str, terminal: bool) -> str:
    if name == "json":
        from motcua.checker.report.json import render_json

        return render_json(result)
    from motcua.checker.report.terminal import to_text
    from motcua.checker.report.text import result_text

    return to_text(result_text(result, _lang()), terminal=terminal)


def _render_documents(result: DocumentsResult, name: str, terminal: bool) -> str:
    if name == "json":
        from motcua.checker.report.json import render_documents_json

        return render_documents_json(result)
    from motcua.checker.report.terminal import to_text
    from motcua.checker.report.text import documents_text

    return to_text(documents_text(result, _lang()), terminal=terminal)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_of_option
@rules_option
@format_option
@output_option
@language
def doc(**options: Any) -> None:  # noqa: ANN401 - click's options
    """Kiểm tra riêng các văn bản Word (FILES: tệp hoặc thư mục) theo gói thể thức."""
    from motcua.checker.run_documents import DocumentsRequest, check_documents

    request = DocumentsRequest(options["files"], _as_of(options["as_of"]), options["rules"])
    result = check_documents(request, _progress())
    _deliver(options["formats"], options["outputs"], partial(_render_documents, result))
    raise click.exceptions.Exit(result.exit_code())


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--format", "name", type=click.Choice(FORMATS), default="text")
@language
def inspect(file: Path, name: str) -> None:
    """Cho xem motcua đọc thấy gì trong một văn bản Word."""
    import json

    from motcua.checker.documents.files import open_document
    from motcua.checker.documents.origins import TracingResolver
    from motcua.checker.report.inspection import inspection_json
    from motcua.checker.report.inspection_page import inspection_page

    document = open_document(file, file.name, resolver=TracingResolver)
    if name == "json":
        click.echo(json.dumps(inspection_json(document), ensure_ascii=False, indent=2))
    else:
        from motcua.checker.report.terminal import to_text

        seen = inspection_page(document, _lang())
        click.echo(to_text(seen, terminal=sys.stdout.isatty()), nl=False)


@main.command()
@click.argument("file", metavar="RESULT.json", type=click.Path(path_type=Path))
@click.argument("criterion_id", metavar="ID")
@language
def explain(file: Path, criterion_id: str) -> None:
    """Giải thích một kết luận: căn cứ, đã xem gì, thấy gì ở đâu, phải làm gì."""
    from motcua.checker.report.explain import explain as tell

    click.echo(tell(file, criterion_id, _lang()), nl=False)


@main.group()
def rules() -> None:
    """Dành cho người viết tiêu chí: xem, kiểm lỗi, chạy thử, tạo mới."""


def _folder(path: Path | None) -> Path:
    from motcua.checker.home import RULES

    return path or RULES


@rules.command("list")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_list(path: Path | None) -> None:
    """Liệt kê các tiêu chí của một thư mục (mặc định: bộ luật đi kèm)."""
    from motcua.checker.report.rules import rules_table
    from motcua.checker.report.terminal import to_text
    from motcua.checker.rulebook.load import load_folder

    table = rules_table(load_folder(_folder(path)), _lang())
    click.echo(to_text(table, terminal=sys.stdout.isatty()), nl=False)


@rules.command("show")
@click.argument("criterion_id", metavar="ID")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_show(criterion_id: str, path: Path | None) -> None:
    """Cho xem trọn một tiêu chí: căn cứ, điều kiện, ngưỡng, lời khuyên."""
    from motcua.checker.report.rules import criterion_text
    from motcua.checker.rulebook.load import load_folder

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
    click.echo(criterion_text(book, loaded, _lang()), nl=False)


@rules.command("lint")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_lint(path: Path | None) -> None:
    """Tìm lỗi trong các tệp quy tắc, mỗi lỗi kèm tệp:dòng:cột."""
    from motcua.checker.errors import RulesError
    from motcua.checker.rulebook.lint import lint
    from motcua.checker.rulebook.load import load_folder

    book = load_folder(_folder(path))
    faults = lint(book)
    if faults:
        raise RulesError(faults)
    number = len(book.criteria)
    done = Text(f"{number} tiêu chí, không có lỗi", f"{number} criteria, no faults")
    click.echo(done.of(_lang()))


@rules.command("test")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@language
def rules_test(path: Path | None) -> None:
    """Chạy các ca thử đặt cạnh tiêu chí (<ID>.cases.yaml)."""
    from motcua.checker.trials import try_folder

    trials = try_folder(_folder(path))
    lang = _lang()
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


@rules.command("new")
@click.argument("criterion_id", metavar="ID")
@click.option("--pack", required=True, help="Gói của tiêu chí, thí dụ vanthu.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), default="rules")
@language
def rules_new(criterion_id: str, pack: str, folder: Path) -> None:
    """Tạo một tiêu chí mới cùng các ca thử của nó, chạy được ngay."""
    from motcua.checker.home import SCHEMAS
    from motcua.checker.rulebook.scaffold import scaffold

    for path in scaffold(folder, pack, criterion_id, SCHEMAS):
        click.echo(path)
    done = Text(
        f"Sửa hai tệp rồi chạy: motcua rules lint {folder} và motcua rules test {folder}",
        f"Edit both files, then: motcua rules lint {folder} and motcua rules test {folder}",
    )
    click.echo(done.of(_lang()), err=True)


if __name__ == "__main__":
    main()
