"""Two ways to say a look in Word: written on every paragraph and run, or by a chain of styles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from ..samples.looks import W
from .looks import WORD_ITSELF, Look, Looks, paragraph_spacing, plain, run_properties

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


class Dress(Protocol):
    """Says how paragraphs and runs look."""

    def style(self, role: str) -> str:
        """What stands first in ``w:pPr``."""

    def spacing(self, role: str) -> str:
        """Spacing, indents and alignment within ``w:pPr``."""

    def run(self, role: str, within: str) -> str:
        """The inner part of ``w:rPr`` of a run in a paragraph of another or the same role."""

    def styles(self, roles: Collection[str]) -> str:
        """The part ``word/styles.xml`` for the roles that a document has."""


@dataclass(frozen=True, slots=True)
class Direct:
    """Everything on the spot; the styles are those of an untouched Word."""

    looks: Looks

    def style(self, role: str) -> str:
        """Nothing."""
        return ""

    def spacing(self, role: str) -> str:
        """All of it."""
        return paragraph_spacing(self.looks.of(role), None)

    def run(self, role: str, within: str) -> str:
        """All of it."""
        return run_properties(self.looks.of(role), None)

    def styles(self, roles: Collection[str]) -> str:
        """Word's own defaults and nothing else."""
        return _styles("")


@dataclass(frozen=True, slots=True)
class Styled:
    """Normal → Văn bản hành chính (the body's look) → a style for each role."""

    looks: Looks

    def style(self, role: str) -> str:
        """The role's style."""
        return f'<w:pStyle w:val="{style_id(role)}"/>'

    def spacing(self, role: str) -> str:
        """Nothing: the style says it."""
        return ""

    def run(self, role: str, within: str) -> str:
        """What differs from the paragraph's style."""
        return run_properties(self.looks.of(role), self.looks.of(within))

    def styles(self, roles: Collection[str]) -> str:
        """The chain."""
        base = self.looks.of("body")
        head = _style("VanBanHanhChinh", "Văn bản hành chính", "Normal", _both(base, WORD_ITSELF))
        return _styles(
            head
            + "".join(
                _style(style_id(role), role.replace("_", " "), "VanBanHanhChinh", _both(look, base))
                for role, look in self.looks.table.items()
                if role in roles
            )
        )


def style_id(role: str) -> str:
    """The style of a role, as "PlaceDate"."""
    return "".join(word.capitalize() for word in plain(role).split("_"))


def _style(identity: str, name: str, parent: str, properties: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{parent}"/><w:qFormat/>{properties}</w:style>'
    )


def _both(look: Look, inherited: Look) -> str:
    paragraph, run = paragraph_spacing(look, inherited), run_properties(look, inherited)
    return (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (
        f"<w:rPr>{run}</w:rPr>" if run else ""
    )


def _styles(chain: str) -> str:
    return (
        f"{_XML}<w:styles {W}><w:docDefaults>"
        f"<w:rPrDefault><w:rPr>{run_properties(WORD_ITSELF, None)}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph_spacing(WORD_ITSELF, None)}</w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{chain}</w:styles>'
    )
