"""Word paragraphs whose fonts are of before Unicode, turned into what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..legacy import decode, is_old_font, shows_unicode
from .model import Paragraph, Run


def old_fonts(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The fonts of old encodings in which letters stand, in the order of the alphabet."""
    found = paragraphs if _any_old(paragraphs) else ()
    runs = (run for paragraph in found for run in paragraph.runs)
    fonts = (run.format.font or "" for run in runs if run.text.strip())
    return tuple(sorted({font for font in fonts if is_old_font(font)}))


def _any_old(paragraphs: Iterable[Paragraph]) -> bool:
    """The quick look: a document has a handful of fonts and thousands of runs."""
    return any(map(is_old_font, {run.format.font for item in paragraphs for run in item.runs}))


def decoded(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with text of old encodings as it shows; fonts stay as they are.

    A paragraph that has letters of Unicode in such a font was converted before, and only its font
    was left behind. Where most paragraphs are so, those too short to show it are taken to be.
    """
    if not _any_old(paragraphs):
        return tuple(paragraphs)
    old = {at: text for at, paragraph in enumerate(paragraphs) if (text := _old_text(paragraph))}
    unicode = {at for at, text in old.items() if shows_unicode(text)}
    if 2 * len(unicode) > sum(not text.isascii() for text in old.values()):
        return tuple(paragraphs)
    return tuple(
        _decoded(paragraph) if at in old and at not in unicode else paragraph
        for at, paragraph in enumerate(paragraphs)
    )


def _old_text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs if is_old_font(run.format.font))


def _decoded(paragraph: Paragraph) -> Paragraph:
    runs = (Run(decode(run.text, run.format.font or ""), run.format) for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))
