"""Every page in a made-up language: long, from right to left, and nothing left plain."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.web.cast import Cast
from tests.web.pseudo import pseudo as translated
from tests.web.routes import Route, about_mia, routes

# Names, marks and numbers are the same in every language.
PLAIN = re.compile(r"^[\W\d_]*$")
NAMES = {"Mia", "Anna", "Ben", "Rosa", "Owls", "Tim", "Stepstool", "UTC"}


def page(client: Client, address: str, language: str) -> str:
    answer = client.get(address, headers={"accept-language": language}, follow=True)
    return answer.content.decode() if not answer.streaming else ""


def test_gaps_and_markup_stay() -> None:
    assert "%(name)s" in translated("Hello %(name)s")
    assert "<b>" in translated("a <b>word</b>")
    assert translated("Hello").startswith("[Héllö~")


def test_a_page_turns_from_right_to_left(visitor: Client, pseudo: str) -> None:
    assert 'dir="rtl"' in page(visitor, "/account/sign-in/", pseudo)


@pytest.mark.parametrize("route", routes(), ids=str)
def test_no_page_breaks_in_it(cast: Cast, pseudo: str, route: Route) -> None:
    address = route.filled(about_mia(cast))
    answer = cast.anna.client.get(address, headers={"accept-language": pseudo})
    assert answer.status_code < 500


@pytest.mark.parametrize(
    "address", ["/account/", "/account/lost/", "/account/code/new/", "people"]
)
def test_every_word_of_our_pages_went_through_gettext(
    cast: Cast, pseudo: str, address: str
) -> None:
    address = address.replace("people", f"/family/{cast.family.pk}/people/")
    assert plain_words(page(cast.anna.client, address, pseudo)) == []


def plain_words(html: str) -> list[str]:
    """Give the texts of a page that nobody translated."""
    body = re.sub(r"(?s)<(head|script|svg)\b.*?</\1>", "", html)
    texts = [unescape(text).strip() for text in re.findall(r">([^<]+)<", body)]
    return [text for text in texts if not is_translated(text)]


def is_translated(text: str) -> bool:
    words = {word.strip("·,.") for word in text.split()}
    return bool(PLAIN.match(text)) or "[" in text or words <= NAMES | {""}
