"""Today's page: four things, what is urgent first, and nothing that is not theirs."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stepstool import method
from stepstool.web.diary.advising import SHELF
from stepstool.web.families.households import add_child
from tests.web.cast import Cast
from tests.web.pages import get, lives_in_london, text_of, wrote

P = method.poop
DAY = {"face": "day"}


def today(cast: Cast, who: str = "anna", **query: str) -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", **(DAY | query)))


def soft_week(cast: Cast) -> None:
    for days in range(6, 0, -1):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)


def test_the_first_page_invites_to_tap_the_next_one(cast: Cast) -> None:
    page = today(cast)
    assert "getting to know Mia" in page
    assert "Nothing written yet." in page


def test_the_sentence_leads_to_why(cast: Cast) -> None:
    assert f'href="/family/{cast.family.pk}/child/{cast.mia.id}/why/"' in today(cast)


def test_soft_days_are_said_to_be_soft(cast: Cast) -> None:
    soft_week(cast)
    assert "Soft and easy" in today(cast)


def test_seven_dots_say_each_day_in_words(cast: Cast) -> None:
    soft_week(cast)
    page = today(cast)
    assert page.count('<li aria-current="date">') == 1
    assert page.count(": soft, in a diaper<") == 6
    assert page.count(": not written<") == 1


def test_nothing_to_do_is_said_as_such(cast: Cast) -> None:
    soft_week(cast)
    done = {"idea": method.ideas.IdeaKey.STORY, "answer": method.ideas.IdeaAnswer.DONE}
    wrote(cast, method.ideas.Idea, at=timezone.now(), **done)
    assert "Nothing to do now." in today(cast)


def test_the_familys_own_word_is_on_the_button(cast: Cast) -> None:
    wrote(cast, method.lasting.Settings, word="kaka")
    assert "Kaka!" in today(cast)


def test_a_reader_has_no_buttons(cast: Cast) -> None:
    page = today(cast, "tim")
    assert "Poop!" not in page
    assert "method=" not in page
    assert "method=" in today(cast)


def test_a_preschool_is_asked_no_family_questions(cast: Cast) -> None:
    for days in (8, 7, 6, 5):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    assert "/question/gap/" in today(cast)
    assert "/question/" not in today(cast, "owls")


def test_children_are_offered_only_if_there_are_several(cast: Cast) -> None:
    assert 'class="children"' not in today(cast)
    add_child(cast.anna.membership, "Pip", date(2024, 1, 1))
    page = today(cast)
    assert 'class="children"' in page
    assert "Pip" in page


def test_no_page_says_the_doctors_word(cast: Cast) -> None:
    for days in (1, 2, 3):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=1, pain=3)
    page = today(cast) + text_of(get(cast.anna.client, cast, "why"))
    assert "constipated" not in page.lower().replace("state_constipated", "")


@pytest.mark.parametrize("kept", [False, True])
def test_the_page_asks_at_most_eight_queries(
    cast: Cast, kept: bool, django_assert_max_num_queries
) -> None:
    soft_week(cast)
    client = cast.anna.client
    get(client, cast, "today")
    if not kept:
        SHELF.clear()
    with django_assert_max_num_queries(8):
        assert get(client, cast, "today", **DAY).status_code == 200


SLEEP = "Nothing to do now. Write it down and sleep."


def at_hour(cast: Cast, hour: int, name: str = "today", **query: str) -> str:
    with time_machine.travel(datetime(2026, 3, 4, hour, 1, tzinfo=UTC), tick=False):
        lives_in_london(cast)
        return text_of(get(cast.anna.client, cast, name, **query))


@pytest.mark.parametrize(
    ("hour", "face"),
    [(5, "night"), (6, ""), (19, ""), (20, "dark"), (21, "dark"), (22, "night")],
)
def test_the_face_follows_the_childs_own_hour(cast: Cast, hour: int, face: str) -> None:
    page = at_hour(cast, hour)
    assert ("data-theme" in page) is bool(face)
    assert not face or f'data-theme="{face}"' in page


@pytest.mark.parametrize(("hour", "asleep"), [(21, False), (22, True), (5, True)])
def test_the_plain_page_is_for_when_the_child_sleeps(
    cast: Cast, hour: int, asleep: bool
) -> None:
    page = at_hour(cast, hour)
    assert (SLEEP in page) is asleep
    assert ("Open everything" in page) is asleep


def test_by_night_everything_can_be_opened(cast: Cast) -> None:
    page = at_hour(cast, 23, face="day")
    assert SLEEP not in page
    assert "Is holding" in page
    assert 'data-theme="night"' in page


@pytest.mark.parametrize("name", ["plan", "diary", "patterns", "guide", "rewards"])
def test_in_the_evening_the_whole_house_is_dim(cast: Cast, name: str) -> None:
    page = at_hour(cast, 20, name)
    assert 'data-theme="dark"' in page
    assert 'name="theme-color" content="#1c1511"' in page


def test_the_familys_own_pages_are_dim_too(cast: Cast) -> None:
    with time_machine.travel(datetime(2026, 3, 4, 20, 1, tzinfo=UTC), tick=False):
        lives_in_london(cast)
        people = reverse("people", args=[cast.family.pk])
        page = text_of(cast.anna.client.get(people))
    assert 'data-theme="dark"' in page


@pytest.mark.parametrize("page", ["poop", "is-holding", "cannot-sleep"])
def test_what_the_night_needs_is_black_too(cast: Cast, page: str) -> None:
    with time_machine.travel(datetime(2026, 3, 4, 23, 1, tzinfo=UTC), tick=False):
        html = text_of(get(cast.anna.client, cast, page))
    assert 'data-theme="night"' in html
    assert 'name="theme-color" content="#000000"' in html


def test_the_night_face_can_be_asked_for(cast: Cast) -> None:
    page = today(cast, face="night")
    assert "Nothing to do now. Write it down and sleep." in page


def test_a_danger_sign_stands_on_the_night_face_too(cast: Cast) -> None:
    key = method.health.DangerKey.CANNOT_DRINK
    wrote(cast, method.health.DangerSign, sign=key, answer=HERE)
    page = today(cast, face="night")
    assert 'class="alert"' in page
    assert "Call first. All the rest can wait." in page


HERE = method.health.DangerAnswer.HERE


@pytest.mark.parametrize("word", ["overdue", "should", "naughty", "lazy"])
def test_it_never_says(cast: Cast, word: str) -> None:
    assert word not in today(cast).lower()


def test_the_words_for_this_moment_are_one_tap_away(cast: Cast) -> None:
    soft_week(cast)
    page = today(cast)
    assert "/guide/words/" in page
    assert "Words for this moment" in page


def test_what_is_to_be_given_as_ordered_leads_to_the_medicine(cast: Cast) -> None:
    wrote(
        cast,
        method.health.MedicineOrdered,
        medicine=method.MedicineKind.CLEAN_OUT,
        order="As on the sheet",
        at=timezone.now() - timedelta(hours=30),
    )
    where = reverse("medicine", args=[cast.family.pk, cast.mia.id])
    assert f'<a href="{where}">Give the medicine as it was ordered.</a>' in today(cast)
