"""Rewards in plain words: what is due and what was given (M6, M7, M8)."""

from dataclasses import dataclass

from stepstool.method.ladder import Treat
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.rewards import Due, For, Rewards
from stepstool.method.speech.plan import treat
from stepstool.method.words import Reason, Speaker


@dataclass(frozen=True, kw_only=True)
class SpokenDue:
    """One thing that is due. text: what and for what; thing: only what; because: why."""

    due: Due
    text: str
    thing: str
    because: Reason


@dataclass(frozen=True, kw_only=True)
class SpokenRewards:
    """Rewards in the family's words. found: as the rules found them.

    due: earned and not yet given, the oldest first; words: for the last poop.
    """

    found: Rewards
    due: tuple[SpokenDue, ...]
    words: Reason | None

    @property
    def given(self) -> tuple[Reward, ...]:
        """What was given in the last four weeks; nothing takes it back."""
        return self.found.given


def spoken_rewards(found: Rewards, speaker: Speaker) -> SpokenRewards:
    """Say them."""
    return SpokenRewards(
        found=found,
        due=tuple(_spoken(each, speaker) for each in found.due),
        words=speaker.reason(found.words) if found.words else None,
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
