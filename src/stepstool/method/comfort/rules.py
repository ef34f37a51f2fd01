"""A rule of comfort: its row and its condition; and the findings F1 to F9.

A finding is a single sign of trouble that the diary shows: two make a problem, one makes us
careful. What opens *stuck* and *tender* stands in `opening`, what the body is otherwise in
`walk`. The tables in docs/method/comfort.md are drawn from the rows; the gaps in `when` and
`closes` are filled with the numbers of evidence/numbers/comfort.toml. Each row
names its sources; `I` marks our own inference.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from string import Formatter
from typing import Final, NamedTuple

from stepstool.method.comfort.comfort import State, Values, Variant
from stepstool.method.comfort.facts import Sight
from stepstool.method.evidence import SOURCES, topic
from stepstool.method.record import Because, Dates, Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.interview import Told, Topic

N: Final = topic("comfort")
ONE_HOUR: Final = timedelta(hours=1)
# One thing that happened, and when: a poop, a day of holding, a gap. It counts once.
Event = tuple[datetime, str]


class IncompleteError(ValueError):
    """A row that lacks something; it says what, and where to write it."""


class Closing(StrEnum):
    """How a rule that is open closes again."""

    WINDOW = "when that is no longer so"
    GOOD_DAYS = (
        "{good_days} known days without trouble and without a gap of {few_gap} hours,"
        " the last {last_soft} typed poops soft and painless; {slips} hard painless one"
        " does not restart them, unknown days stop the clock"
    )
    SOFT_ONE = "the next soft painless poop makes it tender; without one, as C1"
    LOG_DECIDES = "{good_days} known days with {told_typed} typed poops"
    CLINICIAN = (
        "a clinician's newer word; the clean-out's end, then as C1; on a laxative that"
        " softens, as C1"
    )
    SOFT_RUN = (
        "{soft_run} soft painless poops in a row ({soft_run_slow} for a slow child) and"
        " {tender_least} hours; at the latest {tender_most} days without a new one"
    )
    MEDICINE = "{medicine_good_days} good days"
    ANSWER = "three questions are answered, and when that is no longer so"
    NEXT_SOFT = "the next soft painless poop"


# Where a closing leads; the others let the log decide.
LEADS_TO: Final = {Closing.SOFT_ONE: State.WATCH}


@dataclass(frozen=True, kw_only=True, eq=False)
class RuleRow:
    """What a doctor reads of a rule. Set above a condition, it makes the rule of both."""

    key: str
    opens: State
    # In words, for the page that is drawn.
    when: str
    closes: Closing
    sources: tuple[str, ...]
    # The sentences of which it says one: `seen.…` of the catalogue.
    says: tuple[str, ...]
    # What the day's page says where it leads: `today.<state>.<variant>`.
    variant: Variant = Variant.PLAIN
    # The same, where one of its sentences leads to other words.
    variants: Mapping[str, Variant] = field(default_factory=dict)
    # Under this age (youngest possible) it keeps still.
    from_months: int = 0
    # "I see it differently" turns it into *watch* for {different_view} days.
    overruled: bool = False
    # It needs to know more than what is to be seen, and is asked by name.
    apart: bool = False

    def __call__(self, holds: "Condition") -> "Rule":
        """Make the rule, and put it on the list of all."""
        if self.key in RULES:
            raise IncompleteError(
                f"rule {self.key} stands twice; one needs another key."
            )
        RULES[self.key] = rule = Rule(holds=holds, **vars(self))
        return rule

    def __post_init__(self) -> None:
        """Refuse a row that lacks something."""
        check_sources(f"rule {self.key}", self.sources)
        if not self.says:
            raise IncompleteError(
                f"rule {self.key} says nothing: name its sentence in `says`, and write it "
                "as `seen.…` in locale/en/LC_MESSAGES/method.po."
            )
        for _, name, _, _ in Formatter().parse(self.when + self.closes):
            if name:
                getattr(N.share, name)


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule(RuleRow):
    """A row and its condition, which gives what it rests on where it holds."""

    holds: "Condition" = field(repr=False)

    def match(self, events: Iterable[Event], saw: str, /, **values: Value) -> "Match":
        """Give what it rests on, and what to say of it."""
        return Match(self, frozenset(events), saw, values)

    def because(self, saw: str, /, **values: Value) -> Because:
        """Give a reason with its sources."""
        saying = Saying(key=f"seen.{saw}", values=values)
        return Because(rule=self.key, saw=saying, sources=self.sources)

    @property
    def sentences(self) -> Iterator[str]:
        """The keys of all that may be said of it."""
        yield f"rules.{self.key}"
        for variant in (self.variant, *self.variants.values()):
            yield f"today.{self.opens}.{variant}"
        for saw in self.says:
            yield from (f"seen.{key}" for key in (saw, *LATER.get(saw, ())))


def check_sources(row: str, sources: Sequence[str]) -> None:
    """Refuse a row without a source, or with one that nobody wrote down."""
    unknown = [key for key in sources if key not in SOURCES]
    if unknown or not sources:
        name = ", ".join(f"[{key}]" for key in unknown) or "one (`I` is our inference)"
        raise IncompleteError(f"{row} lacks a source: add {name} to evidence/sources/.")


class Match(NamedTuple):
    """A rule that holds: what it rests on, and what to say of it."""

    rule: Rule
    events: frozenset[Event]
    saw: str
    values: Values
    # The findings that it rests on.
    parts: tuple["Match", ...] = ()
    # Those of its events that are hard painless poops.
    slips: frozenset[Event] = frozenset()

    def of_today(self, sight: Sight) -> "Match":
        """Say it as it stands now: with its days, and a gap that is over as over."""
        saw, values = _said_now(self, sight)
        parts = tuple(part.of_today(sight) for part in self.parts)
        return self._replace(saw=saw, values=values, parts=parts)

    @property
    def latest(self) -> datetime:
        """When the latest of its events was."""
        return max(self.events)[0]

    def is_after(self, moment: datetime) -> bool:
        """Whether something it rests on came after a moment."""
        return any(at > moment for at, _ in self.events)

    @property
    def because(self) -> Iterator[Because]:
        """The reasons: the rule's own, then those of the findings it rests on."""
        yield self.rule.because(self.saw, **self.values)
        for part in self.parts:
            yield from part.because


# What is said of a gap once it no longer goes on, after a poop and in silence; and of a
# clean-out that is over.
PAST_GAPS: Final = {
    "gap": ("gap_over", "gap_silent"),
    "gap_at_least": ("gap_over", "gap_silent"),
    "held_gap": ("held_gap_over", "held_gap_silent"),
}
CLEAN_OUT_OVER: Final = "clean_out_over"
CLEAN_OUTS: Final = {"clean_out", "clean_out_named", "clean_out_ordered"}
NO_POOP_YET: Final = "no_poop_yet"
LATER: Final = {
    **{saw: (*later, NO_POOP_YET) for saw, later in PAST_GAPS.items()},
    **dict.fromkeys(CLEAN_OUTS, (CLEAN_OUT_OVER,)),
}


def _said_now(match: Match, sight: Sight) -> tuple[str, Values]:
    """What changes about a match that was made earlier: no number stands still."""
    facts = sight.facts
    if match.saw in CLEAN_OUTS and not facts.cleaning_out(sight.at):
        ends = [until for since, until in facts.clean_outs if since == match.latest]
        return CLEAN_OUT_OVER, {"until": facts.day(min(ends, default=sight.at))}
    if match.saw in PAST_GAPS and match.latest < sight.at:
        return _gap_is_over(match, sight)
    days = sorted(facts.day(at) for at, _ in match.events)
    when: Values = {"when": Dates(days[0], days[-1])} if days else {}
    return match.saw, {**when, **match.values}


def _gap_is_over(match: Match, sight: Sight) -> tuple[str, Values]:
    facts = sight.facts
    over, silent = PAST_GAPS[match.saw]
    last = facts.full.moment_of_last(sight.at)
    if last is None:
        return NO_POOP_YET, match.values
    came = last > match.latest
    values = {"until": facts.day(match.latest), "since": facts.local(last).date()}
    return over if came else silent, {**match.values, **values}


Condition = Callable[..., Match | None]
# All rules by their keys, in the order in which they are written.
RULES: Final[dict[str, Rule]] = {}


class RuleTable:
    """The rules whose keys begin with one letter, in their order."""

    def __init__(self, letter: str) -> None:
        self.rules = tuple(rule for key, rule in RULES.items() if key[0] == letter)
        looks = [rule for rule in self.rules if not rule.apart]
        # By whether the child is under one year.
        self._looks = {True: [e for e in looks if not e.from_months], False: looks}

    def matches(self, sight: Sight) -> list[Match]:
        """Give the rules that hold at a moment, in the order of the table."""
        rules = self._looks[sight.is_baby]
        return [match for rule in rules if (match := rule.holds(rule, sight))]


def poops(bouts: Iterable[Bout]) -> list[Event]:
    """Poops as events."""
    return [(bout.at, "poop") for bout in bouts]


def days_of(moments: Iterable[datetime], what: str) -> list[Event]:
    """Days of something as events, each dated by its last moment."""
    return [(moment, what) for moment in moments]


def hours(length: timedelta) -> int:
    """Whole hours."""
    return length // ONE_HOUR


def gap_match(rule: Rule, sight: Sight) -> Match:
    """Give the gap that goes on as what a rule rests on."""
    saw = "gap" if sight.gap.whole else "gap_at_least"
    since = sight.facts.when(sight.gap.since)
    length = hours(sight.gap.length)
    return rule.match([(sight.at, "gap")], saw, hours=length, since=since)


WATCH: Final = State.WATCH
BABY: Final = N.count.baby


# The findings. Two make a problem, one makes us careful.


@RuleRow(key="F1", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
     sources=("NICE-T1", "GATE", "I"), says=("gap", "gap_at_least", "few"), variant=Variant.LONG_GAP,
     when="few: under {few_poops} full poops in {few_days} known days,"
          " or a gap of {few_gap} hours (own gap + {own_gap_grace} if that is longer)")  # fmt: skip
def few(rule: Rule, sight: Sight) -> Match | None:
    """A gap; of a child that is not slow, also few poops over known days."""
    if sight.gap.length >= sight.few_gap:
        return gap_match(rule, sight)
    return None if sight.is_slow else _few_by_count(rule, sight)


def _few_by_count(rule: Rule, sight: Sight) -> Match | None:
    days, first = sight.facts.days, sight.day - N.count.few_days
    known = days.count_known(first, sight.day) == N.count.few_days
    if not known or days.starts[first] < sight.cleared:
        return None
    if not sight.facts.gaps_count(sight.at) or _ill_lately(sight, first):
        return None
    count = sight.facts.full.count(days.starts[first] - timedelta.resolution, sight.at)
    if count >= N.count.few_poops:
        return None
    when = Dates(days.dates[first], days.dates[sight.day - 1])
    return rule.match([(sight.at, "gap")], "few", count=count, when=when)


def _ill_lately(sight: Sight, first: int) -> bool:
    """Whether a bug lies in these days; then the count says nothing."""
    start = sight.facts.days.starts[first]
    bugs = (spell for spell in sight.facts.ill if spell.is_bug)
    return any(start < spell.gaps_from and spell.since <= sight.at for spell in bugs)


@RuleRow(key="F2", opens=WATCH, closes=Closing.WINDOW,
     sources=("GATE", "BR-RECALL", "I"), says=("hard",), variant=Variant.TWO_HARD,
     when="hard: {hard_poops} hard poops and a share of {hard_share} of at least"
          " {hard_typed} typed ones; {hard_poops} of pellets always; in {window} days")  # fmt: skip
def hard(rule: Rule, sight: Sight) -> Match | None:
    """Hard poops, and a share of those typed; pellets always count."""
    since = sight.back(N.span.window)
    bouts = sight.facts.hard.within(since, sight.at)
    if len(bouts) < N.count.hard_poops:
        return None
    typed = sight.facts.typed.count(since, sight.at)
    if not _are_enough(bouts, typed):
        return None
    painless = frozenset(poops(bout for bout in bouts if not bout.hurt))
    match = rule.match(poops(bouts), "hard", count=len(bouts), of=typed)
    return match._replace(slips=painless)


def _are_enough(hard_ones: Sequence[Bout], typed: int) -> bool:
    if sum(bout.is_pellets for bout in hard_ones) >= N.count.hard_poops:
        return True
    share = N.share.hard_share * typed
    return typed >= N.count.hard_typed and len(hard_ones) >= share


@RuleRow(key="F3", opens=WATCH, closes=Closing.WINDOW,
     sources=("NICE-T1", "I"), says=("hurt",),
     when="hurt: {hurt_poops} poops that hurt in {window} days")  # fmt: skip
def hurt(rule: Rule, sight: Sight) -> Match | None:
    """Poops that hurt."""
    bouts = sight.facts.hurt.within(sight.back(N.span.window), sight.at)
    if len(bouts) < N.count.hurt_poops:
        return None
    return rule.match(poops(bouts), "hurt", count=len(bouts))


@RuleRow(key="F4", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
     sources=("NICE-T1", "N7", "I"), says=("holding", "asleep"), variant=Variant.HOLDING,
     variants={"asleep": Variant.ONLY_ASLEEP},
     when="holding: on {holding_days} of {holding_window} days;"
          " or {asleep_poops} poops in {window} days, and only in sleep")  # fmt: skip
def holding(rule: Rule, sight: Sight) -> Match | None:
    """Holding on several days, or poops only in sleep."""
    days = sight.facts.holding_days.moments_within(_holding_since(sight), sight.at)
    if len(days) >= N.count.holding_days:
        return rule.match(days_of(days, "holding"), "holding", count=len(days))
    since = sight.back(N.span.window)
    asleep = sight.facts.asleep.within(since, sight.at)
    awake = sight.facts.awake.count(since, sight.at)
    if len(asleep) < N.count.asleep_poops or awake:
        return None
    return rule.match(poops(asleep), "asleep", count=len(asleep))


def _holding_since(sight: Sight) -> datetime:
    """While no poop comes, no day of holding is forgotten."""
    last = sight.facts.full.moment_of_last(sight.at) or sight.facts.start
    return max(min(sight.at - N.span.holding_window, last), sight.cleared)


@RuleRow(key="F5", opens=WATCH, closes=Closing.WINDOW,
     sources=("ROME-CM", "FEDELE-2024", "I"), says=("blocked", "big"),
     when="big: one that blocked the toilet in {big_window} days; or {big_poops} large"
          " ones and a share of {big_share}, only beside F1 to F4 or F6")  # fmt: skip
def big(rule: Rule, sight: Sight) -> Match | None:
    """One that blocked the toilet. Large ones count only beside others: see `_large`."""
    bouts = sight.facts.blocking.within(sight.back(N.span.big_window), sight.at)
    return rule.match(poops(bouts), "blocked", count=len(bouts)) if bouts else None


def _large(sight: Sight) -> Match | None:
    """Large ones, as a share of all."""
    since = sight.back(N.span.big_window)
    bouts = sight.facts.big.within(since, sight.at)
    full = sight.facts.full.count(since, sight.at)
    if len(bouts) < N.count.big_poops or len(bouts) < N.share.big_share * full:
        return None
    return big.match(poops(bouts), "big", count=len(bouts), of=full)


@RuleRow(key="F6", opens=WATCH, closes=Closing.WINDOW, from_months=BABY,
     sources=("FEDELE-2024", "I"), says=("leak",),
     when="leak: leaks on {leak_days} of {window} days")  # fmt: skip
def leak(rule: Rule, sight: Sight) -> Match | None:
    """Leaks on several days."""
    days = sight.facts.leak_days.moments_within(sight.back(N.span.window), sight.at)
    if len(days) < N.count.leak_days:
        return None
    return rule.match(days_of(days, "leak"), "leak", count=len(days))


@RuleRow(key="F7", opens=WATCH, closes=Closing.WINDOW,
     sources=("NICE-T1",), says=("streak",),
     when="streak: blood on the surface of a hard poop in {window} days")  # fmt: skip
def streak(rule: Rule, sight: Sight) -> Match | None:
    """Blood on the surface of a hard poop."""
    streaked = sight.facts.streaked.within(sight.back(N.span.window), sight.at)
    bouts = [bout for bout in streaked if bout.is_hard]
    return rule.match(poops(bouts), "streak", count=len(bouts)) if bouts else None


@RuleRow(key="F8", opens=WATCH, closes=Closing.WINDOW,
     sources=("NICE-T1", "I"), says=("tummy",),
     when="tummy: an ache that was better after a poop,"
          " on {tummy_days} of {window} days")  # fmt: skip
def tummy(rule: Rule, sight: Sight) -> Match | None:
    """Tummy aches that a poop ended."""
    aches, since = sight.facts.eased_ache_days, sight.back(N.span.window)
    days = aches.moments_within(since, sight.at)
    if len(days) < N.count.tummy_days:
        return None
    return rule.match(days_of(days, "tummy"), "tummy", count=len(days))


@RuleRow(key="F9", opens=WATCH, closes=Closing.WINDOW, apart=True,
     sources=("NICE-T1", "I"), says=("history",),
     when="history: treated in the last {history} days (told);"
          " counts only beside F1 to F4 or F6")  # fmt: skip
def history(rule: Rule, sight: Sight) -> Match | None:
    """Treated before, as the family told."""
    answer = sight.facts.answers(Topic.TREATED_BEFORE).last(sight.at)
    if answer is None or answer.answers != (Told.YES,):
        return None
    if sight.at - answer.at > N.span.history:
        return None
    return rule.match([], "history", told=answer.at.date())


FINDINGS: Final = RuleTable("F")
# Those beside which large poops and an old treatment count.
COMPANY: Final = {few, hard, hurt, holding, leak}


def findings(sight: Sight) -> list[Match]:
    """Give the findings that hold at a moment."""
    alone = FINDINGS.matches(sight)
    rules = {match.rule for match in alone}
    if COMPANY.isdisjoint(rules):
        return alone
    beside = [None if big in rules else _large(sight), history.holds(history, sight)]
    return [*alone, *(match for match in beside if match)]
