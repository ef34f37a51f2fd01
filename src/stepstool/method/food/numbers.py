"""The numbers of food, by name; values and sources in evidence/numbers/food.toml."""

from typing import Final

from stepstool.method.evidence import count, number, span

FLOOR_PLUS: Final = count("food.floor_plus")
FLOOR_FROM: Final = count("food.floor_from")
GOAL_FROM: Final = count("food.goal_from")
GOAL: Final = count("food.goal")
GOAL_SCHOOL_FROM: Final = count("food.goal_school_from")
GOAL_SCHOOL: Final = count("food.goal_school")
GOAL_UNTIL: Final = count("food.goal_until")
LITTLE: Final = number("food.little").value
DAYS: Final = count("food.days")
WHOLE_DAYS: Final = count("food.whole_days")
HABITS: Final = span("food.habits")
SWAPS: Final = count("food.swaps")
DRINKS_TODDLER: Final = count("food.drinks_toddler")
DRINKS_CHILD: Final = count("food.drinks_child")
DRINKS_FROM: Final = count("food.drinks_from")
DRINKS_CHILD_FROM: Final = count("food.drinks_child_from")
DRINKS_UNTIL: Final = count("food.drinks_until")
MILK_MOST: Final = count("food.milk_most")
JUICE_LITTLE: Final = count("food.juice_little")
JUICE_MORE: Final = count("food.juice_more")
OFTEN: Final = count("food.often")
