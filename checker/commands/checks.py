"""Commands that check: a unit's folder, documents alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import (
    Pages,
    as_of,
    as_of_option,
    asked_language,
    deliver,
    first_option,
    folder,
    format_option,
    language,
    last_option,
    output_option,
    packs_option,
    period,
    progress,
    rules_option,
    scheme_option,
    unmask_option,
)

if TYPE_CHECKING:
    from ..report.html.model import Run
    from ..result import DocumentsResult, Result
    from ..run import Request


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_of_option
@first_option
@last_option
@packs_option
@scheme_option
@rules_option
@format_option
@output_option
@unmask_option
@language
def check(**options: Any) -> None:  # noqa: ANN401 - click's options
    """Kiểm tra các đơn vị trong PATHS: thư mục có unit.yaml, thư mục chứa chúng, bộ hồ sơ .zip."""
    from ..run import check as run_check

    result = run_check(asked(options["paths"], options), progress())
    pages = _pages(partial(_run_of, result))
    deliver(options["formats"], options["outputs"], partial(_render, result), pages)
    raise click.exceptions.Exit(result.exit_code())


def asked(paths: tuple[Path, ...], options: Mapping[str, Any]) -> Request:
    """What to check, from the options."""
    from ..run import Request

    return Request(
        paths=paths,
        as_of=as_of(options["as_of"]),
        period=period(options["first"], options["last"]),
        packs=options["packs"],
        rules=options["rules"],
        unmasked=options["unmask"],
        scheme=options["scheme"],
    )


def _render(result: Result, name: str, terminal: bool) -> Iterator[str | bytes]:
    if name == "json":
        from ..report.json import render_json

        yield render_json(result)
    elif name == "text":
        from ..report.terminal import to_text
        from ..report.text import result_text

        yield to_text(result_text(result, asked_language()), terminal=terminal)
    else:
        yield from _render_run(_run_of(result), name)


def _render_run(run: Run, name: str) -> Iterator[str | bytes]:
    """The formats that show units and documents alike."""
    lang = asked_language()
    if name == "html":
        from ..report.html.site import one_file

        yield from one_file(run, lang)
    elif name == "xlsx":
        from ..report.xlsx import workbook

        yield workbook(run, lang)
    elif name == "docx":
        from ..report.word.report import self_assessment

        yield self_assessment(run)
    elif name == "sarif":
        from ..report.sarif import sarif

        yield from sarif(run, lang)
    elif name == "oscal":
        from ..report.oscal import oscal

        yield from oscal(run, lang)
    else:
        from ..report.junit import junit

        yield from junit(run, lang)


def _pages(run: Callable[[], Run]) -> Mapping[str, Callable[[], Pages]]:
    """The formats that may fill a folder."""

    def html() -> Pages:
        from ..report.html.site import folder

        return folder(run(), asked_language())

    def docx() -> Pages:
        from ..report.word.report import folder

        return folder(run())

    return {"html": html, "docx": docx}


def _run_of(result: Result) -> Run:
    from ..report.html.model import run_of_units

    return run_of_units(result)


def _run_of_documents(result: DocumentsResult) -> Run:
    from ..report.html.model import run_of_documents

    return run_of_documents(result)


def _render_documents(result: DocumentsResult, name: str, terminal: bool) -> Iterator[str | bytes]:
    if name == "json":
        from ..report.json import documents_json

        yield from documents_json(result)
    elif name == "text":
        from ..report.documents import documents_text
        from ..report.terminal import to_text

        for part in documents_text(result, asked_language()):
            yield to_text(part, terminal=terminal)
    else:
        yield from _render_run(_run_of_documents(result), name)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_of_option
@rules_option
@format_option
@output_option
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    callback=folder,
    metavar="DIR",
    help="Ghi bản sao có nhận xét bên lề vào thư mục này.",
)
@click.option(
    "--fix",
    type=click.Path(path_type=Path),
    callback=folder,
    metavar="DIR",
    help="Ghi bản sao đã sửa những định dạng sửa được vào thư mục này; không đổi chữ nào.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: os.cpu_count() or 1,
    help="Số tiến trình cùng làm (mặc định: số lõi của máy).",
)
@unmask_option
@language
def doc(**options: Any) -> None:  # noqa: ANN401 - click's options
    """Kiểm tra riêng các văn bản Word (FILES: tệp hoặc thư mục) theo gói thể thức."""
    from ..run_documents import DocumentsRequest, check_documents

    day = as_of(options["as_of"])
    request = DocumentsRequest(
        paths=options["files"],
        as_of=day,
        rules=options["rules"],
        annotate=options["annotate"],
        fix=options["fix"],
        jobs=options["jobs"],
        unmasked=options["unmask"],
    )
    result = check_documents(request, progress())
    pages = _pages(partial(_run_of_documents, result))
    deliver(options["formats"], options["outputs"], partial(_render_documents, result), pages)
    raise click.exceptions.Exit(result.exit_code())
