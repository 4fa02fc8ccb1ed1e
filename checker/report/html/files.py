"""What became of every file, what has to be known of it, and the copies that were made."""

from __future__ import annotations

from collections.abc import Sequence

from ...intake.model import FileAccount
from ...places import Notice
from ...result import CopyMade
from ...tables import table_specs
from ...words import Lang, Text
from .charts import table
from .markup import Html, data, tag, together
from .model import Examined

_MOST_NOTICES = 200
_HEADS = (
    Text("Tệp", "File"),
    Text("Loại dữ liệu", "Kind of data"),
    Text("Dòng đã đọc", "Rows read"),
    Text("Dùng được", "Kept"),
    Text("Không dùng được", "Refused"),
)
_UNREAD = Text("chưa nhận ra", "not recognised")
_COPIES = {
    "annotate": Text("Bản có nhận xét", "Copy with comments"),
    "fix": Text("Bản đã sửa định dạng", "Copy with format put right"),
}


def files(one: Examined, lang: Lang) -> Html:
    """An account a file, then the notices, then the copies."""
    rows = (_account(account, lang) for account in one.accounts)
    notices = [notice for account in one.accounts for notice in account.notices]
    more = len(notices) - _MOST_NOTICES
    rest = Text(f"và {more} lưu ý nữa (xem --format json)", f"and {more} more (--format json)")
    told = [_notice(notice, lang) for notice in notices[:_MOST_NOTICES]]
    return together(
        tag("ul", told, tag("li", rest.of(lang)) if more > 0 else None, class_="notices")
        if told
        else None,
        table(tuple(head.of(lang) for head in _HEADS), rows, class_="files"),
        (_copy(copy, lang) for copy in one.copies),
    )


def _account(account: FileAccount, lang: Lang) -> Html:
    spec = table_specs().get(account.table)
    kind = spec.title.text().of(lang) if spec else _UNREAD.of(lang)
    counts = (account.rows_read, account.rows_kept, account.rows_refused)
    return tag(
        "tr",
        tag("th", data(account.file, lang), scope="row"),
        tag("td", kind),
        (tag("td", str(count)) for count in counts),
    )


def _notice(notice: Notice, lang: Lang) -> Html:
    place = together(" ", data(notice.place, lang)) if notice.place else None
    where = tag("b", data(notice.file, lang), place)
    return tag("li", where, ": ", tag("bdi", notice.text.of(lang)))


def _copy(copy: CopyMade, lang: Lang) -> Html:
    kind = _COPIES[copy.kind].of(lang)
    if copy.refused:
        return tag("p", tag("b", kind), ": ", tag("bdi", copy.refused.text.of(lang)))
    done, left = Text("Đã làm", "Done").of(lang), Text("Để nguyên", "Left").of(lang)
    return together(
        tag("p", tag("b", kind), ": ", data(copy.target, lang)),
        _listed(done, copy.done, lang),
        _listed(left, copy.left, lang),
    )


def _listed(label: str, told: Sequence[Text], lang: Lang) -> Html | None:
    if not told:
        return None
    entries = (tag("li", tag("bdi", text.of(lang))) for text in told[:_MOST_NOTICES])
    return together(tag("p", f"{label} ({len(told)}):"), tag("ul", entries))
