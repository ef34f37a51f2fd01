"""What the pages of listening show: the gate, what is said once, what never, the trend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from stepstool import method
from stepstool.web.asking.controls import Control
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.listening.forms import begin_controls
from stepstool.web.listening.session import FIRM, SOFT, Listening
from stepstool.web.pictures import ALBUM
from stepstool.web.pictures.paint import placed, scene

STEP, RISE, SIZE, BY = 52, 18, 40, 0.625
STRONGEST: Final = 4
HIGH: Final = STRONGEST * RISE + SIZE + 8
SAY: Final = ("request", "once", "near", "thanks")
NEVER: Final = ("held", "followed", "argued", "again", "stop", "temper")
# Trends that are said as a warning.
WARNS: Final = {method.Trend.PAUSE, method.Trend.PROFESSIONAL}
# More than these are a long story; the trend lies in the last ones.
SHOWN: Final = 8


def storms(strengths: Sequence[int], words: str) -> SafeString:
    """Draw them; empty without any. The words say the same."""
    if not strengths:
        return SafeString("")
    parts = "".join(
        placed(
            ALBUM[f"strength_{strength}"].paths, place * STEP + 6, _top(strength), BY
        )
        for place, strength in enumerate(strengths)
    )
    wide = len(strengths) * STEP
    ground = f'<path stroke-dasharray="3 9" d="M4 {HIGH - 2}h{wide - 8}"/>'
    return scene(ground + parts, title=words, css="storms", wide=wide, high=HIGH)


def _top(strength: int) -> int:
    return (STRONGEST - strength) * RISE + 2


@dataclass(frozen=True, kw_only=True)
class ListeningTrend:
    """How the storms go: a picture with its words, and a sentence."""

    picture: SafeString
    says: str
    warns: bool
    professional: bool


@dataclass(frozen=True, kw_only=True)
class Before:
    """The page before a session."""

    is_now: bool
    reasons: tuple[method.SpokenBecause, ...]
    # Whether one may begin, and this visitor may.
    begins: bool
    say: list[str]
    never: list[str]
    controls: list[Control]
    trend: ListeningTrend


def present(visit: Visit) -> Before:
    """Give the page before a session."""
    good = visit.advice.listening
    return Before(
        is_now=good.is_now,
        reasons=visit.speaker.reasons(good.because),
        begins=good.is_now and May.WRITE in visit.may(Listening.KIND),
        say=_lines(visit, "say", SAY),
        never=_lines(visit, "never", NEVER),
        controls=begin_controls(visit),
        trend=trend_of(visit),
    )


def _lines(visit: Visit, topic: str, keys: Iterable[str]) -> list[str]:
    return [visit.speaker.say(f"listening.{topic}.{key}") for key in keys]


def trend_of(visit: Visit) -> ListeningTrend:
    """Give the trend over the sessions."""
    good = visit.advice.listening
    shown = [session.strength for session in good.sessions][-SHOWN:]
    return ListeningTrend(
        picture=storms(shown, _aloud(visit, shown)),
        says=visit.speaker.say(f"listening.trend.{good.trend}"),
        warns=good.trend in WARNS,
        professional=good.trend is method.Trend.PROFESSIONAL,
    )


def _aloud(visit: Visit, strengths: Sequence[int]) -> str:
    """Say the picture: the sessions in their order."""
    weather = [
        words.number_word(Listening.KIND, "strength_before", strength, visit.gaps)
        for strength in strengths
    ]
    many = ngettext("%(number)s session", "%(number)s sessions", len(weather))
    return f"{many % {'number': len(weather)}}: {' · '.join(weather)}"


@dataclass(frozen=True, kw_only=True)
class Phase:
    """What is said from some minute on."""

    minutes: int
    says: str
    now: bool


@dataclass(frozen=True, kw_only=True)
class During:
    """The page of a session that goes on."""

    # In seconds; no page counts them down.
    passed: int
    soft_end: str
    firm_end: str
    phases: list[Phase]
    never: list[str]


def present_during(visit: Visit, session: method.listening.Listening) -> During:
    """Give the page of a session that goes on."""
    passed = int(max((visit.now - session.at).total_seconds(), 0))
    return During(
        passed=passed,
        soft_end=_clock(visit, session.at + SOFT),
        firm_end=_clock(visit, session.at + FIRM),
        phases=_phases(visit, passed),
        never=_lines(visit, "never", NEVER),
    )


def _clock(visit: Visit, at: datetime) -> str:
    return words.clock_time(visit.clock, at)


def _phases(visit: Visit, passed: int) -> list[Phase]:
    starts = {"begin": 0, "soft": SOFT.seconds // 60, "firm": FIRM.seconds // 60}
    ends = [*list(starts.values())[1:], None]
    return [
        Phase(
            minutes=since,
            says=visit.speaker.say(f"listening.during.{key}"),
            now=since * 60 <= passed and (end is None or passed < end * 60),
        )
        for (key, since), end in zip(starts.items(), ends, strict=True)
    ]
