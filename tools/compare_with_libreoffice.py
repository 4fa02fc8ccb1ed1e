"""Compare size, bold and italic of every character with LibreOffice's rendering.

    python tools/compare_with_libreoffice.py FOLDER [--pdfs FOLDER]

Every .docx below FOLDER is rendered to PDF (``soffice``) and read back with its fonts
(``pdftohtml`` of Poppler); the characters are aligned with what the reader sees and compared one by
one. Raised and lowered text and small capitals are left out of the sizes: the PDF has them smaller.
Long rows of dots or dashes are left out: LibreOffice draws tab leaders with them, and one dot can
be aligned with another. ``--pdfs`` keeps the PDFs for the next run.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents.reader import UnreadableDocument, read_document

ZOOM = 4  # pdftohtml's sizes are whole numbers: enlarge the page, and divide again
SCALE = 3  # it caps the zoom at 3 pixels a point
SIZE_TOLERANCE = 0.45  # points
SHORTEST_MATCH = 12  # characters: shorter matches are chance
WINDOW = 6_000  # characters aligned at once: alignment is quadratic
LEADER = re.compile(r"[.…_·-]{5,}")


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
    parser.add_argument("--pdfs", type=Path)
    given = parser.parse_args()
    for program in ("soffice", "pdftohtml"):
        if shutil.which(program) is None:
            parser.exit(2, f"{program} is not installed\n")
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        pdfs = given.pdfs or Path(temporary)
        pdfs.mkdir(exist_ok=True)
        for path, pdf in rendered(sorted(given.folder.rglob("*.docx")), pdfs.resolve()):
            try:
                ours = without_leaders(read_characters(path))
            except UnreadableDocument as error:
                print(path, error)
                continue
            found, examples = compare(ours, without_leaders(pdf_characters(pdf)))
            totals.update(found, documents=1, ours=len(ours), same=not examples)
            for kind, example in examples.items():
                print(f"{path.relative_to(given.folder)}: {kind} {found[kind]}, first: {example}")
    report(totals)


def report(totals: Counter[str]) -> None:
    """What was compared, and what agrees."""
    compared, documents = totals["compared"], totals["documents"]
    print(f"documents  {documents}, without a difference {totals['same'] / documents:.1%}")
    print(f"characters {compared} compared, {compared / totals['ours']:.1%} of those read")
    for kind in ("size", "bold", "italic"):
        print(f"{kind:10} {totals[kind]:6} differ, {1 - totals[kind] / compared:.4%} agree")


def rendered(paths: list[Path], work: Path) -> Iterator[tuple[Path, Path]]:
    """Each file that LibreOffice renders, with its PDF; a private profile, macros never run.

    One process a file: fonts embedded in one document would otherwise be used for the next.
    """
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work)]
    for path in paths:
        name = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        copy, pdf = work / f"{name}.docx", work / f"{name}.pdf"
        if not pdf.exists():
            shutil.copyfile(path, copy)
            subprocess.run([*convert, str(copy)], capture_output=True, check=False)
            copy.unlink()
        if pdf.exists():
            yield path, pdf
        else:
            print(f"{path}: LibreOffice gave no PDF")


def without_leaders(characters: Iterable[Seen]) -> list[Seen]:
    """All but long rows of dots and dashes."""
    seen = list(characters)
    text = "".join(s.character for s in seen)
    left_out = {at for row in LEADER.finditer(text) for at in range(*row.span())}
    return [s for at, s in enumerate(seen) if at not in left_out]


def read_characters(path: Path) -> Iterator[Seen]:
    """What the reader sees."""
    for paragraph in read_document(path, path.name).paragraphs:
        for run in paragraph.runs:
            look = run.format
            if look.hidden:
                continue
            whole = look.vertical == "baseline" and not look.small_caps
            size = look.size_pt if whole else None
            capitals = look.caps or look.small_caps
            for character in run.text.upper() if capitals else run.text:
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
    found: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for at, mine, other in aligned(ours, theirs):
        found["compared"] += 1
        for kind in _differences(mine, other):
            found[kind] += 1
            text = "".join(s.character for s in ours[at : at + 30])
            examples.setdefault(kind, f"{text!r} read {mine[1:]}, drawn {other[1:]}")
    return found, examples


def aligned(ours: list[Seen], theirs: list[Seen]) -> Iterator[tuple[int, Seen, Seen]]:
    """Pairs of one character, and where it stands in ours; window by window."""
    a = b = 0
    while a < len(ours) and b < len(theirs):
        left, right = ours[a : a + WINDOW], theirs[b : b + WINDOW]
        matcher = difflib.SequenceMatcher(
            None, [s.character for s in left], [s.character for s in right], autojunk=False
        )
        blocks = [block for block in matcher.get_matching_blocks() if block.size >= SHORTEST_MATCH]
        if not blocks:
            a, b = a + WINDOW, b + WINDOW
            continue
        for block in blocks:
            # The ends may be aligned with a letter like them: a bullet "o", a full stop.
            for step in range(1, block.size - 1):
                yield a + block.a + step, left[block.a + step], right[block.b + step]
        a, b = a + blocks[-1].a + blocks[-1].size, b + blocks[-1].b + blocks[-1].size


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
