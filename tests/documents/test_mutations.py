"""A few hundred damaged files; ``tools/mutate_documents.py`` does thousands over real ones."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from motcua.checker.documents.reader import UnreadableDocument, read_document
from motcua.checker.documents.rows import document_rows
from motcua.checker.home import HOME
from motcua.tools.mutations import damage

from tests.documents.word_files import WordFiles

CASES = 300


LOOK = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi=".VnTime"/><w:sz w:val="26"/><w:b/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
LIST = '<w:pStyle w:val="P"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134"/></w:sectPr>'
BOLD_ROW = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pStyle w:val="P"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def letter(word: WordFiles) -> Path:
    left = word.bold("ỦY BAN NHÂN DÂN") + word.center("Số:    /BC-UBND")
    right = word.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + word.center("Độc lập")
    head = word.table([[left, right]], '<w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/>')
    code = FIELD("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + FIELD("separate")
    field = code + word.run("1", LOOK) + FIELD("end")
    inserted = f'<w:ins w:id="1">{word.run("b")}</w:ins>'
    box = BOX.format(word.p("c")) + "</w:pict></w:r>"
    control = f"<w:sdt><w:sdtContent>{word.p('d', '', LOOK)}</w:sdtContent></w:sdt>"
    styles = (
        word.style("P", '<w:basedOn w:val="Q"/><w:rPr><w:i/></w:rPr>', default=True)
        + word.style("Q", '<w:pPr><w:spacing w:line="360"/></w:pPr><w:rPr><w:b/></w:rPr>')
        + word.style("T", BOLD_ROW, "table")
    )
    body = head + word.p(field + inserted, LIST) + word.p(box) + control + SECTION
    return word.pack(word.parts(body, styles, NUMBERING))


def test_the_same_chance_gives_the_same_damage(word: WordFiles):
    content = letter(word).read_bytes()
    first = [damage(content, random.Random(seed)) for seed in range(20)]
    assert first == [damage(content, random.Random(seed)) for seed in range(20)]
    assert len({content for content, _ in first}) > 15


def test_damaged_files_are_answered_or_refused(word: WordFiles):
    original = letter(word).read_bytes()
    path = word.folder / "damaged.docx"
    outcomes = set()
    for seed in range(CASES):
        content, done = damage(original, random.Random(seed))
        path.write_bytes(content)
        try:
            document_rows(read_document(path, path.name))
            outcomes.add("answered")
        except UnreadableDocument:
            outcomes.add("refused")
        except Exception as error:
            raise AssertionError(f"seed {seed}: {done}") from error
    assert outcomes == {"answered", "refused"}


BROKEN = {
    "nothing": ("{}", "10 cases", 0),
    "raises": ("{'read_document': lambda path, name: 1 // 0}", "ZeroDivisionError", 1),
    "is hungry": ("{'read_document': lambda path, name: bytearray(1 << 30)}", "MemoryError", 1),
    "never ends": (
        "{'SECONDS': 1, 'read_document': lambda *_: all(count(1))}",
        "signal 24",
        1,
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the tool reads /proc")
@pytest.mark.parametrize("fault", BROKEN)
def test_the_tool_tells_a_reader_that_is_broken(word: WordFiles, fault: str):
    letter(word)
    broken, said, code = BROKEN[fault]
    program = (
        "import sys; from itertools import count; "
        "from motcua.tools import mutate_documents as tool; "
        f"vars(tool).update({broken}); sys.exit(tool.main())"
    )
    cases = "1" if fault == "never ends" else "10"
    given = (str(word.folder), "--cases", cases, "--seed", "7", "--workers", "1")
    ran = subprocess.run(
        [sys.executable, "-c", program, *given],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stderr
    assert said in ran.stdout


def test_a_style_that_is_no_utf_8_does_not_break_the_reader(word: WordFiles):
    """Found by case 5731 of seed 3."""
    parts = word.parts(word.p("a"), word.style("P", "", default=True) + word.style("Qx", ""))
    path = word.folder / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.encode().replace(b"Qx", b"Q\x85"))
    try:
        assert read_document(path, path.name).paragraphs[0].text == "a"
    except UnreadableDocument as error:
        assert error.notice.code == "damaged"
