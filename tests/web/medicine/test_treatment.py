"""The treatment day by day: what to expect, what means a call, whether it is over, reviews."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from stepstool.method.treatment import NOT_EXPECTED
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

H = method.health
Review = method.visit.Review
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        lives_in_london(cast)
        yield clock


def page(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "medicine"))


def ordered(cast: Cast, medicine: str, days: float = 0, **told: Any) -> str:
    said = {"order": "As on the sheet", "ordered_by": "Dr Ito"} | told
    at = NOON - timedelta(days=days)
    kind = method.MedicineKind(medicine)
    return wrote(cast, H.MedicineOrdered, medicine=kind, at=at, **said)


def pooped(cast: Cast, bristol: int, hours: int) -> None:
    wrote(cast, method.poop.Poop, bristol=bristol, at=NOON - timedelta(hours=hours))


def test_without_a_treatment_the_page_speaks_of_none(cast: Cast) -> None:
    said = page(cast)
    assert "Nothing is ordered just now." in said
    for heading in ("This belongs to it", "Is it over?", "Reviews of the treatment"):
        assert heading not in said


def test_a_clean_out_has_its_day_and_what_belongs_to_it(cast: Cast) -> None:
    ordered(cast, "clean_out", days=2)
    pooped(cast, 7, hours=20)
    said = page(cast)
    assert "The clean-out: day 3" in said
    assert "that is the old poop leaving" in said
    assert "nobody’s fault" in said


def test_runny_on_a_clean_out_is_not_said_to_be_a_problem(cast: Cast) -> None:
    ordered(cast, "clean_out")
    assert "Runny on it?" not in page(cast)


def test_the_named_hour_stands_there(cast: Cast) -> None:
    ordered(cast, "clean_out", call_after_hours=48)
    said = page(cast)
    assert "Call if nothing has come by Friday, 12:00." in said
    assert "Call if nothing has come after 48 hours" in said


@pytest.mark.parametrize("key", NOT_EXPECTED)
def test_what_does_not_belong_to_it_leads_to_the_call_in_one_tap(
    cast: Cast, key: str
) -> None:
    ordered(cast, "clean_out", days=1)
    answer = post(cast.anna.client, cast, "medicine-sign", key)
    assert answer.redirect_chain[-1][0] == address(cast, "call")
    (entry,) = stored(cast, H.DangerSign)
    assert (entry.sign, entry.answer) == (key, "here")


def test_who_may_not_read_the_call_is_led_to_today(cast: Cast) -> None:
    ordered(cast, "clean_out", days=1)
    key = H.DangerKey.CLEAN_OUT_UNWELL
    answer = post(cast.owls.client, cast, "medicine-sign", key)
    assert answer.redirect_chain[-1][0] == address(cast, "today")
    assert len(stored(cast, H.DangerSign)) == 1


def test_a_sign_that_is_not_on_the_page_is_not_there(cast: Cast) -> None:
    ordered(cast, "clean_out", days=1)
    answer = post(cast.anna.client, cast, "medicine-sign", "ribbon_thin")
    assert answer.status_code == 404


def test_without_a_clean_out_no_sign_is_tapped_here(cast: Cast) -> None:
    key = H.DangerKey.CLEAN_OUT_UNWELL
    assert post(cast.anna.client, cast, "medicine-sign", key).status_code == 404


def test_a_reader_sees_the_signs_and_no_buttons(cast: Cast) -> None:
    ordered(cast, "clean_out", days=1)
    said = page(cast, "tim")
    assert "during a clean-out" in said
    assert 'action="' not in said.split('id="not-expected"')[1].split("</section>")[0]


def test_over_is_the_word_of_whoever_ordered_it(cast: Cast) -> None:
    ordered(cast, "clean_out", days=3)
    pooped(cast, 7, hours=20)
    assert "Is it over?" in page(cast)
    said = text_of(post(cast.anna.client, cast, "medicine-over"))
    (word,) = stored(cast, H.ClinicianWord)
    assert (word.word, word.name) == ("clean_out_over", "Dr Ito")
    assert "After the clean-out" in said
    assert "Medicine for every day usually follows" in said
    assert "Undo" in said


def test_over_by_a_word_alone_has_no_name(cast: Cast) -> None:
    said = H.Word.CLEAN_OUT_RUNNING
    wrote(cast, H.ClinicianWord, word=said, at=NOON - timedelta(days=2))
    post(cast.anna.client, cast, "medicine-over")
    assert stored(cast, H.ClinicianWord)[-1].name is method.UNKNOWN


def test_only_who_keeps_the_doctors_words_says_that_it_is_over(cast: Cast) -> None:
    ordered(cast, "clean_out", days=3)
    pooped(cast, 7, hours=20)
    assert "Is it over?" not in page(cast, "owls")
    assert post(cast.owls.client, cast, "medicine-over").status_code == 403


def test_its_last_day_over_it_is_asked(cast: Cast) -> None:
    ordered(cast, "clean_out", days=5, until_day=date(2026, 6, 8))
    said = page(cast)
    assert "Is the clean-out over?" in said
    assert "It goes on: write down how" in said


def test_everyday_medicine_shows_its_week_without_blame(cast: Cast) -> None:
    ordered(cast, "softener", days=30)
    for days, outcome in ((1, "given"), (2, "missed")):
        at = NOON - timedelta(days=days)
        kind = method.MedicineKind.SOFTENER
        wrote(cast, H.MedicineGiven, medicine=kind, outcome=H.Given(outcome), at=at)
    said = page(cast)
    assert said.count("left out") == 2
    assert "happens in every family" in said
    assert said.count(">open<") == 5


def test_harder_than_wished_goes_to_whoever_ordered_it(cast: Cast) -> None:
    ordered(cast, "softener", days=10)
    for hours in (5, 30):
        pooped(cast, 1, hours)
    said = page(cast)
    assert "Harder than wished this week." in said
    assert address(cast, "call") in said


def test_reviews_are_offered_as_dates(cast: Cast) -> None:
    ordered(cast, "softener", days=3)
    said = page(cast)
    for line in ("After a week: 14 June 2026", "After six weeks: 19 July 2026", "After three months: 5 September 2026"):  # fmt: skip
        assert line in said


def test_a_review_is_moved_and_then_kept(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    ordered(cast, "softener", days=8)
    look = method.visit.ReviewKey.AFTER_A_WEEK
    assert "time for it" in page(cast)
    said = text_of(
        post(cast.anna.client, cast, "medicine-review", look, on_day="2026-06-12")
    )
    assert "After a week: 12 June 2026" in said
    assert "time for it" not in said
    at_noon.shift(timedelta(minutes=1))
    said = text_of(post(cast.anna.client, cast, "medicine-review", look, kept="yes"))
    assert "After a week: 12 June 2026 · done" in said
    assert [entry.look for entry in stored(cast, Review)] == [look, look]


@pytest.mark.parametrize("day", ["", "soon", "2026-02-30"])
def test_a_day_that_is_none_is_asked_for_again(cast: Cast, day: str) -> None:
    ordered(cast, "softener", days=3)
    answer = post(cast.anna.client, cast, "medicine-review", "after_a_week", on_day=day)
    assert answer.status_code == 422
    assert "Choose a day, as in the calendar." in text_of(answer)
    assert stored(cast, Review) == []


def test_a_review_of_no_treatment_is_not_there(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "medicine-review", "after_a_week", kept="yes")
    assert answer.status_code == 404


def test_only_parents_move_a_review(cast: Cast) -> None:
    ordered(cast, "softener", days=8)
    assert "Move it" not in page(cast, "tim")
    answer = post(cast.owls.client, cast, "medicine-review", "after_a_week", kept="yes")
    assert answer.status_code == 403
