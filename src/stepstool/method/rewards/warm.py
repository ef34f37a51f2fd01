"""Words for the last poop, wherever it landed: words, not things (clinical_rules.md §8.2).

Praising the poop in the diaper shortened refusal (TAUBMAN-RCT-2003); a high five did more
than "you are so good" (MORRIS-2014). A success that frightened gets no party (B).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.method.comfort import Comfort
from stepstool.method.ladder import Verdict
from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.bout import Bout
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import UNEASY
from stepstool.method.rewards.events import PAID
from stepstool.method.rewards.judged import OnLadder
from stepstool.method.rewards.numbers import HELD_FOR, WORDS_FOR


@dataclass(frozen=True, kw_only=True)
class Last:
    """The last poop: how it was judged, if it was on a step, and what it ended."""

    bout: Bout
    verdict: Verdict | None
    ends_holding: bool
    stuck: bool

    @property
    def frightened(self) -> bool:
        """Whether it landed in the potty and left the child uneasy or upset."""
        uneasy = any(poop.mood in UNEASY for poop in self.bout.poops)
        return uneasy and self.bout.in_toilet

    @property
    def paid(self) -> bool:
        """Whether it was a success at a step, or landed in the potty."""
        done = self.verdict is not None and self.verdict.deserved in PAID
        return done or self.bout.in_toilet


@dataclass(frozen=True, kw_only=True)
class WarmRow(Row[Last]):
    """One row: the words for the last poop."""

    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"rewards.words.{self.key}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words."""
        return (self.words,)


# fmt: off
WORDS: Final = decision_table(
    WarmRow(key="quiet", when="in the potty, and the child was uneasy or upset", sources=("ACCOUNT-B", "I"),
        fits=lambda last: last.frightened),
    WarmRow(key="body_did_it", when="after days of holding, or while stuck or sore", sources=("TAUBMAN-RCT-2003",),
        fits=lambda last: last.ends_holding or last.stuck),
    WarmRow(key="high_five", when="a success, or in the potty", sources=("MORRIS-2014", "ACCOUNT-A"),
        fits=lambda last: last.paid),
    WarmRow(key="thats_okay", when="anywhere else", sources=("TAUBMAN-RCT-2003", "ACCOUNT-A"),
        fits=always),
)
# fmt: on


def warm_words(
    record: Record, comfort: Comfort, judged: Sequence[OnLadder]
) -> Because | None:
    """Give the words for the last full poop of a day; None if there was none."""
    last = _last(record, comfort, judged)
    if last is None:
        return None
    row = first_that_fits(WORDS, last)
    saw = Saying(key=row.words)
    return Because(rule=f"words_{row.key}", saw=saw, sources=row.sources)


def _last(record: Record, comfort: Comfort, judged: Sequence[OnLadder]) -> Last | None:
    bout = next((each for each in reversed(record.bouts) if each.is_full), None)
    if bout is None or bout.at <= record.at - WORDS_FOR:
        return None
    verdicts = (each.verdict for each in reversed(judged))
    return Last(
        bout=bout,
        verdict=next((each for each in verdicts if each.at == bout.at), None),
        ends_holding=_ends_holding(comfort, bout),
        stuck=any(since <= bout.at < until for since, until in comfort.past.stuck),
    )


def _ends_holding(comfort: Comfort, bout: Bout) -> bool:
    past = comfort.past
    return any(
        end == bout.at
        and end - since >= HELD_FOR
        and any(since < each <= end for each in past.holding)
        for since, end in past.gaps
    )
