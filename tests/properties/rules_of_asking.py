"""Rules 1, 2 and 5: what may be asked of a child, and what is always given."""

import re
from datetime import time, timedelta

from stepstool import method
from stepstool.method.comfort import HarderStep, State, allowed
from stepstool.method.ladder import Advised
from stepstool.method.record import UNKNOWN, YesNo
from stepstool.method.record.kinds.toileting import DiaperRequest, Sit
from stepstool.method.words import Situation
from tests.properties.said import SHUT, Said, sentences

MOST, MINUTES = 3, 5
# Nothing is offered at night; windows lie in waking hours, as rhythm.md counts them.
DAY_BEGINS, DAY_ENDS, SLEEPS_FROM = 6, 20, 22
WAKING = time(6, 30), time(20, 30)
WEEK = timedelta(days=7)
ASKS_MORE = {Advised.START, Advised.MOVE_ON}
WITHHOLDS = re.compile(
    r"\b(no (more )?|(fewer|less|stop|hide|refuse|withhold|ration)( the)? )(diaper|pull-up)s?\b"
    r"|\b(take|put|throw|lock)s? (the |her |his |their )?(diaper|pull-up)s? away\b"
    r"|\bdon’t (give|offer|use) (a |the )?(diaper|pull-up)",
    re.IGNORECASE,
)
LASTS = re.compile(r"\b(\d+|six|seven|eight|nine|ten|fifteen|twenty|thirty) minutes\b")


# Rule 1.


def is_shut(told: Said) -> bool:
    comfort = told.advice.comfort
    return comfort.state in SHUT or comfort.body is State.CONSTIPATED


def no_harder_step(told: Said) -> bool:
    plan, may = told.advice.plan, allowed(told.advice.comfort.state)
    higher = plan.to is not None and plan.step is not None and plan.to > plan.step
    quiet = plan.move not in ASKS_MORE and not higher
    return quiet and may.harder_step is HarderStep.NO and not may.new_promises


def no_sit_while_shut(told: Said) -> bool:
    windows = told.rhythm.windows if told.rhythm else ()
    before = Situation.BEFORE_SIT in told.advice.moments
    return bool(told.no_sit) and not windows and not before


def no_listening_while_shut(told: Said) -> bool:
    return not told.advice.listening.is_now


def no_card_while_shut(told: Said) -> bool:
    return told.advice.card is None


def nothing_due_is_withheld(told: Said) -> bool:
    may = allowed(told.advice.comfort.state)
    same = told.opened is None or told.opened == told.advice.rewards.unspoken.due
    return same and may.reward and may.goes_further_by_itself


# Rule 2.


def asked_for_a_diaper(told: Said) -> bool:
    record = told.record
    return bool(record.within(DiaperRequest, record.at - WEEK, record.at))


def no_diaper_is_withheld(told: Said) -> bool:
    may = allowed(told.advice.comfort.state)
    return may.diaper_when_asked and not any(map(WITHHOLDS.search, sentences(told)))


def words_for_the_diaper(told: Said) -> bool:
    return Situation.DIAPER_REQUEST in told.advice.moments


# Rule 5.


def speaks_of_sits(told: Said) -> bool:
    windows = told.rhythm.windows if told.rhythm else ()
    return bool(windows or _is_night(told) or _offered(told))


def few_windows(told: Said) -> bool:
    windows = told.rhythm.windows if told.rhythm else ()
    return len(windows) <= max(_most(told) - _offered(told), 0)


def windows_by_day(told: Said) -> bool:
    windows = told.rhythm.windows if told.rhythm else ()
    return all(_by_day(told, each.window) for each in windows)


def no_sit_at_night(told: Said) -> bool:
    return bool(told.no_sit) or not _is_night(told)


def nothing_is_said_to_a_sleeper(told: Said) -> bool:
    """While the child sleeps the card offers neither words to it nor an answer of it."""
    hour = told.record.clock.local(told.record.at).hour
    card = told.advice.card
    asleep = hour >= SLEEPS_FROM or hour < DAY_BEGINS
    return not asleep or card is None or not (card.tells or card.of.replies)


def no_fourth_offer(told: Said) -> bool:
    return bool(told.no_sit) or _offered(told) < _most(told)


def short_sits(told: Said) -> bool:
    """No sentence about a sit lasts longer than five minutes."""
    before = [each for each in told.words if each.situation is Situation.BEFORE_SIT]
    lines = [told.advice.todo.text, *(line for each in before for line in each.lines)]
    found = (length for line in lines for length in LASTS.findall(line))
    return all(each.isdigit() and int(each) <= MINUTES for each in found)


def _is_night(told: Said) -> bool:
    hour = told.record.clock.local(told.record.at).hour
    return not DAY_BEGINS <= hour < DAY_ENDS


def _by_day(told: Said, window: method.Window) -> bool:
    since, until = map(told.record.clock.local, (window.since, window.until))
    awake = WAKING[0] <= since.time() and until.time() <= WAKING[1]
    return awake and since.date() == until.date()


def _most(told: Said) -> int:
    chosen = told.record.settings.windows
    return MOST if chosen is UNKNOWN else min(chosen, MOST)


def _offered(told: Said) -> int:
    record = told.record
    return sum(
        each.offered is YesNo.YES and record.clock.day(each.at) == record.today
        for each in record.of(Sit)
    )
