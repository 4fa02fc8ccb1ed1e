"""A page as a whole: head, rules of security, style, the frame of header, main part and footer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ...words import Lang, Text
from .markup import Html, tag
from .model import Run
from .words import day

_HERE = Path(__file__).parent
_MASKED = Text(
    "Tên người, số định danh, số điện thoại đã được che (--unmask để hiện).",
    "Names, identity and telephone numbers are masked (--unmask shows them).",
)
_UNMASKED = Text(
    "Tên người, số định danh, số điện thoại không được che.",
    "Names, identity and telephone numbers are not masked.",
)


@cache
def _own(name: str) -> Html:
    """Our style or script: the only one that the page admits."""
    return Html((_HERE / name).read_text(encoding="utf-8"))


def page(run: Run, title: str, body: Iterable[str], lang: Lang) -> Iterator[str]:
    """A page from its first byte to its last; ``body`` is what stands in the main part."""
    yield f'<!DOCTYPE html>\n<html lang="{lang}">\n'
    yield tag("head", *_head(title, lang))
    yield "\n<body>\n"
    yield tag("a", Text("Đến nội dung", "To the content").of(lang), href="#main", class_="skip")
    yield '\n<main id="main">\n'
    for piece in body:
        yield piece
        yield "\n"
    yield "</main>\n"
    yield _receipt(run, lang)
    yield tag("script", _own("report.js"))
    yield "\n</body>\n</html>\n"


def _head(title: str, lang: Lang) -> Iterator[Html]:
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=_policy())
    yield tag("meta", name_="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name_="referrer", content="no-referrer")
    yield tag("title", title)
    yield tag("style", _own("report.css"))


def _policy() -> str:
    """Nothing is fetched; only the script and the style that stand here count."""
    style, script = (_hash(_own(name)) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _receipt(run: Run, lang: Lang) -> Html:
    """What the verdicts were reached with."""
    receipt = run.receipt
    masked = _UNMASKED if receipt.unmasked else _MASKED
    rows = (
        (Text("Theo pháp luật ngày", "By the law of"), day(run.as_of, lang)),
        (Text("Chương trình", "Program"), receipt.engine),
        (Text("Bộ phán quyết", "Judges"), " + ".join(receipt.judges)),
        (Text("Mã băm của chương trình", "Digest of the program"), receipt.program_sha256),
        (Text("Mã băm của luật", "Digest of the rules"), receipt.rules_sha256),
        (Text("Mã băm của dữ liệu", "Digest of the data"), receipt.inputs_sha256),
    )
    told = ((tag("dt", label.of(lang)), tag("dd", value)) for label, value in rows)
    return tag(
        "footer",
        tag("h2", Text("Biên nhận", "Receipt").of(lang)),
        tag("dl", (part for pair in told for part in pair)),
        tag("p", receipt.plain_only.of(lang)) if receipt.plain_only else None,
        tag("p", masked.of(lang)),
    )
