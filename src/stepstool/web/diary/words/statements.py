"""Answers as short statements, for lines that show no question.

An empty text keeps still about an answer; what is not here speaks for itself.
"""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Answers

_WITH_IT: Final = {
    "proud": _("Proud"),
    "fine": _("Fine with it"),
    "uneasy": _("Uneasy"),
    "upset": _("Upset"),
}

# What Stepstool knows by name; anything else stands in the family's own words.
THINGS: Final = {
    "smarties": _("Little sweets"),
    "kisses": _("Chocolate kisses"),
    "sticker": _("A sticker"),
    "special_sticker": _("The special sticker"),
    "nail_polish": _("Nail polish"),
    "stamp": _("A stamp on the hand"),
    "dance": _("A dance"),
    "bubbles": _("Bubbles"),
    "bedtime_book": _("Choosing the bedtime book"),
    "torch": _("A torch under the blanket"),
    "call_grandpa": _("A call to Grandpa"),
    "marble": _("A marble in the glass"),
    "surprise": _("A surprise"),
    "high_five": _("A wave goodbye and a high five"),
}

STATEMENTS: Final[Answers] = {
    "poop.pain": {
        0: _("Did not hurt"),
        1: _("Hurt a little"),
        2: _("Hurt"),
        3: _("Hurt a lot"),
    },
    "poop.blood": {
        "none": "",
        "on_the_surface": _("A streak of blood"),
        "mixed_in": _("Blood mixed in"),
    },
    "poop.amount": {
        "small": _("Little"),
        "normal": "",
        "large": _("Large"),
        "blocks_the_toilet": _("Blocked the toilet"),
    },
    "poop.witness": {"seen": "", "found_later": _("Found later")},
    "poop.sleeping": {"asleep": _("Asleep"), "awake": ""},
    "poop.diaper_asked": {"yes": _("Asked for a diaper"), "no": ""},
    "poop.diaper_given": {"yes": _("Got it"), "no": _("Did not get it")},
    "poop.made_to": {"yes": _("Somebody insisted"), "no": ""},
    "poop.mood": _WITH_IT,
    "poop.strain": {"yes": _("Hard work"), "no": _("No hard work")},
    "poop.soiling": {"smear": _("Only a smear"), "more": _("In the clothes")},
    "poop.noticed": {"yes": _("Noticed"), "no": _("Not noticed")},
    "sit.offered": {"yes": _("Offered"), "no": _("Own idea")},
    "sit.accepted": {"yes": _("Sat down"), "no": _("Rather not")},
    "sit.feet_supported": {
        "yes": _("Feet on something firm"),
        "no": _("Feet in the air"),
    },
    "sit.ended_by": {
        "child": _("Ended by the child"),
        "adult": _("Ended by a grown-up"),
    },
    "sit.made_to": {"yes": _("Somebody insisted"), "no": ""},
    "sit.mood": _WITH_IT,
    "diaper_request.given": {"yes": _("Got it"), "no": _("Did not get it")},
    "diaper_request.mood": _WITH_IT,
    "prompt.mood": _WITH_IT,
    "meal.appetite": {
        "good": _("Ate plenty"),
        "little": _("Ate a little"),
        "none": _("Ate nothing"),
    },
    "tummy_ache.better_after_poop": {
        "yes": _("Better after a %(poop)s"),
        "no": _("No better after a %(poop)s"),
    },
    "tummy_ache.appetite_gone": {"yes": _("No appetite"), "no": _("Appetite fine")},
    "medicine_given.phosphate": {"yes": _("A phosphate enema"), "no": ""},
    "listening.child_talks": {"yes": "", "no": _("No sentences yet")},
    "settings.sweets": {"yes": _("Sweets are fine"), "no": _("No sweets")},
    "settings.things": {"yes": _("Things are fine"), "no": _("No things at all")},
    "reward.what": THINGS,
    "price.thing": THINGS,
    "plan.child_agreed": {
        "yes": _("The child agreed"),
        "no": _("The child said not yet"),
    },
}

# Numbers that say nothing without their unit.
UNITS: Final = {
    "sit.minutes": _("%(number)s minutes"),
    "listening.minutes": _("%(number)s minutes"),
    "drink.amount": _("%(number)s ml"),
    "clinician_word.days": _("%(number)s days"),
    "settings.windows": _("%(number)s offers a day"),
    "plan.step": _("Step %(number)s"),
    "reward.amount": _("%(number)s pieces"),
    "reward.step": _("Step %(number)s"),
    "price.step": _("Step %(number)s"),
    "price.first": _("First time: %(number)s"),
    "price.then": _("After that: %(number)s"),
    "price.jar": _("In the jar: %(number)s"),
}

# Where it landed, inside a sentence: "Saved: in the diaper, just now."
LANDED: Final = {
    "diaper": _("in the diaper"),
    "pull_up": _("in the pull-up"),
    "pants": _("in the pants"),
    "potty": _("in the potty"),
    "toilet": _("in the toilet"),
    "floor": _("on the floor"),
    "bath": _("in the bath"),
    "other": _("somewhere else"),
}
