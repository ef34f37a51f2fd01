"""The page to show: what goes out is seen word for word, and parts of it are left out."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method, trackers
from stepstool.paper import ATTACHED
from tests.paper.reading import opened, squeezed
from tests.paper.reading import text_of as text_of_pdf
from tests.web.cast import Cast
from tests.web.pages import get, lives_in_london, post, stored, text_of, wrote

NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
Poop = method.poop.Poop
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def days(cast: Cast) -> None:
    lives_in_london(cast)
    for ago in range(20):
        at = timezone.now() - timedelta(days=ago)
        wrote(cast, Poop, at=at, bristol=4, place=method.poop.Place.POTTY)


def outgoing(answer: Any) -> str:
    """Give the text of what goes out, without the page around it."""
    page = text_of(answer)
    article = page[page.index('<article class="outgoing"') : page.index("</article>")]
    return squeezed(unescape(TAG.sub("", article)))


def test_it_says_what_is_known_on_the_first_evening(cast: Cast) -> None:
    said = text_of(get(cast.anna.client, cast, "doctor"))
    assert "For the doctor: Mia" in said
    assert "Not known: nothing is written for these 14 days." in said


def test_the_pdf_says_word_for_word_what_is_seen(cast: Cast, days: None) -> None:
    seen = outgoing(get(cast.anna.client, cast, "doctor"))
    answer = get(cast.anna.client, cast, "doctor-pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="doctor-2026-06-10.pdf"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    assert re.sub(r"\d/2(?=$|Thedays)", "", text_of_pdf(answer.content)) == seen


def test_a_part_is_left_out_of_page_and_pdf_alike(cast: Cast, days: None) -> None:
    wanted = {"leave": ["food", "sheet"]}
    page = get(cast.anna.client, cast, "doctor", **wanted)  # type: ignore[arg-type]
    pdf = get(cast.anna.client, cast, "doctor-pdf", **wanted)  # type: ignore[arg-type]
    assert "Foodanddrink" not in outgoing(page)
    assert "leave=food&amp;leave=sheet" in text_of(page)
    assert "Foodanddrink" not in text_of_pdf(pdf.content)
    assert len(opened(pdf.content).pages) == 1


def test_it_is_about_other_days_and_paper_where_asked(cast: Cast, days: None) -> None:
    wanted = {"days": "28", "until": "2026-06-05", "paper": "us-letter"}
    said = text_of(get(cast.anna.client, cast, "doctor", **wanted))
    assert "Saturday 9 May to Friday 5 June 2026" in said
    assert "Week by week" in said
    pdf = get(cast.anna.client, cast, "doctor-pdf", **wanted)
    assert float(opened(pdf.content).pages[0].mediabox.height) == 792


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("2027-01-01", date(2026, 6, 10)),
        ("moon", date(2026, 6, 10)),
        ("0001-01-01", date(2000, 12, 30)),
    ],
)
def test_days_that_cannot_be_meant_are_others(
    cast: Cast, until: str, last: date
) -> None:
    said = text_of(get(cast.anna.client, cast, "doctor", until=until, days="9"))
    assert f'name="until" value="{last}"' in said


def test_the_familys_questions_stand_on_it(cast: Cast) -> None:
    asked = {"first": "How long?", "second": "Is it safe?"}
    answer = post(cast.anna.client, cast, "doctor-questions", **asked)
    assert "How long?" in text_of(answer)
    form = text_of(get(cast.anna.client, cast, "doctor-questions"))
    assert "Is it safe?" in form
    (kept,) = stored(cast, method.visit.VisitQuestions)
    assert kept.asked == ("How long?", "Is it safe?")


def test_a_question_that_is_too_long_is_said(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "doctor-questions", first="x" * 201)
    assert answer.status_code == 422
    assert stored(cast, method.visit.VisitQuestions) == []


@pytest.mark.parametrize(
    ("who", "sees", "asks"),
    [("ben", 200, 200), ("rosa", 200, 403), ("tim", 200, 403), ("owls", 403, 403)],
)
def test_who_reads_what_clinicians_said_reads_it_and_parents_ask(
    cast: Cast, who: str, sees: int, asks: int
) -> None:
    client = getattr(cast, who).client
    assert get(client, cast, "doctor").status_code == sees
    assert get(client, cast, "doctor-pdf").status_code == sees
    assert get(client, cast, "doctor-questions").status_code == asks


def test_it_is_behind_the_door_of_the_child_for_who_may_read_it(cast: Cast) -> None:
    assert "For the doctor" in text_of(get(cast.anna.client, cast, "patterns"))
    assert "For the doctor" not in text_of(get(cast.owls.client, cast, "patterns"))


def test_the_copy_for_programs_goes_along_and_alone(cast: Cast, days: None) -> None:
    pdf = opened(get(cast.anna.client, cast, "doctor-pdf").content)
    alone = get(cast.anna.client, cast, "doctor-bundle")
    assert alone["Content-Type"] == "application/fhir+json"
    assert pdf.attachments[ATTACHED] == [alone.content]
    assert len(trackers.read(alone.content, "Europe/London").entries) == 14


def test_the_copy_for_programs_can_be_left_out(cast: Cast, days: None) -> None:
    page = get(cast.anna.client, cast, "doctor", leave="bundle")
    assert "AsaPDFitcarries" not in outgoing(page)
    pdf = get(cast.anna.client, cast, "doctor-pdf", leave="bundle")
    assert not opened(pdf.content).attachments
    assert (
        get(cast.anna.client, cast, "doctor-bundle", leave="bundle").status_code == 404
    )
