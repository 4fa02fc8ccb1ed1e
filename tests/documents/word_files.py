from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from motcua.checker.documents.model import Document
from motcua.checker.documents.reader import read_document

OOXML = "http://schemas.openxmlformats.org"
W = f"{OOXML}/wordprocessingml/2006/main"
OFFICE = f"{OOXML}/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    f'xmlns:mc="{OOXML}/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
THEME = (
    f'<a:theme xmlns:a="{OOXML}/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


class WordFiles:
    """Writes small Word packages by hand, part by part."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, text: str, properties: str = "") -> str:
        lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(
            escape(line).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
            for line in text.split("\n")
        )
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{lines}</w:t></w:r>'

    def p(self, content: str = "", properties: str = "", run: str = "") -> str:
        inner = content if content.startswith("<") else self.run(content, run)
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner if content else ''}</w:p>"

    def center(self, text: str, run: str = "") -> str:
        return self.p(text, '<w:jc w:val="center"/>', run)

    def bold(self, text: str) -> str:
        return self.center(text, "<w:b/>")

    def table(self, rows: Sequence[Sequence[str]], properties: str = "") -> str:
        width = max(len(row) for row in rows)
        grid = '<w:gridCol w:w="4000"/>' * width
        cells = "".join(
            f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
        )
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"

    def parts(
        self, body: str, styles: str = "", numbering: str = "", theme: str = THEME
    ) -> dict[str, str]:
        kinds = {"styles": styles, "numbering": numbering, "theme": theme}
        related = "".join(
            f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            for kind, content in kinds.items()
            if content
        )
        rels = f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
        return {
            "[Content_Types].xml": f'<Types xmlns="{OOXML}/package/2006/content-types"/>',
            "_rels/.rels": f'{rels}<Relationship Id="r1" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f"{rels}{related}</Relationships>",
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
            "word/theme.xml": theme,
        }

    def pack(self, parts: dict[str, str], name: str = "a.docx") -> Path:
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return path

    def read(self, body: str, styles: str = "", numbering: str = "") -> Document:
        path = self.pack(self.parts(body, styles, numbering))
        return read_document(path, path.name)

    def style(self, name: str, inner: str, kind: str = "paragraph", default: bool = False) -> str:
        mark = ' w:default="1"' if default else ""
        return f'<w:style w:type="{kind}" w:styleId="{name}"{mark}>{inner}</w:style>'
