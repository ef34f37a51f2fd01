"""All that is said to a family at a moment, and what would be said had it been otherwise.

What costs much is asked in turn, for one diary in `TURNS`; None where it was not asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from stepstool import method
from stepstool.method import ladder, rewards
from stepstool.method.comfort import State
from stepstool.method.record import Entry, Record, read_entry
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.rewards import Due
from tests.spoken import advise

TURNS = 6
A_WEEK_ON, IN_SILENCE = 2, 5
# By then a whole day without a word is over; and nobody is called comfortable any more.
LAPSED, LONG_SILENT = timedelta(hours=52), timedelta(hours=72)
APART = timedelta(hours=2)
SHUT = {State.CONSTIPATED, State.SEE_A_DOCTOR}
# Told so, the gate would be open: what is due must be the same.
OPEN = State.COMFORTABLE


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said. no_sit: why no sit is offered now, empty if one may be.

    again: of the same entries in another order, some twice; later: a week on, with nothing
    written since; harmed: with one accident more; opened: what would be due if the gate
    were open; silent: as the last word began to lapse, and days after it, if nothing more
    was written.
    """

    record: Record
    advice: method.SpokenAdvice
    no_sit: tuple[method.SpokenBecause, ...]
    words: tuple[method.Words, ...] = ()
    rhythm: method.SpokenRhythm | None = None
    again: method.SpokenAdvice | None = None
    later: method.SpokenAdvice | None = None
    harmed: method.SpokenAdvice | None = None
    opened: tuple[Due, ...] | None = None
    silent: tuple[method.SpokenAdvice, ...] = ()


def said(record: Record, turn: int) -> Said:
    """Ask for all of it. turn: any number; it says whose turn it is, and is the chance."""
    advice = advise(record)
    turns, chance = turn % TURNS, Random(turn)
    shut = advice.comfort.state in SHUT
    speaker = method.speaker_of(record, "en")
    return Said(
        record=record,
        advice=advice,
        no_sit=speaker.reasons(method.may_offer_sit(record, advice.of)),
        words=method.words_of(record, advice.of, speaker) if turns == 0 else (),
        rhythm=_rhythm(record, advice, speaker) if turns == 0 else None,
        again=advise(_mixed(record, chance)) if turns == 1 else None,
        later=_later(record, advice) if advice.alerts and turns == A_WEEK_ON else None,
        harmed=_harmed(record, chance) if turns == 3 and _earns(advice) else None,
        opened=_opened(record, advice) if shut and turns in (4, 5) else None,
        silent=_silent(record, chance) if turns == IN_SILENCE else (),
    )


def _rhythm(
    record: Record, advice: method.SpokenAdvice, speaker: method.Speaker
) -> method.SpokenRhythm:
    return method.spoken_rhythm(method.rhythm_of(record, advice.of), speaker)


def _earns(advice: method.SpokenAdvice) -> bool:
    return bool(advice.rewards.due or advice.rewards.given)


def _mixed(record: Record, chance: Random) -> Record:
    entries = [*record.entries, *record.unread]
    mixed = [*entries, *chance.sample(entries, len(entries) // 3)]
    chance.shuffle(mixed)
    return Record(record.child, mixed, record.at)


def _later(record: Record, advice: method.SpokenAdvice) -> method.SpokenAdvice:
    """Give the advice a week on; what was shown is kept, as by the house (decision 11)."""
    later = record.at + timedelta(days=7)
    kept = method.signs_to_keep(record, advice.comfort)
    entries = [*record.entries, *record.unread, *kept]
    return advise(Record(record.child, entries, later))


def _silent(record: Record, chance: Random) -> tuple[method.SpokenAdvice, ...]:
    """Give the advice as silence begins, and after some days; what was shown is kept."""
    if not record.entries:
        return ()
    last = record.entries[-1].at + LAPSED
    days = timedelta(hours=chance.randrange(20, 24 * 50))
    entries = [*record.entries, *record.unread]
    begun = Record(record.child, entries, last)
    advice = advise(begun)
    kept = method.signs_to_keep(begun, advice.comfort, last + days)
    later = Record(record.child, [*entries, *kept], last + days)
    return advice, advise(later)


def _harmed(record: Record, chance: Random) -> method.SpokenAdvice | None:
    """Give the advice with an accident of its own time; None if there is no such time."""
    at = record.at - timedelta(hours=chance.randrange(1, 24 * 6))
    if any(abs(each.at - at) < APART for each in record.of(Poop)):
        return None
    landed = read_entry(
        {
            "id": "one-accident-more",
            "kind": "poop",
            "at": at.isoformat(),
            "data": {"place": "pants", "bristol": 4, "posture": "standing"},
        }
    )
    entries: Sequence[Entry] = [*record.entries, *record.unread, landed]
    return advise(Record(record.child, entries, record.at))


def _opened(record: Record, advice: method.SpokenAdvice) -> tuple[Due, ...]:
    plan = ladder.advise(record, advice.comfort, advice.calm)
    opened = replace(advice.comfort, state=OPEN)
    return rewards.rewards_of(record, opened, plan).due


def reasons(told: Said) -> Iterator[method.SpokenBecause]:
    """Give every reason that is shown."""
    advice = told.advice
    yield from (*advice.because, *advice.notes, *advice.tell, *told.no_sit)
    yield from (each for alert in advice.alerts for each in alert.because)
    yield from advice.plan.because
    yield from (each.because for each in advice.rewards.due)
    if advice.rewards.words:
        yield advice.rewards.words
    if told.rhythm:
        yield from (*told.rhythm.because, *told.rhythm.none_because)
        yield from (each.says for each in told.rhythm.windows)
        speaker = method.speaker_of(told.record, "en")
        signals = method.announced_by(told.record, speaker)
        yield from (each.says for each in signals)


def sentences(told: Said) -> Iterator[str]:
    """Give every sentence that is said."""
    advice, plan = told.advice, told.advice.plan
    yield from (*advice.today, advice.state_word, advice.last)
    yield from (each.saw for each in (*reasons(told), *advice.why))
    if advice.card:
        yield from (advice.card.tells, advice.card.half, *advice.card.ready)
    yield from (each.text for each in advice.questions)
    yield from (plan.title, plan.says, plan.earns, *plan.safety, *plan.ask)
    yield from (each.text for each in advice.rewards.due)
    yield from (line for words in told.words for line in words.lines)
    if told.rhythm:
        yield from told.rhythm.surer
