"""Commands on saved results: what changed between two, whether one comes out the same again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import asked_language, language, notes_option, progress, rules_option, write_whole

if TYPE_CHECKING:
    from ..notes import Noted, Notes
    from ..report.html.model import Run

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


@click.command()
@click.argument("file", metavar="KẾT-QUẢ.json", type=_RESULT)
@click.argument("paths", nargs=-1, type=_RESULT)
@rules_option
@click.option("--format", "name", type=click.Choice(("text", "json")), default="text")
@language
def verify(file: Path, paths: tuple[Path, ...], rules: tuple[Path, ...], name: str) -> None:
    """Chạy lại một kết quả từ biên nhận của nó trên PATHS, nêu tên từng tệp đã đổi.

    PATHS ghi như lần trước: tên thư mục đơn vị, đường dẫn văn bản là một phần của kết quả. Với bộ
    hồ sơ .zip, bỏ PATHS thì kết quả trong đó được đối chiếu với chính dữ liệu trong đó.
    Mã thoát: 0 kết quả giống hệt, 1 có khác, 2 tệp không phải kết quả.
    """
    from ..bundles.read import is_bundle
    from ..report.terminal import to_text
    from ..report.verification import verification_json, verification_text
    from ..verifying import verify as run_verify

    if not paths and not is_bundle(file):
        raise click.UsageError("thiếu PATHS / PATHS are missing")
    verification = run_verify(file, paths, rules, progress())
    if name == "json":
        click.echo(json.dumps(verification_json(verification), indent=2))
    else:
        shown = verification_text(verification, asked_language())
        click.echo(to_text(shown, terminal=sys.stdout.isatty()), nl=False)
    raise click.exceptions.Exit(0 if verification.same() else 1)


@click.command()
@click.argument("file", metavar="KẾT-QUẢ.json", type=_RESULT)
@notes_option
@click.option("--unit", default="", metavar="MÃ", help="Đơn vị nào, khi kết quả có nhiều đơn vị.")
@click.option(
    "--output",
    required=True,
    type=_RESULT,
    help="Ghi biên bản (.docx) hoặc trang kết quả kèm ý kiến (.html) vào tệp này.",
)
@language
def minutes(file: Path, notes: Path | None, unit: str, output: Path) -> None:
    """Lập biên bản kiểm tra một đơn vị từ kết quả đã lưu, theo Mẫu 1.9 Nghị định 30/2020/NĐ-CP.

    Điều chưa biết (thành phần, địa điểm, giờ) để dòng chấm cho người lập điền; ý kiến trong
    --notes được in cạnh kết luận và không đổi kết luận. Với --output tên.html thì ghi trang kết quả
    của đơn vị, ý kiến đứng cạnh từng tiêu chí.
    """
    from ..notes import read_notes
    from ..report.saved_run import noted, run_of_notes, run_of_one
    from ..saved import read_saved

    saved = read_saved(file)
    if notes is None:
        write_whole(output, _minuted(run_of_one(saved, unit), None, (), output))
        return
    read = read_notes(notes)
    run = run_of_notes(saved, unit, read)
    write_whole(output, _minuted(run, read.notes, noted(run, read), output))


def _minuted(
    run: Run, notes: Notes | None, said: Sequence[Noted], output: Path
) -> Iterable[str | bytes]:
    """The unit's page with what the inspector says, or the minutes, by the name of the file."""
    if output.suffix.lower() == ".html":
        from ..report.html.site import one_file
        from ..report.saved_run import with_opinions

        return one_file(with_opinions(run, said), asked_language())
    from ..notes import Notes as Unknown
    from ..report.word.minutes import minutes as written

    return [written(run, notes or Unknown(), said)]
