"""What commands share: the language, the options, how results are handed over."""

from __future__ import annotations

import datetime as dt
import gc
import io
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from ..errors import MotcuaError, UsageError
from ..words import Lang, Text

Pages = Iterable[tuple[str, Iterable[str | bytes]]]
"""The files of a folder, by name, each piece by piece."""
TODAY = "motcua.today"
"""Where the program keeps the day on which it runs."""
_LANG = "motcua.lang"
_CLEAR = "\r\x1b[2K"
FORMATS = ("text", "json")
RESULT_FORMATS = (*FORMATS, "html", "xlsx", "docx", "sarif", "junit", "oscal")
_BINARY = frozenset({"xlsx", "docx"})


class Motcua(click.Group):
    """Shows our errors as one clear message, in the language asked for, with their exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Write UTF-8 with plain line ends everywhere: a Windows pipe has neither."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", newline="\n")
        # Records hold no cycles: to look for some among them takes a twelfth of a run.
        gc.set_threshold(100_000, 20, 20)
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command."""
        try:
            return super().invoke(ctx)
        except MotcuaError as error:
            click.echo(error.text.of(asked_language()), err=True)
            raise click.exceptions.Exit(error.exit_code) from error


def day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    """A day as it is written in options."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(
            f"'{value}' không phải ngày dạng YYYY-MM-DD / is not a date YYYY-MM-DD"
        ) from error


def folder(_: click.Context, said: click.Parameter, value: Path | None) -> Path | None:
    """A folder to write to: there, or still to be made.

    Raises:
        UsageError: A file stands at its place or above it.
    """
    there = next((p for p in (value, *value.parents) if p.exists()), None) if value else None
    if there is not None and not there.is_dir():
        raise UsageError(
            Text(
                f"{said.opts[0]} cần một thư mục, mà {there} là tệp; hãy nêu thư mục khác",
                f"{said.opts[0]} needs a folder, and {there} is a file; name another folder",
            )
        )
    return value


def remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the language where every command finds it; the one said last counts."""
    if value:
        ctx.meta[_LANG] = value


def asked_language() -> Lang:
    """The language that was asked for."""
    return "en" if click.get_current_context().meta.get(_LANG) == "en" else "vi"


language = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    callback=remember,
    expose_value=False,
    is_eager=True,
    help="Ngôn ngữ / language (vi).",
)


as_of_option = click.option(
    "--as-of",
    callback=day,
    metavar="YYYY-MM-DD",
    help="Xét theo pháp luật ngày này (mặc định hôm nay).",
)
first_option = click.option(
    "--from", "first", callback=day, metavar="YYYY-MM-DD", help="Ngày đầu của kỳ kiểm tra."
)
last_option = click.option(
    "--to", "last", callback=day, metavar="YYYY-MM-DD", help="Ngày cuối của kỳ kiểm tra."
)
packs_option = click.option(
    "--pack", "packs", multiple=True, help="Chỉ xét gói này (lặp lại được)."
)
scheme_option = click.option(
    "--scheme",
    default="",
    metavar="NAME",
    help="Chấm điểm theo thang điểm này (không nêu: điểm riêng của từng tiêu chí).",
)
rules_option = click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="Thư mục tiêu chí thêm vào."
)
format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(RESULT_FORMATS),
    help="Dạng kết quả (lặp lại được, mỗi dạng kèm --output của nó).",
)
output_option = click.option(
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Ghi dạng kết quả tương ứng vào tệp này; html, docx: cả vào thư mục, mỗi mục một tệp.",
)

notes_option = click.option(
    "--notes",
    type=click.Path(path_type=Path),
    help="Tệp YAML ghi ý kiến của người kiểm tra.",
)
unmask_option = click.option(
    "--unmask",
    is_flag=True,
    help="Không che tên người, số định danh, số điện thoại trong kết quả.",
)


def as_of(said: dt.date | None) -> dt.date:
    """The day asked for, else today, which the program itself looked up."""
    today: dt.date = click.get_current_context().meta[TODAY]
    return said or today


def period(first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The period asked for.

    Raises:
        UsageError: It has one end, or ends before it begins.
    """
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


def progress() -> Callable[[str], None]:
    """Say on one line of standard error how far the run is, where a person is watching."""
    if not sys.stderr.isatty():
        return lambda _: None
    width = shutil.get_terminal_size().columns - 1
    return lambda said: click.echo(_CLEAR + f"… {said}"[:width], nl=False, err=True)


def deliver(
    formats: Sequence[str],
    outputs: Sequence[Path],
    render: Callable[[str, bool], Iterable[str | bytes]],
    pages: Mapping[str, Callable[[], Pages]],
) -> None:
    """Write each format to the output that stands at its place, the rest to standard output.

    ``render`` takes a format's name and whether a person's terminal is the target, and gives the
    text or the bytes piece by piece. ``pages`` gives, for the formats that may fill a folder, its
    files by name. A file is there whole or not at all.
    """
    if sys.stderr.isatty():
        click.echo(_CLEAR, nl=False, err=True)
    formats = formats or ("text",)
    if len(outputs) > len(formats):
        raise UsageError(
            Text("mỗi --output cần một --format đi trước", "each --output needs its --format")
        )
    for number, name in enumerate(formats):
        target = outputs[number] if number < len(outputs) else None
        if name in pages and target is not None and _is_folder(target):
            _write_folder(target, pages[name]())
            continue
        terminal = target is None and sys.stdout.isatty()
        if terminal and name in _BINARY:
            raise UsageError(
                Text(
                    f"--format {name} cần --output: dạng này không hiện được trên màn hình",
                    f"--format {name} needs --output: a screen cannot show it",
                )
            )
        pieces = render(name, terminal)
        if target is not None:
            write_whole(target, pieces)
            continue
        for piece in pieces:
            click.echo(piece, nl=False)


def _is_folder(target: Path) -> bool:
    """Is a folder meant: one that is there, or a new name without a suffix?"""
    return target.is_dir() or not (target.exists() or target.suffix)


def _write_folder(target: Path, pages: Pages) -> None:
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(target, error) from error
    for name, pieces in pages:
        write_whole(target / name, pieces)


def write_whole(target: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a file of its pieces, whole or not at all.

    Raises:
        UsageError: It cannot be written.
    """
    with whole_file(target) as file:
        file.writelines(p.encode() if isinstance(p, str) else p for p in pieces)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file to write to that is there whole when the context ends well, and else not at all.

    A device (/dev/null, CON) is written to.

    Raises:
        UsageError: It cannot be written.
    """
    device = target.exists() and not target.is_file()
    part = target if device else target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        if not device:
            part.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        if not device:
            part.unlink(missing_ok=True)


def _cannot_write(target: Path, error: OSError) -> UsageError:
    return UsageError(
        Text(
            f"không ghi được {target}: {error.strerror}",
            f"cannot write {target}: {error.strerror}",
        )
    )
