"""The plan and its rewards in plain words: the child's step, what it earns, the advised move.

And what is due and what was given (M6, M7, M8).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from stepstool.method.advice import Card
from stepstool.method.calm import PlanPlace
from stepstool.method.ladder import (
    Advised,
    Earns,
    Ladder,
    MoveMark,
    Per,
    PlanAdvice,
    Progress,
    Treat,
    Verdict,
)
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.rewards import Due, For, Praise, Rewards
from stepstool.method.words import Speaker, SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenPlan:
    """What the ladder advises, in the family's words."""

    ladder: str
    """Which one; empty without a plan, as its title is."""
    version: int
    title: str
    place: PlanPlace | None
    """On a step, on a break, chosen or ended."""
    since: datetime | None
    """Since when it is there."""
    step: int | None
    """Where the child is, of so many steps."""
    steps: int
    says: str
    """That step in a sentence."""
    earns: str
    """What is earned for it."""
    safety: tuple[str, ...]
    progress: Progress | None
    move: Advised
    """What is advised."""
    rule: str
    """The row that advises it."""
    to: int | None
    """To which step it leads."""
    because: tuple[SpokenBecause, ...]
    ask: tuple[str, ...]
    """What to ask, of child or parent."""
    verdicts: tuple[Verdict, ...]
    """The poops and tries of the last weeks, judged."""
    whole_ladder: Ladder | None
    """The ladder itself."""
    marks: frozenset[MoveMark]
    """What else is so of the row that advises."""
    also: tuple[str, ...]
    """Other pages that help."""


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
        whole_ladder=ladder,
        marks=plan.marks,
        also=plan.also,
    )


@dataclass(frozen=True, kw_only=True)
class SpokenCard:
    """The card of today, in the family's words."""

    of: Card
    """As the rules yield it."""
    step: str
    """The step that it is about."""
    tells: str
    """What to say to the child; empty where nothing is said."""
    half: str
    """Half of the step, for one that is too high; empty where it is not offered."""
    ready: tuple[str, ...]
    """What to have ready, on the day on which the step begins."""


def spoken_card(card: Card, speaker: Speaker) -> SpokenCard:
    """Say the card."""
    ladder, step = card.ladder, card.step
    tells = f"now.{card.tells}" if card.tells else ""
    return SpokenCard(
        of=card,
        step=speaker.spoken(ladder.says(step)),
        tells=telling(ladder, step, tells, speaker) if tells else "",
        half=speaker.spoken(card.half) if card.half else "",
        ready=tuple(map(speaker.spoken, card.ready)),
    )


def telling(ladder: Ladder, number: int, moment: str, speaker: Speaker) -> str:
    """Give what a grown-up says to the child about a step, in a moment such as `begin`."""
    key = f"telling.{ladder.key}.{ladder.step(number).key}"
    known = speaker.has(key)
    step = speaker.say(key) if known else speaker.spoken(ladder.says(number))
    return speaker.say(f"telling.{moment}", step=step)


def earned(earns: Earns, speaker: Speaker) -> Iterator[str]:
    """Say what a step earns: at first, then, and what may take its place."""
    first, then = treat(earns.first, speaker), treat(earns.then, speaker)
    per = "each" if earns.per is Per.POOP else "daily"
    same = f"earns.same_{per}" if first == then else f"earns.first_then_{per}"
    yield speaker.say(same, First=first[:1].upper() + first[1:], then=then)
    if earns.instead:
        others = [speaker.say(f"treats.{thing}.some") for thing in earns.instead]
        yield speaker.say("earns.instead", others=", ".join(others))


def treat(promise: Treat, speaker: Speaker) -> str:
    """Say a treat with its number, if it has one; a family's own in its words."""
    thing, gaps = promise.thing, {}
    if not thing:
        return speaker.say("rewards.something")
    if not speaker.has(f"treats.{thing}.some"):
        thing, gaps = "own", {"what": thing}
    if promise.amount is None:
        return speaker.say(f"treats.{thing}.some", **gaps)
    return speaker.say(f"treats.{thing}.counted", count=promise.amount, **gaps)


def treat_name(thing: str, speaker: Speaker) -> str:
    """Say a thing that we know by its name. KeyError if it has none."""
    return speaker.say(f"treats.{thing}.some")


def _safety(
    plan: PlanAdvice, ladder: Ladder | None, speaker: Speaker
) -> tuple[str, ...]:
    if ladder is None or plan.step is None:
        return ()
    return tuple(map(speaker.spoken, ladder.safety_of(plan.step)))


@dataclass(frozen=True, kw_only=True)
class SpokenDue:
    """One thing that is due."""

    due: Due
    text: str
    """What it is, and for what."""
    thing: str
    """Only what it is."""
    because: SpokenBecause
    """Why it is due."""


@dataclass(frozen=True, kw_only=True)
class SpokenPraise:
    """What to say aloud after a poop."""

    praise: Praise
    says: SpokenBecause


@dataclass(frozen=True, kw_only=True)
class SpokenRewards:
    """Rewards in the family's words."""

    unspoken: Rewards
    """As the rules yield them."""
    due: tuple[SpokenDue, ...]
    """Earned and not yet given, the oldest first."""
    words: SpokenBecause | None
    """For the last poop."""
    praise: tuple[SpokenPraise, ...]
    """To say aloud, for the poops of the last day."""

    @property
    def given(self) -> tuple[Reward, ...]:
        """What was given in the last four weeks; nothing takes it back."""
        return self.unspoken.given


def spoken_rewards(unspoken: Rewards, speaker: Speaker) -> SpokenRewards:
    """Say them."""
    return SpokenRewards(
        unspoken=unspoken,
        due=tuple(_spoken(due, speaker) for due in unspoken.due),
        words=speaker.reason(unspoken.words) if unspoken.words else None,
        praise=tuple(
            SpokenPraise(praise=praise, says=speaker.reason(praise.because))
            for praise in unspoken.praise
        ),
    )


def _spoken(due: Due, speaker: Speaker) -> SpokenDue:
    thing = treat(Treat(thing=due.thing, amount=due.amount), speaker)
    key = "first" if due.first and due.for_ is For.SUCCESS else due.for_
    text = speaker.say(f"rewards.due.{key}", Thing=capital(thing), step=due.step)
    return SpokenDue(
        due=due, text=text, thing=thing, because=speaker.reason(due.because)
    )


def said_given(reward: Reward, speaker: Speaker) -> str:
    """Say what was given: by the name of a thing we know, or as the family wrote it."""
    if reward.what is UNKNOWN:
        return speaker.say("rewards.something")
    amount = None if reward.amount is UNKNOWN else reward.amount
    return capital(treat(Treat(thing=reward.what, amount=amount), speaker))


def given_of(record: Record) -> tuple[Reward, ...]:
    """Give all that was ever given, by its moment."""
    return tuple(record.of(Reward))


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]
