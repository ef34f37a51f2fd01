"""One question of the interview at a time; the round travels in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit

Topic = method.interview.Topic


class Choice(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Round:
    """What is asked this time, and what of it was shown already.

    An answer may end the method's reason to ask; who began goes on all the same.
    """

    topics: tuple[Topic, ...] = ()
    seen: tuple[Topic, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read the round from an address or a form; what is no topic is left out."""
        return cls(topics=_topics(query, "of"), seen=_topics(query, "seen"))

    def past(self, topic: str) -> Self:
        """Give the round after this topic was answered or skipped."""
        return type(self)(topics=self.topics, seen=(*self.seen, Topic(topic)))

    def address(self, visit: Visit) -> str:
        """Give the address of its next question."""
        place = [visit.child.family_id, visit.child.id]
        told = urlencode({"of": self.topics, "seen": self.seen}, doseq=True)
        return f"{reverse('why-not-questions', args=place)}?{told}"


def _topics(query: QueryDict, name: str) -> tuple[Topic, ...]:
    known = {str(topic) for topic in Topic}
    told = dict.fromkeys(query.getlist(name))
    return tuple(Topic(each) for each in told if each in known)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question. place of count: where it stands in its round; skip: where Skip leads."""

    topic: str
    text: str
    several: bool
    options: list[Choice]
    place: int
    count: int
    skip: str
    round: Round


def takes(visit: Visit, topic: Topic, told: Sequence[method.interview.Told]) -> bool:
    """Whether so many answers fit the question. Raises ValueError if they do not."""
    asked = method.spoken_questions((topic,), visit.speaker)
    if len(told) > 1 and not any(each.several for each in asked):
        raise ValueError(f"{topic} takes one answer; these are {len(told)}.")
    return True


def next_of(
    visit: Visit, questions: Sequence[method.SpokenQuestion], round_: Round
) -> Asked | None:
    """Give the first question that this round did not show, if there is one."""
    still = [each for each in questions if each.topic not in round_.seen]
    if not still:
        return None
    first = still[0]
    options = [Choice(a, words.answer_word(a, visit.gaps)) for a in first.answers]
    return Asked(
        topic=first.topic,
        text=first.text,
        several=first.several,
        options=options,
        place=len(questions) - len(still) + 1,
        count=len(questions),
        skip=round_.past(first.topic).address(visit),
        round=round_,
    )
