"""What to do first, in sentences that text and page show alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from ..plans import Edit, Lost, Plan, Remedy, Step
from ..words import Lang, Text
from .html.words import number
from .labels import VERDICT_LABELS
from .scores import points

FIRST = Text("Việc nên làm trước", "What to do first")
LOST = Text("Không sửa được nữa", "Past mending")
SUPPLY = Text("Dữ liệu cần bổ sung", "Data to hand in")
MOST_LINES = 10
_MOST_STEPS, _MOST_AHEAD, _MOST_SUPPLIES = 5, 2, 2


def short_plan(plan: Plan, lang: Lang) -> list[str]:
    """At most ten lines; the rest is counted, and told in other formats."""
    lines = [line.of(lang) for line in _lines(plan)]
    return lines[:MOST_LINES]


def _lines(plan: Plan) -> Iterator[Text]:
    for place in range(1, min(_MOST_STEPS, len(plan.steps)) + 1):
        said = step_line(plan, place)
        yield Text(f"{place}. {said.vi}", f"{place}. {said.en}")
    if len(plan.steps) > _MOST_STEPS:
        ids = ", ".join(step.criterion for step in plan.steps[_MOST_STEPS:])
        yield Text(f"… và {ids} (xem --format html)", f"… and {ids} (see --format html)")
    yield from islice(ahead_lines(plan), _MOST_AHEAD)
    yield from warnings(plan)
    for supply in supply_lines(plan)[:_MOST_SUPPLIES]:
        yield Text(f"{SUPPLY.vi}: {supply.vi}", f"{SUPPLY.en}: {supply.en}")
    yield from left_lines(plan)


def step_line(plan: Plan, place: int) -> Text:
    """The criterion of a place from 1, how it turns, what that earns, and its first own remedy."""
    step = plan.steps[place - 1]
    before, after = VERDICT_LABELS[step.before], VERDICT_LABELS[step.after]
    gain, sooner, todo = gained(step.gain), _sooner(step), _todo(plan, place)
    return Text(
        f"{step.criterion} {before.vi} → {after.vi}, {gain.vi}, {todo.vi}{sooner.vi}",
        f"{step.criterion} {before.en} → {after.en}, {gain.en}, {todo.en}{sooner.en}",
    )


def _todo(plan: Plan, place: int) -> Text:
    """How much there is to do, and the first of it; what an earlier step names is not repeated."""
    step = plan.steps[place - 1]
    earlier = {number for one in plan.steps[: place - 1] for number in one.remedies}
    own = [number for number in step.remedies if number not in earlier]
    many, shared = len(step.remedies), len(step.remedies) - len(own)
    if not own:
        return Text(f"{many} việc đã nêu ở trên", f"{many} to do, all named above")
    first = plan.remedies[own[0]].do
    named = Text(f" ({shared} đã nêu ở trên)", f" ({shared} named above)") if shared else _NONE
    more = len(own) - 1
    rest = Text(f" (và {more} việc nữa)", f" (and {more} more)") if more else _NONE
    return Text(
        f"{many} việc{named.vi}: {first.vi}{rest.vi}",
        f"{many} to do{named.en}: {first.en}{rest.en}",
    )


_NONE = Text("", "")


def _sooner(step: Step) -> Text:
    if not step.sooner:
        return _NONE
    verdict, many = step.sooner
    label = VERDICT_LABELS[verdict]
    return Text(
        f"; {label.vi.lower()} khi mới sửa {many} mục", f"; {label.en.lower()} with {many} of them"
    )


def gained(gain: Fraction) -> Text:
    """Points that the least total rises by."""
    sign = "" if gain < 0 else "+"
    return Text(f"{sign}{number(gain, 'vi')} điểm", f"{sign}{number(gain, 'en')} points")


def heading(plan: Plan) -> Text:
    """How much all of it brings."""
    if not plan.steps:
        return FIRST
    many = len(plan.remedies)
    vi, en = (
        f"{points(plan.before, lang)}/{number(plan.before.of, lang)} → "
        f"{points(plan.after, lang)}/{number(plan.after.of, lang)}"
        for lang in ("vi", "en")
    )
    return Text(
        f"{FIRST.vi} (làm đủ {many} việc thì điểm {vi})",
        f"{FIRST.en} (all {many} bring the score {en})",
    )


def warnings(plan: Plan) -> Iterator[Text]:
    """What gets worse when all is done, and what no act undoes."""
    for spoilt in plan.spoilt:
        before, after = VERDICT_LABELS[spoilt.before], VERDICT_LABELS[spoilt.after]
        yield Text(
            f"Lưu ý: làm đủ các việc trên thì {spoilt.criterion} từ {before.vi} thành {after.vi}",
            f"Note: when all is done {spoilt.criterion} goes from {before.en} to {after.en}",
        )
    yield from lost_lines(plan)


def lost_lines(plan: Plan) -> Iterator[Text]:
    """What no act undoes, with its reason; criteria of one reason together."""
    reasons: dict[Text, list[Lost]] = {}
    for lost in plan.lost:
        reasons.setdefault(lost.why, []).append(lost)
    for why, criteria in reasons.items():
        vi = ", ".join(f"{one.criterion} ({one.rows} mục)" for one in criteria)
        en = ", ".join(f"{one.criterion} ({one.rows})" for one in criteria)
        yield Text(f"{LOST.vi}: {vi}: {why.vi}", f"{LOST.en}: {en}: {why.en}")


def ahead_lines(plan: Plan) -> Iterator[Text]:
    """Verdicts that hold and will turn, with the days that are left."""
    for one in plan.ahead:
        before, after = VERDICT_LABELS[one.before], VERDICT_LABELS[one.after]
        yield Text(
            f"Còn {one.days} ngày: {one.criterion} đang {before.vi}, từ {one.day:%d/%m/%Y} thành"
            f" {after.vi} nếu không làm gì: {one.because.vi}",
            f"{one.days} days left: {one.criterion} is {before.en}, from {one.day.isoformat()}"
            f" {after.en} if nothing is done: {one.because.en}",
        )


def supply_lines(plan: Plan) -> list[Text]:
    """What has to be handed in or made clear, and for which criteria."""
    return [
        Text(
            f"{s.text.vi} ({', '.join(s.criteria)}; đến {number(s.moves, 'vi')} điểm)",
            f"{s.text.en} ({', '.join(s.criteria)}; up to {number(s.moves, 'en')} points)",
        )
        for s in plan.supplies
    ]


def left_lines(plan: Plan) -> Iterator[Text]:
    """Criteria for which nothing was tried, and why."""
    if plan.copied:
        ids = _some(plan.copied)
        yield Text(
            f"Định dạng văn bản Word, sửa bằng 'motcua doc documents --fix THƯ-MỤC': {ids.vi}",
            f"Formats of Word files, put right by 'motcua doc documents --fix DIR': {ids.en}",
        )
    if plan.undeclared:
        ids = _some(plan.undeclared)
        yield Text(
            f"Tiêu chí chưa khai báo cách sửa, hãy xem lời khuyên của từng mục: {ids.vi}",
            f"No repair is declared, see the advice of each finding: {ids.en}",
        )
    if plan.stuck:
        ids = _some(plan.stuck)
        yield Text(
            f"Sửa hôm nay chưa đủ để đổi kết luận, hãy xem lời khuyên của từng mục: {ids.vi}",
            f"Repairs made today do not turn the verdict, see the advice: {ids.en}",
        )
    if plan.untried:
        ids = _some(plan.untried)
        yield Text(
            f"Nhiều mục phải sửa nên chưa thử hết: {ids.vi}", f"Too many to be tried: {ids.en}"
        )


def _some(ids: Sequence[str]) -> Text:
    shown, more = ", ".join(ids[:8]), len(ids) - 8
    if more <= 0:
        return Text(shown, shown)
    return Text(f"{shown} và {more} tiêu chí nữa", f"{shown} and {more} more")


def edit_line(edit: Edit) -> Text:
    """One cell: what it says now, what it has to say."""
    if edit.was is None:
        return Text(f"{edit.label.vi}: {edit.becomes.vi}", f"{edit.label.en}: {edit.becomes.en}")
    return Text(
        f"{edit.label.vi}: {edit.was.vi} → {edit.becomes.vi}",
        f"{edit.label.en}: {edit.was.en} → {edit.becomes.en}",
    )


def edit_place(remedy: Remedy) -> Text:
    """Where the first cell stands; a new row is named by its register."""
    first = remedy.edits[0]
    if not first.file:
        said = f"thêm dòng vào {remedy.register.vi}"
        return Text(said, f"a new row in: {remedy.register.en}")
    return Text(f"{first.file} {first.place.vi}", f"{first.file} {first.place.en}")
