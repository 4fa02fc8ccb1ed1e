"""What people have decided or attested, looked at on the day of the check.

A waiver stands beside the raw verdict and never hides it. One that is not needed, has ended, or
excuses more than was found is itself told, and so is an answer that has lapsed or that no rule
asks for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from .gather import GatheredUnit
from .intake.attestations import ATTESTATIONS_FILE
from .intake.model import FileAccount
from .intake.waivers import WAIVERS_FILE, Waiver
from .judge.terms import WaiverState
from .measure.criterion import Measured
from .measure.query import Count, SampledRow
from .places import Notice
from .rulebook.book import Rulebook
from .words import Text, did_you_mean, fold

LONGEST = dt.timedelta(days=366)
"""A waiver that lasts longer is not of a passing state of things."""
_BASE_CODE = re.compile(r"[1-9]\.[0-9]{6}(?=\.|$)")


def waiver_of(measured: Measured, unit: GatheredUnit) -> Waiver | None:
    """The waiver that bears on the whole verdict of a criterion.

    Of those in force one for the criterion as a whole goes first, else one for a subject, where
    such waivers together cover every violation; else the last one that has ended.
    """
    as_of = measured.setting.as_of
    ours = _waivers(measured, unit)
    if not ours:
        return None
    active = [waiver for waiver in ours if waiver.first <= as_of <= waiver.last]
    whole = [waiver for waiver in active if not waiver.subject]
    single = [waiver for waiver in active if waiver.subject]
    if whole:
        return whole[0]
    if single and _all_covered(single, measured.of(unit.number)):
        return single[0]
    past = [waiver for waiver in ours if waiver.last < as_of and not waiver.subject]
    return max(past, key=lambda waiver: waiver.last, default=None)


def waiver_state(measured: Measured, unit: GatheredUnit) -> WaiverState:
    """What the judges are told of the waiver."""
    waiver = waiver_of(measured, unit)
    if waiver is None:
        return "none"
    return "active" if measured.setting.as_of <= waiver.last else "expired"


def told_of(
    unit: GatheredUnit, measured: Sequence[Measured], book: Rulebook
) -> Iterator[FileAccount]:
    """What has to be said of a unit's waivers and attestations, as accounts of their files."""
    notices = [*_stray_waivers(unit, book)]
    for one in measured:
        for waiver in _waivers(one, unit, ("waiver", "explanation")):
            notices.extend(_notices(waiver, one, one.of(unit.number)))
    if notices:
        yield FileAccount(WAIVERS_FILE, "", "", notices=tuple(notices))
    as_of = measured[0].setting.as_of if measured else dt.date.min
    answers = tuple(_attested(unit, book, as_of))
    if answers:
        yield FileAccount(ATTESTATIONS_FILE, "", "", notices=answers)


def _waivers(
    measured: Measured, unit: GatheredUnit, kinds: tuple[str, ...] = ("waiver",)
) -> list[Waiver]:
    criterion = measured.loaded.criterion.id
    return [w for w in unit.waivers if w.criterion == criterion and w.kind in kinds]


def _all_covered(waivers: Sequence[Waiver], counted: Count) -> bool:
    """Whether each violation is a waived subject's; more of them than are shown are not all."""
    rows = counted.violated_rows
    return (
        bool(rows)
        and len(rows) == counted.violations
        and all(any(_means(waiver, row) for waiver in waivers) for row in rows)
    )


def _means(waiver: Waiver, row: SampledRow) -> bool:
    """Whether a row is the subject: a value of it says so, or its code without what hangs on it."""
    wanted = {fold(waiver.subject), *_BASE_CODE.findall(waiver.subject)}
    return any(isinstance(value, str) and fold(value) in wanted for value in row.values())


def _notices(waiver: Waiver, measured: Measured, counted: Count) -> Iterator[Notice]:
    as_of, name = measured.setting.as_of, _name(waiver)
    if waiver.last < as_of:
        until = f"{waiver.last:%d/%m/%Y}"
        text = Text(f"{name.vi} đã hết hạn ngày {until}", f"{name.en} ended on {until}")
        yield Notice(WAIVERS_FILE, waiver.criterion, "expired_waiver", text)
        return
    if waiver.first > as_of:
        return
    hit = (
        sum(_means(waiver, row) for row in counted.violated_rows)
        if waiver.subject
        else (counted.violations)
    )
    if not hit:
        text = Text(
            f"{name.vi} không dùng đến: không có vi phạm nào như vậy",
            f"{name.en} is of no use: there is no such violation",
        )
        yield Notice(WAIVERS_FILE, waiver.criterion, "unused_waiver", text)
    else:
        yield _used(waiver, hit, counted)
    if waiver.kind == "waiver":
        if hit:
            yield from _too_broad(waiver, counted)
        yield from _too_long(waiver)


def _used(waiver: Waiver, hit: int, counted: Count) -> Notice:
    name, rest = _name(waiver), counted.violations - hit
    stays = Text("", "")
    if waiver.kind == "explanation":
        stays = Text("; giải trình không đổi kết luận", "; an explanation changes no verdict")
    elif rest:
        stays = Text(f"; còn {rest} vi phạm khác", f"; {rest} other violations remain")
    text = Text(
        f"{name.vi} dùng cho {hit} vi phạm ({waiver.reason}; {waiver.approver}){stays.vi}",
        f"{name.en} bears on {hit} violations ({waiver.reason}; {waiver.approver}){stays.en}",
    )
    return Notice(WAIVERS_FILE, waiver.criterion, "used_waiver", text)


def _too_broad(waiver: Waiver, counted: Count) -> Iterator[Notice]:
    name = _name(waiver)
    if not waiver.subject and counted.satisfied:
        text = Text(
            f"{name.vi} quá rộng: chỉ {counted.violated}/{counted.population} mục vi phạm; hãy nêu "
            "từng mục ở 'subject'",
            f"{name.en} is too broad: {counted.violated} of {counted.population} items violate; "
            "name each under 'subject'",
        )
        yield Notice(WAIVERS_FILE, waiver.criterion, "broad_waiver", text)


def _too_long(waiver: Waiver) -> Iterator[Notice]:
    name = _name(waiver)
    if waiver.last - waiver.first > LONGEST:
        text = Text(
            f"{name.vi} quá rộng: kéo dài hơn một năm ({waiver.first:%d/%m/%Y} – "
            f"{waiver.last:%d/%m/%Y}); hãy xét lại từng năm",
            f"{name.en} is too broad: it lasts longer than a year; decide anew each year",
        )
        yield Notice(WAIVERS_FILE, waiver.criterion, "broad_waiver", text)


def _name(waiver: Waiver) -> Text:
    about = f" ({waiver.subject})" if waiver.subject else ""
    if waiver.kind == "explanation":
        return Text(
            f"giải trình cho {waiver.criterion}{about}",
            f"the explanation of {waiver.criterion}{about}",
        )
    return Text(
        f"miễn trừ cho {waiver.criterion}{about}", f"the waiver of {waiver.criterion}{about}"
    )


def _stray_waivers(unit: GatheredUnit, book: Rulebook) -> Iterator[Notice]:
    """A waiver of a criterion that no rule knows would be lost in silence."""
    for waiver in unit.waivers:
        if waiver.criterion not in book.criteria:
            hint = did_you_mean(waiver.criterion, book.criteria)
            text = Text(
                f"miễn trừ cho '{waiver.criterion}' không dùng đến: không có tiêu chí ấy{hint.vi}",
                f"the waiver of '{waiver.criterion}' is of no use: no such criterion{hint.en}",
            )
            yield Notice(WAIVERS_FILE, "", "unknown_waiver", text)


def _attested(unit: GatheredUnit, book: Rulebook, as_of: dt.date) -> Iterator[Notice]:
    for one in unit.attested:
        if one.question not in book.questions:
            hint = did_you_mean(one.question, book.questions)
            text = Text(
                f"không có câu hỏi '{one.question}'{hint.vi}",
                f"there is no question '{one.question}'{hint.en}",
            )
            yield Notice(ATTESTATIONS_FILE, one.question, "unknown_question", text)
        elif one.valid_to < as_of:
            until = f"{one.valid_to:%d/%m/%Y}"
            asks = book.questions[one.question].asks
            text = Text(
                f"xác nhận đã hết giá trị ngày {until}, hãy xem lại và trả lời lại: {asks.vi}",
                f"the attestation lapsed on {until}, look again and answer anew: {asks.en}",
            )
            yield Notice(ATTESTATIONS_FILE, one.question, "lapsed_attestation", text)
