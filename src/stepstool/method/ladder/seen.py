"""What the reason of a move shows: counts and days for its sentence."""

from collections.abc import Mapping
from datetime import timedelta

from stepstool.method.ladder import back, forward, waiting
from stepstool.method.ladder.patience import forward_since
from stepstool.method.ladder.situation import Situation
from stepstool.method.ladder.verdict import counts
from stepstool.method.record.saying import Value

Values = Mapping[str, Value]
AN_HOUR = timedelta(hours=1)
A_WEEK = timedelta(weeks=1)


def nothing(_: Situation) -> Values:
    """Show nothing: the sentence stands for itself."""
    return {}


def holding(now: Situation) -> Values:
    """Show how many hours no poop came."""
    held = back.holding_now(now)
    return {"hours": held.gap // AN_HOUR} if held else {}


def hurt(now: Situation) -> Values:
    """Show the day it hurt."""
    found = back.hurt_here(now)
    return {"day": found.day} if found else {}


def earlier(now: Situation) -> Values:
    """Show how many in a row were at an earlier place."""
    return {"count": len(back.earlier_in_a_row(now))}


def upset(now: Situation) -> Values:
    """Show on how many days the child was upset."""
    return {"count": len(back.upset_days(now))}


def learned(now: Situation) -> Values:
    """Show how often it went well on this step."""
    return {"count": sum(map(counts, now.chances))}


def ahead(now: Situation) -> Values:
    """Show which step the child went ahead to."""
    return {"step": forward.ahead_to(now)}


def counting(now: Situation) -> Values:
    """Show the progress."""
    made = forward.progress(now)
    return {"count": made.count, "of": made.of}


def paused(now: Situation) -> Values:
    """Show when the pause ended."""
    return {"day": now.record.clock.day(waiting.open_pauses(now)[-1].until)}


def break_since(now: Situation) -> Values:
    """Show since when the break lasts."""
    return {"day": now.record.clock.day(now.began)}


def break_until(now: Situation) -> Values:
    """Show until when the break lasts."""
    look = waiting.break_look(now)
    return {"day": now.record.clock.day(look)} if look else {}


def weeks(now: Situation) -> Values:
    """Show for how many weeks there was no step forward."""
    return {"count": (now.at - forward_since(now)) // A_WEEK}


def long_here(now: Situation) -> Values:
    """Show for how many days, and with how many chances, the child is on this step."""
    return {"count": now.days_here, "chances": len(now.chances)}


def childs_no(now: Situation) -> Values:
    """Show when the child said not yet."""
    no = forward.said_no(now)
    return {"day": now.record.clock.day(no)} if no else {}


def family_day(now: Situation) -> Values:
    """Show until when the family gives this step."""
    return {"day": forward.family_day(now) or now.today}
