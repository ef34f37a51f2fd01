"""What holds from a moment on: zone, choices, the plan, rewards, and listening sessions."""

from typing import Final

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds.kind import PLAIN, Answers, Field, Kind
from stepstool.web.families.roles import DAY, PLAN, Access, May
from stepstool.web.shell.zones import zone_choices

L, PR, LI = method.lasting, method.promises, method.listening


def _thing_name(thing: str) -> str:
    """Say a thing to give; the method's catalogue knows their names."""
    return capfirst(method.treat_name(thing, method.speaker_in(get_language() or "")))


def _ladder_name(key: str) -> str:
    """Say a ladder by its title."""
    title = method.LADDERS[key].title
    return method.speaker_in(get_language() or "").spoken(title)


_thing, _ladder = lazy(_thing_name, str), lazy(_ladder_name, str)

# What a family names itself stands in its own words.
_THING: Final = Field(statements={thing: _thing(thing) for thing in method.THINGS})
_TREAT: Final = Field(
    statements={
        method.SWEETS: _("Little sweets"),
        **{thing: _thing(thing) for thing in method.THINGS},
    }
)
_CHOKES: Final = Field(
    statements={
        "yes": _("Hard, round, sticky or chewy"),
        "no": _("Not hard, round, sticky or chewy"),
    }
)
# What a family made itself has a name of its own on the pages of the plan.
_LADDER: Final = Field(
    statements={key: _ladder(key) for key in method.LADDERS},
    otherwise=_("Steps of your own"),
)
_ZONE: Final = Field(
    statements={
        zone: place for _region, places in zone_choices() for zone, place in places
    }
)
_STEP: Final = Field(unit=_("Step %(number)s"))
_SILENT: Final = Field(silent=True)
_WEATHER: Final = Field(
    numbers={
        0: _("Sun"),
        1: _("A cloud"),
        2: _("A few tears"),
        3: _("Many tears"),
        4: _("A storm"),
    }
)

_SETTINGS: Final = {
    "word": PLAIN,
    "pronoun": PLAIN,
    "talks": PLAIN,
    "sweets": Field(statements={"yes": _("Sweets are fine"), "no": _("No sweets")}),
    "things": Field(
        statements={"yes": _("Things are fine"), "no": _("No things at all")}
    ),
    "treat": _TREAT,
    "treat_chokes": _CHOKES,
    "allergies": PLAIN,
    "praise": Field(
        statements={"aloud": _("Praise may be loud"), "quiet": _("Quiet praise")}
    ),
    "fading": PLAIN,
    "windows": Field(
        unit=ngettext_lazy(
            "%(number)s offer a day", "%(number)s offers a day", "number"
        )
    ),
}
_PLAN: Final = {
    "move": PLAIN,
    "ladder": _LADDER,
    "ladder_version": _SILENT,
    "step": _STEP,
    "until_day": PLAIN,
    "child_agreed": Field(
        statements={"yes": _("The child agreed"), "no": _("The child said not yet")}
    ),
}
_OWN_LADDER: Final = {
    "ladder": _SILENT,
    "ladder_version": _SILENT,
    "title": PLAIN,
    "steps": PLAIN,
}
# A sticker is said by the reward already, and that it was one by its word.
_GIVEN: Final = Field(
    statements={**_THING.statements, "sticker": "", "special_sticker": ""}
)
_REWARD: Final = {
    "reward": PLAIN,
    "what": _GIVEN,
    "amount": Field(
        statements={1: ""},
        unit=ngettext_lazy("%(number)s piece", "%(number)s pieces", "number"),
    ),
    "cause": _SILENT,
    "ladder": _LADDER,
    "step": _STEP,
}
_PRICE: Final = {
    "ladder": _LADDER,
    "step": _STEP,
    "thing": _THING,
    "chokes": _CHOKES,
    "first": Field(unit=_("First time: %(number)s")),
    "then": Field(unit=_("After that: %(number)s")),
    "jar": Field(unit=_("In the jar: %(number)s")),
}
_LISTENING: Final = {
    "strength_before": _WEATHER,
    "strength_after": _WEATHER,
    "minutes": Field(
        unit=ngettext_lazy("%(number)s minute", "%(number)s minutes", "number")
    ),
    "stopped_by": PLAIN,
    "child_talks": Field(statements={"yes": "", "no": _("No sentences yet")}),
    "grown_up": PLAIN,
}

KINDS: Final = (
    Kind(
        of=L.Zone,
        title=_("Where you are at home"),
        picture="clock",
        access=PLAN,
        elsewhere={"the pages of the child": {"zone": _ZONE}},
    ),
    Kind(
        of=L.Settings,
        title=_("Your choices"),
        picture="stepstool",
        access=PLAN,
        elsewhere={
            "the pages of the child, of its words and of its rewards": _SETTINGS
        },
    ),
    Kind(
        of=L.Plan,
        title=_("The plan"),
        picture="stepstool",
        access=PLAN,
        elsewhere={"the pages of the plan": _PLAN},
    ),
    Kind(
        of=method.own_ladder.OwnLadder,
        title=_("Your own ladder"),
        access=PLAN,
        elsewhere={"the page of the own ladder": _OWN_LADDER},
    ),
    # Feelings of a child: for those it lives with.
    Kind(
        of=LI.Listening,
        title=_("Listening"),
        access=Access(
            parent=May.ALL, carer=May.CARE, preschool=May.NOTHING, reader=May.READ
        ),
        elsewhere={"the pages of listening": _LISTENING},
    ),
    Kind(
        of=L.Reward,
        title=_("A reward"),
        access=DAY,
        elsewhere={"the page of the rewards": _REWARD},
    ),
    Kind(
        of=PR.Price,
        title=_("What a step earns"),
        picture="reward",
        access=PLAN,
        elsewhere={"the page of the rewards": _PRICE},
    ),
    Kind(
        of=PR.Prize,
        title=_("The prize in sight"),
        picture="reward",
        access=PLAN,
        elsewhere={
            "the page of the rewards": {
                "what": PLAIN,
                "place": PLAIN,
                "picture": PLAIN,
            }
        },
    ),
)

ANSWERS: Final[Answers] = {
    L.Pronoun: {
        "she": _("She"),
        "he": _("He"),
        "they": _("They"),
        "name_only": _("By name only"),
    },
    L.Talks: {
        "sentences": _("In sentences"),
        "few_words": _("With a few words"),
        "no_words": _("Without words: gestures, cards, a pulled sleeve"),
    },
    L.Loudness: {
        "aloud": _("Aloud: a cheer is fine"),
        "quiet": _("Quietly: a nod, no cheering"),
    },
    L.Move: {
        "start": _("Begun"),
        "move_on": _("On to the next step"),
        "stay": _("Staying here"),
        "step_back": _("Back a step"),
        "take_a_break": _("A break"),
        "go_on": _("Going on"),
        "end": _("The ladder has ended"),
    },
    L.Fading: {
        "every_time": _("Every time"),
        "every_second": _("A sticker each day it works, the treat every second time"),
        "surprise": _("A surprise now and then"),
        "words": _("High five and words"),
    },
    PR.PrizePicture: {
        "car": _("A car"),
        "teddy": _("A teddy"),
        "dinosaur": _("A dinosaur"),
        "ball": _("A ball"),
        "book": _("A book"),
        "kite": _("A kite"),
        "crayons": _("Crayons"),
        "something": _("A parcel"),
    },
    L.RewardKind: {
        "sticker": _("Sticker"),
        "special_sticker": _("Special sticker"),
        "treat": _("Treat"),
        "prize": _("Prize"),
        "other": _("Something else"),
    },
    LI.StoppedBy: {
        "child": _("%(name)s said stop"),
        "adult": _("I said stop"),
        "over": _("It was over by itself"),
        "time": _("Time was up"),
    },
    LI.GrownUp: {
        "rested": _("Rested"),
        "tired": _("Tired"),
        "at_the_end": _("At the end of my strength"),
    },
}
