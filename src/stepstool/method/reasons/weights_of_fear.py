"""The weights of fear: what it is of decides what helps.

That a fear can be of losing a part of oneself is expert opinion and accounts A to C's own
(evidence §12 a); refusal and a phobia of the place are not the same (WAGNER-2017).
"""

from typing import Final

from stepstool.method.reasons.keys import Of
from stepstool.method.reasons.row import AGAINST, AGAINST_2, FOR, FOR_2, Row

# fmt: off
FEAR: Final = (
    Row("says_or_does.afraid_of_the_flush", FOR_2, ("ERIC-NAPPY", "AAFP-SCHON"), Of.FLUSH),
    Row("says_or_does.afraid_of_the_splash", FOR_2, ("ERIC-NAPPY",), Of.SPLASH),
    Row("says_or_does.afraid_of_falling_in", FOR_2, ("FAMILIES",), Of.FALLING_IN),
    Row("seat.too_big", FOR, ("FAMILIES",), Of.FALLING_IN),
    Row("seat.holds_on_tight", FOR, ("FAMILIES",), Of.FALLING_IN),
    Row("says_or_does.afraid_of_the_dark", FOR_2, ("FAMILIES",), Of.DARK),
    Row("says_or_does.afraid_of_losing_a_part", FOR_2, ("DZ-SENSORY", "ACCOUNT-C"), Of.LOSING_A_PART),
    Row("says_or_does.afraid_of_other_toilets", FOR_2, ("FAMILIES",), Of.ELSEWHERE),
    Row("when_offered.wont_go_near_it", FOR_2, ("WAGNER-2017",), Of.PLACE),
    Row("began_with.scare_in_the_bathroom", FOR_2, ("FAMILIES",), Of.PLACE),
    Row("when_offered.cries", FOR, ("AAFP-SCHON",), Of.PLACE),
    Row("when_offered.runs_off", FOR, ("I",), Of.PLACE),
    Row("when_offered.stiffens", FOR, ("I",), Of.PLACE),
    Row("upset_sits", FOR, ("AAFP-SCHON",), Of.PLACE),
    Row("says_or_does.asks_if_we_are_cross", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Row("says_or_does.hides_what_came", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Row("began_with.harsh_word", FOR_2, ("ACCOUNT-A", "FAMILIES"), Of.REACTION),
    Row("began_with.an_accident", FOR, ("ACCOUNT-A",), Of.REACTION),
    Row("grown_ups.told_off", FOR_2, ("ACCOUNT-A", "TAUBMAN-RCT-2003"), Of.REACTION),
    Row("grown_ups.are_cross", FOR, ("ACCOUNT-A",), Of.REACTION),
    Row("preschool.told_off_there", FOR_2, ("FAMILIES",), Of.REACTION),
    Row("harsh", FOR_2, ("ACCOUNT-A",), Of.REACTION),
    Row("harsh_once", FOR, ("ACCOUNT-A",), Of.REACTION),
    Row("began_with.success_that_frightened", FOR_2, ("ACCOUNT-B",), Of.SUCCESS),
    Row("began_with.big_party", FOR_2, ("FAMILIES",), Of.SUCCESS),
    Row("success_uneasy", FOR_2, ("ACCOUNT-B",), Of.SUCCESS),
    Row("nothing_since", FOR, ("ACCOUNT-B", "FAMILIES"), Of.SUCCESS),
    Row("when_offered.sits_happily", AGAINST, ("I",), Of.PLACE),
    Row("glad_sits", AGAINST_2, ("I",), Of.PLACE),
    Row("toilet_often", AGAINST_2, ("I",), Of.PLACE),
    Row("says_or_does.nothing_of_this", AGAINST, ("I",)),
)
# fmt: on
