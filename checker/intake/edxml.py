"""Messages between bodies (edXML, QCVN 102:2016/BTTTT) as rows of a register, one a file.

A message is a document that is sent, taken back, corrected or replaced, or a report on what became
of one. Its attachments are passed over; what nobody filled in stays blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from ..places import Notice
from ..words import Text
from .cells import CellFault, read_date
from .sheets import Cell, Notices, Refused, Sheet

EXCHANGED = "exchanged_documents"
"""The register that messages are rows of."""
NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
_LOOKED_AT = 1 << 12
_Q = f"{{{NAMESPACE}}}"
_KINDS: Mapping[str, str] = {
    "": "Văn bản mới",  # senders leave the part on business out where nothing is taken back
    "0": "Văn bản mới",
    "1": "Thu hồi",
    "2": "Cập nhật",
    "3": "Thay thế",
}


def is_edxml(path: Path) -> bool:
    """Whether an XML file says at its head that it is of this standard."""
    with path.open("rb") as stream:
        return NAMESPACE.encode() in stream.read(_LOOKED_AT)


def read_edxml(path: Path, notices: Notices) -> Iterator[Sheet]:
    """The one message of a file, as row 1.

    Raises:
        Refused: ``damaged``: not well-formed, told with line and column, or with a DTD;
            ``not_edxml``: another root, or no ``MessageHeader``.
        OSError: The path cannot be read.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # attachments are texts of many megabytes; the file's size is limited
    )
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise Refused(_damaged(notices.file, error)) from error
    header = root.find(f".//{_Q}MessageHeader")
    if root.tag != f"{_Q}edXML" or header is None:
        raise Refused(Notice(notices.file, "", "not_edxml", _NOT_EDXML))
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(Notice(notices.file, "", "damaged", _WITH_DTD))
    cells = _message(root, header)
    for name, text in _oddities(cells):
        notices.say("bản ghi 1", name, text)
    yield Sheet("record", "", 1, iter([(0, list(cells)), (1, list(cells.values()))]))


def _message(root: etree._Element, header: etree._Element) -> dict[str, Cell]:
    """The message under the titles of schemas/tables/exchanged_documents.yaml."""
    answers = header.find(f"{_Q}ResponseFor")
    status = _text(header, "StatusCode")
    kind = _text(root, "edXMLEnvelope/edXMLHeader/TraceHeaderList/Bussiness/BussinessDocType")
    number, symbol = _text(header, "Code/CodeNumber"), _text(header, "Code/CodeNotation")
    stamps = [*root.iter(f"{_Q}Timestamp")]
    return {
        "Loại gói tin": "Trạng thái xử lý" if status else _KINDS.get(kind, kind),
        "Mã định danh văn bản": _text(header, "DocumentId"),
        "Số, ký hiệu văn bản trao đổi": "/".join(part for part in (number, symbol) if part),
        "Ngày ban hành văn bản trao đổi": _text(header, "PromulgationInfo/PromulgationDate"),
        "Loại văn bản trao đổi": _text(header, "DocumentType/TypeName"),
        "Trích yếu văn bản trao đổi": _text(header, "Subject"),
        "Mã cơ quan gửi": _text(header, "From/OrganId"),
        "Cơ quan gửi": _text(header, "From/OrganName"),
        "Mã cơ quan nhận": "; ".join(_texts(header, "To/OrganId")),
        "Hạn trả lời": _text(header, "DueDate"),
        "Phản hồi cho văn bản": "" if answers is None else _text(answers, "Code"),
        "Trạng thái xử lý": status,
        "Ngày của gói tin": _day(stamps[-1].text if stamps else ""),
    }


def _texts(element: etree._Element, path: str) -> list[str]:
    steps = "/".join(f"{_Q}{step}" for step in path.split("/"))
    return [text for found in element.findall(steps) if (text := (found.text or "").strip())]


def _text(element: etree._Element, path: str) -> str:
    return next(iter(_texts(element, path)), "")


def _day(stamp: str | None) -> str:
    """The day of "2018/09/28 17:25:11"."""
    return (stamp or "").strip().partition(" ")[0]


def _oddities(cells: Mapping[str, Cell]) -> Iterator[tuple[str, Text]]:
    """What the standard asks for and the message does not say."""
    status = bool(cells["Trạng thái xử lý"])
    due = ["Mã cơ quan gửi", "Ngày của gói tin"]
    due += (
        ["Phản hồi cho văn bản"]
        if status
        else ["Số, ký hiệu văn bản trao đổi", "Ngày ban hành văn bản trao đổi", "Mã cơ quan nhận"]
    )
    missing = [name for name in due if not cells[name]]
    if missing:
        listed = ", ".join(missing)
        yield "incomplete_message", Text(f"gói tin thiếu: {listed}", f"the message lacks: {listed}")
    due_on, issued_on = (cells[n] for n in ("Hạn trả lời", "Ngày ban hành văn bản trao đổi"))
    try:
        early = due_on and issued_on and read_date(str(due_on)) < read_date(str(issued_on))
    except CellFault:
        return  # said where the cell is read
    if early:
        text = Text(
            f"hạn trả lời {due_on} trước ngày ban hành {issued_on}; hãy kiểm tra lại gói tin",
            f"the due day {due_on} is before the day of issue {issued_on}; check the message",
        )
        yield "due_before_issue", text


def _damaged(file: str, error: etree.XMLSyntaxError) -> Notice:
    line, column = error.position
    why = str(error.msg)[:160]
    text = Text(
        vi=f"gói tin edXML hỏng ở dòng {line}, cột {column} ({why}); hãy lấy lại từ trục",
        en=f"the edXML message is damaged at line {line}, column {column} ({why}); fetch it again",
    )
    return Notice(file, f"dòng {line}, cột {column}", "damaged", text)


_NOT_EDXML = Text(
    vi="tệp không có phần MessageHeader của edXML (QCVN 102:2016/BTTTT) nên không đọc được",
    en="the file has no MessageHeader of edXML (QCVN 102:2016) and cannot be read",
)
_WITH_DTD = Text(
    vi="gói tin edXML có khai báo DOCTYPE, chuẩn không cho phép, nên không được đọc",
    en="the edXML message has a DOCTYPE, which the standard does not know, and is not read",
)
