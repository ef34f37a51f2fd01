"""What the advice holds beside the stories."""

from stepstool.method import comfort, ladder
from stepstool.method.record import Entry, read_or_keep
from stepstool.method.record.kinds.health import ClinicianWord, Word
from stepstool.method.record.kinds.lasting import Move
from tests.method.calm.diary import at, day, entry, plan, poop, record


def advised(*entries: Entry, asked=None) -> ladder.PlanAdvice:
    now = record(*entries, asked=asked or at(3, 20))
    felt = comfort.assess(now)
    return ladder.advise(now, felt, ladder.calm_of(now, felt))


def unread_plan(moment) -> Entry:
    raw = {
        "id": "new",
        "kind": "plan",
        "at": moment.isoformat(),
        "data": {"move": "fly"},
    }
    return read_or_keep(raw)


def test_the_step_says_what_it_is_and_what_it_earns():
    found = advised(plan(at(1), Move.START, 2))
    assert found.says is not None
    assert found.says.key == "ladders.b.steps.on_the_lid"
    assert found.earns is not None
    assert (found.earns.first.thing, found.earns.first.amount) == ("smarties", 2)


def test_a_step_beyond_the_ladder_is_its_last():
    assert advised(plan(at(1), Move.START, 50)).step == 5


def test_a_decision_that_can_t_be_read_is_never_passed_over():
    found = advised(plan(at(1), Move.START, 2), unread_plan(at(2)))
    assert (found.move, found.rule) == ("none", "unread_plan")


def test_a_newer_decision_settles_one_that_can_t_be_read():
    found = advised(unread_plan(at(1)), plan(at(2), Move.START, 2))
    assert found.rule == "counting"


def test_a_shut_gate_shows_what_shut_it():
    found = advised(
        plan(at(1), Move.START, 1),
        entry(ClinicianWord, at(2), word=Word.CONSTIPATED),
    )
    assert found.rule == "gate_shut"
    assert len(found.because) > 1


def test_progress_counts_from_the_day_the_step_began():
    found = advised(
        poop(at(0)), plan(at(1), Move.START, 1), poop(at(2)), asked=at(2, 20)
    )
    assert found.progress == ladder.Progress(count=1, of=3)
    assert found.since == at(1)
    assert [each.day for each in found.verdicts] == [day(0), day(2)]
