"""Ten days of a family by thumbs alone: how many taps each thing takes, and how much is to read.

A tap is a finger on a button, a link, a tile or a choice; what is typed is counted by fields.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from stepstool.web.diary.models import Diary, StoredEntry
from tests.browser.conftest import Visit
from tests.browser.evening import PASSWORD
from tests.browser.test_today import MOST_WORDS, WORDS, all_is_answered, by_day
from tests.web.cast import Cast
from tests.web.plan.diaries import soft

POOP, POOP_THAT_COUNTS, REWARD, MOVE, FIRST_VISIT = 2, 3, 1, 1, 15
TYPED = 3  # the child's name, one's own, and a password


class Thumb:
    """A thumb that counts what it does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps, self.fields = 0, 0

    def tap(self, target: Locator) -> None:
        """Touch what stays on its page."""
        target.tap()
        self.taps += 1

    def go(self, target: Locator) -> None:
        """Touch what leads to another page, and see that one."""
        with self.page.expect_navigation():
            self.tap(target)

    def press(self, name: str) -> None:
        self.go(self.page.get_by_role("button", name=name, exact=True).first)

    def follow(self, name: str) -> None:
        self.go(self.page.get_by_role("link", name=name, exact=True).first)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label).select_option(option)
        self.taps += 1

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)
        self.fields += 1

    @contextmanager
    def takes(self, taps: int) -> Iterator[None]:
        """Hold that what is done here takes so many taps, and no typing."""
        before, typed = self.taps, self.fields
        yield
        assert (self.taps - before, self.fields - typed) == (taps, 0)


def keeps_a_diary(page: Page, settings: Any, lately: str) -> Thumb:
    """Answer the first evening and keep it; lately: how it was, as it is ticked."""
    settings.STEPSTOOL_SIGNUP = "first"
    thumb = Thumb(page)
    page.goto("/")
    thumb.follow("Start")
    thumb.type("What do you call your child?", "Mia")
    thumb.choose("Month", "5")
    thumb.choose("Year", "2023")
    thumb.tap(page.get_by_text("she", exact=True))
    thumb.press("Go on")
    thumb.tap(page.get_by_text("in a diaper, in a hiding place", exact=True))
    thumb.press("Go on")
    thumb.tap(page.get_by_text(lately, exact=True))
    thumb.press("Go on")
    thumb.press("None of these")
    thumb.follow("Keep it")
    thumb.type("Sign-in name", "Hanna")
    thumb.type("Password", PASSWORD)
    thumb.press("Keep Mia’s diary")
    thumb.press("I wrote it down")
    return thumb


def test_from_the_front_door_to_todays_page(page: Page, settings: Any) -> None:
    thumb = keeps_a_diary(page, settings, "soft and easy")
    thumb.press("Put it away")
    thumb.follow("To Mia’s page")
    expect(page.locator("h1")).to_have_text("Mia")
    assert thumb.taps <= FIRST_VISIT
    assert thumb.fields == TYPED


def a_day_later(cast: Cast) -> None:
    """Let all that was written so far lie a day further back."""
    for row in StoredEntry.objects.filter(family_id=cast.family.pk):
        StoredEntry.objects.filter(family_id=cast.family.pk, id=row.id).update(
            at=row.at - timedelta(days=1)
        )
    Diary.objects.filter(family_id=cast.family.pk).update(epoch=uuid4())


@pytest.fixture
def thumb(cast: Cast, visit: Visit) -> Thumb:
    soft(cast, 9, 1)
    all_is_answered(cast)
    by_day(cast)
    return Thumb(visit("?face=day"))


def test_ten_days(cast: Cast, visit: Visit, thumb: Thumb) -> None:
    begins(visit, thumb)
    step, rewards = 1, 0
    for day in range(2, 11):
        a_day_later(cast)
        reads(visit("?face=day"))
        step += moves(thumb)
        rewards += goes(visit, thumb, counts=day % 4 != 0)
    assert step >= 3
    assert rewards >= 3


def begins(visit: Visit, thumb: Thumb) -> None:
    """Begin the ladder, on the first day."""
    page = visit("plan/")
    thumb.go(page.get_by_role("link", name="Five small steps").first)
    thumb.press("Choose this ladder")
    thumb.press("Agreed: we begin")
    expect(page.get_by_text("Step 1 of 5", exact=True)).to_be_visible()


def reads(page: Page) -> None:
    """Look at today: it is read at a glance."""
    words = page.evaluate(WORDS)
    assert len(words) <= MOST_WORDS, " ".join(words)


def moves(thumb: Thumb) -> bool:
    """Agree to what today proposes, if it does."""
    yes = thumb.page.locator(".answers").get_by_role("button", name="Yes", exact=True)
    if not yes.count():
        return False
    with thumb.takes(MOVE):
        thumb.go(yes)
    expect(thumb.page.get_by_text("Written down, just now.")).to_be_focused()
    return True


def goes(visit: Visit, thumb: Thumb, *, counts: bool) -> bool:
    """Write a poop down; whether a reward was given for it."""
    page = visit("?face=day")
    with thumb.takes(POOP):
        thumb.follow("Poop!")
        thumb.press("Diaper")
        expect(page.get_by_text("Saved: in the diaper, just now.")).to_be_visible()
    if not counts:
        return False
    with thumb.takes(POOP_THAT_COUNTS - POOP):
        thumb.go(page.locator("form:has(h1) .tile").first)
    given = page.get_by_role("button", name="Given")
    if not given.count():
        return False
    with thumb.takes(REWARD):
        thumb.go(given.first)
    expect(page.get_by_text("just now.").first).to_be_visible()
    return True
