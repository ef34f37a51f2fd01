"""Medicine as ordered: written down, given in one tap, stopped where it is dangerous."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, lives_in_london, post, stored, text_of, wrote

H = method.health
Kind = method.MedicineKind
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
ORDER = {"medicine": "softener", "order": "One in the evening", "ordered_by": "Dr Ito"}


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def page(cast: Cast, who: str = "anna", name: str = "medicine") -> str:
    return text_of(get(getattr(cast, who).client, cast, name))


def ordered(cast: Cast, medicine: Any = Kind.SOFTENER, **told: Any) -> str:
    said = {"order": "One in the evening", "ordered_by": "Dr Ito"}
    return wrote(cast, H.MedicineOrdered, medicine=medicine, **(said | told))


def given(cast: Cast, who: str = "anna", **fields: str) -> Any:
    tap = {"medicine": "softener", "outcome": "given"}
    return post(getattr(cast, who).client, cast, "medicine-given", **(tap | fields))


def test_without_an_order_it_says_so_and_proposes_nothing(cast: Cast) -> None:
    said = page(cast)
    assert "Nothing is ordered just now." in said
    assert "never propose" in said


def test_an_order_stands_in_the_clinicians_words(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "medicine-order", **ORDER)
    said = text_of(answer)
    assert "<blockquote>One in the evening</blockquote>" in said
    assert "Dr Ito" in said
    assert "It works because you give it." in said


def test_an_order_has_its_last_day(cast: Cast) -> None:
    post(cast.anna.client, cast, "medicine-order", **ORDER, until_day="2026-07-01")
    (order,) = stored(cast, H.MedicineOrdered)
    assert order.until_day == date(2026, 7, 1)
    assert "until 1 July 2026" in page(cast)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("ordered_by", "Without a name we write nothing down."),
        ("order", "What was said, in the clinician’s words?"),
        ("medicine", "Tap one of them."),
    ],
)
def test_an_order_needs_its_words_and_a_name(
    cast: Cast, missing: str, words: str
) -> None:
    told = ORDER | {missing: ""}
    answer = post(cast.anna.client, cast, "medicine-order", **told)
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert stored(cast, H.MedicineOrdered) == []


def test_what_was_written_of_an_order_stays_where_something_is_missing(
    cast: Cast,
) -> None:
    answer = post(
        cast.anna.client, cast, "medicine-order", **ORDER | {"ordered_by": ""}
    )
    page = text_of(answer)
    assert 'value="softener" checked' in page
    assert "One in the evening</textarea>" in page


def test_given_is_one_tap(cast: Cast) -> None:
    ordered(cast)
    said = text_of(given(cast))
    (entry,) = stored(cast, H.MedicineGiven)
    assert (entry.medicine, entry.outcome) == ("softener", "given")
    assert "Given, 11:00" in said
    assert "Undo" in said


def test_an_id_of_something_else_writes_nothing(cast: Cast) -> None:
    taken = wrote(cast, method.poop.Poop, id="00000000-0000-4000-8000-00000000000b")
    assert given(cast, id=taken).status_code == 403
    assert stored(cast, H.MedicineGiven) == []


def test_missed_is_one_tap_too(cast: Cast) -> None:
    ordered(cast)
    given(cast, outcome="missed")
    (entry,) = stored(cast, H.MedicineGiven)
    assert entry.outcome is H.Given.MISSED


def test_a_tap_that_no_button_sends_is_not_there(cast: Cast) -> None:
    assert given(cast, outcome="half").status_code == 404


def test_a_newer_order_takes_the_place_of_the_one_before(cast: Cast) -> None:
    ordered(cast, order="The old one", at=timezone.now() - timedelta(days=9))
    ordered(cast, order="The new one")
    now, earlier = page(cast).split("Earlier")
    assert "The new one" in now
    assert "The old one" in earlier


def test_others_stand_side_by_side(cast: Cast) -> None:
    for text in ("A cream", "Drops"):
        ordered(cast, Kind.OTHER, order=text)
    ordered(cast, method.UNKNOWN, order="Something")
    assert "Earlier" not in page(cast)


def test_an_order_that_ended_is_an_earlier_one(cast: Cast) -> None:
    ordered(cast, until_day=date(2026, 6, 1))
    said = page(cast)
    assert "Three watchful months" in said
    assert "Nothing is ordered just now." in said


def test_it_ends_when_the_one_who_ordered_it_says_so(cast: Cast) -> None:
    order = ordered(cast)
    assert "it ends today" in page(cast)
    said = text_of(post(cast.anna.client, cast, "medicine-end", order))
    (entry,) = stored(cast, H.MedicineOrdered)
    assert entry.until_day == date(2026, 6, 10)
    assert "it ends today" not in said


def test_what_is_no_order_does_not_end(cast: Cast) -> None:
    poop = wrote(cast, method.poop.Poop)
    assert post(cast.anna.client, cast, "medicine-end", poop).status_code == 404


def test_an_order_without_words_is_shown_by_its_kind(cast: Cast) -> None:
    ordered(cast, order=method.UNKNOWN, ordered_by=method.UNKNOWN)
    assert "<blockquote>A softener</blockquote>" in page(cast)


def test_after_one_from_below_stands_when_to_call(cast: Cast) -> None:
    ordered(cast, Kind.RECTAL)
    said = text_of(given(cast, medicine="rectal", phosphate="yes"))
    (entry,) = stored(cast, H.MedicineGiven)
    assert entry.phosphate is method.YesNo.YES
    assert "nothing comes out within 30 minutes" in said


def test_one_that_was_missed_needs_no_call(cast: Cast) -> None:
    ordered(cast, Kind.RECTAL)
    said = text_of(given(cast, medicine="rectal", outcome="missed"))
    assert "nothing comes out" not in said


def test_before_one_from_below_stands_whom_to_ask(cast: Cast) -> None:
    said = page(cast, name="medicine-enema")
    assert "No clinician’s order for this is written down here." in said
    assert "anything with the kidneys or the heart" in said
    assert "dailymed" in said.lower()


def test_its_order_stands_there(cast: Cast) -> None:
    ordered(cast, Kind.RECTAL, order="Only after supper")
    assert "Only after supper" in page(cast, name="medicine-enema")


def test_under_two_years_there_is_a_hard_stop(cast: Cast) -> None:
    cast.mia.born = date(2024, 9, 1)
    cast.mia.save()
    assert "No phosphate enema under two years, ever." in page(
        cast, name="medicine-enema"
    )


def test_within_a_day_of_another_there_is_a_hard_stop(cast: Cast) -> None:
    lives_in_london(cast)
    assert "Don’t give it" not in page(cast, name="medicine-enema")
    given(cast, medicine="rectal", phosphate="")
    said = page(cast, name="medicine-enema")
    assert "One was given Wednesday 10 June, 12:00." in said
    assert "It was given already?" in said


def test_a_second_one_opens_the_sign_to_call_now(cast: Cast) -> None:
    for _ in range(2):
        answer = given(cast, medicine="rectal", phosphate="yes")
    assert "Call now" in text_of(answer)


def test_no_page_says_how_much(cast: Cast) -> None:
    ordered(cast, Kind.RECTAL)
    said = (page(cast) + page(cast, name="medicine-enema")).lower()
    assert [word for word in ("half", "bottle", " ml", " mg") if word in said] == []


def test_the_last_two_weeks_are_listed(cast: Cast) -> None:
    told = {"medicine": Kind.SOFTENER, "outcome": H.Given.MISSED}
    wrote(cast, H.MedicineGiven, at=timezone.now() - timedelta(days=3), **told)
    assert "A softener · Missed" in page(cast)


def test_a_grandmother_gives_and_orders_nothing(cast: Cast) -> None:
    order = ordered(cast)
    assert "Write down an order" not in page(cast, "rosa")
    assert given(cast, "rosa").status_code == 200
    client = cast.rosa.client
    assert get(client, cast, "medicine-order").status_code == 403
    assert post(client, cast, "medicine-end", order).status_code == 404


def test_who_reads_along_gives_nothing(cast: Cast) -> None:
    ordered(cast)
    assert 'name="outcome"' not in page(cast, "tim")
    assert given(cast, "tim").status_code == 403


def test_what_was_taken_back_is_not_shown_as_written(cast: Cast) -> None:
    poop = wrote(cast, method.poop.Poop)
    answer = get(cast.anna.client, cast, "medicine", touched=poop)
    assert answer.status_code == 404


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    ordered(cast)
    for _ in range(5):
        given(cast)
    client = cast.anna.client
    get(client, cast, "medicine")
    with django_assert_max_num_queries(8):
        assert get(client, cast, "medicine").status_code == 200


@pytest.mark.parametrize("name", ["saved", "entry"])
def test_every_page_about_one_from_below_says_when_to_call(
    cast: Cast, name: str
) -> None:
    below = {"medicine": Kind.RECTAL, "outcome": H.Given.GIVEN}
    enema = wrote(cast, H.MedicineGiven, **below)
    for who in (cast.anna, cast.owls):
        assert "nothing comes out" in text_of(get(who.client, cast, name, enema))


def test_other_medicine_needs_no_such_list(cast: Cast) -> None:
    softener = wrote(cast, H.MedicineGiven, medicine=Kind.SOFTENER)
    assert "nothing comes out" not in text_of(
        get(cast.anna.client, cast, "saved", softener)
    )


def test_the_way_to_medicine_and_to_listening_is_behind_the_child(cast: Cast) -> None:
    ways = ("/medicine/", "/listening/")
    for who, seen in ((cast.anna, ways), (cast.owls, ways[:1])):
        said = text_of(get(who.client, cast, "patterns"))
        assert tuple(way for way in ways if f'{way}"' in said) == seen
