"""The straight rules under the motto, the agency and the abstract, as Word draws them."""

from __future__ import annotations

from dataclasses import dataclass

_BASE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", f"{_BASE}/wordprocessingml/2006/main"),
        ("r", f"{_BASE}/officeDocument/2006/relationships"),
        ("mc", f"{_BASE}/markup-compatibility/2006"),
        ("wp", f"{_BASE}/drawingml/2006/wordprocessingDrawing"),
        ("a", f"{_BASE}/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)
_EMU_PER_MM = 36000
_EMU_PER_PT = 12700


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule centred in its column, some points below the top of the paragraph's text."""

    width_mm: int
    below_pt: int

    def drawing(self) -> str:
        """The shape (DrawingML) with the fallback that older programs read (VML)."""
        width, drop = self.width_mm * _EMU_PER_MM, self.below_pt * _EMU_PER_PT
        points = self.width_mm * 72 / 25.4
        return (
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
            ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset>'
            f'</wp:positionV><wp:extent cx="{width}" cy="0"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.width_mm}" name="Line"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
            "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:line style="position:absolute;z-index:1;mso-position-horizontal:center"'
            f' from="0,{self.below_pt}pt" to="{points:.1f}pt,{self.below_pt}pt"/>'
            "</w:pict></mc:Fallback></mc:AlternateContent>"
        )
