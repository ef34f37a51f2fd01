"""Facts: what the diary holds, sorted once, so that every day of the walk is cheap."""

from collections import Counter
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import Final

from stepstool.method.comfort.ground import Ground, by_moment
from stepstool.method.comfort.illness import eats_not
from stepstool.method.comfort.numbers import RUNNY_MOST, SCREAM, STRAINING_IS_NORMAL
from stepstool.method.comfort.series import Series
from stepstool.method.record import UNKNOWN
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import (
    Given,
    Illness,
    MedicineGiven,
    TummyAche,
)
from stepstool.method.record.kinds.poop import Blood, Sleeping
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.record.treatment import LAXATIVES

HOLDING: Final = {
    Sign.STIFF_LEGS,
    Sign.CROSSED_LEGS,
    Sign.TIPTOES,
    Sign.ARCHED_BACK,
    Sign.CLENCHED,
}
MISSED: Final = {Given.MISSED, Given.REFUSED}


class Facts(Ground):
    """What the diary of one child holds up to a moment, in the words of the rules.

    judged: the full poops that count; a bug's poops do not.
    """

    @cached_property
    def judged(self) -> list[Bout]:
        """The full poops that count."""
        full = self.full.items
        return (
            [each for each in full if not self.has_bug(each.at)] if self.ill else full
        )

    @cached_property
    def typed(self) -> Series[Bout]:
        """Those whose form was written down."""
        return by_moment([b for b in self.judged if b.texture is not None])

    @cached_property
    def hard(self) -> Series[Bout]:
        """The hard ones."""
        return by_moment([each for each in self.typed.items if each.is_hard])

    @cached_property
    def hard_pairs(self) -> Series[Bout]:
        """The second of two hard ones in a row."""
        pairs = pairwise(self.typed.items)
        return by_moment([b for a, b in pairs if a.is_hard and b.is_hard])

    @cached_property
    def trouble(self) -> Series[Bout]:
        """Those that were hard or hurt."""
        telling = self.telling.items
        return by_moment([b for b in telling if b.is_hard or self.really_hurt(b)])

    @cached_property
    def soft(self) -> Series[Bout]:
        """The soft ones that did not hurt."""
        soft = (each for each in self.typed.items if each.is_soft)
        return by_moment([each for each in soft if not self.really_hurt(each)])

    @cached_property
    def runny(self) -> Series[Bout]:
        """The runny ones."""
        return by_moment([each for each in self.typed.items if each.is_runny])

    @cached_property
    def hurt(self) -> Series[Bout]:
        """Those that hurt."""
        return by_moment([b for b in self.judged if b.hurt and self.really_hurt(b)])

    @cached_property
    def telling(self) -> Series[Bout]:
        """Those that tell whether it is soft and painless: typed, or known to hurt."""
        return by_moment([b for b in self.judged if b.texture is not None or b.hurt])

    def really_hurt(self, bout: Bout) -> bool:
        """Whether it hurt, and that was no straining of the first months."""
        return bout.hurt and not self._is_straining(bout)

    def _is_straining(self, bout: Bout) -> bool:
        """Crying before a soft poop is normal in the first months (N5)."""
        if not bout.is_soft:
            return False
        return self.is_under(STRAINING_IS_NORMAL, self.days.index(bout.at))

    @cached_property
    def pain_known(self) -> Series[Bout]:
        """Those of which it was written whether they hurt."""
        return by_moment([b for b in self.judged if b.pain is not None])

    @cached_property
    def screamed(self) -> list[Bout]:
        """All that hurt most, also while ill."""
        return [each for each in self.bouts if (each.pain or 0) >= SCREAM]

    @cached_property
    def little_pains(self) -> Series[Bout]:
        """Those that hurt at all, a little too."""
        little = (each for each in self.judged if each.hurt_a_little)
        return by_moment([each for each in little if not self._is_straining(each)])

    @cached_property
    def big(self) -> Series[Bout]:
        """The large ones, and those that blocked the toilet."""
        return by_moment([b for b in self.judged if b.is_big])

    @cached_property
    def blocking(self) -> Series[Bout]:
        """Those that blocked the toilet."""
        return by_moment([b for b in self.big.items if b.blocked_the_toilet])

    @cached_property
    def streaked(self) -> Series[Bout]:
        """Those with blood on the surface."""
        bloody = (each for each in self.bloody if not self.has_bug(each.at))
        surface = (each for each in bloody if each.blood is Blood.ON_THE_SURFACE)
        return by_moment([each for each in surface if each.is_full])

    @cached_property
    def bloody(self) -> list[Bout]:
        """All with blood, also while ill."""
        return [each for each in self.bouts if each.blood]

    @cached_property
    def asleep(self) -> Series[Bout]:
        """Those in sleep."""
        return by_moment([b for b in self.judged if b.sleeping is Sleeping.ASLEEP])

    @cached_property
    def awake(self) -> Series[Bout]:
        """Those awake."""
        return by_moment([b for b in self.judged if b.sleeping is Sleeping.AWAKE])

    @cached_property
    def leaks(self) -> Series[Bout]:
        """Leaks that are not a bug's, nor a clean-out's, during which they are expected."""
        leaks = (each for each in self.bouts if each.is_leak)
        well = (each for each in leaks if not self.has_bug(each.at))
        return by_moment([each for each in well if not self.cleaning_out(each.at)])

    @cached_property
    def holding(self) -> Series[datetime]:
        """The moments of holding."""
        held = (each for each in self.of(Signal) if is_holding(each))
        return Series((each.at, each.at) for each in held)

    @cached_property
    def holding_days(self) -> Series[int]:
        """The days of holding, each at the last moment of it."""
        return self.by_day(self.holding.moments)

    @cached_property
    def leak_days(self) -> Series[int]:
        """The days with leaks."""
        return self.by_day(self.leaks.moments)

    @cached_property
    def aches(self) -> Series[TummyAche]:
        """Tummy aches."""
        return Series((each.at, each) for each in self.of(TummyAche))

    @cached_property
    def ache_days(self) -> Series[int]:
        """Days with a tummy ache or without appetite, each at the last moment of it."""
        unwell = (*self.aches.moments, *(e.at for e in self.of(Illness) if eats_not(e)))
        return self.by_day(sorted(unwell))

    @cached_property
    def eased_ache_days(self) -> Series[int]:
        """Days with a tummy ache that a poop ended."""
        aches = self.aches.items
        yes = (each for each in aches if each.better_after_poop is YesNo.YES)
        return self.by_day(each.at for each in yes)

    @cached_property
    def given_days(self) -> Series[int]:
        """Days on which a laxative was given."""
        given = (e for e in self._laxatives if e.outcome is Given.GIVEN)
        return self.by_day(each.at for each in given)

    @cached_property
    def missed_days(self) -> Series[int]:
        """Days on which a laxative was missed or refused, and none was given."""
        done = set(self.given_days.items)
        missed = self.by_day(e.at for e in self._laxatives if e.outcome in MISSED)
        pairs = zip(missed.moments, missed.items, strict=True)
        return Series((at, day) for at, day in pairs if day not in done)

    @cached_property
    def _laxatives(self) -> list[MedicineGiven]:
        """What became of laxatives."""
        return [each for each in self.of(MedicineGiven) if each.medicine in LAXATIVES]

    @cached_property
    def many_runny_days(self) -> Series[int]:
        """Days with many runny poops, not ill."""
        times = Counter(map(self.days.index, self.runny.moments))
        many = {day for day, count in times.items() if count > RUNNY_MOST}
        days = map(self.days.index, self.runny.moments)
        pairs = zip(self.runny.moments, days, strict=True)
        return self.by_day(at for at, day in pairs if day in many)


def is_holding(signal: Signal) -> bool:
    """Whether a signal is holding: by its signs, or because the grown-up says so.

    Hiding, asking for a diaper and refusing are not holding (HIDE-2003).
    """
    if signal.meaning is Meaning.HOLDING:
        return True
    return signal.signs is not UNKNOWN and not HOLDING.isdisjoint(signal.signs)
