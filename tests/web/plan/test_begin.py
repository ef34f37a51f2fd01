"""Beginning: with what the child does today, told in a sentence, with a handshake."""

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import stored, wrote
from tests.web.plan.diaries import (
    NO,
    ON_THE_SEAT,
    YES,
    Move,
    Plan,
    ago,
    decide,
    decided,
    newest,
    plan_page,
    soft,
    sore,
)

Settings = method.lasting.Settings
BigChange, ChangeKind = method.days.BigChange, method.days.ChangeKind


def chosen(cast: Cast, **told: object) -> None:
    soft(cast, 9, 0, **told)
    decided(cast, 0.01)


def test_it_begins_with_what_the_child_does_today(cast: Cast) -> None:
    chosen(cast, **ON_THE_SEAT)
    assert 'name="step" value="3" required checked' in plan_page(cast)


def test_a_chosen_ladder_is_drawn_as_not_begun_yet(cast: Cast) -> None:
    chosen(cast)
    page = plan_page(cast)
    assert "A path of 5 steps to the potty, not begun yet." in page
    assert "is on step" not in page


def test_the_sentence_for_the_child_is_there(cast: Cast) -> None:
    chosen(cast)
    assert "Shall we try that?" in plan_page(cast)


def test_what_is_earned_is_said_before_it_begins(cast: Cast) -> None:
    chosen(cast)
    assert "A sticker for each one." in plan_page(cast)


def test_what_to_prepare_tonight_is_said_for_the_step_it_begins_with(
    cast: Cast,
) -> None:
    chosen(cast, **ON_THE_SEAT)
    tonight = plan_page(cast).partition("For tonight")[2]
    assert "Carry diapers, wipes and a bin into the bathroom." in tonight
    assert "Put something firm there for the feet" in tonight


def test_nothing_is_prepared_while_softness_comes_first(cast: Cast) -> None:
    sore(cast)
    decided(cast, 0.01)
    assert "For tonight" not in plan_page(cast)


def test_all_steps_are_shown_with_their_words(cast: Cast) -> None:
    chosen(cast)
    page = plan_page(cast)
    assert page.count('<span class="number">') == 5


def test_a_handshake_begins_it(cast: Cast) -> None:
    chosen(cast)
    decide(cast, move="start", step=1, needs_step=1, child_agreed="yes")
    begun = newest(cast)
    assert (begun.move, begun.step, begun.child_agreed) == (Move.START, 1, YES)
    assert "Step 1 of 5" in plan_page(cast)


def test_the_parent_may_begin_elsewhere(cast: Cast) -> None:
    chosen(cast)
    decide(cast, move="start", step=2, needs_step=1, child_agreed="yes")
    assert "Step 2 of 5" in plan_page(cast)


def test_not_yet_is_written_and_heard(cast: Cast) -> None:
    chosen(cast)
    page = decide(cast, move="start", step=1, not_yet=0).content.decode()
    assert (newest(cast).move, newest(cast).child_agreed) == (Move.START, NO)
    assert "We ask again in a few days." in page
    assert "Agreed: we begin" not in page


def test_without_a_step_it_asks_which(cast: Cast) -> None:
    chosen(cast)
    answer = decide(cast, form="begin", move="start", needs_step=1, child_agreed="yes")
    assert answer.status_code == 422
    assert "Which step? Tap one of them." in answer.content.decode()
    assert len(stored(cast, Plan)) == 1


class TestABigChange:
    def test_start_gently_or_wait(self, cast: Cast) -> None:
        chosen(cast)
        wrote(cast, BigChange, at=ago(4), change=ChangeKind.NEW_BABY)
        page = plan_page(cast)
        assert "start gently, or wait. Both are fine." in page
        assert "Or wait some weeks" in page

    def test_waiting_is_a_break_with_a_day(self, cast: Cast) -> None:
        chosen(cast)
        wrote(cast, BigChange, at=ago(4), change=ChangeKind.NEW_BABY)
        page = decide(cast, move="take_a_break", step=1, until="2026-04-17")
        assert "Break until Friday 17 April" in page.content.decode()


class TestWhatIsEarned:
    def test_it_is_asked_and_nothing_is_ticked(self, cast: Cast) -> None:
        chosen(cast)
        page = plan_page(cast)
        assert "What may Mia earn?" in page
        assert "No sweets: a sticker" in page
        assert "No things at all" in page
        assert 'name="kind" value="sweets">' in page

    def test_the_choice_is_written_with_the_handshake(self, cast: Cast) -> None:
        chosen(cast)
        start = {"move": "start", "step": 1, "needs_step": 1, "child_agreed": "yes"}
        decide(cast, **start, kind="stamp")
        (settings,) = stored(cast, Settings)
        assert settings.treat == "stamp"
        assert "A stamp on the hand for each one." in plan_page(cast)

    def test_left_open_it_is_a_sticker(self, cast: Cast) -> None:
        chosen(cast)
        decide(cast, move="start", step=1, needs_step=1, child_agreed="yes")
        assert stored(cast, Settings) == []
        assert "A sticker for each one." in plan_page(cast)

    def test_what_may_choke_begins_nothing(self, cast: Cast) -> None:
        chosen(cast)
        start = {"move": "start", "step": 1, "needs_step": 1, "child_agreed": "yes"}
        answer = decide(cast, **start, form="begin", kind="own", own="popcorn")
        assert answer.status_code == 422
        assert "Under four this can choke." in answer.content.decode()
        assert [each.move for each in stored(cast, Plan)] == [method.UNKNOWN]

    def test_not_yet_chooses_nothing(self, cast: Cast) -> None:
        chosen(cast)
        decide(cast, move="start", step=1, not_yet=0, kind="")
        assert stored(cast, Settings) == []
