"""The pages of rewards show what is to be done, and fold the rest."""

import pytest

from stepstool import method
from stepstool.web.families import made_up
from tests.web.cast import Cast
from tests.web.in_sight import words_in_sight
from tests.web.pages import wrote
from tests.web.rewards.days import Price, Prize, Reward, ago, on_step, page, pooped

MOST_WORDS = 140


@pytest.fixture
def lively(cast: Cast) -> Cast:
    """Mia's family on an ordinary day: a week of rewards, a jar, a prize, an allergy."""
    on_step(cast, days=20)
    wrote(cast, method.lasting.Settings, at=ago(19), allergies="Nuts")
    wrote(cast, Prize, at=ago(12), what="A kite as red as a fire engine", place="Shelf")
    jar = {"ladder": "b", "step": 5, "thing": "kisses", "first": 10, "jar": 12}
    wrote(cast, Price, at=ago(12), **jar)
    for days in range(2, 9):
        given = {"reward": method.lasting.RewardKind.TREAT, "what": "kisses"}
        cause = pooped(cast, days=days)
        wrote(cast, Reward, at=ago(days), **given, amount=1, cause=cause)
    pooped(cast)
    return cast


@pytest.mark.parametrize("name", ["rewards", "reward-choices"])
def test_an_ordinary_day_shows_few_words(lively: Cast, name: str) -> None:
    said = words_in_sight(page(lively, name=name))
    assert len(said) <= MOST_WORDS, " ".join(said)


def test_the_made_up_family_reads_as_little(cast: Cast) -> None:

    theirs = f"/family/{made_up.FAMILY}/child/{made_up.CHILD}/rewards/"
    said = words_in_sight(cast.anna.client.get(theirs).content.decode())
    assert 0 < len(said) <= MOST_WORDS, " ".join(said)


@pytest.mark.parametrize("name", ["rewards", "reward-choices"])
def test_what_must_not_be_eaten_is_never_folded(lively: Cast, name: str) -> None:
    assert "Nuts" in " ".join(words_in_sight(page(lively, name=name)))
