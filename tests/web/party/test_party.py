"""The potty party: an offer, ended by the child, written down in one tap."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P, T, H, L = method.poop, method.toileting, method.health, method.lasting
N = method.interview
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
YES, NO = method.YesNo.YES, method.YesNo.NO
KEY = "0f3c7f7e-5d1c-4b7e-9f5e-3d1f4c1a2b3c"


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def soft_week(cast: Cast) -> None:
    lives_in_london(cast)
    for days in range(6, 0, -1):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)


def page(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "party"))


def over(cast: Cast, how: str, **fields: str) -> Any:
    return post(cast.anna.client, cast, "party-over", how, id=KEY, **fields)


@pytest.mark.parametrize(
    ("how", "offered", "accepted", "minutes"),
    [
        ("sat", YES, YES, 4),
        ("by-itself", NO, YES, 4),
        ("not-today", YES, NO, method.UNKNOWN),
    ],
)
def test_one_tap_writes_how_it_went(
    cast: Cast, how: str, offered: Any, accepted: Any, minutes: Any
) -> None:
    over(cast, how, minutes="4")
    over(cast, how, minutes="4")
    (sit,) = stored(cast, T.Sit)
    assert (sit.offered, sit.accepted, sit.minutes) == (offered, accepted, minutes)


def test_what_came_landed_in_the_potty_and_can_be_undone(cast: Cast) -> None:
    said = text_of(over(cast, "pooped"))
    poop = stored(cast, P.Poop)[-1]
    assert poop.place is P.Place.POTTY
    assert "Undo" in said


@pytest.mark.parametrize("minutes", ["", "long", "9999", "0001999", "-3", "11", "²"])
def test_minutes_that_make_no_sense_stay_unknown(cast: Cast, minutes: str) -> None:
    over(cast, "sat", minutes=minutes)
    (sit,) = stored(cast, T.Sit)
    assert sit.minutes is method.UNKNOWN


def test_it_is_an_offer_of_five_minutes(cast: Cast) -> None:
    said = page(cast)
    assert "Only if" in said
    assert 'data-minutes="5"' in said
    assert "Not today" in said
    assert 'class="source"' in said


def stuck(cast: Cast) -> None:
    wrote(cast, H.ClinicianWord, word=H.Word.CONSTIPATED)


def hurt(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.DIAPER, bristol=4, pain=2)


def fights(cast: Cast) -> None:
    wrote(cast, N.Interview, topic=N.Topic.FIGHT, answers=(N.Told.YES,))


def rests(cast: Cast) -> None:
    wrote(cast, L.Plan, move=L.Move.TAKE_A_BREAK, ladder="b", ladder_version=1, step=1)


def offered(cast: Cast) -> None:
    for hours in (1, 2, 3):
        at = timezone.now() - timedelta(hours=hours)
        wrote(cast, T.Sit, at=at, offered=YES, accepted=YES)


@pytest.mark.parametrize(
    ("so", "why"),
    [
        (stuck, "soft and painless comes first"),
        (hurt, "It hurt a little while ago"),
        (fights, "we stopped asking"),
        (rests, "On a break"),
        (offered, "enough offers for today"),
    ],
)
def test_in_a_bad_time_nothing_is_offered_and_the_child_may_go(
    cast: Cast, so: Any, why: str
) -> None:
    so(cast)
    said = page(cast)
    assert why in said
    assert "as often as" in said
    assert "Not today" not in said
    assert "sat anyway" in said


def test_by_night_nothing_is_offered(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    at_noon.move_to(NOON.replace(hour=22))
    assert "It’s late" in page(cast)


@pytest.mark.parametrize(
    ("how", "said"),
    [("not-today", "“No” is a good answer"), ("sat", "Nothing had to come.")],
)
def test_whatever_the_child_did_was_fine(cast: Cast, how: str, said: str) -> None:
    assert said in text_of(over(cast, how))


def test_who_only_reads_begins_no_party(cast: Cast) -> None:
    assert get(cast.tim.client, cast, "party").status_code == 403
    answer = cast.tim.client.post(address(cast, "party-over", "sat"))
    assert answer.status_code == 403
    assert stored(cast, T.Sit) == []


def test_an_offer_made_in_a_bad_time_is_kept_as_it_was(cast: Cast) -> None:
    """The diary tells what happened; a page left open may be late."""
    stuck(cast)
    over(cast, "sat")
    (sit,) = stored(cast, T.Sit)
    assert sit.offered is YES


def test_no_other_ending_is_there(cast: Cast) -> None:
    assert (
        cast.anna.client.post(address(cast, "party-over", "cried")).status_code == 404
    )


def test_an_id_that_is_none_gets_a_new_one(cast: Cast) -> None:
    post(cast.anna.client, cast, "party-over", "sat", id="x")
    assert len(stored(cast, T.Sit)) == 1


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    client = cast.anna.client
    get(client, cast, "party")
    with django_assert_max_num_queries(7):
        assert get(client, cast, "party").status_code == 200
