"""Files of Word's older formats turned into .docx by LibreOffice, which may not do anything else.

It works on a copy, in a profile made for this one conversion: no macro runs, no link is followed,
no server is asked. Time, memory and the size of what comes out are bounded.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .refusals import refuse

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_KEPT = frozenset({"PATH", "SYSTEMROOT", "WINDIR", "PATHEXT"})
_OPTIONS = (
    *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    *("--convert-to", "docx:Office Open XML Text", "--outdir", "out"),
)
_SECURITY = "Office.Common/Security/Scripting"
# Level 3: only signed macros of trusted places, and there are no such places in a new profile.
# The proxy is the port at which nobody listens (RFC 863), so that no address can be asked.
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "CheckDocumentEvents", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>\n"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{}</oor:items>\n'
)


@dataclass(frozen=True, slots=True)
class ConversionLimits:
    """Bounds of one conversion: seconds, bytes of address space, bytes of what comes out."""

    seconds: int = 60
    memory: int = 4 << 30
    output: int = 100 << 20


def find_libreoffice() -> str | None:
    """The program, on the path or in its usual place; None where it is not installed."""
    for name in (*_NAMES, *_USUAL_PLACES):
        if found := shutil.which(name):
            return found
    return None


@contextmanager
def converted(
    content: bytes, suffix: str, name: str, limits: ConversionLimits | None = None
) -> Iterator[Path]:
    """The content as a .docx file, which is there as long as the context is.

    Args:
        content: The bytes of the file.
        suffix: ``.doc`` or ``.rtf``, which they are.
        name: The name to put into notices.
        limits: What the conversion may take at most.

    Raises:
        UnreadableDocument: No LibreOffice, or it could not do it within the limits.
    """
    limits = limits or ConversionLimits()
    program = find_libreoffice()
    if program is None:
        raise refuse(name, "legacy_word")
    with tempfile.TemporaryDirectory(prefix="motcua-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        (folder / f"document{suffix}").write_bytes(content)
        _write_profile(folder / "profile" / "user")
        code = _run([program, *_arguments(folder), f"document{suffix}"], folder, limits)
        if code is None:
            raise refuse(name, "conversion_slow", f"> {limits.seconds} s")
        result = folder / "out" / "document.docx"
        if code or result.is_symlink() or not result.is_file():
            raise refuse(name, "conversion_failed")
        if result.stat().st_size > limits.output:
            raise refuse(name, "too_large")
        yield result


def _arguments(folder: Path) -> tuple[str, ...]:
    return (f"-env:UserInstallation={(folder / 'profile').as_uri()}", *_OPTIONS)


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (folder / "registrymodifications.xcu").write_text(_PROFILE.format(items), encoding="utf-8")


def _run(command: list[str], folder: Path, limits: ConversionLimits) -> int | None:
    """The exit code, None if it took too long; in a group of its own, so that nothing lives on."""
    kept = {key: value for key, value in os.environ.items() if key.upper() in _KEPT}
    here = str(folder)
    process = subprocess.Popen(
        _bounded(command, limits),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**kept, "HOME": here, "TMPDIR": here, "TEMP": here, "TMP": here},
        start_new_session=True,
    )
    try:
        return process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _kill(process)


def _bounded(command: list[str], limits: ConversionLimits) -> list[str]:
    """The command under limits of the shell: blocks of 512 bytes, seconds, KiB."""
    if os.name != "posix":
        return command
    bounds = f"ulimit -f {limits.output >> 9}; ulimit -t {limits.seconds}; "
    return ["/bin/sh", "-c", f'{bounds}ulimit -v {limits.memory >> 10}; exec "$@"', "sh", *command]


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
