"""The plan in plain words: the child's step, what it earns, the advised move, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from stepstool.method.calm import Place
from stepstool.method.ladder import (
    Advised,
    Earns,
    Ladder,
    Mark,
    Per,
    PlanAdvice,
    Progress,
    Treat,
    Verdict,
)
from stepstool.method.words import Reason, Speaker


@dataclass(frozen=True, kw_only=True)
class SpokenPlan:
    """What the ladder advises, in the family's words.

    found: the ladder itself; ladder, version, title: which ladder, empty without a plan. step of steps: where the
    child is; says: that step in a sentence; earns: what is earned for it. move, rule, to:
    what is advised, by which row, and to which step it leads. ask: what to ask, of child
    or parent. place: on a step, on a break, chosen or ended; since: for how long.
    verdicts: the poops and tries of the last weeks, judged. marks, also: what else is so of
    the row, and other pages that help.
    """

    ladder: str
    version: int
    title: str
    place: Place | None
    since: datetime | None
    step: int | None
    steps: int
    says: str
    earns: str
    safety: tuple[str, ...]
    progress: Progress | None
    move: Advised
    rule: str
    to: int | None
    because: tuple[Reason, ...]
    ask: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    found: Ladder | None
    marks: frozenset[Mark]
    also: tuple[str, ...]


def spoken_plan(plan: PlanAdvice, speaker: Speaker) -> SpokenPlan:
    """Say the plan."""
    ladder = plan.found
    return SpokenPlan(
        ladder=plan.ladder or "",
        version=plan.version or 0,
        title=speaker.spoken(ladder.title) if ladder else "",
        place=plan.place,
        since=plan.since,
        step=plan.step,
        steps=len(ladder.steps) if ladder else 0,
        says=speaker.spoken(plan.says) if plan.says else "",
        earns=" ".join(earned(plan.earns, speaker)) if plan.earns else "",
        safety=_safety(plan, ladder, speaker),
        progress=plan.progress,
        move=plan.move,
        rule=plan.rule,
        to=plan.to,
        because=speaker.reasons(plan.because),
        ask=tuple(map(speaker.spoken, plan.ask)),
        verdicts=plan.verdicts,
        found=ladder,
        marks=plan.marks,
        also=plan.also,
    )


def earned(earns: Earns, speaker: Speaker) -> Iterator[str]:
    """Say what a step earns: at first, then, and what may take its place."""
    first, then = treat(earns.first, speaker), treat(earns.then, speaker)
    per = "each" if earns.per is Per.POOP else "daily"
    same = f"earns.same_{per}" if first == then else f"earns.first_then_{per}"
    yield speaker.say(same, First=first[:1].upper() + first[1:], then=then)
    if earns.instead:
        others = [speaker.say(f"treats.{thing}.some") for thing in earns.instead]
        yield speaker.say("earns.instead", others=", ".join(others))


def treat(given: Treat, speaker: Speaker) -> str:
    """Say a treat with its number, where one is told; a family's own in its words."""
    thing, told = given.thing, {}
    if not speaker.has(f"treats.{thing}.some"):
        thing, told = "own", {"what": thing}
    if given.amount is None:
        return speaker.say(f"treats.{thing}.some", **told)
    return speaker.say(f"treats.{thing}.counted", count=given.amount, **told)


def treat_name(thing: str, speaker: Speaker) -> str:
    """Say a thing that we know by its name. KeyError if it has none."""
    return speaker.say(f"treats.{thing}.some")


def _safety(
    plan: PlanAdvice, ladder: Ladder | None, speaker: Speaker
) -> tuple[str, ...]:
    if ladder is None or plan.step is None:
        return ()
    return tuple(map(speaker.spoken, ladder.safety_of(plan.step)))
