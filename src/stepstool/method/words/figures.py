"""True figures by age, each with its sources (M20); no promise beyond what was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import SOURCES, Source, count, number
from stepstool.method.record import UNKNOWN, Saying, Unknown
from stepstool.method.words.speaker import Speaker

OLDER: Final = count("figures.older_than_studies")
LATE: Final = count("figures.late_learner_from")
BREAST_FED_FROM: Final = count("figures.breast_fed_from")
BREAST_FED_UNTIL: Final = count("figures.breast_fed_until")
GAPS: Final = "abc"


class Topic(StrEnum):
    """What a figure is for."""

    ALONE = "alone"
    NORMAL = "normal"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure. numbers: those its sentence tells, in order; rests_on: without one.

    since, until: for which ages in months it is told; while the age is unknown it is.
    """

    topic: Topic
    key: str
    numbers: tuple[str, ...]
    since: int = 0
    until: int | None = None

    def is_for(self, age_months: int | Unknown) -> bool:
        """Whether it is told for this age."""
        if age_months is UNKNOWN:
            return True
        return self.since <= age_months and (
            self.until is None or age_months < self.until
        )


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure in words, and the studies behind it."""

    text: str
    sources: tuple[Source, ...]


# fmt: off
FIGURES: Final = (
    Figure(topic=Topic.ALONE, key="refusing", numbers=("refusing_1997", "refusing_2004")),
    Figure(topic=Topic.ALONE, key="half_a_year", numbers=("through_in_half_a_year",), until=OLDER),
    Figure(topic=Topic.ALONE, key="late_learners", numbers=("late_half_past_three", "late_four"), since=LATE),
    Figure(topic=Topic.ALONE, key="less_known", numbers=("older_than_studies",), since=OLDER),
    Figure(topic=Topic.ALONE, key="back_to_diapers", numbers=("back_to_diapers", "back_to_diapers_of")),
    Figure(topic=Topic.ALONE, key="warm_words", numbers=("warm_words", "other_words")),
    Figure(topic=Topic.ALONE, key="hiding", numbers=("hiding",)),
    Figure(topic=Topic.ALONE, key="asking", numbers=("asking",)),
    Figure(topic=Topic.ALONE, key="ladder", numbers=("fading_sessions",)),
    Figure(topic=Topic.ALONE, key="parents", numbers=("parents_alike",)),
    Figure(topic=Topic.NORMAL, key="breast_fed", numbers=("breast_fed_from",), since=BREAST_FED_FROM, until=BREAST_FED_UNTIL),
    Figure(topic=Topic.NORMAL, key="a_day", numbers=("a_day", "a_day_low", "a_day_high")),
    Figure(topic=Topic.NORMAL, key="a_week", numbers=("a_week", "a_week_low", "a_week_high")),
    Figure(topic=Topic.NORMAL, key="range", numbers=("in_range",)),
    Figure(topic=Topic.NORMAL, key="school", numbers=("school_range",), since=LATE),
    Figure(topic=Topic.NORMAL, key="hard", numbers=("usually_hard",)),
    Figure(topic=Topic.NORMAL, key="after_meals", numbers=("within_15", "within_30", "within_60")),
    Figure(topic=Topic.NORMAL, key="learned", numbers=("learned", "learned_first", "learned_last")),
    Figure(topic=Topic.NORMAL, key="dry", numbers=("dry_girls", "dry_boys")),
)
# fmt: on


def figures_for(
    topic: Topic, age_months: int | Unknown, speaker: Speaker
) -> tuple[Told, ...]:
    """Tell the figures of a topic for a child of this age in whole months."""
    return tuple(
        _told(figure, speaker)
        for figure in FIGURES
        if figure.topic is topic and figure.is_for(age_months)
    )


def _told(figure: Figure, speaker: Speaker) -> Told:
    values = dict(zip(GAPS, map(_plainly, figure.numbers), strict=False))
    saying = Saying(key=f"figures.{figure.topic}.{figure.key}", values=values)
    return Told(
        text=speaker.spoken(saying),
        sources=tuple(SOURCES[key] for key in _sources(figure)),
    )


def _sources(figure: Figure) -> Iterator[str]:
    named = (
        key for name in figure.numbers for key in number(f"figures.{name}").sources
    )
    yield from dict.fromkeys(named)


def _plainly(name: str) -> str:
    return f"{number(f'figures.{name}').value:g}"
