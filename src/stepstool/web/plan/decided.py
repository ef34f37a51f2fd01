"""What was decided, in words: a moment ago, so far, and where two disagree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.first_times import FirstLine
from stepstool.web.diary.step_pictures import PLAIN, step_picture
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.decisions import Button, Form
from stepstool.web.plan.journey import Journey, Move, Plan

YesNo = method.YesNo
UNKNOWN = method.UNKNOWN
WITH_STEP: Final[Mapping[Move, Word]] = {
    Move.START: gettext_lazy("Begun with step %(step)s"),
    Move.MOVE_ON: gettext_lazy("On to step %(step)s"),
    Move.STAY: gettext_lazy("Staying on step %(step)s"),
    Move.STEP_BACK: gettext_lazy("Back to step %(step)s"),
    Move.GO_ON: gettext_lazy("Going on with step %(step)s"),
}
Interview, Topic = method.interview.Interview, method.interview.Topic
# What a parent can tell on the plan page.
TOLD_HERE: Final = frozenset({Topic.FIGHT, Topic.SOFT_AND_PAINLESS})
# Nobody scrolls further, and the diary has all of it.
LATEST: Final = 30
# By the rows of the method's table; there is no word for what did not succeed.
KIND_WORDS: Final[Mapping[str, Word]] = {
    "reached": gettext_lazy("On the step"),
    "gift": gettext_lazy("On the step, and away from home at that"),
    "hard_or_hurt": gettext_lazy("On the step, though hard or sore: softness first"),
    "ahead": gettext_lazy("Further than the step"),
    "earlier": gettext_lazy("At an earlier place. That’s okay."),
    "unwilling": gettext_lazy("On the step, but not gladly. Nothing is lost."),
    "try": gettext_lazy("A try"),
    "leak": gettext_lazy("A leak or a smear: nobody’s fault"),
    "asleep": gettext_lazy("Asleep"),
    "ill": gettext_lazy("While ill"),
    "gate_shut": gettext_lazy("While softness came first"),
    "after_rectal": gettext_lazy("After medicine from below"),
    "bath_or_garden": gettext_lazy("In the bath or the garden"),
    "place_unknown": gettext_lazy("Somewhere; where, was not written down"),
    "aside": gettext_lazy("In another place than this ladder is about"),
    "away": gettext_lazy("Away from home, where steps rest"),
    "no_step": gettext_lazy("On no step yet, or in a break"),
}
# The answers of a decision, and what the form calls them.
FIELDS: Final = {
    "ladder": "ladder",
    "ladder_version": "version",
    "move": "move",
    "step": "step",
    "until_day": "until",
    "child_agreed": "child_agreed",
}


def decision_words(journey: Journey, decision: Plan) -> str:
    """Say what was decided, in a few words."""
    parts = [_what(journey, decision), _until(decision)]
    return " ".join(part for part in parts if part)


def _what(journey: Journey, decision: Plan) -> str:
    if decision.child_agreed is YesNo.NO:
        return _("%(name)s said not yet") % {"name": journey.visit.child.nickname}
    if decision.move is UNKNOWN:
        return _("Chosen: %(title)s") % {"title": title_of(journey, decision)}
    step = decision.step
    if step is UNKNOWN or decision.move not in WITH_STEP:
        return words.answer_word(decision.move, journey.visit.gaps)
    return str(WITH_STEP[decision.move]) % {"step": step}


def _until(decision: Plan) -> str:
    if decision.until_day is UNKNOWN:
        return ""
    return _("until %(day)s") % {"day": date_format(decision.until_day, "j F")}


def title_of(journey: Journey, decision: Plan) -> str:
    """Give the title of the ladder that a decision names; empty if it is none of ours."""
    ladder = ladder_named(journey, decision)
    return journey.visit.speaker.spoken(ladder.title) if ladder else ""


def ladder_named(journey: Journey, decision: Plan) -> method.Ladder | None:
    """Give the ladder that a decision names."""
    if decision.ladder is UNKNOWN:
        return None
    version = decision.ladder_version
    return journey.ladder_named(decision.ladder, 0 if version is UNKNOWN else version)


def is_of_the_plan(entry: method.Entry) -> bool:
    """Whether an entry is written, and taken back, on the plan page."""
    answer = isinstance(entry, Interview) and entry.topic in TOLD_HERE
    return answer or isinstance(entry, Plan | method.own_ladder.OwnLadder)


def touched_of(journey: Journey, entry: method.Entry) -> Done:
    """Say it."""
    visit = journey.visit
    what = (
        decision_words(journey, entry) if isinstance(entry, Plan) else _what_else(entry)
    )
    gaps = {"what": what, "when": words.ago(visit.clock, entry.at, visit.now)}
    line = _("Written down: %(what)s, %(when)s.") % gaps
    if entry.removed:
        line = _("Taken back: %(what)s, %(when)s.") % gaps
    again = _("Decide it after all")
    return done(entry, line, again=again, ways=("plan-undo", "plan-restore"))


def _what_else(entry: method.Entry) -> str:
    if isinstance(entry, method.own_ladder.OwnLadder):
        return _("your own ladder")
    if isinstance(entry, Interview) and entry.topic is Topic.FIGHT:
        return _("it has become a fight")
    return _("how soft it is")


class DecisionRow(NamedTuple):
    """A decision: what, who, when, on which ladder."""

    what: str
    who: str
    when: str
    ladder: str
    picture: str


class JudgedRow(NamedTuple):
    """A poop or a try beside the step that was asked then; 0: none."""

    entry_id: str
    words: str
    when: str
    picture: str
    step: int


class SoFar(NamedTuple):
    """The page."""

    then_and_now: str
    firsts: list[FirstLine]
    last_diaper: date | None
    decisions: tuple[DecisionRow, ...]
    verdicts: tuple[JudgedRow, ...]


def so_far_page(journey: Journey, names: Mapping[str, str]) -> SoFar:
    """Give it, the newest first."""
    decided = journey.decisions[: -LATEST - 1 : -1]
    judged = journey.plan.verdicts[: -LATEST - 1 : -1]
    return SoFar(
        journey.visit.advice.then_and_now,
        *journey.way,
        tuple(_decision(journey, decision, names) for decision in decided),
        tuple(_verdict(journey, verdict) for verdict in judged),
    )


def _decision(journey: Journey, fact: Plan, names: Mapping[str, str]) -> DecisionRow:
    visit = journey.visit
    ladder, step = ladder_named(journey, fact), fact.step
    return DecisionRow(
        what=decision_words(journey, fact),
        who=names.get(fact.by, _("Somebody")),
        when=words.ago(visit.clock, fact.at, visit.now),
        ladder=title_of(journey, fact),
        picture=step_picture(ladder, step) if ladder and step is not UNKNOWN else PLAIN,
    )


def _verdict(journey: Journey, verdict: method.Verdict) -> JudgedRow:
    visit, ladder = journey.visit, journey.ladder
    reached = step_picture(ladder, verdict.reached) if ladder else "poop"
    tried = verdict.judged is method.Judged.TRY
    return JudgedRow(
        entry_id=verdict.entries[0],
        words=str(KIND_WORDS[verdict.why]),
        when=words.ago(visit.clock, verdict.at, visit.now),
        picture="sit" if tried else reached,
        step=verdict.step,
    )


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One of the two."""

    who: str
    when: str
    what: str
    holds: bool
    # The tap that settles on it; None for who only looks on.
    form: Form | None


def disagreement_of(journey: Journey) -> tuple[Decided, ...]:
    """Give both, the one that holds first; nothing if there is none."""
    pair = journey.course.disagreement
    if not pair:
        return ()
    names = journey.visit.names
    both = (_decided(journey, decision, names) for decision in pair)
    return tuple(sorted(both, key=lambda decided: not decided.holds))


def _decided(journey: Journey, fact: Plan, names: dict[str, str]) -> Decided:
    visit = journey.visit
    return Decided(
        who=names.get(fact.by, _("Somebody")),
        when=words.ago(visit.clock, fact.at, visit.now),
        what=decision_words(journey, fact),
        holds=fact is journey.holds,
        form=_settling(journey, fact),
    )


def _settling(journey: Journey, fact: Plan) -> Form | None:
    """Decide the same again; nothing harder while softness comes first."""
    harder = journey.is_shut and fact is not journey.holds
    if not journey.may_decide or harder:
        return None
    answers = ((FIELDS[name], getattr(fact, name)) for name in FIELDS)
    hidden = {name: str(value) for name, value in answers if value is not UNKNOWN}
    if hidden.get("until", "") <= journey.visit.today.isoformat():
        hidden = {**hidden, "without_day": "1"}
        hidden.pop("until", None)
    hidden.setdefault("ladder", journey.plan.ladder)
    hidden.setdefault("version", str(journey.plan.version))
    button = Button(_("Let it be this one"), main=fact is journey.holds)
    return Form(key="settle", hidden=hidden, buttons=(button,))
