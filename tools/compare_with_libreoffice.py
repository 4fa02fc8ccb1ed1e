"""Compare size, bold and italic of every character with LibreOffice's rendering.

    python tools/compare_with_libreoffice.py FOLDER

Every .docx below FOLDER is rendered to PDF (``soffice``) and read back with its fonts
(``pdftohtml`` of Poppler); the characters are aligned with what the reader sees and compared one by
one. Raised and lowered text is left out of the sizes: the PDF has it smaller.
"""

from __future__ import annotations

import argparse
import difflib
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents.reader import UnreadableDocument, read_document

ZOOM = 4  # pdftohtml's sizes are whole numbers: enlarge the page, and divide again
SCALE = 3  # it caps the zoom at 3 pixels a point
SIZE_TOLERANCE = 0.45  # points
SHORTEST_MATCH = 4  # characters: shorter matches are chance
LONGEST = 12_000  # characters of one document: alignment is quadratic


class Seen(NamedTuple):
    """One character that is no white space; a size of None is not compared."""

    character: str
    size: float | None
    bold: bool
    italic: bool


def main() -> None:
    """Print the differences by document, and their totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for program in ("soffice", "pdftohtml"):
        if shutil.which(program) is None:
            parser.exit(2, f"{program} is not installed\n")
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        for path, pdf in rendered(sorted(folder.rglob("*.docx")), Path(temporary)):
            try:
                ours = list(read_characters(path))
            except UnreadableDocument as error:
                print(path, error)
                continue
            found, examples = compare(ours[:LONGEST], list(pdf_characters(pdf))[:LONGEST])
            totals += found
            for kind, example in examples.items():
                print(f"{path.relative_to(folder)}: {kind} {found[kind]}, first: {example}")
    for kind, count in sorted(totals.items()):
        print(f"{kind:10} {count:8} {count / totals['compared']:10.4%}")


def rendered(paths: list[Path], work: Path) -> Iterator[tuple[Path, Path]]:
    """Each file that LibreOffice renders, with its PDF; a private profile, macros never run.

    One process a file: fonts embedded in one document would otherwise be used for the next.
    """
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work)]
    for number, path in enumerate(paths):
        copy = work / f"{number}.docx"
        shutil.copyfile(path, copy)
        subprocess.run([*convert, str(copy)], capture_output=True, check=False)
        pdf = copy.with_suffix(".pdf")
        if pdf.exists():
            yield path, pdf
        else:
            print(f"{path}: LibreOffice gave no PDF")


def read_characters(path: Path) -> Iterator[Seen]:
    """What the reader sees."""
    for paragraph in read_document(path, path.name).paragraphs:
        for run in paragraph.runs:
            look = run.format
            if look.hidden:
                continue
            size = look.size_pt if look.vertical == "baseline" else None
            for character in run.text.upper() if look.caps else run.text:
                if not character.isspace():
                    yield Seen(character, size, look.bold, look.italic)


def pdf_characters(pdf: Path) -> Iterator[Seen]:
    """What LibreOffice drew."""
    command = ["pdftohtml", "-xml", "-zoom", str(ZOOM), "-i", "-stdout", str(pdf)]
    xml = subprocess.run(command, capture_output=True, check=True).stdout
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
    sizes: dict[str, float] = {}
    for element in etree.fromstring(xml, parser).iter("fontspec", "text"):
        if element.tag == "fontspec":
            sizes[element.get("id", "")] = round(float(element.get("size", "0")) / SCALE * 2) / 2
        else:
            yield from _drawn(element, sizes[element.get("font", "")], False, False)


def _drawn(element: etree._Element, size: float, bold: bool, italic: bool) -> Iterator[Seen]:
    bold, italic = bold or element.tag == "b", italic or element.tag == "i"
    yield from (Seen(c, size, bold, italic) for c in element.text or "" if not c.isspace())
    for child in element:
        yield from _drawn(child, size, bold, italic)
        yield from (Seen(c, size, bold, italic) for c in child.tail or "" if not c.isspace())


def compare(ours: list[Seen], theirs: list[Seen]) -> tuple[Counter[str], dict[str, str]]:
    """Counts of characters compared and different, and the first of each difference."""
    matcher = difflib.SequenceMatcher(
        None, [s.character for s in ours], [s.character for s in theirs], autojunk=False
    )
    found: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for block in matcher.get_matching_blocks():
        if block.size < SHORTEST_MATCH:
            continue
        for step in range(block.size):
            mine, other = ours[block.a + step], theirs[block.b + step]
            found["compared"] += 1
            for kind in _differences(mine, other):
                found[kind] += 1
                text = "".join(s.character for s in ours[block.a + step :][:30])
                examples.setdefault(kind, f"{text!r} read {mine[1:]}, drawn {other[1:]}")
    return found, examples


def _differences(mine: Seen, other: Seen) -> Iterator[str]:
    sized = mine.size is not None and other.size is not None
    if sized and abs((mine.size or 0) - (other.size or 0)) > SIZE_TOLERANCE:
        yield "size"
    if mine.bold != other.bold:
        yield "bold"
    if mine.italic != other.italic:
        yield "italic"


if __name__ == "__main__":
    main()
