"""What a family keeps for a visit: the doctor's office, and its own questions."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds.kind import PLAIN, Answers, Kind
from stepstool.web.families.roles import FAMILY

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
)

ANSWERS: Final[Answers] = {}
