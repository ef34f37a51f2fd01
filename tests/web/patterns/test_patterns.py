"""Patterns: a learned rhythm is shown with its doubts, and nothing is offered in a bad time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from stepstool.web.diary import keys, writing
from tests.web.cast import Cast, browser_of
from tests.web.pages import address, get, lives_in_london, text_of, wrote

D, L, P, T = method.days, method.lasting, method.poop, method.toileting
MORNING = datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
DAYS = 40


@pytest.fixture(autouse=True)
def _one_morning() -> Any:
    with time_machine.travel(MORNING, tick=False):
        yield


def weeks(cast: Cast, days: int = DAYS) -> None:
    """Write a regular diary: at about eight and five every day, quiet before each."""
    lives_in_london(cast)
    entries: list[method.Entry] = []
    for back in range(1, days + 1):
        for hour in (8, 17):
            at = MORNING.replace(hour=hour) - timedelta(
                days=back, minutes=back * 7 % 11
            )
            poop = P.Poop(id=keys.new_id(), at=at, bristol=4, place=P.Place.DIAPER)
            before = at - timedelta(minutes=10)
            sign = T.Signal(id=keys.new_id(), at=before, signs=(T.Sign.GOING_QUIET,))
            entries += [poop, sign]
    writing.write(cast.anna.membership, cast.mia, entries)


def page_of(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "patterns"))


def test_a_learned_rhythm_shows_its_windows_and_how_often_they_were_right(
    cast: Cast,
) -> None:
    weeks(cast)
    page = page_of(cast)
    assert "of the last 10 came in this half hour" in page
    assert "times in ten" in page
    assert 1 <= page.count('<li class="card">') <= 3


def test_it_says_what_it_rests_on(cast: Cast) -> None:
    weeks(cast)
    assert f"Learned from {2 * DAYS} times on {DAYS} days" in page_of(cast)


def test_the_clock_has_a_dot_for_each_of_the_last_and_the_rhythm(cast: Cast) -> None:
    weeks(cast)
    page = page_of(cast)
    assert page.count("<circle") == 20
    assert 'class="rhythm"' in page


def test_the_clock_says_in_words_what_it_shows(cast: Cast) -> None:
    weeks(cast)
    page = page_of(cast)
    says = "The last 20 – early morning: "
    assert 'role="img"' in page
    assert f"<title>{says}" in page
    assert f'<figcaption class="small soft">{says}' in page


def test_what_announces_it_is_said_in_words(cast: Cast) -> None:
    weeks(cast)
    assert "Mia goes quiet about 10 minutes before" in page_of(cast)


def test_each_source_is_named_once(cast: Cast) -> None:
    weeks(cast)
    sources = page_of(cast).partition('class="source"')[2]
    assert 1 <= sources.count("<li>") == len(set(sources.split("<li>")[1:]))


def test_a_sign_of_holding_is_called_that(cast: Cast) -> None:
    weeks(cast)
    for back in range(1, 12):
        at = MORNING.replace(hour=12) - timedelta(days=back)
        wrote(cast, T.Signal, at=at, signs=(T.Sign.CROSSED_LEGS,))
    page = page_of(cast)
    assert "rather holding" in page
    assert "more likely holding it in" in page


def test_a_new_child_has_no_rhythm_yet_and_no_fault(cast: Cast) -> None:
    page = page_of(cast)
    assert "No rhythm to see yet" in page
    assert "Nothing written down with its time yet." in page
    assert "No signs written down yet" in page
    assert "What would make it surer" in page
    assert 'class="rhythm"' not in page
    assert "<circle" not in page


@pytest.mark.parametrize("most", [0, 1])
def test_the_family_sets_how_many(cast: Cast, most: int) -> None:
    weeks(cast)
    wrote(cast, L.Settings, windows=most)
    page = page_of(cast)
    assert page.count('<li class="card">') == most
    assert ("You chose to have none offered." in page) is (most == 0)


def test_none_is_left_by_night(cast: Cast) -> None:
    weeks(cast)
    with time_machine.travel(MORNING.replace(hour=22), tick=False):
        page = page_of(cast)
    assert "No more times are offered today." in page


def stuck(cast: Cast) -> None:
    for back in (1, 2, 3, 4):
        at = MORNING - timedelta(days=back)
        wrote(cast, P.Poop, at=at, bristol=1, pain=2, place=P.Place.DIAPER)


def fights(cast: Cast) -> None:
    told = method.interview
    wrote(
        cast,
        told.Interview,
        topic=told.Topic.FIGHT,
        answers=(told.Told.YES,),
    )


def rests(cast: Cast) -> None:
    moves = ((5, L.Move.START), (2, L.Move.TAKE_A_BREAK))
    for back, move in moves:
        at = MORNING - timedelta(days=back)
        told: dict[str, Any] = {"ladder": "b", "ladder_version": 1, "step": 2}
        wrote(cast, L.Plan, at=at, move=move, **told)


@pytest.mark.parametrize(
    ("so", "why"),
    [
        (stuck, "soft and painless comes first"),
        (fights, "we stopped asking"),
        (rests, "On a break, nothing is offered"),
    ],
)
def test_in_a_bad_time_nothing_is_offered_and_it_says_why(
    cast: Cast, so: Any, why: str
) -> None:
    weeks(cast)
    so(cast)
    page = page_of(cast)
    assert '<li class="card">' not in page
    assert why in page


def test_a_closed_gate_offers_no_time_after_meals_either(cast: Cast) -> None:
    stuck(cast)
    page = page_of(cast)
    assert "No rhythm to see yet" in page
    assert "after meals" not in page


def test_from_its_windows_it_leads_to_the_party_for_who_may_write(cast: Cast) -> None:
    weeks(cast)
    link = f'href="{address(cast, "party")}"'
    assert link in page_of(cast)
    assert link not in text_of(get(cast.tim.client, cast, "patterns"))


def test_everybody_of_the_family_may_look(cast: Cast) -> None:
    for person in (cast.ben, cast.rosa, cast.owls, cast.tim):
        assert get(person.client, cast, "patterns").status_code == 200


def test_a_stranger_finds_nothing(cast: Cast) -> None:
    for client in (browser_of(cast.stranger), cast.nora.client):
        assert get(client, cast, "patterns").status_code == 404


def test_the_page_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    weeks(cast, 20)
    client = cast.anna.client
    with django_assert_max_num_queries(10):
        assert get(client, cast, "patterns").status_code == 200


def test_the_page_turns_from_right_to_left(cast: Cast, pseudo: str) -> None:
    answer = cast.anna.client.get(
        address(cast, "patterns"), headers={"accept-language": pseudo}
    )
    assert 'dir="rtl"' in text_of(answer)


def written(cast: Cast, *poops: tuple[int, int], timing: method.Timing) -> None:
    """Write a poop for each pair of days back and hour."""
    lives_in_london(cast)
    entries = [
        P.Poop(
            id=keys.new_id(),
            at=MORNING.replace(hour=hour) - timedelta(days=back),
            timing=timing,
            bristol=4,
        )
        for back, hour in poops
    ]
    writing.write(cast.anna.membership, cast.mia, entries)


def test_the_page_says_what_its_picture_shows(cast: Cast) -> None:
    evenings = [(back, 18) for back in range(1, 10)]
    written(cast, *evenings, (2, 9), (5, 13), timing=method.Timing.EXACT)
    page = page_of(cast)
    assert "Mostly around 18:00, 9 of 11." in page
    assert "5 more days written down, and we’ll say it." in page
    assert "No rhythm to see yet" not in page


def test_this_morning_makes_no_dot(cast: Cast) -> None:
    mornings = [(back, 8) for back in range(1, 20)]
    written(cast, *mornings, timing=method.Timing.ABOUT)
    page = page_of(cast)
    assert page.count("<circle") == 0
    assert "in this half hour" not in page


def test_poops_alone_hold_for_days_that_are_written(cast: Cast) -> None:
    every_other = [(back, 17) for back in range(1, 40, 2)]
    written(cast, *every_other, timing=method.Timing.EXACT)
    assert "on days on which you write something" in page_of(cast)
