"""What a stranger answers on the first evening: kept in the session, then the first entries."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from stepstool import method

IN_SESSION = "first_evening"
# Answers about a child that nobody kept do not lie here for long.
KEPT_SECONDS = 24 * 60 * 60

FRESH, FROM_APP = "fresh", "app"
FOR = "the_first_evening"


@dataclass(frozen=True, kw_only=True)
class EveningAnswers:
    """What was answered so far; None is not asked, or skipped."""

    # Whether the family starts fresh or comes from another app.
    way: str = FRESH
    nickname: str = ""
    # The birth month, such as 2021-11.
    born: str = ""
    pronoun: str = ""
    word: str = ""
    # How the child talks; empty is not said.
    talks: str = ""
    zone: str = ""
    where: tuple[str, ...] | None = None
    lately: tuple[str, ...] | None = None
    # The danger signs that were ticked; empty is none.
    signs: tuple[str, ...] | None = None

    @property
    def named(self) -> bool:
        """Whether we know whom this is about."""
        return bool(self.nickname and self.born)

    @property
    def complete(self) -> bool:
        """Whether there is enough for a first page: the danger signs were asked."""
        return self.named and self.signs is not None


def answers_of(request: HttpRequest) -> EveningAnswers:
    """Give what this visitor told so far."""
    kept = request.session.get(IN_SESSION, {})
    known = {field.name for field in fields(EveningAnswers)}
    answers = {name: _unlisted(kept[name]) for name in kept if name in known}
    return EveningAnswers(**answers)


def keep_more(request: HttpRequest, **changes: Any) -> EveningAnswers:
    """Keep more of what this visitor told, for a day."""
    answers = replace(answers_of(request), **changes)
    request.session[IN_SESSION] = {k: _listed(v) for k, v in asdict(answers).items()}
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT_SECONDS)
    return answers


def forget(request: HttpRequest) -> None:
    """Forget all of it: it is in the diary now, or nobody wanted to keep it."""
    request.session.pop(IN_SESSION, None)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _unlisted(value: Any) -> Any:
    plain_list = isinstance(value, Iterable) and not isinstance(value, str)
    return tuple(value) if plain_list else value


def child_told(answers: EveningAnswers, child_id: str = "") -> method.Child:
    """Give the child as the method knows it, from the answers alone."""
    born = method.month(answers.born)
    return method.Child(born=born, name=answers.nickname, id=child_id)


def entries_told(
    answers: EveningAnswers, at: datetime, child_id: str = ""
) -> list[method.Entry]:
    """Give the entries that the answers make; the same ids however often asked."""
    first = _FirstEntries(at, child_id)
    return [
        first.zone(answers.zone),
        first.settings(answers),
        *first.interview(method.interview.Topic.WHERE_NOW, answers.where),
        *first.interview(method.interview.Topic.FOUR_WEEKS, answers.lately),
        *first.signs(answers.signs),
    ]


def line_for_yourself(text: str, at: datetime, child_id: str) -> method.Entry:
    """Make the note that is kept closed and given back on the day it is over."""
    return method.days.Note(
        id=_FirstEntries(at, child_id).id_of("line"),
        at=at,
        note=text,
        origin={"for": FOR},
    )


class _FirstEntries:
    def __init__(self, at: datetime, child_id: str) -> None:
        self.at, self.child_id = at, child_id

    def id_of(self, what: str) -> str:
        return method.computed_id(self.child_id, FOR, what)

    def zone(self, name: str) -> method.Entry:
        return method.lasting.Zone(id=self.id_of("zone"), at=self.at, zone=name)

    def settings(self, answers: EveningAnswers) -> method.Entry:
        says = method.lasting
        return says.Settings(
            id=self.id_of("settings"),
            at=self.at,
            word=answers.word or method.UNKNOWN,
            pronoun=says.Pronoun(answers.pronoun),
            talks=says.Talks(answers.talks) if answers.talks else method.UNKNOWN,
        )

    def interview(
        self, topic: method.interview.Topic, ticked: Iterable[str] | None
    ) -> list[method.Entry]:
        if ticked is None:
            return []
        answers = tuple(method.interview.Told(answer) for answer in ticked)
        return [
            method.interview.Interview(
                id=self.id_of(topic), at=self.at, topic=topic, answers=answers
            )
        ]

    def signs(self, ticked: Iterable[str] | None) -> list[method.Entry]:
        """Give the signs that are here; "none of these" is an answer too."""
        if ticked is None:
            return []
        here = [self._sign(key, method.health.DangerKey(key)) for key in ticked]
        return here or [self._sign("none", method.UNKNOWN)]

    def _sign(
        self, what: str, sign: method.health.DangerKey | method.Unknown
    ) -> method.Entry:
        says = method.health.DangerAnswer
        return method.health.DangerSign(
            id=self.id_of(what),
            at=self.at,
            sign=sign,
            answer=says.HERE if sign else says.NOT_HERE,
        )
