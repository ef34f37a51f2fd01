"""Why not? The reasons in plain words.

Asked for by the pages that show them; today’s page does without, so that it stays quick.
"""

from collections.abc import Collection
from dataclasses import dataclass

from stepstool.method import ladder, reasons
from stepstool.method.advice import Advice
from stepstool.method.comfort import assess
from stepstool.method.reasons import QUESTIONS, Asked, Level, Ready, Reasons
from stepstool.method.record import Because, Record
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.words import Reason, Speaker


@dataclass(frozen=True, kw_only=True)
class SpokenReason:
    """One thing that may be in the way.

    title: in a sentence; level_word: how sure; of: what a fear is of, or which event, and
    of_words in plain words; help: parts of the method; first: the first thing to do; waits:
    it is put off, since comfort or calm come first; ladders: those made for it.
    """

    key: str
    title: str
    level: Level
    level_word: str
    of: tuple[str, ...]
    of_words: tuple[str, ...]
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]
    help: tuple[str, ...]
    first: str
    waits: bool
    ladders: tuple[str, ...]

    @property
    def is_asked(self) -> bool:
        """Whether anything was said of it at all."""
        return self.level is not Level.NOT_ASKED


@dataclass(frozen=True, kw_only=True)
class SpokenQuestion:
    """One question of the interview. several: any number of answers fit; else one."""

    topic: Topic
    text: str
    several: bool
    answers: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class SpokenReady:
    """One item of the list of readiness.

    ticked: None while nobody said; shown: what the diary shows, if it was ticked for that;
    help: the small thing that helps as long as it is not in place.
    """

    item: str
    text: str
    ticked: bool | None
    shown: str
    help: str


@dataclass(frozen=True, kw_only=True)
class SpokenReasons:
    """Why not, in the family's words.

    each: constipation and pain first, then by how likely; those nobody was asked about are
    there too. leads: the open ones in the order in which to help. sure: that nobody can
    be. clinician: whose plan leads, if there is a condition. readiness: the list to tick;
    ready: what it means now. again: why to ask now, empty
    if there is no need; questions: which to ask, each to be skipped if wished.
    """

    each: tuple[SpokenReason, ...]
    leads: tuple[SpokenReason, ...]
    sure: str
    clinician: tuple[Reason, ...]
    tell: tuple[Reason, ...]
    readiness: tuple[SpokenReady, ...]
    ready: str
    again: str
    questions: tuple[SpokenQuestion, ...]


def reasons_of(
    record: Record, speaker: Speaker, *, advice: Advice | None = None
) -> SpokenReasons:
    """Say what may be in the way at the moment of the record.

    advice: today's advice of the same record, if it is at hand; it saves its work.
    """
    comfort = advice.comfort if advice else assess(record)
    calm = advice.calm if advice else ladder.calm_of(record, comfort)
    found = reasons.find(record, comfort, calm)
    return _spoken(found, speaker)


def _spoken(found: Reasons, speaker: Speaker) -> SpokenReasons:
    each = {reason.key: _reason(reason, speaker) for reason in found.each}
    return SpokenReasons(
        each=tuple(each.values()),
        leads=tuple(each[reason.key] for reason in found.leads),
        sure=speaker.spoken(found.sure),
        clinician=_one(found.clinician, speaker),
        tell=speaker.reasons(found.tell),
        readiness=tuple(_ready(item, speaker) for item in found.readiness),
        ready=speaker.spoken(found.ready),
        again=speaker.spoken(found.again.saw) if found.again else "",
        questions=spoken_questions(found.questions, speaker),
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
        waits=reason.waits,
        ladders=reason.ladders,
    )


def _one(because: Because | None, speaker: Speaker) -> tuple[Reason, ...]:
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


def _question(asked: Asked, speaker: Speaker) -> SpokenQuestion:
    return SpokenQuestion(
        topic=asked.topic,
        text=speaker.spoken(asked.text),
        several=asked.several,
        answers=asked.answers,
    )
