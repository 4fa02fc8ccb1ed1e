"""Names of the file format: namespaces, and the Strict ones put into their transitional form."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_STRICT = b"http://purl.oclc.org/ooxml/"
_PAIRS = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def transitional(xml: bytes) -> bytes:
    """The same XML with the namespaces of Strict OOXML (ISO/IEC 29500-1) in transitional form.

    >>> transitional(b'<a xmlns="http://purl.oclc.org/ooxml/drawingml/main"/>')
    b'<a xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    """
    if _STRICT not in xml:
        return xml
    for strict, loose in _PAIRS:
        xml = xml.replace(_STRICT + strict, loose)
    return xml
