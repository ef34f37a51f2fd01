"""What holds for every diary, whatever its order, gaps or nonsense.

Rules that never break as far as comfort goes: 1, 4, 7, 8, 9. Each property is
also shown to catch a judge that breaks it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stepstool.method.comfort import (
    READING,
    RULES,
    SIGN_OF,
    SIGNS,
    Comfort,
    HarderStep,
    State,
    Urgency,
    allowed,
    assess,
)
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.ground import HORIZON
from stepstool.method.evidence import SOURCES
from stepstool.method.record import Child, Entry, Record, Unread, union
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Word,
)
from stepstool.method.record.kinds.poop import NoneCame
from tests.properties.children import KINDS as CHILDREN
from tests.properties.children import record as made_up
from tests.properties.diaries import END, asked, children, diaries

Judge = Callable[[Record], Comfort]
WORDS = (Word.CONSTIPATED, Word.NOT_CONSTIPATED, Word.CLEAN_OUT_RUNNING)


# What each rule and each sign may say by its row. Leaks say what C4 says.
DECLARED = {row.key: set(row.sentences) for row in (*RULES.values(), *SIGNS)}
DECLARED[DangerKey.LEAKS] |= DECLARED["C4"]


def verdict(comfort: Comfort) -> tuple[Any, ...]:
    """Everything that is shown."""
    return (
        comfort.state,
        comfort.urgency,
        comfort.because,
        comfort.alerts,
        comfort.questions,
        comfort.notes,
        comfort.tell,
        comfort.sentence,
        comfort.progress,
        comfort.stools,
    )


def holds_in_any_order(judge: Judge, record: Record, chance: Random) -> None:
    """Rule 8: the same entries give the same verdict."""
    mixed = [*record.entries, *record.unread, *record.entries[:3]]
    chance.shuffle(mixed)
    again = Record(record.child, mixed, record.at)
    assert verdict(judge(again)) == verdict(judge(record))


def bounded(record: Record) -> Record:
    """Read no more than `READING` declares."""
    reads = {each.kind: each.back for each in union(READING)}
    kept = [
        each
        for each in record.entries
        if type(each) in reads
        and ((back := reads[type(each)]) is None or each.at >= record.at - back)
    ]
    return Record(record.child, [*kept, *record.unread], record.at)


def holds_when_bounded(judge: Judge, record: Record) -> None:
    """Rule 8 of the house: the bounded reading gives the same verdict."""
    assert verdict(judge(bounded(record))) == verdict(judge(record))


def begins_early_enough(judge: Judge, record: Record) -> None:
    """The days before anything was known or written tell the walk nothing."""
    whole = walked_from(-1, record)
    assert verdict(judge(record)) == verdict(whole)
    assert judge(record).past == whole.past


def walked_from(day: int, record: Record) -> Comfort:
    """Give the verdict as if the diary began on this day of the horizon."""
    with pytest.MonkeyPatch.context() as change:
        change.setattr(Facts, "first_day", day, raising=False)
        return assess(record)


def gives_reasons(judge: Judge, record: Record) -> None:
    """Rule 7: every judgement has reasons, and every reason a known source."""
    comfort = judge(record)
    alerts = [each for alert in comfort.alerts for each in alert.because]
    assert comfort.because
    assert all(alert.because for alert in comfort.alerts)
    for each in [*comfort.because, *alerts, *comfort.notes, *comfort.tell]:
        assert each.sources
        assert set(each.sources) <= set(SOURCES)
    for each in (*comfort.because, *alerts):
        assert each.saw.key in DECLARED[each.rule]


def calls_first(judge: Judge, record: Record) -> None:
    """Rule 4: danger signs always lead to a call, the most urgent first."""
    comfort = judge(record)
    urgencies = [each.urgency for each in comfort.alerts]
    assert (comfort.state is State.SEE_A_DOCTOR) == bool(urgencies)
    assert urgencies == sorted(urgencies, key=lambda each: each.rank, reverse=True)
    assert comfort.urgency == (urgencies[0] if urgencies else None)


def asks_nothing_harder(judge: Judge, record: Record) -> None:
    """Rule 1 and 2: while stuck or calling nothing harder; a diaper in every state."""
    comfort = judge(record)
    may = allowed(comfort.state)
    assert may.diaper_when_asked
    assert may.goes_further_by_itself
    if comfort.body is State.CONSTIPATED or comfort.state is State.SEE_A_DOCTOR:
        assert (may.harder_step, may.sits_a_day) == (HarderStep.NO, 0)


def keeps_open(judge: Judge, record: Record, later: timedelta) -> None:
    """Rule 4: no elapsed time closes a sign that is open."""
    still = Record(record.child, [*record.entries, *record.unread], record.at + later)
    before = {each.key for each in judge(record).alerts}
    after = {each.key for each in judge(still).alerts}
    assert before <= after


def first_in_seconds(values: Iterable[Any]) -> list[ParameterSet]:
    """Give them all; the first is also tried in seconds."""
    first, *others = values
    more = (pytest.param(value, marks=pytest.mark.generated) for value in others)
    return [pytest.param(first), *more]


records = st.builds(Record, children, diaries, asked)
slow = settings(suppress_health_check=[HealthCheck.too_slow])


@slow
@given(records, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(record: Record, chance: Random) -> None:
    holds_in_any_order(assess, record, chance)


@slow
@given(records)
def test_every_verdict_has_reasons_with_sources(record: Record) -> None:
    gives_reasons(assess, record)


@slow
@given(records)
def test_danger_signs_lead_to_a_call(record: Record) -> None:
    calls_first(assess, record)


@slow
@given(records)
def test_nothing_harder_is_asked_while_stuck_or_calling(record: Record) -> None:
    asks_nothing_harder(assess, record)


@slow
@given(records, st.integers(1, 30 * 24))
def test_no_elapsed_time_closes_a_sign(record: Record, hours: int) -> None:
    keeps_open(assess, record, timedelta(hours=hours))


@slow
@given(children, diaries, asked)
def test_entries_after_the_moment_change_nothing(
    child: Child, entries: list[Entry], at: datetime
) -> None:
    past = [each for each in entries if each.at <= at]
    known = Record(child, past, at)
    assert verdict(assess(Record(child, entries, at))) == verdict(assess(known))


@pytest.mark.parametrize("kind", first_in_seconds(CHILDREN))
@pytest.mark.parametrize("seed", first_in_seconds(range(2)))
def test_the_bounded_reading_gives_the_same_verdict(kind: str, seed: int) -> None:
    holds_when_bounded(assess, with_a_past(kind, seed))


@slow
@given(records)
def test_no_walk_begins_too_late(record: Record) -> None:
    begins_early_enough(assess, record)


@pytest.mark.parametrize("kind", first_in_seconds(CHILDREN))
@pytest.mark.parametrize("days", first_in_seconds([20, 3, 80]))
def test_no_walk_of_a_child_begins_too_late(kind: str, days: int) -> None:
    begins_early_enough(assess, made_up(kind, days, days))


@cache
def with_a_past(kind: str, seed: int) -> Record:
    young = made_up(kind, seed, 80)
    long_ago = [aged(each) for each in made_up(kind, seed + 9, 80).entries]
    return Record(young.child, [*long_ago, *young.entries], young.at)


def aged(entry: Entry) -> Entry:
    """The same entry, four months and some days earlier."""
    at = entry.at - timedelta(days=125)
    return replace(entry, id=f"old {entry.id}", at=at)


@slow
@given(children, diaries)
def test_unknown_days_never_count_against_the_child(
    child: Child, entries: list[Entry]
) -> None:
    """Rule 9: without a word that none came, no silence says few or long."""
    heard = [each for each in entries if not isinstance(each, NoneCame | Unread)]
    heard = [each for each in heard if each.KIND != "interview"]
    latest = max((each.at for each in heard), default=END)
    silent = assess(Record(child, heard, latest + timedelta(days=10)))
    assert {"F1", "C2", "C3", "W3", "days_without"}.isdisjoint(
        gap_rules(silent, latest + timedelta(days=4))
    )


def gap_rules(comfort: Comfort, since: datetime) -> set[str]:
    """The rules about a gap that go on, or began after a moment."""
    rules = {
        each.rule for each in comfort.because if each.saw.key != "seen.held_gap_over"
    }
    opened = {each.key for each in comfort.alerts if each.latest > since}
    still = {each.rule for each in comfort.because if "since" in each.saw.values}
    return opened | (rules & still & {"F1"})


@slow
@given(records, st.sampled_from(SIGNS), st.integers(0, 72))
def test_the_right_answer_closes_what_was_told(
    record: Record, sign: Any, hours: int
) -> None:
    told = tell(sign.key, DangerAnswer.HERE, record.at)
    answer = tell(sign.key, min(sign.closed_by), record.at + timedelta(hours=1))
    later = record.at + timedelta(hours=2 + hours)
    opened = Record(record.child, [*record.entries, told], record.at)
    closed = Record(record.child, [*record.entries, told, answer], later)
    assert sign.key in {each.key for each in assess(opened).alerts} or was_explained(
        record, sign.key
    )
    assert not [
        each
        for each in assess(closed).alerts
        if each.key == sign.key and each.latest <= answer.at
    ]


@slow
@given(
    records,
    st.sampled_from(SIGNS),
    st.sampled_from(DangerAnswer),
    st.integers(1, 7 * 24),
    st.integers(0, 30 * 24),
)
def test_only_its_own_answers_close_a_sign_at_any_hour(
    record: Record, sign: Any, answer: DangerAnswer, hour: int, later: int
) -> None:
    closes_only_by_its_answers(assess, record, sign, answer, (hour, later))


def closes_only_by_its_answers(
    judge: Judge,
    record: Record,
    sign: Any,
    answer: DangerAnswer,
    hours: tuple[int, int],
) -> None:
    """Rule 4: an answer at any hour closes a told sign if it is one of its own, else not."""
    hour, later = hours
    quiet = [e for e in record.entries if e.KIND not in ANSWERING]
    told = tell(sign.key, DangerAnswer.HERE, record.at)
    said = tell(sign.key, answer, record.at + timedelta(hours=hour))
    entries = [*quiet, *record.unread, told, replace(said, id="answer")]
    at = record.at + timedelta(hours=hour + later)
    alerts = judge(Record(record.child, entries, at)).alerts
    names = {
        sign.key,
        *(sharper.key for sharper in SIGNS if sharper.milder == sign.key),
    }
    if answer not in sign.closed_by:
        assert names & {each.key for each in alerts}
    else:
        same = [each for each in alerts if each.reported and each.key == sign.key]
        assert not [each for each in same if each.since <= said.at]


@slow
@given(records, st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.data())
def test_the_newest_word_of_a_clinician_holds(
    record: Record, words: list[Word], data: st.DataObject
) -> None:
    """What was before "not constipated" opens nothing again, whatever came in which order."""
    hours = data.draw(
        st.lists(
            st.integers(1, 20 * 24),
            min_size=len(words),
            max_size=len(words),
            unique=True,
        )
    )
    the_newest_word_holds(assess, record, list(zip(sorted(hours), words, strict=True)))


def the_newest_word_holds(
    judge: Judge, record: Record, said: list[tuple[int, Word]]
) -> None:
    told = [
        ClinicianWord(
            id=f"word {n}", at=record.at + timedelta(hours=hour), word=word, name="Ito"
        )
        for n, (hour, word) in enumerate(said)
    ]
    heard = [e for e in record.entries if e.KIND not in ANSWERING]
    entries = [*heard, *record.unread, *reversed(told)]
    at = told[-1].at + timedelta(minutes=1)
    body = judge(Record(record.child, entries, at)).body
    if said[-1][1] is Word.NOT_CONSTIPATED:
        assert body is not State.CONSTIPATED
    else:
        assert body is State.CONSTIPATED


def was_explained(record: Record, key: DangerKey) -> bool:
    """Whether an answer or a clinician's word of the last weeks keeps *soon* closed."""
    return SIGN_OF[key].urgency is Urgency.SOON and bool(
        [each for each in record.entries if each.KIND in ANSWERING]
    )


ANSWERING = ("clinician_word", "danger_sign", "medicine_ordered")


def tell(key: DangerKey, answer: DangerAnswer, at: datetime) -> DangerSign:
    return DangerSign(id=f"{key} {answer}", at=at, sign=key, answer=answer)


# Judges that break a rule, to show that the properties notice.


def forgetful(record: Record) -> Comfort:
    """Closes every sign after three days."""
    comfort = assess(record)
    fresh = tuple(e for e in comfort.alerts if record.at - e.latest < timedelta(days=3))
    return replace(comfort, alerts=fresh)


def wordless(record: Record) -> Comfort:
    return replace(assess(record), because=())


def careless(record: Record) -> Comfort:
    return replace(assess(record), state=State.COMFORTABLE)


def far_reading(record: Record) -> Comfort:
    comfort = assess(record)
    count = len(record.entries)
    return replace(comfort, values={**comfort.values, "entries": count})


def begins_late(record: Record) -> Comfort:
    """Walks through the last ten days only."""
    return walked_from(HORIZON.days - 10, record)


def last_written_wins(record: Record) -> Comfort:
    """Looks at the order in which entries came, not at their moments."""
    return replace(
        assess(record), values={"last": ORDER.setdefault(id(record), len(ORDER))}
    )


def first_word_wins(record: Record) -> Comfort:
    """Holds to the first word that a clinician said."""
    first = record.of(ClinicianWord)[:1]
    others = [e for e in record.entries if not isinstance(e, ClinicianWord)]
    return assess(Record(record.child, [*others, *first], record.at))


def takes_any_answer(record: Record) -> Comfort:
    """Closes a sign by whatever was said of it last."""
    comfort = assess(record)
    said = {e.sign for e in record.of(DangerSign) if e.answer is not DangerAnswer.HERE}
    return replace(
        comfort, alerts=tuple(e for e in comfort.alerts if e.key not in said)
    )


def cleared(judge: Judge, record: Record) -> None:
    the_newest_word_holds(
        judge, record, [(2, Word.CONSTIPATED), (9, Word.NOT_CONSTIPATED)]
    )


def stopped(judge: Judge, record: Record) -> None:
    sign = SIGN_OF[DangerKey.RED_JELLY_OR_BLACK]
    closes_only_by_its_answers(judge, record, sign, DangerAnswer.STOPPED, (3, 50))


ORDER: dict[int, int] = {}


@pytest.mark.parametrize(
    ("holds", "breaker"),
    [
        (lambda judge, r: keeps_open(judge, r, timedelta(days=5)), forgetful),
        (gives_reasons, wordless),
        (calls_first, careless),
        (asks_nothing_harder, careless),
        (holds_when_bounded, far_reading),
        (begins_early_enough, begins_late),
        (lambda judge, r: holds_in_any_order(judge, r, Random(1)), last_written_wins),
        (cleared, first_word_wins),
        (stopped, takes_any_answer),
    ],
    ids=[
        "forgetful",
        "wordless",
        "careless",
        "careless too",
        "far reading",
        "begins late",
        "order",
        "first word",
        "any answer",
    ],
)
def test_a_judge_that_breaks_a_rule_is_caught(
    holds: Callable[[Judge, Record], None], breaker: Judge
) -> None:
    record = with_a_past("overflow", 1)
    holds(assess, record)
    with pytest.raises(AssertionError):
        holds(breaker, record)
