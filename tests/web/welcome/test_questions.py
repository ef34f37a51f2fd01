from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stepstool.web.families.models import Family, User
from stepstool.web.welcome import signs
from tests.web.cast import Cast
from tests.web.welcome.evening import WHO, YEAR, page, who


def test_each_question_leads_to_the_next(visitor: Client) -> None:
    assert who(visitor)["Location"] == reverse("start-where")
    where = visitor.post(reverse("start-where"), {"ticked": ["pants"]})
    assert where["Location"] == reverse("start-lately")
    lately = visitor.post(reverse("start-lately"), {"ticked": ["dont_know"]})
    assert lately["Location"] == reverse("start-signs")
    asked = visitor.post(reverse("start-signs"), {"none": "yes"})
    assert asked["Location"] == reverse("tonight")


def test_who_comes_from_another_app_is_not_asked_what_the_file_tells(
    visitor: Client,
) -> None:
    assert who(visitor, "start-from-app")["Location"] == reverse("start-signs")
    asked = visitor.post(reverse("start-signs"), {"none": "yes"})
    assert asked["Location"] == reverse("keep")


def test_a_danger_sign_comes_before_the_other_apps_file(visitor: Client) -> None:
    who(visitor, "start-from-app")
    asked = visitor.post(reverse("start-signs"), {"ticked": ["cannot_drink"]})
    assert asked["Location"] == reverse("tonight")


def test_answers_are_still_there_after_a_reload(visitor: Client) -> None:
    who(visitor, word="own", own_word="kaka")
    shown = page(visitor.get(reverse("start")))
    for each in ('value="Mia"', f'value="{YEAR}" selected', 'value="kaka"'):
        assert each in shown
    visitor.post(reverse("start-where"), {"ticked": ["pants"]})
    assert page(visitor.get(reverse("start-where"))).count("checked") == 1


def test_how_the_child_talks_is_still_there_after_a_reload(visitor: Client) -> None:
    who(visitor, talks="no_words")
    shown = page(visitor.get(reverse("start")))
    ticked = shown.split('value="no_words"')[1].split(">")[0]
    assert "checked" in ticked


def test_answers_make_no_account_and_no_child(visitor: Client) -> None:
    who(visitor)
    visitor.post(reverse("start-where"), {"ticked": ["pants"]})
    assert not User.objects.exists()
    assert not Family.objects.exists()


def test_answers_that_nobody_keeps_end_within_a_day(visitor: Client) -> None:
    who(visitor)
    left = Session.objects.get().expire_date - datetime.now(UTC)
    assert left.total_seconds() <= 24 * 60 * 60


def test_a_question_can_be_skipped(visitor: Client) -> None:
    who(visitor)
    skipped = visitor.post(reverse("start-where"), {"skip": "yes"})
    assert skipped["Location"] == reverse("start-lately")


def test_a_question_before_who_goes_back_to_the_beginning(visitor: Client) -> None:
    assert visitor.get(reverse("start-signs"))["Location"] == reverse("start")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"nickname": ""}, "Write a name; any pet name will do."),
        ({"month": ""}, "Choose the month of birth."),
        ({"pronoun": ""}, "Choose one, or “just the name”."),
        ({"word": "own"}, "Write the word you use at home."),
        ({"zone": "Mars/Olympus"}, "Choose the place nearest to you from the list."),
    ],
)
def test_what_is_missing_is_said_with_its_cure(
    visitor: Client, changes: dict[str, Any], says: str
) -> None:
    assert says in page(who(visitor, **changes))


def test_a_birth_month_that_is_still_to_come_is_asked_about(
    visitor: Client, time_machine: Any
) -> None:
    time_machine.move_to(datetime(2026, 6, 15, tzinfo=UTC))
    shown = page(who(visitor, month="7", year="2026"))
    assert "That month is still to come." in shown


@pytest.mark.parametrize(
    ("month", "year", "says"),
    [
        ("5", "2013", "for about 18 months to 6 years"),
        ("6", "2026", "begins at about two months"),
    ],
)
def test_other_ages_are_told_kindly_and_may_go_on(
    visitor: Client, time_machine: Any, month: str, year: str, says: str
) -> None:
    time_machine.move_to(datetime(2026, 6, 15, tzinfo=UTC))
    assert says in page(who(visitor, month=month, year=year))
    onward = who(visitor, month=month, year=year, anyway="on")
    assert onward["Location"] == reverse("start-where")


def test_a_baby_of_two_months_is_welcome(visitor: Client, time_machine: Any) -> None:
    time_machine.move_to(datetime(2026, 6, 15, tzinfo=UTC))
    assert who(visitor, month="4", year="2026").status_code == 302


def test_the_words_of_the_list_are_kept_as_they_are_said(visitor: Client) -> None:
    who(visitor, word="number two")
    assert visitor.session["first_evening"]["word"] == "number two"
    who(visitor, word="poop")
    assert visitor.session["first_evening"]["word"] == ""


def test_nothing_ticked_says_what_to_do(visitor: Client) -> None:
    who(visitor)
    where = page(visitor.post(reverse("start-where"), {}))
    assert "Tap what fits" in where
    asked = page(visitor.post(reverse("start-signs"), {}))
    assert "Tick what you see" in asked


def test_a_sign_and_none_of_these_together_are_asked_about(visitor: Client) -> None:
    who(visitor)
    both = {"ticked": ["cannot_drink"], "none": "yes"}
    assert "Which is it?" in page(visitor.post(reverse("start-signs"), both))


def test_the_signs_speak_the_familys_word(visitor: Client) -> None:
    who(visitor, word="own", own_word="kaka")
    assert "Blood mixed into the kaka" in page(visitor.get(reverse("start-signs")))


def test_babies_are_asked_for_the_signs_of_babies(
    visitor: Client, time_machine: Any
) -> None:
    time_machine.move_to(datetime(2026, 6, 15, tzinfo=UTC))
    who(visitor, month="3", year="2026")
    shown = page(visitor.get(reverse("start-signs")))
    assert "Weak cry" in shown
    assert "walks oddly" not in shown


def test_older_children_are_not_asked_for_the_signs_of_babies(visitor: Client) -> None:
    who(visitor)
    assert "Weak cry" not in page(visitor.get(reverse("start-signs")))


def test_a_question_asks_the_database_for_its_session_only(visitor: Client) -> None:
    who(visitor)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        visitor.get(reverse("start-signs"))
    assert len(asked) <= 1


def test_an_own_word_cannot_smuggle_markup(visitor: Client) -> None:
    who(visitor, **WHO | {"nickname": "<b>Mia", "word": "own", "own_word": "<i>"})
    shown = page(visitor.get(reverse("start-signs")))
    assert "<i>" not in shown


def test_every_danger_sign_is_asked_in_one_group() -> None:
    grouped = [key for keys in signs.GROUPS.values() for key in keys]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) == {sign.key for sign in signs.SIGNS}


def test_danger_signs_come_in_groups_and_none_of_them_at_the_end(
    visitor: Client,
) -> None:
    who(visitor)
    said = page(visitor.get(reverse("start-signs")))
    assert said.index("Tummy and throwing up") < said.index("Drinking and pee")
    assert said.rindex("None of these") > said.rindex("Go on with what I ticked")


@pytest.mark.parametrize("address", ["/", "/start/", "/from-another-app/"])
def test_a_house_by_invitation_says_so_before_the_questions(
    cast: Cast, visitor: Client, address: str
) -> None:
    said = "Keeping a diary here needs an invitation"
    assert said in page(visitor.get(address))
    assert said not in page(cast.anna.client.get(address, follow=True))


def test_an_open_house_does_not(visitor: Client, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "open"
    assert "needs an invitation" not in page(visitor.get("/"))
