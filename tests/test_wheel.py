"""What is installed: one package called motcua with its rules inside, that runs from any folder."""

import re
import subprocess
import sys
import venv
import zipfile

import pytest
from motcua.checker.home import HOME, SAMPLES
from motcua.checker.program import engine, program_sha256

needs_checkout = pytest.mark.skipif(
    not (HOME / "pyproject.toml").exists(), reason="the wheel is built from a checkout"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, HOME]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return next(folder.glob("*.whl"))


@needs_checkout
def test_the_wheel_holds_one_package_and_all_of_its_data(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"motcua"}
    for folder in ("checker", "rules", "schemas", "samples"):
        inside = {
            p.relative_to(HOME).as_posix()
            for p in (HOME / folder).rglob("*")
            if p.is_file() and "__pycache__" not in p.parts and p.name != ".gitattributes"
        }
        missing = inside - {name.removeprefix("motcua/") for name in names}
        assert not missing, f"left out of the wheel: {sorted(missing)[:5]}"


@needs_checkout
def test_the_installed_wheel_checks_a_unit_from_another_folder(wheel, tmp_path):
    venv.create(tmp_path / "empty", with_pip=False, system_site_packages=False)
    site = next((tmp_path / "empty").glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # The dependencies are this environment's; motcua itself has to be the wheel's.
    others = [p for p in sys.path if p and p != str(HOME) and "__editable__" not in p]
    code = (
        f"import sys; sys.path.extend({others!r})\n"
        "import motcua.checker.home as home\n"
        "from motcua.checker.program import engine, program_sha256\n"
        f"assert (engine(), program_sha256()) == {(engine(), program_sha256())!r}\n"
        f"assert str(home.HOME).startswith({str(site)!r}), home.HOME\n"
        f"from motcua.cli import main; main(['check', {str(SAMPLES / 'good')!r},"
        " '--as-of', '2026-11-22'])"
    )
    python = tmp_path / "empty" / "bin" / "python"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = subprocess.run(
        [python, "-c", code], capture_output=True, encoding="utf-8", cwd=elsewhere, check=False
    )
    assert run.returncode == 0, run.stderr
    assert re.search(r" (\d+) đã kết luận bằng dữ liệu \(\1 đạt, 0 ", run.stdout)
