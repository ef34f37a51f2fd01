"""The story of the way on the child's page: week after week, and first times in their week."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, text_of
from tests.web.plan.diaries import ON_THE_LID, YES, Move, decided, soft

WEDNESDAY = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_evening() -> Iterator[None]:
    with time_machine.travel(WEDNESDAY, tick=False):
        yield


def page_of(cast: Cast) -> str:
    lives_in_london(cast)
    return text_of(get(cast.anna.client, cast, "patterns"))


def test_before_the_first_one_it_says_how_it_begins(cast: Cast) -> None:
    assert "It begins with the first poop that you write down" in page_of(cast)


def test_each_week_is_said_and_drawn(cast: Cast) -> None:
    soft(cast, 9, 1)
    page = page_of(cast)
    assert "It came 2 times, in a diaper in the bathroom. All soft. None hurt." in page
    assert page.index("This week") < page.index("Last week")
    assert page.count('<ol class="dots">') == 2


def test_a_first_time_stands_in_its_week(cast: Cast) -> None:
    soft(cast, 12, 5)
    decided(cast, 10, Move.START, 1, child_agreed=YES)
    decided(cast, 4, Move.MOVE_ON, 2, child_agreed=YES)
    soft(cast, 1, 0, **ON_THE_LID)
    this_week = page_of(cast).partition("This week")[2].partition("Last week")[0]
    assert "The first time on this step!" in this_week
    assert "Then on step 2." not in this_week
    assert "On step 2." in this_week


def test_older_weeks_wait_behind_a_tap_and_the_oldest_are_left_out(cast: Cast) -> None:
    for weeks in (0, 1, 2, 3, 4, 30):
        soft(cast, 7 * weeks + 1, 7 * weeks + 1)
    page = page_of(cast)
    before = page.partition("The weeks before")[2]
    assert f"The week of {WEDNESDAY - timedelta(days=30):%-d %B}" in before
    assert "August" not in page


def test_it_leads_to_the_diary(cast: Cast) -> None:
    soft(cast, 1, 1)
    assert f'href="{address(cast, "diary")}"' in page_of(cast)
