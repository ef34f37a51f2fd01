from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stepstool import method
from stepstool.web.diary.example import example_record
from tests.spoken import advise
from tests.web.cast import Cast
from tests.web.welcome.evening import page


def test_the_made_up_child_is_marked_as_such(visitor: Client) -> None:
    assert "Mia is a made-up child." in page(visitor.get(reverse("look-around")))


def test_looking_around_asks_the_database_nothing(visitor: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        visitor.get(reverse("look-around"))
    assert list(asked) == []


def test_looking_around_writes_nothing_for_who_is_signed_in(cast: Cast) -> None:
    client = cast.anna.client
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("look-around"))
    assert [each for each in asked if not each["sql"].startswith("SELECT")] == []


def test_looking_around_leaves_no_trace(visitor: Client) -> None:
    visitor.get(reverse("look-around"))
    assert not Session.objects.exists()
    assert not visitor.cookies


def test_nothing_can_be_sent_from_there(visitor: Client) -> None:
    assert "<form" not in page(visitor.get(reverse("look-around")))
    assert visitor.post(reverse("look-around")).status_code == 405


@pytest.mark.parametrize("hour", range(24))
def test_the_made_up_child_is_awake_and_soft_at_any_hour(hour: int) -> None:
    at = datetime(2026, 3, 29, hour, 30, tzinfo=UTC)
    advice = advise(example_record(at))
    assert advice.comfort.state == method.comfort.State.COMFORTABLE
    assert not advice.night
    assert advice.last_at


def test_the_same_moment_shows_the_same_child() -> None:
    at = datetime(2026, 3, 29, 12, 30, tzinfo=UTC)
    assert example_record(at).entries == example_record(at).entries


def test_the_story_begins_sore(visitor: Client, time_machine: Any) -> None:
    time_machine.move_to(datetime(2026, 6, 15, 12, tzinfo=UTC))
    shown = page(visitor.get(reverse("look-around")))
    assert "Stuck or sore" in shown
    assert "Behind the sofa." in shown
