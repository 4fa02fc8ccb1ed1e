"""A run as one file, or as a folder of pages with an index.

A few units or documents stand in one file with their proofs. Of many, one file holds the overview
and what did not pass; the proofs are in the pages of the folder.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from ...words import Lang, Text, fold
from .markup import data, tag
from .model import DECIDED, Detail, Examined, Run
from .overview import brief, overview
from .page import page
from .section import section

INDEX = "index.html"
FEW = 8
"""So many units or documents stand in one file with their proofs."""
_FINDINGS_ALONE, _FINDINGS_AMONG = 500, 20
_NOT_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 48


def one_file(run: Run, lang: Lang) -> Iterator[str]:
    """The whole run as one page."""
    first = list(islice(run.examined, 2))
    if len(first) == 1:
        yield from _page_of(first[0], run, lang)
        return
    few = run.few(FEW)
    body = _few(run, lang) if few else _many(run, lang)
    yield from page(run, run.title.of(lang), body, lang)


def folder(run: Run, lang: Lang) -> Iterator[tuple[str, Iterator[str]]]:
    """Pages by their file names, the index last: where it is, all is."""
    for one in run.examined:
        yield file_name(one), _page_of(one, run, lang)
    yield INDEX, page(run, run.title.of(lang), _index(run, lang), lang)


def _page_of(one: Examined, run: Run, lang: Lang) -> Iterator[str]:
    detail = Detail(lang, level=1, findings=_FINDINGS_ALONE)
    title = f"{one.name} – {run.title.of(lang)}"
    body = chain(
        (tag("p", run.title.of(lang), class_="kicker"),), section(one, detail), _notes(run, lang)
    )
    yield from page(run, title, body, lang)


def _few(run: Run, lang: Lang) -> Iterator[str]:
    yield from _top(run, lang)
    yield from overview(run, lambda one: f"#{one.anchor}-{one.anchor}", lang)
    for one in run.examined:
        yield from section(one, Detail(lang, 2, _FINDINGS_AMONG, prefix=f"{one.anchor}-"))


def _many(run: Run, lang: Lang) -> Iterator[str]:
    yield from _top(run, lang)
    where = Text(
        "Bằng chứng của từng tiêu chí: chạy lại với --format html --output THƯ-MỤC,"
        " mỗi đơn vị hoặc văn bản một trang.",
        "The proof of each criterion: run again with --format html --output FOLDER, a page each.",
    )
    yield tag("p", where.of(lang))
    yield from overview(run, lambda one: f"#{one.anchor}", lang)
    yield tag("h2", Text("Chưa đạt và chưa rõ", "Not passed and not known").of(lang))
    for one in run.examined:
        yield brief(one, lang)


def _index(run: Run, lang: Lang) -> Iterator[str]:
    yield from _top(run, lang)
    yield from overview(run, file_name, lang)


def _top(run: Run, lang: Lang) -> Iterator[str]:
    number = sum(1 for _ in run.examined)
    counted = sum((one.counts() for one in run.examined), start=Counter[str]())
    decided = sum(counted[verdict] for verdict in DECIDED)
    people = sum(one.by_people() for one in run.examined)
    line = Text(
        f"{number} mục được kiểm tra, {counted.total()} lượt xét tiêu chí:"
        f" {decided - people} kết luận bằng dữ liệu, {people} bằng xác nhận của người,"
        f" {counted['undetermined']} chưa đủ căn cứ, {counted['not_applicable']} không áp dụng,"
        f" {counted['error']} lỗi kiểm tra.",
        f"{number} examined, {counted.total()} verdicts: {decided - people} by data, {people} by"
        f" people's word, {counted['undetermined']} undetermined, {counted['not_applicable']} not"
        f" applicable, {counted['error']} errors.",
    )
    yield tag("h1", run.title.of(lang))
    yield tag("p", line.of(lang), class_="honest")
    yield from _notes(run, lang)


def _notes(run: Run, lang: Lang) -> Iterator[str]:
    """What concerns the run as a whole."""
    if run.notes:
        yield tag("ul", (tag("li", data(n.of(lang), lang)) for n in run.notes), class_="notices")


def file_name(one: Examined, suffix: str = "html") -> str:
    """A name that every file system takes, and that tells people whose page it is."""
    told = _NOT_A_NAME.sub("-", fold(one.folder)).strip("-")[-_LONGEST_NAME:].strip("-")
    return f"{one.number:04d}-{told}.{suffix}" if told else f"{one.number:04d}.{suffix}"
