"""The treatment of today on the page of medicine: what to expect, the week, and the reviews."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import reading, words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Review: Final = method.visit.Review
Word: Final = method.health.ClinicianWord
Sign: Final = method.health.DangerSign
# The page of the guide with the same words.
FACTS: Final = "medicine"
# Each with its picture; what is not written is no fault.
DOSES: Final[dict[method.Doses, tuple[str, str | Promise]]] = {
    method.Doses.GIVEN: ("medicine_given", gettext_lazy("given")),
    method.Doses.SOME: ("medicine_given", gettext_lazy("in part")),
    method.Doses.MISSED: ("none_came", gettext_lazy("left out")),
    method.Doses.UNWRITTEN: ("dont_know", gettext_lazy("open")),
}


class DoseLine(NamedTuple):
    """A day of the week of doses."""

    day: str
    picture: str
    words: str


class ReviewLine(NamedTuple):
    """A review with its day."""

    look: str
    title: str
    day: str
    iso: str
    is_kept: bool
    is_due: bool


@dataclass(frozen=True)
class TreatmentCard:
    """The treatment as this visitor sees it."""

    visit: Visit

    @cached_property
    def today(self) -> method.SpokenTreatment:
        """What to say of it today."""
        advice = self.visit.advice
        record = reading.record_of(
            self.visit.child, advice.at, method.TREATMENT_READING
        )
        treatment = method.treatment_of(record, advice.comfort)
        return method.spoken_treatment(treatment, self.visit.speaker)

    @property
    def is_clean_out(self) -> bool:
        """Whether one runs."""
        return self.today.of.stage is method.TreatmentStage.CLEAN_OUT

    @property
    def facts(self) -> method.GuidePage:
        """What families ask about it; the guide has the same with its sources."""
        return method.page_of(FACTS, self.visit.speaker)

    @property
    def title(self) -> str:
        """What stands above it; empty where there is no treatment."""
        stage = self.today.of.stage
        titles = {
            method.TreatmentStage.CLEAN_OUT: _("The clean-out: day %(number)s")
            % {"number": self.today.of.day},
            method.TreatmentStage.ENDED: _("Is the clean-out over?"),
            method.TreatmentStage.WHAT_NEXT: _("After the clean-out"),
            method.TreatmentStage.MAINTENANCE: _("This week on the medicine"),
        }
        return titles.get(stage, "")

    @property
    def call_by(self) -> str:
        """By when something must have come, as the prescriber named it."""
        by = self.today.of.call_by
        if by is None:
            return ""
        local = self.visit.clock.local(by)
        return date_format(local, "l, H:i")

    @property
    def week(self) -> list[DoseLine]:
        """The last days of everyday medicine."""
        return [
            DoseLine(date_format(one.day, "D"), *_drawn(one.doses))
            for one in self.today.of.week
        ]

    @property
    def reviews(self) -> list[ReviewLine]:
        """The reviews of this treatment."""
        return [self._line(review) for review in self.today.of.reviews]

    def _line(self, review: method.TreatmentReview) -> ReviewLine:
        title = words.answer_word(review.look, self.visit.gaps)
        is_due = not review.is_kept and review.at <= self.visit.advice.at
        day = _written(review.day)
        return ReviewLine(
            review.look, title, day, str(review.day), review.is_kept, is_due
        )

    @property
    def may_say_over(self) -> bool:
        """Whether this visitor writes down that it is over, and it is asked."""
        return self.today.of.asks_whether_over and self._may_write(Word.KIND)

    @property
    def may_say_sign(self) -> bool:
        """Whether this visitor says that a sign is there."""
        return self._may_write(Sign.KIND)

    @property
    def may_keep_reviews(self) -> bool:
        """Whether this visitor keeps and moves reviews."""
        return self._may_write(Review.KIND)

    @property
    def may_call(self) -> bool:
        """Whether this visitor opens the page of the call."""
        return May.READ in self.visit.may(Word.KIND)

    def _may_write(self, kind: str) -> bool:
        return May.WRITE in self.visit.may(kind)


def _drawn(doses: method.Doses) -> tuple[str, str]:
    picture, text = DOSES[doses]
    return picture, str(text)


def _written(day: date) -> str:
    return date_format(day, "j F Y")
