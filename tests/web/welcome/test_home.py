from datetime import date
from typing import Any

from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from stepstool.web.families.households import add_child
from tests.web.cast import Cast, browser_of
from tests.web.welcome.evening import page


def test_a_stranger_is_welcomed(visitor: Client) -> None:
    welcome = page(visitor.get("/"))
    assert "Pees on the potty, poops in a diaper?" in welcome
    assert "You are in the right place." in welcome


def test_the_four_ways_on_are_there(visitor: Client) -> None:
    welcome = page(visitor.get("/"))
    names = ("start", "look-around", "start-from-app", "account_login")
    assert [name for name in names if f'href="{reverse(name)}"' not in welcome] == []


def test_looking_at_the_welcome_leaves_no_trace(visitor: Client) -> None:
    visitor.get("/")
    assert not Session.objects.exists()


def test_a_parent_of_one_child_goes_to_its_page(cast: Cast) -> None:
    answer = cast.anna.client.get("/")
    assert answer["Location"] == reverse("today", args=[cast.family.pk, cast.mia.id])


def test_a_parent_of_two_chooses(cast: Cast) -> None:
    add_child(cast.anna.membership, "Max", date(2024, 2, 1))
    chooser = page(cast.anna.client.get("/"))
    assert "Mia" in chooser
    assert "Max" in chooser


def test_an_account_without_a_child_starts(cast: Cast) -> None:
    answer = browser_of(cast.stranger).get("/")
    assert answer["Location"] == reverse("start")


def test_search_engines_may_show_the_front_page_if_the_host_says_what_it_is(
    visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_FRONT_PAGE = "A diary of small steps, in our village."
    answer = visitor.get("/")
    assert answer["X-Robots-Tag"] == "all"
    welcome = page(answer)
    assert '<meta name="description" content="A diary of small steps' in welcome
    assert "noindex" not in welcome
    assert visitor.get("/account/sign-in/")["X-Robots-Tag"] == "noindex"
