"""One tap on today's page: asks for a diaper, is holding, and the sleepless."""

from datetime import date

import pytest

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

T = method.toileting
ID = "0192d5a0-0000-7000-8000-000000000002"


def test_one_tap_writes_that_a_diaper_was_asked_for_and_given(cast: Cast) -> None:
    page = text_of(post(cast.anna.client, cast, "asks-for-diaper", id=ID))
    (asked,) = stored(cast, T.DiaperRequest)
    assert (asked.id, asked.given) == (ID, method.YesNo.YES)
    assert "Give it." in page
    assert "Here you are. Tell me when you’re done." in page


def test_a_child_without_words_need_not_tell(cast: Cast) -> None:
    says = method.lasting.Talks.NO_WORDS
    wrote(cast, method.lasting.Settings, talks=says)
    page = text_of(post(cast.anna.client, cast, "asks-for-diaper", id=ID))
    assert "Here you are. All done?" in page


def test_what_was_taken_back_is_not_said_to_be_written_down(cast: Cast) -> None:
    client = cast.anna.client
    assert "Written down, just now." in text_of(
        post(client, cast, "asks-for-diaper", id=ID)
    )
    post(client, cast, "undo", ID)
    page = text_of(get(client, cast, "diaper-given", ID))
    assert "Taken back." in page
    assert "Write it after all" in page
    assert "Written down" not in page


def test_tapped_twice_it_is_one(cast: Cast) -> None:
    client = cast.anna.client
    for _ in range(2):
        post(client, cast, "asks-for-diaper", id=ID)
    assert len(stored(cast)) == 1


def test_one_more_tap_says_where_it_was_put_on(cast: Cast) -> None:
    client = cast.anna.client
    page = text_of(post(client, cast, "asks-for-diaper", id=ID))
    assert "Where was it put on?" in page
    page = text_of(post(client, cast, "diaper-room", ID, where="bathroom"))
    assert "Where was it put on?" not in page
    (asked,) = stored(cast, T.DiaperRequest)
    assert asked.where is method.answers.Where.BATHROOM


@pytest.mark.parametrize("where", ["moon", "living_room", ""])
def test_a_room_of_no_tile_is_not_there(cast: Cast, where: str) -> None:
    post(cast.anna.client, cast, "asks-for-diaper", id=ID)
    answer = post(cast.anna.client, cast, "diaper-room", ID, where=where)
    assert answer.status_code == 404


def test_of_other_entries_no_such_room_is_asked(cast: Cast) -> None:
    key = wrote(cast, T.Pee)
    answer = post(cast.anna.client, cast, "diaper-room", key, where="bathroom")
    assert answer.status_code == 404
    page = text_of(get(cast.anna.client, cast, "diaper-given", key))
    assert "Where was it put on?" not in page


def test_it_is_written_by_a_button_only(cast: Cast) -> None:
    assert get(cast.anna.client, cast, "asks-for-diaper").status_code == 405


def test_a_reader_cannot_write_it(cast: Cast) -> None:
    assert post(cast.tim.client, cast, "asks-for-diaper").status_code == 403


def test_holding_and_pushing_stand_side_by_side(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "is-holding"))
    assert 'value="holding"' in page
    assert 'value="about_to_go"' in page


@pytest.mark.parametrize(
    ("meaning", "said"),
    [("holding", "A warm bath, knees up, blow."), ("about_to_go", "Stay near")],
)
def test_each_is_written_and_answered(cast: Cast, meaning: str, said: str) -> None:
    page = text_of(post(cast.anna.client, cast, "is-holding", meaning=meaning))
    (signal,) = stored(cast, T.Signal)
    assert signal.meaning == meaning
    assert said in page


def test_a_meaning_of_no_button_is_not_there(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "is-holding", meaning="sleeping")
    assert answer.status_code == 404


def test_what_helps_belongs_to_a_sign(cast: Cast) -> None:
    post(cast.anna.client, cast, "asks-for-diaper", id=ID)
    assert get(cast.anna.client, cast, "what-helps", ID).status_code == 404


def test_the_figure_is_for_toddlers(cast: Cast) -> None:
    cast.mia.born = date(date.today().year - 2, 1, 1)  # noqa: DTZ011 - any day does
    cast.mia.save()
    page = text_of(get(cast.anna.client, cast, "cannot-sleep"))
    assert "three in four were through it within half a year" in page


def test_of_older_children_we_know_less_and_say_so(cast: Cast) -> None:
    cast.mia.born = date(date.today().year - 5, 1, 1)  # noqa: DTZ011 - any day does
    cast.mia.save()
    page = text_of(get(cast.anna.client, cast, "cannot-sleep"))
    assert "We know less about your child’s age" in page
    assert "half a year" not in page


def test_who_is_at_the_end_may_step_away(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "cannot-sleep"))
    assert "Step away: the child is safe." in page
