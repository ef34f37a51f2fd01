"""The guide: words for now by reader, pages of words, books, and what goes on paper."""

import re
from typing import Any

import pytest

from stepstool import method
from stepstool.web.guide.leaves import (
    LEAVES,
    SHELVES,
    GuideFileError,
    read_books,
    read_pages,
    unworded,
)
from stepstool.web.pictures.album import ALBUM
from tests.web.cast import Cast
from tests.web.pages import address, get, text_of, wrote

P, T, I = method.poop, method.toileting, method.interview  # noqa: E741 - as their rooms
Situation = method.words.Situation
ENGLISH = method.words.language("en")


def test_every_company_of_situations_has_a_title() -> None:
    titles = {key.partition(".")[2] for key in ENGLISH.keys("companies")}
    assert {each.company for each in Situation} == set(method.Company)
    assert titles == {company.name.lower() for company in method.Company}


def test_every_picture_is_in_the_album() -> None:
    named = {
        *(each.picture for each in Situation),
        *(shelf.picture for shelf in SHELVES),
    }
    for leaf in LEAVES.values():
        named |= {leaf.picture, *leaf.pictures.values()}
    assert named - set(ALBUM) == set()


def test_whatever_the_guide_names_has_its_sentence() -> None:
    assert list(unworded(ENGLISH.has)) == []


def test_no_sentence_about_a_book_is_left_over() -> None:
    named = {words for shelf in SHELVES for _book, words in shelf.with_words}
    named |= {shelf.title for shelf in SHELVES}
    named |= {book.by_saying for shelf in SHELVES for book in shelf.books}
    assert set(ENGLISH.keys("books")) - named == set()


def test_what_has_no_sentence_is_named_with_its_catalogue() -> None:
    (lack, *_more) = unworded(lambda _key: False)
    assert lack == (
        "there is no sentence `guide.understand`: add it to "
        "locale/en/LC_MESSAGES/method.po"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[pain]\nbooks = []", "the shelf `pain` has no `picture`: add `picture = …`"),
        ("[pain]\npicture = 'pian'\nbooks = []", "names a picture `pian`"),
        (
            "[pain]\npicture = 'pain_2'\n[[pain.books]]\nkey = 'a'",
            "a book has no `title`: add `title = …` there",
        ),
    ],
)
def test_a_file_of_books_that_is_not_whole_is_refused(text: str, words: str) -> None:
    with pytest.raises(GuideFileError, match=re.escape(words)):
        read_books("shelves.toml", text)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("help = true", "the page `a` has no `picture`: add `picture = …` there"),
        ("picture = 'potty'\npitcures = {}", "names a field `pitcures`"),
        ("picture = 'potty'\nsources = {b = ['X']}", "names a source `X`"),
        ("picture = 'potty'\npaper = 'huge'", "'huge' is not a valid"),
        ("picture = 'potty'", "has no page `b`: add `[pages.b]`"),
    ],
)
def test_a_file_of_pages_that_is_not_whole_is_refused(page: str, words: str) -> None:
    text = f"[[doors]]\nheading = 'to_do'\npages = ['b']\n[pages.a]\n{page}"
    with pytest.raises(GuideFileError, match=re.escape(words)):
        read_pages("leaves.toml", text)


def test_every_page_of_words_is_in_the_table() -> None:
    assert {key.split(".")[1] for key in ENGLISH.keys("pages")} == set(LEAVES)


@pytest.mark.parametrize("slug", LEAVES)
def test_pictures_and_sources_belong_to_sections_that_are_there(slug: str) -> None:
    speaker = method.Speaker(ENGLISH, method.Voice(name="Mia"))
    page = method.page_of(slug, speaker)
    named = {*LEAVES[slug].pictures, *LEAVES[slug].sources}
    assert named - {section.key for section in page.sections} == set()


@pytest.mark.parametrize("slug", LEAVES)
def test_whatever_tells_a_number_tells_where_it_is_from(slug: str) -> None:
    telling = {
        key.split(".")[2]
        for key in ENGLISH.keys(f"pages.{slug}")
        if re.search(
            r"\b(one \w+ in four|a third|five minutes|most|studies|trial)\b|\d",
            ENGLISH.text(key),
        )
    }
    assert telling - {"lead"} - set(LEAVES[slug].sources) == set()


def test_shelves_of_the_reasons_stand_under_a_reason_that_is_there() -> None:
    keys = {key.split(".")[2] for key in ENGLISH.keys("pages.happens")}
    assert {shelf.key for shelf in SHELVES} - {"conditions"} <= keys


@pytest.mark.parametrize("slug", LEAVES)
def test_every_page_opens_for_everybody_of_the_family(cast: Cast, slug: str) -> None:
    for person in (cast.anna, cast.rosa, cast.owls, cast.tim):
        assert get(person.client, cast, "guide-page", slug).status_code == 200


@pytest.mark.parametrize("situation", Situation)
def test_every_situation_opens(cast: Cast, situation: str) -> None:
    assert get(cast.anna.client, cast, "words-for", situation).status_code == 200


@pytest.mark.parametrize(("name", "what"), [("guide-page", "x"), ("words-for", "x")])
def test_what_is_not_there_is_not_found(cast: Cast, name: str, what: str) -> None:
    assert get(cast.anna.client, cast, name, what).status_code == 404


def test_the_guide_leads_to_all_of_it(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "guide"))
    doors = [("guide-page", slug) for slug in LEAVES]
    for name, *more in [("words",), ("books",), ("signs",), ("worry",), *doors]:
        assert f'href="{address(cast, name, *more)}"' in page


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("diary", ("diary",)),
        ("BATH", ("words-for", "holding")),
        ("blood", ("signs",)),
        ("grandma", ("guide-page", "grandma")),
    ],
)
def test_what_is_looked_for_is_found(
    cast: Cast, query: str, leads_to: tuple[str, ...]
) -> None:
    page = text_of(get(cast.anna.client, cast, "guide", q=query))
    matches = page[page.index('id="matches"') : page.index("</search>")]
    assert address(cast, *leads_to) in matches


def test_one_letter_finds_nothing_and_says_so(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "guide", q="e"))
    assert "Another word?" in page


def test_what_fits_the_moment_is_found_first(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.PANTS)
    page = text_of(get(cast.anna.client, cast, "guide", q="potty"))
    found = page.partition('id="matches"')[2]
    first = address(cast, "words-for", "accident")
    assert found.index(first) < found.index(address(cast, "party"))


def test_who_may_not_see_a_room_does_not_find_it(cast: Cast) -> None:
    page = text_of(get(cast.owls.client, cast, "guide", q="in the way"))
    assert address(cast, "why-not") not in page


def test_the_way_around_leads_to_the_guide(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "today", face="day"))
    assert f'href="{address(cast, "guide")}"' in page


def test_what_was_just_written_stands_first_among_the_words(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.PANTS)
    page = text_of(get(cast.anna.client, cast, "words"))
    first = page.index("/guide/words/")
    assert page[first:].startswith("/guide/words/accident/")


def test_words_are_read_aloud_first_and_then_by_the_reader(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "words-for", "accident"))
    assert "<q>That’s okay. These things slip out.</q>" in page
    assert "pass the bread" in page


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("rosa", "That is all that is needed"),
        ("owls", "without the group"),
        ("tim", "That is all that is needed"),
    ],
)
def test_each_reader_finds_the_own_words_open(cast: Cast, who: str, said: str) -> None:
    person = getattr(cast, who)
    assert said in text_of(get(person.client, cast, "words-for", "accident"))


def test_another_reader_is_one_tap_away(cast: Cast) -> None:
    query = {"for": "preschool"}
    page = text_of(get(cast.anna.client, cast, "words-for", "accident", **query))
    assert "without the group" in page


def test_a_reader_without_words_finds_those_of_others(cast: Cast) -> None:
    page = text_of(get(cast.owls.client, cast, "words-for", "still_at_twelve"))
    assert 'aria-current="true">Parents' in page


def test_the_words_are_in_the_familys_own(cast: Cast) -> None:
    wrote(cast, method.lasting.Settings, word="kaka")
    page = text_of(get(cast.anna.client, cast, "words-for", "accident"))
    assert "Kaka lives in the potty" in page


def test_a_reason_leads_to_its_books(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "guide-page", "happens"))
    assert f'href="{address(cast, "books")}#pain"' in page
    assert 'id="pain"' in text_of(get(cast.anna.client, cast, "books"))


def test_books_are_facts_without_a_shop(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "books"))
    assert "It Hurts When I Poop!" in page
    assert "http" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("slug", ["alone", "normal"])
def test_every_figure_links_to_its_study(cast: Cast, slug: str) -> None:
    page = text_of(get(cast.anna.client, cast, "guide-page", slug))
    figures = page.count('<li class="card">')
    assert figures >= 7
    assert page.count('class="source"') >= figures


def test_what_is_in_place_is_ticked_as_the_family_told(cast: Cast) -> None:
    told = I.Told.SITS_DRESSED, I.Told.WANTS_TO
    wrote(cast, I.Interview, topic=I.Topic.CAN_ALREADY, answers=told)
    for slug in ("ready", "preschool"):
        page = text_of(get(cast.anna.client, cast, "guide-page", slug))
        assert page.count("✓") == 2


def test_preschool_does_not_read_the_familys_answers(cast: Cast) -> None:
    wrote(cast, I.Interview, topic=I.Topic.CAN_ALREADY, answers=(I.Told.WANTS_TO,))
    assert "✓" not in text_of(get(cast.owls.client, cast, "guide-page", "ready"))


def test_nothing_is_ticked_as_long_as_nobody_told(cast: Cast) -> None:
    assert "✓" not in text_of(get(cast.anna.client, cast, "guide-page", "ready"))


def test_the_letter_has_a_place_to_sign(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "guide-page", "preschool"))
    assert "Date and signature" in page


CALLING = [("guide-page", "alone"), ("words-for", "end_of_strength"), ("worry",)]


@pytest.mark.parametrize("where", CALLING)
def test_whom_to_call_is_what_the_host_set(
    cast: Cast, settings: Any, where: tuple[str, ...]
) -> None:
    settings.STEPSTOOL_HELP_LINES = [("Parent line", "+44 12 34")]
    page = text_of(get(cast.anna.client, cast, *where))
    assert 'href="tel:+441234"' in page
    assert "Parent line" in page


@pytest.mark.parametrize("where", CALLING)
def test_without_that_no_number_is_invented(cast: Cast, where: tuple[str, ...]) -> None:
    assert "tel:" not in text_of(get(cast.anna.client, cast, *where))


def test_no_other_page_of_words_speaks_of_calling(cast: Cast, settings: Any) -> None:
    settings.STEPSTOOL_HELP_LINES = [("Parent line", "+44 12 34")]
    pages = {
        name: text_of(get(cast.anna.client, cast, "guide-page", name))
        for name in LEAVES
    }
    assert [name for name, page in pages.items() if "Parent line" in page] == ["alone"]


OPENED = [
    ("guide",),
    ("words",),
    ("words-for", "holding"),
    ("books",),
    ("guide-page", "preschool"),
]


@pytest.mark.parametrize("where", OPENED, ids=str)
def test_a_page_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any, where: tuple[str, ...]
) -> None:
    client = cast.anna.client
    with django_assert_max_num_queries(9):
        assert get(client, cast, *where).status_code == 200


@pytest.mark.parametrize("where", OPENED, ids=str)
def test_a_page_turns_from_right_to_left(
    cast: Cast, pseudo: str, where: tuple[str, ...]
) -> None:
    answer = cast.anna.client.get(
        address(cast, *where), headers={"accept-language": pseudo}
    )
    assert 'dir="rtl"' in text_of(answer)


def test_the_place_is_looked_through_in_a_short_list_with_pictures(cast: Cast) -> None:
    said = text_of(get(cast.anna.client, cast, "guide-page", "posture"))
    check = said[said.index('class="plain check"') :]
    check = check[: check.index("</ul>")]
    for thing in ("The stool", "Feet and knees", "The seat", "The light", "The door"):
        assert f"<h2>{thing}</h2>" in check
    assert check.count("<svg") == check.count("<li>")
    assert said.count("<details") == 1  # one list of sources, at its end
