"""Renderables to text: with colour for a person at a terminal, plain for a file or a pipe."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments

from .seen import plain

PLAIN_WIDTH = 120


def to_text(renderable: RenderableType, *, terminal: bool) -> str:
    """Render to one string.

    Args:
        renderable: What to show.
        terminal: Whether a person's terminal is the target: its width and its colours are then
            used, else a fixed width and no control characters at all.
    """
    if terminal:
        console = Console(file=StringIO(), force_terminal=True, width=Console().width)
    else:
        console = Console(file=StringIO(), width=PLAIN_WIDTH, color_system=None)
    # Words of files may hold commands to a terminal; styles are kept apart from the text.
    shown = (Segment(plain(segment.text), segment.style) for segment in console.render(renderable))
    console.print(Segments(shown), end="")
    written = console.file
    assert isinstance(written, StringIO)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"
