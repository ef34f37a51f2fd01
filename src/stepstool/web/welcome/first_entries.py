"""The first entries of a diary: what was told on the first evening."""

from collections.abc import Iterable
from datetime import datetime

from stepstool import method
from stepstool.web.welcome.answers import Answers

FOR = "the_first_evening"


def child_told(answers: Answers, child_id: str = "") -> method.Child:
    """Give the child as the method knows it, from the answers alone."""
    born = method.month(answers.born)
    return method.Child(born=born, name=answers.nickname, id=child_id)


def entries_told(
    answers: Answers, at: datetime, child_id: str = ""
) -> list[method.Entry]:
    """Give the entries that the answers make; the same ids however often asked."""
    told = _Told(at, child_id)
    return [
        told.zone(answers.zone),
        told.settings(answers.word, answers.pronoun),
        *told.interview(method.interview.Topic.WHERE_NOW, answers.where),
        *told.interview(method.interview.Topic.FOUR_WEEKS, answers.lately),
        *told.signs(answers.signs),
    ]


def line_for_yourself(text: str, at: datetime, child_id: str) -> method.Entry:
    """Make the note that is kept closed and given back on the day it is over."""
    return method.days.Note(
        id=_Told(at, child_id).id_of("line"), at=at, note=text, origin={"for": FOR}
    )


class _Told:
    def __init__(self, at: datetime, child_id: str) -> None:
        self.at, self.child_id = at, child_id

    def id_of(self, what: str) -> str:
        return method.computed_id(self.child_id, FOR, what)

    def zone(self, name: str) -> method.Entry:
        return method.lasting.Zone(id=self.id_of("zone"), at=self.at, zone=name)

    def settings(self, word: str, pronoun: str) -> method.Entry:
        return method.lasting.Settings(
            id=self.id_of("settings"),
            at=self.at,
            word=word or method.UNKNOWN,
            pronoun=method.lasting.Pronoun(pronoun),
        )

    def interview(
        self, topic: method.interview.Topic, ticked: Iterable[str] | None
    ) -> list[method.Entry]:
        if ticked is None:
            return []
        answers = tuple(method.interview.Told(each) for each in ticked)
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
