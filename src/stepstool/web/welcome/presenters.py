"""What tonight's page shows: the advice, and what the family told, in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.welcome import choices
from stepstool.web.welcome.answers import Answers


def present(answers: Answers, advice: method.Advice) -> dict[str, Any]:
    """Give the values of tonight's page; a danger sign leaves room for nothing else."""
    urgent = [each for each in advice.alerts if each.urgency != "soon"]
    return {
        "advice": advice,
        "name": answers.nickname,
        "born": date_format(date(*method.month(answers.born), 1), "F Y"),
        "picture": f"state_{advice.comfort.state}",
        "told": told(answers),
        "urgent": urgent,
        "urgent_sources": sources_of(why for each in urgent for why in each.because),
        "sources": sources_of(advice.because),
    }


def told(answers: Answers) -> list[str]:
    """Give what the family told, in the words it was asked with."""
    ticked = [
        *_labels(choices.WHERE, answers.where),
        *_labels(choices.LATELY, answers.lately),
    ]
    none_of_them = [] if answers.signs else [_("none of the danger signs")]
    return [*ticked, *none_of_them]


def sources_of(because: Iterable[method.Reason]) -> list[str]:
    """Give each source once, with its year, in the order in which reasons name them."""
    named = {each.key: each for reason in because for each in reason.sources}
    return [
        f"{each.title}, {each.year}" if each.year else each.title
        for each in named.values()
    ]


def _labels(offered: choices.Choices, ticked: tuple[str, ...] | None) -> list[str]:
    return [str(label) for key, label in offered if key in (ticked or ())]
