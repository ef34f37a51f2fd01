"""Every word of these pages went through gettext."""

import pytest

from tests.web.cast import Cast
from tests.web.pages import address, wrote
from tests.web.rewards.days import Prize, ago, give, on_step, pooped
from tests.web.test_languages import page, plain_words


@pytest.mark.parametrize("name", ["rewards", "rewards-given", "reward-choices"])
@pytest.mark.parametrize("who", ["anna", "rosa"])
def test_nothing_is_left_plain(cast: Cast, pseudo: str, name: str, who: str) -> None:
    on_step(cast)
    wrote(cast, Prize, at=ago(2), what="Mia", place="Mia")
    pooped(cast, 0.5)
    give(cast)
    pooped(cast)
    html = page(getattr(cast, who).client, address(cast, name), pseudo)
    assert 'dir="rtl"' in html
    assert plain_words(html) == []
