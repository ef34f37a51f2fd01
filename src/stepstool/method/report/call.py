"""The call: what to say first, what they will ask with its answers, what to ask, whom to call.

The first sentence names the child, its age and why; the answers are those of the doctor's
page; the questions ask for what to do, and never for a medicine or how much (M18).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stepstool.method.comfort import State, Urgency
from stepstool.method.evidence.telephones import Telephones, telephones_in
from stepstool.method.record import UNKNOWN, Record, Saying
from stepstool.method.record.child import MONTHS_A_YEAR
from stepstool.method.record.kinds.visit import Office
from stepstool.method.report.lines import Line, saying
from stepstool.method.report.report import EIGHT, Report, Section, report_of

SORE: Final = "sore"
PLAIN: Final = "plain"
# What to ask them, by how soon to call; without a danger sign by how the child's body feels.
TO_ASK: Final[Mapping[str, tuple[str, ...]]] = {
    Urgency.NOW: ("what_now", "meanwhile"),
    Urgency.TODAY: ("when_seen", "meanwhile", "call_again"),
    Urgency.SOON: ("when_seen", "softening", "call_again", "look_again"),
    SORE: ("softening", "how_long", "call_again", "look_again"),
    PLAIN: ("what_next", "call_again", "look_again"),
}


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call at a moment."""

    # How soon; None where no danger sign is open.
    urgency: Urgency | None
    # The sentence to begin with.
    first: Saying
    # What they will ask, by the sections of the doctor's page.
    answers: Mapping[Section, tuple[Line, ...]]
    # What to ask them.
    to_ask: tuple[Saying, ...]
    # The office as the family wrote it.
    office: Office | None
    # The numbers of the country; None where it is not known.
    telephones: Telephones | None


def call_of(record: Record) -> Call:
    """Prepare the call for the moment of a record."""
    page = report_of(record)
    alerts, about = page.comfort.alerts, _about(page)
    zone = record.clock.zone_at(record.at).key
    sign = {"sign": saying(f"report.sign.{alerts[0].key}")} if alerts else {}
    return Call(
        urgency=alerts[0].urgency if alerts else None,
        first=saying(f"report.first.{about}", age=_age(record), **sign),
        answers={key: page.sections[key] for key in EIGHT if key is not Section.WHY},
        to_ask=tuple(saying(f"report.to_ask.{key}") for key in TO_ASK[about]),
        office=record.last(Office),
        telephones=telephones_in(zone),
    )


def _about(page: Report) -> str:
    """Give what it is about: the most pressing danger sign, or how the body feels."""
    if page.comfort.alerts:
        return page.comfort.alerts[0].urgency
    return SORE if page.comfort.body is State.CONSTIPATED else PLAIN


def _age(record: Record) -> Saying:
    months = record.child.oldest_months(record.today)
    if months is UNKNOWN:
        return saying("report.age.not_said")
    years, rest = divmod(months, MONTHS_A_YEAR)
    return saying("report.age.said", years=years, months=rest)
