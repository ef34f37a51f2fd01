"""Words for answers that several kinds of entry share."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds.kind import Answers, Field

ANSWERS: Final[Answers] = {
    method.answers.YesNo: {"yes": _("Yes"), "no": _("No")},
    method.answers.Mood: {
        "proud": _("Proud"),
        "fine": _("Fine"),
        "uneasy": _("Uneasy"),
        "upset": _("Upset"),
    },
    method.answers.Where: {
        "bathroom": _("Bathroom"),
        "bedroom": _("Bedroom"),
        "living_room": _("Living room"),
        "hiding_place": _("Hiding place"),
        "elsewhere_at_home": _("Elsewhere at home"),
        "outdoors": _("Outdoors"),
        "preschool": _("Preschool"),
        "other_home": _("The other home"),
        "on_the_way": _("On the way"),
    },
    method.answers.MedicineKind: {
        "softener": _("A softener"),
        "clean_out": _("A clean-out"),
        "rectal": _("Given from below"),
        "other": _("Something else"),
    },
}

# How the child was with it.
MOOD: Final = Field(
    drawn="",
    statements={
        "proud": _("Proud"),
        "fine": _("Fine with it"),
        "uneasy": _("Uneasy"),
        "upset": _("Upset"),
    },
)
# Where in the house, or out of it.
ROOM: Final = Field(
    drawn="",
    pictures={
        "bathroom": "diaper_in_bathroom",
        "bedroom": "sleep",
        "living_room": "diaper_anywhere",
        "hiding_place": "diaper_in_hiding_place",
        "elsewhere_at_home": "diaper_anywhere",
        "outdoors": "other",
        "preschool": "caregivers",
        "other_home": "hello",
        "on_the_way": "away",
    },
)
INSISTED: Final = Field(statements={"yes": _("Somebody insisted"), "no": ""})
GOT_IT: Final = Field(statements={"yes": _("Got it"), "no": _("Did not get it")})
