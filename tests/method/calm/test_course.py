"""The facts of the plan, folded."""

from stepstool.method.calm import Course, PlanPlace, course_of
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import Move, Plan
from tests.method.calm.diary import at, entry, plan, record


def folded(*facts: Plan) -> Course:
    return course_of(record(*facts, asked=at(99)).of(Plan))


def stands(course: Course) -> tuple[PlanPlace, str, int]:
    assert course.now is not None
    standing = course.now.standing
    return standing.place, standing.ladder, standing.step


def test_without_facts_it_stands_nowhere():
    assert folded().now is None
    assert folded().at(at(1)) is None


def test_a_start_without_a_step_is_on_the_first():
    assert stands(folded(plan(at(1), Move.START))) == (PlanPlace.ON_STEP, "b", 1)


def test_a_start_the_child_declined_is_only_chosen():
    chosen = folded(plan(at(1), Move.START, child_agreed=YesNo.NO))
    assert stands(chosen) == (PlanPlace.CHOSEN, "b", 1)


def test_a_ladder_named_without_a_move_is_only_chosen():
    assert stands(folded(entry(Plan, at(1), ladder="b")))[0] is PlanPlace.CHOSEN


def test_a_step_named_without_a_move_is_where_the_child_is():
    assert stands(folded(entry(Plan, at(1), ladder="b", step=3)))[2] == 3


def test_nothing_named_says_nothing():
    assert folded(entry(Plan, at(1))).now is None


def test_a_step_without_a_ladder_says_nothing():
    assert folded(entry(Plan, at(1), step=3, move=Move.START)).now is None


def test_a_break_needs_no_ladder():
    assert stands(folded(entry(Plan, at(1), move=Move.TAKE_A_BREAK)))[0] is (
        PlanPlace.ON_BREAK
    )


def test_moving_on_without_a_step_is_one_on():
    assert stands(folded(plan(at(1), Move.START), plan(at(4), Move.MOVE_ON)))[2] == 2


def test_going_back_without_a_step_is_one_back_and_never_below_the_first():
    back = plan(at(4), Move.STEP_BACK), plan(at(6), Move.STEP_BACK)
    assert stands(folded(plan(at(1), Move.START, 2), *back))[2] == 1


def test_staying_keeps_the_stretch():
    course = folded(plan(at(1), Move.START), plan(at(4), Move.STAY))
    assert course.now is not None
    assert course.now.since == at(1)
    assert [fact.move for fact in course.now.facts] == [Move.START, Move.STAY]


def test_a_version_told_later_is_the_same_plan():
    told = plan(at(4), Move.STAY, 1, ladder_version=1)
    course = folded(plan(at(1), Move.START), told)
    assert course.now is not None
    assert course.now.since == at(1)
    assert course.now.standing.version == 1


def test_a_break_keeps_its_place_on_the_ladder():
    course = folded(
        plan(at(1), Move.START, 3), entry(Plan, at(4), move=Move.TAKE_A_BREAK)
    )
    assert stands(course) == (PlanPlace.ON_BREAK, "b", 3)


def test_another_ladder_begins_at_its_own_first_step():
    other = entry(Plan, at(4), move=Move.START, ladder="diaper_fading")
    assert stands(folded(plan(at(1), Move.START, 3), other))[1:] == ("diaper_fading", 1)


def test_another_ladder_named_without_a_move_is_only_chosen():
    other = entry(Plan, at(4), ladder="diaper_fading")
    chosen = folded(plan(at(1), Move.START, 3), other)
    assert stands(chosen) == (PlanPlace.CHOSEN, "diaper_fading", 1)


def test_the_same_ladder_named_again_changes_nothing():
    again = entry(Plan, at(4), ladder="b")
    assert stands(folded(plan(at(1), Move.START, 3), again))[0] is PlanPlace.ON_STEP


def test_after_the_end_a_ladder_can_be_chosen_again():
    again = entry(Plan, at(9), ladder="b")
    ended = plan(at(1), Move.START), plan(at(4), Move.END)
    assert stands(folded(*ended, again))[0] is PlanPlace.CHOSEN


def test_the_end_is_an_end():
    assert stands(folded(plan(at(1), Move.START), plan(at(4), Move.END)))[0] is (
        PlanPlace.ENDED
    )


def test_a_moment_is_judged_by_what_held_then():
    course = folded(plan(at(1), Move.START), plan(at(4), Move.MOVE_ON, 2))
    steps = [course.at(moment) for moment in (at(1), at(3), at(4))]
    assert [each.standing.step for each in steps if each] == [1, 1, 2]


def test_only_what_asks_more_is_harder():
    course = folded(
        plan(at(1), Move.START),
        plan(at(4), Move.MOVE_ON, 2),
        plan(at(6), Move.STEP_BACK, 1),
        entry(Plan, at(8), move=Move.TAKE_A_BREAK),
        plan(at(30), Move.GO_ON, 1),
        plan(at(40), Move.START, 1, ladder="diaper_fading"),
    )
    assert [each.harder for each in course.stretches] == [
        True,
        True,
        False,
        False,
        False,
        True,
    ]


class TestTwoPeopleWithinADay:
    def test_the_easier_holds_though_it_came_first(self):
        first = plan(at(4, 9), Move.STEP_BACK, 1, by="mom")
        later = plan(at(4, 12), Move.MOVE_ON, 3, by="dad")
        course = folded(plan(at(1), Move.START, 2, by="mom"), first, later)
        assert stands(course)[2] == 1
        assert course.disagreement == (first, later)

    def test_the_easier_holds_though_it_came_last(self):
        first = plan(at(4, 9), Move.MOVE_ON, 3, by="mom")
        later = plan(at(4, 12), Move.STAY, 2, by="dad")
        course = folded(plan(at(1), Move.START, 2, by="mom"), first, later)
        assert stands(course)[2] == 2
        assert course.disagreement == (first, later)

    def test_a_break_comes_before_a_step_back(self):
        first = plan(at(4, 9), Move.TAKE_A_BREAK, by="mom")
        later = plan(at(4, 12), Move.STEP_BACK, 1, by="dad")
        assert stands(folded(plan(at(1), Move.START, 2), first, later))[0] is (
            PlanPlace.ON_BREAK
        )

    def test_the_next_decision_settles_it(self):
        first = plan(at(4, 9), Move.STEP_BACK, 1, by="mom")
        later = plan(at(4, 12), Move.MOVE_ON, 3, by="dad")
        settled = plan(at(4, 13), Move.MOVE_ON, 3, by="mom")
        course = folded(plan(at(1), Move.START, 2), first, later, settled)
        assert stands(course)[2] == 3
        assert course.disagreement == ()

    def test_the_same_decision_is_no_disagreement(self):
        facts = (
            plan(at(4, 9), Move.MOVE_ON, 2, by="m"),
            plan(at(4), Move.MOVE_ON, 2, by="d"),
        )
        assert folded(plan(at(1), Move.START), *facts).disagreement == ()

    def test_one_may_choose_and_the_other_begin(self):
        chosen = entry(Plan, at(4, 9), ladder="b", by="dad")
        course = folded(chosen, plan(at(4, 18), Move.START, 1, by="mom"))
        assert stands(course)[0] is PlanPlace.ON_STEP
        assert course.disagreement == ()

    def test_after_a_day_the_later_one_holds(self):
        facts = (
            plan(at(4), Move.STEP_BACK, 1, by="m"),
            plan(at(6), Move.MOVE_ON, 3, by="d"),
        )
        course = folded(plan(at(1), Move.START, 2), *facts)
        assert stands(course)[2] == 3
        assert course.disagreement == ()

    def test_without_names_nobody_disagrees(self):
        facts = (
            plan(at(4, 9), Move.STEP_BACK, 1),
            plan(at(4), Move.MOVE_ON, 3, by="dad"),
        )
        assert folded(plan(at(1), Move.START, 2), *facts).disagreement == ()
