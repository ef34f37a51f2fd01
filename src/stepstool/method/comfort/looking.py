"""Looking: the rules of a table that hold at a moment, by the child's age."""

from collections.abc import Callable, Mapping, Sequence

from stepstool.method.comfort.found import Found
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import Rule

Looks = Callable[[Sight], Found | None]
# What to look for, under one year and from one year on: `by_age[is_baby]`.
ByAge = Mapping[bool, Sequence[Looks]]


def by_age(rules: Sequence[Rule], looks: Mapping[str, Looks]) -> ByAge:
    """Sort what to look for once; rules with an age keep still under one year."""
    known = [(rule.from_months, looks[rule.key]) for rule in rules if rule.key in looks]
    return {
        False: tuple(look for _, look in known),
        True: tuple(look for from_months, look in known if not from_months),
    }


def look(sight: Sight, looks: ByAge) -> list[Found]:
    """Give what is found, in the order of the table."""
    return [found for each in looks[sight.is_baby] if (found := each(sight))]
