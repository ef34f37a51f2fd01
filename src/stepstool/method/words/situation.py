"""Situations in which words help, and who reads them (M9)."""

from enum import StrEnum
from typing import Self


class Reader(StrEnum):
    """Who reads: a child is read to aloud, the others read for themselves."""

    CHILD = "child"
    PARENT = "parent"
    CARER = "carer"
    PRESCHOOL = "preschool"


class Company(StrEnum):
    """In which company a situation stands where all of them are shown."""

    POTTY = "at the potty, and on the way there"
    HARD = "when it is hard"
    OTHERS = "with others"
    WAY = "on the long way"


class Situation(StrEnum):
    """A moment in which a family looks for words, with all that is known of it.

    A row is its name, its company, the name of its picture, and keys of `evidence.SOURCES`: what its
    sentences rest on where they say more than kindness. Those of one company stand in the
    order in which they are shown. Its sentences stand under its name in the catalogue.
    """

    company: Company
    picture: str
    rests_on: tuple[str, ...]

    def __new__(cls, name: str, company: Company, picture: str, *rests_on: str) -> Self:
        """Read a row; the name alone is the value."""
        row = str.__new__(cls, name)
        row._value_ = name
        row.company, row.picture, row.rests_on = company, picture, rests_on
        return row

    @classmethod
    def named(cls, name: str) -> Self | None:
        """Give the situation of this name; None if there is none."""
        return next((each for each in cls if each == name), None)

    # fmt: off
    DIAPER_REQUEST = "diaper_request", Company.POTTY, "diaper_request", "ERIC-NAPPY"
    ACCIDENT = "accident", Company.POTTY, "pants", "ACCOUNT-A", "I"
    ANYWHERE = "anywhere", Company.POTTY, "diaper", "TAUBMAN-RCT-2003"
    IN_THE_POTTY = "in_the_potty", Company.POTTY, "potty", "I"
    HOLDING = "holding", Company.POTTY, "holding", "MEDSCAPE-CLIN"
    REFUSAL = "refusal", Company.POTTY, "uneasy", "RESIST-1", "I"
    BEFORE_SIT = "before_sit", Company.POTTY, "sit", "POSTPRANDIAL-2020", "TOWNSVILLE", "I"
    NEW_STEP = "new_step", Company.POTTY, "stepstool", "IOP-2013", "I"
    FIRST_SUCCESS = "first_success", Company.POTTY, "proud", "ACCOUNT-B", "I"
    DAY_AFTER = "day_after", Company.POTTY, "diaper", "ACCOUNT-B", "I"
    CAME_AT_LAST = "came_at_last", Company.POTTY, "poop"
    IT_HURT = "it_hurt", Company.POTTY, "pain_2", "BLUM-2004"
    HIDES = "hides", Company.POTTY, "hiding", "HIDE-2003"
    FLUSH = "flush", Company.POTTY, "toilet", "ERIC-NAPPY", "I"
    GOODBYE = "goodbye", Company.POTTY, "poop"
    LOSING_A_PART = "losing_a_part", Company.POTTY, "uneasy", "DZ-SENSORY", "ACCOUNT-C"
    BUSY = "busy", Company.POTTY, "clock"
    AWAY_TOILET = "away_toilet", Company.POTTY, "away"

    NOTHING_CAME = "nothing_came", Company.HARD, "danger_sign", "N11", "ACCOUNT-A", "I"
    BLOOD = "blood", Company.HARD, "blood", "N1", "N3", "N8"
    THIRD_DAY_AT_NIGHT = "third_day_at_night", Company.HARD, "sleep", "GATE", "N1", "NICE-T2"
    HARSH_WORD = "harsh_word", Company.HARD, "prompt"
    TOLD_OFF = "told_off", Company.HARD, "prompt", "TAUBMAN-RCT-2003", "I"
    END_OF_STRENGTH = "end_of_strength", Company.HARD, "upset", "AAP-SAFETY"
    FIGHT = "fight", Company.HARD, "upset", "RESIST-1", "TAUBMAN-1997", "ACCOUNT-B"
    SOFTNESS_FIRST = "softness_first", Company.HARD, "state_constipated", "NHSE", "NICE-QS62", "USCAP-2023", "HAWA-2022", "MODIN-2016"
    NO_FEELING = "no_feeling", Company.HARD, "leaks", "NICE-T1"
    SMEARS = "smears", Company.HARD, "floor"
    GUESTS = "guests", Company.HARD, "meal"
    STILL_AT_TWELVE = "still_at_twelve", Company.HARD, "sleep", "TAUBMAN-1997", "TAUBMAN-RCT-2003", "GATE"

    GRANDMA = "grandma", Company.OTHERS, "caregivers", "ERIC-NAPPY"
    CLEAN_AT_THAT_AGE = "clean_at_that_age", Company.OTHERS, "caregivers"
    GROW_OUT = "grow_out", Company.OTHERS, "clock", "NHSE", "NICE-QS62"
    PRESCHOOL = "preschool", Company.OTHERS, "caregivers", "I"
    TRAINED_BY_SEPTEMBER = "trained_by_september", Company.OTHERS, "clock", "I"
    SWEET_AND_STRICT = "sweet_and_strict", Company.OTHERS, "caregivers"
    TWO_HOMES = "two_homes", Company.OTHERS, "away", "I"
    ASKS_ABOUT_THE_DIARY = "asks_about_the_diary", Company.OTHERS, "diary"

    MEDICINE_WORKS = "medicine_works", Company.WAY, "medicine_given", "N6", "KR-2006", "PIJPERS-2010", "VAN-SUMMEREN-2020", "VAN-ENGELENBURG-2017"
    ON_BREAK = "on_break", Company.WAY, "today", "TAUBMAN-1997"
    AFTER_BREAK = "after_break", Company.WAY, "stepstool", "I"
    ILL = "ill", Company.WAY, "illness", "N3"
    AFTER_A_CHANGE = "after_a_change", Company.WAY, "big_change", "NICE-T2", "I"
    PRICES_RISE = "prices_rise", Company.WAY, "proud", "UNC-AFIRM", "I"
    WHY_IT_HURTS = "why_it_hurts", Company.WAY, "bristol_1"
    WHERE_FOOD_GOES = "where_food_goes", Company.WAY, "meal"
    RELAXING = "relaxing", Company.WAY, "fine"
    EVERYBODY = "everybody", Company.WAY, "caregivers"
    BABY = "baby", Company.WAY, "grunting", "ACCOUNT-A", "I"
    DONE = "done", Company.WAY, "proud", "I"
    # fmt: on
