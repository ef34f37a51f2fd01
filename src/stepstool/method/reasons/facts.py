"""Facts by name: what was told, what comfort and calm say, what the diary shows.

A fact gives the values of its sentence, or None if it is not so; unknown is never a fact. Those
of the body come first, then a child's ways (hiding, asking, sitting, places), then what
followed what: since it hurt, since something changed, since a success.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from stepstool.method.calm import CalmLevel, told
from stepstool.method.comfort import SIGNS, State
from stepstool.method.evidence import topic
from stepstool.method.reasons.asking import few_ticks, many_ticks
from stepstool.method.reasons.clues import Clues
from stepstool.method.record import UNKNOWN, Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import GLAD, UNEASY, Where, YesNo
from stepstool.method.record.kinds.days import Away, AwayKind, BigChange, ChangeKind
from stepstool.method.record.kinds.health import DangerKey, Illness, Symptom
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.record.kinds.poop import (
    IN_A_DIAPER,
    POTTY_OR_TOILET,
    Beginning,
    Blood,
    Poop,
    Posture,
    Sleeping,
)
from stepstool.method.record.kinds.toileting import EndedBy, Prompt, Sign, Signal, Sit
from stepstool.method.record.treatment import LAXATIVES

N: Final = topic("reasons")
COMFORT: Final = topic("comfort")

Values = Mapping[str, Value]
# What a fact saw: values for its sentence, or None if it is not so.
Fact = Callable[[Clues], Values | None]

SEEN: Final[Values] = {}
# Comfort marks those that say stuck and no more; these say it too.
STUCK_SIGNS: Final = {sign.key for sign in SIGNS if sign.stuck} | {
    DangerKey.STUCK_IN_OPENING,
    DangerKey.STREAK_ON_HARD,
    DangerKey.DAYS_WITHOUT,
    DangerKey.STUCK_UNDER_2_MONTHS,
    DangerKey.TREATMENT_NOT_HELPING,
}
SORE_SIGNS: Final = {DangerKey.STUCK_IN_OPENING, DangerKey.STREAK_ON_HARD}


def seen(holds: object) -> Values | None:
    """Give a fact without values, if it holds."""
    return SEEN if holds else None


def counted(times: int) -> Values | None:
    """Give a fact that counts, if there is anything to count."""
    return {"count": times} if times else None


def some(times: int) -> Values | None:
    """Give a fact that was there, and not often."""
    return counted(times) if times < N.count.often else None


def often(times: int) -> Values | None:
    """Give a fact that was there often."""
    return counted(times) if times >= N.count.often else None


def _soft(clues: Clues) -> bool:
    """Soft by the diary, not by word."""
    by_word = any(reason.rule == "told" for reason in clues.comfort.because)
    return clues.comfort.body is State.COMFORTABLE and not by_word


def _not_soft(clues: Clues) -> bool:
    return not _soft(clues)


def _kept_soft(clues: Clues) -> bool:
    """Soft by the diary, and no sign that it is stuck all the same."""
    return _soft(clues) and not _open(clues, STUCK_SIGNS)


def _on_laxative(clues: Clues) -> bool:
    return clues.record.treatment.on_laxative(clues.record.at)


def _is_ordered(clues: Clues) -> bool:
    """Whether an order stands; what was given without one works as well."""
    orders = clues.record.treatment
    return any(orders.ordered_at(kind, clues.record.at) for kind in LAXATIVES)


def _ordered(is_so: Callable[[Clues], bool]) -> Fact:
    return lambda clues: seen(_is_ordered(clues) and is_so(clues))


def _unordered(is_so: Callable[[Clues], bool]) -> Fact:
    return lambda clues: seen(
        _on_laxative(clues) and not _is_ordered(clues) and is_so(clues)
    )


def _open(clues: Clues, signs: set[DangerKey]) -> set[DangerKey]:
    return signs & {alert.key for alert in clues.comfort.alerts}


def _held_days(clues: Clues) -> int:
    since = clues.record.at - N.span.lately
    return len({clues.day(at) for at in clues.comfort.past.holding if at > since})


def _unnoticed(bout: Bout) -> bool:
    """A leak, or a whole one that was written down as not noticed, awake."""
    missed = bout.is_full and any(poop.noticed is YesNo.NO for poop in bout.poops)
    return bout.is_leak or (missed and bout.sleeping is not Sleeping.ASLEEP)


def _leak_days(clues: Clues) -> int:
    return len({clues.day(bout.at) for bout in clues.bouts if _unnoticed(bout)})


def _screamed(clues: Clues) -> int:
    return sum((bout.pain or 0) >= COMFORT.count.scream for bout in clues.hurting)


def _painless(clues: Clues) -> Values | None:
    known = [bout for bout in clues.bouts if bout.pain is not None]
    enough = len(known) >= N.count.painless and not clues.hurting
    return counted(len(known)) if enough else None


def _streaks(clues: Clues) -> int:
    return sum(bout.blood is Blood.ON_THE_SURFACE for bout in clues.bouts)


def _is_under(months: int) -> Fact:
    return lambda clues: seen(clues.is_under(months, clues.record.today))


def _four(clues: Clues) -> Values | None:
    age = clues.record.child.youngest_months(clues.record.today)
    return seen(age is not UNKNOWN and age >= N.count.four_years)


# fmt: off
BODY_FACTS: Final[Mapping[str, Fact]] = {
    "body_stuck": lambda clues: seen(clues.comfort.body is State.CONSTIPATED),
    "body_tender": lambda clues: seen(clues.comfort.body is State.WATCH),
    "body_soft": lambda clues: seen(_soft(clues) and not _on_laxative(clues)),
    "body_soft_helped": _ordered(_soft),
    "body_soft_helped_unordered": _unordered(_soft),
    "helped": _ordered(_kept_soft),
    "helped_unordered": _unordered(_kept_soft),
    "treated": _ordered(_not_soft),
    "treated_unordered": _unordered(_not_soft),
    "stuck_sign": lambda clues: seen(_open(clues, STUCK_SIGNS)),
    "sore_sign": lambda clues: seen(_open(clues, SORE_SIGNS)),
    "held": lambda clues: counted(_held_days(clues)),
    "leaked_once": lambda clues: some(_leak_days(clues)),
    "leaked": lambda clues: often(_leak_days(clues)),
    "hurt_once": lambda clues: some(len(clues.hurting)),
    "hurt_often": lambda clues: often(len(clues.hurting)),
    "screamed": lambda clues: counted(_screamed(clues)),
    "painless": _painless,
    "streak": lambda clues: counted(_streaks(clues)),
    "fight": lambda clues: seen(clues.calm.level is CalmLevel.FIGHT),
    "warm": lambda clues: seen(clues.calm.level is CalmLevel.WARM),
    "very_young": _is_under(N.count.very_young),
    "young": _is_under(N.count.young),
    "four_years": _four,
}
# fmt: on


UPRIGHT: Final = {Posture.STANDING, Posture.SQUATTING}
# Refusing, hiding and asking for a diaper: each goes along with constipation (NAENEN).
FLAGS: Final = (
    (Topic.SAYS_OR_DOES, Told.HIDES),
    (Topic.SAYS_OR_DOES, Told.ASKS_FOR_A_DIAPER),
    (Topic.WHERE_NOW, Told.DIAPER_IN_HIDING_PLACE),
    (Topic.WHEN_OFFERED, Told.GOES_ONCE_THE_DIAPER_IS_ON),
    (Topic.WHEN_OFFERED, Told.RUNS_OFF),
    (Topic.WHEN_OFFERED, Told.WONT_GO_NEAR_IT),
    (Topic.WHEN_OFFERED, Told.SAYS_NO_TO_IT),
)


def _hid(poop: Poop) -> bool:
    began = poop.began is not UNKNOWN and Beginning.HID in poop.began
    return began or poop.where is Where.HIDING_PLACE


def _hiding(signal: Signal) -> bool:
    return signal.signs is not UNKNOWN and Sign.HIDING in signal.signs


def _hid_days(clues: Clues) -> int:
    poops = [poop.at for poop in clues.poops if _hid(poop)]
    signals = [
        signal.at for signal in clues.within(Signal, N.span.lately) if _hiding(signal)
    ]
    return len({clues.day(at) for at in poops + signals})


def _flag(clues: Clues) -> Values | None:
    flagged = any(clues.answers.says(topic, answer) for topic, answer in FLAGS)
    return seen(flagged or _hid_days(clues) or clues.diapers_asked)


def _tells(clues: Clues) -> Values | None:
    """Told that one was coming, or asked for a diaper: it was felt."""
    return often(sum(map(told, clues.poops)) + clues.diapers_asked)


def _placed(clues: Clues) -> list[bool]:
    """For each full poop whose place was written: whether it was potty or toilet."""
    full = [bout for bout in clues.bouts if bout.is_full]
    known = [
        bout
        for bout in full
        if any(poop.place in POTTY_OR_TOILET | IN_A_DIAPER for poop in bout.poops)
    ]
    return [bout.in_toilet for bout in known]


def _only_diaper(clues: Clues) -> Values | None:
    placed = _placed(clues)
    return (
        counted(len(placed))
        if len(placed) >= N.count.placed and not any(placed)
        else None
    )


def _toilet_often(clues: Clues) -> Values | None:
    """In potty or toilet often, and lately too."""
    placed = _placed(clues)
    often_there = sum(placed) >= len(placed) * N.share.in_the_toilet
    still = len(placed) >= N.count.placed and any(placed[-N.count.placed :])
    return counted(sum(placed)) if often_there and still else None


def _successes(clues: Clues) -> list[Poop]:
    return [poop for poop in clues.poops if poop.place in POTTY_OR_TOILET]


def _could(clues: Clues) -> Values | None:
    """Several in potty or toilet, whatever came since."""
    there = sum(_placed(clues))
    return counted(there) if there >= N.count.placed else None


def _uneasy(clues: Clues) -> int:
    return sum(success.mood in UNEASY for success in _successes(clues))


def _upset_sits(clues: Clues) -> int:
    return len({clues.day(sit.at) for sit in clues.sits if sit.mood in UNEASY})


def _glad_sits(clues: Clues) -> Values | None:
    glad = sum(sit.mood in GLAD for sit in clues.sits)
    return (
        counted(glad) if glad >= N.count.glad_sits and not _upset_sits(clues) else None
    )


def _many(sits: Sequence[Sit]) -> Values | None:
    return counted(len(sits)) if len(sits) >= N.count.glad_sits else None


def _is_moment(sit: Sit) -> bool:
    short = sit.minutes is not UNKNOWN and sit.minutes <= N.count.moment
    sat = sit.accepted is not YesNo.NO and sit.ended_by is not EndedBy.ADULT
    return short and sat


def _is_while(sit: Sit) -> bool:
    return sit.minutes is not UNKNOWN and sit.minutes >= N.count.a_while


def _harsh(clues: Clues) -> int:
    return sum(prompt.is_harsh for prompt in clues.within(Prompt, N.span.sits_lately))


def _offers_taken(clues: Clues) -> Values | None:
    offered = [sit for sit in clues.sits if sit.offered is YesNo.YES]
    taken = sum(sit.accepted is YesNo.YES for sit in offered)
    calm = clues.calm.level is CalmLevel.CALM and len(offered) >= N.count.offers
    return (
        counted(taken)
        if calm and taken >= len(offered) * N.share.offers_taken
        else None
    )


def _feet(clues: Clues, answer: YesNo) -> int:
    return sum(sit.feet_supported is answer for sit in clues.sits)


def _upright(clues: Clues) -> Values | None:
    return often(sum(poop.posture in UPRIGHT for poop in clues.poops))


def _at_preschool(clues: Clues) -> int:
    return sum(poop.where is Where.PRESCHOOL for poop in clues.poops)


# fmt: off
DIARY_FACTS: Final[Mapping[str, Fact]] = {
    "flag": _flag,
    "hid_once": lambda clues: some(_hid_days(clues)),
    "hid": lambda clues: often(_hid_days(clues)),
    "asked_once": lambda clues: some(clues.diapers_asked),
    "asked": lambda clues: often(clues.diapers_asked),
    "tells": _tells,
    "only_diaper": _only_diaper,
    "toilet_often": _toilet_often,
    "could": _could,
    "success_uneasy": lambda clues: counted(_uneasy(clues)),
    "upset_sits": lambda clues: often(_upset_sits(clues)),
    "glad_sits": _glad_sits,
    "moments": lambda clues: _many([sit for sit in clues.sits if _is_moment(sit)]),
    "whiles": lambda clues: _many([sit for sit in clues.sits if _is_while(sit)]),
    "harsh_once": lambda clues: some(_harsh(clues)),
    "harsh": lambda clues: often(_harsh(clues)),
    "offers_taken": _offers_taken,
    "feet_in_the_air": lambda clues: often(_feet(clues, YesNo.NO)),
    "feet_held": lambda clues: often(_feet(clues, YesNo.YES)),
    "upright": _upright,
    "at_preschool": lambda clues: counted(_at_preschool(clues)),
}
# fmt: on


FAR: Final = {AwayKind.TRAVEL, AwayKind.HOSPITAL}
BUG: Final = {Symptom.VOMITING, Symptom.WATERY_POOP}


def _since(bouts: Sequence[Bout], moment: datetime) -> list[Bout]:
    return [bout for bout in bouts if bout.at > moment and bout.is_full]


def _nothing_since(clues: Clues) -> Values | None:
    """A success or two, then none for a while, poops elsewhere though."""
    there = _successes(clues)
    if not there or len(there) > N.count.often:
        return None
    last = there[-1].at
    long = clues.record.at - last >= N.span.nothing_since
    after = _since(clues.bouts, last)
    return {"day": clues.day(last)} if long and len(after) >= N.count.painless else None


def _unwilling(sit: Sit) -> bool:
    return sit.accepted is YesNo.NO or sit.mood in UNEASY


def _unwilling_since_hurt(clues: Clues) -> Values | None:
    """Sits refused or upset since one hurt, and none before."""
    if not clues.hurting:
        return None
    hurt = clues.hurting[0].at
    unwilling = [sit.at for sit in clues.sits if _unwilling(sit)]
    if unwilling and unwilling[0] < hurt:
        return None
    return often(len(unwilling))


def _changes(clues: Clues) -> Iterator[datetime]:
    """When something big changed: at home, by a journey, by a bug."""
    since = clues.record.at - N.span.change_lately
    yield from (big.at for big in clues.record.of(BigChange) if big.at > since)
    away = clues.within(Away, N.span.sits_lately)
    yield from (stay.at for stay in away if stay.place in FAR)
    for ill in clues.within(Illness, N.span.lately):
        if ill.symptoms is not UNKNOWN and not BUG.isdisjoint(ill.symptoms):
            yield ill.at


def _stopped_since_change(clues: Clues) -> Values | None:
    """Potty or toilet before the change, and after it only elsewhere."""
    for change in sorted(_changes(clues)):
        before = [bout for bout in clues.bouts if bout.at < change and bout.in_toilet]
        after = _since(clues.bouts, change)
        stopped = len(after) >= N.count.painless and not any(
            bout.in_toilet for bout in after
        )
        if len(before) >= N.count.often and stopped:
            return {"day": clues.day(change)}
    return None


def _changed(change: ChangeKind) -> Fact:
    def day(clues: Clues) -> Values | None:
        since = clues.record.at - N.span.change_lately
        moments = [
            big.at
            for big in clues.record.of(BigChange)
            if big.change is change and big.at > since
        ]
        return {"day": clues.day(moments[-1])} if moments else None

    return day


def _sits_and_nothing(clues: Clues) -> Values | None:
    """Sits gladly enough, and it comes in the diaper."""
    taken = sum(sit.accepted is YesNo.YES for sit in clues.sits)
    full = [bout for bout in clues.bouts if bout.is_full]
    elsewhere = len(full) >= N.count.placed and not any(bout.in_toilet for bout in full)
    return counted(taken) if taken >= N.count.sits_taken and elsewhere else None


def _never_at_preschool(clues: Clues) -> Values | None:
    """Days at preschool, and never one there, by the diary."""
    stays = [
        stay
        for stay in clues.within(Away, N.span.sits_lately)
        if stay.place is AwayKind.PRESCHOOL and stay.until is not None
    ]
    there = any(
        poop.where is Where.PRESCHOOL
        or any(stay.at <= poop.at <= (stay.until or stay.at) for stay in stays)
        for poop in clues.poops
    )
    return counted(len(stays)) if len(stays) >= N.count.placed and not there else None


# fmt: off
SEQUENCE_FACTS: Final[Mapping[str, Fact]] = {
    "nothing_since": _nothing_since,
    "unwilling_since_hurt": _unwilling_since_hurt,
    "stopped_since_change": _stopped_since_change,
    "sits_and_nothing": _sits_and_nothing,
    "never_at_preschool": _never_at_preschool,
    **{f"change_{change}": _changed(change) for change in ChangeKind},
}
# fmt: on


# A standing line, for what nobody has looked at yet.
NOT_LOOKED_AT: Final = "not_looked_at"


def _was_told(topic: Topic, answer: Told) -> Fact:
    def fact(clues: Clues) -> Mapping[str, Value] | None:
        at = clues.answers.says(topic, answer)
        return None if at is None else {"told": clues.record.clock.local(at).date()}

    return fact


FACTS: Final[Mapping[str, Fact]] = {
    **{
        f"{topic}.{answer}": _was_told(topic, answer)
        for topic, answers in ANSWERS.items()
        for answer in answers
    },
    **BODY_FACTS,
    **DIARY_FACTS,
    **SEQUENCE_FACTS,
    "ready_few": few_ticks,
    "ready_many": many_ticks,
    NOT_LOOKED_AT: lambda _: SEEN,
}


def saw(fact: str, clues: Clues) -> Saying | None:
    """Say what was seen, if the fact holds. Unknown is never a fact."""
    values = FACTS[fact](clues)
    if values is None:
        return None
    return Saying(key=f"reasons.saw.{fact}", values=values)
