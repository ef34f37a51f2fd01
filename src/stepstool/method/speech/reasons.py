"""Why not? The reasons in plain words.

Asked for by the pages that show them; today’s page does without, so that it stays quick.
"""

from collections.abc import Collection
from dataclasses import dataclass

from stepstool.method import ladder, reasons
from stepstool.method.advice import Advice
from stepstool.method.comfort import assess
from stepstool.method.reasons import (
    QUESTIONS,
    InterviewQuestion,
    Ready,
    ReasonLevel,
    Reasons,
)
from stepstool.method.record import Because, Record
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.record.manner import Manner
from stepstool.method.words import Speaker, SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenReason:
    """One thing that may be in the way."""

    key: str
    title: str
    """As it stands in a sentence."""
    level: ReasonLevel
    level_word: str
    """How sure it is."""
    of: tuple[str, ...]
    """What a fear is of, or which event."""
    of_words: tuple[str, ...]
    """The same in plain words."""
    speaks_for: tuple[SpokenBecause, ...]
    speaks_against: tuple[SpokenBecause, ...]
    help: tuple[str, ...]
    """Parts of the method."""
    first: str
    """The first thing to do."""
    ladders: tuple[str, ...]
    """Those made for it."""

    @property
    def is_asked(self) -> bool:
        """Whether anything was said of it at all."""
        return self.level is not ReasonLevel.NOT_ASKED


@dataclass(frozen=True, kw_only=True)
class SpokenQuestion:
    """One question of the interview."""

    topic: Topic
    text: str
    why: str
    """What its answer is good for."""
    several: bool
    """Any number of answers fit; else one."""
    answers: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class SpokenReady:
    """One item of the list of readiness."""

    item: str
    text: str
    ticked: bool | None
    """None while nobody said."""
    shown: str
    """What the diary shows, if it was ticked for that."""
    help: str
    """The small thing that helps as long as it is not in place."""


@dataclass(frozen=True, kw_only=True)
class SpokenReasons:
    """Why not, in the family's words."""

    reasons: tuple[SpokenReason, ...]
    """Constipation and pain first, then by how likely; those nobody was asked about too."""
    leads: tuple[SpokenReason, ...]
    """The open ones, in the order in which to help; only the first where one at a time is enough."""
    sure: str
    """That nobody can be."""
    clinician: tuple[SpokenBecause, ...]
    """Whose plan leads, if there is a condition."""
    tell: tuple[SpokenBecause, ...]
    readiness: tuple[SpokenReady, ...]
    """The list to tick."""
    ready: str
    """What it means now."""
    again: str
    """Why to ask now; empty if there is no need."""
    questions: tuple[SpokenQuestion, ...]
    """Which to ask, each to be skipped if wished."""


def reasons_of(
    record: Record, speaker: Speaker, *, advice: Advice | None = None
) -> SpokenReasons:
    """Say what may be in the way at the moment of the record.

    advice: today's advice of the same record, if it is at hand; it saves its work.
    """
    comfort = advice.comfort if advice else assess(record)
    calm = advice.calm if advice else ladder.calm_of(record, comfort)
    unspoken = reasons.find(record, comfort, calm)
    return _spoken(unspoken, speaker)


def _spoken(unspoken: Reasons, speaker: Speaker) -> SpokenReasons:
    spoken = {reason.key: _reason(reason, speaker) for reason in unspoken.reasons}
    at_a_time = 1 if Manner.ONE_AT_A_TIME in speaker.voice.manners else None
    return SpokenReasons(
        reasons=tuple(spoken.values()),
        leads=tuple(spoken[reason.key] for reason in unspoken.leads[:at_a_time]),
        sure=speaker.spoken(unspoken.sure),
        clinician=_one(unspoken.clinician, speaker),
        tell=speaker.reasons(unspoken.tell),
        readiness=tuple(_ready(item, speaker) for item in unspoken.readiness),
        ready=speaker.spoken(unspoken.ready),
        again=speaker.spoken(unspoken.again.saw) if unspoken.again else "",
        questions=spoken_questions(unspoken.questions, speaker),
    )


def _reason(reason: reasons.Reason, speaker: Speaker) -> SpokenReason:
    return SpokenReason(
        key=reason.key,
        title=speaker.say(f"reasons.title.{reason.key}"),
        level=reason.level,
        level_word=speaker.say(f"reasons.level.{reason.level}"),
        of=tuple(map(str, reason.of)),
        of_words=tuple(speaker.say(f"reasons.of.{of}") for of in reason.of),
        speaks_for=speaker.reasons(reason.speaks_for),
        speaks_against=speaker.reasons(reason.speaks_against),
        help=reason.help,
        first=speaker.spoken(reason.first),
        ladders=reason.ladders,
    )


def _one(because: Because | None, speaker: Speaker) -> tuple[SpokenBecause, ...]:
    return speaker.reasons(() if because is None else (because,))


def _ready(ready: Ready, speaker: Speaker) -> SpokenReady:
    return SpokenReady(
        item=ready.item,
        text=speaker.spoken(ready.says),
        ticked=ready.ticked,
        shown=speaker.spoken(ready.shown) if ready.shown else "",
        help=speaker.spoken(ready.help),
    )


def spoken_questions(
    topics: Collection[Topic], speaker: Speaker
) -> tuple[SpokenQuestion, ...]:
    """Say the questions about these topics, in the order in which they are asked."""
    return tuple(
        _question(asked, speaker) for asked in QUESTIONS if asked.topic in topics
    )


def _question(asked: InterviewQuestion, speaker: Speaker) -> SpokenQuestion:
    return SpokenQuestion(
        topic=asked.topic,
        text=speaker.spoken(asked.text),
        why=speaker.spoken(asked.why),
        several=asked.several,
        answers=asked.answers,
    )
