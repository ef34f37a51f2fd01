"""The clock of the house ran ahead and was set right: what was written then is not out of reach."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import reading
from tests.web.cast import Cast, Person
from tests.web.pages import address, get, post, text_of, wrote

P = method.poop
AHEAD = timedelta(hours=50)
NOW = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
LINE = "Written for a later time"


@pytest.fixture
def ahead(cast: Cast, time_machine: Any) -> Iterator[list[str]]:
    """Let Anna write two poops and a nap while the clock is 50 hours ahead, and set it right."""
    time_machine.move_to(NOW + AHEAD, tick=False)
    wrote(cast, method.lasting.Zone, zone="UTC", at=NOW - timedelta(days=9))
    hour = timedelta(hours=1)
    nap = {"at": NOW + AHEAD - 3 * hour, "until": NOW + AHEAD - 2 * hour}
    keys = [
        wrote(cast, method.days.Sleep, **nap),
        wrote(cast, P.Poop, bristol=4, at=NOW + AHEAD - hour),
        wrote(cast, P.Poop, bristol=3, at=NOW + AHEAD),
    ]
    time_machine.move_to(NOW, tick=False)
    return keys


def entry(cast: Cast, key: str) -> method.Entry:
    return reading.entry(cast.anna.membership, cast.mia, key)


def test_today_and_the_diary_lead_to_it(cast: Cast, ahead: list[str]) -> None:
    assert "was written for a later time" in text_of(
        get(cast.anna.client, cast, "today")
    )
    assert f"{LINE}: 3" in text_of(get(cast.anna.client, cast, "diary"))
    page = text_of(get(cast.anna.client, cast, "to-come"))
    assert "Monday, 30 November 2026, 15:00" in page
    for key in ahead:
        assert address(cast, "entry", key) in page


def test_where_all_is_of_its_own_time_nothing_is_said(cast: Cast) -> None:
    wrote(cast, P.Poop, bristol=4, at=timezone.now() + timedelta(minutes=4))
    assert "later time" not in text_of(get(cast.anna.client, cast, "today"))
    assert LINE not in text_of(get(cast.anna.client, cast, "diary"))
    assert "of its own time" in text_of(get(cast.anna.client, cast, "to-come"))


def test_its_day_can_be_opened_before_it_comes(cast: Cast, ahead: list[str]) -> None:
    page = text_of(get(cast.anna.client, cast, "day", "2026-12-02"))
    assert address(cast, "entry", ahead[-1]) in page
    assert "on this day" not in page
    assert address(cast, "day", "2026-11-30") in page


@pytest.mark.parametrize("day", ["2026-12-03", "2099-12-31", "9999-12-31"])
def test_a_day_to_come_without_anything_is_not_there(
    cast: Cast, ahead: list[str], day: str
) -> None:
    assert get(cast.anna.client, cast, "day", day).status_code == 404


def test_all_of_it_moves_by_as_much_as_the_last_was_wrong(
    cast: Cast, ahead: list[str]
) -> None:
    page = post(cast.anna.client, cast, "move-to-come", at="2026-11-30T15:00")
    assert LINE not in text_of(page)
    nap, first, last = (entry(cast, key) for key in ahead)
    assert last.at == NOW
    assert last.at - first.at == timedelta(hours=1)
    assert nap.until is not None
    assert (last.at - nap.at, nap.until - nap.at) == (
        timedelta(hours=3),
        timedelta(hours=1),
    )
    assert reading.history(cast.anna.membership, cast.mia, ahead[-1])[1].at > NOW


def test_a_moment_that_is_still_to_come_moves_nothing(
    cast: Cast, ahead: list[str]
) -> None:
    page = post(cast.anna.client, cast, "move-to-come", at="2026-12-01T15:00")
    assert page.status_code == 422
    assert "still to come" in text_of(page)
    assert entry(cast, ahead[-1]).at == NOW + AHEAD


def test_all_of_it_is_removed_and_each_can_be_brought_back(
    cast: Cast, ahead: list[str]
) -> None:
    page = text_of(post(cast.anna.client, cast, "remove-to-come"))
    assert all(entry(cast, key).removed for key in ahead)
    assert "Remove them all" not in page
    assert "Bring it back" in page
    assert "later time" not in text_of(get(cast.anna.client, cast, "today"))


def test_one_of_it_is_corrected_like_any_entry(cast: Cast, ahead: list[str]) -> None:
    fields = {"when": "choose", "at": "2026-11-30T14:00", "bristol": "4"}
    assert post(cast.anna.client, cast, "entry", ahead[1], **fields).status_code == 200
    assert entry(cast, ahead[1]).at == NOW - timedelta(hours=1)


@pytest.mark.parametrize("who", ["rosa", "tim"])
@pytest.mark.parametrize("deed", ["move-to-come", "remove-to-come"])
def test_only_parents_move_or_remove_all_of_it(
    cast: Cast, ahead: list[str], who: str, deed: str
) -> None:
    person: Person = getattr(cast, who)
    answer = post(person.client, cast, deed, at="2026-11-30T15:00")
    assert answer.status_code == 403
    assert entry(cast, ahead[-1]).at == NOW + AHEAD
    assert "Remove them all" not in text_of(get(person.client, cast, "to-come"))


def test_the_advice_judges_nothing_of_it(cast: Cast, ahead: list[str]) -> None:
    record = reading.record_of(cast.mia, NOW)
    assert [one for one in record.entries if one.at > NOW] == []
