"""The line after saving, and the questions that may be ignored: of the step, and how it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.controls import Option
from stepstool.web.diary import kinds, words
from stepstool.web.diary.first_times import FirstLine, greatest
from stepstool.web.diary.kinds.poop import LANDED
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit

P = method.poop
# What one tap answers, on the scale that fits the place. "Soft" and "hard" are the
# middle of their class: no rule tells 4 from 3, and pellets (1) are said in the details.
QUICK: Final[Mapping[str, Mapping[str, Any]]] = {
    "soft": {"bristol": 4, "brussels": P.Brussels.FORMED},
    "hard": {"bristol": 2, "brussels": P.Brussels.HARD},
    "hurt": {"pain": 2},
    "uneasy": {"mood": method.answers.Mood.UNEASY},
    "streak": {"blood": P.Blood.ON_THE_SURFACE},
    "mixed": {"blood": P.Blood.MIXED_IN},
}
HURTS, SCREAMED = 2, 3


class AnswerTile(NamedTuple):
    """One answer to the question of the step; room: where it says that as well."""

    value: str
    words: str
    room: str
    picture: str


class StepTiles(NamedTuple):
    """The question of the child's step, and its answers."""

    asks: str
    tiles: list[AnswerTile]


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What the page after saving says."""

    # The saved line, with its Undo.
    done: Done
    # What else was written down.
    summary: str
    # What to say aloud to the child.
    praise: str = ""
    # A first time, for a page of joy.
    joy: FirstLine | None = None
    # One kind sentence.
    thanks: str = ""
    # What the child's step still has to know.
    step: StepTiles | None = None
    # How it was.
    quick: tuple[Option, ...] = ()
    # Whether the button for blood is offered.
    blood: bool = False
    # Whether to look at the danger signs now.
    signs: bool = False


def present(visit: Visit, entry: method.Entry) -> Saved:
    """Say what was saved, and ask the one question if it is still open."""
    line, summary = done(entry, _line(visit, entry)), _summary(visit, entry)
    if entry.removed:
        return Saved(done=line, summary=summary)
    praise = praise_for(visit, entry)
    return Saved(
        done=line,
        summary=summary,
        praise=praise.says.saw if praise else "",
        joy=_joy(visit, praise) if praise else None,
        thanks=_thanks(entry),
        step=_step(visit, entry),
        quick=_quick(entry),
        blood=isinstance(entry, P.Poop) and entry.blood is method.UNKNOWN,
        signs=_asks_for_signs(entry),
    )


def praise_for(visit: Visit, entry: method.Entry) -> method.SpokenPraise | None:
    """Give the praise for an entry, if it is a poop of the last day that is praised."""
    praises = visit.advice.rewards.praise
    return next((one for one in praises if entry.id in one.praise.entries), None)


def _joy(visit: Visit, praise: method.SpokenPraise) -> FirstLine | None:
    """Give what is greeted with a page of its own."""
    if praise.praise.tone is not method.Tone.JOY:
        return None
    return greatest(visit, praise.praise.firsts)


def quick_answer(entry: P.Poop, answer: str) -> dict[str, Any]:
    """Give what one tap means for this poop: on the scale that fits its place."""
    changes = dict(QUICK[answer])
    if "bristol" in changes:
        changes["bristol" if _in_diaper(entry) else "brussels"] = method.UNKNOWN
    return changes


def step_question(visit: Visit, entry: method.Entry) -> method.StepQuestion | None:
    """Give what the child's step still has to know of an entry."""
    plan = visit.advice.plan
    if not isinstance(entry, P.Poop):
        return None
    return method.step_question(plan.whole_ladder, plan.verdicts, entry)


def step_answer(visit: Visit, entry: method.Entry, key: str) -> dict[str, Any]:
    """Give what one tap says of a poop; KeyError if no tile of now says that."""
    question = step_question(visit, entry)
    answers = question.answers if question else ()
    return {answer.key: dict(answer.fills) for answer in answers}[key]


def _step(visit: Visit, entry: method.Entry) -> StepTiles | None:
    question = step_question(visit, entry)
    if question is None:
        return None
    tiles = [_tile(visit, answer.key, answer.fills) for answer in question.answers]
    return StepTiles(asks=visit.speaker.spoken(question.asks), tiles=tiles)


def _tile(visit: Visit, key: str, fills: Mapping[str, StrEnum]) -> AnswerTile:
    (name, asked), *also = fills.items()
    return AnswerTile(
        value=key,
        words=words.answer_word(asked, visit.gaps),
        room=words.answer_word(also[0][1], visit.gaps) if also else "",
        picture=kinds.kind_of(P.Poop.KIND).fields[name].picture(asked),
    )


def _in_diaper(entry: P.Poop) -> bool:
    return entry.place in P.IN_A_DIAPER


def _line(visit: Visit, entry: method.Entry) -> str:
    place = getattr(entry, "place", None) if isinstance(entry, P.Poop) else None
    what = str(LANDED[place]) if place else words.title(entry, visit.gaps)
    gaps = {"what": what, "when": words.ago_of(visit.clock, entry, visit.now)}
    if entry.removed:
        return _("Taken back: %(what)s, %(when)s.") % gaps
    return _("Saved: %(what)s, %(when)s.") % gaps


def _summary(visit: Visit, entry: method.Entry) -> str:
    place = {"place"} if isinstance(entry, P.Poop) else set()
    return words.summary(entry, visit.gaps, without=place)


def _quick(entry: method.Entry) -> tuple[Option, ...]:
    if not isinstance(entry, P.Poop):
        return ()
    scale = "brussels_{}" if _in_diaper(entry) else "bristol_{}"
    soft, hard = ("formed", "hard") if _in_diaper(entry) else ("4", "2")
    typed = entry.bristol is not method.UNKNOWN or entry.brussels is not method.UNKNOWN
    offered = (
        (not typed, Option(value="soft", words=_("Soft"), picture=scale.format(soft))),
        (not typed, Option(value="hard", words=_("Hard"), picture=scale.format(hard))),
        (
            entry.pain is method.UNKNOWN,
            Option(value="hurt", words=_("It hurt"), picture="hurts"),
        ),
        (
            # A success may frighten; elsewhere it is said in the details.
            entry.mood is method.UNKNOWN and entry.place in P.POTTY_OR_TOILET,
            Option(value="uneasy", words=_("Uneasy"), picture="uneasy"),
        ),
    )
    return tuple(option for still_open, option in offered if still_open)


def _thanks(entry: method.Entry) -> str:
    if isinstance(entry, method.toileting.Sit):
        return _after_a_sit(entry)
    return _after_a_poop(entry) if isinstance(entry, P.Poop) else ""


def _after_a_sit(sit: method.toileting.Sit) -> str:
    if sit.accepted is method.YesNo.NO:
        return _("That’s fine. “No” is a good answer, and the offer did no harm.")
    if sit.accepted is method.YesNo.YES:
        return _("That was all of it. Nothing had to come.")
    return ""


def _after_a_poop(entry: P.Poop) -> str:
    if entry.blood is P.Blood.ON_THE_SURFACE:
        return _(
            "With a hard one, a small tear is the usual reason, and it heals. "
            "Call the office in the morning."
        )
    if entry.pain is not method.UNKNOWN and entry.pain >= HURTS:
        return _("Good that you say so. We go slower.")
    return ""


def _asks_for_signs(entry: method.Entry) -> bool:
    """Whether this is a moment to look at the danger signs."""
    if isinstance(entry, P.Poop):
        blood = entry.blood not in (method.UNKNOWN, P.Blood.NONE)
        return blood or entry.pain == SCREAMED
    if isinstance(entry, method.health.Illness):
        symptoms = entry.symptoms
        if symptoms is method.UNKNOWN:
            return False
        return method.health.Symptom.VOMITING in symptoms
    return isinstance(entry, method.health.TummyAche)
