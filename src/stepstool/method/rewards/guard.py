"""The price guard: rather a smaller step than a bigger prize (clinical_rules.md §8.2)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from stepstool.method.ladder import Treat, ladder_in
from stepstool.method.record import UNKNOWN, Because, Record, Saying, Unknown
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.record.kinds.promises import Price
from stepstool.method.rewards.numbers import MOST, RAISE_DAYS, RAISES
from stepstool.method.rewards.terms import Terms

SOURCES: Final = ("FAMILIES-REWARDS", "I")
NEWEST: Final = 0


def guard(record: Record, terms: Terms) -> tuple[Because, ...]:
    """Say when prices grow: a second raise within 14 days, or more than 10 at once."""
    return (*_raised(record, terms), *_many(record))


def _raised(record: Record, terms: Terms) -> Iterator[Because]:
    since = record.at - RAISE_DAYS
    prices = enumerate(terms.prices)
    raises = sum(_is_raise(record, terms, n) for n, each in prices if each.at > since)
    if raises >= RAISES:
        yield _because("price_raised", raises)


def _is_raise(record: Record, terms: Terms, number: int) -> bool:
    """Whether the price of this number pays more pieces than what held before it."""
    price = terms.prices[number]
    if price.ladder is UNKNOWN or price.step is UNKNOWN:
        return False
    ladder = ladder_in(record, price.ladder, NEWEST)
    if ladder is None:
        return False
    until_then = replace(terms, prices=terms.prices[:number])
    before = until_then.agreed(ladder, price.step, price.at)
    return _is_more(price.first, before.first) or _is_more(price.then, before.then)


def _is_more(told: int | Unknown, treat: Treat) -> bool:
    known = treat.amount
    return told is not UNKNOWN and known is not None and told > known


def _many(record: Record) -> Iterator[Because]:
    since = record.at - RAISE_DAYS
    promised = record.within(Price, since, record.at)
    asked = [n for each in promised for n in (each.first, each.then)]
    given = [each.amount for each in record.within(Reward, since, record.at)]
    most = max((n for n in (*asked, *given) if n is not UNKNOWN), default=0)
    if most > MOST:
        yield _because("price_high", most)


def _because(rule: str, count: int) -> Because:
    saw = Saying(key=f"rewards.guard.{rule}", values={"count": count})
    return Because(rule=rule, saw=saw, sources=SOURCES)
