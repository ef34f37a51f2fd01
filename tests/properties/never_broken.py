"""The nine rules that never break, each with ways to break it on purpose.

A rule says something of a diary only where its premise is true. Every breaker spoils what
is said in one way; where a rule has several clauses, it has a breaker for each.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Any

from stepstool.method.advice import Card, DayDot, DayMark, Reply, Telling
from stepstool.method.comfort import State
from stepstool.method.ladder import LADDERS, Advised
from stepstool.method.speech import SpokenAdvice, SpokenTodo
from stepstool.method.speech.plan import spoken_card
from stepstool.method.words import speaker_in
from tests.properties import rules_of_asking as asking
from tests.properties import rules_of_telling as telling
from tests.properties.said import Said

Breaker = Callable[[Said], Said]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. premise: whether it says anything here; holds: whether it is kept.

    clauses: all that it asks; breakers: each spoils what some clause looks at.
    """

    number: int
    says: str
    premise: Callable[[Said], bool]
    clauses: Sequence[Callable[[Said], bool]]
    breakers: Sequence[Breaker]

    def holds(self, told: Said) -> bool:
        """Whether every clause is kept."""
        return all(clause(told) for clause in self.clauses)


SAID = {each.name for each in fields(SpokenAdvice)}


def changed(advice: SpokenAdvice, **changes: Any) -> SpokenAdvice:
    """Change what is advised, or how it is said."""
    advised = {name: changes.pop(name) for name in {*changes} - SAID}
    return replace(advice, of=replace(advice.of, **advised), **changes)


def _advice(told: Said, **changes: Any) -> Said:
    return replace(told, advice=changed(told.advice, **changes))


def _plan(**changes: Any) -> Breaker:
    return lambda told: _advice(told, plan=replace(told.advice.plan, **changes))


def _says(text: str) -> Breaker:
    todo = SpokenTodo(key="broken", text=text)
    return lambda told: _advice(told, todo=todo)


def _state(state: State) -> Breaker:
    return lambda told: _advice(told, comfort=replace(told.advice.comfort, state=state))


def spoiled(advice: Any, **changes: Any) -> Any:
    """Spoil what is said of rewards."""
    return replace(advice.rewards, unspoken=replace(advice.rewards.unspoken, **changes))


def _marked(mark: DayMark) -> Breaker:
    def dots(told: Said) -> Iterable[DayDot]:
        return (replace(each, mark=mark) for each in told.advice.dots)

    return lambda told: _advice(told, dots=tuple(dots(told)))


def _listens(told: Said) -> Said:
    now = replace(told.advice.listening, is_now=True)
    return _advice(told, listening=now)


def _grows_out_of_it(told: Said) -> Said:
    """A week closes every sign."""
    later = told.later and replace(told.later, alerts=())
    return replace(told, later=later)


def _reasonless(told: Said) -> Said:
    first, *others = told.advice.because
    bare = replace(first, sources=())
    return _advice(told, because=(bare, *others))


def _other(told: Said) -> Said:
    again = told.again and replace(told.again, sentence=told.again.sentence + " ")
    return replace(told, again=again)


def _forgot_the_due(told: Said) -> Said:
    """An accident costs all that was due, and a gift is taken back."""
    harmed = told.harmed
    if harmed is None:
        return told
    return replace(
        told, harmed=replace(harmed, rewards=spoiled(harmed, due=(), given=()))
    )


def _too_many_windows(told: Said) -> Said:
    """Four of them; where there is none, none can be too many."""
    if told.rhythm is None or not told.rhythm.windows:
        return told
    return replace(
        told, rhythm=replace(told.rhythm, windows=told.rhythm.windows[:1] * 4)
    )


def _window_at_night(told: Said) -> Said:
    if told.rhythm is None or not told.rhythm.windows:
        return told
    first = told.rhythm.windows[0]
    by = timedelta(hours=12)
    since, until = first.window.since + by, first.window.until + by
    moved = replace(first, window=replace(first.window, since=since, until=until))
    return replace(told, rhythm=replace(told.rhythm, windows=(moved,)))


def _asks_with_a_card(told: Said) -> Said:
    """Whatever the hour and the state, the next step is asked of the child."""
    card = Card(
        key="next",
        ladder=LADDERS["b"],
        step=2,
        tells=Telling.NEXT,
        replies=(Reply.YES,),
        half=None,
        ready=(),
    )
    return _advice(told, card=spoken_card(card, speaker_in("en")))


def _in_silence(told: Said, **changes: Any) -> Said:
    silent = tuple(changed(each, **changes) for each in told.silent[1:])
    return replace(told, silent=(*told.silent[:1], *silent))


def _easy_in_silence(told: Said) -> Said:
    """Days without a word, and all is well again."""
    easy = State.COMFORTABLE
    silent = (replace(e.comfort, state=easy, body=easy) for e in told.silent[1:])
    return replace(
        told,
        silent=(
            *told.silent[:1],
            *(changed(told.silent[1], comfort=each) for each in silent),
        ),
    )


def _moves_in_silence(told: Said) -> Said:
    if not told.silent:
        return told
    plan = replace(told.silent[1].plan, move=Advised.MOVE_ON)
    return _in_silence(told, plan=plan)


RULES: Sequence[Rule] = (
    Rule(
        number=1,
        says="Stuck, sore or a doctor to be called: nothing harder is asked.",
        premise=asking.is_shut,
        clauses=(
            asking.no_harder_step,
            asking.no_card_while_shut,
            asking.no_sit_while_shut,
            asking.no_listening_while_shut,
            asking.nothing_due_is_withheld,
        ),
        breakers=(
            _plan(move=Advised.MOVE_ON),
            _plan(move=Advised.GO_ON, step=1, to=2),
            lambda told: replace(told, no_sit=()),
            _listens,
            _asks_with_a_card,
            lambda told: _advice(told, rewards=spoiled(told.advice, due=())),
        ),
    ),
    Rule(
        number=2,
        says="A diaper that is asked for is given.",
        premise=asking.asked_for_a_diaper,
        clauses=(asking.no_diaper_is_withheld, asking.words_for_the_diaper),
        breakers=(
            _says("No more diapers from today on."),
            _says("Take the diapers away for a while."),
            lambda told: _advice(told, moments=()),
        ),
    ),
    Rule(
        number=3,
        says="No words scold, shame, threaten or compare.",
        premise=lambda _: True,
        clauses=(telling.nothing_hurts,),
        breakers=(
            _says("Such a lazy girl."),
            _says("Other children can do it at your age."),
            _says("If you don’t sit, no dessert tonight."),
        ),
    ),
    Rule(
        number=4,
        says="Danger signs lead to a call, first of all; no medicine, dose or enema.",
        premise=telling.something_is_dangerous,
        clauses=(
            telling.calls_first,
            telling.what_was_told_is_open,
            telling.what_comes_back_stays_open,
            telling.no_time_closes_it,
            telling.names_no_medicine,
        ),
        breakers=(
            lambda told: _advice(told, alerts=()),
            lambda told: _advice(told, alerts=tuple(told.advice.alerts[:-1])),
            _state(State.COMFORTABLE),
            _says("Offer a potty party."),
            _says("Give 8 drops of senna."),
            _says("Give an enema."),
            _grows_out_of_it,
        ),
    ),
    Rule(
        number=5,
        says="A sit is an offer: five minutes, three a day, none at night.",
        premise=asking.speaks_of_sits,
        clauses=(
            asking.few_windows,
            asking.windows_by_day,
            asking.no_sit_at_night,
            asking.nothing_is_said_to_a_sleeper,
            asking.no_fourth_offer,
            asking.short_sits,
        ),
        breakers=(
            _says("A sit of ten minutes after lunch."),
            _too_many_windows,
            _window_at_night,
            _asks_with_a_card,
            lambda told: replace(told, no_sit=()),
        ),
    ),
    Rule(
        number=6,
        says="What was earned is given and stays; an accident costs nothing.",
        premise=lambda told: told.harmed is not None,
        clauses=(
            telling.an_accident_costs_nothing,
            telling.what_was_given_stays,
        ),
        breakers=(
            _forgot_the_due,
            lambda told: _advice(told, rewards=spoiled(told.advice, given=())),
        ),
    ),
    Rule(
        number=7,
        says="Every judgement shows what was seen, its rule and its source.",
        premise=lambda _: True,
        clauses=(telling.has_reasons, telling.reasons_have_sources),
        breakers=(
            _reasonless,
            lambda told: _advice(told, because=()),
            _plan(ladder="b", because=()),
        ),
    ),
    Rule(
        number=8,
        says="The same record and the same moment give the same advice.",
        premise=lambda told: told.again is not None,
        clauses=(telling.is_the_same_again,),
        breakers=(_other,),
    ),
    Rule(
        number=9,
        says="A day without entries is not a day without poop.",
        premise=telling.a_day_is_silent,
        clauses=(
            telling.silent_days_stay_unknown,
            telling.asks_about_silence,
            telling.silence_lifts_nothing,
            telling.silence_is_not_health,
        ),
        breakers=(
            _marked(DayMark.NONE),
            lambda told: _advice(told, questions=()),
            _easy_in_silence,
            _moves_in_silence,
        ),
    ),
)
