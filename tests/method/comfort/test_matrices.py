"""What closes a danger sign, and what each state allows, written out anew, cell by cell."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.method.comfort import (
    SIGN_OF,
    SIGNS,
    Allowed,
    State,
    Urgency,
    allowed,
)
from stepstool.method.comfort.facts import is_holding
from stepstool.method.comfort.sentence import WITH_DAYS
from stepstool.method.record.kinds import toileting
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)

# The answers, and for each sign: how soon to call, and which of them close it (x).
ANSWERS = [
    "here",
    "not_here",
    "called",
    "seen",
    "stopped",
    "visit_booked",
    "doctor_knows",
]
CLOSED = """
green_or_bloody_vomit  now    - - x x - - -
swollen_hard_tummy     now    - - x x x - x
keeps_vomiting         now    - - x x x - x
pain_without_stop      now    - - x x - - -
pain_with_fever        now    - - x x x - x
red_jelly_or_black     now    - - x x - - -
weak_legs_or_no_pee    now    - - x x - - -
hard_to_wake           now    - - x x - - -
after_enema            now    - - x x x - x
phosphate_enema        now    - - x x x - x
young_baby             now    - - x x x - x
blood_mixed_in         today  - - x x x - x
days_without           today  - - x x x - x
no_pee_8_hours         today  - - x x x - x
cannot_drink           today  - - x x x - x
tummy_pain_a_day       today  - - x x x - x
stuck_in_opening       today  - - x x x - x
clean_out_unwell       today  - - x x x - x
clean_out_nothing      today  - - x x x - x
peeing_hurts_and_ill   today  - - x x x - x
stuck_under_2_months   today  - - x x x - x
treatment_not_helping  soon   - - x x - x x
strong_pain_twice      soon   - - x x - x x
streak_on_hard         soon   - - x x - x x
streaks_on_soft        soon   - - x x - x x
blocked_three_times    soon   - - x x - x x
leaks                  soon   - - x x - x x
runny_14_days          soon   - - x x - x x
stuck_14_days          soon   - - x x - x x
signs_4_weeks          soon   - - x x - x x
ribbon_thin            soon   - - x x - x x
not_growing            soon   - - x x - x x
peeing_hurts           soon   - - x x - x x
new_wetting            soon   - - x x - x x
since_birth            soon   - - x x - x x
low_back_or_bottom     soon   - - x x - x x
stuck_under_1_year     soon   - - x x - x x
"""
ROWS = {name: cells for name, *cells in map(str.split, CLOSED.strip().splitlines())}
CELLS = [
    (sign, answer, cell)
    for sign, (_, *cells) in ROWS.items()
    for answer, cell in zip(ANSWERS, cells, strict=True)
]
STATES = ("unknown", "comfortable", "watch", "constipated", "see_a_doctor")
ALLOWED = {
    "diaper_when_asked": (True, True, True, True, True),
    "goes_further_by_itself": (True, True, True, True, True),
    "reward": (True, True, True, True, True),
    "harder_step": ("after_one_tap", "yes", "no", "no", "no"),
    "sits_a_day": (3, 3, 3, 0, 0),
    "no_sit_after_hurt": (0, 0, 72, 0, 0),
    "new_promises": (True, True, True, False, False),
    "fibre": ("gently", "gently", "gently", "with_a_clinician", "no"),
    "listening": (False, True, False, False, False),
    "break_": ("not_needed", "in_a_fight", "in_a_fight", "treat_first", "treat_first"),
}


@pytest.mark.parametrize(("sign", "answer", "cell"), CELLS)
def test_an_answer_closes_a_sign_as_the_table_says(sign, answer, cell):
    closes = DangerAnswer(answer) in SIGN_OF[DangerKey(sign)].closed_by
    assert closes is (cell == "x")


@pytest.mark.parametrize("sign", ROWS)
def test_a_sign_is_as_urgent_as_the_table_says(sign):
    assert SIGN_OF[DangerKey(sign)].urgency is Urgency(ROWS[sign][0])


def test_the_table_has_each_sign_and_each_answer():
    assert set(ROWS) == {str(sign.key.value) for sign in SIGNS}
    assert set(ANSWERS) == {str(each.value) for each in DangerAnswer}


@pytest.mark.parametrize("field", ALLOWED)
@pytest.mark.parametrize("state", STATES)
def test_a_state_allows_what_the_table_says(field, state):
    wanted = ALLOWED[field][STATES.index(state)]
    if field == "no_sit_after_hurt":
        wanted = timedelta(hours=wanted)
    assert getattr(allowed(State(state)), field) == wanted


def test_the_table_has_each_state_and_each_field():
    assert set(STATES) == {str(each.value) for each in State}
    assert set(ALLOWED) == set(Allowed.__dataclass_fields__)


HOLDS = {"stiff_legs", "crossed_legs", "tiptoes", "arched_back", "clenched"}
# Tender for a week: what was said, and what is said with its days from then on.
WITH_ITS_DAYS = {
    "plain": "days_tender",
    "two_hard": "days_tender",
    "little_pains": "days_tender",
    "said_not_soft": "days_not_soft",
    "holding": "days_holding",
    "aching": "days_aching",
    "only_asleep": "days_asleep",
    "medicine_missed": "days_missed",
    "medicine_over": "days_over",
    "runny": "days_runny",
}


@pytest.mark.parametrize("sign", toileting.Sign)
def test_what_is_seen_is_holding_as_the_list_says(sign):
    seen = toileting.Signal(id="s", at=NOON, signs=(sign,))
    assert is_holding(seen) is (sign.value in HOLDS)


def test_after_a_week_it_is_said_with_its_days_as_the_table_says():
    assert {key.value: to.value for key, to in WITH_DAYS.items()} == WITH_ITS_DAYS
