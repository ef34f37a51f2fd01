"""What may be in the way, how sure, what speaks for and against, what helps, and what to tell.

Strong and weak points for a reason, less those against, give how likely it is; where it has
several forms (fears, events), the likeliest form counts, and what speaks to all of them counts
in each.

Each help stands in the method's own list (M1): pain leads to comfort, fear to small steps, a
fight to a break. What asks something of the child waits while it is tender, stuck or sore,
while a doctor is to be called, and in a fight (rule 1 of the
method). With a condition of bowel, spine, nerves or thyroid, with autism or a delay, the clinician's
plan leads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from stepstool.method import calm, comfort
from stepstool.method.calm import Calm, CalmLevel
from stepstool.method.comfort import Comfort, HarderStep, allowed
from stepstool.method.evidence import topic
from stepstool.method.reasons.asking import (
    Ready,
    again_of,
    open_questions,
    readiness,
    so_far,
)
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.facts import saw
from stepstool.method.reasons.weights import (
    BODY,
    WEIGHTS,
    Key,
    Of,
    ReasonLevel,
    Speaks,
    Weight,
)
from stepstool.method.record import Because, Reads, Record, Saying, union
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.days import Away, BigChange
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Plan
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Prompt, Signal, Sit

N: Final = topic("reasons")

READING: Final = union(
    (
        *comfort.READING,
        *calm.READING,
        *(Reads(kind=kind, back=N.span.lately) for kind in (Poop, Signal)),
        *(
            Reads(kind=kind, back=N.span.sits_lately)
            for kind in (Sit, DiaperRequest, Prompt, Away)
        ),
        *(Reads(kind=kind) for kind in (Interview, BigChange, Plan)),
    )
)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One hypothesis."""

    key: Key
    level: ReasonLevel
    points: int  # what speaks for it less what speaks against
    speaks_for: tuple[Because, ...]
    speaks_against: tuple[Because, ...]
    of: tuple[Of, ...]  # what a fear is of, or which event, the likeliest first
    help: tuple[str, ...]  # parts of the method, by number
    first: Saying  # the first thing to do
    waits: (
        bool  # put off, since it would ask more of the child than comfort or age allow
    )
    ladders: tuple[str, ...]  # those made for it; none while steps are not spoken of

    @property
    def is_open(self) -> bool:
        """Whether it is likely or possible."""
        return self.level in (ReasonLevel.LIKELY, ReasonLevel.POSSIBLE)


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """The hypotheses about one child at a moment."""

    reasons: tuple[
        Reason, ...
    ]  # all of them: constipation and pain, then the likely ones
    leads: tuple[Reason, ...]  # the likely and possible, in the order in which to help
    sure: Saying  # that nobody can be, from outside
    clinician: Because | None  # whose plan leads, where there is a condition
    tell: tuple[Because, ...]  # for the next visit
    readiness: tuple[Ready, ...]  # the list to tick
    ready: Saying  # what it means now
    again: Because | None  # why to ask now
    questions: tuple[Topic, ...]  # which

    def of(self, key: Key) -> Reason:
        """Give one of them."""
        return next(reason for reason in self.reasons if reason.key is key)


LEVELS: Final = tuple(ReasonLevel)
STUCK: Final = {"body_stuck", "stuck_sign"}


def in_order(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Put them in order: the body first, then by how likely."""
    return tuple(sorted(reasons, key=_looked_at))


def leading(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Give the open ones in the order in which to help.

    Of the likely ones softening goes first of all where it is stuck, however much speaks
    for pain; then the body, then the end of a fight, then the likeliest.
    """
    return tuple(sorted((reason for reason in reasons if reason.is_open), key=_helped))


def _looked_at(reason: Reason) -> tuple[int, int, int]:
    if reason.key in BODY:
        return (0, 0, 0)
    return (1, LEVELS.index(reason.level), -reason.points)


def _helped(reason: Reason) -> tuple[int, int, int]:
    turn = TURNS.index(first_that_fits(TURNS, reason))
    return (LEVELS.index(reason.level), turn, -reason.points)


def _is_stuck(reason: Reason) -> bool:
    """Whether it is constipation, and the body or a danger sign says stuck."""
    says = {because.rule for because in reason.speaks_for}
    return reason.key is Key.CONSTIPATION and not STUCK.isdisjoint(says)


TURNS: Final = decision_table(
    Row(key="softening", fits=_is_stuck),
    Row(key="body", fits=lambda reason: reason.key in BODY),
    Row(key="struggle", fits=lambda reason: reason.key is Key.STRUGGLE),
    Row(key="likeliest", fits=always),
)


POINTS: Final[Mapping[Speaks, int]] = {
    Speaks.STRONGLY_FOR: N.count.strong,
    Speaks.FOR: N.count.weak,
    Speaks.AGAINST: -N.count.weak,
    Speaks.STRONGLY_AGAINST: -N.count.strong,
}


class WeighedFact(NamedTuple):
    """A row whose fact holds."""

    weight: Weight
    because: Because

    @property
    def points(self) -> int:
        """What it weighs; below 0 against."""
        return POINTS[self.weight.speaks]


def held_rows(key: Key, clues: Clues) -> tuple[WeighedFact, ...]:
    """Give the rows of a reason whose facts hold, the strongest first."""
    held = [
        WeighedFact(
            weight, Because(rule=weight.fact, saw=saying, sources=weight.sources)
        )
        for weight in WEIGHTS[key]
        if (saying := saw(weight.fact, clues)) is not None
    ]
    known = [row for row in held if not row.weight.alone]
    return tuple(sorted(known or held, key=lambda row: -abs(row.points)))


def forms(held: Sequence[WeighedFact]) -> Mapping[Of | None, int]:
    """Give the points of each form of a reason, the likeliest first."""
    kinds = {row.weight.of for row in held} - {None} or {None}
    points = {of: sum(_counts(row, of) for row in held) for of in kinds}
    order = {of: place for place, of in enumerate((None, *Of))}
    ranked = sorted(points, key=lambda of: (-points[of], order[of]))
    return {of: points[of] for of in ranked}


def _counts(held: WeighedFact, of: Of | None) -> int:
    return held.points if held.weight.of in (None, of) else 0


def _is_capped(held: Sequence[WeighedFact]) -> bool:
    """Whether something firm speaks against it, and only small signs for it."""
    firm = any(row.weight.caps for row in held)
    return firm and all(row.points < N.count.strong for row in held)


def level_of(held: Sequence[WeighedFact], points: int) -> ReasonLevel:
    """Say how likely it is. What nobody spoke of stays not asked."""
    if not held:
        return ReasonLevel.NOT_ASKED
    decided = any(row.weight.decides for row in held)
    if decided or (points >= N.count.likely and not _is_capped(held)):
        return ReasonLevel.LIKELY
    for_it = any(row.points > 0 for row in held)
    return ReasonLevel.POSSIBLE if for_it and points >= 0 else ReasonLevel.UNLIKELY


@dataclass(frozen=True)
class Help:
    """One row. parts: of the method, by number; asks: whether the child is asked for more."""

    parts: tuple[str, ...]
    asks: bool = False


# fmt: off
HELP: Final[Mapping[Key, Help]] = {
    Key.CONSTIPATION: Help(("M2", "M16", "M18", "M23")),
    Key.PAIN: Help(("M2", "M9", "M12")),
    Key.DOES_NOT_FEEL: Help(("M2", "M9", "M23")),
    Key.FEAR: Help(("M5", "M13", "M10"), asks=True),
    Key.PRIVACY: Help(("M14",)),
    Key.STRUGGLE: Help(("M17", "M9")),
    Key.EVENT: Help(("M17", "M20")),
    Key.DIAPER_HABIT: Help(("M5", "M6"), asks=True),
    Key.POSTURE: Help(("M15",)),
    Key.SENSORY: Help(("M15", "M12")),
    Key.BUSY: Help(("M4", "M11"), asks=True),
    Key.PRESCHOOL: Help(("M22", "M14")),
    Key.NOT_READY: Help(("M21", "M13")),
}
# A fear has its own first thing to do by what it is of.
HELP_OF: Final[Mapping[Of, Help]] = {
    Of.REACTION: Help(("M9", "M12")),
    Of.SUCCESS: Help(("M5", "M9")),
    Of.LOSING_A_PART: Help(("M12", "M13")),
    Of.FLUSH: Help(("M12", "M5")),
    Of.SPLASH: Help(("M15", "M12")),
    Of.FALLING_IN: Help(("M15",)),
    Of.DARK: Help(("M14", "M13")),
    Of.ELSEWHERE: Help(("M22", "M9")),
    Of.PLACE: Help(("M5", "M13", "M10"), asks=True),
}
# fmt: on
# Where a ladder of its own begins at this reason, or at what it is of (M5, M14).
LADDER_FOR: Final[Mapping[Key | Of, str]] = {
    Key.DIAPER_HABIT: "b",
    Key.PRIVACY: "hiding_place",
    Key.PRESCHOOL: "away",
    Of.FLUSH: "flush",
    Of.ELSEWHERE: "away",
}


def ladders_of(key: Key, of: Iterable[Of]) -> tuple[str, ...]:
    """Give the ladders made for a reason, each once; none for most."""
    names: tuple[Key | Of, ...] = (key, *of)
    return tuple(
        dict.fromkeys(LADDER_FOR[name] for name in names if name in LADDER_FOR)
    )


def help_of(key: Key, of: Of | None) -> tuple[str, Help]:
    """Give the name of the first thing to do, and the help it belongs to."""
    if of is not None and of in HELP_OF:
        return f"{key}_{of}", HELP_OF[of]
    return key, HELP[key]


CONDITIONS: Final = {
    Told.BOWEL,
    Told.SPINE,
    Told.NERVE,
    Told.THYROID,
    Told.AUTISM,
    Told.DELAY,
}
# fmt: off
TELL: Final = (
    ("when_offered.wont_go_near_it", ("WAGNER-2017", "GATE")),
    ("since_when.over_three_months", ("GATE",)),
    ("since_when.always", ("GATE", "SCHMITT-2004")),
    ("feels_it.does_not_notice", ("NHS-GHC",)),
    ("says_or_does.plays_with_it", ("FAMILIES", "I")),
    ("without_diapers.got_stuck", ("ERIC-NAPPY", "I")),
)
# fmt: on


def clinician_leads(clues: Clues) -> Because | None:
    """Say that a clinician's plan leads, if there is a condition."""
    if CONDITIONS.isdisjoint(clues.answers.of(Topic.CONDITIONS)):
        return None
    saying = Saying(key="reasons.clinician_leads")
    return Because(rule="condition", saw=saying, sources=("MDCALC-FC", "NICE-T2"))


def tell_of(clues: Clues) -> tuple[Because, ...]:
    """Give what to tell a clinician at the next visit."""
    saws = ((fact, saw(fact, clues), sources) for fact, sources in TELL)
    return tuple(
        Because(rule=fact, saw=saying, sources=sources)
        for fact, saying, sources in saws
        if saying is not None
    )


SURE: Final = Saying(key="reasons.nobody_is_sure")
# Of the body, as long as it is not likely: the next few tell.
LOOK: Final = "look"
# What begins in the bathroom, and how it begins for a child that won't go near it.
OUTSIDE: Final = {"diaper_habit": "diaper_habit_outside"}


def find(record: Record, comfort: Comfort, calm: Calm) -> Reasons:
    """Say what may be in the way at the moment of the record (M1, M21).

    Reads `READING`. Hypotheses, never a diagnosis: no validated test for causes exists.
    The same record gives the same reasons; what was not told and not
    written says nothing.
    """
    clues = Clues(record, comfort, calm)
    reasons = [_reason(key, clues) for key in Key]
    return Reasons(
        reasons=in_order(reasons),
        leads=leading(reasons),
        sure=SURE,
        clinician=clinician_leads(clues),
        tell=tell_of(clues),
        readiness=readiness(clues),
        ready=so_far(clues, waits=bool(_uneasy(clues))),
        again=again_of(clues),
        questions=open_questions(clues),
    )


def _reason(key: Key, clues: Clues) -> Reason:
    held = held_rows(key, clues)
    points = forms(held)
    likeliest = next(iter(points))
    level = level_of(held, points[likeliest])
    name, help_ = help_of(key, likeliest)
    waiting, of = _waiting(clues), _of(held, points)
    wait = waiting if help_.asks else ""
    if key in BODY and level is not ReasonLevel.LIKELY:
        name = LOOK
    if clues.answers.says(Topic.WHEN_OFFERED, Told.WONT_GO_NEAR_IT):
        name = OUTSIDE.get(name, name)
    return Reason(
        key=key,
        level=level,
        points=points[likeliest],
        speaks_for=_because(row for row in held if row.points > 0),
        speaks_against=_because(row for row in held if row.points < 0),
        of=of,
        help=help_.parts,
        first=Saying(key=f"reasons.first.{wait or name}"),
        waits=bool(wait),
        ladders=() if waiting else ladders_of(key, of),
    )


def _because(held: Iterable[WeighedFact]) -> tuple[Because, ...]:
    return tuple(row.because for row in held)


def _of(held: tuple[WeighedFact, ...], points: Iterable[Of | None]) -> tuple[Of, ...]:
    spoken = {row.weight.of for row in held if row.points > 0}
    return tuple(of for of in points if of is not None and of in spoken)


def _waiting(clues: Clues) -> str:
    """Name what is waited for, if the child is not to be asked for more now."""
    if clues.is_under(N.count.first_step_from, clues.record.today):
        return "waits_for_age"
    return _uneasy(clues)


def _uneasy(clues: Clues) -> str:
    """Name what is not well: the body, or the mood at the potty."""
    states = (clues.comfort.body, clues.comfort.state)
    if any(allowed(state).harder_step is HarderStep.NO for state in states):
        return "waits_for_comfort"
    return "waits_for_calm" if clues.calm.level is CalmLevel.FIGHT else ""
