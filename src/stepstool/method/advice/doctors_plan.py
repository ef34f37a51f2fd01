"""Which zone of the doctor's own plan holds now, and which facts of the diary say so (M18, M23).

The words of a zone are the clinician's and are shown as they are; nothing of ours is added. A
danger sign that is open with *now* or *today* stands before every zone (rule 4). Going well holds
when all of its signs are there, the others when any is, and of two that fit the later one: the more
careful. What nobody wrote down is no sign (rule 9). Source of such plans: USCAP-2023, evidence §14;
which days are looked at is our inference (evidence/numbers/action_plan.toml).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final

from stepstool.method.comfort import Comfort, Urgency
from stepstool.method.comfort.facts import Facts, GapSeries
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Reads, Record, Saying, Unknown
from stepstool.method.record.bout import Bout, Texture
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.action_plan import (
    ActionPlan,
    PlanSign,
    PlanZone,
    TroubleSign,
    WellSign,
    in_force,
)
from stepstool.method.record.kinds.health import Given, MedicineGiven

N: Final = topic("action_plan")
READING: Final = (Reads(kind=ActionPlan),)
RULE: Final = "action_plan"
SOURCES: Final = ("USCAP-2023",)
BEFORE_ALL: Final = (Urgency.NOW, Urgency.TODAY)
MISSED: Final = (Given.MISSED, Given.REFUSED)
Shows = Callable[["PlanLook"], Saying | None]


@dataclass(frozen=True, kw_only=True)
class ZoneNow:
    """The zone that holds."""

    zone: PlanZone
    text: str
    """The clinician's words."""
    by: str | Unknown
    since: date
    """The day on which the plan was written down."""
    because: tuple[Because, ...]

    @property
    def is_careful(self) -> bool:
        """Whether it is another than going well: then only the clinician's words count."""
        return self.zone is not PlanZone.WELL


@dataclass(frozen=True)
class PlanLook:
    """A plan, and the diary at the moment at which its zones are looked for."""

    record: Record
    comfort: Comfort
    plan: ActionPlan

    @cached_property
    def facts(self) -> Facts:
        """What the diary holds."""
        return Facts(self.record)

    @cached_property
    def last(self) -> Bout | None:
        """The last full poop, if it was lately."""
        last = self.facts.full.last(self.record.at)
        return last if last and last.at > self.record.at - N.span.lately else None

    @cached_property
    def none_since(self) -> datetime:
        """Since when no poop came, all days since being known; the moment, if none is."""
        return GapSeries(self.facts).at(self.record.at, self._day).since

    @cached_property
    def none_for(self) -> timedelta:
        """How long that is; a day of which nothing is known yet is left out."""
        days = self.facts.days
        until = self.record.at if days.known[self._day] else days.starts[self._day]
        return max(until - self.none_since, timedelta())

    @property
    def _day(self) -> int:
        return self.facts.days.index(self.record.at)

    def day(self, moment: datetime) -> date:
        """The child's day of a moment."""
        return self.record.clock.day(moment)

    def lately(self, days: Iterable[date], span: timedelta) -> Sequence[date]:
        """Give those of some days that lie in a span of days, today included, in order."""
        first = self.record.today - span
        return sorted({day for day in days if first < day <= self.record.today})

    @cached_property
    def soiled(self) -> Sequence[date]:
        """The days with soiling."""
        return [self.day(bout.at) for bout in self.facts.bouts if bout.is_leak]

    @cached_property
    def missed(self) -> Sequence[date]:
        """The days on which a medicine was missed or refused, and none of its kind given."""
        doses = self.record.within(MedicineGiven, self.facts.start, self.record.at)
        dated = [(self.day(dose.at), dose.medicine, dose.outcome) for dose in doses]
        given = {(day, kind) for day, kind, outcome in dated if outcome is Given.GIVEN}
        return [
            day
            for day, kind, outcome in dated
            if outcome in MISSED and (day, kind) not in given
        ]


def _last(key: str, is_so: Callable[[Bout], bool]) -> Shows:
    """Say what the last poop was like, if it was so."""

    def shows(look: PlanLook) -> Saying | None:
        if look.last is None or not is_so(look.last):
            return None
        return _saying(key, look.day(look.last.at))

    return shows


def _none_for(length: timedelta) -> Shows:
    """Say since when none came, if that is so long."""

    def shows(look: PlanLook) -> Saying | None:
        enough = look.none_for >= length
        return _saying("none", look.day(look.none_since)) if enough else None

    return shows


def _came(look: PlanLook) -> Saying | None:
    is_new = look.last and look.last.at > look.record.at - N.span.came_2_days
    return _saying("came", look.day(look.last.at)) if look.last and is_new else None


def _ache(look: PlanLook) -> Saying | None:
    since = look.record.at - N.span.ache
    aches = look.facts.aches.moments_within(since, look.record.at)
    return _saying("ache", look.day(aches[-1])) if aches else None


def _days_of(
    key: str,
    of: Callable[[PlanLook], Sequence[date]],
    least: timedelta,
    span: timedelta,
) -> Shows:
    """Say the last of the days with something, if they are so many."""

    def shows(look: PlanLook) -> Saying | None:
        days = look.lately(of(look), span)
        return _saying(key, days[-1]) if len(days) >= least.days else None

    return shows


def _saying(key: str, day: date) -> Saying:
    return Saying(key=f"action_plan.saw.{key}", values={"day": day})


def _soiled(look: PlanLook) -> Sequence[date]:
    return look.soiled


def _missed(look: PlanLook) -> Sequence[date]:
    return look.missed


W, T, DAYS = WellSign, TroubleSign, N.span
# fmt: off
SHOWS: Final[Mapping[PlanSign, Shows]] = {
    W.SOFT: _last("soft", lambda bout: bout.texture is Texture.SOFT),
    W.PAINLESS: _last("painless", lambda bout: bout.pain is not None and not bout.hurt_a_little),
    W.CAME_2_DAYS: _came,
    T.PEBBLES: _last("pebbles", lambda bout: bout.is_pellets),
    T.HARD: _last("hard", lambda bout: bout.is_hard),
    T.LOOSE: _last("loose", lambda bout: bout.texture in (Texture.LOOSE, Texture.RUNNY)),
    T.WATERY: _last("watery", lambda bout: bout.texture is Texture.RUNNY),
    T.HURT_A_LITTLE: _last("hurt_a_little", lambda bout: bout.hurt_a_little),
    T.HURT: _last("hurt", lambda bout: bout.hurt),
    T.ACHE: _ache,
    T.NONE_2_DAYS: _none_for(DAYS.none_2_days),
    T.NONE_3_DAYS: _none_for(DAYS.none_3_days),
    T.NONE_4_DAYS: _none_for(DAYS.none_4_days),
    T.NONE_5_DAYS: _none_for(DAYS.none_5_days),
    T.SOILED_1_DAY: _days_of("soiled", _soiled, DAYS.soiled_1_day, DAYS.lately),
    T.SOILED_3_DAYS: _days_of("soiled_3_days", _soiled, DAYS.soiled_3_days, DAYS.week),
    T.MISSED_1_DAY: _days_of("missed", _missed, DAYS.missed_1_day, DAYS.lately),
    T.MISSED_2_DAYS: _days_of("missed_2_days", _missed, DAYS.missed_2_days, DAYS.week),
    T.MISSED_3_DAYS: _days_of("missed_3_days", _missed, DAYS.missed_3_days, DAYS.week),
}
# fmt: on


def _facts_for(look: PlanLook, zone: PlanZone) -> list[Saying | None]:
    """Give for each sign of a zone what the diary shows of it."""
    return [SHOWS[sign](look) for sign in look.plan.when(zone)]


def _because(look: PlanLook, zone: PlanZone) -> tuple[Because, ...]:
    """Give the facts that a zone rests on, each once."""
    facts = {fact.key: fact for fact in _facts_for(look, zone) if fact}
    return tuple(
        Because(rule=RULE, saw=fact, sources=SOURCES) for fact in facts.values()
    )


def _any_of(zone: PlanZone) -> Callable[[PlanLook], bool]:
    return lambda look: any(_facts_for(look, zone))


def _all_of(zone: PlanZone) -> Callable[[PlanLook], bool]:
    def fits(look: PlanLook) -> bool:
        facts = _facts_for(look, zone)
        return bool(facts) and all(facts)

    return fits


def _calls_first(look: PlanLook) -> bool:
    return any(alert.urgency in BEFORE_ALL for alert in look.comfort.alerts)


@dataclass(frozen=True, kw_only=True)
class ZoneRow(Row[PlanLook]):
    """One row: the zone that holds, or that none does."""

    zone: PlanZone | None


# fmt: off
ZONES: Final = decision_table(
    ZoneRow(key="call_first", zone=None, fits=_calls_first,
        when="a danger sign is open: now or today"),
    ZoneRow(key="stuck", zone=PlanZone.STUCK, fits=_any_of(PlanZone.STUCK),
        when="any of the signs picked for “stuck or hurting” is there"),
    ZoneRow(key="harder", zone=PlanZone.HARDER, fits=_any_of(PlanZone.HARDER),
        when="any of the signs picked for “harder or skipped” is there"),
    ZoneRow(key="well", zone=PlanZone.WELL, fits=_all_of(PlanZone.WELL),
        when="all of the signs picked for “going well” are there"),
    ZoneRow(key="none_fits", zone=None, fits=always, when="everything else: nothing is said"),
)
# fmt: on


def zone_now(record: Record, comfort: Comfort) -> ZoneNow | None:
    """Give the zone of the doctor's plan that holds, with what it rests on; None if none does.

    comfort: the verdict on the same record.
    """
    plan = in_force(record.of(ActionPlan), record.today)
    if plan is None:
        return None
    look = PlanLook(record, comfort, plan)
    zone = first_that_fits(ZONES, look).zone
    text = plan.says(zone) if zone else UNKNOWN
    if zone is None or text is UNKNOWN:
        return None
    return ZoneNow(
        zone=zone,
        text=text,
        by=plan.ordered_by,
        since=record.clock.day(plan.at),
        because=_because(look, zone),
    )
