"""Poops, and days without one."""

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

P = method.poop

_HOW_IT_WAS: Final = {
    "bristol": Field(
        drawn="bristol_",
        numbers={
            1: _("Hard little lumps"),
            2: _("A lumpy log"),
            3: _("A log with cracks"),
            4: _("Smooth and soft"),
            5: _("Soft blobs"),
            6: _("Mushy"),
            7: _("Runny"),
        },
    ),
    "brussels": Field(drawn="brussels_"),
    "pain": Field(
        drawn="pain_",
        numbers={
            0: _("Not at all"),
            1: _("A little"),
            2: _("Cried, or said so"),
            3: _("Screamed"),
        },
        statements={
            0: _("Did not hurt"),
            1: _("Hurt a little"),
            2: _("Hurt"),
            3: _("Hurt a lot"),
        },
    ),
    "amount": Field(
        statements={
            "small": _("Little"),
            "normal": "",
            "large": _("Large"),
            "blocks_the_toilet": _("Blocked the toilet"),
        }
    ),
    "blood": Field(
        statements={
            "none": "",
            "on_the_surface": _("A streak of blood"),
            "mixed_in": _("Blood mixed in"),
        }
    ),
    "strain": Field(statements={"yes": _("Hard work"), "no": _("No hard work")}),
}
_WHERE_AND_HOW: Final = {
    "place": Field(drawn=""),
    "where": ROOM,
    "wearing": Field(
        drawn="",
        pictures={
            "diaper_with_slit": "step_a_hole",
            "diaper_with_hole": "step_a_hole",
            "nothing": "potty",
        },
    ),
    "posture": Field(drawn="", pictures={"lying": "sleep", "sitting_on_potty": "sit"}),
}
_THE_CHILD: Final = {
    "mood": MOOD,
    "began": PLAIN,
    "diaper_asked": Field(statements={"yes": _("Asked for a diaper"), "no": ""}),
    "diaper_given": GOT_IT,
    "made_to": INSISTED,
    "sleeping": Field(statements={"asleep": _("Asleep"), "awake": ""}),
    "witness": Field(statements={"seen": "", "found_later": _("Found later")}),
}
_IN_THE_CLOTHES: Final = {
    "soiling": Field(
        statements={"smear": _("Only a smear"), "more": _("In the clothes")}
    ),
    "noticed": Field(statements={"yes": _("Noticed"), "no": _("Not noticed")}),
}

# What a family calls it that chose no word of its own. Counted, as below: not every Python
# finds a text alone that the catalogue counts.
WORD: Final = ngettext_lazy("poop", "poops", 1)

KINDS: Final = (
    Kind(
        of=P.Poop,
        title=_("%(Poop)s"),
        access=DAY,
        elsewhere={"the page of a poop": {}},
        plural=ngettext_lazy("poop", "poops", "number"),
        form=(
            FormGroup(_("How was it?"), _HOW_IT_WAS),
            FormGroup(_("Where and how"), _WHERE_AND_HOW),
            FormGroup(_("%(name)s and the %(poop)s"), _THE_CHILD),
            FormGroup(_("In the clothes"), _IN_THE_CLOTHES),
        ),
        unasked={
            "imports know it, and nobody types it": {
                "imported": PLAIN,
                "bristol_low": Field(silent=True),
                "bristol_high": Field(silent=True),
            }
        },
    ),
    Kind(
        of=P.NoneCame,
        title=_("No %(poop)s"),
        button=_("No %(poop)s today"),
        access=DAY,
        more=Heading.AT_THE_POTTY,
        plural=ngettext_lazy("day without", "days without", "number"),
        form=(FormGroup("", {"since": PLAIN}),),
    ),
)

ANSWERS: Final[Answers] = {
    P.Place: {
        "diaper": _("Diaper"),
        "pull_up": _("Pull-up"),
        "pants": _("Pants"),
        "potty": _("Potty"),
        "toilet": _("Toilet"),
        "floor": _("Floor"),
        "bath": _("Bath"),
        "other": _("Elsewhere"),
    },
    P.Wearing: {
        "diaper": _("Diaper"),
        "diaper_with_slit": _("Diaper with a slit"),
        "diaper_with_hole": _("Diaper with a hole"),
        "pull_up": _("Pull-up"),
        "pants": _("Pants"),
        "nothing": _("Nothing below"),
    },
    P.Posture: {
        "standing": _("Standing"),
        "lying": _("Lying"),
        "squatting": _("Squatting"),
        "squatting_on_lid": _("Squatting on the lid"),
        "squatting_on_seat": _("Squatting on the seat"),
        "sitting_on_lid": _("Sitting on the lid"),
        "sitting_on_seat": _("Sitting on the seat"),
        "sitting_on_potty": _("Sitting on the potty"),
    },
    P.Witness: {"seen": _("Seen"), "found_later": _("Found later")},
    P.Sleeping: {"asleep": _("Asleep"), "awake": _("Awake")},
    P.Beginning: {
        "told": _("Told us"),
        "was_prompted": _("Was reminded"),
        "hid": _("Hid"),
    },
    P.Brussels: {
        "hard": _("Hard lumps"),
        "formed": _("Soft, in one piece"),
        "loose": _("Mushy"),
        "watery": _("Watery"),
    },
    P.Amount: {
        "small": _("A little"),
        "normal": _("Usual"),
        "large": _("A lot"),
        "blocks_the_toilet": _("Blocks the toilet"),
    },
    P.Blood: {
        "none": _("None"),
        "on_the_surface": _("A streak on it"),
        "mixed_in": _("Mixed in"),
    },
    P.Soiling: {"smear": _("A smear"), "more": _("More than a smear")},
}

# Where it landed, inside a sentence: "Saved: in the diaper, just now."
LANDED: Final = {
    P.Place.DIAPER: _("in the diaper"),
    P.Place.PULL_UP: _("in the pull-up"),
    P.Place.PANTS: _("in the pants"),
    P.Place.POTTY: _("in the potty"),
    P.Place.TOILET: _("in the toilet"),
    P.Place.FLOOR: _("on the floor"),
    P.Place.BATH: _("in the bath"),
    P.Place.OTHER: _("somewhere else"),
}
