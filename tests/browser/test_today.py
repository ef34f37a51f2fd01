"""Today on a phone: above the fold, by night, and with one tap."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from stepstool import method
from stepstool.web.diary.models import StoredEntry
from tests.browser.conftest import PHONE, Visit
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import wrote
from tests.web.plan.diaries import (
    ON_THE_LID,
    Move,
    Told,
    Topic,
    counting,
    decided,
    learned,
    on_a_break,
    soft,
)


def kinds(cast: Cast) -> list[str]:
    rows = StoredEntry.objects.filter(family_id=cast.family.pk, removed=False)
    return [row.kind for row in rows]


def test_everything_is_above_the_fold(visit: Visit) -> None:
    page = visit("?face=day")
    main = page.locator("main")
    hidden = main.evaluate("main => main.scrollHeight - main.clientHeight")
    assert hidden <= 0
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE["height"]


# What is read at a glance: every visible word, buttons and doors too; letters of days are none.
WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walk.nextNode()) {
    const seen = walk.currentNode.parentElement;
    if (!seen.checkVisibility({ contentVisibilityAuto: true })) continue;
    if (seen.closest(".unseen, .dots, template, title")) continue;
    words.push(...walk.currentNode.textContent.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)));
  }
  return words;
}"""
MOST_WORDS = 60


def all_is_answered(cast: Cast) -> None:
    """Let the questions of the first days be answered: an ordinary day asks nothing."""
    every = {"topic": Topic.ALL_WRITTEN, "answers": (Told.YES,)}
    wrote(cast, method.interview.Interview, **every)
    no = method.health.DangerAnswer.NOT_HERE
    sign = method.health.DangerKey.CANNOT_DRINK
    wrote(cast, method.health.DangerSign, sign=sign, answer=no)


def by_day(cast: Cast) -> None:
    """Let it be day where Mia lives, whatever the hour here."""
    west = timezone.now().hour - 12
    zone = f"Etc/GMT{west:+d}" if west else "Etc/GMT"
    long_ago = timezone.now() - timedelta(days=200)
    wrote(cast, method.lasting.Zone, at=long_ago, zone=zone)


def regular(cast: Cast) -> None:
    """A child on its second step who goes about now every day, and earned a sticker today."""
    decided(cast, 13, Move.START, 1)
    decided(cast, 1.5, Move.MOVE_ON, 2)
    soft(cast, 40, 2)
    soft(cast, 1, 0, **ON_THE_LID)


def easy(cast: Cast) -> None:
    """A child to whom the second step has become easy, day after day."""
    decided(cast, 13, Move.START, 1)
    decided(cast, 5.5, Move.MOVE_ON, 2)
    soft(cast, 14, 6)
    soft(cast, 5, 0, **ON_THE_LID)


def small_steps(cast: Cast) -> None:
    """A chosen ladder that may begin."""
    soft(cast, 9, 0)
    decided(cast, 0.1)


ORDINARY = {
    "no ladder": lambda cast: soft(cast, 9, 0),
    "may begin": small_steps,
    "on a step": counting,
    "earned today": regular,
    "the next step": easy,
    "a break": lambda cast: on_a_break(cast, 18),
}


@pytest.mark.parametrize("family", ORDINARY)
def test_an_ordinary_day_is_one_look(cast: Cast, visit: Visit, family: str) -> None:
    ORDINARY[family](cast)
    all_is_answered(cast)
    by_day(cast)
    page = visit("?face=day")
    words = page.evaluate(WORDS)
    assert len(words) <= MOST_WORDS, " ".join(words)
    hidden = page.locator("main").evaluate("m => m.scrollHeight - m.clientHeight")
    assert hidden <= 0
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE["height"]


def test_the_next_step_is_answered_with_one_tap(cast: Cast, visit: Visit) -> None:
    learned(cast)
    by_day(cast)
    page = visit("?face=day")
    page.get_by_role("button", name="Yes").dblclick()
    expect(page.get_by_text("3 of 5")).to_be_visible()
    expect(page.get_by_text("Written down, just now.")).to_be_focused()
    assert kinds(cast).count("plan") == 3
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("2 of 5")).to_be_visible()


def test_asking_for_a_diaper_is_one_tap(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("button", name="Asks for a diaper").click()
    expect(page.get_by_role("heading", name="Give it.")).to_be_visible()
    assert kinds(cast) == ["diaper_request"]


def test_giving_it_can_be_undone(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("button", name="Asks for a diaper").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back:")).to_be_visible()
    assert kinds(cast) == []


def test_holding_and_pushing_are_told_apart(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("link", name="Is holding").click()
    page.get_by_role("button", name="Holding it in").click()
    expect(page.get_by_role("heading", name="A warm bath")).to_be_visible()
    assert kinds(cast) == ["signal"]


def test_the_night_face_is_black_with_two_buttons(visit: Visit) -> None:
    page = visit("?face=night")
    black = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(black) == "rgb(0, 0, 0)"
    assert page.locator(".night-two .button").count() == 2


def test_who_cannot_sleep_finds_what_can_wait(visit: Visit) -> None:
    page = visit("?face=night")
    page.get_by_role("link", name="Can’t sleep?").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wait until morning")


PAGES = ["?face=day", "?face=night", "is-holding/", "cannot-sleep/", "why/", "worry/"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_phone(visit: Visit, path: str) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320


@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_fits(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= 390
