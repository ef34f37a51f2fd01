"""The comfort state machine as one table: which rule opens which state, how it closes.

A doctor, a parent and a programmer can check it; the picture in docs/method/comfort.md is
drawn from it. The gaps in `when` and `closes` are filled with the numbers of
evidence/numbers/comfort.toml. Source: clinical_rules.md §3.1, §3.2; `I` marks our own
inference.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.comfort.numbers import BABY
from stepstool.method.comfort.state import State


class Closing(StrEnum):
    """How a rule that is open closes again."""

    WINDOW = "when that is no longer so"
    GOOD_DAYS = (
        "{good_days} known days without trouble and without a gap of {few_gap} hours,"
        " the last {last_soft} typed poops soft and painless; {slips} hard painless one"
        " does not restart them, unknown days stop the clock"
    )
    SOFT_ONE = "the next soft painless poop makes it tender; without one, as C1"
    LOG_DECIDES = "{good_days} known days with {told_typed} typed poops"
    CLINICIAN = (
        "a clinician's newer word; the clean-out's end, then as C1; on a laxative that"
        " softens, as C1"
    )
    SOFT_RUN = (
        "{soft_run} soft painless poops in a row ({soft_run_slow} for a slow child) and"
        " {tender_least} hours; at the latest {tender_most} days without a new one"
    )
    MEDICINE = "{medicine_good_days} good days"
    ANSWER = "three questions are answered, and when that is no longer so"
    NEXT_SOFT = "the next soft painless poop"


# Where a closing leads; the others let the log decide.
LEADS_TO: Final = {Closing.SOFT_ONE: State.WATCH}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row. from_months: under this age (youngest possible) it keeps still.

    overruled: "I see it differently" turns it into *watch* for {different_view} days.
    """

    key: str
    opens: State
    when: str
    closes: Closing
    sources: tuple[str, ...]
    from_months: int = 0
    overruled: bool = False


WATCH, STUCK = State.WATCH, State.CONSTIPATED

# fmt: off
FINDINGS: Final = (
    Rule(key="F1", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
         sources=("NICE-T1", "GATE", "I"),
         when="few: under {few_poops} full poops in {few_days} known days,"
              " or a gap of {few_gap} hours (own gap + {own_gap_grace} if that is longer)"),
    Rule(key="F2", opens=WATCH, closes=Closing.WINDOW,
         sources=("GATE", "BR-RECALL", "I"),
         when="hard: {hard_poops} hard poops and a share of {hard_share} of at least"
              " {hard_typed} typed ones; {hard_poops} of pellets always; in {window} days"),
    Rule(key="F3", opens=WATCH, closes=Closing.WINDOW,
         sources=("NICE-T1", "I"),
         when="hurt: {hurt_poops} poops that hurt in {window} days"),
    Rule(key="F4", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
         sources=("NICE-T1", "N7", "I"),
         when="holding: on {holding_days} of {holding_window} days;"
              " or {asleep_poops} poops in {window} days, and only in sleep"),
    Rule(key="F5", opens=WATCH, closes=Closing.WINDOW,
         sources=("ROME-CM", "FEDELE-2024", "I"),
         when="big: one that blocked the toilet in {big_window} days; or {big_poops} large"
              " ones and a share of {big_share}, only beside F1 to F4 or F6"),
    Rule(key="F6", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
         sources=("FEDELE-2024", "I"),
         when="leak: leaks on {leak_days} of {window} days"),
    Rule(key="F7", opens=WATCH, closes=Closing.WINDOW,
         sources=("NICE-T1",),
         when="streak: blood on the surface of a hard poop in {window} days"),
    Rule(key="F8", opens=WATCH, closes=Closing.WINDOW,
         sources=("NICE-T1", "I"),
         when="tummy: an ache that was better after a poop,"
              " on {tummy_days} of {window} days"),
    Rule(key="F9", opens=WATCH, closes=Closing.WINDOW,
         sources=("NICE-T1", "I"),
         when="history: treated in the last {history} days (told);"
              " counts only beside F1 to F4 or F6"),
)

STUCK_RULES: Final = (
    Rule(key="C1", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY, overruled=True,
         sources=("NICE-T1", "GATE", "ML-STOOL-2020", "I"),
         when="{stuck_findings} findings that rest on {stuck_events} events;"
              " on {stuck_events_again} for {again_for} days after it closed"),
    Rule(key="C2", opens=STUCK, closes=Closing.SOFT_ONE, from_months=BABY, overruled=True,
         sources=("GATE", "I"),
         when="a gap of {long_gap} hours; of {long_gap_slow} for a slow child"
              " (confirmed own gap over {slow} hours)"),
    Rule(key="C3", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY, overruled=True,
         sources=("GATE", "I"),
         when="a gap of {held_gap} hours with holding since the last poop, and a hard or"
              " sore one in {hurt_recently} days, a tummy ache, or holding on"
              " {held_days_since} days since the last poop"),
    Rule(key="C4", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY,
         sources=("NICE-T1", "NHS-GHC", "I"),
         when="overflow: leaks on {overflow_days} of {overflow_window} days, or a leak"
              " after a gap of {few_gap} hours or within {overflow_after} days of a big"
              " or hard poop; or two of three questions about runny poops say so"),
    Rule(key="C5", opens=STUCK, closes=Closing.LOG_DECIDES, overruled=True,
         sources=("NICE-T1", "BR-RECALL"),
         when="told of the last four weeks: {told_signs} of hard, hurts, huge, leaks,"
              " blood; or holds it for three days"),
    Rule(key="C6", opens=STUCK, closes=Closing.CLINICIAN,
         sources=("EMEDI", "DEVON"),
         when="a clinician's newest word says so, or a clean-out runs"),
    Rule(key="C7", opens=STUCK, closes=Closing.GOOD_DAYS,
         sources=("NICE-T1", "N5", "N1"),
         when="under {baby} months: a hard poop with distress or blood"),
)

WATCH_RULES: Final = (
    Rule(key="W1", opens=WATCH, closes=Closing.SOFT_RUN, sources=("GATE", "I"),
         when="one poop hurt"),
    Rule(key="W2", opens=WATCH, closes=Closing.SOFT_RUN, sources=("GATE",),
         when="the last two typed poops were hard"),
    Rule(key="W3", opens=WATCH, closes=Closing.SOFT_RUN, from_months=BABY,
         sources=("GATE",),
         when="a gap of {held_gap} hours with holding"),
    Rule(key="W4", opens=WATCH, closes=Closing.MEDICINE, sources=("KR-2006", "I"),
         when="a laxative missed on {missed_days} of {missed_window} days; or ended within"
              " {relapse} days and one hard or hurting poop"),
    Rule(key="W5", opens=WATCH, closes=Closing.ANSWER, from_months=BABY,
         sources=("NHS-GHC", "I"),
         when="more than {runny_most} runny poops a day on {runny_days} of"
              " {runny_window} days, not ill"),
    Rule(key="W6", opens=WATCH, closes=Closing.SOFT_RUN, sources=("I",),
         when="one of hard, hurts, huge, leaks, blood told of the last four weeks"),
    Rule(key="W7", opens=WATCH, closes=Closing.SOFT_RUN, sources=("I",),
         when="a soft painless poop closed C2"),
    Rule(key="W8", opens=WATCH, closes=Closing.WINDOW, sources=("I",),
         when="{little_pains} that hurt, if only a little, in {window} days"),
    Rule(key="W9", opens=WATCH, closes=Closing.NEXT_SOFT, sources=("GATE", "I"),
         when="the family said that the last one was not soft and painless"),
    Rule(key="W10", opens=WATCH, closes=Closing.WINDOW,
         sources=("NICE-T1", "I"),
         when="a tummy ache or no appetite on {ache_days} of {ache_window} days, and no"
              " clean-out runs"),
)

REST_RULES: Final = (
    Rule(key="ill", opens=State.UNKNOWN, closes=Closing.WINDOW, sources=("N13", "I"),
         when="ill, until {ill_after} hours after the last watery poop or vomiting"),
    Rule(key="silent", opens=State.UNKNOWN, closes=Closing.WINDOW, sources=("I",),
         when="nothing heard for {silent} hours ({silent_slow} for a slow child): no poop,"
              " no word that none came, no answer"),
    Rule(key="soft", opens=State.COMFORTABLE, closes=Closing.WINDOW,
         sources=("GATE", "I"),
         when="{comfortable_typed} typed poops in {window} days"
              " ({comfortable_typed_slow} for a slow child), the last soft and painless"),
    Rule(key="told", opens=State.COMFORTABLE, closes=Closing.WINDOW, sources=("I",),
         when="the family said soft and easy in the last {told_lasts} days"),
    Rule(key="else", opens=State.UNKNOWN, closes=Closing.WINDOW, sources=("I",),
         when="everything else"),
)
# fmt: on

RULES: Final = {
    rule.key: rule for rule in (*FINDINGS, *STUCK_RULES, *WATCH_RULES, *REST_RULES)
}
