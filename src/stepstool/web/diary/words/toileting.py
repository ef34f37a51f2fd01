"""Words for what leads to a poop: pees, sits, signals, requests and reminders."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "EndedBy": {"child": _("The child"), "adult": _("A grown-up")},
    "Sign": {
        "grunting": _("Grunting"),
        "red_face": _("Red face"),
        "squatting": _("Squatting"),
        "hiding": _("Hiding"),
        "going_quiet": _("Going quiet"),
        "gas": _("Gas"),
        "tummy_holding": _("Hands on tummy"),
        "stiff_legs": _("Stiff legs"),
        "crossed_legs": _("Crossed legs"),
        "tiptoes": _("Tiptoes"),
        "arched_back": _("Arched back"),
        "clenched": _("Squeezing shut"),
        "asking_for_diaper": _("Asks for a diaper"),
        "other": _("Something else"),
    },
    "Meaning": {"about_to_go": _("About to go"), "holding": _("Holding it in")},
    "PromptKind": {
        "asked": _("We asked"),
        "reminded": _("We reminded"),
        "pushed": _("We pushed a little"),
        "harsh_words": _("Harsh words"),
        "threat": _("A threat"),
        "punishment": _("A punishment"),
    },
}
