"""Every page in a made-up language: long, from right to left, and nothing left plain."""

import re
from html import unescape

import pytest
from django.test import Client

from stepstool import method
from stepstool.sentences.made_up import pseudo as translated
from tests.web.cast import Cast
from tests.web.pages import address
from tests.web.routes import Route, about_mia, routes

# Names, marks and numbers are the same in every language; Django says days in its Arabic.
PLAIN = re.compile(r"^[^A-Za-z]*$")
NAMES = {"Mia", "Anna", "Ben", "Rosa", "Owls", "Tim", "Stepstool", "UTC"}

# Published or made up in English: children's books.
AS_THEY_ARE = {
    "family/<int:family_id>/child/<uuid:child_id>/guide/books/",
}
ZONES = re.compile(
    r"(?s)<optgroup\b.*?</optgroup>"
)  # cities as the zone files name them


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
def test_every_word_of_every_page_is_in_it(
    cast: Cast, pseudo: str, route: Route
) -> None:
    where = route.filled(about_mia(cast))
    answer = cast.anna.client.get(where, headers={"accept-language": pseudo})
    assert answer.status_code < 500
    if answer.status_code == 200 and "html" in answer["content-type"]:
        plain = plain_words(ZONES.sub("", answer.content.decode()))
        assert str(route) in AS_THEY_ARE or plain == []


@pytest.mark.parametrize("name", ["today", "plan", "patterns", "why-not", "food"])
def test_a_language_with_three_sentences_shows_english_for_the_rest(
    cast: Cast, pseudo: str, name: str
) -> None:
    german = page(cast.anna.client, by_day(cast, name), "de")
    english = page(cast.anna.client, by_day(cast, name), "en")
    assert 'lang="de"' in german
    assert "Heute" in german
    assert len(set(plain_words(german)) & set(plain_words(english))) > 5


def test_what_the_method_says_in_it_stands_beside_english(
    cast: Cast, pseudo: str
) -> None:
    shown = page(cast.anna.client, by_day(cast, "today"), "de")
    assert "Wir lernen Mia kennen." in shown


def by_day(cast: Cast, name: str) -> str:
    """Give the address of a page as it is by day: by night today has big buttons alone."""
    return f"{address(cast, name)}?face=day"


def plain_words(html: str) -> list[str]:
    """Give the texts of a page that nobody translated."""
    body = re.sub(r"(?s)<(head|script|svg)\b.*?</\1>", "", html)
    texts = [unescape(text).strip() for text in re.findall(r">([^<]+)<", body)]
    return [text for text in texts if not is_translated(text)]


def is_translated(text: str) -> bool:
    words = {word.strip("·,.") for word in text.split() if not PLAIN.match(word)}
    return "[" in text or words <= NAMES or is_source(text)


def is_source(text: str) -> bool:
    """Studies and guidelines keep the name under which they were published."""
    return any(source.title in text for source in method.SOURCES.values())
