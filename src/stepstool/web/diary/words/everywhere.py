"""Words for answers that several kinds of entry share."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "YesNo": {"yes": _("Yes"), "no": _("No")},
    "Mood": {
        "proud": _("Proud"),
        "fine": _("Fine"),
        "uneasy": _("Uneasy"),
        "upset": _("Upset"),
    },
    "Where": {
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
    "MedicineKind": {
        "softener": _("A softener"),
        "clean_out": _("A clean-out"),
        "rectal": _("Given from below"),
        "other": _("Something else"),
    },
}
