"""The rest of a child's day: meals, drinks, sleep, being away, and big changes."""

from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.food import Food
from stepstool.method.record.question import Choice, Several, Text, Unknown, Whole, ask


class MealKind(StrEnum):
    """Which meal."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    SNACK = "snack"
    BREAST = "breast"
    BOTTLE = "bottle"


class Appetite(StrEnum):
    """How much was eaten."""

    GOOD = "good"
    LITTLE = "little"
    NONE = "none"


class DrinkKind(StrEnum):
    """What was drunk."""

    WATER = "water"
    MILK = "milk"
    JUICE = "juice"
    OTHER = "other"


class SleepKind(StrEnum):
    """Nap or night."""

    NAP = "nap"
    NIGHT = "night"


class AwayKind(StrEnum):
    """Away from the rooms where the plan lives."""

    TRAVEL = "travel"
    PRESCHOOL = "preschool"
    OTHER_HOME = "other_home"
    HOSPITAL = "hospital"


class ChangeKind(StrEnum):
    """What changed in the child's life."""

    NEW_BABY = "new_baby"
    NEW_HOME = "new_home"
    NEW_PRESCHOOL = "new_preschool"
    PARENTS_APART = "parents_apart"
    LOSS = "loss"
    OTHER = "other"


@kind("meal")
class Meal(Entry):
    """Something eaten.

    plate: a child's portion of each; seconds: of what there was a second one. A plate
    without anything is an empty tuple; foods: the same, or the rest, in free words.
    """

    meal: MealKind | Unknown = ask(Choice("Which meal?", MealKind))
    plate: tuple[Food, ...] | Unknown = ask(Several("What was eaten?", Food))
    seconds: tuple[Food, ...] | Unknown = ask(
        Several("A second portion of what?", Food)
    )
    foods: str | Unknown = ask(Text("What was on the plate?", 500))
    appetite: Appetite | Unknown = ask(Choice("How much was eaten?", Appetite))


@kind("drink")
class Drink(Entry):
    """Something drunk."""

    drink: DrinkKind | Unknown = ask(Choice("What was it?", DrinkKind))
    amount: int | Unknown = ask(Whole("How much, in ml?", 0, 2000, "ml"))


@kind("sleep", spans=True)
class Sleep(Entry):
    """A sleep, from `at` to `until`."""

    sleep: SleepKind | Unknown = ask(Choice("A nap or the night?", SleepKind))


@kind("away", spans=True)
class Away(Entry):
    """Away from home, from `at` to `until`."""

    place: AwayKind | Unknown = ask(Choice("Where to?", AwayKind))


@kind("big_change", lasting=True)
class BigChange(Entry):
    """A big change at home or around it."""

    change: ChangeKind | Unknown = ask(Choice("What changed?", ChangeKind))


@kind("note")
class Note(Entry):
    """Words and nothing else; they stand in the entry's note."""
