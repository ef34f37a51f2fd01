"""What the diary shows: each fact holds when it is so, and is silent when it is not."""

import pytest

from stepstool.method.reasons import Key
from tests.method.reasons.told import facts, one

SOFT = "1-20 08:00 soft diaper painless"
STUCK = "1-20/3 08:00 hard diaper hurt"
GIVEN = "1-20 07:00 medicine softener given"
TOLD_SOFT = "20 09:00 told soft_and_painless yes"

# The reason that shows it, the fact, and the days that show it.
HOLDS = [
    (Key.CONSTIPATION, "body_stuck", "15-20 08:00 hard diaper hurt"),
    (Key.CONSTIPATION, "body_tender", "20 08:00 hard diaper hurt"),
    (Key.CONSTIPATION, "body_soft", SOFT),
    (Key.CONSTIPATION, "body_soft_helped", f"1 08:00 order softener\n{SOFT}"),
    (Key.CONSTIPATION, "body_soft_helped_unordered", f"{GIVEN}\n{SOFT}"),
    (Key.CONSTIPATION, "helped", f"1 08:00 order softener\n{SOFT}"),
    (Key.CONSTIPATION, "helped_unordered", f"{GIVEN}\n{SOFT}"),
    (
        Key.CONSTIPATION,
        "helped_unordered",
        f"1 08:00 order softener until 19\n{GIVEN}\n{SOFT}",
    ),
    (Key.CONSTIPATION, "treated", f"1 08:00 order softener\n{STUCK}"),
    (
        Key.CONSTIPATION,
        "treated",
        f"1 08:00 order softener\n{SOFT}\n20 09:00 hard hurt",
    ),
    (Key.CONSTIPATION, "treated", "1 08:00 order softener"),
    (Key.CONSTIPATION, "treated", f"1 08:00 order clean_out\n{GIVEN}\n{STUCK}"),
    (Key.CONSTIPATION, "treated_unordered", f"{GIVEN}\n{STUCK}"),
    (Key.CONSTIPATION, "stuck_sign", "20 08:00 sign stuck_in_opening here"),
    (Key.CONSTIPATION, "held", "18 08:00 holding"),
    (Key.CONSTIPATION, "flag", "18 08:00 wants-diaper"),
    (Key.CONSTIPATION, "flag", "18 08:00 soft hid diaper"),
    (Key.CONSTIPATION, "flag", "18 08:00 told when_offered runs_off"),
    (Key.PAIN, "hurt_once", "18 08:00 soft hurt"),
    (Key.PAIN, "hurt_often", "17-18 08:00 soft hurt"),
    (Key.PAIN, "painless", SOFT),
    (Key.PAIN, "screamed", "18 08:00 hard screamed"),
    (
        Key.PAIN,
        "unwilling_since_hurt",
        "17 08:00 hard hurt\n18 09:00 sit refused\n19 09:00 sit offered upset",
    ),
    (Key.PAIN, "streak", "18 08:00 hard streak"),
    (Key.PAIN, "sore_sign", "20 08:00 sign stuck_in_opening here"),
    (Key.DOES_NOT_FEEL, "leaked_once", "18 08:00 leak pants"),
    (Key.DOES_NOT_FEEL, "leaked", "17-18 08:00 leak pants"),
    (Key.DOES_NOT_FEEL, "tells", "17-18 08:00 soft told-it potty"),
    (Key.DOES_NOT_FEEL, "leaked", "17-18 08:00 soft pants unnoticed"),
    (Key.PRIVACY, "hid_once", "18 08:00 shows hiding"),
    (Key.PRIVACY, "hid", "17 08:00 shows hiding\n18 08:00 soft in-hiding-place"),
    (Key.STRUGGLE, "fight", "20 08:00 told fight yes"),
    (Key.STRUGGLE, "warm", "20 08:00 wants-diaper denied"),
    (Key.STRUGGLE, "offers_taken", "16-19 08:00 sit offered 4-minutes"),
    (Key.FEAR, "upset_sits", "16-17 08:00 sit offered upset"),
    (Key.FEAR, "glad_sits", "16-18 08:00 sit offered fine"),
    (Key.FEAR, "harsh_once", "18 08:00 said harsh_words"),
    (Key.FEAR, "harsh", "17-18 08:00 said threat"),
    (Key.FEAR, "success_uneasy", "18 08:00 soft potty uneasy"),
    (
        Key.FEAR,
        "nothing_since",
        "5 08:00 soft potty\n6-18/2 08:00 soft diaper",
    ),
    (Key.FEAR, "toilet_often", "16-20 08:00 soft potty"),
    (Key.DIAPER_HABIT, "asked_once", "18 08:00 soft diaper asked"),
    (Key.DIAPER_HABIT, "asked", "17-18 08:00 wants-diaper"),
    (Key.DIAPER_HABIT, "only_diaper", "16-20 08:00 soft diaper"),
    (Key.POSTURE, "feet_in_the_air", "17-18 08:00 sit offered feet-in-the-air"),
    (Key.POSTURE, "feet_held", "17-18 08:00 sit offered feet-held"),
    (Key.POSTURE, "upright", "17-18 08:00 soft diaper standing"),
    (Key.BUSY, "moments", "16-18 08:00 sit offered 1-minutes child"),
    (Key.BUSY, "whiles", "16-18 08:00 sit offered 4-minutes"),
    (Key.PRESCHOOL, "at_preschool", "18 08:00 soft potty at-preschool"),
    (Key.EVENT, "change_loss", "18 08:00 change loss"),
    *[
        (
            Key.EVENT,
            "stopped_since_change",
            f"1-8 08:00 soft potty\n9 08:00 {change}\n12-20 08:00 soft diaper",
        )
        for change in ("change new_baby", "away travel until 12 08:00", "ill vomiting")
    ],
    (
        Key.DIAPER_HABIT,
        "sits_and_nothing",
        "10-20 08:00 soft diaper\n17-19 09:00 sit offered",
    ),
    (
        Key.PRESCHOOL,
        "never_at_preschool",
        "16-20 18:00 soft diaper\n"
        + "\n".join(f"{n} 08:00 away preschool until {n} 15:00" for n in range(16, 21)),
    ),
    (Key.NOT_READY, "could", "1-5 08:00 soft potty\n6-19 08:00 soft diaper"),
    (Key.NOT_READY, "four_years", "1 08:00 soft"),
    (Key.NOT_READY, "ready_few", "18 08:00 told can_already pees_there"),
    (
        Key.NOT_READY,
        "ready_many",
        "18 08:00 told can_already pees_there tells sits_dressed pants_down wants_to small_potty dry_for_two_hours",
    ),
]

# Nearly so, and not enough.
SILENT = [
    (Key.CONSTIPATION, "body_soft", "20 08:00 told four_weeks soft_and_easy"),
    (Key.CONSTIPATION, "body_soft_helped", f"{GIVEN}\n{SOFT}"),
    (Key.CONSTIPATION, "body_soft_helped_unordered", f"1 08:00 order softener\n{SOFT}"),
    (Key.CONSTIPATION, "helped", SOFT),
    (Key.CONSTIPATION, "helped", f"{GIVEN}\n{SOFT}"),
    (Key.CONSTIPATION, "helped", f"1 08:00 order softener\n{STUCK}"),
    (Key.CONSTIPATION, "helped", f"1 08:00 order softener\n{TOLD_SOFT}"),
    (Key.CONSTIPATION, "helped", f"1 08:00 order softener\n{SOFT}\n20 09:00 hard hurt"),
    (
        Key.CONSTIPATION,
        "helped",
        f"1 08:00 order softener\n{SOFT}\n20 09:00 sign stuck_in_opening here",
    ),
    (Key.CONSTIPATION, "helped_unordered", f"{GIVEN}\n{STUCK}"),
    (Key.CONSTIPATION, "treated", STUCK),
    (Key.CONSTIPATION, "treated", f"{GIVEN}\n{STUCK}"),
    (Key.CONSTIPATION, "treated", f"1 08:00 order softener\n{SOFT}"),
    (Key.CONSTIPATION, "treated_unordered", f"1 08:00 order softener\n{STUCK}"),
    (Key.CONSTIPATION, "stuck_sign", "20 08:00 sign blood_mixed_in here"),
    (Key.CONSTIPATION, "held", "1 08:00 soft"),
    (Key.PAIN, "painless", f"{SOFT}\n20 09:00 hard hurt"),
    (Key.PAIN, "painless", "1-2 08:00 soft painless"),
    (Key.DOES_NOT_FEEL, "tells", "18 08:00 soft told-it potty"),
    (Key.STRUGGLE, "offers_taken", "16-18 08:00 sit offered"),
    (
        Key.STRUGGLE,
        "offers_taken",
        "1-3 08:00 sit offered\n1-3 09:00 sit refused",
    ),
    (Key.FEAR, "glad_sits", "16-18 08:00 sit offered fine\n19 08:00 sit own upset"),
    (Key.FEAR, "nothing_since", "5 08:00 soft potty\n19 08:00 soft diaper"),
    (Key.FEAR, "nothing_since", "1-4 08:00 soft potty\n6-18/2 08:00 soft diaper"),
    (Key.FEAR, "nothing_since", "18 08:00 soft potty\n19 08:00 soft diaper"),
    (Key.FEAR, "toilet_often", "16-19 08:00 soft potty"),
    (Key.FEAR, "toilet_often", "1-9 08:00 soft potty\n10-14 08:00 soft diaper"),
    (Key.DIAPER_HABIT, "only_diaper", "16-19 08:00 soft diaper"),
    (Key.DIAPER_HABIT, "only_diaper", "16-19 08:00 soft diaper\n20 08:00 soft potty"),
    (
        Key.PAIN,
        "unwilling_since_hurt",
        "16-17 09:00 sit refused\n17 10:00 hard hurt\n18-19 09:00 sit refused",
    ),
    (Key.PAIN, "unwilling_since_hurt", "16-17 09:00 sit refused"),
    (Key.DOES_NOT_FEEL, "leaked", "17-18 08:00 soft pants unnoticed asleep"),
    (
        Key.EVENT,
        "stopped_since_change",
        "1-8 08:00 soft potty\n9 08:00 change loss\n12-20 08:00 soft potty",
    ),
    (
        Key.EVENT,
        "stopped_since_change",
        "1-8 08:00 soft potty\n9 08:00 ill fever\n12-20 08:00 soft diaper",
    ),
    (
        Key.PRESCHOOL,
        "never_at_preschool",
        "16 12:00 soft potty\n"
        + "\n".join(f"{n} 08:00 away preschool until {n} 15:00" for n in range(16, 21)),
    ),
    (Key.BUSY, "moments", "16-18 08:00 sit refused 1-minutes"),
    (Key.BUSY, "moments", "16-18 08:00 sit offered 1-minutes adult"),
    (Key.BUSY, "moments", "16-18 08:00 sit offered"),
    (Key.EVENT, "change_loss", "18 08:00 change new_home"),
]


@pytest.mark.parametrize(("key", "fact", "diary"), HOLDS)
def test_a_fact_is_seen_when_it_is_so(key: Key, fact: str, diary: str):
    born = "2021-09" if fact == "four_years" else "2022-09"
    assert fact in facts(one(key, diary, born=born))


@pytest.mark.parametrize(("key", "fact", "diary"), SILENT)
def test_a_fact_is_silent_when_it_is_not_quite_so(key: Key, fact: str, diary: str):
    assert fact not in facts(one(key, diary))


@pytest.mark.parametrize(
    ("born", "seen"),
    [
        ("2025-08", {"very_young", "young"}),
        ("2024-09", {"young"}),
        ("2023-09", set()),
        ("2021-09", {"four_years"}),
    ],
)
def test_age_says_a_little(born: str, seen: set[str]):
    assert facts(one(Key.NOT_READY, "1 08:00 soft", born=born)) == seen


def test_a_baby_that_cries_before_a_soft_one_is_not_in_pain():
    reason = one(Key.PAIN, "17-18 08:00 soft hurt", born="2025-09")
    assert "hurt_often" not in facts(reason)


def test_what_is_older_than_eight_weeks_is_not_looked_at():
    assert "hurt_once" not in facts(one(Key.PAIN, "1 08:00 soft hurt", "60 21:00"))
