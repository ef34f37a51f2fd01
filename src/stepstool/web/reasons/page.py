"""What may be in the way, with the ways to its help; one question at a time, its answer kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Self
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary import reading, words
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word

Level = method.ReasonLevel
# How sure, for the eye: the word says it too.
DOTS: Final = {Level.LIKELY: "●●●", Level.POSSIBLE: "●●○", Level.UNLIKELY: "●○○"}
Topic = method.interview.Topic
# So many questions are asked in one go.
FIVE: Final = 5


def reasons_of(visit: Visit) -> method.SpokenReasons:
    """Give what may be in the way, from today's advice on."""
    record = reading.record_of(visit.child, visit.now)
    return method.reasons_of(record, visit.speaker, advice=visit.advice.of)


def answers_in(request: HttpRequest) -> tuple[method.interview.Told, ...]:
    """Give the answers that were sent, each once. Raises ValueError for what is none."""
    return tuple(
        dict.fromkeys(map(method.interview.Told, request.POST.getlist("answer")))
    )


def keep(
    visit: Visit,
    request: HttpRequest,
    topic: method.interview.Topic,
    answers: tuple[method.interview.Told, ...],
) -> method.interview.Interview:
    """Write an answer down. Raises ValueError where it does not fit the question."""
    entry = method.interview.Interview(
        **visit.envelope(request.POST),
        topic=topic,
        answers=answers,
    )
    visit.write(entry)
    return entry


class PageLink(NamedTuple):
    """A link to a page of the house."""

    words: str
    address: str


# The parts of the method that have a page of their own, by their number there.
PAGES: Final[dict[str, tuple[str, Word]]] = {
    "M2": ("why", _("How it is, and why")),
    "M4": ("party", _("Potty party")),
    "M5": ("plan", _("Small steps")),
    "M6": ("rewards", _("Rewards")),
    "M9": ("words", _("Words for now")),
    "M10": ("listening", _("Listening")),
    "M13": ("books", _("Books")),
    "M11": ("relaxing", _("Letting go, as a game")),
    "M12": ("story", _("The story of food and poop")),
    "M14": ("privacy", _("A place of its own")),
    "M15": ("posture", _("Feet on a stool")),
    "M16": ("food", _("Food and drink")),
    "M17": ("plan", _("A break from asking")),
    "M18": ("medicine", _("Medicine, as ordered")),
    "M20": ("guide", _("You are not alone")),
    "M21": ("ready", _("Ready?")),
    "M22": ("people", _("All who care")),
}


# Of these the page is one of the guide's.
IN_THE_GUIDE: Final = {"relaxing", "story", "privacy", "posture"}


def ways_of(visit: Visit, reason: method.SpokenReason) -> list[PageLink]:
    """Give the ways to the help of a reason; parts without a page have none."""
    named = (PAGES[part] for part in reason.help if part in PAGES)
    pages = [PageLink(str(words), _address(visit, name)) for name, words in named]
    return [*_ladders(visit, reason), *pages]


def _ladders(visit: Visit, reason: method.SpokenReason) -> Iterator[PageLink]:
    """Give the ladders made for this reason."""
    place = [visit.child.family_id, visit.child.id]
    for key in reason.ladders:
        words = visit.speaker.spoken(method.LADDERS[key].title)
        yield PageLink(words, reverse("ladder", args=[*place, key]))


def _address(visit: Visit, name: str) -> str:
    family, child = visit.child.family_id, visit.child.id
    if name in IN_THE_GUIDE:
        return reverse("guide-page", args=[family, child, name])
    return reverse(name, args=[family] if name == "people" else [family, child])


class Lead(NamedTuple):
    """A reason that is open."""

    reason: method.SpokenReason
    # How sure.
    dots: str
    # To the pages of its help.
    ways: list[PageLink]


@dataclass(frozen=True, kw_only=True)
class WhyNot:
    """The page of what may be in the way."""

    reasons: method.SpokenReasons
    # The open ones.
    leads: list[Lead]
    # Looked at.
    others: list[Lead]
    # Not looked at yet.
    not_asked: list[method.SpokenReason]


def present(visit: Visit) -> WhyNot:
    """Give the page."""
    reasons = reasons_of(visit)
    led = {reason.key for reason in reasons.leads}
    others = [reason for reason in reasons.reasons if reason.key not in led]
    return WhyNot(
        reasons=reasons,
        leads=[_lead(visit, reason) for reason in reasons.leads],
        others=[_lead(visit, reason) for reason in others if reason.is_asked],
        not_asked=[reason for reason in others if not reason.is_asked],
    )


def _lead(visit: Visit, reason: method.SpokenReason) -> Lead:
    return Lead(reason, DOTS[reason.level], ways_of(visit, reason))


class AnswerChoice(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Round:
    """What is asked this time, and what of it was shown already.

    An answer may end the method's reason to ask; who began goes on all the same.
    """

    topics: tuple[Topic, ...] = ()
    passed: tuple[Topic, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read the round from an address or a form; what is no topic is left out."""
        return cls(topics=_topics(query, "of"), passed=_topics(query, "passed"))

    def begun(self, visit: Visit) -> Self:
        """Give it with its topics: as they are, or the next few that are open."""
        return self if self.topics else self.next(visit)

    def next(self, visit: Visit) -> Self:
        """Give the round after this one, of open questions that were not shown yet."""
        open_now = (question.topic for question in reasons_of(visit).questions)
        still = [topic for topic in open_now if topic not in self.passed]
        return type(self)(topics=tuple(still[:FIVE]), passed=self.passed)

    def past(self, topic: str) -> Self:
        """Give the round after this topic was answered or skipped."""
        return type(self)(topics=self.topics, passed=(*self.passed, Topic(topic)))

    def address(self, visit: Visit) -> str:
        """Give the address of its next question."""
        place = [visit.child.family_id, visit.child.id]
        query = urlencode({"of": self.topics, "passed": self.passed}, doseq=True)
        return f"{reverse('why-not-questions', args=place)}?{query}"


def _topics(query: QueryDict, name: str) -> tuple[Topic, ...]:
    known = {str(topic) for topic in Topic}
    topics = dict.fromkeys(query.getlist(name))
    return tuple(Topic(topic) for topic in topics if topic in known)


@dataclass(frozen=True, kw_only=True)
class RoundQuestion:
    """A question of a round."""

    topic: str
    text: str
    why: str
    several: bool
    options: list[AnswerChoice]
    # Where it stands in its round, and of how many.
    place: int
    count: int
    # Where Skip leads.
    skip: str
    round: Round


def takes(visit: Visit, topic: Topic, answers: Sequence[method.interview.Told]) -> bool:
    """Whether so many answers fit the question. Raises ValueError if they do not."""
    asked = method.spoken_questions((topic,), visit.speaker)
    if len(answers) > 1 and not any(question.several for question in asked):
        raise ValueError(f"{topic} takes one answer; these are {len(answers)}.")
    return True


def next_of(
    visit: Visit, questions: Sequence[method.SpokenQuestion], round_: Round
) -> RoundQuestion | None:
    """Give the first question that this round did not show, if there is one."""
    still = [question for question in questions if question.topic not in round_.passed]
    if not still:
        return None
    first = still[0]
    options = [AnswerChoice(a, words.answer_word(a, visit.gaps)) for a in first.answers]
    return RoundQuestion(
        topic=first.topic,
        text=first.text,
        why=first.why,
        several=first.several,
        options=options,
        place=len(questions) - len(still) + 1,
        count=len(questions),
        skip=round_.past(first.topic).address(visit),
        round=round_,
    )
