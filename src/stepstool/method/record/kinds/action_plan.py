"""The doctor's own plan at home: what to do in up to three zones, and when each of them holds.

Written action plans have zones that a family tells apart by signs of a few days (USCAP-2023).
The words are the clinician's. When a zone holds is picked from a list, so that a diary can tell.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.question import UNKNOWN, Day, Several, Text, Unknown, ask

LONGEST: Final = 1000


class PlanZone(StrEnum):
    """A zone of the plan, from the easiest to the most careful."""

    WELL = "well"
    HARDER = "harder"
    STUCK = "stuck"


class WellSign(StrEnum):
    """By what "going well" is told: what the diary shows. Numbers are days."""

    SOFT = "soft"
    PAINLESS = "painless"
    CAME_2_DAYS = "came_2_days"


class TroubleSign(StrEnum):
    """By what the other zones are told. Numbers are days, and mean at least so many."""

    NONE_2_DAYS = "none_2_days"
    NONE_3_DAYS = "none_3_days"
    NONE_4_DAYS = "none_4_days"
    NONE_5_DAYS = "none_5_days"
    PEBBLES = "pebbles"
    HARD = "hard"
    LOOSE = "loose"
    WATERY = "watery"
    HURT_A_LITTLE = "hurt_a_little"
    HURT = "hurt"
    ACHE = "ache"
    SOILED_1_DAY = "soiled_1_day"
    SOILED_3_DAYS = "soiled_3_days"
    MISSED_1_DAY = "missed_1_day"
    MISSED_2_DAYS = "missed_2_days"
    MISSED_3_DAYS = "missed_3_days"


PlanSign = WellSign | TroubleSign


@kind("action_plan", lasting=True)
class ActionPlan(Entry):
    """The plan in the clinician's words, until_day included; the newest holds as a whole."""

    well: str | Unknown = ask(
        Text("Going well: what does the doctor say to do?", LONGEST)
    )
    well_when: tuple[WellSign, ...] | Unknown = ask(
        Several("It goes well when all of this is so", WellSign)
    )
    harder: str | Unknown = ask(
        Text("Harder, or skipped: what does the doctor say to do?", LONGEST)
    )
    harder_when: tuple[TroubleSign, ...] | Unknown = ask(
        Several("It is harder, or skipped, when any of this is so", TroubleSign)
    )
    stuck: str | Unknown = ask(
        Text("Stuck, or hurting: what does the doctor say to do?", LONGEST)
    )
    stuck_when: tuple[TroubleSign, ...] | Unknown = ask(
        Several("It is stuck, or hurting, when any of this is so", TroubleSign)
    )
    ordered_by: str | Unknown = ask(Text("Whose plan is it?", 100))
    until_day: date | Unknown = ask(Day("Until which day?"))

    def says(self, zone: PlanZone) -> str | Unknown:
        """Give the clinician's words for a zone."""
        words: str | Unknown = getattr(self, zone)
        return words

    def when(self, zone: PlanZone) -> tuple[PlanSign, ...]:
        """Give the signs of a zone; none where nobody picked any, or it has no words."""
        signs: tuple[PlanSign, ...] | Unknown = getattr(self, f"{zone}_when")
        return signs if self.says(zone) and signs is not UNKNOWN else ()

    def holds_on(self, day: date) -> bool:
        """Whether its last day is not over."""
        return self.until_day is UNKNOWN or self.until_day >= day


def in_force(plans: Sequence[ActionPlan], day: date) -> ActionPlan | None:
    """Give the plan that holds on a day, of all by their moments: the newest, if it is not over."""
    newest = plans[-1] if plans else None
    return newest if newest and newest.holds_on(day) else None
