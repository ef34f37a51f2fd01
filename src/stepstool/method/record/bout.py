"""A bout: poops within twenty minutes are one. What it was like, in the words of the rules.

Sources: evidence/numbers/record.toml; of smears FEDELE-2024. Where two entries of a bout
contradict each other, the more careful one counts.
"""

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record.entry import Timing
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.poop import (
    POTTY_OR_TOILET,
    Amount,
    Blood,
    Brussels,
    Poop,
    Sleeping,
    Soiling,
)
from stepstool.method.record.question import UNKNOWN

N: Final = topic("record")


class Texture(StrEnum):
    """How soft a poop was. Loose is Bristol 6: soft on a laxative, runny without."""

    HARD = "hard"
    SOFT = "soft"
    LOOSE = "loose"
    RUNNY = "runny"


class Smear(StrEnum):
    """What thin smears in the clothes say: one definition for every rule and page.

    Soiling: unnoticed, several on a day, or on some days of a week. Wiping: a single one
    after a poop in the potty or toilet. Lone: any other single one; it says nothing yet.
    """

    SOILING = "soiling"
    WIPING = "wiping"
    LONE = "lone"


TEXTURE_OF: Final[Mapping[int | Brussels, Texture]] = {
    1: Texture.HARD,
    2: Texture.HARD,
    3: Texture.SOFT,
    4: Texture.SOFT,
    5: Texture.SOFT,
    6: Texture.LOOSE,
    7: Texture.RUNNY,
    Brussels.HARD: Texture.HARD,
    Brussels.FORMED: Texture.SOFT,
    Brussels.LOOSE: Texture.SOFT,
    Brussels.WATERY: Texture.RUNNY,
}
BLOODY: Final = (Blood.MIXED_IN, Blood.ON_THE_SURFACE)
CAREFUL: Final = (Texture.HARD, Texture.RUNNY, Texture.LOOSE, Texture.SOFT)
LOOSE_IN_CLOTHES: Final = {6, 7, Brussels.LOOSE, Brussels.WATERY}


@dataclass(frozen=True, kw_only=True)
class Bout:
    """Poops that are one."""

    poops: tuple[Poop, ...]
    treated: bool = False
    """Whether the child was on a laxative."""
    smear: Smear | None = None
    """What it says where nothing but a smear came."""
    at: datetime = field(init=False)
    """When it began."""
    texture: Texture | None = field(init=False)
    """How soft, by the picture that was tapped; None when nobody said."""
    pain: int | None = field(init=False)
    """The worst, 0 to 3; None when nobody said."""
    is_full: bool = field(init=False)
    """Whether it is a full poop: neither a smear nor a leak."""
    in_toilet: bool = field(init=False)
    """Whether it, or part of it, landed in the potty or the toilet."""

    def __post_init__(self) -> None:
        """Find once what is asked for again and again."""
        poops = self.poops
        self.__dict__.update(
            at=poops[0].at,
            texture=_texture(poops),
            pain=_pain(poops),
            is_full=any(map(_is_whole, poops)),
            in_toilet=not POTTY_OR_TOILET.isdisjoint([poop.place for poop in poops]),
        )

    @property
    def is_leak(self) -> bool:
        """Whether loose or sticky poop came that the child did not notice."""
        return self.smear is Smear.SOILING or bool(list(filter(_is_leak, self.poops)))

    @property
    def is_hard(self) -> bool:
        """Bristol 1 or 2, Brussels hard."""
        return self.texture is Texture.HARD

    @property
    def is_soft(self) -> bool:
        """Bristol 3 to 5, on a laxative also 6; Brussels formed or loose."""
        if self.texture is Texture.LOOSE:
            return self.treated
        return self.texture is Texture.SOFT

    @property
    def is_runny(self) -> bool:
        """Bristol 6 or 7, on a laxative 7; Brussels watery."""
        if self.texture is Texture.LOOSE:
            return not self.treated
        return self.texture is Texture.RUNNY

    @property
    def is_pellets(self) -> bool:
        """Bristol 1."""
        return any(poop.bristol == N.count.pellets for poop in self.poops)

    @property
    def hurt(self) -> bool:
        """Whether it hurt: cried, said so, screamed."""
        return self.pain is not None and self.pain >= N.count.hurt

    @property
    def hurt_a_little(self) -> bool:
        """Whether it hurt at all; a little is judged together, not alone."""
        return self.pain is not None and self.pain >= N.count.a_little

    @property
    def is_big(self) -> bool:
        """Large, or blocked the toilet."""
        amounts = [poop.amount for poop in self.poops]
        return Amount.LARGE in amounts or Amount.BLOCKS_THE_TOILET in amounts

    @property
    def blocked_the_toilet(self) -> bool:
        """Whether it blocked the toilet."""
        return any(poop.amount is Amount.BLOCKS_THE_TOILET for poop in self.poops)

    @property
    def blood(self) -> Blood | None:
        """The worst blood that was written down; None when none was seen."""
        written = [poop.blood for poop in self.poops]
        return next((blood for blood in BLOODY if blood in written), None)

    @property
    def sleeping(self) -> Sleeping | None:
        """Whether the child slept; awake beats asleep; None when nobody said."""
        answers = [poop.sleeping for poop in self.poops]
        return next(
            (
                answer
                for answer in (Sleeping.AWAKE, Sleeping.ASLEEP)
                if answer in answers
            ),
            None,
        )


def bouts_of(
    poops: Iterable[Poop],
    on_laxative: Callable[[datetime], bool],
    before: Iterable[Bout] = (),
) -> list[Bout]:
    """Join poops, given by their moments, into bouts.

    before: those of an earlier moment, of which each that is the same serves again.
    """
    joined: list[list[Poop]] = []
    for poop in poops:
        if joined and _belongs(poop, joined[-1][-1]):
            joined[-1].append(poop)
        else:
            joined.append([poop])
    known = {bout.poops[0].id: bout for bout in before}
    return [
        _bout(together, known.get(together[0].id), treated=on_laxative(together[0].at))
        for together in joined
    ]


def _bout(poops: list[Poop], known: Bout | None, *, treated: bool) -> Bout:
    if known and known.treated == treated and _are_the_same(known.poops, poops):
        return known
    return Bout(poops=tuple(poops), treated=treated)


def _are_the_same(poops: Sequence[Poop], others: Sequence[Poop]) -> bool:
    return len(poops) == len(others) and all(map(operator.is_, poops, others))


def with_smears(bouts: list[Bout], day: Callable[[datetime], date]) -> list[Bout]:
    """Say of each smear what it says, by those of its day and week (`Smear`).

    day: the child's day of a moment.
    """
    days = {
        n: day(bout.at)
        for n, bout in enumerate(bouts)
        if not bout.is_full and _is_smear(bout)
    }
    if not days:
        return bouts
    soiled = _soiling_days(Counter(days.values()))
    marked = list(bouts)
    for n, its_day in days.items():
        marked[n] = replace(bouts[n], smear=_smear(bouts, n, soils=its_day in soiled))
    return marked


def _is_smear(bout: Bout) -> bool:
    """Nothing but thin smears, or more of which nobody said that the child knew."""
    return all(
        poop.soiling is Soiling.SMEAR
        or (poop.soiling is Soiling.MORE and poop.noticed is not YesNo.YES)
        for poop in bout.poops
    )


def _soiling_days(smears: Mapping[date, int]) -> set[date]:
    """Give the days with several, and those that lie with others in one week."""
    days = sorted(smears)
    close = zip(days, days[N.count.smear_days - 1 :], strict=False)
    weeks = [(first, last) for first, last in close if last - first < N.span.smear_week]
    return {
        day
        for day in days
        if smears[day] >= N.count.smears_a_day or any(a <= day <= b for a, b in weeks)
    }


def _smear(bouts: Sequence[Bout], number: int, *, soils: bool) -> Smear:
    bout = bouts[number]
    if soils:
        return Smear.SOILING
    thin = all(poop.soiling is Soiling.SMEAR for poop in bout.poops)
    if thin and any(earlier.in_toilet for earlier in _just_before(bouts, number)):
        return Smear.WIPING
    unnoticed = any(poop.noticed is YesNo.NO for poop in bout.poops)
    return Smear.SOILING if unnoticed else Smear.LONE


def _just_before(bouts: Sequence[Bout], number: int) -> Iterator[Bout]:
    since = bouts[number].at - N.span.wiping
    for earlier in reversed(bouts[:number]):
        if earlier.at < since:
            return
        yield earlier


def _texture(poops: tuple[Poop, ...]) -> Texture | None:
    textures = [TEXTURE_OF[picture] for poop in poops for picture in _pictures(poop)]
    if len(textures) > 1:
        return next(texture for texture in CAREFUL if texture in textures)
    return textures[0] if textures else None


def _pictures(poop: Poop) -> list[int | Brussels]:
    """Give what was tapped; else the firmer end of what another app's word may mean.

    Such a range never becomes a type, yet "pebbles" are hard and "mushy" is soft.
    """
    tapped = [
        picture for picture in (poop.bristol, poop.brussels) if picture is not UNKNOWN
    ]
    if tapped or poop.bristol_low is UNKNOWN:
        return tapped
    return [poop.bristol_low]


def _pain(poops: tuple[Poop, ...]) -> int | None:
    known = [poop.pain for poop in poops if poop.pain is not UNKNOWN]
    return max(known) if known else None


def _belongs(poop: Poop, before: Poop) -> bool:
    """Whether two are one; of days without a clock time nobody can say so."""
    by_day = Timing.DAY in (poop.timing, before.timing)
    return not by_day and poop.at - before.at <= N.span.one_bout


def _is_whole(poop: Poop) -> bool:
    return poop.soiling is UNKNOWN and not _is_leak(poop)


def _is_leak(poop: Poop) -> bool:
    """Unnoticed, and more than a streak; loose, unless said to be no whole poop."""
    if poop.noticed is not YesNo.NO or poop.soiling is Soiling.SMEAR:
        return False
    if poop.soiling is Soiling.MORE:
        return True
    return _is_loose(poop) and not _is_expected(poop)


def _is_loose(poop: Poop) -> bool:
    return not LOOSE_IN_CLOTHES.isdisjoint((poop.bristol, poop.brussels))


def _is_expected(poop: Poop) -> bool:
    """A poop in a diaper that was asked for, or in sleep, is no leak."""
    return poop.diaper_asked is YesNo.YES or poop.sleeping is Sleeping.ASLEEP
