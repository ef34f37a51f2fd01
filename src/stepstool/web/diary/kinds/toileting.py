"""What leads to a poop: pees, sits, signals, requests and reminders."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from stepstool import method
from stepstool.web.diary.kinds.answers import GOT_IT, INSISTED, MOOD, ROOM
from stepstool.web.diary.kinds.kind import (
    PLAIN,
    Answers,
    Field,
    FormGroup,
    Heading,
    Kind,
)
from stepstool.web.families.roles import DAY

T = method.toileting

_SIT: Final = {
    "offered": Field(statements={"yes": _("Offered"), "no": _("Own idea")}),
    "accepted": Field(statements={"yes": _("Sat down"), "no": _("Rather not")}),
    "place": Field(drawn=""),
    "minutes": Field(
        unit=ngettext_lazy("%(number)s minute", "%(number)s minutes", "number")
    ),
    "feet_supported": Field(
        statements={"yes": _("Feet on something firm"), "no": _("Feet in the air")}
    ),
    "ended_by": Field(
        statements={
            "child": _("Ended by the child"),
            "adult": _("Ended by a grown-up"),
        }
    ),
    "made_to": INSISTED,
    "mood": MOOD,
}
_SIGNAL: Final = {
    "signs": Field(drawn="", pictures={"other": ""}),
    "meaning": Field(pictures={"about_to_go": "pushing", "holding": "holding"}),
}

KINDS: Final = (
    Kind(
        of=T.Pee,
        title=_("Pee"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        plural=ngettext_lazy("pee", "pees", "number"),
        form=(FormGroup("", {"place": Field(drawn="")}),),
    ),
    Kind(
        of=T.Sit,
        title=_("A sit"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        plural=ngettext_lazy("sit", "sits", "number"),
        form=(FormGroup("", _SIT),),
    ),
    Kind(
        of=T.Signal,
        title=_("A sign"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        plural=ngettext_lazy("signal", "signals", "number"),
        form=(FormGroup("", _SIGNAL),),
    ),
    Kind(
        of=T.DiaperRequest,
        title=_("Asked for a diaper"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        form=(FormGroup("", {"given": GOT_IT, "where": ROOM, "mood": MOOD}),),
    ),
    Kind(
        of=T.Prompt,
        title=_("It came up"),
        button=_("We brought it up"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        form=(FormGroup("", {"how": PLAIN, "mood": MOOD}),),
    ),
)

ANSWERS: Final[Answers] = {
    T.EndedBy: {"child": _("The child"), "adult": _("A grown-up")},
    T.Sign: {
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
    T.Meaning: {"about_to_go": _("About to go"), "holding": _("Holding it in")},
    T.PromptKind: {
        "asked": _("We asked"),
        "reminded": _("We reminded"),
        "pushed": _("We pushed a little"),
        "harsh_words": _("Harsh words"),
        "threat": _("A threat"),
        "punishment": _("A punishment"),
    },
}
