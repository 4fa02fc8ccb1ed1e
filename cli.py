"""The program: its commands put together. Heavy imports come late, inside the commands."""

from __future__ import annotations

import datetime as dt

import click
from motcua.checker.commands.authors import effect, mutate
from motcua.checker.commands.checks import check, doc
from motcua.checker.commands.looks import explain, inspect
from motcua.checker.commands.maps import map_headers
from motcua.checker.commands.options import TODAY, Motcua, language
from motcua.checker.commands.packs import pack
from motcua.checker.commands.results import compare, minutes, verify
from motcua.checker.commands.rules import rules
from motcua.checker.commands.templates import template

EPILOG = """\b
Mã thoát: 0 đạt hết · 1 có tiêu chí không đạt · 2 dùng sai · 3 không có gì để kiểm tra ·
4 có tiêu chí chưa đủ căn cứ · 5 bộ luật sai · 6 có lỗi kiểm tra."""


@click.group(cls=Motcua, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@language
@click.version_option(package_name="motcua")
@click.pass_context
def main(context: click.Context) -> None:
    """Tự kiểm tra Bộ phận Một cửa: dữ liệu vào, kết luận theo từng tiêu chí ra.

    Checks a one-stop-shop unit against the law: exports in, a verdict per criterion out.
    """
    context.meta[TODAY] = dt.date.today()  # the only look at a clock in the program


for command in (
    check,
    doc,
    inspect,
    explain,
    compare,
    verify,
    minutes,
    pack,
    map_headers,
    template,
    rules,
):
    main.add_command(command)
rules.add_command(mutate)
rules.add_command(effect)


if __name__ == "__main__":
    main()
