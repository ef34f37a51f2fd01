"""Words for listening sessions: feelings are told as weather."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers, Questions

QUESTIONS: Questions = {
    "listening.strength_before": _("How strong were the feelings when they came?"),
    "listening.strength_after": _("And at the end?"),
    "listening.minutes": _("How many minutes?"),
    "listening.stopped_by": _("What ended it?"),
    "listening.child_talks": _("Does %(name)s talk in sentences?"),
    "listening.grown_up": _("How was the one who listened?"),
}

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
