"""Why something was left as it was, in words to act on."""

from __future__ import annotations

from collections.abc import Mapping

from ..words import Text
from .model import Left, Place, Property

_REASONS: Mapping[str, Text] = {
    "no_such_place": Text(
        vi="văn bản không có đoạn hoặc phần này",
        en="the document has no such paragraph or section",
    ),
    "unknown": Text(
        vi="không xác định được giá trị đang dùng nên không biết có sai hay không;"
        " hãy xem và sửa trong Word",
        en="the present value is not known, so nobody can say whether it is wrong;"
        " look at it in Word",
    ),
    "old_encoding": Text(
        vi="chữ thuộc bảng mã cũ (TCVN3, VNI), đổi phông sẽ làm sai chữ;"
        " hãy chuyển mã sang Unicode trước",
        en="the text is in an old encoding (TCVN3, VNI) and another font would garble it;"
        " convert it to Unicode first",
    ),
    "symbol": Text(
        vi="ký hiệu của phông ký hiệu, đổi phông sẽ thành chữ khác; hãy sửa trong Word nếu cần",
        en="a character of a symbol font, which another font would show as something else;"
        " change it in Word if need be",
    ),
    "irregular": Text(
        vi="chữ được ghi trong tệp theo cách không tách được an toàn; hãy sửa trong Word",
        en="the text is written in the file in a way that cannot be split safely;"
        " change it in Word",
    ),
    "label": Text(
        vi="số hoặc dấu đầu dòng tự động có định dạng riêng, không đổi theo chữ;"
        " hãy xem lại định dạng danh sách trong Word",
        en="the automatic number or bullet has a look of its own that does not follow the text;"
        " look at the list's format in Word",
    ),
    "listed": Text(
        vi="đoạn thuộc danh sách tự động, lùi đầu dòng do danh sách quyết định;"
        " hãy sửa định dạng danh sách trong Word",
        en="the paragraph is in an automatic list, which decides on its indent;"
        " change the list's format in Word",
    ),
    "contextual": Text(
        vi="đoạn đặt không giãn cách giữa các đoạn cùng kiểu nên khoảng cách không có tác dụng;"
        " hãy bỏ tùy chọn này trong Word",
        en="the paragraph leaves no space to others of its style, so that space has no effect;"
        " turn this off in Word",
    ),
    "points": Text(
        vi="giãn dòng đặt theo điểm (pt), không so được với số dòng; hãy xem và sửa trong Word",
        en="line spacing is given in points, which cannot be compared with lines;"
        " look at it in Word",
    ),
    "no_page_setup": Text(
        vi="phần này không ghi khổ giấy hoặc lề; hãy mở bằng Word, đặt khổ giấy và lề rồi lưu lại",
        en="the section states no page size or margins; set them in Word and save",
    ),
    "number_in_footer": Text(
        vi="số trang đang ở chân trang; hãy xóa ở đó rồi chạy lại",
        en="the page number stands in the footer; remove it there and run again",
    ),
    "header_in_use": Text(
        vi="đầu trang đã có nội dung khác; hãy thêm số trang trong Word",
        en="the header holds other content; add the page number in Word",
    ),
    "number_placed_otherwise": Text(
        vi="số trang đặt trong khung, bảng hoặc cạnh chữ khác; hãy sửa trong Word",
        en="the page number stands in a frame, a table or beside other text; change it in Word",
    ),
    "first_page_in_use": Text(
        vi="trang đầu có đầu trang hoặc chân trang riêng đang dùng;"
        " hãy bỏ số trang ở trang đầu trong Word",
        en="the first page has a header or footer that is in use;"
        " take the number off the first page in Word",
    ),
}


def left(where: Place, name: Property, code: str) -> Left:
    """What was left, and why."""
    return Left(where, name, code, _REASONS[code])
