from tests.web.cast import Cast
from tests.web.exchange.files import address
from tests.web.test_languages import page, plain_words


def test_every_word_went_through_gettext(cast: Cast, pseudo: str) -> None:
    shown = page(cast.anna.client, address("import", cast.mia), pseudo)
    assert plain_words(shown) == []
