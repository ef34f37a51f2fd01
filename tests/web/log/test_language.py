"""Every word of these pages went through gettext: in the made-up language none is plain."""

import pytest

from stepstool.web.diary.kinds import KINDS
from tests.web.cast import Cast
from tests.web.pages import address
from tests.web.test_languages import page, plain_words

PAGES = ["poop", "more", "diary", "is-holding", "cannot-sleep", "worry"]


@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_page_is_plain(cast: Cast, pseudo: str, name: str) -> None:
    html = page(cast.anna.client, address(cast, name), pseudo)
    assert plain_words(html) == []


@pytest.mark.parametrize(
    "kind", sorted(each.name for each in KINDS.values() if each.by_hand)
)
def test_no_word_of_a_form_is_plain(cast: Cast, pseudo: str, kind: str) -> None:
    html = page(cast.anna.client, address(cast, "write", kind), pseudo)
    assert plain_words(html) == []
