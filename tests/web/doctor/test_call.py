"""The call: in one tap from today, the number first for now, and noted down in a tap."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

H = method.health
Key, Answer = H.DangerKey, H.DangerAnswer
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
OFFICE = {
    "name": "Dr Ito",
    "phone": "020 7946 0000",
    "hours": "Monday to Friday, 8 to 12",
    "after_hours": "The night line: 0800 123",
}


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def kept(cast: Cast, **told: str) -> str:
    """Keep how the office is reached, as the page of the call sends it."""
    where = address(cast, "office")
    return text_of(cast.anna.client.post(where, told, follow=True))


def here(cast: Cast, sign: Key) -> None:
    wrote(cast, H.DangerSign, sign=sign, answer=Answer.HERE)


def page(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "call"))


def link(cast: Cast) -> str:
    return f'href="{address(cast, "call")}"'


def test_for_now_the_number_stands_before_all_else(cast: Cast) -> None:
    lives_in_london(cast)
    here(cast, Key.HARD_TO_WAKE)
    said = page(cast)
    main = said[said.index("<main") :]
    assert main.index('href="tel:999"') < main.index("<h1")
    assert "<p" not in main[: main.index('<p class="line-to-call"')]


def test_where_the_country_is_not_known_the_number_has_its_name(cast: Cast) -> None:
    here(cast, Key.HARD_TO_WAKE)
    said = page(cast)
    assert "<strong>Emergency number</strong>" in said
    assert "Where these numbers are from" not in said


def test_until_the_family_writes_its_own_the_line_of_the_country_stands(
    cast: Cast,
) -> None:
    lives_in_london(cast)
    said = page(cast)
    assert 'href="tel:111"' in said
    assert "By your time zone." in said


def test_the_office_stands_in_the_familys_words(cast: Cast) -> None:
    lives_in_london(cast)
    said = kept(cast, **OFFICE)
    assert 'href="tel:02079460000"' in said
    assert "Monday to Friday, 8 to 12" in said
    assert 'href="tel:0800123"' in said
    assert 'href="tel:111"' not in said
    assert "By your time zone." not in said
    assert said.index("tel:02079460000") < said.index("tel:0800123")
    assert "Dr Ito" in text_of(get(cast.anna.client, cast, "office"))


def test_at_night_the_line_out_of_hours_stands_first(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    lives_in_london(cast)
    kept(cast, **OFFICE)
    at_noon.move_to(NOON.replace(hour=21))
    said = page(cast)
    assert said.index("tel:0800123") < said.index("tel:02079460000")


def test_words_without_a_number_are_words(cast: Cast) -> None:
    post(cast.anna.client, cast, "office", after_hours="The hospital, room 12")
    assert "<strong>The hospital, room 12</strong>" in page(cast)


def test_an_office_that_is_too_long_is_said(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "office", phone="1" * 41)
    assert answer.status_code == 422
    assert stored(cast, method.visit.Office) == []


def test_that_we_called_answers_every_open_sign(cast: Cast) -> None:
    kept(cast, name="Dr Ito")
    here(cast, Key.CANNOT_DRINK)
    here(cast, Key.PEEING_HURTS)
    post(cast.anna.client, cast, "call-noted", what="called")
    answers = [e for e in stored(cast, H.DangerSign) if e.answer is Answer.CALLED]
    assert {entry.sign for entry in answers} == {Key.CANNOT_DRINK, Key.PEEING_HURTS}
    assert {entry.by_whom for entry in answers} == {"Dr Ito"}
    assert "We called" not in page(cast)


def test_that_a_doctor_has_seen_it_is_noted_by_a_carer_too(cast: Cast) -> None:
    here(cast, Key.CANNOT_DRINK)
    post(cast.rosa.client, cast, "call-noted", what="seen")
    assert stored(cast, H.DangerSign)[-1].answer is Answer.SEEN


def test_that_the_doctor_knows_is_the_doctors_word(cast: Cast) -> None:
    post(cast.anna.client, cast, "call-noted", what="known")
    (word,) = stored(cast, H.ClinicianWord)
    assert word.word is H.Word.KNOWS_ABOUT_IT


@pytest.mark.parametrize(
    ("who", "what", "status"),
    [
        ("anna", "moon", 404),
        ("anna", "called", 404),
        ("rosa", "known", 403),
        ("tim", "known", 403),
    ],
)
def test_what_cannot_be_noted_is_not(
    cast: Cast, who: str, what: str, status: int
) -> None:
    answer = post(getattr(cast, who).client, cast, "call-noted", what=what)
    assert answer.status_code == status


def test_who_reads_along_sees_it_and_writes_nothing(cast: Cast) -> None:
    here(cast, Key.CANNOT_DRINK)
    said = page(cast, "tim")
    assert "no drink stays down" in said
    assert "We called" not in said
    assert get(cast.owls.client, cast, "call").status_code == 403


def test_today_leads_there_whenever_it_says_to_call(cast: Cast) -> None:
    assert link(cast) not in text_of(get(cast.anna.client, cast, "today"))
    told = {
        "topic": method.interview.Topic.FOUR_WEEKS,
        "answers": (method.interview.Told.HURTS, method.interview.Told.HARD),
    }
    wrote(cast, method.interview.Interview, **told)
    assert link(cast) in text_of(get(cast.anna.client, cast, "today"))


def test_an_open_sign_leads_there_for_who_may_read_it(cast: Cast) -> None:
    here(cast, Key.CANNOT_DRINK)
    assert link(cast) in text_of(get(cast.anna.client, cast, "today"))
    assert link(cast) not in text_of(get(cast.owls.client, cast, "today"))
