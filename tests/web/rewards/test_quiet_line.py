"""After a success: one quiet line, with one tap."""

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, post, text_of, wrote
from tests.web.rewards.days import P, ago, dues, given, on_step, page, pooped

LINE = "Earned: 10 chocolate kisses, the special sticker."


def soft_days(cast: Cast) -> None:
    """A week so soft, and answered so well, that today has nothing to ask."""
    for days in range(9, 0, -1):
        wrote(cast, P.Poop, at=ago(days), place=P.Place.DIAPER, bristol=4, pain=0)
    for sign in method.health.DangerKey:
        gone = method.health.DangerAnswer.NOT_HERE
        wrote(cast, method.health.DangerSign, at=ago(0.1), sign=sign, answer=gone)


def saved(cast: Cast, poop: str, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "saved", poop))


def test_it_stands_on_the_saved_page(cast: Cast) -> None:
    on_step(cast)
    assert LINE in saved(cast, pooped(cast))


def test_one_tap_says_that_all_of_it_was_given(cast: Cast) -> None:
    on_step(cast)
    poop = pooped(cast)
    wanted = [each.id for each in dues(cast)]
    post(cast.anna.client, cast, "reward-give", due=wanted)
    assert {each.cause for each in given(cast)} == {poop}
    assert len(given(cast)) == 2
    assert LINE not in saved(cast, poop)


def test_it_is_not_there_for_what_was_taken_back(cast: Cast) -> None:
    on_step(cast)
    poop = pooped(cast)
    post(cast.anna.client, cast, "undo", poop)
    assert "Earned" not in saved(cast, poop)


def test_a_family_that_does_not_reward_is_left_in_peace(cast: Cast) -> None:
    assert "Earned" not in saved(cast, pooped(cast))
    assert "Earned" not in page(cast, name="today")


def test_it_stands_on_todays_page_until_it_was_given(cast: Cast) -> None:
    on_step(cast)
    soft_days(cast)
    pooped(cast)
    assert LINE in page(cast, name="today")


def test_a_question_of_today_goes_first(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    assert LINE not in page(cast, name="today")


def test_what_was_earned_yesterday_is_not_on_todays_page(cast: Cast) -> None:
    on_step(cast)
    pooped(cast, 1)
    assert "Earned" not in page(cast, name="today")
    assert ago(1) < ago(0)


def test_who_reads_along_is_not_asked(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    assert "Earned" not in page(cast, "tim", "today")


def test_the_plan_says_what_this_family_gives(cast: Cast) -> None:
    on_step(cast)
    post(cast.anna.client, cast, "reward-house", kind="no_sweets")
    assert "A sticker, once a day." in page(cast, name="plan")
    assert "kisses" not in page(cast, name="today")
