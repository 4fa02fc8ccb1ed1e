"""What is drawn: rules as VML or as a border, stamps as framed paragraphs or as text boxes."""

from __future__ import annotations

from dataclasses import dataclass

from .looks import twips

_EMU_PER_MM = 36_000
_PT_PER_MM = 72 / 25.4
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box stands: millimetres from the page's corner, or from its paragraph's."""

    x: float
    y: float
    of: str = "page"


def vml_rule(width_mm: float, below_pt: float, left_mm: float | None = None) -> str:
    """A line below a paragraph's text, centred in its column or from a place in it."""
    start = 0 if left_mm is None else left_mm * _PT_PER_MM
    centred = ";mso-position-horizontal:center" if left_mm is None else ""
    return (
        f'<w:r><w:pict><v:line style="position:absolute;z-index:1{centred}"'
        f' from="{start:.1f}pt,{below_pt:g}pt"'
        f' to="{start + width_mm * _PT_PER_MM:.1f}pt,{below_pt:g}pt" strokeweight=".75pt"/>'
        "</w:pict></w:r>"
    )


def border_rule(width_mm: float, column_mm: float) -> str:
    """An almost empty paragraph with a border above it, as long as its indents leave."""
    side = twips((column_mm - width_mm) / 2)
    small = '<w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>'
    return (
        '<w:p d:role="rule"><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1"'
        ' w:color="000000"/></w:pBdr><w:spacing w:before="20" w:after="0" w:line="240"'
        f' w:lineRule="auto"/><w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
        f'<w:jc w:val="center"/>{small}</w:pPr></w:p>'
    )


def full_border(side: str) -> str:
    """A border over the whole width of the text, for ``w:pPr``."""
    return f'<w:pBdr><w:{side} w:val="single" w:sz="6" w:space="4" w:color="000000"/></w:pBdr>'


def frame(colour: str) -> str:
    """A single frame around a paragraph, for ``w:pPr``."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="{4 if side in ("top", "bottom") else 0}"'
        f' w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


def text_box(paragraph: str, size_mm: tuple[float, float], spot: Spot, colour: str | None) -> str:
    """A run with a box that holds a paragraph; without a colour the box has no frame.

    DrawingML, and the VML that older programs read.
    """
    width, height = (round(side * _EMU_PER_MM) for side in size_mm)
    outline = f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
    across, down = ("page", "page") if spot.of == "page" else ("column", "paragraph")
    inner = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{round(spot.x * _EMU_PER_MM)}'
        f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{down}"><wp:posOffset>'
        f"{round(spot.y * _EMU_PER_MM)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="Text Box"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"{outline if colour else '<a:ln><a:noFill/></a:ln>'}</wps:spPr>"
        f"<wps:txbx>{inner}</wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"{_vml_box(inner, size_mm, spot, colour)}"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _vml_box(inner: str, size_mm: tuple[float, float], spot: Spot, colour: str | None) -> str:
    width, height = (side * _PT_PER_MM for side in size_mm)
    stroke = f'strokecolor="#{colour}"' if colour else 'stroked="f"'
    relative = (
        ";mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        if spot.of == "page"
        else ""
    )
    return (
        f'<v:rect style="position:absolute;margin-left:{spot.x * _PT_PER_MM:.1f}pt;'
        f"margin-top:{spot.y * _PT_PER_MM:.1f}pt;width:{width:.1f}pt;height:{height:.1f}pt;"
        f'z-index:2{relative}" filled="f" {stroke}>'
        f'<v:textbox inset="0,0,0,0">{inner}</v:textbox></v:rect>'
    )
