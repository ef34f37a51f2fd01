"""What the family chooses: sweets, prices, the prize, fading, and the gate before promises."""

import re
from typing import Any

import pytest

from stepstool import method
from stepstool.web.pictures import picture
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote
from tests.web.rewards.days import (
    Move,
    Plan,
    Price,
    Prize,
    Settings,
    ago,
    grown,
    on_step,
    page,
    pooped,
)

PRICE = {"ladder": "b", "step": "5", "thing": "stamp", "first": "1", "then": "1"}
YES, NO = method.YesNo.YES, method.YesNo.NO


def shut(cast: Cast) -> None:
    word = method.health.Word.CONSTIPATED
    wrote(cast, method.health.ClinicianWord, at=ago(1), word=word)


def quieter(cast: Cast) -> list[Any]:
    """Give what was chosen about fading."""
    return [each for each in stored(cast, Settings) if each.fading]


def choose(cast: Cast, name: str, who: str = "anna", **fields: str) -> str:
    return text_of(post(getattr(cast, who).client, cast, name, **fields))


@pytest.mark.parametrize(
    ("kind", "sweets", "things"),
    [("sweets", YES, YES), ("no_sweets", NO, YES), ("no_things", NO, NO)],
)
def test_sweets_things_or_neither(
    cast: Cast, kind: str, sweets: str, things: str
) -> None:
    said = choose(cast, "reward-house", kind=kind)
    (settings,) = stored(cast, Settings)
    assert (settings.sweets, settings.things) == (sweets, things)
    assert f'value="{kind}" checked' in said


def test_no_sweets_shows_at_once(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    choose(cast, "reward-house", kind="no_sweets")
    assert "A sticker, for the first time on step 5." in page(cast)


def test_nothing_is_ticked_before_somebody_chose(cast: Cast) -> None:
    asked = page(cast, name="reward-choices").split('name="kind"')
    assert len(asked) > 8
    assert not any(" checked" in each.split(">")[0] for each in asked[1:])


def test_one_small_thing_for_all_steps(cast: Cast) -> None:
    on_step(cast, 2)
    choose(cast, "reward-house", kind="stamp")
    assert "A stamp on the hand for each one." in page(cast, name="reward-choices")


def test_something_of_their_own(cast: Cast) -> None:
    grown(cast)
    said = choose(cast, "reward-house", kind="own", own="a slice of pear")
    (settings,) = stored(cast, Settings)
    assert (settings.treat, settings.treat_chokes) == (
        "a slice of pear",
        method.UNKNOWN,
    )
    assert 'value="own" checked' in said
    assert "a slice of pear" in page(cast, "rosa", "reward-choices")


def test_their_own_needs_a_word(cast: Cast) -> None:
    assert "A word is enough." in choose(cast, "reward-house", kind="own")
    assert stored(cast, Settings) == []


class TestUnderFour:
    """Mia is two and a half, as in the cast."""

    QUESTION = "Is it hard, round, sticky or chewy?"

    def test_it_is_asked_whether_it_chokes(self, cast: Cast) -> None:
        assert self.QUESTION in page(cast, name="reward-choices")
        said = choose(cast, "reward-house", kind="own", own="a slice of pear")
        assert "Yes or no." in said
        assert stored(cast, Settings) == []

    def test_a_no_is_kept(self, cast: Cast) -> None:
        choose(cast, "reward-house", kind="own", own="a slice of pear", chokes="no")
        assert stored(cast, Settings)[0].treat_chokes == NO

    @pytest.mark.parametrize(
        ("own", "chokes"), [("a slice of pear", "yes"), ("Gummy bears", "no")]
    )
    def test_what_may_choke_is_refused(self, cast: Cast, own: str, chokes: str) -> None:
        said = choose(cast, "reward-house", kind="own", own=own, chokes=chokes)
        assert "Under four this can choke." in said
        assert stored(cast, Settings) == []

    def test_so_it_is_for_a_step_and_for_the_prize(self, cast: Cast) -> None:
        told = {"ladder": "b", "ladder_version": 1, "move": Move.START, "step": 5}
        wrote(cast, Plan, at=ago(3), **told)
        own = PRICE | {"thing": "own", "own": "popcorn", "chokes": "no"}
        assert "Under four this can choke." in choose(cast, "reward-price", **own)
        said = choose(cast, "reward-prize", what="a bag of marbles")
        assert "Under four this can choke." in said
        assert stored(cast, Price) == stored(cast, Prize) == []

    def test_from_four_on_nobody_asks(self, cast: Cast) -> None:
        grown(cast)
        assert self.QUESTION not in page(cast, name="reward-choices")


def test_what_must_not_be_eaten_stands_on_the_page(cast: Cast) -> None:
    choose(cast, "reward-house", kind="sweets", allergies="nuts")
    assert "nuts" in page(cast)
    assert "nuts" in page(cast, "rosa", "reward-choices")


def test_it_can_be_emptied_again(cast: Cast) -> None:
    wrote(cast, Settings, at=ago(1), sweets=YES, allergies="nuts")
    assert "Not to be eaten" in page(cast)
    choose(cast, "reward-house", kind="sweets", allergies="")
    assert "Not to be eaten" not in page(cast)


def test_nothing_chosen_is_said_in_words(cast: Cast) -> None:
    said = choose(cast, "reward-house")
    assert "Which one? Tap one of them." in said
    assert stored(cast, Settings) == []


def test_a_price_of_ones_own(cast: Cast) -> None:
    on_step(cast)
    own = PRICE | {"thing": "own", "own": "a raisin", "jar": "20"}
    said = choose(cast, "reward-price", **own)
    (price,) = stored(cast, Price)
    assert (price.thing, price.first, price.jar) == ("a raisin", 1, 20)
    assert "A raisin, once a day." in said


def test_a_price_without_numbers(cast: Cast) -> None:
    on_step(cast)
    choose(cast, "reward-price", ladder="b", step="5", thing="stamp")
    (price,) = stored(cast, Price)
    assert {price.first, price.then, price.jar} == {method.UNKNOWN}


def test_ones_own_needs_a_word(cast: Cast) -> None:
    on_step(cast)
    said = choose(cast, "reward-price", **(PRICE | {"thing": "own"}))
    assert "A word is enough." in said


def test_a_ladder_that_is_not_there(cast: Cast) -> None:
    said = choose(cast, "reward-price", **(PRICE | {"ladder": "x"}))
    assert "This ladder is not there." in said
    assert stored(cast, Price) == []


def test_prices_that_grow_bring_a_word(cast: Cast) -> None:
    on_step(cast)
    said = choose(cast, "reward-price", **(PRICE | {"first": "12"}))
    assert "Rather a smaller step than a bigger prize." in said


def test_the_prize(cast: Cast) -> None:
    said = choose(cast, "reward-prize", what="The kite", place="On the shelf")
    (prize,) = stored(cast, Prize)
    assert (prize.what, prize.place) == ("The kite", "On the shelf")
    assert "No button cells and no magnets" in said


def test_a_prize_without_a_place(cast: Cast) -> None:
    choose(cast, "reward-prize", what="The kite")
    (prize,) = stored(cast, Prize)
    assert not prize.place


def test_a_prize_has_a_picture_that_a_child_knows_it_by(cast: Cast) -> None:
    said = choose(cast, "reward-prize", what="The kite", picture="kite")
    (prize,) = stored(cast, Prize)
    assert prize.picture is method.promises.PrizePicture.KITE
    drawn = re.search(r'<p class="prize">(<svg.*?</svg>)', said)
    assert drawn
    assert drawn[1] == picture("prize_kite", size=80)


def test_a_picture_that_is_none_is_refused(cast: Cast) -> None:
    choose(cast, "reward-prize", what="The kite", picture="moon")
    assert stored(cast, Prize) == []


@pytest.mark.parametrize("each", method.promises.PrizePicture)
def test_every_picture_of_a_prize_can_be_drawn_and_chosen(
    cast: Cast, each: str
) -> None:
    page = text_of(get(cast.anna.client, cast, "reward-choices"))
    assert f'name="picture" value="{each}"' in page
    assert picture(f"prize_{each}") in page


def test_a_prize_needs_a_word(cast: Cast) -> None:
    assert "A word is enough." in choose(cast, "reward-prize", what="")


def test_the_stages_are_planned_from_the_start(cast: Cast) -> None:
    on_step(cast)
    said = page(cast, name="reward-choices")
    assert "Not before Tuesday, 31 March." in said
    assert said.count("From now on</button>") == 3


def test_the_parent_decides_how_quiet(cast: Cast) -> None:
    on_step(cast)
    choose(cast, "reward-fading", fading="surprise")
    (settings,) = quieter(cast)
    assert settings.fading == "surprise"


def test_a_stage_that_is_none(cast: Cast) -> None:
    choose(cast, "reward-fading", fading="silence")
    assert quieter(cast) == []


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("reward-price", PRICE),
        ("reward-prize", {"what": "The kite"}),
        ("reward-fading", {"fading": "words"}),
    ],
)
def test_while_softness_comes_first_nothing_new_is_promised(
    cast: Cast, name: str, fields: dict[str, str]
) -> None:
    on_step(cast)
    shut(cast)
    said = choose(cast, name, **fields)
    assert "Softness comes first, so nothing was changed." in said
    assert stored(cast, Price) == stored(cast, Prize) == quieter(cast) == []


def test_one_stage_back_is_fine_at_any_time(cast: Cast) -> None:
    on_step(cast)
    quiet = method.lasting.Fading.WORDS
    wrote(cast, Settings, at=ago(1), fading=quiet)
    shut(cast)
    choose(cast, "reward-fading", fading="every_time")
    assert {each.fading for each in quieter(cast)} == {"words", "every_time"}


def test_while_shut_the_page_shows_the_own_step_only(cast: Cast) -> None:
    on_step(cast)
    shut(cast)
    said = page(cast, name="reward-choices")
    assert "nothing new is promised now" in said
    assert "Give something else" not in said
    assert "10 chocolate kisses the first time" in said


@pytest.mark.parametrize("who", ["rosa", "owls"])
def test_the_parents_choose(cast: Cast, who: str) -> None:
    assert "The parents choose." in page(cast, who, "reward-choices")
    answer = post(getattr(cast, who).client, cast, "reward-house", kind="sweets")
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("kind", "words"),
    [("no_sweets", "No sweets: a sticker"), ("no_things", "No things at all")],
)
def test_others_see_what_was_chosen(cast: Cast, kind: str, words: str) -> None:
    choose(cast, "reward-house", kind=kind)
    assert words in page(cast, "rosa", "reward-choices")
