"""How facts become reasons: how sure, in which order, and what waits."""

import pytest

from stepstool.method.comfort import SIGNS
from stepstool.method.reasons import BODY, Key, Of, ReasonLevel
from stepstool.method.reasons.facts import STUCK_SIGNS
from stepstool.method.record.kinds.health import DangerKey
from tests.method.reasons.told import facts, find, found, one, record

SOFT = "1-20 08:00 soft diaper painless"
PAIN = {
    "nothing written": "",
    "told": "19 20:00 told four_weeks hurts",
    "told, and how it began": """
    19 20:00 told four_weeks hurts blood hard
    19 20:01 told says_or_does says_it_hurts
    19 20:02 told began_with it_hurt
    """,
    "once": "18 08:00 hard hurt",
    "often": "15-18 08:00 hard hurt",
    "screamed": "17-18 08:00 hard screamed",
    "a streak": "18 08:00 hard streak",
}

# The first is tried in seconds.
PAINS = [
    pytest.param(diary, id=name, marks=[pytest.mark.whole] if diary else [])
    for name, diary in PAIN.items()
]


def test_nothing_told_and_nothing_written_makes_nothing_likely():
    assert {each.level for each in found("").reasons} == {
        ReasonLevel.POSSIBLE,
        ReasonLevel.NOT_ASKED,
    }


def test_before_anything_is_known_only_the_body_is_possible():
    possible = {each.key for each in found("").reasons if each.is_open}
    assert possible == set(BODY)


def test_constipation_and_pain_are_looked_at_first():
    told = "19 20:00 told says_or_does hides wants_to_be_alone"
    assert tuple(each.key for each in found(told).reasons[:2]) == BODY


def test_skipping_a_question_says_nothing():
    assert found("19 20:00 told says_or_does").reasons == found("").reasons


def test_not_knowing_says_nothing():
    assert found("19 20:00 told seat dont_know").reasons == found("").reasons


def test_the_newest_answer_counts():
    diary = """
    18 20:00 told says_or_does hides
    19 20:00 told says_or_does too_busy
    """
    assert one(Key.PRIVACY, diary).level is ReasonLevel.NOT_ASKED


def test_one_strong_sign_makes_likely():
    assert (
        one(Key.POSTURE, "19 20:00 told seat feet_dangle").level is ReasonLevel.LIKELY
    )


def test_one_weak_sign_makes_possible():
    assert one(Key.POSTURE, "19 20:00 told seat too_big").level is ReasonLevel.POSSIBLE


def test_only_what_speaks_against_makes_unlikely():
    assert one(Key.POSTURE, "19 20:00 told seat fits").level is ReasonLevel.UNLIKELY


def test_for_and_against_alike_is_possible():
    told = "19 20:00 told seat feet_dangle feet_on_something"
    assert one(Key.POSTURE, told).level is ReasonLevel.POSSIBLE


def test_several_reasons_may_hold():
    told = """
    19 20:00 told says_or_does hides afraid_of_the_flush asks_for_a_diaper
    """
    likely = {
        each.key for each in found(told).reasons if each.level is ReasonLevel.LIKELY
    }
    assert likely == {Key.PRIVACY, Key.FEAR, Key.DIAPER_HABIT}


def test_small_signs_alone_never_outweigh_a_soft_diary():
    told = f"""
    {SOFT}
    19 20:00 told says_or_does hides
    19 20:01 told treated_before yes
    19 20:02 told preschool holds_until_home
    19 20:03 told without_diapers held_it got_stuck
    19 20:04 told when_offered stiffens
    """
    assert one(Key.CONSTIPATION, told).level is ReasonLevel.POSSIBLE


def test_a_stuck_body_is_likely_whatever_was_told():
    told = """
    1-8 08:00 hard diaper hurt
    8 20:00 told four_weeks soft_and_easy
    """
    assert one(Key.CONSTIPATION, told, "8 21:00").level is ReasonLevel.LIKELY


@pytest.mark.parametrize("diary", PAINS)
@pytest.mark.parametrize("sign", sorted(STUCK_SIGNS))
def test_a_sign_of_being_stuck_leads_before_pain(sign: DangerKey, diary: str):
    leads = found(f"{diary}\n20 08:00 sign {sign} here").leads
    assert (leads[0].key, leads[0].level) == (Key.CONSTIPATION, ReasonLevel.LIKELY)


def test_a_stuck_body_leads_before_pain_whatever_was_told():
    leads = found(f"15-20 08:00 hard screamed\n{PAIN['told, and how it began']}").leads
    assert [each.key for each in leads[:2]] == list(BODY)
    assert leads[1].points > leads[0].points


def test_pain_leads_where_nothing_is_stuck():
    told = """
    19 20:00 told says_or_does says_it_hurts
    19 20:01 told treated_before yes
    19 20:02 told when_offered stiffens
    """
    leads = [(each.key, each.level) for each in found(told).leads[:2]]
    assert leads == [
        (Key.PAIN, ReasonLevel.LIKELY),
        (Key.CONSTIPATION, ReasonLevel.LIKELY),
    ]


def test_what_comfort_marks_as_stuck_is_a_sign_of_it_here():
    assert {each.key for each in SIGNS if each.stuck} <= STUCK_SIGNS


def test_the_likeliest_fear_decides_what_helps():
    told = """
    19 20:00 told says_or_does afraid_of_the_splash
    19 20:01 told when_offered cries
    """
    fear = one(Key.FEAR, told)
    assert fear.of == (Of.SPLASH, Of.PLACE)
    assert fear.first.key == "reasons.first.fear_splash"


def test_being_glad_there_speaks_against_fear_of_the_place_only():
    told = """
    19 20:00 told when_offered sits_happily
    19 20:01 told says_or_does afraid_of_the_flush
    """
    assert one(Key.FEAR, told).level is ReasonLevel.LIKELY


def test_no_fear_of_those_asked_makes_fear_unlikely():
    told = "19 20:00 told says_or_does nothing_of_this"
    assert one(Key.FEAR, told).level is ReasonLevel.UNLIKELY


def test_an_event_of_another_kind_has_no_name():
    event = one(Key.EVENT, "19 20:00 change other")
    assert (event.level, event.of) == (ReasonLevel.POSSIBLE, ())


def test_an_old_change_says_nothing():
    told = "1 20:00 change new_home"
    assert one(Key.EVENT, told, "84 21:00").level is ReasonLevel.POSSIBLE
    assert one(Key.EVENT, told, "86 21:00").level is ReasonLevel.NOT_ASKED


def test_an_answer_about_the_last_weeks_grows_old():
    told = "1 20:00 told four_weeks hurts"
    assert "four_weeks.hurts" in facts(one(Key.PAIN, told, "20 21:00"))
    assert "four_weeks.hurts" not in facts(one(Key.PAIN, told, "60 21:00"))


@pytest.mark.parametrize("key", [Key.DIAPER_HABIT, Key.BUSY])
def test_what_asks_something_waits_while_a_doctor_is_to_be_called(key: Key):
    told = "19 20:00 sign blood_mixed_in here"
    reason = one(key, told)
    assert reason.waits
    assert reason.first.key == "reasons.first.waits_for_comfort"


def test_what_asks_something_waits_while_it_is_tender():
    told = "19 08:00 hard hurt\n19 20:00 told when_offered sits_a_moment"
    assert one(Key.BUSY, told).first.key == "reasons.first.waits_for_comfort"


@pytest.mark.parametrize("key", BODY)
def test_while_the_body_is_only_possible_the_next_few_tell(key: Key):
    assert one(key, "").first.key == "reasons.first.look"


def test_what_asks_something_waits_in_a_fight():
    reason = one(Key.BUSY, f"{SOFT}\n20 20:00 told fight yes")
    assert reason.first.key == "reasons.first.waits_for_calm"


def test_a_tent_never_waits():
    assert not one(Key.PRIVACY, "20 20:00 told fight yes").waits


def test_a_condition_lets_the_clinician_lead():
    assert found("19 20:00 told conditions spine").clinician


@pytest.mark.parametrize("told", ["nothing_of_this", "hirschsprung_in_family"])
def test_without_a_condition_nobody_else_leads(told: str):
    assert found(f"19 20:00 told conditions {told}").clinician is None


def test_nobody_can_be_sure_is_always_said():
    assert found("").sure.key == "reasons.nobody_is_sure"


def test_terror_of_the_place_is_told_at_the_next_visit():
    told = found("19 20:00 told when_offered wont_go_near_it").tell
    assert [each.rule for each in told] == ["when_offered.wont_go_near_it"]


def test_the_same_record_has_the_same_reasons():
    asked = record(SOFT)
    assert find(asked) == find(asked)


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("wont_go_near_it", "diaper_habit_outside"),
        ("goes_once_the_diaper_is_on", "diaper_habit"),
    ],
)
def test_the_first_step_is_not_in_a_bathroom_that_is_shunned(answer, first):
    told = f"1 12:00 told when_offered {answer}\n1-9 18:00 soft painless diaper"
    assert one(Key.DIAPER_HABIT, told).first.key == f"reasons.first.{first}"
