"""Where it may land: the child's step and the usual places first, for a tired thumb."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from stepstool import method
from stepstool.web.asking.controls import Option
from stepstool.web.asking.typed import Typed
from stepstool.web.diary import reading, words
from stepstool.web.diary.visit import Visit

# So many of the last poops say what is usual.
LATEST = 10
LATELY = (method.Reads(kind=method.poop.Poop, back=timedelta(days=14)),)
Place, Where = method.poop.Place, method.answers.Where
# What one tap on the tile of the step answers.
AT_STEP = ("place", "where")
PICTURES: Mapping[str, str] = {"bathroom": "diaper_in_bathroom"}


@dataclass(frozen=True, kw_only=True)
class StepTile:
    """The child's step as a place: value answers place and room in one tap."""

    value: str
    says: str
    picture: str


def step_tile(visit: Visit) -> StepTile | None:
    """Give the tile of the child's step, where the step names a room."""
    wanted = _wanted(visit)
    if wanted is None or not wanted.where:
        return None
    place = next(place for place in Place if place in wanted.place)
    where = next(room for room in Where if room in wanted.where)
    picture = PICTURES.get(str(where), str(place))
    says = visit.advice.plan.says
    return StepTile(value=f"{place} {where}", says=says, picture=picture)


def landed(typed: Typed) -> Typed:
    """Read the tap on the step's tile into the answers that it stands for."""
    tapped = (typed.get("landed") or [""])[0].split()
    answers = zip(AT_STEP, tapped, strict=False)
    return {**typed, **{name: [answer] for name, answer in answers}}


def _wanted(visit: Visit) -> method.Wanted | None:
    """Give what counts as success on the child's step, if it is on one."""
    plan = visit.advice.plan
    ladder = plan.whole_ladder
    on_step = plan.place is method.PlanPlace.ON_STEP
    if ladder is None or plan.step is None or not on_step:
        return None
    return ladder.step(plan.step).success[0]


def places(visit: Visit) -> list[Option]:
    """Give all places, those of the step and the usual ones first; at most one chosen."""
    usual = _usual(reading.record_of(visit.child, visit.now, LATELY))
    wanted = _wanted(visit)
    has_tile = wanted is not None and bool(wanted.where)
    at_step = wanted.place if wanted and not has_tile else frozenset()
    order = sorted(
        [*usual, *(place for place in Place if place not in usual)],
        key=lambda place: place not in at_step,
    )
    known = bool(usual or at_step) and not has_tile
    return [
        Option(
            value=str(place),
            words=words.answer_word(place, visit.gaps),
            picture=str(place),
            chosen=known and place is order[0],
        )
        for place in order
    ]


def _usual(record: method.Record) -> list[method.poop.Place]:
    latest = [poop.place for poop in record.of(method.poop.Poop)[-LATEST:]]
    counted = Counter(place for place in latest if place is not method.UNKNOWN)
    return [place for place, _ in counted.most_common()]
