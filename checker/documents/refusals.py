"""Why a file cannot be read as a Word document: one notice for each reason, in words to act on."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import MotcuaError
from ..places import Notice
from ..words import Text


class UnreadableDocument(MotcuaError):
    """A file that could not be read; ``notice`` names the reason and what to do."""

    exit_code = 3  # where the file was all that was asked for, there is nothing to check

    def __init__(self, notice: Notice) -> None:
        said = notice.text
        super().__init__(Text(f"{notice.file}: {said.vi}", f"{notice.file}: {said.en}"))
        self.notice = notice


_RESAVE = Text(
    vi="hãy mở bằng Word, lưu lại thành .docx rồi kiểm tra lại",
    en="open it in Word, save it as .docx and check again",
)

_REASONS: Mapping[str, Text] = {
    "missing": Text(vi="không mở được tệp", en="the file cannot be opened"),
    "too_large": Text(
        vi="một phần của tệp lớn quá giới hạn đọc",
        en="a part of the file is over the reading limit",
    ),
    "too_deep": Text(vi="nội dung lồng nhau quá sâu", en="the content is nested too deeply"),
    "legacy_word": Text(
        vi="tệp .doc hoặc .rtf kiểu cũ, chỉ đọc được ở máy có cài LibreOffice",
        en="an old .doc or .rtf file, which is read only where LibreOffice is installed",
    ),
    "conversion_failed": Text(
        vi="LibreOffice không chuyển được tệp kiểu cũ này sang .docx",
        en="LibreOffice could not turn this old file into .docx",
    ),
    "conversion_slow": Text(
        vi="LibreOffice chuyển tệp kiểu cũ này sang .docx quá lâu",
        en="LibreOffice took too long to turn this old file into .docx",
    ),
    "encrypted": Text(
        vi="tệp có mật khẩu nên không đọc được; hãy bỏ mật khẩu",
        en="the file is protected by a password and cannot be read; remove it",
    ),
    "not_word": Text(vi="không phải tệp Word (.docx)", en="not a Word file (.docx)"),
    "damaged": Text(vi="tệp hỏng hoặc thiếu phần", en="the file is damaged or incomplete"),
    "dtd": Text(
        vi="trong tệp có khai báo DTD hoặc thực thể XML, Word không bao giờ ghi như vậy",
        en="the file declares a DTD or XML entities, which Word never writes",
    ),
}


def refuse(file: str, code: str, detail: str = "") -> UnreadableDocument:
    """The error for one reason; ``detail`` is what exactly was found."""
    reason = _REASONS[code]
    seen = f" ({detail})" if detail else ""
    text = Text(f"{reason.vi}{seen}; {_RESAVE.vi}", f"{reason.en}{seen}; {_RESAVE.en}")
    return UnreadableDocument(Notice(file, "", code, text))
