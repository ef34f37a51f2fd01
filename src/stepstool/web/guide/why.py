"""Why, as the page shows it: what was seen, the rule, its sources, and what words mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import fill
from stepstool.web.diary.words.table import Word
from stepstool.web.families.roles import May


class StateMeaning(NamedTuple):
    """A state of comfort: its key, its word on the page, and what it means for a day."""

    key: str
    word: Word
    means: Word


MEANINGS: Final = (
    StateMeaning(
        "unknown",
        _("Getting to know %(name)s"),
        _("Too little is written down to say. What works today goes on."),
    ),
    StateMeaning(
        "comfortable",
        _("Soft and easy"),
        _("It is soft and does not hurt. Small steps are possible, if %(name)s likes."),
    ),
    StateMeaning(
        "watch",
        _("Tender"),
        _("One sign makes us careful. No new step now; diapers are welcome."),
    ),
    StateMeaning(
        "constipated",
        _("Stuck or sore"),
        _("Several signs together. Softness comes first, and nothing is asked."),
    ),
    StateMeaning(
        "see_a_doctor",
        _("Please call"),
        _("A sign that belongs in a doctor’s hands. Your answer closes it."),
    ),
)


@dataclass(frozen=True, kw_only=True)
class StateLine:
    """A word for a state, what it means, and whether it holds now."""

    picture: str
    word: str
    means: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class WhyPage:
    """The reasons of today's sentence."""

    picture: str
    because: tuple[method.SpokenBecause, ...]
    # What else to know.
    notes: tuple[method.SpokenBecause, ...]
    # What to tell at the next visit.
    tell: tuple[method.SpokenBecause, ...]
    states: list[StateLine]
    # Whether "I see it differently" is offered.
    differ: bool
    # What rests on the family's own answers, or its doctor's, is not this visitor's to read.
    kept_back: bool


# What rests on what the family told, or its doctor said.
OF_THE_FAMILY: Final = {"F9", "C5", "C6", "W6", "told"}


def why_of(visit: Visit) -> WhyPage:
    """Give the reasons for today's sentence."""
    advice = visit.advice
    state = str(advice.comfort.state)
    insider = May.READ in visit.may("interview")
    whole = tuple(dict.fromkeys((*advice.why, *advice.because)))
    because = whole if insider else tuple(_for_others(advice))
    return WhyPage(
        picture=f"state_{state}",
        because=because,
        notes=advice.notes if insider else (),
        tell=advice.tell if insider else (),
        states=[
            StateLine(
                picture=f"state_{meaning.key}",
                word=fill(meaning.word, visit.gaps),
                means=fill(meaning.means, visit.gaps),
                here=meaning.key == state,
            )
            for meaning in MEANINGS
        ],
        differ=may_differ(visit),
        kept_back=len(because) < len(whole),
    )


def _for_others(advice: method.SpokenAdvice) -> Iterator[method.SpokenBecause]:
    """Give what is not the family's own: nothing of a fight, of a plan its first reason."""
    own = {reason.rule for reason in advice.why[1:]}
    own |= {because.rule for because in advice.calm.because}
    own -= {reason.rule for reason in advice.because}
    for reason in dict.fromkeys((*advice.why, *advice.because)):
        if reason.rule not in OF_THE_FAMILY | own:
            yield reason


def may_differ(visit: Visit) -> bool:
    """Whether a parent's other view would change today's state, and is theirs to say."""
    may_say = May.WRITE in visit.may("interview")
    rules = (method.RULES.get(reason.rule) for reason in visit.advice.because)
    return may_say and any(rule is not None and rule.overruled for rule in rules)
