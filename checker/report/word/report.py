"""The report of a unit on itself: Decree 30/2020/NĐ-CP, Appendix III, form 1.4 (báo cáo)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ...errors import UsageError
from ...words import Text
from ..html.model import Run
from ..html.site import FEW, file_name
from .blocks import (
    annexes,
    body,
    each,
    part,
    scope,
    sums,
    undecided,
    unmet,
)
from .form import form_annex
from .frame import DAY, DOTS, LINE, Issuer, foot, head, issuer_of, title
from .package import package

_MANY = Issuer((DOTS,), (DOTS,), "………", DOTS, ("THỦ TRƯỞNG ĐƠN VỊ",))
"""Who reports on several units is none of them."""

_ABOUT = "Kết quả tự kiểm tra Bộ phận Một cửa"
_RECIPIENTS = (f"{DOTS};", "Lưu: VT.")


def self_assessment(run: Run) -> bytes:
    """The Word file of a report on what was found.

    Of one unit it is the unit's own report; of a few, or of documents, that of somebody who is not
    known. It is in Vietnamese whatever the language of the screen: so are administrative documents
    (Decree 30/2020/NĐ-CP, art. 7).

    Raises:
        UsageError: There are so many units that nobody could open the file.
    """
    if not run.few(FEW):
        raise UsageError(
            Text(
                f"báo cáo Word gộp nhiều nhất {FEW} mục; với nhiều hơn, hãy nêu --output là một"
                " thư mục để mỗi mục có một báo cáo riêng",
                f"a Word report holds at most {FEW} units or documents; of more, give a folder as"
                " --output, and each has a report of its own",
            )
        )
    return package(_content(run))


def folder(run: Run) -> Iterator[tuple[str, Iterator[bytes]]]:
    """A report a unit or document, by their file names."""
    for one in run.examined:
        alone = replace(run, examined=(replace(one, number=1),))
        yield file_name(one, "docx"), iter((package(_content(alone)),))


def _content(run: Run) -> Iterator[etree._Element]:
    own = next((one for one in run.examined if one.period), None) if run.few(1) else None
    issuer = issuer_of(own.name) if own else _MANY
    yield from head(issuer, "BC", f"………………, {DAY}")
    yield from title("BÁO CÁO", (_ABOUT if own else run.title.vi,))
    yield body(f"{issuer.full} báo cáo kết quả như sau:")
    yield part("I. PHẠM VI VÀ CĂN CỨ")
    yield from scope(run)
    yield part("II. KẾT QUẢ CHUNG")
    yield from each(run, sums)
    yield part("III. TIÊU CHÍ KHÔNG ĐẠT VÀ VIỆC CẦN LÀM")
    yield from each(run, unmet)
    yield part("IV. TIÊU CHÍ CHƯA KẾT LUẬN ĐƯỢC")
    yield from each(run, undecided)
    yield part("V. GIẢI TRÌNH, KIẾN NGHỊ")
    yield body(LINE)
    yield body(
        "Kết luận theo từng tiêu chí, bằng chứng và tệp dữ liệu đã dùng tại các Phụ lục kèm theo./."
    )
    yield from foot(_RECIPIENTS, issuer)
    reference = f"(Kèm theo Báo cáo số ……/BC-{issuer.short} {DAY} của {issuer.full})"
    yield from annexes(run, reference)
    yield from form_annex(run, reference)
