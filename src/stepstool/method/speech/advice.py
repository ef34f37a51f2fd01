"""Today in the family's words: what a page, a push, a report or a program shows.

With the words for now: for each situation that fits, what each reader may say or do; and the
rhythm, with what announces a poop.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from stepstool.method import rhythm
from stepstool.method.advice import Advice, DayDot, RhythmAdvice, ThenAndNow, ZoneNow
from stepstool.method.advice.headline import NOTHING
from stepstool.method.calm import Calm, GoodTime
from stepstool.method.comfort import SIGN_OF, Alert, Asking, Comfort, Urgency
from stepstool.method.record import UNKNOWN, Because, Child, Record, Unknown
from stepstool.method.record.kinds.health import DangerAnswer
from stepstool.method.rhythm import Closed, Forecast, SignalReport, Window
from stepstool.method.speech.plan import (
    SpokenCard,
    SpokenPlan,
    SpokenRewards,
    spoken_card,
    spoken_plan,
    spoken_rewards,
)
from stepstool.method.words import (
    Reader,
    Situation,
    Speaker,
    SpokenBecause,
    for_situation,
    readers_of,
)


@dataclass(frozen=True, kw_only=True)
class SpokenTodo:
    """The one thing to do."""

    key: str
    """`nothing` when there is nothing."""
    text: str


@dataclass(frozen=True, kw_only=True)
class SpokenAlert:
    """A danger sign that is open, in plain words."""

    key: str
    urgency: str
    """Soon, today or now."""
    text: str
    because: tuple[SpokenBecause, ...]
    closed_by: frozenset[DangerAnswer]
    """The answers that close it."""
    comes_back: bool
    """“It has stopped” is none of them."""


@dataclass(frozen=True, kw_only=True)
class SpokenAsking:
    """One question to the family."""

    asking: Asking
    """What its answer is written to."""
    text: str
    """In plain words."""


@dataclass(frozen=True, kw_only=True)
class SpokenZone:
    """The zone of the doctor's own plan that holds."""

    of: ZoneNow
    title: str
    because: tuple[SpokenBecause, ...]
    says: str
    """Which zone, and why, in one sentence."""
    text: str
    """The clinician's words, as they were written down."""
    whose: str
    """By whom, and since when."""


def spoken_zone(zone: ZoneNow, speaker: Speaker) -> SpokenZone:
    """Say which zone holds; the clinician's words stay as they are."""
    title = speaker.say(f"action_plan.zone.{zone.zone}")
    saw = speaker.listed(each.saw for each in zone.because)
    by = speaker.say("action_plan.somebody") if zone.by is UNKNOWN else zone.by
    return SpokenZone(
        of=zone,
        title=title,
        because=speaker.reasons(zone.because),
        says=speaker.say("action_plan.now", zone=title, saw=saw),
        text=zone.text,
        whose=speaker.say("action_plan.whose", by=by, day=zone.since),
    )


@dataclass(frozen=True, kw_only=True)
class SpokenAdvice:
    """Today, in the family's words."""

    of: Advice
    """The advice that is said here."""
    sentence: str
    state_word: str
    """The word on the page for the comfort state."""
    todo: SpokenTodo
    card: SpokenCard | None
    """The step to act on; None where there is none."""
    zone: SpokenZone | None
    """What the doctor's own plan says for now; None where no zone of it holds."""
    idea: SpokenBecause | None
    """Why the one thing is proposed, if it is an idea of a calm day."""
    plan: SpokenPlan
    rewards: SpokenRewards
    why: tuple[SpokenBecause, ...]
    """What the sentence rests on."""
    because: tuple[SpokenBecause, ...]
    """What the state of the body rests on."""
    notes: tuple[SpokenBecause, ...]
    """What else to know."""
    tell: tuple[SpokenBecause, ...]
    """What to tell at the next visit."""
    alerts: tuple[SpokenAlert, ...]
    questions: tuple[SpokenAsking, ...]
    """What asks before it alarms."""
    last: str
    since: str
    """How long ago that was, and how it was."""
    then_and_now: str
    """Progress in weeks; empty where there is none to tell."""

    @property
    def at(self) -> datetime:
        """The moment it is for."""
        return self.of.at

    @property
    def child(self) -> Child:
        """Whom it is about."""
        return self.of.child

    @property
    def comfort(self) -> Comfort:
        """How the body feels, as the rules see it."""
        return self.of.comfort

    @property
    def calm(self) -> Calm:
        """Whether it is a fight, as the rules see it."""
        return self.of.calm

    @property
    def last_at(self) -> datetime | None:
        """When the latest full poop came that was written."""
        return self.of.last_at

    @property
    def dots(self) -> tuple[DayDot, ...]:
        """The last seven days, today last."""
        return self.of.dots

    @property
    def night(self) -> bool:
        """Whether it is 20:00 to 06:00 there."""
        return self.of.night

    @property
    def asleep(self) -> bool:
        """Whether it is 22:00 to 06:00 there, when the child is taken to sleep."""
        return self.of.asleep

    @property
    def moments(self) -> tuple[Situation, ...]:
        """The situations whose words fit now, the most pressing first."""
        return self.of.moments

    @property
    def listening(self) -> GoodTime:
        """Whether now is a good time to listen."""
        return self.of.listening

    @property
    def today(self) -> tuple[str, ...]:
        """The sentences of today's page, the most urgent first; at night *soon* waits.

        Beside the doctor's own plan nothing says that there is nothing to do.
        """
        waits = {Urgency.SOON} if self.night else set[Urgency]()
        urgent = tuple(e.text for e in self.alerts if e.urgency not in waits)
        rests = self.zone is not None and self.todo.key == NOTHING
        todo = () if rests else (self.todo.text,)
        return (*urgent, self.sentence, *todo)


def speak(advice: Advice, speaker: Speaker) -> SpokenAdvice:
    """Say today's advice."""
    comfort, night = advice.comfort, advice.night
    todo, proposal = advice.todo, advice.proposal
    return SpokenAdvice(
        of=advice,
        sentence=speaker.spoken(advice.sentence),
        state_word=_state_word(comfort, speaker),
        todo=SpokenTodo(key=todo.key, text=speaker.spoken(todo.says)),
        card=spoken_card(advice.card, speaker) if advice.card else None,
        zone=spoken_zone(advice.zone, speaker) if advice.zone else None,
        idea=speaker.reason(proposal.because) if proposal else None,
        plan=spoken_plan(advice.plan, speaker),
        rewards=spoken_rewards(advice.rewards, speaker),
        why=speaker.reasons(advice.why),
        because=speaker.reasons(comfort.because),
        notes=speaker.reasons(comfort.notes),
        tell=speaker.reasons(comfort.tell),
        alerts=tuple(_alert(alert, speaker, night=night) for alert in comfort.alerts),
        questions=tuple(
            SpokenAsking(asking=asking, text=speaker.spoken(asking.text))
            for asking in comfort.questions
        ),
        last=speaker.listed(advice.last),
        since=speaker.listed(advice.since),
        then_and_now=_progress(advice.progress, speaker),
    )


def _state_word(comfort: Comfort, speaker: Speaker) -> str:
    precise = f"state.{comfort.state}_{comfort.variant}"
    return speaker.say(precise if speaker.has(precise) else f"state.{comfort.state}")


def _alert(alert: Alert, speaker: Speaker, *, night: bool) -> SpokenAlert:
    text, sign = speaker.say(f"alert.{alert.says}"), SIGN_OF[alert.key]
    if night and alert.urgency is Urgency.TODAY:
        text = speaker.say("alert.at_night", alert=text)
    return SpokenAlert(
        key=alert.key,
        urgency=alert.urgency,
        text=text,
        because=speaker.reasons(alert.because),
        closed_by=sign.closed_by,
        comes_back=sign.comes_back,
    )


def _progress(progress: ThenAndNow | None, speaker: Speaker) -> str:
    if progress is None:
        return ""
    then = speaker.listed(progress.then.sayings)
    now = speaker.listed(progress.now.sayings)
    return speaker.say("then_and_now.told", count=progress.weeks, then=then, now=now)


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one reader may say or do in a situation, sentence by sentence."""

    situation: Situation
    reader: Reader
    lines: tuple[str, ...]


def words_of(record: Record, advice: Advice, speaker: Speaker) -> tuple[Words, ...]:
    """Give the words for the moment of a record, the most pressing first.

    advice: today's advice of the same record.
    """
    age = record.child.youngest_months(record.today)
    return tuple(
        words
        for situation in advice.moments
        for words in words_for(situation, age, speaker)
    )


def words_for(
    situation: Situation, age_months: int | Unknown, speaker: Speaker
) -> Iterator[Words]:
    """Give the words of one situation for all its readers."""
    for reader in readers_of(situation, speaker):
        lines = for_situation(situation, reader, age_months, speaker)
        yield Words(situation=situation, reader=reader, lines=lines)


@dataclass(frozen=True, kw_only=True)
class SpokenWindow:
    """A time at which a potty party may be offered, with how often it was right."""

    window: Window
    says: SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenSignal:
    """What one sign tells of this child."""

    signal: SignalReport
    says: SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenRhythm:
    """What `RhythmAdvice` holds, in words."""

    forecast: Forecast
    because: tuple[SpokenBecause, ...]
    """What is known, and on how many poops it rests."""
    closed: Closed | None
    windows: tuple[SpokenWindow, ...]
    none_because: tuple[SpokenBecause, ...]
    good_time: SpokenBecause | None
    often: SpokenBecause | None
    next_time: str
    """The same in few words; empty without one."""
    surer: tuple[str, ...]
    """What would help to know more; never a duty."""


def spoken_rhythm(advice: RhythmAdvice, speaker: Speaker) -> SpokenRhythm:
    """Say it."""
    return SpokenRhythm(
        forecast=advice.forecast,
        because=speaker.reasons(advice.forecast.because),
        closed=advice.closed,
        windows=tuple(
            SpokenWindow(window=window, says=speaker.reason(window.because))
            for window in advice.windows
        ),
        none_because=speaker.reasons(advice.none_because),
        good_time=_if_any(advice.good_time, speaker),
        often=_if_any(advice.often, speaker),
        next_time=_in_few_words(advice.often, speaker),
        surer=tuple(map(speaker.spoken, advice.forecast.surer)),
    )


def announced_by(record: Record, speaker: Speaker) -> tuple[SpokenSignal, ...]:
    """Say what announces it; asked for by the pages that show it."""
    return tuple(
        SpokenSignal(signal=signal, says=speaker.reason(signal.because))
        for signal in rhythm.signals(record)
    )


def _in_few_words(often: Because | None, speaker: Speaker) -> str:
    if often is None:
        return ""
    return speaker.say("rhythm.next_time", **often.saw.values)


def _if_any(because: Because | None, speaker: Speaker) -> SpokenBecause | None:
    return None if because is None else speaker.reason(because)
