"""The words of a verdict: comfort states, urgencies, and which sentence fits."""

from enum import StrEnum


class State(StrEnum):
    """How the child's body feels, read from the diary. On the page: see GLOSSARY.md."""

    UNKNOWN = "unknown"
    COMFORTABLE = "comfortable"
    WATCH = "watch"
    CONSTIPATED = "constipated"
    SEE_A_DOCTOR = "see_a_doctor"

    @property
    def is_shut(self) -> bool:
        """Whether the gate is shut: nothing is asked of the child (rule 1)."""
        return self in (State.CONSTIPATED, State.SEE_A_DOCTOR)


class Urgency(StrEnum):
    """How soon to call; ordered: soon < today < now."""

    SOON = "soon"
    TODAY = "today"
    NOW = "now"

    @property
    def rank(self) -> int:
        """Its place in the order, from 0."""
        return list(Urgency).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < Urgency(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Urgency(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Urgency(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Urgency(other).rank


class Variant(StrEnum):
    """Which sentence of a state fits; see `words`, `today.<state>.<variant>`."""

    PLAIN = "plain"
    NEW = "new"
    SILENT = "silent"
    WAITING = "waiting"
    ILL = "ill"
    BUG = "bug"
    BACK_AFTER_WEEKS = "back_after_weeks"
    TOO_YOUNG = "too_young"
    AS_TOLD = "as_told"
    WITH_MEDICINE = "with_medicine"
    OWN_MEDICINE = "own_medicine"
    HURT_ONCE = "hurt_once"
    TWO_HARD = "two_hard"
    LONG_GAP = "long_gap"
    HOLDING = "holding"
    LEAKING = "leaking"
    COUNTING = "counting"
    LITTLE_PAINS = "little_pains"
    SAID_NOT_SOFT = "said_not_soft"
    ACHING = "aching"
    LONG_TENDER = "long_tender"
    MEDICINE_MISSED = "medicine_missed"
    MEDICINE_OVER = "medicine_over"
    LEAKING_ON_MEDICINE = "leaking_on_medicine"
    CLEAN_OUT = "clean_out"
    RUNNY = "runny"
    TOLD_ONE = "told_one"
    DOCTOR_KNOWS = "doctor_knows"
    REVIEW = "review"
    SOON = "soon"
    TODAY = "today"
    NOW = "now"
