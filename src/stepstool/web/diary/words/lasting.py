"""Words for what holds from a moment on: words, zone, the plan, rewards."""

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

ANSWERS: Answers = {
    "Pronoun": {
        "she": _("She"),
        "he": _("He"),
        "they": _("They"),
        "name_only": _("By name only"),
    },
    "Move": {
        "start": _("Start"),
        "move_on": _("Move on"),
        "stay": _("Stay"),
        "step_back": _("A step back"),
        "take_a_break": _("Take a break"),
        "go_on": _("Go on"),
        "end": _("The end"),
    },
    "Fading": {
        "every_time": _("Every time"),
        "every_second": _("A sticker every time, the treat every second time"),
        "surprise": _("A surprise now and then"),
        "words": _("High five and words"),
    },
    "PrizePicture": {
        "car": _("A car"),
        "teddy": _("A teddy"),
        "dinosaur": _("A dinosaur"),
        "ball": _("A ball"),
        "book": _("A book"),
        "kite": _("A kite"),
        "crayons": _("Crayons"),
        "something": _("A parcel"),
    },
    "RewardKind": {
        "sticker": _("Sticker"),
        "special_sticker": _("Special sticker"),
        "treat": _("Treat"),
        "prize": _("Prize"),
        "other": _("Something else"),
    },
}
