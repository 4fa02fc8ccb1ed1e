from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest
from motcua.checker.documents.reader import UnreadableDocument
from motcua.checker.editing.original import Original
from motcua.checker.editing.refusals import NotWritten

from tests.documents.word_files import OFFICE, WordFiles
from tests.editing.copies import changed_parts, parts, structure_faults, whole


def refusal(path: Path, target: Path | None = None) -> str:
    with pytest.raises(NotWritten) as caught:
        original = Original(path)
        original.main.add([original.main.before(original.main.root[0][0], b"<w:p/>")])
        original.write(target or path.parent / "copy.docx", lambda copy: True)
    said = caught.value.notice.text
    assert said.vi != said.en and caught.value.notice.file == path.name
    return caught.value.notice.code


def packed(word: WordFiles, more: dict[str, str]) -> Path:
    return word.pack({**word.parts(word.p("Văn bản")), **more})


def test_what_is_not_changed_stays_to_the_byte(word: WordFiles):
    path = whole(word, word.p("Một"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.mkdir("word/media/")
        archive.writestr(zipfile.ZipInfo("word/media/a.bin", (2001, 2, 3, 4, 5, 6)), os.urandom(99))
    target = word.folder / "copy.docx"
    original = Original(path)
    original.main.add([original.main.before(original.main.root[0][0], b"<w:p/>")])
    original.write(target, lambda copy: True)
    assert changed_parts(path, target) == {"word/document.xml"}
    before, after = zipfile.ZipFile(path), zipfile.ZipFile(target)
    with before, after:
        told = [
            (i.filename, i.date_time, i.compress_type, i.external_attr) for i in before.infolist()
        ]
        assert told == [
            (i.filename, i.date_time, i.compress_type, i.external_attr) for i in after.infolist()
        ]


def test_the_same_copy_has_the_same_bytes(word: WordFiles):
    path = whole(word, word.p("Một"))
    copies = []
    for name in ("b.docx", "c.docx"):
        original = Original(path)
        original.add_part("header", "header", b"<h/>")
        original.write(word.folder / name, lambda copy: True)
        copies.append((word.folder / name).read_bytes())
    assert copies[0] == copies[1]


def test_a_new_part_is_typed_and_related(word: WordFiles):
    path = whole(word, word.p("Một"))
    original = Original(path)
    ids = {original.add_part("header", "header", b"<h/>") for _ in range(3)}
    target = word.folder / "copy.docx"
    original.write(target, lambda copy: True)
    assert len(ids) == 3
    assert {"word/header.xml", "word/header1.xml", "word/header2.xml"} <= set(parts(target))
    assert structure_faults(target) == []


def test_a_package_without_relationships_of_its_main_part_gets_them(word: WordFiles):
    made = word.parts(word.p("Một"))
    del made["word/_rels/document.xml.rels"]
    original = Original(word.pack(made))
    original.add_part("header", "header", b"<h/>")
    original.add_part("header", "header", b"<h/>")
    target = word.folder / "copy.docx"
    original.write(target, lambda copy: True)
    rels = parts(target)["word/_rels/document.xml.rels"]
    assert rels.count(b"<Relationship ") == 2 and f'Type="{OFFICE}/header"'.encode() in rels


def test_signed_files_are_refused(word: WordFiles):
    assert refusal(packed(word, {"_xmlsignatures/sig1.xml": "<s/>"})) == "signed"


def test_signatures_are_found_wherever_they_lie(word: WordFiles):
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    related = word.parts("")["_rels/.rels"].replace(
        "</Relationships>", f'<Relationship Id="s" Type="{kind}" Target="s.sigs"/></Relationships>'
    )
    assert refusal(packed(word, {"_rels/.rels": related, "s.sigs": ""})) == "signed"


def test_files_with_macros_are_refused(word: WordFiles):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = word.parts("")["[Content_Types].xml"].replace(
        "/>", f'><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    assert refusal(packed(word, {"[Content_Types].xml": types})) == "macro"


@pytest.mark.parametrize(
    "content",
    [b"{\\rtf1 abc}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")],
)
def test_old_formats_are_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "a.doc"
    path.write_bytes(content)
    assert refusal(path) == "legacy_word"


def test_encrypted_files_are_refused_by_the_reader(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnreadableDocument) as caught:
        Original(path)
    assert caught.value.notice.code == "encrypted"


def test_other_encodings_are_refused(word: WordFiles):
    made = word.parts(word.p("Văn bản"))
    text = '<?xml version="1.0" encoding="UTF-16"?>' + made["word/document.xml"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in made.items():
            coding = "utf-16" if name == "word/document.xml" else "utf-8"
            archive.writestr(name, (text if coding == "utf-16" else content).encode(coding))
    path = word.folder / "a.docx"
    path.write_bytes(packed.getvalue())
    assert refusal(path) == "encoding"


@pytest.mark.parametrize("link", [None, os.link, os.symlink])
def test_the_original_is_never_overwritten(word: WordFiles, link: object):
    path = packed(word, {})
    target = path
    if callable(link):
        target = word.folder / "other.docx"
        link(path, target)
    before = path.read_bytes()
    assert refusal(path, target) == "same_file"
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(word: WordFiles):
    assert refusal(packed(word, {}), word.folder / "none" / "a.docx") == "unwritable"


def test_a_copy_that_fails_its_check_leaves_nothing_behind(word: WordFiles):
    path, target = packed(word, {}), word.folder / "copy.docx"
    target.write_bytes(b"earlier")
    with pytest.raises(NotWritten) as caught:
        Original(path).write(target, lambda copy: False)
    assert caught.value.notice.code == "not_the_same"
    assert target.read_bytes() == b"earlier"
    assert {item.name for item in word.folder.iterdir()} == {"a.docx", "copy.docx"}


def test_a_damaged_part_that_is_only_copied_is_refused(word: WordFiles):
    path = packed(word, {"docProps/thumbnail.txt": "0123456789" * 9})
    content = path.read_bytes()
    at = content.rindex(b"docProps/thumbnail.txt", 0, content.index(b"PK\x01\x02")) + 22
    path.write_bytes(content[: at + 4] + b"\xff\xff" + content[at + 6 :])
    with pytest.raises(UnreadableDocument) as caught:
        Original(path).write(word.folder / "b.docx", lambda copy: True)
    assert caught.value.notice.code == "damaged"
    assert {item.name for item in word.folder.iterdir()} == {"a.docx"}


def test_a_copy_can_be_read_by_those_who_read_the_original(word: WordFiles):
    path = packed(word, {})
    path.chmod(0o444)
    target = word.folder / "copy.docx"
    Original(path).write(target, lambda copy: True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
