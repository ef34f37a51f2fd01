"""What two pages show: the first useful one, and the way in to the made-up child."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.example import example_record
from stepstool.web.diary.forms import TALKS
from stepstool.web.diary.words.table import Word
from stepstool.web.families import made_up
from stepstool.web.welcome.answers import EveningAnswers
from stepstool.web.welcome.forms import LATELY, WHERE


def tonight_page(
    answers: EveningAnswers, record: method.Record, speaker: method.Speaker
) -> dict[str, Any]:
    """Give the values of tonight's page; a danger sign leaves room for nothing else."""
    advice = method.speak(method.advise(record), speaker)
    urgent = [alert for alert in advice.alerts if alert.urgency != "soon"]
    return {
        "advice": advice,
        "name": answers.nickname,
        "born": date_format(date(*method.month(answers.born), 1), "F Y"),
        "picture": f"state_{advice.comfort.state}",
        "answers": in_words(answers),
        "without_words": method.Manner.WITHOUT_WORDS in speaker.voice.manners,
        "urgent": urgent,
        "urgent_sources": sources_of(why for alert in urgent for why in alert.because),
        "sources": sources_of(advice.because),
    }


def in_words(answers: EveningAnswers) -> list[str]:
    """Give what the family told, in the words it was asked with."""
    ticked = [
        *_labels(TALKS, (answers.talks,)),
        *_labels(WHERE, answers.where),
        *_labels(LATELY, answers.lately),
    ]
    none_of_them = [] if answers.signs else [_("none of the danger signs")]
    return [*ticked, *none_of_them]


def sources_of(because: Iterable[method.SpokenBecause]) -> list[str]:
    """Give each source once, with its year, in the order in which reasons name them."""
    named = {source.key: source for reason in because for source in reason.sources}
    return [
        f"{source.title}, {source.year}" if source.year else source.title
        for source in named.values()
    ]


def _labels(
    offered: Sequence[tuple[str, Promise]], ticked: tuple[str, ...] | None
) -> list[str]:
    return [str(label) for key, label in offered if key in (ticked or ())]


class AroundTile(NamedTuple):
    """A page of the made-up child."""

    picture: str
    label: Word
    address: str


# The pages that tell its story, by the names of their addresses.
AROUND: Final[Mapping[str, tuple[str, Word]]] = {
    "today": ("today", gettext_lazy("Today")),
    "plan": ("stepstool", gettext_lazy("Small steps")),
    "patterns": ("clock", gettext_lazy("When it comes")),
    "rewards": ("reward", gettext_lazy("Rewards")),
    "plan-so-far": ("proud", gettext_lazy("So far")),
    "words": ("prompt", gettext_lazy("Words for now")),
}


def around_page(at: datetime, code: str) -> dict[str, Any]:
    """Give the values of the way in to the made-up child, in the language of this code."""
    record = example_record(at)
    plan = method.speak(method.advise(record), method.speaker_of(record, code)).plan
    child = [made_up.FAMILY, made_up.CHILD]
    return {
        "name": made_up.NAME,
        "plan": plan,
        "today": reverse("today", args=child),
        "tiles": [
            AroundTile(picture, label, reverse(page, args=child))
            for page, (picture, label) in AROUND.items()
        ],
    }
