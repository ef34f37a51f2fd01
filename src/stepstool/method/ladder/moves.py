"""The moves, as one table: the first row that fits; each names its sources.

Step back (a) and (b) come first of all. Whatever the row, the parent decides, and the child
is asked before each harder step. Above the table stands what the reason of a row shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.ladder import back, forward, patience
from stepstool.method.ladder.patience import PatienceStage, stage
from stepstool.method.ladder.situation import PlanSituation
from stepstool.method.ladder.verdict import counts
from stepstool.method.record.decision import (
    Row,
    Value,
    always,
    decision_table,
    first_that_fits,
)

N: Final = topic("ladder")

Values = Mapping[str, Value]
Fits = Callable[[PlanSituation], object]
AN_HOUR: Final = timedelta(hours=1)


def _shows_nothing(_: PlanSituation) -> Values:
    """Show nothing: the sentence stands for itself."""
    return {}


def _shows_holding(now: PlanSituation) -> Values:
    """Show how many hours no poop came."""
    held = back.holding_now(now)
    return {"hours": held.gap // AN_HOUR} if held else {}


def _shows_hurt(now: PlanSituation) -> Values:
    """Show the day it hurt."""
    hurt = back.hurt_here(now)
    return {"day": hurt.day} if hurt else {}


def _shows_earlier(now: PlanSituation) -> Values:
    """Show how many in a row were at an earlier place."""
    return {"count": len(back.earlier_in_a_row(now))}


def _shows_upset(now: PlanSituation) -> Values:
    """Show on how many days the child was upset."""
    return {"count": len(back.upset_days(now))}


def _shows_learned(now: PlanSituation) -> Values:
    """Show how often it went well on this step."""
    return {"count": sum(map(counts, now.chances))}


def _shows_ahead(now: PlanSituation) -> Values:
    """Show which step the child went ahead to."""
    return {"step": forward.ahead_to(now)}


def _shows_counting(now: PlanSituation) -> Values:
    """Show the progress."""
    made = forward.progress(now)
    return {"count": made.count, "of": made.of}


def _shows_paused(now: PlanSituation) -> Values:
    """Show when the pause ended."""
    return {"day": now.record.clock.day(back.open_pauses(now)[-1].until)}


def _shows_break_since(now: PlanSituation) -> Values:
    """Show since when the break lasts."""
    return {"day": now.record.clock.day(now.began)}


def _shows_break_until(now: PlanSituation) -> Values:
    """Show until when the break lasts."""
    look = back.break_look(now)
    return {"day": now.record.clock.day(look)} if look else {}


def _shows_weeks(now: PlanSituation) -> Values:
    """Show for how many weeks there was no step forward."""
    return {"count": patience.weeks_still(now)}


def _shows_long_here(now: PlanSituation) -> Values:
    """Show for how many days, and with how many chances, the child is on this step."""
    return {"count": now.days_here, "chances": len(now.chances)}


def _shows_no(now: PlanSituation) -> Values:
    """Show when the child, or the family, said not yet."""
    no = forward.said_no(now)
    return {"day": now.record.clock.day(no)} if no else {}


def _shows_family_day(now: PlanSituation) -> Values:
    """Show until when the family gives this step."""
    return {"day": forward.family_day(now) or now.today}


class Advised(StrEnum):
    """What the ladder advises."""

    NONE = "none"
    START = "start"
    MOVE_ON = "move_on"
    STAY = "stay"
    STEP_BACK = "step_back"
    TAKE_A_BREAK = "take_a_break"
    GO_ON = "go_on"


class MoveMark(StrEnum):
    """What else is so of a row; pages and rules ask for a mark, never for a row by name."""

    SPEAKS = "its reason is worth the sentence of the day"
    FIRM = "it speaks although something is a little tender"
    RESTS = "the plan rests: nothing is counted"
    FIGHT = "it is about a fight: steps are not spoken of"
    NEWS = "a big change at home stands behind it"
    BREAK_ENDS = "a break may end; a longer one is as good"
    OR_WAIT = "waiting is as good"
    SETTLED = "the last step has held so long that rewards may grow quieter"
    HALF_OF_THIS = "half of this step is asked"
    IN_ITS_FORM = "what is asked stands in the form of the answer"
    ONE_TAP = "one tap is asked: soft and painless"
    GOES_ON = "what goes on as it is: nothing to answer"


@dataclass(frozen=True, kw_only=True)
class MoveRow(Row[PlanSituation]):
    """One row."""

    move: Advised
    sources: tuple[str, ...]  # keys of `evidence.SOURCES`
    sees: Callable[[PlanSituation], Values] = _shows_nothing  # what the reason shows
    # The step it leads to; None where it stays.
    leads: Callable[[PlanSituation], int | None] = lambda _: None
    asks: tuple[str, ...] = ()  # what to ask, and of whom
    marks: frozenset[MoveMark] = frozenset()  # what else is so of it
    also: tuple[str, ...] = ()  # other pages that help
    by_comfort: bool = False  # comfort's reasons stand behind it
    # No reason stands for longer than a week. Of a row that may last longer: whether it held
    # a week ago already, and the reasons that take turns from then on, by the weeks here.
    stood: Fits = lambda _: False
    turns: tuple[str, ...] = ()
    weeks: Callable[[PlanSituation], int] = lambda now: now.week

    def reason(self, now: PlanSituation) -> str:
        """Give the name of its reason now: its own, or the one that has its turn."""
        if not self.turns or not self.stood(now):
            return self.key
        return self.turns[self.weeks(now) % len(self.turns)]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The names of all its reasons."""
        own = () if self.key in self.turns else (self.key,)
        return (*own, *self.turns)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its reasons, and what it asks."""
        whys = (why(reason) for reason in self.reasons)
        return (*whys, *(f"ladder.ask.{key}" for key in self.asks))


def why(reason: str) -> str:
    """Give the key of a reason in words."""
    return f"ladder.why.{reason}"


def _marks(*marks: MoveMark) -> frozenset[MoveMark]:
    return frozenset(marks)


def _both(*conditions: Fits) -> Fits:
    """Every one of these is so."""
    return lambda now: all(condition(now) for condition in conditions)


def _begins(now: PlanSituation) -> bool:
    return now.place is PlanPlace.CHOSEN


def _may_begin(now: PlanSituation) -> bool:
    return _begins(now) and not _is_tender(now)


def _begins_gently(now: PlanSituation) -> object:
    return _may_begin(now) and back.big_change(now)


def _was_gentle(now: PlanSituation) -> bool:
    """Whether a gentle start was said a week ago already."""
    change = back.big_change(now)
    return forward.was_startable(now) and bool(change and change.at <= now.week_ago)


def _moves_on(now: PlanSituation) -> bool:
    free = not now.is_last and not back.open_pauses(now)
    ready = free and forward.soft_and_painless(now) and now.learned
    return ready and forward.hindrance(now) == forward.NOTHING


def _is_followed(now: PlanSituation) -> bool:
    gentle = now.gate.state is not State.WATCH and not forward.hurt_lately(now)
    return now.on_step and gentle and forward.ahead_to(now) > now.step


def _waits(*hindrances: str) -> Fits:
    """Learned, and one of these is the first thing in the way."""
    return lambda now: now.learned and forward.hindrance(now) in hindrances


def _is_tender(now: PlanSituation) -> bool:
    return now.gate.state is State.WATCH


def _is_quiet(now: PlanSituation) -> bool:
    """A break that lasts is quiet by itself."""
    return now.gate.quiet and not (back.break_look(now) and not back.is_break_over(now))


def _is_fought(now: PlanSituation) -> bool:
    return now.fight and not back.break_look(now)


def _came_to(*stages: PatienceStage) -> Fits:
    """So of a step that has come to this: nothing is tender, and no pause goes before it."""
    return lambda now: (
        stage(now) in stages
        and not _is_tender(now)
        and not back.open_pauses(now)
        and not _is_followed(now)
    )


def _steps_back(fits: Fits) -> Fits:
    """So where there is a step before this one, no pause since, and no word to stay."""
    return lambda now: (
        now.on_step
        and back.has_one_before(now)
        and not back.open_pauses(now)
        and fits(now)
        and not back.was_weighed(now)
    )


def _goes_on(now: PlanSituation) -> object:
    return back.open_pauses(now) and not _is_tender(now)


def _takes_a_tap(now: PlanSituation) -> bool:
    learned = not now.is_last and now.learned
    return learned and not forward.soft_and_painless(now)


def _is_last_learned(now: PlanSituation) -> bool:
    return now.is_last and now.learned


def _one_on(now: PlanSituation) -> int:
    return max(now.step + 1, forward.ahead_to(now))


M = MoveMark
IN_BETWEEN: Final = ("easy_ones_first", "in_between")
# fmt: off
MOVES: Final = decision_table(
    MoveRow(key="holding", move=Advised.STEP_BACK, fits=_both(back.has_one_before, back.holding_now),
        when="(a) holding since a harder step began, within 7 days: 48 hours with holding, or 72 hours and 24 more than the own gap",
        sources=("LONGINO-2021", "GATE", "I"), sees=_shows_holding, leads=back.easy_place, asks=("give_the_diaper",),
        marks=_marks(M.SPEAKS, M.FIRM)),
    MoveRow(key="hurt", move=Advised.STEP_BACK, fits=_both(back.has_one_before, back.hurt_here),
        when="(b) it hurt on this step, within 7 days of a harder step; for a week",
        sources=("LONGINO-2021", "I"), sees=_shows_hurt, leads=back.one_back, asks=("where_easy",),
        marks=_marks(M.SPEAKS, M.FIRM)),
    MoveRow(key="gate_shut", move=Advised.STAY, fits=lambda now: now.gate.is_shut,
        when="stuck or sore, or a doctor is to be called", sources=("GATE",),
        marks=_marks(M.RESTS), by_comfort=True),
    MoveRow(key="ill", move=Advised.STAY, fits=lambda now: now.gate.is_ill(now.at),
        when="ill", sources=("NICE-T2", "I"),
        marks=_marks(M.RESTS)),
    MoveRow(key="away", move=Advised.STAY, fits=lambda now: now.is_away,
        when="away from home: on a journey, in another home, in hospital", sources=("NICE-T2", "I"),
        marks=_marks(M.RESTS),
        turns=("away", "away_long"), stood=always, weeks=back.weeks_away),
    MoveRow(key="holding_at_first", move=Advised.STAY, fits=back.holding_now,
        when="(a) on the first step, which has none before it: the diaper where it was easy", sources=("GATE", "I"),
        sees=_shows_holding, asks=("give_the_diaper",),
        marks=_marks(M.SPEAKS, M.FIRM)),
    MoveRow(key="fight", move=Advised.TAKE_A_BREAK, fits=_is_fought,
        when="it has become a fight", sources=("TAUBMAN-1997", "RESIST-1", "ACCOUNT-C"), asks=("break_date",),
        marks=_marks(M.SPEAKS, M.FIRM, M.RESTS, M.FIGHT, M.IN_ITS_FORM),
        turns=("fight_goes_on", "fight_for_long"), stood=lambda now: now.was_fought),
    MoveRow(key="quiet", move=Advised.STAY, fits=_is_quiet,
        when="nothing heard for two days and more (three for a slow child, fewer with holding): the question first",
        sources=("I",),
        turns=("quiet_long", "quiet_longer"), stood=back.was_quiet),
    MoveRow(key="called", move=Advised.STAY, fits=lambda now: now.gate.called and now.place is not PlanPlace.ON_BREAK,
        when="a sign of now or today was answered within a day: the child rests", sources=("I",)),
    MoveRow(key="big_change", move=Advised.TAKE_A_BREAK, fits=back.change_without_progress,
        when="a big change at home, and no success for 7 days; for a week", sources=("NICE-T2", "I"), asks=("break_date",),
        marks=_marks(M.SPEAKS, M.RESTS, M.NEWS, M.IN_ITS_FORM)),
    MoveRow(key="break_long", move=Advised.GO_ON, fits=lambda now: back.is_break_over(now) and now.lasts(N.span.clinician),
        when="a break of 12 weeks and its date has come, or the child asked twice", sources=("TAUBMAN-1997", "I"),
        sees=_shows_break_since, leads=back.goes_on_at, asks=("child_again", "clinician"),
        marks=_marks(M.SPEAKS, M.BREAK_ENDS)),
    MoveRow(key="child_asked", move=Advised.GO_ON, fits=back.asked_on_break,
        when="a break, and the child asked twice", sources=("TAUBMAN-1997", "I"),
        sees=_shows_break_since, leads=back.goes_on_at, asks=("child_again",),
        marks=_marks(M.SPEAKS, M.BREAK_ENDS)),
    MoveRow(key="break_over", move=Advised.GO_ON, fits=back.is_break_over,
        when="a break whose date has come", sources=("TAUBMAN-1997", "I"),
        sees=_shows_break_since, leads=back.goes_on_at, asks=("child_again", "break_longer"),
        marks=_marks(M.SPEAKS, M.BREAK_ENDS)),
    MoveRow(key="on_break", move=Advised.TAKE_A_BREAK, fits=back.break_look,
        when="a break until its date", sources=("TAUBMAN-1997", "I"), sees=_shows_break_until,
        marks=_marks(M.SPEAKS, M.FIRM, M.GOES_ON)),
    MoveRow(key="stuck_for_months", move=Advised.STAY, fits=_came_to(PatienceStage.STUCK_FOR_MONTHS),
        when="12 weeks without a step forward, and every fourth week from then on: a clinician", sources=("TAUBMAN-1997", "I"),
        sees=_shows_weeks, asks=("clinician",),
        marks=_marks(M.SPEAKS), also=("so_far",)),
    MoveRow(key="stuck_for_weeks", move=Advised.STAY, fits=_came_to(PatienceStage.STUCK_FOR_WEEKS),
        when="28 days without a step forward, and every fourth week: why not, what was tried, another ladder", sources=("I",),
        sees=_shows_weeks, asks=("why_not", "another_ladder"),
        marks=_marks(M.SPEAKS), also=("so_far", "ladders")),
    MoveRow(key="half_again", move=Advised.STAY, fits=_came_to(PatienceStage.HALF_AGAIN),
        when="the week after that: half of the step", sources=("AUSTIN-2024", "I"),
        sees=_shows_weeks, asks=("half_step",),
        marks=_marks(M.SPEAKS, M.HALF_OF_THIS), also=("ladders",)),
    MoveRow(key="what_happened", move=Advised.STAY, fits=_came_to(PatienceStage.WHAT_HAPPENED),
        when="the week after that: a kind question of what happened", sources=("I",),
        asks=("what_happened",),
        marks=_marks(M.SPEAKS), also=("so_far",)),
    MoveRow(key="another_ladder", move=Advised.STAY, fits=_came_to(PatienceStage.ANOTHER_LADDER),
        when="the week after that: another ladder, one that was not tried", sources=("I",),
        sees=_shows_weeks, asks=("this_ladder",),
        marks=_marks(M.SPEAKS), also=("ladders",)),
    MoveRow(key="smaller_step", move=Advised.STAY, fits=_came_to(PatienceStage.SMALLER_STEP),
        when="14 days or 8 chances on a step without moving on, or, on the first step, two earlier in a row or upset on two days: cut it in half", sources=("AUSTIN-2024", "I"),
        sees=_shows_long_here, asks=("half_step",),
        marks=_marks(M.SPEAKS, M.HALF_OF_THIS), also=("ladders",)),
    MoveRow(key="half_longer", move=Advised.STAY, fits=_came_to(PatienceStage.HALF_LONGER),
        when="half of the step was tried once, and 14 days are over: half of it again", sources=("AUSTIN-2024", "I"),
        asks=("half_step",),
        marks=_marks(M.SPEAKS, M.HALF_OF_THIS), also=("ladders",)),
    MoveRow(key="whole_again", move=Advised.STAY, fits=_came_to(PatienceStage.WHOLE_AGAIN),
        when="half of the step was kept for some days: the whole one is tried again", sources=("I",), asks=("whole_again",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="earlier_twice", move=Advised.STEP_BACK, fits=_steps_back(back.earlier_in_a_row),
        when="(c) the last two were at an earlier place, with no pause in between: the first time on a step, for a week", sources=("LONGINO-2021", "I"),
        sees=_shows_earlier, leads=back.one_back, asks=("where_easy",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="upset", move=Advised.STEP_BACK, fits=_steps_back(back.upset_days),
        when="(d) upset on this step on two different days: the first time, for a week", sources=("LONGINO-2021", "ACCOUNT-B", "I"),
        sees=_shows_upset, leads=back.one_back, asks=("where_easy",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="learned", move=Advised.MOVE_ON, fits=_moves_on,
        when="soft and easy (or unknown and one tap), 3 successes in a row on 2 days or 90 % of 5 and more, "
        "2 full days on the step, not upset at the last two, no holding, the child says yes; each return to the step after the first asks for one more, and so does each slip, one at an earlier place that undoes it; for a week after it the 90 % do not count",
        sources=("LONGINO-2021", "CHW-2215", "I"), sees=_shows_learned, leads=_one_on, asks=("child_next",),
        marks=_marks(M.SPEAKS),
        turns=("learned_for_a_while", "learned_for_long"), stood=forward.was_invited),
    MoveRow(key="followed", move=Advised.MOVE_ON, fits=_is_followed,
        when="the child went ahead, willingly, twice on two days; or asked for that step itself and did it",
        sources=("ACCOUNT-B", "I"), sees=_shows_ahead, leads=forward.ahead_to, asks=("child_next",),
        marks=_marks(M.SPEAKS),
        turns=("followed_for_a_while", "followed_for_long"), stood=forward.was_ahead),
    MoveRow(key="not_yet_well", move=Advised.STAY, fits=back.waits_to_be_well,
        when="after an illness, until two soft poops came, for a week at most", sources=("NICE-T2", "I"), sees=_shows_paused),
    MoveRow(key="not_yet_home", move=Advised.STAY, fits=back.waits_at_home,
        when="after a journey, for the first day at home", sources=("NICE-T2", "I"), sees=_shows_paused),
    MoveRow(key="after_pause", move=Advised.GO_ON, fits=_goes_on,
        when="after an illness, a journey or a shut gate: the same step, one earlier after more than 7 days or a shut gate",
        sources=("I",), sees=_shows_paused, leads=back.goes_on_at, asks=("child_again",),
        marks=_marks(M.SPEAKS),
        turns=("after_pause_long", "after_pause_longer"), stood=back.was_paused),
    MoveRow(key="start_declined_again", move=Advised.STAY, fits=_both(_begins, forward.leaves_it_longer),
        when="a ladder is chosen, and it was not yet for the second time, or for more than a week", sources=("IOP-2013", "I")),
    MoveRow(key="start_declined_often", move=Advised.STAY, fits=_both(_begins, forward.was_often),
        when="a ladder is chosen, and it was not yet for the third time or more; the row above has every other week", sources=("IOP-2013", "I")),
    MoveRow(key="start_declined", move=Advised.STAY, fits=_both(_begins, forward.said_no),
        when="a ladder is chosen, and the child said not yet within 3 days; after each not-yet the pause is longer, up to 14 days",
        sources=("IOP-2013", "ACCOUNT-B", "I")),
    MoveRow(key="start_not_soft", move=Advised.STAY, fits=_both(_begins, forward.is_not_soft),
        when="a ladder is chosen; the last one a little hard or runny, of many in two weeks: for a week at most", sources=("GATE", "I"), by_comfort=True),
    MoveRow(key="start_gently", move=Advised.START, fits=_begins_gently,
        when="a ladder is chosen, soft and easy or unknown, in the first 4 weeks after a big change: start gently, or wait?",
        sources=("NICE-T2", "ACCOUNT-B", "I"), leads=lambda now: now.first_step, asks=("child_start", "gently_or_wait"),
        marks=_marks(M.SPEAKS, M.NEWS, M.OR_WAIT),
        turns=("start_gently_or_wait", "start_when_ready"), stood=_was_gentle),
    MoveRow(key="start", move=Advised.START, fits=_may_begin,
        when="a ladder is chosen, soft and easy or unknown, and the child agrees to try: begin with what it does today",
        sources=("ACCOUNT-B", "I"), leads=lambda now: now.first_step, asks=("child_start",),
        marks=_marks(M.SPEAKS),
        turns=("start_when_ready", "start_some_day"), stood=forward.was_startable),
    MoveRow(key="tender", move=Advised.STAY, fits=_is_tender,
        when="tender: no harder step now", sources=("GATE",), by_comfort=True,
        turns=("tender_long", "tender_longer"), stood=lambda now: now.gate.was_tender(now.week_ago)),
    MoveRow(key="came_back", move=Advised.STAY, fits=back.came_back_just_now,
        when="a step back was decided within 3 days, and no success came yet", sources=("I",), asks=("where_easy",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="preschool", move=Advised.STAY, fits=forward.is_ready_for_preschool,
        when="the last step for 3 weeks: preschool may have small steps of its own", sources=("I",),
        sees=_shows_long_here, asks=("preschool_ladder",),
        marks=_marks(M.SETTLED)),
    MoveRow(key="settled", move=Advised.STAY, fits=forward.is_settled,
        when="the last step for 14 days, nearly always: rewards begin to fade", sources=("UNC-AFIRM", "I"),
        sees=_shows_long_here, asks=("fade",),
        marks=_marks(M.SPEAKS, M.SETTLED)),
    MoveRow(key="last_step", move=Advised.STAY, fits=_is_last_learned,
        when="the last step, learned: let it settle", sources=("I",),
        turns=("last_step_long", "last_step_longer"), stood=forward.was_learned),
    MoveRow(key="said_no_again", move=Advised.STAY, fits=_both(_waits("not_yet"), forward.leaves_it_longer),
        when="learned; it was not yet for the second time, or for more than a week", sources=("IOP-2013", "I"),
        sees=_shows_no, asks=("next_half_step",)),
    MoveRow(key="said_no_often", move=Advised.STAY, fits=_both(_waits("not_yet"), forward.was_often),
        when="learned; it was not yet for the third time or more; the row above has every other week", sources=("IOP-2013", "I"),
        sees=_shows_no, asks=("next_half_step",)),
    MoveRow(key="family_stays", move=Advised.STAY, fits=_both(_waits("not_yet"), forward.family_stays),
        when="learned; the family decided to stay, such as where the next step is too high: the pause is as long as after the child's not-yet, and half of it is proposed", sources=("I",),
        sees=_shows_no, asks=("next_half_step",)),
    MoveRow(key="child_said_no", move=Advised.STAY, fits=_waits("not_yet"),
        when="learned; the child said not yet within 3 days; after each not-yet the pause is longer, up to 14 days",
        sources=("IOP-2013", "ACCOUNT-B", "I"),
        sees=_shows_no, asks=("next_half_step",)),
    MoveRow(key="family_days", move=Advised.STAY, fits=_waits("family_days"),
        when="learned; the family gives this step longer", sources=("ACCOUNT-B",), sees=_shows_family_day),
    MoveRow(key="two_days", move=Advised.STAY, fits=_waits("two_days"),
        when="learned, in less than 2 full days", sources=("CHW-2215",)),
    MoveRow(key="upset_lately", move=Advised.STAY, fits=_waits("upset_lately"),
        when="learned; upset at one of the last two, or within 48 hours", sources=("LONGINO-2021", "I"),
        turns=IN_BETWEEN, stood=forward.was_hindered),
    MoveRow(key="holding_lately", move=Advised.STAY, fits=_waits("holding_lately"),
        when="learned; holding in the last 48 hours", sources=("GATE", "I"),
        turns=IN_BETWEEN, stood=forward.was_hindered),
    MoveRow(key="hurt_lately", move=Advised.STAY, fits=_waits("hurt_lately"),
        when="learned; one hurt in the last 72 hours, if only a little", sources=("GATE", "I"),
        turns=IN_BETWEEN, stood=forward.was_hindered),
    MoveRow(key="not_soft", move=Advised.STAY, fits=_waits("not_soft"),
        when="learned; the last one a little hard or runny, of many in two weeks", sources=("GATE", "I"), by_comfort=True,
        turns=("next_form",), stood=forward.was_not_soft),
    MoveRow(key="soft_and_painless", move=Advised.STAY, fits=_takes_a_tap,
        when="learned; comfort is unknown: one tap, soft and painless?", sources=("GATE",), asks=("soft_and_painless",),
        marks=_marks(M.IN_ITS_FORM, M.ONE_TAP),
        turns=("still_soft", "soft_first"), stood=forward.was_learned),
    MoveRow(key="second_week", move=Advised.STAY, fits=lambda now: stage(now) is PatienceStage.SECOND_WEEK,
        when="a week on this step: no hurry, and a look at seat, feet and time", sources=("I",), asks=("look_at_seat",)),
    MoveRow(key="frightened", move=Advised.STAY, fits=forward.frightened,
        when="the last one was ahead and left the child uneasy: no party, the same step", sources=("ACCOUNT-B", "I"),
        asks=("quiet",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="ahead_once", move=Advised.STAY, fits=forward.went_ahead,
        when="the last one was ahead: glad and quiet, the same step, next time the child chooses", sources=("ACCOUNT-B", "I"),
        asks=("child_chooses",),
        marks=_marks(M.SPEAKS)),
    MoveRow(key="earlier_once", move=Advised.STAY, fits=forward.went_back,
        when="the last one was at an earlier place: that's okay", sources=("LONGINO-2021", "I")),
    MoveRow(key="counting", move=Advised.STAY, fits=always,
        when="everything else: successes are counted", sources=("LONGINO-2021", "I"), sees=_shows_counting,
        turns=("ups_and_downs", "more_ups"), stood=forward.was_slipping),
)
# fmt: on


def advised(now: PlanSituation) -> MoveRow:
    """Give the first row that fits."""
    return first_that_fits(MOVES, now)
