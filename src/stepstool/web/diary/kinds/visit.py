"""What a family keeps for a visit: the doctor's office, its own questions, days of reviews."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds.kind import PLAIN, Answers, Field, Kind
from stepstool.web.families.roles import FAMILY, PLAN

V = method.visit

KINDS: Final = (
    Kind(
        of=V.Office,
        title=_("The doctor’s office"),
        picture="phone",
        access=FAMILY,
        elsewhere={
            "the page of the call": {
                "name": PLAIN,
                "phone": PLAIN,
                "hours": PLAIN,
                "after_hours": PLAIN,
            }
        },
    ),
    Kind(
        of=V.VisitQuestions,
        title=_("Our questions for the visit"),
        picture="clinician_word",
        access=FAMILY,
        elsewhere={
            "the page for the doctor": {
                "first": PLAIN,
                "second": PLAIN,
                "third": PLAIN,
            }
        },
    ),
    Kind(
        of=V.Review,
        title=_("A review of the treatment"),
        picture="clinician_word",
        access=PLAN,
        elsewhere={
            "the page of the medicine": {
                "look": PLAIN,
                "on_day": PLAIN,
                "kept": Field(
                    statements={
                        "yes": _("It took place"),
                        "no": _("It did not take place"),
                    }
                ),
            }
        },
    ),
)

ANSWERS: Final[Answers] = {
    V.ReviewKey: {
        "after_a_week": _("After a week"),
        "after_six_weeks": _("After six weeks"),
        "after_three_months": _("After three months"),
    }
}
