"""The command that packs what a unit hands in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..errors import UsageError
from ..words import Text
from .checks import asked
from .options import (
    as_of_option,
    asked_language,
    first_option,
    language,
    last_option,
    packs_option,
    progress,
    rules_option,
    scheme_option,
    unmask_option,
    whole_file,
)


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Ghi bộ hồ sơ vào tệp này (không nêu: TÊN-THƯ-MỤC.motcua.zip ở thư mục hiện tại).",
)
@as_of_option
@first_option
@last_option
@packs_option
@scheme_option
@rules_option
@unmask_option
@language
def pack(path: Path, output: Path | None, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Đóng gói đơn vị trong PATH thành một bộ hồ sơ để nộp: dữ liệu gốc, mã băm, kết quả.

    Dữ liệu gốc (data/) không che; kết quả (result.json) che như 'motcua check'. Mã thoát: 0 đã đóng
    gói, dù kết luận thế nào.
    """
    from ..packing import pack as run_pack

    target = output or Path(f"{path.resolve().name}.motcua.zip")
    if target.resolve().is_relative_to(path.resolve()):
        text = Text(
            f"{target} nằm trong thư mục được đóng gói; hãy nêu --output ở ngoài '{path}'",
            f"{target} lies in the folder to be packed; give an --output outside of '{path}'",
        )
        raise UsageError(text)
    with whole_file(target) as file:
        packed = run_pack(asked((path,), options), file, progress())
    said = Text(
        f"{target}: {packed} tệp gốc (không che) và kết quả",
        f"{target}: {packed} files as they are (nothing masked) and the result",
    )
    click.echo(said.of(asked_language()), err=True)
