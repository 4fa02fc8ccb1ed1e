"""A bundle is hostile until read: what is wrong with it is told, and nothing is taken from it."""

import hashlib
import json
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from motcua.checker.bundles.manifest import MANIFEST, RESULT
from motcua.checker.bundles.read import bundled_result, opened
from motcua.checker.errors import UsageError

FILES = {"data/u/unit.yaml": b"name: X\n", "data/u/so.csv": b"a,b\n1,2\n", RESULT: b"{}"}


def manifest(files, **changes):
    said = {
        "schema": "motcua/pack/1",
        "as_of": "2026-11-22",
        "says": {"vi": "", "en": ""},
        "receipt": {
            "engine": "motcua",
            "rules_sha256": "0" * 64,
            "inputs_sha256": "0" * 64,
            "unmasked": False,
        },
        "files": [
            {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in files
        ],
    }
    return json.dumps({**said, **changes}).encode()


def zipped(members, packed=zipfile.ZIP_STORED):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", packed) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def bundle(*more, without=(), **changes):
    """A whole bundle with more files, each of them in the manifest too."""
    files = [(n, c) for n, c in FILES.items() if n not in without] + list(more)
    return zipped([*files, (MANIFEST, manifest(files, **changes))], zipfile.ZIP_DEFLATED)


def patched(content, old, new):
    assert old in content
    return content.replace(old, new)


@pytest.fixture()
def scratch(tmp_path, monkeypatch):
    """A folder of ours, with the one that temporary files go to inside."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


def read(scratch, content):
    """What the unpacked folder holds."""
    path = scratch / "hs.zip"
    path.write_bytes(content)
    with opened([path]) as sources:
        (folder,) = sources.folders
        files = [file for file in folder.rglob("*") if not file.is_dir()]
        assert not any(file.is_symlink() for file in files)
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_files_of_the_unit_are_there_and_go_again(scratch):
    assert read(scratch, bundle()) == {n: c for n, c in FILES.items() if n != RESULT}
    assert bundled_result(scratch / "hs.zip") == b"{}"
    assert not list((scratch / "temporary").iterdir())


def test_folders_are_read_where_they_are(scratch):
    with opened([scratch]) as sources:
        assert sources.folders == (scratch,)
        assert sources.shown(scratch / "a") == scratch / "a"


def test_what_is_said_names_the_bundle(scratch):
    path = scratch / "hs.zip"
    path.write_bytes(bundle())
    with opened([path]) as sources:
        (folder,) = sources.folders
        assert sources.shown(folder / "data" / "u") == path / "data" / "u"


ONE = ("data/u/x.csv", b"x")
A_LINK = zipfile.ZipInfo("data/u/lien-ket.csv")
A_LINK.external_attr, A_LINK.create_system = 0o120777 << 16, 3
DEEP = ('{"a":' * 100_000).encode()
HOSTILE = {
    "above": (bundle(("data/u/../../../x.csv", b"x")), "không an toàn"),
    "absolute": (bundle(("/etc/x.csv", b"x")), "không an toàn"),
    "a drive": (bundle(("C:/x.csv", b"x")), "không an toàn"),
    "a backslash": (bundle(("data\\..\\x.csv", b"x")), "không an toàn"),
    "a device": (bundle(("data/u/CON.csv", b"x")), "data/u/CON.csv: tên không an toàn"),
    "a stream": (bundle(("data/u/a.csv:x", b"x")), "tên không an toàn"),
    "a dot at the end": (bundle(("data/u/so.csv.", b"x")), "tên không an toàn"),
    "too long": (bundle((f"data/u/{'x' * 300}", b"x")), "tên không an toàn"),
    "beside the data": (bundle(("x.csv", b"x")), "x.csv: tên không an toàn"),
    "other case": (bundle(("data/U/so.csv", b"x")), "trùng"),
    "other form of letters": (
        bundle(("data/u/s\u1ed5.csv", b"x"), ("data/u/s\u00f4\u0309.csv", b"x")),
        "trùng với tên khác",
    ),
    "a file as a folder": (bundle(("data/u/so.csv/x", b"x")), "data/u/so.csv/x: tên không an toàn"),
    "a bomb": (bundle(("data/u/x.csv", bytes(70 << 20))), "phình ra"),
    "not named": (
        zipped([*FILES.items(), ONE, (MANIFEST, manifest(FILES.items()))]),
        "data/u/x.csv: không có trong manifest.json",
    ),
    "not there": (
        zipped([*FILES.items(), (MANIFEST, manifest([*FILES.items(), ONE]))]),
        "data/u/x.csv: manifest.json nêu mà không có",
    ),
    "named twice": (
        zipped([*FILES.items(), (MANIFEST, manifest([*FILES.items(), *FILES.items()]))]),
        "không phải bộ hồ sơ",
    ),
    "no result": (bundle(without=(RESULT,)), "result.json: manifest.json nêu mà không có"),
    "no manifest": (zipped(FILES.items()), "không có manifest.json"),
    "another manifest": (bundle(schema="motcua/pack/9"), "không phải bộ hồ sơ"),
    "a manifest of junk": (zipped([(MANIFEST, b"\xff")]), "không phải bộ hồ sơ"),
    "a deep manifest": (zipped([(MANIFEST, DEEP)]), "không phải bộ hồ sơ"),
    "a vast manifest": (zipped([(MANIFEST, b" " * (5 << 20) + manifest([]))]), "không phải bộ hồ"),
    "a changed byte": (
        zipped([("data/u/so.csv", b"a,b\n1,3\n"), *list(FILES.items())[::2],
                (MANIFEST, manifest(FILES.items()))]),
        "data/u/so.csv: không còn là tệp đã đóng gói",
    ),
    "cut off": (bundle()[:-30], "hỏng"),
    "a wrong checksum": (patched(zipped([*FILES.items(), (MANIFEST, manifest(FILES.items()))]),
                                 b"a,b\n1,2", b"a,b\n1,4"), "hỏng"),
    "no zip": (b"name: X", "không phải thư mục, cũng không phải bộ hồ sơ"),
    "empty": (b"", "không phải thư mục, cũng không phải bộ hồ sơ"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_bundle_is_told_and_leaves_nothing(what, scratch):
    content, told = HOSTILE[what]
    with pytest.raises(UsageError) as caught:
        read(scratch, content)
    assert told in caught.value.text.vi
    assert "hs.zip" in caught.value.text.vi
    assert [path.name for path in scratch.iterdir()] != []
    assert {path.name for path in scratch.iterdir()} == {"temporary", "hs.zip"}
    assert not list((scratch / "temporary").iterdir())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(scratch):
    twice = zipped([*FILES.items(), ("data/u/so.csv", b"x"), (MANIFEST, manifest(FILES.items()))])
    with pytest.raises(UsageError, match="repeated name"):
        read(scratch, twice)


def test_a_link_is_no_link_when_unpacked(scratch):
    """Its target is its content, and that is all that is read of it."""
    files = [*FILES.items(), (A_LINK.filename, b"/etc/passwd")]
    members = [*FILES.items(), (A_LINK, b"/etc/passwd"), (MANIFEST, manifest(files))]
    assert read(scratch, zipped(members))[A_LINK.filename] == b"/etc/passwd"


def test_a_password_is_told(scratch):
    content = bundle()
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature) + flags
        content = content[:at] + bytes([content[at] | 1]) + content[at + 1 :]
    with pytest.raises(UsageError, match="password"):
        read(scratch, content)


def test_one_broken_bundle_of_several_is_passed_over(scratch):
    (scratch / "a.zip").write_bytes(bundle())
    (scratch / "b.zip").write_bytes(HOSTILE["a changed byte"][0])
    with opened([Path(scratch / name) for name in ("a.zip", "b.zip")]) as sources:
        assert len(sources.folders) == 1
        ((path, text),) = sources.refused
    assert path.name == "b.zip"
    assert text.vi.startswith("bộ hồ sơ không nguyên vẹn")
