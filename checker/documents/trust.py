"""What a person must know about a file that was read: macros, signatures, revisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from ..places import Notice
from ..words import Text
from .layout import Walk
from .model import Paragraph
from .names import W
from .package import Package

_TEXTS: Mapping[str, Text] = {
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
    "open_field": Text(
        vi="có trường (field) mở mà không đóng, chữ phía sau có thể bị bỏ sót;"
        " hãy mở bằng Word rồi lưu lại",
        en="a field begins and never ends, text after it may be missed; open and save it in Word",
    ),
    "legacy_encoding": Text(
        vi="chữ gõ bằng phông mã cũ (.VnTime, VNI) chưa đọc được; hãy chuyển sang Unicode",
        en="text in fonts of an old encoding (.VnTime, VNI) is not read; convert it to Unicode",
    ),
    "wrong_extension": Text(
        vi="nội dung là .docx nhưng tên tệp có đuôi khác; hãy đổi đuôi thành .docx",
        en="the content is .docx but the file's name ends otherwise; rename it to .docx",
    ),
}
_OLD_FONTS = (".vn", "vni-")
_EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")


def trust_notices(
    package: Package, root: etree._Element, walk: Walk, paragraphs: Sequence[Paragraph]
) -> tuple[Notice, ...]:
    """The notices about one file that was read, in a fixed order."""
    old = ("legacy_encoding",) if is_legacy_encoded(paragraphs) else ()
    codes = (*_of_package(package), *_of_content(package, root, walk), *old)
    return tuple(Notice(package.name, "", code, _TEXTS[code]) for code in codes)


def is_legacy_encoded(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether letters stand in a font of TCVN3 or VNI, whose characters are not what they show."""
    return any(
        (run.format.font or "").casefold().startswith(_OLD_FONTS) and run.text.strip()
        for paragraph in paragraphs
        for run in paragraph.runs
    )


def _of_package(package: Package) -> Iterator[str]:
    if not package.name.casefold().endswith(_EXTENSIONS):
        yield "wrong_extension"
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in package.content_types):
        yield "macro"
    if any(part.startswith("_xmlsignatures/") for part in package.parts):
        yield "signed"


def _of_content(package: Package, root: etree._Element, walk: Walk) -> Iterator[str]:
    targets = {r.kind: r.target for r in package.relationships(package.main).values()}
    if next(root.iter(f"{W}altChunk"), None) is not None:
        yield "alt_chunk"
    if walk.revised:
        yield "tracked_changes"
    if next(root.iter(f"{W}commentReference"), None) is not None:
        yield "comments"
    settings = targets.get("settings", "")
    if settings in package.parts:
        protection = package.xml(settings).find(f"{W}documentProtection")
        if protection is not None and protection.get(f"{W}edit", "none") != "none":
            yield "protected"
    if walk.open_fields:
        yield "open_field"
