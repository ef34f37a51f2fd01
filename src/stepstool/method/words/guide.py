"""What is said beside today's advice: pages of the guide, true figures, words for a situation.

A page is a title, a lead, and sections of short sentences. Figures are told by age, each with
its sources, and promise nothing beyond what was counted (M20). A situation has sentences for
each reader and age (M9).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import SOURCES, Source, number, topic
from stepstool.method.record import UNKNOWN, Saying, Unknown
from stepstool.method.words.situation import Reader, Situation
from stepstool.method.words.speaker import Speaker

N: Final = topic("figures")
WORDS: Final = topic("words")
TITLE, LEAD = "title", "lead"


@dataclass(frozen=True, kw_only=True)
class PageSection:
    """Some sentences under a heading."""

    key: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the guide."""

    title: str
    lead: str
    sections: tuple[PageSection, ...]


def page_of(slug: str, speaker: Speaker) -> Page:
    """Give a page by its name, in the family's own words. KeyError if there is none."""
    path = f"pages.{slug}"
    return Page(
        title=speaker.say(f"{path}.{TITLE}"),
        lead=speaker.say(f"{path}.{LEAD}"),
        sections=tuple(
            _section(f"{path}.{name}", name, speaker)
            for name in _sections(path, speaker)
        ),
    )


def _sections(path: str, speaker: Speaker) -> list[str]:
    under = (key.removeprefix(f"{path}.") for key in speaker.keys(path))
    named = (key.partition(".")[0] for key in under if "." in key)
    return list(dict.fromkeys(named))


def _section(path: str, name: str, speaker: Speaker) -> PageSection:
    heading = f"{path}.{TITLE}"
    lines = (key for key in speaker.keys(path) if key != heading)
    return PageSection(
        key=name,
        title=speaker.say(heading),
        lines=tuple(map(speaker.say, lines)),
    )


GAPS: Final = "abc"


class FigureTopic(StrEnum):
    """What a figure is for."""

    ALONE = "alone"
    NORMAL = "normal"
    ACTION_PLAN = "action_plan"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure; while the age is unknown it is told."""

    topic: FigureTopic
    key: str
    numbers: tuple[str, ...]
    """Those that its sentence tells, in order."""
    since: int = 0
    """From which age in months it is told."""
    until: int | None = None
    """Up to which age in months it is told; None without end."""

    def is_for(self, age_months: int | Unknown) -> bool:
        """Whether it is told for this age."""
        if age_months is UNKNOWN:
            return True
        return self.since <= age_months and (
            self.until is None or age_months < self.until
        )


@dataclass(frozen=True, kw_only=True)
class SpokenFigure:
    """A figure in words, and the studies behind it."""

    text: str
    sources: tuple[Source, ...]


# fmt: off
FIGURES: Final = (
    Figure(topic=FigureTopic.ALONE, key="refusing", numbers=("refusing_1997", "refusing_2004")),
    Figure(topic=FigureTopic.ALONE, key="half_a_year", numbers=("through_in_half_a_year",), until=N.count.older_than_studies),
    Figure(topic=FigureTopic.ALONE, key="late_learners", numbers=("late_half_past_three", "late_four"), since=N.count.late_learner_from),
    Figure(topic=FigureTopic.ALONE, key="less_known", numbers=("older_than_studies",), since=N.count.older_than_studies),
    Figure(topic=FigureTopic.ALONE, key="back_to_diapers", numbers=("back_to_diapers", "back_to_diapers_of")),
    Figure(topic=FigureTopic.ALONE, key="warm_words", numbers=("warm_words", "other_words")),
    Figure(topic=FigureTopic.ALONE, key="hiding", numbers=("hiding",)),
    Figure(topic=FigureTopic.ALONE, key="asking", numbers=("asking",)),
    Figure(topic=FigureTopic.ALONE, key="ladder", numbers=("fading_sessions",)),
    Figure(topic=FigureTopic.ALONE, key="parents", numbers=("parents_alike",)),
    Figure(topic=FigureTopic.NORMAL, key="breast_fed", numbers=("breast_fed_from",), since=N.count.breast_fed_from, until=N.count.breast_fed_until),
    Figure(topic=FigureTopic.NORMAL, key="a_day", numbers=("a_day", "a_day_low", "a_day_high")),
    Figure(topic=FigureTopic.NORMAL, key="a_week", numbers=("a_week", "a_week_low", "a_week_high")),
    Figure(topic=FigureTopic.NORMAL, key="range", numbers=("in_range",)),
    Figure(topic=FigureTopic.NORMAL, key="school", numbers=("school_range",), since=N.count.late_learner_from),
    Figure(topic=FigureTopic.NORMAL, key="hard", numbers=("usually_hard",)),
    Figure(topic=FigureTopic.NORMAL, key="after_meals", numbers=("within_15", "within_30", "within_60")),
    Figure(topic=FigureTopic.NORMAL, key="learned", numbers=("learned", "learned_first", "learned_last")),
    Figure(topic=FigureTopic.NORMAL, key="dry", numbers=("dry_girls", "dry_boys")),
    Figure(topic=FigureTopic.ACTION_PLAN, key="form", numbers=("plan_form_with", "plan_form_without")),
    Figure(topic=FigureTopic.ACTION_PLAN, key="over", numbers=("plan_over_with", "plan_over_without")),
)
# fmt: on


def figures_for(
    topic: FigureTopic, age_months: int | Unknown, speaker: Speaker
) -> tuple[SpokenFigure, ...]:
    """Tell the figures of a topic for a child of this age in whole months."""
    return tuple(
        _told(figure, speaker)
        for figure in FIGURES
        if figure.topic is topic and figure.is_for(age_months)
    )


def _told(figure: Figure, speaker: Speaker) -> SpokenFigure:
    values = dict(zip(GAPS, map(_plainly, figure.numbers), strict=False))
    saying = Saying(key=f"figures.{figure.topic}.{figure.key}", values=values)
    return SpokenFigure(
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


ANY: Final = "any"


def for_situation(
    situation: Situation,
    reader: Reader,
    age_months: int | Unknown,
    speaker: Speaker,
) -> tuple[str, ...]:
    """Give the sentences of a situation for a reader, in their order.

    age_months: the child's age in whole months; it chooses between shorter words under
    three years and words without baby talk from five. Empty where nobody has words for
    this reader.
    """
    path = f"situations.{situation}.{reader}"
    for_age = speaker.passage(f"{path}.{band_of(age_months)}")
    return for_age or speaker.passage(f"{path}.{ANY}")


def readers_of(situation: Situation, speaker: Speaker) -> tuple[Reader, ...]:
    """Give the readers for whom this situation has sentences."""
    return tuple(
        reader for reader in Reader if speaker.keys(f"situations.{situation}.{reader}")
    )


def band_of(age_months: int | Unknown) -> str:
    """Give the band of an age: little, any, older; any while the age is unknown."""
    if age_months is UNKNOWN:
        return ANY
    if age_months < WORDS.count.little_under:
        return "little"
    return "older" if age_months >= WORDS.count.older_from else ANY
