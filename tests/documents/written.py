"""What a paper of ``tools/decree30`` has written where: the truth for the finder of components."""

from __future__ import annotations

from collections.abc import Mapping

from motcua.checker.documents.components import ROLES
from motcua.tools.decree30.paper import ROLE, Paper, W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OTHER_NAMES: Mapping[str, str] = {
    **{"addressee_label": "addressee", "addressee_item": "addressee"},
    **{"subject_line_more": "subject_line"},
    **{"copy_issuing_agency": "copy_agency", "copy_number_symbol": "copy_number"},
    **{"copy_recipients_label": "copy_recipients", "copy_recipients_item": "copy_recipients"},
}


def written(paper: Paper) -> dict[str, str]:
    """Role -> everything that carries it, in order, without white space."""
    found: dict[str, str] = {}
    for run in paper.document.iter(f"{W}r"):
        if next(run.iterancestors(_FALLBACK), None) is not None:
            continue
        own = run.get(ROLE) or next(run.iterancestors(f"{W}p")).get(ROLE) or ""
        name = own.removesuffix("_lead")
        role = _OTHER_NAMES.get(name, name)
        text = squeezed("".join(t.text or "" for t in run.findall(f"{W}t")))
        if role in ROLES and text:
            found[role] = found.get(role, "") + text
    return found


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())
