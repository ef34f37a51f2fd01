"""Words for listening sessions: feelings are told as weather."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "StoppedBy": {
        "child": _("%(name)s said stop"),
        "adult": _("I said stop"),
        "over": _("It was over by itself"),
        "time": _("Time was up"),
    },
    "GrownUp": {
        "rested": _("Rested"),
        "tired": _("Tired"),
        "at_the_end": _("At the end of my strength"),
    },
}

_WEATHER = {
    0: _("Sun"),
    1: _("A cloud"),
    2: _("A few tears"),
    3: _("Many tears"),
    4: _("A storm"),
}
NUMBERS: Answers = {"strength_before": _WEATHER, "strength_after": _WEATHER}
