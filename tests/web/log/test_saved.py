"""After saving: one question, Undo, and the sentences that belong to blood and pain."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import reading
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

P = method.poop


def test_soft_in_a_diaper_is_the_diapers_picture(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.DIAPER)
    post(cast.anna.client, cast, "answer", key, answer="soft")
    (poop,) = stored(cast, P.Poop)
    assert poop.brussels is P.Brussels.FORMED
    assert poop.bristol is method.UNKNOWN


def test_hard_in_the_potty_is_a_type(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    post(cast.anna.client, cast, "answer", key, answer="hard")
    (poop,) = stored(cast, P.Poop)
    assert (poop.bristol, poop.brussels) == (2, method.UNKNOWN)


def test_a_question_that_was_answered_is_not_asked_again(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="soft"))
    assert 'value="hard"' not in page
    assert 'value="hurt"' in page


def test_who_says_it_hurt_is_thanked(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="hurt"))
    assert "Good that you say so. We go slower." in page


def test_a_streak_has_its_sentence_and_a_look_at_the_signs(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="streak"))
    assert "a small tear is the usual reason" in page
    assert "is one of these signs there too?" in page


def test_blood_mixed_in_leads_to_a_call_on_the_same_page(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="mixed"))
    assert "Please call today" in page


def test_an_answer_of_no_button_is_not_there(cast: Cast) -> None:
    key = wrote(cast, P.Poop)
    assert post(cast.anna.client, cast, "answer", key, answer="x").status_code == 404


def test_undo_takes_back_the_last_thing_only(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop, place=P.Place.POTTY)
    post(client, cast, "answer", key, answer="hurt")
    post(client, cast, "undo", key)
    (poop,) = stored(cast, P.Poop)
    assert poop.pain is method.UNKNOWN


def test_undo_of_a_new_one_removes_it_and_offers_it_back(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(client, cast, "undo", key))
    assert "Taken back: in the potty" in page
    assert stored(cast, P.Poop) == []
    post(client, cast, "restore", key)
    assert len(stored(cast, P.Poop)) == 1


def test_a_carer_cannot_undo_what_a_parent_wrote(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    assert post(cast.rosa.client, cast, "undo", key).status_code == 403
    assert len(stored(cast, P.Poop)) == 1


def test_what_never_was_cannot_be_undone(cast: Cast) -> None:
    assert post(cast.anna.client, cast, "undo", "never").status_code == 404


@pytest.mark.parametrize("key", ["a/b", "row 7?", "ünï#1"])
def test_ids_of_imports_may_be_any_text(cast: Cast, key: str) -> None:
    wrote(cast, P.Poop, id=key, place=P.Place.POTTY)
    client = cast.anna.client
    assert get(client, cast, "saved", key).status_code == 200
    assert get(client, cast, "entry", key).status_code == 200


def test_other_kinds_are_saved_without_a_question(cast: Cast) -> None:
    key = wrote(cast, method.toileting.Pee)
    page = text_of(get(cast.anna.client, cast, "saved", key))
    assert "Saved: Pee" in page
    assert "How was it?" not in page


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (method.health.TummyAche, {}),
        (method.health.Illness, {"symptoms": (method.health.Symptom.VOMITING,)}),
    ],
)
def test_some_entries_are_a_moment_to_look_at_the_signs(cast, kind, told) -> None:
    key = wrote(cast, kind, **told)
    page = text_of(get(cast.anna.client, cast, "saved", key))
    assert "is one of these signs there too?" in page


def test_after_a_poop_in_the_pants_the_words_for_it_are_one_tap_away(
    cast: Cast,
) -> None:
    key = wrote(cast, P.Poop, place=P.Place.PANTS)
    assert "/guide/words/accident/" in text_of(
        get(cast.anna.client, cast, "saved", key)
    )


class TestTheQuestionOfTheStep:
    def on_step(self, cast: Cast, step: int, ladder: str = "b") -> None:
        since = timezone.now() - timedelta(days=3)
        start = {"move": method.lasting.Move.START, "ladder": ladder, "step": step}
        wrote(cast, method.lasting.Plan, at=since, ladder_version=1, **start)

    def after_a_diaper(self, cast: Cast) -> tuple[str, str]:
        key = wrote(cast, P.Poop, place=P.Place.DIAPER)
        return key, text_of(get(cast.anna.client, cast, "saved", key))

    def test_it_asks_for_the_room_where_the_step_is_about_the_room(self, cast: Cast):
        self.on_step(cast, 1)
        _, page = self.after_a_diaper(cast)
        assert "<h1>In the bathroom?</h1>" in page
        assert "<h2>How was it?</h2>" in page

    def test_the_third_tap_makes_it_count(self, cast: Cast) -> None:
        self.on_step(cast, 2)
        key, page = self.after_a_diaper(cast)
        assert "Up on the lid?" in page
        on_it = "sitting_on_lid bathroom"
        page = text_of(post(cast.anna.client, cast, "answer-step", key, answer=on_it))
        assert "Up on the lid?" not in page
        assert "How was it?" in page
        assert "1 of 3 in a row" in text_of(get(cast.anna.client, cast, "plan"))

    def test_another_answer_is_written_as_it_is(self, cast: Cast) -> None:
        self.on_step(cast, 2)
        key, _ = self.after_a_diaper(cast)
        post(cast.anna.client, cast, "answer-step", key, answer="standing")
        (poop,) = stored(cast, P.Poop)
        assert (poop.posture, poop.where) == (P.Posture.STANDING, method.UNKNOWN)

    def test_a_second_tap_changes_nothing(self, cast: Cast) -> None:
        self.on_step(cast, 1)
        key, _ = self.after_a_diaper(cast)
        for room in ("bathroom", "on_the_way"):
            post(cast.anna.client, cast, "answer-step", key, answer=room)
        (poop,) = stored(cast, P.Poop)
        assert poop.where is method.answers.Where.BATHROOM

    def test_an_answer_of_no_tile_is_not_there(self, cast: Cast) -> None:
        self.on_step(cast, 1)
        key, _ = self.after_a_diaper(cast)
        answer = post(cast.anna.client, cast, "answer-step", key, answer="moon")
        assert answer.status_code == 404

    def test_without_a_plan_only_how_it_was_is_asked(self, cast: Cast) -> None:
        _, page = self.after_a_diaper(cast)
        assert "In the bathroom?" not in page
        assert "<h1>How was it?</h1>" in page

    def test_other_entries_have_no_step(self, cast: Cast) -> None:
        self.on_step(cast, 1)
        key = wrote(cast, method.toileting.Pee, place=P.Place.DIAPER)
        page = text_of(get(cast.anna.client, cast, "saved", key))
        assert "In the bathroom?" not in page


class TestPraise:
    def saved(self, cast: Cast, **told) -> str:
        key = wrote(cast, P.Poop, **told)
        return text_of(get(cast.anna.client, cast, "saved", key))

    @pytest.mark.parametrize("place", [P.Place.DIAPER, P.Place.PANTS, P.Place.FLOOR])
    def test_wherever_it_landed_the_words_stand_there(self, cast: Cast, place):
        assert "You let it go" in self.saved(cast, place=place)

    def test_what_hurt_is_not_praised(self, cast: Cast) -> None:
        page = self.saved(cast, place=P.Place.DIAPER, pain=2)
        assert "Good that you say so. We go slower." in page
        assert "You let it go" not in page

    def test_what_was_taken_back_is_not_praised(self, cast: Cast) -> None:
        key = wrote(cast, P.Poop, place=P.Place.DIAPER)
        page = text_of(post(cast.anna.client, cast, "undo", key))
        assert "You let it go" not in page
        assert "Write it after all" in page

    def test_the_first_in_the_potty_has_a_page_of_joy(self, cast: Cast) -> None:
        page = self.saved(cast, place=P.Place.POTTY)
        assert "The first time in the potty or toilet!" in page
        assert "You let it go, right in there!" in page
        assert 'class="joy"' in page

    def test_one_tap_says_that_it_frightened_and_the_party_ends(self, cast: Cast):
        key = wrote(cast, P.Poop, place=P.Place.POTTY)
        page = text_of(post(cast.anna.client, cast, "answer", key, answer="uneasy"))
        assert 'class="joy"' not in page
        assert "you are still all of you" in page

    def test_the_second_is_praised_without_a_party(self, cast: Cast) -> None:
        wrote(cast, P.Poop, place=P.Place.POTTY, at=timezone.now() - timedelta(days=3))
        page = self.saved(cast, place=P.Place.POTTY)
        assert 'class="joy"' not in page
        assert "High five!" in page

    def test_a_family_that_likes_it_quiet_has_it_quiet(self, cast: Cast) -> None:
        quiet = method.lasting.Loudness.QUIET
        since = timezone.now() - timedelta(days=3)
        wrote(cast, method.lasting.Settings, at=since, praise=quiet)
        page = self.saved(cast, place=P.Place.POTTY)
        assert 'class="joy"' not in page
        assert "Your body knows how." in page

    def test_a_sign_to_call_leaves_no_room_for_joy(self, cast: Cast) -> None:
        page = self.saved(cast, place=P.Place.POTTY, blood=P.Blood.MIXED_IN)
        assert "Please call today" in page
        assert 'class="joy"' not in page


class TestAFirstTime:
    @pytest.fixture
    def on_the_lid(self, cast: Cast) -> str:
        since = timezone.now() - timedelta(days=3)
        start = {"move": method.lasting.Move.START, "ladder": "b", "step": 2}
        wrote(cast, method.lasting.Plan, at=since, ladder_version=1, **start)
        now = timezone.now()  # an hour ago may have been yesterday
        key = wrote(cast, P.Poop, place=P.Place.DIAPER, at=now)
        on_it = "sitting_on_lid bathroom"
        post(cast.anna.client, cast, "answer-step", key, answer=on_it)
        return key

    def test_it_waits_for_what_the_step_hangs_on(self, cast: Cast) -> None:
        since = timezone.now() - timedelta(days=3)
        start = {"move": method.lasting.Move.START, "ladder": "b", "step": 2}
        wrote(cast, method.lasting.Plan, at=since, ladder_version=1, **start)
        page = text_of(post(cast.anna.client, cast, "poop", landed="diaper bathroom"))
        assert "Up on the lid?" in page
        assert 'class="joy"' not in page
        assert "Earned" not in page

    def test_it_has_its_page_with_what_it_earns(self, cast: Cast, on_the_lid: str):
        page = text_of(get(cast.anna.client, cast, "saved", on_the_lid))
        assert "The first time on this step!" in page
        assert "Earned:" in page
        assert "Given" in page
        assert "/plan/so-far/" in page

    def test_today_and_the_story_of_the_way_know_it(
        self, cast: Cast, on_the_lid: str
    ) -> None:
        for name in ("today", "plan-so-far"):
            page = text_of(get(cast.anna.client, cast, name, face="day"))
            assert "The first time on this step!" in page
            assert on_the_lid in page

    def test_the_story_keeps_its_date_for_years(self, cast: Cast) -> None:
        long_ago = timezone.now() - timedelta(days=500)
        key = wrote(cast, P.Poop, place=P.Place.POTTY, at=long_ago)
        page = text_of(get(cast.anna.client, cast, "plan-so-far"))
        assert "The first time in the potty or toilet!" in page
        day = reading.clock_of(cast.mia).day(long_ago)
        assert f'datetime="{day.isoformat()}"' in page
        assert key in page
