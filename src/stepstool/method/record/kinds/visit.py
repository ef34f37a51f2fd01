"""What a family keeps for a visit: the office, its own questions, and the days of reviews."""

from datetime import date
from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.question import Choice, Day, Text, Unknown, ask


class ReviewKey(StrEnum):
    """Which review of a treatment, by how long after its beginning it is usual."""

    AFTER_A_WEEK = "after_a_week"
    AFTER_SIX_WEEKS = "after_six_weeks"
    AFTER_THREE_MONTHS = "after_three_months"


@kind("office", lasting=True)
class Office(Entry):
    """The doctor's office in the family's words; the newest one holds as a whole."""

    name: str | Unknown = ask(Text("Which office?", 100))
    phone: str | Unknown = ask(Text("Its telephone number", 40))
    hours: str | Unknown = ask(Text("When is somebody there?", 200))
    after_hours: str | Unknown = ask(
        Text("Whom do you call when it is closed? With the number.", 200)
    )


@kind("visit_questions", lasting=True)
class VisitQuestions(Entry):
    """Up to three questions of the family for the visit; the newest three hold."""

    first: str | Unknown = ask(Text("What do you want to ask first?", 200))
    second: str | Unknown = ask(Text("And second?", 200))
    third: str | Unknown = ask(Text("And third?", 200))

    @property
    def asked(self) -> tuple[str, ...]:
        """Those that were written, in their order."""
        three = (self.first, self.second, self.third)
        return tuple(text for text in three if isinstance(text, str))


@kind("review", lasting=True)
class Review(Entry):
    """A review of a treatment: the day it was moved to, or that it took place.

    The newest entry about a look holds, as long as the same treatment goes on.
    """

    look: ReviewKey | Unknown = ask(Choice("Which review of the treatment?", ReviewKey))
    on_day: date | Unknown = ask(Day("On which day?"))
    kept: YesNo | Unknown = ask(Choice("Did it take place?", YesNo))
