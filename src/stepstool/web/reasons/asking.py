"""One question of the interview at a time; what was skipped is in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit


class Choice(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question. place of count: which of those still open; skip: where Skip leads."""

    topic: str
    text: str
    several: bool
    options: list[Choice]
    place: int
    count: int
    skip: str
    seen: list[str]


def seen_in(query: QueryDict) -> list[str]:
    """Give the topics that this round already showed, answered or skipped."""
    known = set(method.interview.Topic)
    return [each for each in dict.fromkeys(query.getlist("seen")) if each in known]


def next_of(
    visit: Visit, questions: Sequence[method.SpokenQuestion], seen: Sequence[str]
) -> Asked | None:
    """Give the first question that this round did not show, if there is one."""
    still = [each for each in questions if each.topic not in seen]
    if not still:
        return None
    first = still[0]
    options = [Choice(a, words.answer_word(a, visit.gaps)) for a in first.answers]
    return Asked(
        topic=first.topic,
        text=first.text,
        several=first.several,
        options=options,
        place=len(seen) + 1,
        count=len(seen) + len(still),
        skip=onward(visit, [*seen, first.topic]),
        seen=list(seen),
    )


def onward(visit: Visit, seen: Sequence[str]) -> str:
    """Give the address of the next question."""
    address = reverse("why-not-questions", args=[visit.child.family_id, visit.child.id])
    return f"{address}?{urlencode({'seen': list(seen)}, doseq=True)}"
