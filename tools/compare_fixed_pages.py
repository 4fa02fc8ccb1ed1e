"""Render documents before and after ``doc --fix`` and look for text that was lost or moved.

    python tools/compare_fixed_pages.py [FOLDER]

Every file below FOLDER that the repair changes is rendered to PDF by LibreOffice, as it was and as
it became, and the words of both are compared in their order. Larger letters and other margins put
words on another line or page, which is no fault; a word that is missing, new, or elsewhere in the
order is one. Page numbers alone at the edge of a page are left out: they may be what was put in.
Without FOLDER: one mutant of each look of each component (``tools/decree30``).
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from motcua.checker.run_documents import DocumentsRequest, check_documents  # noqa: E402
from motcua.tools.compare_with_libreoffice import rendered  # noqa: E402
from motcua.tools.decree30.mutants import mutants  # noqa: E402

AS_OF = dt.date(2026, 11, 22)
LOOKS = ("size", "bold", "italic", "align", "indent", "space", "line", "margin", "font", "colour")


class Compared(NamedTuple):
    """A file, its pages before and after, and what is lost, new or moved in it."""

    name: str
    before: int
    after: int
    faults: tuple[str, ...]


def pages(pdf: Path) -> list[list[str]]:
    """The words of each page in reading order, without a page number alone at its edge."""
    text = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    return [_without_number(page.split()) for page in text.split("\f")[:-1]]


def _without_number(words: list[str]) -> list[str]:
    for edge in (0, -1):
        if words and words[edge].isdigit() and len(words[edge]) < 4:
            del words[edge]
            break
    return words


def differences(before: list[list[str]], after: list[list[str]]) -> Iterator[str]:
    """Stretches of words that are not the same in both, each as "old -> new".

    Hyphens are left out: Poppler drops one at the end of a line and joins what it parted.
    """
    old, new = ([word for page in both for word in page] for both in (before, after))
    if "".join(old).replace("-", "") == "".join(new).replace("-", ""):
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, other, last in matcher.get_opcodes():
        if kind != "equal":
            yield f"{' '.join(old[start:end])} -> {' '.join(new[other:last])}"


def compared(folder: Path, work: Path) -> Iterator[Compared]:
    """Put the files of a folder right and compare the pages of those that were changed."""
    drawn = work / "pdfs"
    drawn.mkdir()
    request = DocumentsRequest((folder,), AS_OF, fix=work / "fixed")
    changed = [
        (Path(one.file), Path(copy.target))
        for one in check_documents(request).documents
        for copy in one.copies
        if copy.done and copy.target
    ]
    for pair in changed:
        before, after = (pages(next(pdf for _, pdf in rendered([path], drawn))) for path in pair)
        faults = tuple(differences(before, after))
        yield Compared(pair[0].name, len(before), len(after), faults)


def write_mutants(folder: Path) -> None:
    """One mutant of each fault of look that a repair can put right."""
    met: set[str] = set()
    for mutant in mutants():
        if mutant.edit in LOOKS and mutant.fault not in met:
            met.add(mutant.fault)
            (folder / f"{mutant.name}.docx").write_bytes(mutant.bytes())


def main() -> int:
    """Print file by file; 1 where text was lost or moved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    given = parser.parse_args()
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            parser.exit(2, f"{program} is not installed\n")
    seen = wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        source = given.folder or work / "mutants"
        if given.folder is None:
            source.mkdir()
            write_mutants(source)
        for one in compared(source, work):
            seen, wrong = seen + 1, wrong + bool(one.faults)
            for fault in one.faults:
                print(f"{one.name}: {fault}")
            if one.before != one.after:
                print(f"{one.name}: {one.before} pages, now {one.after}")
    print(f"{seen} files changed, {wrong} with text lost or moved")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
