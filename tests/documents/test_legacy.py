from __future__ import annotations

import hashlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from motcua.checker.documents.files import open_document
from motcua.checker.documents.libreoffice import ConversionLimits, converted, find_libreoffice
from motcua.checker.documents.model import Document
from motcua.checker.documents.refusals import UnreadableDocument
from motcua.cli import main

from tests.documents.word_files import WordFiles

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
WORD_97 = "WordDocument".encode("utf-16-le")
LETTER = (
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""),
    *("BÁO CÁO", "Kết quả công tác tháng 5", "", "Văn phòng báo cáo như sau."),
)

needs_libreoffice = pytest.mark.skipif(
    find_libreoffice() is None, reason="LibreOffice is not installed"
)
needs_shell = pytest.mark.skipif(os.name != "posix", reason="programs here are shell scripts")


def rtf(*lines: str, inside: str = "") -> bytes:
    letters = (c if c < "\x80" else f"\\u{ord(c)}?" for c in "\\par\n".join(lines))
    fonts = r"{\fonttbl{\f0\froman Times New Roman;}}"
    return f"{{\\rtf1\\ansi{fonts}\\f0\\fs28\\b {''.join(letters)}{inside}\\par}}".encode("ascii")


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(path, path.name)
    notice = caught.value.notice
    assert notice.file == path.name
    assert ".docx" in notice.text.vi
    return notice.code


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a shell script in LibreOffice's place."""

    def install(script: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    return install


@needs_libreoffice
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.rtf", ["converted"]),
        ("a.doc", ["converted"]),
        ("a.docx", ["wrong_extension", "converted"]),
    ],
)
def test_rtf_is_read_under_its_own_name(tmp_path: Path, name: str, said: list[str]):
    path = tmp_path / name
    path.write_bytes(rtf(*LETTER))
    document = open_document(path, name)
    assert [paragraph.text for paragraph in document.paragraphs][: len(LETTER)] == list(LETTER)
    assert document.paragraphs[0].runs[0].format.font == "Times New Roman"
    assert document.paragraphs[0].runs[0].format.size_pt == 14
    assert {"national_name", "motto", "type_name"} <= {c.role for c in document.components}
    assert (document.file, codes(document)) == (name, said)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert {notice.file for notice in document.notices} == {name}


def made_by_libreoffice(source: Path) -> Path:
    """A .doc of a file, made by LibreOffice as it comes, without any of our restrictions."""
    program = find_libreoffice()
    assert program is not None
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    to_doc = ("--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(source.parent))
    subprocess.run([program, profile, *to_doc, str(source)], check=True, capture_output=True)
    return source.with_suffix(".doc")


@needs_libreoffice
def test_doc_is_read_like_the_rtf_that_it_was_made_of(tmp_path: Path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rtf(*LETTER))
    document = open_document(made_by_libreoffice(path), "a.doc")
    source = open_document(path, "a.rtf")
    assert codes(document) == ["converted"]
    assert document.components == source.components != ()
    assert [p.text for p in document.paragraphs] == [p.text for p in source.paragraphs]
    assert document.paragraphs[0].runs[0].format.size_pt == 14


@needs_libreoffice
def test_letters_of_tcvn3_come_through(tmp_path: Path):
    path = tmp_path / "a.rtf"
    letters = r"Tr\'ad\'eang \'ae\'ad\'eec"
    path.write_bytes(rf"{{\rtf1\ansi{{\fonttbl{{\f0\fnil .VnTime;}}}}\f0 {letters}\par}}".encode())
    for old in (path, made_by_libreoffice(path)):
        document = open_document(old, old.name)
        assert document.paragraphs[0].text == "Trường được"
        assert codes(document) == ["converted", "legacy_encoding"]


@needs_libreoffice
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus does not lie next to it")
def test_every_old_file_of_the_offices_is_read():
    paths = [p for p in CORPUS.glob("documents/**/*") if p.suffix.lower() in (".doc", ".rtf")]
    assert len(paths) >= 18
    for path in paths:
        assert "converted" in codes(open_document(path, path.name))


@pytest.fixture
def server() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine, and what it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, format: str, *args: object):
            pass

    listening = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield listening.server_port, asked
    listening.shutdown()
    thread.join()
    listening.server_close()


@needs_libreoffice
def test_no_link_is_followed(tmp_path: Path, server: tuple[int, list[str]]):
    port, asked = server
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    picture = f'<draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"/>'
    (tmp_path / "a.fodt").write_text(
        f'<?xml version="1.0"?><office:document{names} xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">'
        f'<office:body><office:text><text:p>a<draw:frame svg:width="3cm" '
        f'svg:height="3cm" text:anchor-type="as-char">{picture}</draw:frame></text:p>'
        "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    path = made_by_libreoffice(tmp_path / "a.fodt")
    assert "/a.png" in asked, "LibreOffice by itself does follow the link"
    asked.clear()
    assert codes(open_document(path, "a.doc")) == ["converted", "external_link"]
    assert asked == []


def test_without_libreoffice_the_notice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    if find_libreoffice():
        pytest.skip("LibreOffice lies in its usual place")
    for name, content in (("a.rtf", rtf("a")), ("a.doc", OLE + WORD_97)):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path) == "legacy_word"
    shown = CliRunner().invoke(main, ["inspect", str(tmp_path / "a.rtf"), "--lang", "en"])
    assert shown.exit_code == 3
    assert "LibreOffice" in shown.output and "save it as .docx" in shown.output


@needs_shell
def test_docx_never_starts_it(word: WordFiles, fake):
    mark = word.folder / "started"
    fake(f"touch {mark}")
    for name in ("a.docx", "a.doc"):
        open_document(word.pack(word.parts(word.p("a")), name), name)
    path = word.folder / "b.docx"
    for content in (b"", b"PK\x03\x04", b"%PDF-1.7", OLE, OLE + b"E\0n\0"):
        path.write_bytes(content)
        refusal_code(path)
    assert not mark.exists()


def refusal_code(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(path, path.name)
    return caught.value.notice.code


@needs_shell
def test_a_doc_with_a_password_is_refused_before_it_is_started(tmp_path: Path, fake):
    fake(f"touch {tmp_path / 'started'}")
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500) + WORD_97)
    assert refusal(path) == "encrypted"
    assert not (tmp_path / "started").exists()


@needs_shell
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, fake):
    late = tmp_path / "late"
    fake(f"(sleep 3; touch {late}) &\nsleep 60")
    began = time.monotonic()
    with (
        pytest.raises(UnreadableDocument) as caught,
        converted(rtf("a"), ".rtf", "a.rtf", ConversionLimits(seconds=1)),
    ):
        pass
    assert caught.value.notice.code == "conversion_slow"
    assert time.monotonic() - began < 30
    time.sleep(3)
    assert not late.exists()


@needs_shell
@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "mkdir out; yes > out/document.docx",
        "mkdir out; head -c 3000000 /dev/zero > out/document.docx",
        "mkdir out; ln -s /etc/hostname out/document.docx",
        "mkdir -p out/document.docx",
    ],
)
def test_what_comes_to_nothing_or_is_too_large_is_refused(tmp_path: Path, fake, script: str):
    fake(script)
    with (
        pytest.raises(UnreadableDocument) as caught,
        converted(rtf("a"), ".rtf", "a.rtf", ConversionLimits(output=1 << 20)),
    ):
        pass
    assert caught.value.notice.code == "conversion_failed"


@needs_shell
def test_what_comes_out_is_read_as_hostile_too(tmp_path: Path, fake):
    fake("mkdir out; echo no document > out/document.docx")
    path = tmp_path / "a.rtf"
    path.write_bytes(rtf("a"))
    assert refusal_code(path) == "not_zip"


@needs_shell
def test_it_works_on_a_copy_in_a_profile_of_its_own(tmp_path: Path, fake, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://localhost")
    seen = tmp_path / "seen"
    fake(f"(env; pwd; ls; cat profile/user/registrymodifications.xcu; echo $*) > {seen}")
    path = tmp_path / "a.doc"
    path.write_bytes(rtf("a"))
    assert refusal(path) == "conversion_failed"
    said = seen.read_text(encoding="utf-8")
    assert str(tmp_path) not in said.replace(f"{tmp_path / 'bin'}", "").replace(str(seen), "")
    assert "HTTP_PROXY" not in said
    assert 'name="DisableMacrosExecution" oor:op="fuse"><value>true<' in said
    assert "document.rtf" in said
    (folder,) = {line for line in said.splitlines() if line.startswith("HOME=")}
    assert not Path(folder.removeprefix("HOME=")).exists()
