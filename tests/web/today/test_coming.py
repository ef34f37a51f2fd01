"""Where nothing is to do, today may name the hour at which it often comes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from stepstool.web.diary import advising, foreseeing, keys, writing
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, text_of, wrote

P, T = method.poop, method.toileting
MORNING = datetime(2026, 3, 4, 7, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_morning() -> Any:
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def regular(cast: Cast) -> Cast:
    """Let Mia go softly at about eight and five every day, for weeks."""
    lives_in_london(cast)
    entries = []
    for back in range(1, 41):
        for hour in (8, 17):
            at = MORNING.replace(hour=hour) - timedelta(
                days=back, minutes=back * 7 % 11
            )
            soft = {"bristol": 4, "pain": 0, "place": P.Place.DIAPER}
            entries.append(P.Poop(id=keys.new_id(), at=at, **soft))
    writing.write(cast.anna.membership, cast.mia, entries)
    return cast


def today(cast: Cast, person: str = "anna", **asked: str) -> str:
    return text_of(get(getattr(cast, person).client, cast, "today", **asked))


def test_today_names_when_it_often_comes(regular: Cast) -> None:
    page = today(regular)
    assert "Often 07:" in page
    assert f'href="{address(regular, "patterns")}"' in page
    assert "Nothing to do now." not in page


def test_while_a_window_runs_today_leads_to_the_party(regular: Cast) -> None:
    with time_machine.travel(MORNING.replace(minute=50), tick=False):
        page = today(regular)
        reader = today(regular, "tim")
    assert "A potty party, if Mia likes?" in page
    assert f'href="{address(regular, "party")}"' in page
    assert f'href="{address(regular, "party")}"' not in reader


def test_once_a_week_progress_is_told_instead(cast: Cast) -> None:
    lives_in_london(cast)
    sunday = MORNING + timedelta(days=4)
    for days in range(28, 36):
        at = sunday - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    for days in range(1, 8):
        at = sunday - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.POTTY, bristol=4, pain=0)
    noon = sunday.replace(hour=12)
    with time_machine.travel(noon, tick=False):
        page = today(cast)
        so_far = text_of(get(cast.anna.client, cast, "plan-so-far"))
    assert "weeks ago: in a diaper" in page
    assert "This week: in the potty" in page
    assert "weeks ago: in a diaper" in so_far
    with time_machine.travel(noon + timedelta(days=1), tick=False):
        assert "weeks ago" not in today(cast)


def test_a_new_family_hears_nothing_of_it(cast: Cast) -> None:
    assert "Often " not in today(cast)


def test_after_a_hurt_nothing_is_named(regular: Cast) -> None:
    wrote(regular, P.Poop, at=MORNING - timedelta(hours=1), bristol=4, pain=2)
    assert "Often " not in today(regular)


def test_it_is_not_said_at_night(regular: Cast) -> None:
    with time_machine.travel(MORNING.replace(hour=21), tick=False):
        assert "Often " not in today(regular, face="day")


def test_it_costs_no_query_beside_the_one_reading_for_the_advice(
    regular: Cast, django_assert_max_num_queries: Any
) -> None:
    client = regular.anna.client
    get(client, regular, "today")
    with django_assert_max_num_queries(6):
        assert get(client, regular, "today").status_code == 200
    forget_all()
    with django_assert_max_num_queries(7):
        assert get(client, regular, "today").status_code == 200


def forget_all() -> None:
    for shelf in (advising.SHELF, advising.READ, foreseeing.SHELF):
        shelf.clear()


def said(cast: Cast) -> str:
    return today(cast).partition('class="card')[2].partition("</p>")[0]


def test_dropping_what_is_kept_changes_nothing(regular: Cast) -> None:
    kept = said(regular)
    foreseeing.SHELF.clear()
    assert said(regular) == kept


def test_what_was_learned_serves_on_and_dropping_it_changes_nothing(
    regular: Cast,
) -> None:
    def habit() -> object:
        ((_, rhythm),) = foreseeing.SHELF._kept.values()
        return rhythm.forecast.habit

    foreseeing.SHELF.clear()
    said(regular)
    learned = habit()
    with time_machine.travel(MORNING + timedelta(hours=3), tick=False):
        wrote(regular, T.Pee, at=MORNING + timedelta(hours=2))
        kept = said(regular)
        assert habit() is learned
        forget_all()
        assert said(regular) == kept
