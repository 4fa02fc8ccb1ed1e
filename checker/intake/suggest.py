"""What a ``mapping.yaml`` for a register might say: which table, which headers, what is left."""

from __future__ import annotations

import difflib
import glob
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..errors import NothingToCheckError, UsageError
from ..tables import TableSpec, table_specs
from ..words import Text
from .folder import Export
from .headings import Top, header_key, tops
from .reader import sheets_of
from .recognise import HEADER_WITHIN, claims_of
from .sheets import Line, Notices, Refused, Sheet
from .wording import readings

_DATUM = re.compile(r"[0-9]{2,}|[0-9]+[.,/-][0-9][0-9.,/:h\s-]*(?:\.[hg][0-9]{2,3})?")
_LIKELY = 0.6
_PART = 0.8
"""How alike a header is to a wording of which it has every word, and further ones."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One sheet: its table, the header of each field known, guesses, and what is left over.

    ``guessed`` are headers and the fields that they may mean, ``free`` the fields no header is
    left for.
    """

    sheet: str
    spec: TableSpec
    known: Mapping[str, str]
    guessed: Mapping[str, str]
    strange: tuple[str, ...]
    free: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """How well the table fits: what identifies it, what is certain, what is likely."""
        named = {*self.known, *self.guessed.values()}
        identified = sum(name in named for name in self.spec.identified_by)
        missing = len(self.spec.identified_by) - identified
        return -missing, len(self.known), len(self.guessed)


def suggest_mapping(path: Path) -> str:
    """The text of a ``mapping.yaml`` for one register, to be checked by a person.

    Raises:
        UsageError: The file cannot be read.
        NothingToCheckError: No sheet of it is like any register.
    """
    notices = Notices(path.name)
    try:
        found = [one for sheet in sheets_of(Export(path.name, path), notices) for one in _of(sheet)]
    except Refused as error:
        raise UsageError(error.notice.text) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            Text(f"không mở được {path}: {why}", f"cannot open {path}: {why}")
        ) from error
    if not found:
        said = notices.all()
        raise NothingToCheckError(said[0].text if said else _NOTHING)
    return "\n".join(line for one in found for line in _written(path.name, one)) + "\n"


def _of(sheet: Sheet) -> Iterator[Suggestion]:
    """The best suggestion for a sheet, where two fields at least speak for it."""
    head: Sequence[Line] = list(islice(sheet.rows, HEADER_WITHIN))
    specs = [spec for spec in table_specs().values() if spec.intake == "register"]
    every = (
        _look(sheet.name, top, spec)
        for lines in readings(sheet, head)
        for top in tops(lines)
        if not _holds_data(top)
        for spec in specs
    )
    best = max(every, key=lambda one: one.rank, default=None)
    if best is not None and len(best.known) + len(best.guessed) > 1:
        yield best


def _holds_data(top: Top) -> bool:
    """Whether the lower of two rows is no heading: it has a code, a day or a number in it."""
    return len(top.lines) > 1 and any(_DATUM.fullmatch(key) for key in top.lines[-1].values())


def _look(sheet: str, top: Top, spec: TableSpec) -> Suggestion:
    claimed = claims_of(top, spec)
    sure = {name: at[0] for name, at in claimed.items() if len(at) == 1}
    known = {name: top.labels[sure[name]] for name in spec.fields if name in sure}
    taken = {at for columns in claimed.values() for at in columns}
    left = {at: label for at, label in top.labels.items() if at not in taken}
    free = [name for name in spec.fields if name not in claimed]
    guessed: dict[str, str] = {}
    for _, at, name in sorted(_likely(left, free, spec), reverse=True):
        if left[at] not in guessed and name not in guessed.values():
            guessed[left[at]] = name
    strange = tuple(label for label in left.values() if label not in guessed)
    open_ = tuple(name for name in free if name not in guessed.values())
    return Suggestion(sheet, spec, known, guessed, strange, open_)


def _likely(
    left: Mapping[int, str], free: Sequence[str], spec: TableSpec
) -> Iterator[tuple[float, int, str]]:
    for at, label in left.items():
        key = header_key(label)
        for name in free:
            field = spec.fields[name]
            alike = max(_alike(key, header_key(w)) for w in (field.title.vi, *field.headers))
            if alike >= _LIKELY:
                yield alike, at, name


def _alike(key: str, wording: str) -> float:
    ratio = difflib.SequenceMatcher(None, key, wording).ratio()
    words = wording.split()
    inside = len(words) > 1 and set(words) <= set(key.split())
    return max(ratio, _PART if inside else 0.0)


def _written(file: str, one: Suggestion) -> Iterator[str]:
    where = _quoted(file) + (f", trang {_quoted(one.sheet)}" if one.sheet else "")
    yield f"# {where}: {one.spec.title.vi} ({one.spec.table})"
    known = "; ".join(f"{name} = {_quoted(label)}" for name, label in one.known.items())
    yield f"# Đã nhận ra: {known or 'chưa có'}"
    missing = [name for name in one.spec.identified_by if name in one.free]
    if missing:
        titles = ", ".join(f"'{one.spec.fields[name].title.vi}' ({name})" for name in missing)
        yield f"# Thiếu cột bắt buộc: {titles}"
    if not one.guessed and not missing:
        yield "# Không cần nêu thêm tiêu đề nào."
    if one.guessed or one.strange:
        yield from _entry(file, one)
    if one.free:
        yield f"# Trường còn trống: {', '.join(one.free)}"


def _entry(file: str, one: Suggestion) -> Iterator[str]:
    """The item of the list; a comment where nothing of it is likely."""
    start = "" if one.guessed else "# "
    yield f"{start}- files: {_quoted(glob.escape(file))}"
    yield f"{start}  table: {one.spec.table}"
    yield f"{start}  columns:"
    for label, name in one.guessed.items():
        title = one.spec.fields[name].title.vi
        yield f"    {_quoted(label)}: {name}  # đoán; hãy kiểm tra: {title}"
    for label in one.strange:
        yield f"#    {_quoted(label)}:  # không đoán được; bỏ qua nếu không cần"


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


_NOTHING = Text(
    "không thấy bảng nào gần với tệp này; hãy đổi tiêu đề theo sổ mẫu (motcua template TÊN), hoặc "
    "tự viết mapping.yaml cho tệp như docs/files.md chỉ",
    "no table is like this file; change its headers to those of a template (motcua template NAME), "
    "or write a mapping.yaml for it as docs/files.md shows",
)
