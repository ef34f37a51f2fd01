"""Whose plan leads, and what to tell at the next visit.

Source: clinical_rules.md, part 2, *tell*; evidence §12 (d, j). With a condition of bowel,
spine, nerves or thyroid, with autism or a delay, the clinician's plan leads.
"""

from typing import Final

from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.facts import saw
from stepstool.method.record import Because, Saying
from stepstool.method.record.kinds.interview import Told, Topic

CONDITIONS: Final = {
    Told.BOWEL,
    Told.SPINE,
    Told.NERVE,
    Told.THYROID,
    Told.AUTISM,
    Told.DELAY,
}
# fmt: off
TELL: Final = (
    ("when_offered.wont_go_near_it", ("WAGNER-2017", "GATE")),
    ("since_when.over_three_months", ("GATE",)),
    ("since_when.always", ("GATE", "SCHMITT-2004")),
    ("feels_it.does_not_notice", ("NHS-GHC",)),
    ("says_or_does.plays_with_it", ("FAMILIES", "I")),
    ("without_diapers.got_stuck", ("ERIC-NAPPY", "I")),
)
# fmt: on


def clinician_leads(clues: Clues) -> Because | None:
    """Say that a clinician's plan leads, if there is a condition."""
    if CONDITIONS.isdisjoint(clues.told.of(Topic.CONDITIONS)):
        return None
    saying = Saying(key="reasons.clinician_leads")
    return Because(rule="condition", saw=saying, sources=("MDCALC-FC", "NICE-T2"))


def tell_of(clues: Clues) -> tuple[Because, ...]:
    """Give what to tell a clinician at the next visit."""
    said = ((fact, saw(fact, clues), sources) for fact, sources in TELL)
    return tuple(
        Because(rule=fact, saw=saying, sources=sources)
        for fact, saying, sources in said
        if saying is not None
    )
