"""Why no changed copy of a file is written: one notice for each reason, in words to act on."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import MotcuaError
from ..places import Notice
from ..words import Text


class NotWritten(MotcuaError):
    """No copy was written; ``notice`` names the reason and what to do."""

    def __init__(self, notice: Notice) -> None:
        said = notice.text
        super().__init__(Text(f"{notice.file}: {said.vi}", f"{notice.file}: {said.en}"))
        self.notice = notice


_REASONS: Mapping[str, Text] = {
    "legacy_word": Text(
        vi="tệp .doc hoặc .rtf kiểu cũ không ghi lại trực tiếp được;"
        " hãy mở bằng Word, lưu thành .docx rồi chạy lại",
        en="an old .doc or .rtf file cannot be written as it is;"
        " open it in Word, save it as .docx and run again",
    ),
    "signed": Text(
        vi="tệp có chữ ký số, mọi thay đổi đều làm chữ ký mất hiệu lực; hãy dùng bản chưa ký",
        en="the file is digitally signed and any change breaks the signature;"
        " use the copy from before it was signed",
    ),
    "macro": Text(
        vi="tệp có macro; hãy lưu lại thành .docx không có macro rồi chạy lại",
        en="the file holds macros; save it as .docx without macros and run again",
    ),
    "protected": Text(
        vi="tệp đặt chế độ hạn chế chỉnh sửa; hãy bỏ hạn chế trong Word rồi chạy lại",
        en="editing of the file is restricted; lift the restriction in Word and run again",
    ),
    "encoding": Text(
        vi="một phần của tệp không ghi bằng UTF-8; hãy mở bằng Word, lưu lại rồi chạy lại",
        en="a part of the file is not written in UTF-8; open and save it in Word and run again",
    ),
    "no_paragraph": Text(
        vi="văn bản không có đoạn nào để gắn nhận xét",
        en="the document has no paragraph that a comment could be attached to",
    ),
    "same_file": Text(
        vi="tệp ghi ra trùng với tệp gốc; tệp gốc không bao giờ bị ghi đè,"
        " hãy chọn thư mục hoặc tên khác",
        en="the copy would overwrite the original, which is never done;"
        " choose another folder or name",
    ),
    "unwritable": Text(
        vi="không ghi được tệp; hãy kiểm tra quyền ghi và dung lượng đĩa",
        en="the copy cannot be written; check permissions and free space",
    ),
    "not_the_same": Text(
        vi="bản ghi ra đọc lại không đúng như dự kiến nên đã bỏ, tệp gốc không thay đổi;"
        " hãy sửa tay văn bản này",
        en="the copy did not read back as intended and was thrown away, the original is unchanged;"
        " edit this document by hand",
    ),
}


def not_written(file: str, code: str, detail: str = "") -> NotWritten:
    """The error for one reason; ``detail`` is what exactly was found."""
    reason = _REASONS[code]
    seen = f" ({detail})" if detail else ""
    return NotWritten(Notice(file, "", code, Text(reason.vi + seen, reason.en + seen)))
