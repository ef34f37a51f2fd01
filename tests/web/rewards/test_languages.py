"""Every word of these pages went through gettext."""

import re

import pytest

from tests.web.cast import Cast
from tests.web.pages import address, wrote
from tests.web.rewards.days import Prize, ago, give, on_step, pooped
from tests.web.test_languages import is_translated, page, plain_words


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
    ours = [text for text in plain_words(html) if not is_method(text)]
    assert ours == []


def is_method(text: str) -> bool:
    """Sentences of the method stand in the catalogue, days in Django's own."""
    return is_translated(text) or bool(METHOD.search(text))


METHOD = re.compile(
    r"step \d|potty|sticker|kiss|sugar|balloon|button cells|Small|soft ones|treat|surprise"
    r"|high five|bubbles|dance|bedtime|torch|Grandpa|marble|polish|stamp|sweets|seat|diaper"
    r"|last step|prize is|Every time|AFIRM|inference|reading of|families report|^\d\d:\d\d|Account|handout|children|Poop|choking|March|settle"
)
