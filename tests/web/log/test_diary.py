"""The diary: a month at a glance, days one after another, sorts, and plain words."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, lives_in_london, text_of, wrote

P = method.poop
NOON = datetime(2026, 3, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


def diary(cast: Cast, who: str = "anna", **query: str) -> str:
    return text_of(get(getattr(cast, who).client, cast, "diary", **query))


def days_ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


def test_days_stand_one_after_another(cast: Cast) -> None:
    wrote(cast, P.Poop, at=days_ago(1), place=P.Place.POTTY)
    wrote(cast, P.Poop, at=days_ago(3), place=P.Place.DIAPER)
    page = diary(cast)
    assert "Yesterday · Monday, 23 March" in page
    assert page.index("Potty") < page.index("Diaper")


def test_earlier_days_are_one_tap_away(cast: Cast) -> None:
    wrote(cast, P.Poop, at=days_ago(9), place=P.Place.POTTY)
    assert "until=2026-03-17" in diary(cast)
    page = diary(cast, until="2026-03-17")
    assert "Sunday, 15 March" in page
    assert "Potty" in page
    assert "until=2026-03-24" in page


def test_the_month_shows_each_day_by_its_shape_and_in_words(cast: Cast) -> None:
    wrote(cast, P.Poop, at=days_ago(20), bristol=4)
    wrote(cast, P.Poop, at=days_ago(19), bristol=1)
    wrote(cast, P.NoneCame, at=days_ago(18))
    page = diary(cast)
    assert "March 2026" in page
    for says in ("4 March: soft", "5 March: hard", "6 March: none"):
        assert says in page
    assert "7 March: not written" in page
    assert "25 March" not in page


def test_a_month_that_is_over_is_whole(cast: Cast) -> None:
    wrote(cast, P.Poop, at=datetime(2026, 2, 1, 12, tzinfo=UTC), bristol=4)
    wrote(cast, P.Poop, at=datetime(2026, 2, 28, 23, tzinfo=UTC), bristol=2)
    page = diary(cast, until="2026-02-28")
    assert "1 February: soft" in page
    assert "28 February: hard" in page
    assert 'href="?until=2026-03-24"' in page


def test_of_one_sort_only_its_days_are_shown(cast: Cast) -> None:
    wrote(cast, P.Poop, at=days_ago(1))
    wrote(cast, method.days.Meal, at=days_ago(20))
    page = diary(cast, only="day")
    assert ">Meal<" in page
    assert '"what">Poop<' not in page
    assert "Yesterday" not in page


def test_of_one_sort_the_month_shows_on_which_days_there_is_some(cast: Cast) -> None:
    wrote(cast, P.Poop, at=days_ago(1))
    wrote(cast, method.days.Meal, at=days_ago(20))
    page = diary(cast, only="day")
    assert "4 March: something was written" in page
    assert "23 March: nothing of this" in page
    assert "25 March" not in page
    assert "23 March: one came" in diary(cast, only="poop")


def test_where_there_is_none_of_a_sort_it_says_so(cast: Cast) -> None:
    assert "Nothing of this in these days." in diary(cast, only="health")


@pytest.mark.parametrize("query", [{"only": "moon"}, {"until": "2026-03-25"}])
def test_what_cannot_be_asked_for_is_not_there(cast: Cast, query: dict[str, str]):
    assert get(cast.anna.client, cast, "diary", **query).status_code == 404


def test_who_writes_alone_is_not_named(cast: Cast) -> None:
    wrote(cast, P.Poop, written_at=days_ago(0))
    assert '<span class="who">Anna' not in diary(cast)
    assert "Anna" in diary(cast, "ben")


def test_where_several_write_each_is_named(cast: Cast) -> None:
    wrote(cast, P.Poop)
    wrote(cast, P.Poop, cast.ben)
    page = diary(cast)
    assert "Anna" in page
    assert "Ben" in page


def test_a_ladder_is_said_by_its_title(cast: Cast) -> None:
    start = {"move": method.lasting.Move.START, "ladder": "b", "step": 1}
    wrote(cast, method.lasting.Plan, **start)
    own = start | {"ladder": "own-0192"}
    wrote(cast, method.lasting.Plan, at=days_ago(2), **own)
    page = diary(cast)
    assert "Five small steps" in page
    assert "Steps of your own" in page
    assert "own-0192" not in page


def test_what_was_chosen_once_is_no_part_of_a_day(cast: Cast) -> None:
    lives_in_london(cast)
    key = wrote(cast, method.lasting.Zone, zone="Europe/Berlin")
    assert key not in diary(cast)
    page = diary(cast, only="plan")
    assert "Where you are at home" in page
    assert "Berlin" in page
    assert "Europe/" not in page


def test_signs_that_are_not_there_take_one_line(cast: Cast) -> None:
    health = method.health
    for sign in [method.UNKNOWN, *list(health.DangerKey)[:4]]:
        wrote(
            cast,
            health.DangerSign,
            at=NOON,
            sign=sign,
            answer=health.DangerAnswer.NOT_HERE,
        )
    page = diary(cast)
    assert page.count("Signs to call for") == 1
    assert "None of them is there" in page
    assert "Throws up" not in page


def test_a_preschool_sees_only_what_concerns_it(cast: Cast) -> None:
    wrote(cast, method.interview.Interview, topic=method.interview.Topic.FOUR_WEEKS)
    wrote(cast, P.Poop)
    page = diary(cast, "owls", only="plan")
    assert "An answer" not in page
    assert '"what">Poop<' in diary(cast, "owls")


def test_queries_do_not_grow_with_the_days(cast: Cast, django_assert_max_num_queries):
    for days in range(20):
        wrote(cast, method.toileting.Pee, at=days_ago(days / 3))
    client = cast.anna.client
    with django_assert_max_num_queries(14):
        assert get(client, cast, "diary").status_code == 200
