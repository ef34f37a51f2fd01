"""A record holds what is written up to a moment, once, newest, and by kind."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stepstool import method
from stepstool.method.record.kinds.answers import YesNo
from tests.method.record.made_up import entries, moments

CHILD = method.Child(born=method.Month(2022, 5), name="Mia")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def poop(id: str = "p", **fields: Any) -> method.Entry:  # noqa: A002 - the entry's word
    return method.poop.Poop(**{"id": id, "at": NOON, **fields})


def record(*entries: method.Entry, at: datetime = NOON) -> method.Record:
    return method.Record(CHILD, entries, at)


def ids(found: Any) -> list[str]:
    return [entry.id for entry in found]


def test_entries_after_the_moment_are_not_there() -> None:
    assert ids(record(poop("now"), poop("later", at=NOON + HOUR)).entries) == ["now"]


def test_removed_entries_are_not_there() -> None:
    assert record(poop(removed=True)).entries == []


def test_an_older_version_does_not_come_back_when_the_newer_is_removed() -> None:
    newer = poop(removed=True, version=method.Version(2))
    assert record(newer, poop()).entries == []


def test_entries_stand_in_the_order_of_their_moments() -> None:
    assert ids(record(poop("b"), poop("a", at=NOON - HOUR)).entries) == ["a", "b"]


def test_kinds_stand_apart() -> None:
    note = method.days.Note(id="n", at=NOON)
    assert ids(record(poop(), note).of(method.poop.Poop)) == ["p"]


def test_a_kind_never_written_is_empty() -> None:
    assert list(record().of(method.poop.Poop)) == []


def test_within_leaves_out_the_beginning_and_takes_the_end() -> None:
    given = record(poop("a", at=NOON - HOUR), poop("b"))
    assert ids(given.within(method.poop.Poop, NOON - HOUR, NOON)) == ["b"]


def test_the_last_of_a_kind_is_found() -> None:
    given = record(poop("b"), poop("a", at=NOON - HOUR))
    last = given.last(method.poop.Poop)
    assert last is not None
    assert last.id == "b"


def test_there_may_be_no_last() -> None:
    assert record().last(method.poop.Poop) is None


def unread(at: object) -> method.Entry:
    return method.read_or_keep({"id": "u", "kind": "hover", "at": at})


def test_unread_entries_stand_apart() -> None:
    given = record(unread("2026-03-04T11:00:00Z"))
    assert (ids(given.unread), given.entries) == (["u"], [])


def test_unread_entries_after_the_moment_are_not_there() -> None:
    assert record(unread("2026-03-04T13:00:00Z")).unread == []


def test_unread_entries_without_a_moment_stay() -> None:
    assert ids(record(unread("soon")).unread) == ["u"]


def test_today_is_the_child_s_day() -> None:
    zone = method.lasting.Zone(id="z", at=NOON - HOUR, zone="Asia/Tokyo")
    assert record(zone, at=NOON + 8 * HOUR).today == date(2026, 3, 5)


def test_settings_are_the_newest_answer_to_each_question() -> None:
    first = method.lasting.Settings(id="1", at=NOON - HOUR, word="poo", windows=2)
    then = method.lasting.Settings(id="2", at=NOON, sweets=YesNo.NO, word="kaka")
    chosen = record(then, first).settings
    assert (chosen.word, chosen.windows, chosen.sweets) == ("kaka", 2, YesNo.NO)


def test_without_settings_all_of_them_are_unknown() -> None:
    assert record().settings.word is method.UNKNOWN


@given(st.lists(entries(), max_size=3), moments, moments)
def test_an_earlier_record_is_the_record_made_then(
    all_of_them: list[method.Entry], earlier: datetime, later: datetime
) -> None:
    earlier, later = sorted([earlier, later])
    turned_back = method.Record(CHILD, all_of_them, later).until(earlier)
    made_then = method.Record(CHILD, all_of_them, earlier)
    assert turned_back.entries == made_then.entries
    assert by_kind(turned_back) == by_kind(made_then)
    assert (turned_back.unread, turned_back.at) == (made_then.unread, made_then.at)


def by_kind(record: method.Record) -> dict[str, list[method.Entry]]:
    return {name: list(record.of(kind)) for name, kind in method.KINDS.items()}


def test_a_record_cannot_be_turned_forward() -> None:
    assert record(poop()).until(NOON + HOUR).at == NOON


def poops(ids: str) -> st.SearchStrategy[list[method.Entry]]:
    """Poops within two hours of noon, some of them removed, one for each letter."""
    minutes = st.integers(-120, 120)
    each = st.tuples(
        st.sampled_from(ids), minutes, st.sampled_from([1, 4, 6]), st.booleans()
    )
    return st.lists(each.map(a_poop), max_size=6)


def a_poop(drawn: tuple[str, int, int, bool]) -> method.Entry:
    letter, minutes, bristol, removed = drawn
    at = NOON + timedelta(minutes=minutes)
    return poop(letter, at=at, bristol=bristol, removed=removed and bristol == 1)


@given(poops("abc"), st.lists(poops("bcdefgh"), max_size=3), st.booleans())
def test_a_later_record_is_the_record_made_then(
    first: list[method.Entry],
    more: list[list[method.Entry]],
    asked: bool,
) -> None:
    known = {one.id: one for one in first}
    later = record(*known.values(), at=NOON - HOUR)
    for number, written in enumerate(more):
        at = NOON + timedelta(minutes=40 * number)
        come = [one for one in known.values() if later.at < one.at <= at]
        known |= {one.id: one for one in written}
        if asked:
            assert later.bouts is not None
        later = later.later(at, [*come, *written])
    made_then = record(*known.values(), at=later.at)
    assert later.entries == made_then.entries
    assert by_kind(later) == by_kind(made_then)
    assert later.bouts == made_then.bouts
    assert (later.unread, later.at) == (made_then.unread, made_then.at)


def test_what_follows_is_added_and_the_bouts_before_it_serve_again() -> None:
    medicine = method.health.MedicineGiven(id="m", at=NOON)
    early = record(poop("a", at=NOON - 3 * HOUR), poop("b", at=NOON - HOUR))
    first, second = early.bouts
    soon = poop("c", at=NOON - HOUR + timedelta(minutes=5))
    moved = early.later(NOON, [soon]).bouts
    assert moved[0] is first
    assert [ids(one.poops) for one in moved] == [["a"], ["b", "c"]]
    assert early.later(NOON, [medicine]).bouts[1] is second
    assert len(second.poops) == 1


def test_an_entry_that_can_not_be_read_comes_later_too() -> None:
    late = unread("2026-03-04T11:00:00Z")
    assert ids(record(poop()).later(NOON, [late]).unread) == ["u"]
