"""A first time, in words: for the page after it, for today, and for the story of the way."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit

# A diary begins after its child was born; the story of the way is whole.
WHOLE: Final = timedelta(days=30 * 365)
READING: Final = (
    method.Reads(kind=method.poop.Poop, back=WHOLE),
    *(
        method.Reads(kind=kind)
        for kind in (
            method.lasting.Plan,
            method.lasting.Reward,
            method.lasting.Zone,
            method.own_ladder.OwnLadder,
            method.interview.Interview,
        )
    ),
    method.Reads(kind=method.ideas.Idea, back=WHOLE),
)
Idea, IdeaKey, IdeaAnswer = (
    method.ideas.Idea,
    method.ideas.IdeaKey,
    method.ideas.IdeaAnswer,
)


class FirstLine(NamedTuple):
    """A first time: what, and of a step what that is."""

    title: str
    says: str
    time: method.FirstTime


def line_of(visit: Visit, time: method.FirstTime) -> FirstLine:
    """Say it."""
    if time.ladder is None:
        return FirstLine(_("The first time in the potty or toilet!"), "", time)
    says = visit.speaker.spoken(time.ladder.says(time.step))
    return FirstLine(_("The first time on this step!"), says, time)


def greatest(visit: Visit, times: tuple[method.FirstTime, ...]) -> FirstLine | None:
    """Say the greatest of what happened for the first time at once: the potty."""
    potty = [time for time in times if time.what is method.First.POTTY]
    return next((line_of(visit, time) for time in (*potty, *times)), None)


def of_today(visit: Visit) -> FirstLine | None:
    """Say what happened today for the first time, and gladly."""
    joys = (
        praise.praise
        for praise in visit.advice.rewards.praise
        if praise.praise.tone is method.Tone.JOY
    )
    times = tuple(
        time for joy in joys for time in joy.firsts if time.day == visit.today
    )
    return greatest(visit, times)


class WholeWay(NamedTuple):
    """All first times, however long ago, the newest first, and the last diaper's day."""

    firsts: list[FirstLine]
    last_diaper: date | None


def of_the_way(visit: Visit) -> WholeWay:
    """Read them at once."""
    record = reading.record_of(visit.child, visit.now, READING)
    times = method.first_times(record, visit.now - WHOLE)
    firsts = [line_of(visit, time) for time in reversed(times)]
    return WholeWay(firsts, _last_diaper_of(record))


def _last_diaper_of(record: method.Record) -> date | None:
    """Give the day on which the last diaper was said goodbye to, if there was one."""
    days = [
        record.clock.day(idea.at)
        for idea in record.of(Idea)
        if idea.idea is IdeaKey.LAST_DIAPER and idea.answer is IdeaAnswer.DONE
    ]
    return days[-1] if days else None
