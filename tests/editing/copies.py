"""What tests of changed copies look at: parts, structure, text on paper."""

from __future__ import annotations

import posixpath
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from motcua.tools.compare_with_libreoffice import rendered

from tests.documents.word_files import OOXML, WordFiles

W = f"{{{OOXML}/wordprocessingml/2006/main}}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
TYPES = f"{{{OOXML}/package/2006/content-types}}"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
OFFICES = sorted(CORPUS.glob("documents/**/*.docx"))
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARED = (
    '<Types xmlns="{}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{}.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="{}.styles+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType="{}.numbering+xml"/>'
    "</Types>"
)
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


def whole(word: WordFiles, body: str, styles: str = "", name: str = "a.docx") -> Path:
    """A package that Word and LibreOffice open."""
    made = word.parts(body, styles)
    made["[Content_Types].xml"] = DECLARED.format(OOXML, WORD, WORD, WORD)
    return word.pack(made, name)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: Path, after: Path) -> set[str]:
    """Parts that differ or are new; those that are there must be there, in order."""
    old, new = parts(before), parts(after)
    assert list(new)[: len(old)] == list(old)
    return {name for name in new if old.get(name) != new[name]}


def structure_faults(path: Path) -> list[str]:
    """What would make Word offer to repair a file, as far as the package itself can show it."""
    return [*_package_faults(parts(path)), *_comment_faults(parts(path))]


def _package_faults(found: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(found["[Content_Types].xml"])
    defaults = {item.get("Extension", "").lower() for item in types.iter(f"{TYPES}Default")}
    overrides = [item.get("PartName", "") for item in types.iter(f"{TYPES}Override")]
    if len({item.lower() for item in overrides}) < len(overrides):
        yield "a part has two content types"
    for name in found:
        typed = f"/{name}" in overrides or name.rpartition(".")[2].lower() in defaults
        if not typed and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    for name in [name for name in found if name.endswith(".rels")]:
        base = posixpath.dirname(posixpath.dirname(name))
        ids = []
        for item in etree.fromstring(found[name]):
            ids.append(item.get("Id"))
            target = posixpath.normpath(posixpath.join("/", base, item.get("Target", "")))
            if item.get("TargetMode") != "External" and target.lstrip("/") not in found:
                yield f"{name}: {target} is not there"
        if len(set(ids)) < len(ids):
            yield f"{name}: an id is there twice"


def _comment_faults(found: dict[str, bytes]) -> Iterator[str]:
    document = etree.fromstring(found["word/document.xml"])
    ids: dict[str, list[str]] = {}
    for element in document.iter(
        "{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference"
    ):
        name = etree.QName(element).localname
        ids.setdefault(name, []).append(element.get(f"{W}id") or element.get(f"{STRICT_W}id") or "")
    for name, numbers in ids.items():
        if len(set(numbers)) < len(numbers):
            yield f"{name} has a number twice"
    comments = found.get("word/comments.xml")
    if comments is not None:
        said = [
            item.get(f"{W}id") or item.get(f"{STRICT_W}id") for item in etree.fromstring(comments)
        ]
        if len(set(said)) < len(said):
            yield "two comments have one number"
        yield from (f"no comment {n}" for n in set(ids.get("commentReference", [])) - set(said))


def texts_on_paper(paths: list[Path], folder: Path) -> list[str]:
    """The words of each file as LibreOffice prints them, comments left out."""
    found = []
    for _, pdf in rendered(paths, folder):
        said = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
        )
        found.append(" ".join(said.stdout.decode().split()))
    assert len(found) == len(paths)
    return found
