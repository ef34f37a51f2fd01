"""Situations in which words help, and who reads them (M9)."""

from enum import StrEnum


class Reader(StrEnum):
    """Who reads: a child is read to aloud, the others read for themselves."""

    CHILD = "child"
    PARENT = "parent"
    CARER = "carer"
    PRESCHOOL = "preschool"


class Situation(StrEnum):
    """A moment in which a family looks for words."""

    NOTHING_CAME = "nothing_came"
    BLOOD = "blood"
    THIRD_DAY_AT_NIGHT = "third_day_at_night"
    END_OF_STRENGTH = "end_of_strength"
    HARSH_WORD = "harsh_word"
    TOLD_OFF = "told_off"
    ACCIDENT = "accident"
    ANYWHERE = "anywhere"
    IN_THE_POTTY = "in_the_potty"
    FIRST_SUCCESS = "first_success"
    DAY_AFTER = "day_after"
    DIAPER_REQUEST = "diaper_request"
    HOLDING = "holding"
    CAME_AT_LAST = "came_at_last"
    IT_HURT = "it_hurt"
    NO_FEELING = "no_feeling"
    REFUSAL = "refusal"
    BEFORE_SIT = "before_sit"
    NEW_STEP = "new_step"
    HIDES = "hides"
    FLUSH = "flush"
    GOODBYE = "goodbye"
    LOSING_A_PART = "losing_a_part"
    SOFTNESS_FIRST = "softness_first"
    ILL = "ill"
    MEDICINE_WORKS = "medicine_works"
    FIGHT = "fight"
    ON_BREAK = "on_break"
    AFTER_BREAK = "after_break"
    AFTER_A_CHANGE = "after_a_change"
    GUESTS = "guests"
    AWAY_TOILET = "away_toilet"
    BUSY = "busy"
    SMEARS = "smears"
    PRICES_RISE = "prices_rise"
    WHY_IT_HURTS = "why_it_hurts"
    WHERE_FOOD_GOES = "where_food_goes"
    RELAXING = "relaxing"
    EVERYBODY = "everybody"
    ASKS_ABOUT_THE_DIARY = "asks_about_the_diary"
    GRANDMA = "grandma"
    CLEAN_AT_THAT_AGE = "clean_at_that_age"
    GROW_OUT = "grow_out"
    PRESCHOOL = "preschool"
    TRAINED_BY_SEPTEMBER = "trained_by_september"
    SWEET_AND_STRICT = "sweet_and_strict"
    TWO_HOMES = "two_homes"
    STILL_AT_TWELVE = "still_at_twelve"
    DONE = "done"
    BABY = "baby"


# Where sentences say more than kindness: what they rest on, for the page to show.
RESTS_ON: dict[Situation, tuple[str, ...]] = {
    Situation.NOTHING_CAME: ("N11", "ACCOUNT-A", "I"),
    Situation.BLOOD: ("N1", "N3", "N8"),
    Situation.THIRD_DAY_AT_NIGHT: ("GATE", "N1", "NICE-T2"),
    Situation.END_OF_STRENGTH: ("AAP-SAFETY",),
    Situation.TOLD_OFF: ("TAUBMAN-RCT-2003", "I"),
    Situation.ACCIDENT: ("ACCOUNT-A", "I"),
    Situation.ANYWHERE: ("TAUBMAN-RCT-2003",),
    Situation.IN_THE_POTTY: ("I",),
    Situation.FIRST_SUCCESS: ("ACCOUNT-B", "I"),
    Situation.DAY_AFTER: ("ACCOUNT-B", "I"),
    Situation.PRESCHOOL: ("I",),
    Situation.DIAPER_REQUEST: ("ERIC-NAPPY",),
    Situation.HOLDING: ("MEDSCAPE-CLIN",),
    Situation.IT_HURT: ("BLUM-2004",),
    Situation.NO_FEELING: ("NICE-T1",),
    Situation.REFUSAL: ("RESIST-1", "I"),
    Situation.BEFORE_SIT: ("POSTPRANDIAL-2020", "TOWNSVILLE"),
    Situation.NEW_STEP: ("IOP-2013", "I"),
    Situation.HIDES: ("HIDE-2003",),
    Situation.FLUSH: ("ERIC-NAPPY", "I"),
    Situation.LOSING_A_PART: ("DZ-SENSORY", "ACCOUNT-C"),
    Situation.SOFTNESS_FIRST: ("NHSE", "NICE-QS62"),
    Situation.ILL: ("N3",),
    Situation.MEDICINE_WORKS: ("N6", "PIJPERS-2010"),
    Situation.FIGHT: ("RESIST-1", "TAUBMAN-1997", "ACCOUNT-B"),
    Situation.ON_BREAK: ("TAUBMAN-1997",),
    Situation.AFTER_BREAK: ("I",),
    Situation.AFTER_A_CHANGE: ("NICE-T2", "I"),
    Situation.GROW_OUT: ("NHSE", "NICE-QS62"),
    Situation.TRAINED_BY_SEPTEMBER: ("I",),
    Situation.GRANDMA: ("ERIC-NAPPY",),
    Situation.STILL_AT_TWELVE: ("TAUBMAN-1997", "TAUBMAN-RCT-2003", "GATE"),
    Situation.PRICES_RISE: ("UNC-AFIRM", "I"),
    Situation.TWO_HOMES: ("I",),
    Situation.BABY: ("ACCOUNT-A", "I"),
    Situation.DONE: ("I",),
}
