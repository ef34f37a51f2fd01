"""The power-struggle detector, row by row."""

from datetime import timedelta

import pytest

from stepstool.method.calm import Calm, CalmLevel, HoldingFacts, assess
from stepstool.method.record import Entry
from stepstool.method.record.kinds.answers import Mood, YesNo
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.poop import Beginning, Place
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    EndedBy,
    Prompt,
    PromptKind,
)
from tests.method.calm.diary import (
    at,
    day,
    entry,
    listened,
    plan,
    poop,
    record,
    sit,
    upset_sit,
)

NOTHING = HoldingFacts()


def calm(*entries: Entry, asked=None, body: HoldingFacts = NOTHING, **more) -> Calm:
    return assess(record(*entries, asked=asked or at(10, 20)), body, **more)


def denied(moment) -> DiaperRequest:
    return entry(DiaperRequest, moment, given=YesNo.NO)


def prompted(moment, how: PromptKind, **answers) -> Prompt:
    return entry(Prompt, moment, how=how, **answers)


def refused(*days: int) -> list[Entry]:
    return [sit(at(each), accepted=False) for each in days]


def fight_said(moment) -> Interview:
    return entry(Interview, moment, topic=Topic.FIGHT, answers=(Told.YES,))


class TestEachSign:
    def test_nothing_written_is_calm_and_says_why(self):
        found = calm()
        assert (found.level, found.signs, found.advice) == (CalmLevel.CALM, (), ())
        assert [each.saw.key for each in found.because] == ["calm.none"]

    def test_p1_most_offered_sits_refused(self):
        found = calm(*refused(7, 8, 9), sit(at(10)))
        assert (found.level, found.signs) == (CalmLevel.WARM, ("P1",))

    @pytest.mark.parametrize(("day", "is_seen"), [(7, True), (8, False)])
    def test_p1_looks_at_seven_days(self, day, is_seen):
        found = calm(*refused(1, 2, 3, 4), asked=at(day, 20))
        assert bool(found.signs) is is_seen

    def test_p1_needs_four_offers(self):
        assert calm(*refused(8, 9, 10)).signs == ()

    def test_p1_needs_two_thirds(self):
        offers = [sit(at(each, 9)) for each in (8, 9)]
        assert calm(*refused(8, 9, 10), *offers).signs == ()

    def test_p2_tears_on_two_days(self):
        tears = prompted(at(9), PromptKind.ASKED, mood=Mood.UPSET), upset_sit(at(10))
        assert calm(*tears).signs == ("P2",)

    def test_p2_one_day_is_no_sign(self):
        assert calm(upset_sit(at(10, 9)), upset_sit(at(10, 12))).signs == ()

    def test_p2_tears_of_pain_are_no_sign(self):
        sore = [poop(at(each), mood=Mood.UPSET, pain=2) for each in (9, 10)]
        assert calm(*sore).signs == ()

    def test_p2_tears_at_a_step_without_pain(self):
        sad = [poop(at(each), mood=Mood.UPSET, pain=0) for each in (9, 10)]
        assert calm(*sad).signs == ("P2",)

    def test_p3_more_than_three_offers_a_day_on_three_days(self):
        many = [
            prompted(at(each, hour), PromptKind.REMINDED)
            for each in (8, 9, 10)
            for hour in (8, 10, 12, 14)
        ]
        assert calm(*many).signs == ("P3",)
        assert calm(*many[:-1]).signs == ()

    @pytest.mark.parametrize(
        "long",
        [{"made_to": YesNo.YES}, {"minutes": 11}],
    )
    def test_p4_made_to_sit_or_longer_than_ten_minutes(self, long):
        assert calm(sit(at(10), **long)).signs == ("P4",)

    def test_p4_a_kind_all_done_by_the_adult_is_none(self):
        assert calm(sit(at(10), minutes=5, ended_by=EndedBy.ADULT)).signs == ()

    def test_p4_made_to_poop_there(self):
        assert calm(poop(at(10), made_to=YesNo.YES)).signs == ("P4",)

    def test_p5_a_diaper_not_given_says_give_it_at_once(self):
        found = calm(denied(at(10)))
        assert (found.level, found.signs) == (CalmLevel.WARM, ("P5",))
        assert found.advice[0].key == "calm.advice.give_it"

    def test_p5_asked_for_at_the_poop_and_not_given(self):
        asked = poop(at(10), diaper_asked=YesNo.YES, diaper_given=YesNo.NO)
        assert calm(asked).signs == ("P5",)

    def test_p6_harsh_words_twice(self):
        harsh = [prompted(at(10, hour), PromptKind.HARSH_WORDS) for hour in (9, 12)]
        found = calm(*harsh)
        assert found.signs == ("P6",)
        assert found.advice[0].key == "calm.advice.step_away"
        assert calm(*harsh[:1]).signs == ()

    def test_p7_holding_since_a_step_was_made_harder(self):
        body = HoldingFacts(gaps=[(at(7), at(10, 20))], holding=[at(9)])
        found = calm(plan(at(8), Move.START, 3), body=body)
        assert found.signs == ("P7",)

    def test_p8_three_sessions_in_a_row_not_lighter(self):
        storms = [listened(at(each), strength=2) for each in (3, 5, 7, 9)]
        assert calm(*storms).signs == ("P8",)
        assert calm(*storms[1:]).signs == ()

    def test_p8_a_session_without_a_storm_is_lighter(self):
        quiet = [listened(at(each), strength=0) for each in (3, 5, 7, 9)]
        assert calm(*quiet).signs == ()

    def test_p9_the_parent_says_so(self):
        found = calm(fight_said(at(10)))
        assert (found.level, found.signs) == (CalmLevel.FIGHT, ("P9",))


class TestLevels:
    def test_warm_is_over_after_three_days_without_a_new_sign(self):
        levels = [calm(denied(at(8)), asked=at(each, 20)).level for each in (10, 11)]
        assert levels == [CalmLevel.WARM, CalmLevel.CALM]

    def test_a_sign_older_than_a_week_is_gone(self):
        assert calm(denied(at(3))).signs == ()

    def test_two_signs_on_three_days_together_are_a_fight(self):
        found = calm(denied(at(10)), upset_sit(at(8)), upset_sit(at(9)))
        assert (found.level, found.since) == (CalmLevel.FIGHT, day(10))

    def test_two_signs_on_two_days_are_warm(self):
        found = calm(denied(at(9)), upset_sit(at(8)), upset_sit(at(9)))
        assert found.level is CalmLevel.WARM

    @pytest.mark.parametrize(
        "twice",
        [
            [denied(at(10, 9)), denied(at(10, 12))],
            [sit(at(9), made_to=YesNo.YES), sit(at(10), minutes=20)],
        ],
    )
    def test_made_to_or_denied_twice_is_a_fight(self, twice):
        assert calm(*twice).level is CalmLevel.FIGHT

    def test_a_fight_asks_for_a_break_and_a_sorry(self):
        keys = [each.key for each in calm(fight_said(at(10))).advice]
        assert "calm.advice.break" in keys
        assert "calm.advice.say_sorry" in keys


class TestHowAFightEnds:
    FIGHT = fight_said(at(10))

    def test_it_lasts_beyond_its_signs(self):
        found = calm(self.FIGHT, asked=at(30))
        assert (found.level, found.signs) == (CalmLevel.FIGHT, ())
        assert [each.saw.key for each in found.because] == ["calm.lasts"]

    def test_four_quiet_weeks_end_it(self):
        assert calm(self.FIGHT, asked=at(38)).level is CalmLevel.CALM

    def test_a_break_that_is_over_ends_it(self):
        rest = entry(Plan, at(11), move=Move.TAKE_A_BREAK), plan(at(20), Move.GO_ON, 1)
        assert calm(self.FIGHT, *rest, asked=at(19)).level is CalmLevel.FIGHT
        assert calm(self.FIGHT, *rest, asked=at(21)).level is CalmLevel.CALM

    @pytest.mark.parametrize(
        "asks",
        [
            sit(at(12), offered=YesNo.NO),
            poop(at(12), place=Place.POTTY, began=(Beginning.TOLD,)),
        ],
    )
    def test_the_child_asking_ends_it(self, asks):
        assert calm(self.FIGHT, asks, asked=at(13)).level is CalmLevel.WARM

    def test_a_potty_the_child_was_made_to_use_is_no_asking(self):
        forced = poop(
            at(12), place=Place.POTTY, began=(Beginning.TOLD,), made_to=YesNo.YES
        )
        assert calm(self.FIGHT, forced, asked=at(13)).level is CalmLevel.FIGHT


class TestDaysThatDoNotCount:
    TEARS = (upset_sit(at(9)), upset_sit(at(10)))

    def test_days_of_illness_or_soreness(self):
        found = calm(*self.TEARS, resting={day(9)})
        assert (found.level, found.signs) == (CalmLevel.CALM, ())
        assert [each.saw.key for each in found.because] == ["calm.set_aside"]

    def test_what_the_parent_says_counts_on_every_day(self):
        assert calm(fight_said(at(10)), resting={day(10)}).level is CalmLevel.FIGHT

    def test_first_days_of_a_step_to_which_the_child_came_back(self):
        step = plan(at(9, 8), Move.START, 4)
        proud = [poop(at(each, 19), mood=Mood.PROUD) for each in (9, 10)]
        assert calm(step, *self.TEARS, *proud).signs == ()

    def test_first_days_without_coming_back_count(self):
        step = plan(at(9, 8), Move.START, 4)
        assert calm(step, *self.TEARS).signs == ("P2",)

    def test_first_days_after_a_step_back_count(self):
        back = plan(at(1), Move.START, 4), plan(at(9, 8), Move.STEP_BACK, 3)
        proud = [poop(at(each, 19), mood=Mood.PROUD) for each in (9, 10)]
        assert calm(*back, *self.TEARS, *proud).signs == ("P2",)


class TestHolding:
    STEP = plan(at(8, 8), Move.START, 3)

    def held(self, gap, *holding, own_gap=None, step=STEP) -> bool:
        body = HoldingFacts(gaps=[gap], holding=holding, own_gap=own_gap)
        return "P7" in calm(step, body=body).signs

    def test_two_days_with_holding(self):
        assert self.held((at(8, 20), at(10, 20)), at(10))

    def test_two_days_without_holding_are_none(self):
        assert not self.held((at(8, 20), at(10, 20)))

    def test_holding_before_the_step_is_none(self):
        assert not self.held((at(8, 7), at(10, 20)), at(8, 7.5))

    def test_three_days_without_holding(self):
        assert self.held((at(7, 20), at(10, 20)))

    def test_three_days_are_nothing_to_a_slow_child(self):
        assert not self.held((at(7, 20), at(10, 20)), own_gap=timedelta(hours=72))

    def test_what_was_long_before_the_step_is_none(self):
        assert not self.held((at(1), at(10, 20)))

    def test_a_gap_after_the_first_week_of_the_step_is_none(self):
        late = plan(at(1), Move.START, 3)
        assert not self.held((at(7, 20), at(10, 20)), step=late)

    def test_a_gap_before_the_step_is_none(self):
        assert not self.held((at(1), at(7)))
