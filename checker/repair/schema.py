"""New children of property elements, put where the schema wants them.

CT_RPr, CT_PPr and CT_SectPr are sequences (ECMA-376 part 1, annex A.1): Word takes a file whose
properties are in another order for damaged.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..documents.names import W
from ..editing.parts import EditablePart, Splice

_RUN = """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline
shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr
sectPr"""
_SECTION = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
docGrid printerSettings"""
ORDERS: Mapping[str, Mapping[str, int]] = {
    kind: {f"{W}{name}": place for place, name in enumerate(names.split())}
    for kind, names in {"rPr": _RUN, "pPr": _PARAGRAPH, "sectPr": _SECTION}.items()
}
_EXTENSIONS, _REVISION = 1_000, 2_000  # other namespaces stand after all these, revisions last


def properties(owner: etree._Element, kind: str) -> etree._Element | None:
    """The ``w:rPr`` or ``w:pPr`` of a run or paragraph."""
    return next(owner.iterchildren(f"{W}{kind}"), None)


def set_children(
    part: EditablePart, element: etree._Element, new: Mapping[str, bytes]
) -> list[Splice]:
    """Splices that put children into a property element, in place of those of the same names."""
    order = ORDERS[etree.QName(element).localname]
    found: list[Splice] = []
    last = b""
    for name in sorted(new, key=lambda name: order[f"{W}{name}"]):
        same = element.findall(f"{W}{name}")
        if same:
            found.append(part.instead(same[0], new[name]))
            found += [part.instead(child, b"") for child in same[1:]]
            continue
        own = order[f"{W}{name}"]
        follower = next((child for child in element if _rank(child, order) > own), None)
        if follower is None:
            last += new[name]
        else:
            found.append(part.before(follower, new[name]))
    return [*found, part.inside(element, last)] if last else found


def set_properties(
    part: EditablePart, owner: etree._Element, kind: str, new: Mapping[str, bytes]
) -> list[Splice]:
    """The same for a run or paragraph, whose property element may have to be made."""
    element = properties(owner, kind)
    if element is not None:
        return set_children(part, element, new)
    return [part.inside(owner, new_properties(part, kind, new), at_end=False)]


def new_properties(part: EditablePart, kind: str, new: Mapping[str, bytes]) -> bytes:
    """A new ``w:rPr`` or ``w:pPr``."""
    order = ORDERS[kind]
    names = sorted(new, key=lambda name: order[f"{W}{name}"])
    return part.tag(kind, of=b"".join(new[name] for name in names))


def _rank(child: etree._Element, order: Mapping[str, int]) -> int:
    if child.tag in order:
        return order[child.tag]
    return _REVISION if child.tag.startswith(W) else _EXTENSIONS
