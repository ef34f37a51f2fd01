"""The weights as one table: which fact speaks for or against which reason, how strongly.

A doctor, a parent and a programmer can check it; docs/method/reasons.md is drawn from it.
No validated test for causes exists, so how strongly is our own inference
throughout; the sources say that the two belong together. Facts that were told are named
`question.answer`.

What a fear is of decides what helps. That it can be of losing a part of oneself is expert
opinion and accounts A to C's own; refusal and a phobia of the place are not
the same (WAGNER-2017).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Key(StrEnum):
    """What may be in the way, in the order in which it is looked at."""

    CONSTIPATION = "constipation"
    PAIN = "pain"
    DOES_NOT_FEEL = "does_not_feel"
    FEAR = "fear"
    PRIVACY = "privacy"
    STRUGGLE = "struggle"
    EVENT = "event"
    DIAPER_HABIT = "diaper_habit"
    POSTURE = "posture"
    SENSORY = "sensory"
    BUSY = "busy"
    PRESCHOOL = "preschool"
    NOT_READY = "not_ready"


class Of(StrEnum):
    """What a fear is of, or which event it was."""

    REACTION = "reaction"
    SUCCESS = "success"
    LOSING_A_PART = "losing_a_part"
    FLUSH = "flush"
    SPLASH = "splash"
    FALLING_IN = "falling_in"
    DARK = "dark"
    ELSEWHERE = "elsewhere"
    PLACE = "place"
    SCARE = "scare"
    BUG = "bug"
    TRAVEL = "travel"
    NEW_BABY = "new_baby"
    NEW_HOME = "new_home"
    NEW_PRESCHOOL = "new_preschool"
    MISSING = "missing"


class ReasonLevel(StrEnum):
    """How sure we are. Not asked: nobody said anything, which says nothing."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    NOT_ASKED = "not_asked"


class Speaks(StrEnum):
    """What a fact does to a reason, and how strongly."""

    STRONGLY_FOR = "strongly for"
    FOR = "for"
    AGAINST = "against"
    STRONGLY_AGAINST = "strongly against"


# Looked at before everything else, since where they are there they usually came first.
BODY = (Key.CONSTIPATION, Key.PAIN)


@dataclass(frozen=True)
class Weight:
    """One row of the weights: a fact, what it does to a reason, and who says so."""

    fact: str
    speaks: Speaks
    sources: tuple[str, ...]  # keys of `evidence.SOURCES`
    of: Of | None = None  # of what fear or event; None: it speaks to all of them
    alone: bool = False  # it counts only if nothing else is known
    # While it holds, small signs alone, however many, make it no more than possible.
    caps: bool = False
    decides: bool = False  # while it holds, it is likely, whatever speaks against it


FOR_2: Final = Speaks.STRONGLY_FOR
FOR: Final = Speaks.FOR
AGAINST: Final = Speaks.AGAINST
AGAINST_2: Final = Speaks.STRONGLY_AGAINST


# fmt: off
FEAR: Final = (
    Weight("says_or_does.afraid_of_the_flush", FOR_2, ("ERIC-NAPPY", "AAFP-SCHON"), Of.FLUSH),
    Weight("says_or_does.afraid_of_the_splash", FOR_2, ("ERIC-NAPPY",), Of.SPLASH),
    Weight("says_or_does.afraid_of_falling_in", FOR_2, ("FAMILIES",), Of.FALLING_IN),
    Weight("seat.too_big", FOR, ("FAMILIES",), Of.FALLING_IN),
    Weight("seat.holds_on_tight", FOR, ("FAMILIES",), Of.FALLING_IN),
    Weight("says_or_does.afraid_of_the_dark", FOR_2, ("FAMILIES",), Of.DARK),
    Weight("says_or_does.afraid_of_losing_a_part", FOR_2, ("DZ-SENSORY", "ACCOUNT-C"), Of.LOSING_A_PART),
    Weight("says_or_does.afraid_of_other_toilets", FOR_2, ("FAMILIES",), Of.ELSEWHERE),
    Weight("when_offered.wont_go_near_it", FOR_2, ("WAGNER-2017",), Of.PLACE),
    Weight("began_with.scare_in_the_bathroom", FOR_2, ("FAMILIES",), Of.PLACE),
    Weight("when_offered.cries", FOR, ("AAFP-SCHON",), Of.PLACE),
    Weight("when_offered.runs_off", FOR, ("I",), Of.PLACE),
    Weight("when_offered.stiffens", FOR, ("I",), Of.PLACE),
    Weight("upset_sits", FOR, ("AAFP-SCHON",), Of.PLACE),
    Weight("says_or_does.asks_if_we_are_cross", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Weight("says_or_does.hides_what_came", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Weight("began_with.harsh_word", FOR_2, ("ACCOUNT-A", "FAMILIES"), Of.REACTION),
    Weight("began_with.an_accident", FOR, ("ACCOUNT-A",), Of.REACTION),
    Weight("grown_ups.told_off", FOR_2, ("ACCOUNT-A", "TAUBMAN-RCT-2003"), Of.REACTION),
    Weight("grown_ups.are_cross", FOR, ("ACCOUNT-A",), Of.REACTION),
    Weight("preschool.told_off_there", FOR_2, ("FAMILIES",), Of.REACTION),
    Weight("harsh", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Weight("harsh_once", FOR, ("ACCOUNT-A",), Of.REACTION),
    Weight("began_with.success_that_frightened", FOR_2, ("ACCOUNT-B",), Of.SUCCESS),
    Weight("began_with.big_party", FOR_2, ("FAMILIES",), Of.SUCCESS),
    Weight("success_uneasy", FOR_2, ("ACCOUNT-B",), Of.SUCCESS),
    Weight("nothing_since", FOR, ("ACCOUNT-B", "FAMILIES"), Of.SUCCESS),
    Weight("when_offered.sits_happily", AGAINST, ("I",), Of.PLACE),
    Weight("glad_sits", AGAINST_2, ("I",), Of.PLACE),
    Weight("toilet_often", AGAINST_2, ("I",), Of.PLACE),
    Weight("says_or_does.nothing_of_this", AGAINST, ("I",)),
)
# fmt: on


# fmt: off
WEIGHTS: Final[Mapping[Key, tuple[Weight, ...]]] = {
    Key.CONSTIPATION: (
        Weight("not_looked_at", FOR, ("BLUM-2004",), alone=True),
        Weight("body_stuck", FOR_2, ("NICE-T1", "GATE"), decides=True),
        Weight("body_tender", FOR, ("GATE", "I")),
        Weight("stuck_sign", FOR_2, ("NICE-T1", "N11"), decides=True),
        Weight("held", FOR, ("NICE-T1",)),
        Weight("flag", FOR, ("NAENEN", "NHS-GHC", "HIDE-2003")),
        Weight("helped", FOR, ("NHSE",)),
        Weight("helped_unordered", FOR, ("NHSE",)),
        Weight("treated", FOR, ("NHSE",)),
        Weight("treated_unordered", FOR, ("NHSE",)),
        Weight("treated_before.yes", FOR, ("NICE-T1",)),
        Weight("when_offered.stiffens", FOR, ("MEDSCAPE-CLIN",)),
        Weight("without_diapers.held_it", FOR, ("ERIC-NAPPY", "ACCOUNT-B")),
        Weight("without_diapers.got_stuck", FOR, ("ACCOUNT-B",)),
        Weight("feels_it.does_not_notice", FOR, ("NHS-GHC", "FAMILIES")),
        Weight("says_or_does.plays_with_it", FOR, ("FAMILIES",)),
        Weight("preschool.holds_until_home", FOR, ("FAMILIES", "I")),
        Weight("conditions.bowel", FOR, ("MDCALC-FC",)),
        Weight("conditions.nerve", FOR, ("MDCALC-FC",)),
        Weight("conditions.spine", FOR, ("MDCALC-FC",)),
        Weight("conditions.thyroid", FOR, ("MDCALC-FC",)),
        Weight("body_soft", AGAINST_2, ("GATE",), caps=True),
        Weight("body_soft_helped", AGAINST, ("GATE", "N6")),
        Weight("body_soft_helped_unordered", AGAINST, ("GATE", "N6")),
        Weight("four_weeks.soft_and_easy", AGAINST, ("BR-RECALL", "I")),
    ),
    Key.PAIN: (
        Weight("not_looked_at", FOR, ("BLUM-2004",), alone=True),
        Weight("says_or_does.says_it_hurts", FOR_2, ("BLUM-2004", "NICE-T1")),
        Weight("began_with.it_hurt", FOR_2, ("BLUM-2004", "FAMILIES")),
        Weight("four_weeks.hurts", FOR_2, ("NICE-T1",)),
        Weight("four_weeks.blood", FOR, ("NICE-T1",)),
        Weight("four_weeks.hard", FOR, ("BLUM-2004",)),
        Weight("hurt_often", FOR_2, ("BLUM-2004", "NICE-T1")),
        Weight("hurt_once", FOR, ("BLUM-2004",)),
        Weight("screamed", FOR_2, ("NICE-T1", "FAMILIES")),
        Weight("unwilling_since_hurt", FOR, ("BLUM-2004", "FAMILIES")),
        Weight("streak", FOR, ("NICE-T1",)),
        Weight("sore_sign", FOR_2, ("NICE-T1", "N11")),
        Weight("body_stuck", FOR, ("BLUM-2004",)),
        Weight("held", FOR, ("NICE-T1", "MEDSCAPE-CLIN")),
        Weight("when_offered.stiffens", FOR, ("MEDSCAPE-CLIN",)),
        Weight("painless", AGAINST_2, ("I",), caps=True),
        Weight("four_weeks.soft_and_easy", AGAINST, ("BR-RECALL", "I")),
        Weight("soft_and_painless.yes", AGAINST, ("I",)),
    ),
    Key.DOES_NOT_FEEL: (
        Weight("feels_it.does_not_notice", FOR_2, ("FAMILIES", "NHS-GHC")),
        Weight("feels_it.notices_after", FOR, ("FAMILIES", "I")),
        Weight("leaked", FOR_2, ("NHS-GHC", "NICE-T1")),
        Weight("leaked_once", FOR, ("NHS-GHC",)),
        Weight("four_weeks.leaks", FOR, ("NICE-T1",)),
        Weight("conditions.nerve", FOR, ("MDCALC-FC",)),
        Weight("conditions.spine", FOR, ("MDCALC-FC",)),
        Weight("feels_it.notices_before", AGAINST_2, ("I",)),
        Weight("tells", AGAINST_2, ("I",)),
        Weight("says_or_does.asks_for_a_diaper", AGAINST_2, ("I",)),
        Weight("says_or_does.hides", AGAINST, ("HIDE-2003", "I")),
    ),
    Key.FEAR: FEAR,
    Key.PRIVACY: (
        Weight("says_or_does.hides", FOR_2, ("HIDE-2003", "ACCOUNT-A")),
        Weight("says_or_does.wants_to_be_alone", FOR_2, ("ACCOUNT-A",)),
        Weight("where_now.diaper_in_hiding_place", FOR_2, ("HIDE-2003", "FAMILIES")),
        Weight("hid", FOR_2, ("HIDE-2003",)),
        Weight("hid_once", FOR, ("HIDE-2003",)),
        Weight("who_is_there.children_watch", FOR, ("FAMILIES",)),
        Weight("who_is_there.people_come_and_go", FOR, ("FAMILIES",)),
        Weight("who_is_there.wants_somebody_near", AGAINST_2, ("I",)),
    ),
    Key.STRUGGLE: (
        Weight("fight", FOR_2, ("RESIST-1",)),
        Weight("warm", FOR, ("RESIST-1",)),
        Weight("says_or_does.says_no_to_everything", FOR_2, ("SCHMITT-2004", "NIEMCZYK-2014")),
        Weight("when_offered.says_no_to_it", FOR, ("SCHMITT-2004",)),
        Weight("when_offered.runs_off", FOR, ("RESIST-1",)),
        Weight("grown_ups.make_it_a_sit", FOR_2, ("SCHMITT-2004", "RESIST-1")),
        Weight("grown_ups.keep_the_diaper_back", FOR, ("ERIC-NAPPY", "FAMILIES")),
        Weight("grown_ups.ask_often", FOR, ("RESIST-1",)),
        Weight("grown_ups.are_worried", FOR, ("ACCOUNT-C",)),
        Weight("grown_ups.are_cross", FOR, ("RESIST-1",)),
        Weight("grown_ups.told_off", FOR, ("RESIST-1",)),
        Weight("grown_ups.each_another_way", FOR, ("FAMILIES",)),
        Weight("grown_ups.rewards_wore_out", FOR, ("FAMILIES",)),
        Weight("preschool.wants_it_trained", FOR, ("FAMILIES",)),
        Weight("began_with.diapers_taken_away", FOR, ("FAMILIES", "ACCOUNT-B")),
        Weight("grown_ups.stay_calm", AGAINST, ("I",)),
        Weight("offers_taken", AGAINST, ("I",)),
    ),
    Key.EVENT: (
        Weight("began_with.scare_in_the_bathroom", FOR_2, ("FAMILIES",), Of.SCARE),
        Weight("began_with.tummy_bug", FOR_2, ("NICE-T2",), Of.BUG),
        Weight("began_with.travel", FOR_2, ("NICE-T2",), Of.TRAVEL),
        Weight("began_with.new_baby", FOR_2, ("NICE-T2", "NIEMCZYK-2014"), Of.NEW_BABY),
        Weight("says_or_does.wants_to_be_little", FOR, ("NIEMCZYK-2014",), Of.NEW_BABY),
        Weight("began_with.new_home", FOR_2, ("NICE-T2",), Of.NEW_HOME),
        Weight("began_with.new_preschool", FOR_2, ("NICE-T2",), Of.NEW_PRESCHOOL),
        Weight("began_with.somebody_missed", FOR_2, ("NICE-T2",), Of.MISSING),
        Weight("change_new_baby", FOR, ("NICE-T2", "NIEMCZYK-2014"), Of.NEW_BABY),
        Weight("change_new_home", FOR, ("NICE-T2",), Of.NEW_HOME),
        Weight("change_new_preschool", FOR, ("NICE-T2",), Of.NEW_PRESCHOOL),
        Weight("change_parents_apart", FOR, ("NICE-T2",), Of.MISSING),
        Weight("change_loss", FOR, ("NICE-T2",), Of.MISSING),
        Weight("change_other", FOR, ("NICE-T2",)),
        Weight("stopped_since_change", FOR_2, ("NICE-T2", "I")),
        Weight("began_with.never_otherwise", AGAINST_2, ("I",)),
        Weight("since_when.always", AGAINST_2, ("I",)),
    ),
    Key.DIAPER_HABIT: (
        Weight("says_or_does.asks_for_a_diaper", FOR_2, ("NAENEN", "ERIC-NAPPY")),
        Weight("when_offered.goes_once_the_diaper_is_on", FOR_2, ("ERIC-NAPPY", "AUSTIN-2024")),
        Weight("asked", FOR_2, ("NAENEN",)),
        Weight("asked_once", FOR, ("NAENEN",)),
        Weight("only_diaper", FOR, ("AUSTIN-2024", "I")),
        Weight("sits_and_nothing", FOR, ("ERIC-NAPPY", "I")),
        Weight("where_now.diaper_anywhere", FOR, ("CHW-2215",)),
        Weight("where_now.diaper_in_hiding_place", FOR, ("CHW-2215",)),
        Weight("where_now.diaper_in_bathroom", FOR, ("CHW-2215",)),
        Weight("where_now.only_asleep", FOR, ("N7", "I")),
        Weight("without_diapers.held_it", FOR_2, ("ERIC-NAPPY", "ACCOUNT-B")),
        Weight("without_diapers.cried_for_them", FOR_2, ("ACCOUNT-B",)),
        Weight("without_diapers.got_stuck", FOR_2, ("ACCOUNT-B",)),
        Weight("began_with.diapers_taken_away", FOR_2, ("ERIC-NAPPY", "FAMILIES")),
        Weight("began_with.never_otherwise", FOR, ("I",)),
        Weight("without_diapers.went_fine", AGAINST_2, ("I",)),
        Weight("toilet_often", AGAINST_2, ("I",)),
        Weight("where_now.pants", AGAINST, ("I",)),
        Weight("where_now.sometimes_potty", AGAINST, ("I",)),
    ),
    Key.POSTURE: (
        Weight("seat.feet_dangle", FOR_2, ("ACCOUNT-B", "FAMILIES")),
        Weight("seat.too_big", FOR, ("FAMILIES",)),
        Weight("seat.holds_on_tight", FOR, ("FAMILIES",)),
        Weight("feet_in_the_air", FOR_2, ("ACCOUNT-B", "FAMILIES")),
        Weight("upright", FOR, ("ACCOUNT-B", "I")),
        Weight("seat.feet_on_something", AGAINST_2, ("I",)),
        Weight("seat.fits", AGAINST, ("I",)),
        Weight("feet_held", AGAINST_2, ("I",)),
    ),
    Key.SENSORY: (
        Weight("senses.noise", FOR_2, ("DZ-SENSORY",)),
        Weight("senses.smell", FOR_2, ("DZ-SENSORY",)),
        Weight("senses.cold_seat", FOR_2, ("DZ-SENSORY",)),
        Weight("senses.the_drop", FOR_2, ("DZ-SENSORY",)),
        Weight("says_or_does.afraid_of_the_flush", FOR, ("DZ-SENSORY",)),
        Weight("says_or_does.plays_with_it", FOR, ("FAMILIES",)),
        Weight("conditions.autism", FOR, ("DZ-SENSORY",)),
        Weight("senses.nothing_of_this", AGAINST_2, ("I",)),
    ),
    Key.BUSY: (
        Weight("when_offered.sits_a_moment", FOR_2, ("FAMILIES",)),
        Weight("says_or_does.too_busy", FOR_2, ("FAMILIES",)),
        Weight("moments", FOR_2, ("FAMILIES",)),
        Weight("whiles", AGAINST_2, ("TOPTIPS", "I")),
    ),
    Key.PRESCHOOL: (
        Weight("preschool.holds_until_home", FOR_2, ("FAMILIES",)),
        Weight("preschool.loud_or_open", FOR_2, ("FAMILIES",)),
        Weight("never_at_preschool", FOR, ("FAMILIES", "I")),
        Weight("preschool.wants_it_trained", FOR_2, ("FAMILIES",)),
        Weight("preschool.told_off_there", FOR_2, ("FAMILIES",)),
        Weight("began_with.new_preschool", FOR, ("NICE-T2",)),
        Weight("change_new_preschool", FOR, ("NICE-T2",)),
        Weight("preschool.poops_there", AGAINST_2, ("I",)),
        Weight("preschool.does_not_go", AGAINST_2, ("I",)),
        Weight("at_preschool", AGAINST_2, ("I",)),
    ),
    Key.NOT_READY: (
        Weight("can_already.nothing_of_this", FOR_2, ("AAFP-2019", "PARENTS-READY")),
        Weight("ready_few", FOR, ("AAFP-2019", "KAERTS-2012")),
        Weight("very_young", FOR_2, ("AAP-PE",)),
        Weight("young", FOR, ("BLUM-2003",)),
        Weight("feels_it.notices_after", FOR, ("AAFP-2019",)),
        Weight("conditions.delay", FOR, ("NICE-T2", "I")),
        Weight("ready_many", AGAINST_2, ("AAFP-2019", "KAERTS-2012")),
        Weight("could", AGAINST_2, ("I",)),
        Weight("four_years", AGAINST, ("AAP-PE", "I")),
    ),
}
# fmt: on
