"""Words for poops, and for days without one."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "Place": {
        "diaper": _("Diaper"),
        "pull_up": _("Pull-up"),
        "pants": _("Pants"),
        "potty": _("Potty"),
        "toilet": _("Toilet"),
        "floor": _("Floor"),
        "bath": _("Bath"),
        "other": _("Elsewhere"),
    },
    "Wearing": {
        "diaper": _("Diaper"),
        "diaper_with_slit": _("Diaper with a slit"),
        "diaper_with_hole": _("Diaper with a hole"),
        "pull_up": _("Pull-up"),
        "pants": _("Pants"),
        "nothing": _("Nothing below"),
    },
    "Posture": {
        "standing": _("Standing"),
        "lying": _("Lying"),
        "squatting": _("Squatting"),
        "squatting_on_lid": _("Squatting on the lid"),
        "squatting_on_seat": _("Squatting on the seat"),
        "sitting_on_lid": _("Sitting on the lid"),
        "sitting_on_seat": _("Sitting on the seat"),
        "sitting_on_potty": _("Sitting on the potty"),
    },
    "Witness": {"seen": _("Seen"), "found_later": _("Found later")},
    "Sleeping": {"asleep": _("Asleep"), "awake": _("Awake")},
    "Beginning": {
        "told": _("Told us"),
        "was_prompted": _("Was reminded"),
        "hid": _("Hid"),
    },
    "Brussels": {
        "hard": _("Hard lumps"),
        "formed": _("In one piece"),
        "loose": _("Mushy"),
        "watery": _("Watery"),
    },
    "Amount": {
        "small": _("A little"),
        "normal": _("Usual"),
        "large": _("A lot"),
        "blocks_the_toilet": _("Blocks the toilet"),
    },
    "Blood": {
        "none": _("None"),
        "on_the_surface": _("A streak on it"),
        "mixed_in": _("Mixed in"),
    },
    "Soiling": {"smear": _("A smear"), "more": _("More than a smear")},
}

NUMBERS: Answers = {
    "bristol": {
        1: _("Hard little lumps"),
        2: _("A lumpy log"),
        3: _("A log with cracks"),
        4: _("Smooth and soft"),
        5: _("Soft blobs"),
        6: _("Mushy"),
        7: _("Runny"),
    },
    "pain": {
        0: _("Not at all"),
        1: _("A little"),
        2: _("Cried, or said so"),
        3: _("Screamed"),
    },
}
