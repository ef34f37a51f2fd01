"""The diary by day."""

from datetime import UTC, datetime

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P = method.poop
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


TODAY = "2026-03-04"


def test_today_says_so(cast: Cast) -> None:
    lives_in_london(cast)
    wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(get(cast.anna.client, cast, "day", TODAY))
    assert "Today · Wednesday, 4 March" in page
    assert "11:00" in page


def test_the_day_before_and_the_day_after_are_one_tap_away(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "day", "2026-03-03"))
    assert "Yesterday · Tuesday, 3 March" in page
    assert {address(cast, "day", day) in page for day in ("2026-03-02", TODAY)} == {
        True
    }
    assert address(cast, "day", "2026-03-05") not in page
    newest = text_of(get(cast.anna.client, cast, "day", TODAY))
    assert address(cast, "day", "2026-03-03") in newest
    assert address(cast, "day", "2026-03-05") not in newest


def test_newest_comes_first(cast: Cast) -> None:
    wrote(cast, P.Poop, at=datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    wrote(cast, method.toileting.Pee, at=datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    page = text_of(get(cast.anna.client, cast, "day", "2026-03-03"))
    assert page.index(">Pee<") < page.index(">Poop<")


def test_a_poop_at_two_in_the_night_is_of_the_evening_before(cast: Cast) -> None:
    wrote(cast, P.Poop, at=datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
    client = cast.anna.client
    night = text_of(get(client, cast, "day", "2026-03-02"))
    assert ">Poop<" in night
    assert "02:00 at night" in night
    page = text_of(get(client, cast, "day", "2026-03-03"))
    assert ">Poop<" not in page
    assert "stands with the night of Monday, 2 March" in page


def test_a_quiet_night_is_not_spoken_of(cast: Cast) -> None:
    wrote(cast, P.Poop, at=datetime(2026, 3, 2, 23, 0, tzinfo=UTC))
    page = text_of(get(cast.anna.client, cast, "day", "2026-03-03"))
    assert "stands with the night" not in page


def test_a_row_tells_who_wrote_it_and_when(cast: Cast) -> None:
    at, written = (datetime(2026, 3, 3, hour, tzinfo=UTC) for hour in (8, 19))
    wrote(cast, P.Poop, cast.ben, at=at, written_at=written)
    page = text_of(get(cast.anna.client, cast, "day", "2026-03-03"))
    assert "Ben, written 19:00" in page


def test_a_removed_entry_is_greyed_and_can_come_back(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop)
    page = text_of(post(client, cast, "remove", key))
    assert "Removed: Poop, 11:00." in page
    assert "entry-removed" in page
    page = text_of(post(client, cast, "restore", key))
    assert "Back again: Poop, 11:00." in page


def test_a_changed_entry_says_so(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop)
    post(client, cast, "answer", key, answer="soft")
    assert "changed" in text_of(get(client, cast, "day", TODAY))


def test_a_day_without_entries_is_not_a_day_without_poop(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "day", "2026-03-01"))
    assert "That is not the same as nothing happened." in page


def test_one_tap_says_that_none_came_on_a_day(cast: Cast) -> None:
    post(cast.anna.client, cast, "none-came", "2026-03-01")
    (entry,) = stored(cast, P.NoneCame)
    assert entry.at == datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    assert entry.timing is method.Timing.DAY


def test_it_is_not_offered_where_one_came(cast: Cast) -> None:
    assert "No poop today" in text_of(get(cast.anna.client, cast, "day", TODAY))
    wrote(cast, P.Poop)
    assert "No poop today" not in text_of(get(cast.anna.client, cast, "day", TODAY))


@pytest.mark.parametrize("day", ["2026-03-05", "1999-01-01", "2026-02-30", "noon"])
def test_days_that_cannot_be_looked_at_are_not_there(cast: Cast, day: str) -> None:
    assert get(cast.anna.client, cast, "day", day).status_code == 404


def test_a_reader_sees_the_day_without_buttons(cast: Cast) -> None:
    wrote(cast, P.Poop)
    post(cast.anna.client, cast, "remove", wrote(cast, P.Poop))
    page = text_of(get(cast.tim.client, cast, "day", TODAY))
    assert ">Poop<" in page
    assert 'method="post"' not in page
    assert 'method="post"' in text_of(get(cast.anna.client, cast, "day", TODAY))


def test_a_preschool_sees_only_what_concerns_it(cast: Cast) -> None:
    wrote(cast, method.interview.Interview, topic=method.interview.Topic.FOUR_WEEKS)
    wrote(cast, P.Poop)
    page = text_of(get(cast.owls.client, cast, "day", TODAY))
    assert ">Poop<" in page
    assert "An answer" not in page


def test_queries_do_not_grow_with_the_day(
    cast: Cast, django_assert_max_num_queries
) -> None:
    for _ in range(30):
        wrote(cast, method.toileting.Pee)
    client = cast.anna.client
    with django_assert_max_num_queries(11):
        assert get(client, cast, "day", TODAY).status_code == 200


def morning(cast: Cast, day: int = 4) -> str:
    """Write down a poop of which only the morning is known."""
    eight = datetime(2026, 3, day, 8, tzinfo=UTC)
    about = method.Timing.ABOUT
    return wrote(cast, P.Poop, at=eight, timing=about, place=P.Place.DIAPER)


def test_this_morning_has_no_clock_time(cast: Cast) -> None:
    morning(cast)
    page = text_of(get(cast.anna.client, cast, "diary"))
    assert "in the morning" in page
    assert "08:00" not in page


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (4, "today in the morning"),
        (3, "yesterday in the morning"),
        (1, "1 March in the morning"),
    ],
)
def test_so_it_is_on_the_page_of_the_entry(cast: Cast, day: int, says: str) -> None:
    page = text_of(get(cast.tim.client, cast, "entry", morning(cast, day)))
    assert says in page
    assert "08:00" not in page
