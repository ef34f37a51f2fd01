"""Listening: before, during, after; nobody begins while the gate is shut."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P, L = method.poop, method.listening
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
YES = {"grown_up": "rested", "child_talks": "yes"}


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def soft_week(cast: Cast) -> None:
    lives_in_london(cast)
    for days in range(6, 0, -1):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)


def page(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "listening"))


def begin(cast: Cast, who: str = "anna", **fields: str) -> Any:
    return post(getattr(cast, who).client, cast, "listening-begin", **(YES | fields))


def listened(cast: Cast, days: float, strength: int) -> str:
    at = timezone.now() - timedelta(days=days)
    return wrote(cast, L.Listening, at=at, strength_before=strength, minutes=10)


def test_it_is_said_that_this_is_one_familys_way(cast: Cast) -> None:
    assert "One family’s way" in page(cast)


def test_what_is_never_done_is_said(cast: Cast) -> None:
    assert "Never held" in page(cast)


def test_while_nothing_is_known_it_is_not_the_time(cast: Cast) -> None:
    said = page(cast)
    assert "Only while it is soft and easy." in said
    assert "Begin" not in said


def test_a_soft_week_by_day_is_a_good_time(cast: Cast) -> None:
    soft_week(cast)
    said = page(cast)
    assert "Now is a good time" in said
    assert "Begin" in said


def test_near_bedtime_it_is_not(cast: Cast, at_noon: time_machine.Traveller) -> None:
    soft_week(cast)
    at_noon.move_to(NOON.replace(hour=18))
    assert "By day only" in page(cast)


def test_a_session_begins_stops_and_is_kept(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    soft_week(cast)
    assert "Stay near, breathe, listen." in text_of(begin(cast))
    (session,) = stored(cast, L.Listening)
    at_noon.shift(timedelta(minutes=12, seconds=30))
    after = post(cast.anna.client, cast, "listening-stop", session.id)
    assert "A hug, a drink" in text_of(after)
    told = {"strength_before": "3", "strength_after": "0", "stopped_by": "child"}
    kept = post(
        cast.anna.client, cast, "listening-after", session.id, minutes="12", **told
    )
    assert "That is what makes it safe." in text_of(kept)
    (session,) = stored(cast, L.Listening)
    assert (session.minutes, session.strength_before, session.strength_after) == (
        12, 3, 0,
    )  # fmt: skip
    assert (session.stopped_by, session.grown_up) == ("child", "rested")


def test_begun_twice_with_one_id_it_is_one(cast: Cast) -> None:
    soft_week(cast)
    for _ in range(2):
        begin(cast, id="00000000-0000-4000-8000-00000000000a")
    assert len(stored(cast, L.Listening)) == 1


def test_an_id_of_something_else_begins_nothing(cast: Cast) -> None:
    soft_week(cast)
    taken = wrote(cast, P.Poop, id="00000000-0000-4000-8000-00000000000b")
    assert begin(cast, id=taken).status_code == 403
    assert stored(cast, L.Listening) == []


def test_begun_by_two_phones_it_is_one(cast: Cast) -> None:
    soft_week(cast)
    begin(cast)
    assert "Stay near" in text_of(begin(cast, "ben"))
    assert len(stored(cast, L.Listening)) == 1


def test_nothing_begins_while_the_gate_is_shut(cast: Cast) -> None:
    said = text_of(begin(cast))
    assert "Only while it is soft and easy." in said
    assert stored(cast, L.Listening) == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"grown_up": "tired"}, "Then not today."),
        ({"grown_up": "at_the_end"}, "Then Mia is safe, and you step away"),
        ({"child_talks": "no"}, "Then listening can wait."),
    ],
)
def test_nothing_begins_with_who_is_tired_or_has_no_words(
    cast: Cast, told: dict[str, str], words: str
) -> None:
    soft_week(cast)
    assert words in text_of(begin(cast, **told))
    assert stored(cast, L.Listening) == []


def test_both_questions_are_asked_first(cast: Cast) -> None:
    soft_week(cast)
    answer = begin(cast, grown_up="")
    assert answer.status_code == 422
    assert "Two taps first" in text_of(answer)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "Stay near"), (15, "A good while by now."), (30, "Enough for today")],
)
def test_without_scripts_the_page_says_where_it_stands(
    cast: Cast, at_noon: time_machine.Traveller, minutes: int, words: str
) -> None:
    soft_week(cast)
    begin(cast)
    (session,) = stored(cast, L.Listening)
    at_noon.shift(timedelta(minutes=minutes))
    said = text_of(get(cast.anna.client, cast, "listening-now", session.id))
    (shown,) = [line for line in said.split("<p class") if "data-from" in line
                and " hidden" not in line.split(">")[0]]  # fmt: skip
    assert words in shown
    assert "A kind end from 12:15 on, the end at 12:30." in said


def test_a_forgotten_stop_leaves_open_how_long_it_was(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    soft_week(cast)
    begin(cast)
    (session,) = stored(cast, L.Listening)
    at_noon.shift(timedelta(hours=3))
    post(cast.anna.client, cast, "listening-stop", session.id)
    (session,) = stored(cast, L.Listening)
    assert session.minutes is method.UNKNOWN


def test_a_stopped_one_leads_to_how_it_was(cast: Cast) -> None:
    session = listened(cast, 3, 2)
    answer = get(cast.anna.client, cast, "listening-now", session)
    assert answer.url == address(cast, "listening-after", session)


def test_how_it_was_may_stay_open(cast: Cast) -> None:
    session = listened(cast, 3, 2)
    post(cast.anna.client, cast, "listening-after", session)
    (kept,) = stored(cast, L.Listening)
    assert kept.strength_before is method.UNKNOWN


def test_what_was_said_of_it_can_be_left_open_again(cast: Cast) -> None:
    session = listened(cast, 3, 2)
    page = text_of(get(cast.anna.client, cast, "listening-after", session))
    assert page.count("Leave it open") == 1
    assert 'name="strength_before" value=""' in page


def test_a_question_that_must_be_answered_offers_no_way_around_it(cast: Cast) -> None:
    soft_week(cast)
    asked = page(cast).split('id="begin"')[1].split("</form>")[0]
    assert asked.count(" required") == 5
    assert "Leave it open" not in asked


def test_a_strange_number_of_minutes_is_named_at_its_field(cast: Cast) -> None:
    session = listened(cast, 3, 2)
    answer = post(cast.anna.client, cast, "listening-after", session, minutes="900")
    assert answer.status_code == 422
    assert "A whole number from 0 to 240, or nothing." in text_of(answer)


def test_the_storms_are_drawn_and_said(cast: Cast) -> None:
    for days, strength in ((9, 4), (6, 3), (3, 1)):
        listened(cast, days, strength)
    said = page(cast)
    assert "3 sessions: A storm · Many tears · A cloud" in said
    assert "It grows lighter." in said


def test_three_not_lighter_are_for_a_professional(cast: Cast) -> None:
    for days in (12, 9, 6, 3):
        listened(cast, days, 3)
    said = page(cast)
    assert "Please tell a doctor or a children’s therapist" in said
    assert "They know about it now" in said


def test_who_reads_along_sees_it_and_begins_nothing(cast: Cast) -> None:
    soft_week(cast)
    assert 'id="begin"' not in page(cast, "tim")
    assert begin(cast, "tim").status_code == 403


def test_a_grandmother_may_listen(cast: Cast) -> None:
    soft_week(cast)
    assert "Stay near" in text_of(begin(cast, "rosa"))


def test_she_does_not_change_what_others_wrote(cast: Cast) -> None:
    session = listened(cast, 3, 2)
    answer = post(cast.rosa.client, cast, "listening-after", session, minutes="5")
    assert answer.status_code == 403


def test_it_is_no_business_of_the_preschools(cast: Cast) -> None:
    assert get(cast.owls.client, cast, "listening").status_code == 403


def test_another_entry_is_no_session(cast: Cast) -> None:
    poop = wrote(cast, P.Poop)
    assert get(cast.anna.client, cast, "listening-now", poop).status_code == 404
    assert get(cast.anna.client, cast, "listening-after", poop).status_code == 404


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    soft_week(cast)
    client = cast.anna.client
    get(client, cast, "listening")
    with django_assert_max_num_queries(8):
        assert get(client, cast, "listening").status_code == 200
