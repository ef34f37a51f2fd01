"""Today in the family's words: what a page, a push, a report or a program shows."""

from dataclasses import dataclass
from datetime import datetime

from stepstool.method.advice import Advice, DayDot, ThenAndNow
from stepstool.method.calm import Calm, GoodTime
from stepstool.method.comfort import SIGN_OF, Alert, Asking, Comfort, Urgency
from stepstool.method.record import Child
from stepstool.method.record.kinds.health import DangerAnswer
from stepstool.method.speech.plan import SpokenPlan, spoken_plan
from stepstool.method.speech.rewards import SpokenRewards, spoken_rewards
from stepstool.method.words import Reason, Situation, Speaker


@dataclass(frozen=True, kw_only=True)
class SpokenTodo:
    """The one thing to do; key `nothing` when there is nothing."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SpokenAlert:
    """A danger sign that is open, in plain words. urgency: soon, today or now.

    closed_by: the answers that close it; comes_back: "it has stopped" is none of them.
    """

    key: str
    urgency: str
    text: str
    because: tuple[Reason, ...]
    closed_by: frozenset[DangerAnswer]
    comes_back: bool


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question to the family, in plain words, and what its answer is written to."""

    asking: Asking
    text: str


@dataclass(frozen=True, kw_only=True)
class SpokenAdvice:
    """Today, in the family's words; of: the advice that is said here.

    state_word: the word on the page for the comfort state. because, notes, tell: why, what
    else to know, and what to tell at the next visit. questions: what asks before it alarms.
    then_and_now: progress in weeks, empty where there is none to tell.
    """

    of: Advice
    sentence: str
    state_word: str
    todo: SpokenTodo
    plan: SpokenPlan
    rewards: SpokenRewards
    because: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    tell: tuple[Reason, ...]
    alerts: tuple[SpokenAlert, ...]
    questions: tuple[Question, ...]
    last: str
    then_and_now: str

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
    def moments(self) -> tuple[Situation, ...]:
        """The situations whose words fit now, the most pressing first."""
        return self.of.moments

    @property
    def listening(self) -> GoodTime:
        """Whether now is a good time to listen."""
        return self.of.listening

    @property
    def today(self) -> tuple[str, ...]:
        """The sentences of today's page, the most urgent first; at night *soon* waits."""
        waits = {Urgency.SOON} if self.night else set[Urgency]()
        urgent = tuple(e.text for e in self.alerts if e.urgency not in waits)
        return (*urgent, self.sentence, self.todo.text)


def speak(advice: Advice, speaker: Speaker) -> SpokenAdvice:
    """Say today's advice."""
    comfort, night = advice.comfort, advice.night
    todo = advice.todo
    return SpokenAdvice(
        of=advice,
        sentence=speaker.spoken(advice.sentence),
        state_word=_state_word(comfort, speaker),
        todo=SpokenTodo(key=todo.key, text=speaker.spoken(todo.says)),
        plan=spoken_plan(advice.plan, speaker),
        rewards=spoken_rewards(advice.rewards, speaker),
        because=speaker.reasons(comfort.because),
        notes=speaker.reasons(comfort.notes),
        tell=speaker.reasons(comfort.tell),
        alerts=tuple(_alert(alert, speaker, night=night) for alert in comfort.alerts),
        questions=tuple(
            Question(asking=asking, text=speaker.spoken(asking.text))
            for asking in comfort.questions
        ),
        last=speaker.listed(advice.last),
        then_and_now=_progress(advice.progress, speaker),
    )


def _state_word(comfort: Comfort, speaker: Speaker) -> str:
    urgency = f"_{comfort.urgency}" if comfort.urgency else ""
    precise = f"state.{comfort.state}{urgency}"
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
