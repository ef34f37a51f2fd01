"""What holds of a forecast and its windows for every diary, whatever stands in it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stepstool import method
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.rhythm import READING, forecast, signals, windows
from tests.method.record.made_up import DATA

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "UTC",
)
# The nights in which clocks change lie in these weeks.
FIRST = datetime(2026, 3, 1, tzinfo=UTC)
SPAN = timedelta(days=150)
KINDS = sorted({each.kind for each in READING}, key=lambda kind: kind.KIND)


# Entries by their place in time; a diary here has at most 25 beside a habit's.
LATE = st.sets(st.integers(0, 100), max_size=3)


# A forecast of months takes its time; the long search is as long as the others are short.
some = settings(max_examples=max(2, settings().max_examples // 4))


@st.composite
def entries(draw: st.DrawFn) -> method.Entry:
    kind = draw(st.sampled_from(KINDS))
    at = FIRST + draw(st.timedeltas(timedelta(0), SPAN))
    lasts = draw(st.none() | st.timedeltas(timedelta(0), timedelta(days=3)))
    data = draw(DATA[kind.KIND])
    if kind is Zone:
        data = {"zone": draw(st.sampled_from(ZONES))}
    return kind(
        id=draw(st.uuids().map(str)),
        at=at,
        until=None if lasts is None else at + lasts,
        timing=draw(st.sampled_from(method.Timing)),
        **data,
    )


@st.composite
def records(draw: st.DrawFn) -> method.Record:
    """Return some weeks of a child, with or without a habit, and a moment in them."""
    told = draw(st.lists(entries(), max_size=25))
    zone = Zone(id="zone", at=FIRST, zone=draw(st.sampled_from(ZONES)))
    hours = draw(st.lists(st.integers(0, 23), max_size=4))
    habit = [
        method.poop.Poop(id=f"{day}-{n}", at=FIRST + timedelta(days=day, hours=hour))
        for day in range(draw(st.integers(0, 60)))
        for n, hour in enumerate(hours)
    ]
    at = FIRST + draw(st.timedeltas(timedelta(0), SPAN))
    return method.Record(method.Child(), [zone, *told, *habit], at)


@some
@given(records())
def test_chances_lie_between_0_and_1(record):
    found = forecast(record)
    for each in (*found.tens, found.next_hour, found.next_three_hours):
        assert 0 <= each.low <= each.chance <= each.high <= 1
        assert each.since <= each.until


@some
@given(records(), st.integers(0, 9))
def test_never_more_windows_than_asked_nor_than_three(record, most):
    assert len(windows(forecast(record), most)) <= min(most, 3)


@some
@given(records(), st.integers(1, 3))
def test_no_more_windows_open_in_a_day_than_asked_however_often_one_looks(record, most):
    begun, opened, known = record.clock.start(record.today), set(), None
    for n in range(0, 24 * 60, 30):
        at = begun + timedelta(minutes=n)
        looked = method.Record(record.child, record.entries, at)
        if looked.today == record.today:
            known = forecast(looked, known)
            found = windows(known, most)
            opened.update(each.since for each in found if each.since <= at)
    assert len(opened) <= most


@some
@given(records())
def test_windows_lie_in_waking_hours_ahead_and_apart(record):
    found = windows(forecast(record))
    for each in found:
        assert each.until > record.at
        assert 0 <= each.hits <= each.of <= 10
        local = record.clock.local(each.since)
        end = local.replace(tzinfo=None) + (each.until - each.since)
        assert (local.hour, local.minute) >= (6, 30)
        assert (end.hour, end.minute) <= (20, 30)
    assert all(one.until <= two.since for one, two in pairwise(found))


@some
@given(
    records(),
    st.sets(st.integers(0, 149), min_size=1),
    st.sampled_from(method.PartOfDay),
)
def test_parts_of_a_day_make_no_dot_and_no_hit(record, days, part):
    """However often "this morning" is tapped; broken if it counted as eight o'clock."""
    vague = [
        method.poop.Poop(
            id=f"vague-{day}",
            at=wall_clock(record, FIRST + timedelta(days=day), part),
            timing=method.Timing.ABOUT,
        )
        for day in days
    ]
    found = forecast(
        method.Record(method.Child(), [*record.of(Zone), *vague], record.at)
    )
    assert found.came == ()
    assert all(window.hits == 0 for window in windows(found))


def wall_clock(record, day, part):
    zone = record.clock.zone_at(day)
    return datetime.combine(day.date(), part.value, zone).astimezone(UTC)


@some
@given(records(), st.randoms(use_true_random=False))
def test_the_same_record_gives_the_same(record, random):
    shuffled = [*record.entries, *record.unread]
    random.shuffle(shuffled)
    again = method.Record(record.child, shuffled, record.at)
    assert forecast(again) == forecast(record)
    assert signals(again) == signals(record)


@some
@given(records(), st.timedeltas(timedelta(0), timedelta(days=2)), LATE, LATE)
def test_what_was_learned_before_serves_again_and_changes_nothing(
    whole, ago, late, gone
):
    """Whatever was written or removed since, today or of the past."""
    record = without(gone, whole, whole.at)
    before = forecast(without(late, whole, whole.at - ago))
    cold, warm = forecast(record), forecast(record, before)
    assert warm == cold
    assert warm.tens == cold.tens
    assert windows(warm) == windows(cold)


def without(numbers: set[int], record: method.Record, at: datetime) -> method.Record:
    kept = [each for n, each in enumerate(record.entries) if n not in numbers]
    return method.Record(record.child, kept, at)


@some
@given(records())
def test_the_bounded_reading_gives_the_same_as_the_whole_diary(record):
    assert forecast(bounded(record)) == forecast(record)
    assert signals(bounded(record)) == signals(record)


def bounded(record: method.Record) -> method.Record:
    read = {each.kind: each.back for each in READING}
    kept = [
        each
        for each in record.entries
        if read[type(each)] is None or each.at >= record.at - read[type(each)]
    ]
    return method.Record(record.child, kept, record.at)


@some
@given(records())
def test_offers_and_limits_are_never_exceeded_together(record):
    found = forecast(record)
    sits = record.of(method.toileting.Sit)
    today = record.clock.start(record.today)
    offered = sum(each.offered is YesNo.YES and each.at >= today for each in sits)
    assert len(windows(found)) <= max(3 - offered, 0)


@some
@given(records())
def test_no_more_signals_are_followed_than_were_seen(record):
    for each in signals(record):
        assert 0 <= each.followed <= each.sightings
