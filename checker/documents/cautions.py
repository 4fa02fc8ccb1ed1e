"""Notices about a file that was read all the same, in words to act on."""

from __future__ import annotations

from collections.abc import Mapping

from ..places import Notice
from ..words import Text

_NOTHING = Text(vi="", en="")
_TEXTS: Mapping[str, Text] = {
    "wrong_extension": Text(
        vi="nội dung không đúng với đuôi tên tệp; hãy đổi đuôi cho đúng (.docx, .doc hoặc .rtf)",
        en="the content does not fit the file name; rename it to what it is (.docx, .doc or .rtf)",
    ),
    "converted": Text(
        vi="tệp kiểu cũ, được LibreOffice chuyển sang .docx để đọc; định dạng có thể khác với khi"
        " mở bằng Word, hãy lưu lại thành .docx rồi kiểm tra lại để chắc chắn",
        en="a file of an old format, read after LibreOffice turned it into .docx; its formatting"
        " may differ from what Word shows, save it as .docx and check again to be sure",
    ),
    "macro": Text(
        vi="tệp có macro; macro không được chạy, hãy lưu lại thành .docx trước khi phát hành",
        en="the file holds macros; they are not run, save it as .docx before it is issued",
    ),
    "signed": Text(
        vi="tệp có chữ ký số; chỉ đọc nội dung, không xác minh chữ ký",
        en="the file is digitally signed; the content is read, the signature is not verified",
    ),
    "alt_chunk": Text(
        vi="tệp nhúng nội dung ngoài (altChunk) chưa đọc được; hãy mở bằng Word rồi lưu lại",
        en="the file embeds foreign content (altChunk) that is not read; open and save it in Word",
    ),
    "tracked_changes": Text(
        vi="tệp còn thay đổi chưa chấp nhận; đã đọc như khi chấp nhận tất cả",
        en="the file holds tracked changes; it was read as if all were accepted",
    ),
    "comments": Text(
        vi="tệp còn nhận xét (comment); hãy xóa trước khi phát hành",
        en="the file holds comments; remove them before it is issued",
    ),
    "protected": Text(
        vi="tệp đặt chế độ hạn chế chỉnh sửa; nội dung vẫn đọc được",
        en="editing of the file is restricted; its content was read all the same",
    ),
    "embedded_object": Text(
        vi="tệp nhúng đối tượng của phần mềm khác (OLE); nội dung bên trong không được đọc",
        en="the file embeds objects of other programs (OLE); what is inside them is not read",
    ),
    "external_link": Text(
        vi="tệp trỏ tới nội dung nằm ngoài tệp, không được mở và không được đọc;"
        " hãy nhúng vào tệp hoặc bỏ liên kết",
        en="the file points to content outside of itself, which is not opened and not read;"
        " embed it or remove the link",
    ),
    "open_field": Text(
        vi="có trường (field) mở mà không đóng, chữ phía sau có thể bị bỏ sót;"
        " hãy mở bằng Word rồi lưu lại",
        en="a field begins and never ends, text after it may be missed; open and save it in Word",
    ),
    "legacy_encoding": Text(
        vi="có chữ đặt phông mã cũ (TCVN3, VNI), đã chuyển sang Unicode để đọc; Nghị định"
        " 30/2020/NĐ-CP yêu cầu bộ mã Unicode theo TCVN 6909:2001, hãy chuyển mã và đổi phông",
        en="text stands in fonts of old encodings (TCVN3, VNI) and was converted for reading;"
        " Decree 30/2020/ND-CP demands Unicode after TCVN 6909:2001, convert text and fonts",
    ),
    "mixed_unicode": Text(
        vi="có chữ viết bằng Unicode tổ hợp (dấu tách rời khỏi chữ), đã đọc như Unicode dựng sẵn;"
        " tìm kiếm và so sánh có thể sai, hãy chuyển sang dựng sẵn",
        en="letters are written with separate marks (decomposed Unicode) and were read as whole"
        " letters; searching may fail on them, convert them to composed form",
    ),
    "damaged_part": Text(
        vi="một phần phụ của tệp bị hỏng hoặc bị thiếu, phần còn lại vẫn đọc được;"
        " hãy mở bằng Word rồi lưu lại",
        en="a side part of the file is damaged or absent, the rest was read all the same;"
        " open and save it in Word",
    ),
}


def caution(file: str, code: str, detail: Text = _NOTHING) -> Notice:
    """The notice for one reason; ``detail`` says in both languages what exactly was found."""
    said = _TEXTS[code]
    vi = f"{said.vi} ({detail.vi})" if detail.vi else said.vi
    en = f"{said.en} ({detail.en})" if detail.en else said.en
    return Notice(file, "", code, Text(vi=vi, en=en))
