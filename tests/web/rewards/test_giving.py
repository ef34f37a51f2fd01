"""Given: one tap, one entry, two phones, an undo."""

from django.utils import timezone

from stepstool import method
from stepstool.web.diary import reading, writing
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of, wrote
from tests.web.rewards.days import (
    Prize,
    Reward,
    ago,
    dues,
    give,
    given,
    on_step,
    page,
    pooped,
)


def test_what_is_due_is_there_with_one_tap(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    said = page(cast)
    assert "10 chocolate kisses, for the first time on step 5." in said
    assert "The special sticker, for the potty." in said
    assert said.count(">Given</button>") == 2


def test_one_tap_writes_it_down(cast: Cast) -> None:
    on_step(cast)
    poop = pooped(cast)
    answer = give(cast, what=0)
    assert "Given: " in text_of(answer)
    (reward,) = given(cast)
    assert reward.cause == poop


def test_two_phones_make_one(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    due = dues(cast)[0].id
    post(cast.anna.client, cast, "reward-give", due=due)
    post(cast.ben.client, cast, "reward-give", due=due)
    assert len(given(cast)) == 1


def test_the_second_phone_sees_that_it_was_given(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    due = dues(cast)[0].id
    post(cast.anna.client, cast, "reward-give", due=due)
    assert "Given: " in text_of(post(cast.ben.client, cast, "reward-give", due=due))


def test_a_due_that_is_no_more_leads_back(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "reward-give", due="gone")
    assert "Nothing is waiting" in text_of(answer)


def test_something_else_may_be_given(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    step = next(n for n, each in enumerate(dues(cast)) if each.instead)
    give(cast, what=step, instead="nail_polish")
    assert [each.what for each in given(cast)] == ["nail_polish"]


def test_what_is_not_offered_is_not_there(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    assert give(cast, instead="a_pony").status_code == 404


def test_undo_and_after_all(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    give(cast)
    (reward,) = given(cast)
    undone = text_of(post(cast.anna.client, cast, "reward-undo", reward.id))
    assert "Taken out again: " in undone
    assert given(cast) == []
    post(cast.anna.client, cast, "reward-restore", reward.id)
    assert len(given(cast)) == 1


def test_given_after_an_undo_is_given(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    give(cast)
    (reward,) = given(cast)
    post(cast.anna.client, cast, "reward-undo", reward.id)
    post(cast.anna.client, cast, "reward-give", due=reward.id)
    assert [each.id for each in given(cast)] == [reward.id]


def test_only_what_belongs_here_is_undone_here(cast: Cast) -> None:
    poop = pooped(cast)
    assert post(cast.anna.client, cast, "reward-undo", poop).status_code == 404
    assert get(cast.anna.client, cast, "rewards", touched=poop).status_code == 404


def test_grandma_gives_and_everybody_sees_it(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    give(cast, who="rosa")
    assert "Rosa" in page(cast)
    assert "Rosa" in page(cast, name="rewards-given")


def test_what_another_gave_is_not_grandmas_to_undo(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    give(cast)
    (reward,) = given(cast)
    assert post(cast.rosa.client, cast, "reward-undo", reward.id).status_code == 403


def test_who_reads_along_gives_nothing(cast: Cast) -> None:
    on_step(cast)
    pooped(cast)
    assert ">Given</button>" not in page(cast, "tim")
    assert give(cast, who="tim").status_code == 403


def test_what_is_older_is_asked_about_together(cast: Cast) -> None:
    on_step(cast, days=6)
    for days in (5, 4):
        pooped(cast, days)
    said = page(cast)
    assert "4 from the days before" in said
    assert "Nothing is waiting" in said
    post(cast.anna.client, cast, "reward-give-older")
    assert len(given(cast)) == 4
    assert {each.at.date() for each in given(cast)} == {ago(5).date(), ago(4).date()}


def test_correcting_the_poop_takes_nothing_back(cast: Cast) -> None:
    on_step(cast)
    poop = pooped(cast)
    give(cast)
    entry = reading.entry(cast.anna.membership, cast.mia, poop)
    writing.remove(cast.anna.membership, cast.mia, [entry.id])
    assert len(given(cast)) == 1
    assert "Given lately" in page(cast)


def test_the_prize_is_handed_over_and_its_day_is_marked(cast: Cast) -> None:
    wrote(cast, Prize, at=ago(2), what="The kite", place="On the shelf")
    assert "Nobody hurries." in page(cast)
    pooped(cast)
    assert "The kite: the prize is Mia’s now." in page(cast)
    number = [each.picture for each in dues(cast)].index("prize")
    give(cast, what=number)
    assert "Mia’s since Friday, 20 March." in page(cast)


def test_without_anything_the_page_is_calm(cast: Cast) -> None:
    assert "Small, at once, for the place and the try." in page(cast)
    assert "Nothing yet. There is no hurry." in page(cast, name="rewards-given")


def test_on_a_step_the_page_says_what_it_earns(cast: Cast) -> None:
    on_step(cast)
    assert "10 chocolate kisses the first time" in page(cast)


def test_an_accident_is_greeted_and_costs_nothing(cast: Cast) -> None:
    on_step(cast)
    pooped(cast, 0.2)
    before = len(dues(cast))
    pooped(cast, place=method.poop.Place.PANTS, wearing=method.poop.Wearing.PANTS)
    assert "That’s okay." in page(cast)
    assert len(dues(cast)) == before


def test_the_jar_is_a_thing_for_grown_ups(cast: Cast) -> None:
    on_step(cast)
    jar = {"ladder": "b", "step": 5, "thing": "kisses", "first": 10, "jar": 12}
    wrote(cast, method.promises.Price, at=ago(2), **jar)
    assert "12 pieces are left in the jar." in page(cast)


def test_a_reward_without_a_cause_stands_in_the_list(cast: Cast) -> None:
    wrote(cast, Reward, at=timezone.now(), what="A hug")
    assert "A hug" in page(cast, name="rewards-given")
    assert stored(cast, Reward)


def test_the_pages_ask_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    on_step(cast)
    pooped(cast)
    client = cast.anna.client
    names = ("rewards", "rewards-given", "reward-choices")
    for each in [address(cast, name) for name in names]:
        with django_assert_max_num_queries(8):
            assert client.get(each).status_code == 200
