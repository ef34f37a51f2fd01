"""The plan at a moment: the child's step, what is advised, why, and what it earns (M5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from stepstool.method import calm, comfort
from stepstool.method.calm import Calm, Course, PlanPlace, PlanStretch, course_of
from stepstool.method.comfort import Comfort
from stepstool.method.evidence import topic
from stepstool.method.ladder.forward import Progress, learns, progress
from stepstool.method.ladder.gate import (
    Gate,
    absences_of,
    gate_of,
    pauses_of,
    rests_of,
)
from stepstool.method.ladder.ladder import Earns, Ladder, ladder_in
from stepstool.method.ladder.moves import (
    MOVES,
    Advised,
    MoveMark,
    MoveRow,
    Values,
    advised,
    why,
)
from stepstool.method.ladder.patience import other_ladder
from stepstool.method.ladder.situation import PlanSituation
from stepstool.method.ladder.verdict import Judging, Verdict
from stepstool.method.record import (
    UNKNOWN,
    Because,
    Reads,
    Record,
    Saying,
    Unread,
    union,
)
from stepstool.method.record.kinds.days import Away, BigChange
from stepstool.method.record.kinds.health import MedicineGiven
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.own_ladder import OwnLadder
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

N: Final = topic("ladder")

READING: Final = union(
    (
        *comfort.READING,
        *calm.READING,
        *(
            Reads(kind=each.kind, back=each.back + N.span.turn)  # a fight of a week ago
            for each in calm.READING
            if each.back is not None
        ),
        *(Reads(kind=kind, back=N.span.verdicts_back) for kind in (Poop, Sit)),
        Reads(kind=Away, back=N.span.away_back),
        Reads(kind=MedicineGiven, back=N.span.verdicts_back + N.span.after_rectal),
        *(Reads(kind=kind) for kind in (Plan, OwnLadder, BigChange, Interview, Zone)),
    )
)


ROWS: Final = {row.key: row for row in MOVES}
# What takes the place of asking, where nobody can answer yet.
OF_A_BABY: Final = {
    "child_start": "baby_start",
    "child_next": "baby_next",
    "child_again": "baby_start",
    "child_chooses": "baby_chooses",
    "whole_again": "baby_chooses",
    "this_ladder": "baby_chooses",
}


# What an ask shows: of the situation, and of the step that the move leads to.
SHOWN: Final[Mapping[str, Callable[[PlanSituation, int], Values]]] = {
    "where_easy": lambda now, step: {"step": now.ladder.says(step)},
    "half_step": lambda now, _: {"half": now.ladder.says_half(now.step)},
    "next_half_step": lambda now, _: {"half": now.ladder.says_half(now.step + 1)},
    "whole_again": lambda now, step: {"step": now.ladder.says(step)},
    "this_ladder": lambda now, _: {"title": other_ladder(now).title},
}


@dataclass(frozen=True, kw_only=True)
class PlanAdvice:
    """The plan at a moment. The parent decides; the child is asked."""

    ladder: str | None  # None without a plan
    step: int | None  # where the child is; for a start the step to begin on
    move: Advised
    because: tuple[Because, ...]  # never empty
    rule: str  # its reason, by the name in the table
    version: int | None = None
    place: PlanPlace | None = None  # on a step, on a break, chosen, ended
    since: datetime | None = None
    to: int | None = None  # where it leads
    says: Saying | None = None
    ask: tuple[Saying, ...] = ()  # what to ask, of child or parent
    verdicts: tuple[Verdict, ...] = ()  # of the last weeks, in order
    progress: Progress | None = None
    earns: Earns | None = None  # what the step earns
    disagreement: tuple[Plan, ...] = ()  # two decisions that differ, both shown
    found: Ladder | None = None  # the ladder itself
    marks: frozenset[MoveMark] = frozenset()  # what else is so of the row
    also: tuple[str, ...] = ()  # other pages that help


def advise(record: Record, comfort: Comfort, calm: Calm) -> PlanAdvice:
    """Say what the ladder advises, by the tables of `verdict` and `moves`."""
    course = course_of(record.of(Plan))
    if until := _break_alone(record, course):
        return _on_break_alone(course, record.clock.day(until))
    without = _without_plan(record, course)
    ladder = None if without else _ladder(record, course)
    if ladder is None:
        return _no_plan(without or "strange_ladder", course)
    situation = situation_of(record, gate_of(comfort), calm, course, ladder)
    return _advice(situation, comfort)


def _break_alone(record: Record, course: Course) -> datetime | None:
    """Give until when a break lasts that was taken without a ladder; None without one."""
    now = course.now
    if (
        now is None
        or now.standing.ladder
        or now.standing.place is not PlanPlace.ON_BREAK
    ):
        return None
    until = now.facts[-1].until_day
    look = now.since + N.span.break_looks
    ends = look if until is UNKNOWN else record.clock.start(until)
    return ends if record.at < ends else None


def _on_break_alone(course: Course, until: date) -> PlanAdvice:
    """Say until when nobody asks."""
    row = ROWS["on_break"]
    saw = Saying(key=why(row.key), values={"day": until})
    return PlanAdvice(
        ladder=None,
        step=None,
        move=row.move,
        because=(Because(rule=row.key, saw=saw, sources=row.sources),),
        rule=row.key,
        place=PlanPlace.ON_BREAK,
        since=course.stretches[-1].since,
        marks=row.marks,
        disagreement=course.disagreement,
    )


def _without_plan(record: Record, course: Course) -> str:
    """Say why there is no plan; an unread decision makes the newest one unknown."""
    now = course.now
    if any(each.kind == Plan.KIND and not _older(each, now) for each in record.unread):
        return "unread_plan"
    if now is None or not now.standing.ladder:
        return "no_ladder"
    return "ended" if now.standing.place is PlanPlace.ENDED else ""


def _older(unread: Unread, now: PlanStretch | None) -> bool:
    return now is not None and unread.at < now.facts[-1].at


def _ladder(record: Record, course: Course) -> Ladder | None:
    standing = course.stretches[-1].standing
    return ladder_in(record, standing.ladder, standing.version)


def _no_plan(rule: str, course: Course) -> PlanAdvice:
    saw = Saying(key=f"ladder.why.{rule}")
    return PlanAdvice(
        ladder=None,
        step=None,
        move=Advised.NONE,
        because=(Because(rule=rule, saw=saw, sources=("I",)),),
        rule=rule,
        disagreement=course.disagreement,
    )


def situation_of(
    record: Record, gate: Gate, calm: Calm, course: Course, ladder: Ladder
) -> PlanSituation:
    """Gather all that the moves are decided by."""
    absences = absences_of(record)
    judging = Judging(record, course, ladder, gate, absences)
    now = PlanSituation(
        record=record,
        gate=gate,
        calm=calm,
        course=course,
        ladder=ladder,
        verdicts=judging.verdicts(),
        pauses=pauses_of(gate, absences, record.at),
        is_away=any(each.far and each.holds(record.at) for each in absences),
        rests=rests_of(gate, absences, record.at),
    )
    return replace(now, learned=learns(now))


def _advice(now: PlanSituation, comfort: Comfort) -> PlanAdvice:
    row = advised(now)
    step = now.step if now.place is not PlanPlace.CHOSEN else now.first_step
    return PlanAdvice(
        ladder=now.ladder.key,
        version=now.ladder.version,
        step=step,
        place=now.place,
        since=now.began,
        move=row.move,
        rule=row.reason(now),
        to=row.leads(now),
        because=_because(row, now, comfort),
        ask=_asks(now, row),
        says=now.ladder.says(step),
        verdicts=tuple(now.verdicts),
        progress=progress(now) if now.on_step else None,
        earns=now.ladder.step(step).earns,
        disagreement=now.course.disagreement,
        found=now.ladder,
        marks=row.marks,
        also=row.also,
    )


def _asks(now: PlanSituation, row: MoveRow) -> tuple[Saying, ...]:
    """Give what to ask, and of whom; a baby is not asked, one watches it."""
    baby = now.ladder.for_babies
    keys = (OF_A_BABY.get(key, key) if baby else key for key in row.asks)
    return tuple(
        Saying(key=f"ladder.ask.{key}", values=_shown(key, now, row)) for key in keys
    )


def _shown(key: str, now: PlanSituation, row: MoveRow) -> Values:
    """Give what an ask shows: a step or half of one in the ladder's own words."""
    shows = SHOWN.get(key)
    return {} if shows is None else shows(now, row.leads(now) or now.step)


def _because(row: MoveRow, now: PlanSituation, comfort: Comfort) -> tuple[Because, ...]:
    """Give the reason of the row, and what stands behind it in comfort or calm."""
    reason = row.reason(now)
    saw = Saying(key=why(reason), values=row.sees(now))
    own = Because(rule=reason, saw=saw, sources=row.sources)
    if MoveMark.FIGHT in row.marks:
        return (own, *now.calm.because)
    return (own, *(comfort.because if row.by_comfort else ()))
