import pytest
from django.test import Client
from django.urls import reverse

from tests.web.test_languages import page, plain_words
from tests.web.welcome.evening import tell


@pytest.mark.parametrize(
    "name", ["home", "start-where", "start-lately", "start-signs", "keep"]
)
def test_every_word_went_through_gettext(
    visitor: Client, pseudo: str, name: str
) -> None:
    tell(visitor)
    assert plain_words(page(visitor, reverse(name), pseudo)) == []
