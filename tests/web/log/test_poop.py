"""A poop in two taps, through HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, lives_in_london, post, stored, text_of, wrote

P = method.poop
ID = "0192d5a0-0000-7000-8000-000000000001"


def test_tapping_a_place_saves_it(cast: Cast) -> None:
    post(cast.anna.client, cast, "poop", place="potty")
    assert [each.place for each in stored(cast, P.Poop)] == [P.Place.POTTY]


def test_the_page_after_it_says_so(cast: Cast) -> None:
    page = text_of(post(cast.anna.client, cast, "poop", place="diaper"))
    assert "Saved: in the diaper, just now." in page


def test_the_usual_place_comes_first(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(get(cast.anna.client, cast, "poop"))
    assert page.index('value="potty"') < page.index('value="diaper"')


def test_sent_twice_with_one_id_it_is_one(cast: Cast) -> None:
    client = cast.anna.client
    for _ in range(2):
        post(client, cast, "poop", place="potty", id=ID)
    assert len(stored(cast, P.Poop)) == 1


def test_an_id_that_is_none_is_replaced(cast: Cast) -> None:
    post(cast.anna.client, cast, "poop", place="potty", id="'; DROP")
    assert len(stored(cast, P.Poop)) == 1


def test_twenty_minutes_ago_is_known_about(cast: Cast) -> None:
    post(cast.anna.client, cast, "poop", place="diaper", when="20")
    (poop,) = stored(cast, P.Poop)
    assert poop.timing is method.Timing.ABOUT
    ago = timezone.now() - poop.at
    assert timedelta(minutes=19) < ago < timedelta(minutes=21)


def test_a_chosen_time_is_the_childs_own(cast: Cast) -> None:
    lives_in_london(cast)
    post(
        cast.anna.client,
        cast,
        "poop",
        place="diaper",
        when="choose",
        at="2026-07-01T08:30",
    )
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2026, 7, 1, 7, 30, tzinfo=UTC)


def on_that_night(cast: Cast, **more: str) -> Any:
    when = {"when": "choose", "at": "2025-10-26T01:30"}
    return post(cast.anna.client, cast, "poop", place="diaper", **when, **more)


def test_an_hour_that_was_left_out_is_taken(cast: Cast) -> None:
    lives_in_london(cast)
    spring = {"when": "choose", "at": "2026-03-29T01:30"}
    post(cast.anna.client, cast, "poop", place="diaper", **spring)
    assert len(stored(cast, P.Poop)) == 1


def test_of_an_hour_that_came_twice_it_is_asked_which(cast: Cast) -> None:
    lives_in_london(cast)
    page = text_of(on_that_night(cast))
    assert "The clock showed this hour twice. Which one was it?" in page
    assert 'name="fold" value="second"' in page
    assert stored(cast, P.Poop) == []


@pytest.mark.parametrize(("fold", "hour"), [("first", 0), ("second", 1)])
def test_either_of_them_is_taken(cast: Cast, fold: str, hour: int) -> None:
    lives_in_london(cast)
    on_that_night(cast, fold=fold)
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2025, 10, 26, hour, 30, tzinfo=UTC)


@time_machine.travel(datetime(2025, 10, 26, 0, 40, tzinfo=UTC), tick=False)
def test_while_the_second_is_still_to_come_it_was_the_first(cast: Cast) -> None:
    lives_in_london(cast)
    on_that_night(cast)
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_the_future_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    answer = post(
        cast.anna.client,
        cast,
        "poop",
        place="diaper",
        when="choose",
        at="2090-01-01T10:00",
    )
    assert answer.status_code == 422
    assert "That is still to come. When was it?" in text_of(answer)
    assert 'value="2090-01-01T10:00"' in text_of(answer)
    assert stored(cast, P.Poop) == []


def test_a_place_that_is_none_writes_nothing(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "poop", place="moon")
    assert answer.status_code == 422
    assert stored(cast, P.Poop) == []


def test_who_only_reads_along_cannot_write(cast: Cast) -> None:
    assert get(cast.tim.client, cast, "poop").status_code == 403
    assert post(cast.tim.client, cast, "poop", place="potty").status_code == 403


@pytest.mark.parametrize("who", ["anna", "rosa", "owls"])
def test_all_who_care_can_write(cast: Cast, who: str) -> None:
    post(getattr(cast, who).client, cast, "poop", place="potty")
    assert len(stored(cast, P.Poop)) == 1


@time_machine.travel(datetime(2026, 3, 4, 6, 30, tzinfo=UTC), tick=False)
def test_early_in_the_morning_there_is_last_evening(cast: Cast) -> None:
    lives_in_london(cast)
    client = cast.anna.client
    assert "Last evening" in text_of(get(client, cast, "poop"))
    post(client, cast, "poop", place="diaper", when="evening")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2026, 3, 3, 20, 0, tzinfo=UTC)


@time_machine.travel(datetime(2026, 3, 4, 15, 0, tzinfo=UTC), tick=False)
def test_this_morning_is_eight(cast: Cast) -> None:
    lives_in_london(cast)
    post(cast.anna.client, cast, "poop", place="diaper", when="morning")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2026, 3, 4, 8, 0, tzinfo=UTC)


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    client = cast.anna.client
    with django_assert_max_num_queries(9):
        assert get(client, cast, "poop").status_code == 200


def test_the_familys_own_word_is_on_the_page(cast: Cast) -> None:
    wrote(cast, method.lasting.Settings, word="kaka")
    assert "<title>Kaka: where did it land?" in text_of(
        get(cast.anna.client, cast, "poop")
    )


class TestOnAStep:
    def on_step(self, cast: Cast, number: int) -> None:
        start = method.lasting.Move.START
        wrote(cast, method.lasting.Plan, ladder="b", move=start, step=number)

    def test_the_step_is_first_and_one_tap(self, cast: Cast) -> None:
        self.on_step(cast, 1)
        page = text_of(get(cast.anna.client, cast, "poop"))
        assert "As on the step" in page
        assert page.index("diaper bathroom") < page.index('name="place"')

    def test_that_tap_says_place_and_room(self, cast: Cast) -> None:
        self.on_step(cast, 2)
        post(cast.anna.client, cast, "poop", landed="diaper bathroom")
        (poop,) = stored(cast, P.Poop)
        assert (poop.place, poop.where) == (
            P.Place.DIAPER,
            method.answers.Where.BATHROOM,
        )

    def test_it_is_a_success_on_the_step(self, cast: Cast) -> None:
        self.on_step(cast, 2)
        post(cast.anna.client, cast, "poop", landed="diaper bathroom")
        assert "1 of 3 in a row" in text_of(get(cast.anna.client, cast, "plan"))

    def test_on_the_last_step_potty_and_toilet_come_first(self, cast: Cast) -> None:
        self.on_step(cast, 5)
        wrote(cast, P.Poop, place=P.Place.DIAPER)
        page = text_of(get(cast.anna.client, cast, "poop"))
        assert "As on the step" not in page
        assert page.index('value="toilet"') < page.index('value="diaper"')

    @pytest.mark.parametrize("number", [1, 5])
    def test_one_tile_is_large(self, cast: Cast, number: int) -> None:
        self.on_step(cast, number)
        wrote(cast, P.Poop, place=P.Place.DIAPER)
        assert text_of(get(cast.anna.client, cast, "poop")).count("tile-first") == 1

    def test_without_a_plan_there_is_no_such_tile(self, cast: Cast) -> None:
        assert "As on the step" not in text_of(get(cast.anna.client, cast, "poop"))

    def test_a_place_that_is_none_writes_nothing(self, cast: Cast) -> None:
        answer = post(cast.anna.client, cast, "poop", landed="moon crater")
        assert answer.status_code == 422
        assert stored(cast, P.Poop) == []
