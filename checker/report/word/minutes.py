"""Minutes of an inspection: Decree 30/2020/NĐ-CP, Appendix III, form 1.9 (biên bản)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ...notes import Noted, Notes
from ..html.model import Run
from .blocks import annexes, body, each, heading, noted_table, scope, sums, undecided, unmet
from .form import form_annex
from .frame import DAY, DOTS, LINE, Issuer, head, issuer_of, recipient_lines, signatures, title
from .markup import Words
from .package import package

_TIME = f"…… giờ …… phút, {DAY}"
_RECIPIENTS = (f"{DOTS};", "Lưu: VT, hồ sơ kiểm tra.")


def minutes(run: Run, notes: Notes, noted: Sequence[Noted]) -> bytes:
    """The Word file of the minutes of an inspection of one unit.

    Args:
        run: The result, of that unit alone.
        notes: What is known of the inspection; what is not is a dotted line.
        noted: What the inspector says, with what each note speaks of.
    """
    return package(_content(run, notes, noted))


def _content(run: Run, notes: Notes, noted: Sequence[Noted]) -> Iterator[etree._Element]:
    unit = next(iter(run.examined)).name
    issuer = Issuer(
        superior=(notes.superior.upper() or DOTS,),
        agency=(notes.agency.upper() or DOTS,),
        short="………",
        full=notes.agency or DOTS,
        authority=(),
    )
    yield from head(issuer, "BB", "")
    yield from title("BIÊN BẢN", (f"Kiểm tra Bộ phận Một cửa của {issuer_of(unit).full}",))
    yield body(_TIME, "Thời gian bắt đầu: ")
    yield body(notes.place or LINE, "Địa điểm: ")
    yield body("; ".join(notes.participants) or LINE, "Thành phần tham dự: ")
    yield body(notes.chair or LINE, "Chủ trì (chủ tọa): ")
    yield body(notes.secretary or LINE, "Thư ký (người ghi biên bản): ")
    yield body("", "Nội dung:")
    yield from _findings(run)
    yield from _opinions(noted)
    yield body("Kết luận theo từng tiêu chí, bằng chứng và tệp dữ liệu tại các Phụ lục kèm theo.")
    yield body(f"Cuộc kiểm tra kết thúc vào {_TIME}./.")
    yield from _signed(notes)
    reference = f"(Kèm theo Biên bản số ……/BB-……… {DAY} của {issuer.full})"
    yield from annexes(run, reference)
    yield from form_annex(run, reference)


def _findings(run: Run) -> Iterator[etree._Element]:
    yield heading("1. Phạm vi và căn cứ kiểm tra")
    yield from scope(run)
    yield heading("2. Kết quả chung")
    yield from each(run, sums)
    yield heading("3. Tiêu chí không đạt và việc cần làm")
    yield from each(run, unmet)
    yield heading("4. Tiêu chí chưa kết luận được")
    yield from each(run, undecided)


def _opinions(noted: Sequence[Noted]) -> Iterator[etree._Element]:
    yield heading("5. Ý kiến của người kiểm tra")
    if noted:
        yield body("Các ý kiến sau không làm thay đổi kết luận nêu trên.")
        yield noted_table(noted)
    else:
        yield body(LINE)
    for text in ("6. Ý kiến của đơn vị được kiểm tra", "7. Kiến nghị"):
        yield heading(text)
        yield body(LINE)


def _signed(notes: Notes) -> Iterator[etree._Element]:
    """The secretary and the chair, as in the form; below them the unit that was inspected."""
    yield Words("Gap", "").written()
    yield signatures(((("THƯ KÝ",), notes.secretary), (("CHỦ TỌA",), notes.chair)))
    yield Words("Gap", "").written()
    yield signatures(((("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",), ""),))
    yield Words("Gap", "").written()
    yield from recipient_lines(_RECIPIENTS)
