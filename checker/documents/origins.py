"""Where each property of a paragraph and a run comes from, for those who ask.

The reader with a resolver that keeps, beside each value, the level that it was taken from:
``read_document(path, name, resolver=TracingResolver)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from .declared import TOGGLES, Declared
from .formatting import FontSet, Layer, ParagraphKey, ParagraphLook, Resolver, RunKey
from .model import ParagraphFormat, RunFormat

Origins = tuple[tuple[str, str], ...]
"""Pairs of a property and its origin: ``docDefaults``, ``table style NAME``, ``paragraph style
NAME``, ``numbering``, ``character style NAME``, ``direct``, ``application default``."""

_UNSAID = "application default"
_KINDS = {
    "defaults": "docDefaults",
    "table": "table style",
    "paragraph": "paragraph style",
    "character": "character style",
}
_SLOTS = ("font_ascii", "font_other", "font_east_asian")
_RUN = {
    "font": ("font_ascii",),
    "size_pt": ("size",),
    "bold": ("bold",),
    "italic": ("italic",),
    "underline": ("underline",),
    "caps": ("caps",),
    "vertical": ("vertical",),
    "hidden": ("hidden",),
    "color": ("color",),
    "small_caps": ("small_caps",),
    "scale_percent": ("scale",),
    "spacing_pt": ("spacing",),
}
_PARAGRAPH = {
    "align": ("align",),
    "first_line_indent_mm": ("first", "first_chars"),
    "left_indent_mm": ("left", "left_chars"),
    "space_before_pt": ("before", "before_auto"),
    "space_after_pt": ("after", "after_auto"),
    "line_spacing": ("line", "line_rule"),
    "right_indent_mm": ("right", "right_chars"),
}


@dataclass(frozen=True, slots=True)
class TracedRunFormat(RunFormat):
    """A look with the origins of its properties, which do not make it another look."""

    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class TracedParagraphFormat(ParagraphFormat):
    """A paragraph's look with the origins of its properties."""

    origins: Origins = field(default=(), compare=False)


class TracingResolver(Resolver):
    """Answers with traced formats; runs of one look and different origins stay apart."""

    def symbol(self, look: FontSet, font: str | None) -> FontSet:
        """The look of a symbol, whose font is its own."""
        found = super().symbol(look, font)
        origins = dict(_of(look.ascii)) | {"font": "direct"}
        shown = _traced_run(found.ascii, tuple(origins.items()))
        return FontSet(shown, shown, shown)

    def _font_set(self, key: RunKey, direct: Declared) -> FontSet:
        found = super()._font_set(key, direct)
        layers = [*self._run_layers(key), Layer("direct", None, direct)]
        final: Declared = {}
        for layer in layers:
            final.update(layer.declared)
        complex_script = bool(final.get("complex") or final.get("right_to_left"))
        shown = [
            _traced_run(look, _origins(_run_names(slot, complex_script), layers))
            for slot, look in zip(_SLOTS, (found.ascii, found.other, found.east_asian), strict=True)
        ]
        same = [shown[0] if (s, s.origins) == (shown[0], shown[0].origins) else s for s in shown]
        return FontSet(*same)

    def _paragraph_look(self, key: ParagraphKey, direct: Declared) -> ParagraphLook:
        found = super()._paragraph_look(key, direct)
        layers = [*self._paragraph_layers(key), Layer("direct", None, direct)]
        known = {f.name: getattr(found.format, f.name) for f in fields(ParagraphFormat)}
        traced = TracedParagraphFormat(**known, origins=_origins(_PARAGRAPH, layers))
        return found._replace(format=traced)


def _of(look: RunFormat) -> Origins:
    return look.origins if isinstance(look, TracedRunFormat) else ()


def _traced_run(look: RunFormat, origins: Origins) -> TracedRunFormat:
    if isinstance(look, TracedRunFormat):
        return replace(look, origins=origins)
    known = {f.name: getattr(look, f.name) for f in fields(RunFormat)}
    return TracedRunFormat(**known, origins=origins)


def _run_names(slot: str, complex_script: bool) -> Mapping[str, tuple[str, ...]]:
    """Property to the names under which it is declared, for one class of characters."""
    if not complex_script:
        return {**_RUN, "font": (slot,)}
    script = {name: (f"{_RUN[name][0]}_cs",) for name in ("size_pt", "bold", "italic")}
    return {**_RUN, **script, "font": ("font_complex",)}


def _origins(names: Mapping[str, tuple[str, ...]], layers: Sequence[Layer]) -> Origins:
    return tuple((shown, _origin(keys, layers)) for shown, keys in names.items())


def _origin(keys: tuple[str, ...], layers: Sequence[Layer]) -> str:
    """The nearest level that declares one of the names; of a toggle, all kinds that turn it."""
    saying = [layer for layer in layers if any(key in layer.declared for key in keys)]
    if not saying:
        return _UNSAID
    if keys[0] not in TOGGLES or saying[-1].kind == "direct":
        return _label(saying[-1])
    nearest = {layer.kind: layer for layer in saying}
    turning = [_label(layer) for layer in nearest.values() if layer.declared[keys[0]]]
    return " xor ".join(turning) or _label(saying[-1])


def _label(layer: Layer) -> str:
    kind = _KINDS.get(layer.kind, layer.kind)
    return kind if layer.style is None else f"{kind} {layer.style.name}".strip()
