"""The tables of comfort are whole."""

import pytest

from stepstool.method.comfort import (
    RULES,
    SIGNS,
    Asked,
    HarderStep,
    State,
    Urgency,
    allowed,
)
from stepstool.method.comfort.comfort import CLOSED_BY
from stepstool.method.comfort.opening import STUCK_RULES, WATCH_RULES
from stepstool.method.comfort.rules import FINDINGS
from stepstool.method.comfort.walk import AT_REST
from stepstool.method.evidence import SOURCES, count
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey

TABLES = (*FINDINGS.rules, *STUCK_RULES.rules, *WATCH_RULES.rules, *AT_REST)


def test_every_rule_is_in_a_table():
    assert sorted(rule.key for rule in TABLES) == sorted(RULES)


def test_rules_that_need_more_than_a_sight_are_looked_for_by_name():
    assert {rule.key for rule in TABLES if rule.apart} == {"F9", "C1", "W7"}


def test_rules_know_one_age_only():
    """A table sorts by being under one year."""
    ages = {rule.from_months for rule in RULES.values()}
    assert ages == {0, count("comfort.baby")}


def test_every_source_of_a_rule_is_known():
    used = {key for row in (*RULES.values(), *SIGNS) for key in row.sources}
    assert used <= set(SOURCES)


def test_every_danger_sign_has_a_row():
    assert [sign.key for sign in SIGNS if sign.key not in set(DangerKey)] == []
    assert {sign.key for sign in SIGNS} == set(DangerKey)


def test_no_elapsed_time_and_no_word_of_denial_closes_a_sign():
    closing = set().union(*CLOSED_BY.values())
    assert closing.isdisjoint({DangerAnswer.HERE, DangerAnswer.NOT_HERE})


@pytest.mark.parametrize("urgency", [Urgency.NOW, Urgency.TODAY])
def test_a_booked_visit_closes_only_soon(urgency):
    assert DangerAnswer.VISIT_BOOKED not in CLOSED_BY[urgency]


def test_signs_of_now_and_today_are_asked_unless_the_diary_shows_them():
    urgent = {sign.key for sign in SIGNS if sign.urgency is not Urgency.SOON}
    silent = {sign.key for sign in SIGNS if sign.asked is Asked.NEVER}
    assert urgent & silent == {
        DangerKey.CLEAN_OUT_UNWELL,
        DangerKey.CLEAN_OUT_NOTHING,
        DangerKey.DAYS_WITHOUT,
        DangerKey.STUCK_UNDER_2_MONTHS,
    }


@pytest.mark.parametrize("state", State)
def test_a_diaper_is_given_in_every_state(state):
    assert allowed(state).diaper_when_asked


@pytest.mark.parametrize("state", State)
def test_a_child_that_goes_further_by_itself_is_welcome(state):
    assert allowed(state).goes_further_by_itself


@pytest.mark.parametrize("state", State)
def test_a_reward_earned_is_given_in_every_state(state):
    assert allowed(state).reward


@pytest.mark.parametrize("state", [State.CONSTIPATED, State.SEE_A_DOCTOR])
def test_nothing_is_asked_while_it_is_stuck(state):
    may = allowed(state)
    assert (may.harder_step, may.sits_a_day) == (HarderStep.NO, 0)
    assert (may.listening, may.new_promises) == (False, False)


def test_urgencies_are_ordered():
    assert Urgency.SOON < Urgency.TODAY < Urgency.NOW
    assert Urgency.NOW > Urgency.TODAY >= Urgency.TODAY
    assert max(Urgency.SOON, Urgency.NOW, Urgency.TODAY) is Urgency.NOW
    assert Urgency.SOON <= Urgency.SOON
