"""Foods with their fibre, in children's portions: one table, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, kw_only=True)
class FoodRow:
    """One food. grams: a child's portion; fibre: grams of it in that portion.

    per_100: grams of fibre in 100 grams. group: fruit, vegetables, legumes, grains, others.
    """

    group: str
    grams: float
    per_100: float
    fibre: float


_FILE: Final = files("stepstool.method.evidence").joinpath("foods.toml")
FOODS: Final[Mapping[str, FoodRow]] = {
    key: FoodRow(**row) for key, row in tomllib.loads(_FILE.read_text("utf-8")).items()
}
