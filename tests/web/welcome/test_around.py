"""Looking around: the whole house with a made-up child, by everybody, and nothing is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.example import example_record
from stepstool.web.families import made_up
from tests.spoken import advise
from tests.web.cast import Cast
from tests.web.diary.days import a_poop
from tests.web.guard import across_families
from tests.web.routes import GONE, Route, about_mia, routes
from tests.web.test_ways import links
from tests.web.welcome.evening import page

ABOUT_THE_CHILD = [route for route in routes() if "<uuid:child_id>" in route.text]
AROUND_THE_CHILD = [
    route
    for route in routes()
    if route.in_a_family and "<uuid:child_id>" not in route.text
]
# Ways out of the made-up house, into one's own.
OUT = {"start", "home", "account_login"}


def made_up_address(name: str, *more: object) -> str:
    return reverse(name, args=[made_up.FAMILY, made_up.CHILD, *more])


def filled(cast: Cast, route: Route) -> str:
    """Give an address of the made-up child."""
    holes = about_mia(cast) | {
        "<int:family_id>": made_up.FAMILY,
        "<uuid:child_id>": made_up.CHILD,
    }
    return route.filled(holes)


def rows() -> dict[str, int]:
    """Count all that is stored, by table."""
    with across_families():
        return {
            model._meta.db_table: model._base_manager.count()
            for model in apps.get_models()
        }


def walked(visitor: Client) -> Iterator[tuple[str, Any]]:
    """Follow all links from the way in, one page of each name, as far as they lead."""
    next_ones, known = [reverse("look-around")], set[str]()
    while next_ones:
        path = next_ones.pop(0)
        name = resolve(path).url_name or ""
        if name in known | OUT:
            continue
        known.add(name)
        answer = visitor.get(path)
        yield name, answer
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            next_ones += [unescape(link) for link in links(answer.content.decode())]


def test_looking_around_begins_with_small_steps_and_no_medicine(
    visitor: Client,
) -> None:
    shown = page(visitor.get(reverse("look-around")))
    assert "Step 3 of 5" in shown
    assert "Mia is made up." in shown
    assert "medicine" not in shown.lower()
    kinds = {entry.KIND for entry in example_record(datetime.now(UTC)).entries}
    assert not {kind for kind in kinds if "medicine" in kind}


def test_a_stranger_walks_through_the_whole_house(visitor: Client, db: None) -> None:
    names = set()
    for name, answer in walked(visitor):
        assert answer.status_code == 200, f"{name} answers {answer.status_code}"
        names.add(name)
    assert {"today", "plan", "patterns", "rewards", "plan-so-far", "diary"} <= names
    assert {"guide", "words", "signs", "party", "food", "books", "why-not"} <= names


@pytest.mark.parametrize("name", ["today", "plan", "patterns", "rewards", "poop"])
def test_each_of_its_pages_says_that_nothing_is_kept(
    visitor: Client, name: str
) -> None:
    shown = page(visitor.get(made_up_address(name)))
    assert "Mia is made up. Nothing you tap is kept." in shown


@pytest.mark.parametrize("route", ABOUT_THE_CHILD, ids=str)
def test_nothing_that_is_sent_there_changes_anything(
    cast: Cast, visitor: Client, route: Route
) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop("first")])
    for client in (visitor, cast.anna.client):
        before = rows()
        answer = client.post(filled(cast, route), {"place": "potty"})
        assert rows() == before
        assert answer.status_code == 200
        assert "Nothing is kept here" in page(answer)


@pytest.mark.parametrize("route", ABOUT_THE_CHILD, ids=str)
def test_looking_changes_nothing_either(
    cast: Cast, visitor: Client, route: Route
) -> None:
    before = rows()
    answer = visitor.get(filled(cast, route))
    list(answer)  # a file, too, to its end
    assert rows() == before
    assert answer.status_code in {200, 302, 404, 405}
    assert not {"stepstool", "stepstool-child"} & set(visitor.cookies)


@pytest.mark.parametrize("route", AROUND_THE_CHILD, ids=str)
def test_the_made_up_family_is_no_family(cast: Cast, route: Route) -> None:
    address = route.filled(about_mia(cast) | {"<int:family_id>": made_up.FAMILY})
    assert Client().get(address).status_code == 302
    for method_ in ("get", "post"):
        assert getattr(cast.anna.client, method_)(address).status_code in {404, 405}


def test_it_has_one_child_and_no_other(cast: Cast, visitor: Client) -> None:
    for child in (GONE, cast.mia.id):
        address = reverse("today", args=[made_up.FAMILY, child])
        assert visitor.get(address).status_code == 302
        assert cast.anna.client.get(address).status_code == 404
        assert visitor.post(address).status_code in {302, 404}


def test_the_made_up_child_is_in_no_real_family(cast: Cast) -> None:
    address = reverse("today", args=[cast.family.pk, made_up.CHILD])
    assert cast.anna.client.get(address).status_code == 404


def test_the_way_in_asks_the_database_nothing(visitor: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        visitor.get(reverse("look-around"))
    assert list(asked) == []


def test_looking_around_leaves_no_trace(visitor: Client) -> None:
    visitor.get(reverse("look-around"))
    assert not Session.objects.exists()
    assert not visitor.cookies


@pytest.mark.parametrize("hour", range(24))
def test_the_made_up_child_is_awake_and_soft_at_any_hour(hour: int) -> None:
    at = datetime(2026, 3, 29, hour, 30, tzinfo=UTC)
    advice = advise(example_record(at))
    assert advice.comfort.state == method.comfort.State.COMFORTABLE
    assert not advice.night
    assert advice.last_at
    assert advice.plan.step == 3


def test_the_same_moment_shows_the_same_child() -> None:
    at = datetime(2026, 3, 29, 12, 30, tzinfo=UTC)
    assert example_record(at).entries == example_record(at).entries


def test_an_hour_in_which_it_does_nothing_always_runs() -> None:
    begun = datetime(2026, 3, 29, 12, tzinfo=UTC)
    ended = begun.replace(minute=59, second=59)
    assert example_record(begun).entries == example_record(ended).entries
