"""The doctor's own plan: written zone by zone, shown word for word, ended, and seen by all."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of, wrote

AP = method.action_plan
Plan = AP.ActionPlan
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
FORM: dict[str, Any] = {
    "well": "Go on as now.",
    "well_when": ["soft", "painless"],
    "stuck": "Ring me <today>,\nand stop.",
    "stuck_when": ["hurt", "none_3_days"],
    "ordered_by": "Dr Ito",
}


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def planned(cast: Cast, **told: Any) -> str:
    said = {
        "well": "Go on as now.",
        "well_when": (AP.WellSign.SOFT,),
        "stuck": "Ring me <today>.",
        "stuck_when": (AP.TroubleSign.HURT,),
        "ordered_by": "Dr Ito",
    }
    at = timezone.now() - timedelta(days=5)
    return wrote(cast, Plan, at=at, **(said | told))


def pooped(cast: Cast, **told: Any) -> None:
    wrote(cast, method.poop.Poop, place=method.poop.Place.POTTY, **told)


def page(cast: Cast, who: str = "anna", name: str = "action-plan") -> str:
    return text_of(get(getattr(cast, who).client, cast, name))


def today(cast: Cast, who: str = "anna", face: str = "day") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face=face))


def test_without_a_plan_it_says_what_it_is_for(cast: Cast) -> None:
    said = page(cast)
    assert "No plan is written down." in said
    assert "Write the plan down" in said


def test_what_a_trial_showed_is_said_both_ways(cast: Cast) -> None:
    said = page(cast)
    assert "77 of 100 had soft stools" in said
    assert "Without one, 59 of 100." in said
    assert "did not differ: 82 and 79 of 100" in said


def test_it_is_written_zone_by_zone(cast: Cast) -> None:
    said = text_of(post(cast.anna.client, cast, "action-plan-write", **FORM))
    (plan,) = stored(cast, Plan)
    assert plan.when(AP.PlanZone.WELL) == (AP.WellSign.SOFT, AP.WellSign.PAINLESS)
    assert "Ring me &lt;today&gt;," in said
    assert "Three days without" in said
    assert "Undo" in said
    assert "Harder, or skipped" not in said


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"ordered_by": ""}, "Whose plan is it?"),
        ({"stuck_when": []}, "When does this hold? Tap at least one."),
        ({"stuck": ""}, "What does the doctor say to do then?"),
        ({"harder_when": ["hard"]}, "What does the doctor say to do then?"),
        ({"well": "x" * 1001}, "At most 1000 characters fit here."),
        (
            {"well": "", "well_when": [], "stuck": "", "stuck_when": []},
            "Write down at least one of the three.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    cast: Cast, changed: dict[str, Any], words: str
) -> None:
    answer = post(cast.anna.client, cast, "action-plan-write", **(FORM | changed))
    said = text_of(answer)
    assert answer.status_code == 422
    assert words in said
    assert 'value="painless" checked' in said or not (FORM | changed)["well_when"]
    assert stored(cast, Plan) == []


def test_a_change_begins_with_the_plan_that_holds_and_can_be_undone(cast: Cast) -> None:
    planned(cast)
    form = page(cast, name="action-plan-write")
    assert "Go on as now.</textarea>" in form
    assert 'value="hurt" checked' in form
    post(cast.anna.client, cast, "action-plan-write", **FORM | {"well": "Anew."})
    newest = max(stored(cast, Plan), key=lambda plan: plan.at)
    assert "Anew." in page(cast)
    post(cast.anna.client, cast, "undo", newest.id)
    assert "Go on as now." in page(cast)


def test_it_ends_today(cast: Cast) -> None:
    plan_id = planned(cast)
    said = text_of(post(cast.anna.client, cast, "action-plan-end", plan_id))
    (plan,) = stored(cast, Plan)
    assert plan.until_day == NOON.date()
    assert "until 10 June 2026" in said
    assert post(cast.anna.client, cast, "action-plan-end", plan_id).status_code == 404


def test_a_plan_that_is_over_is_not_shown(cast: Cast) -> None:
    planned(cast, until_day=(NOON - timedelta(days=1)).date())
    assert "No plan is written down." in page(cast)


def test_what_is_no_plan_is_not_shown_as_done(cast: Cast) -> None:
    note = wrote(cast, method.days.Note, note="hello")
    answer = get(cast.anna.client, cast, "action-plan", touched=note)
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_all_read_it_and_parents_write_it(cast: Cast, who: str) -> None:
    plan_id = planned(cast)
    pooped(cast, bristol=4)
    client = getattr(cast, who).client
    assert "Go on as now." in page(cast, who)
    assert "Change it" not in page(cast, who)
    assert "Go on as now." in today(cast, who)
    for name, more in (("action-plan-write", ()), ("action-plan-end", (plan_id,))):
        answer = client.post(address(cast, name, *more), FORM)
        assert answer.status_code in (403, 404)


def test_today_shows_the_zone_why_and_the_words_as_they_are(cast: Cast) -> None:
    planned(cast)
    pooped(cast, bristol=4, pain=2)
    said = today(cast)
    assert "Stuck, or hurting: the last poop really hurt" in said
    assert "<blockquote>Ring me &lt;today&gt;.</blockquote>" in said
    assert "Plan of Dr Ito, written down on Friday 5 June" in said
    assert "Nothing to do now." not in said
    assert '<span class="now-here">now</span>' in page(cast)


def test_today_is_silent_where_no_zone_fits(cast: Cast) -> None:
    planned(cast)
    pooped(cast)
    said = today(cast)
    assert "plan-zone" not in said


def test_an_open_sign_stands_alone(cast: Cast) -> None:
    planned(cast)
    pooped(cast, bristol=4, pain=2)
    here = method.health.DangerAnswer.HERE
    sign = method.health.DangerKey.CANNOT_DRINK
    wrote(cast, method.health.DangerSign, sign=sign, answer=here)
    for face in ("day", "night"):
        assert "Ring me" not in today(cast, face=face)


def test_by_night_the_words_for_trouble_are_there_too(cast: Cast) -> None:
    planned(cast)
    pooped(cast, bristol=4, pain=2)
    assert "Ring me &lt;today&gt;." in today(cast, face="night")


def test_by_night_nobody_reads_that_it_goes_well(cast: Cast) -> None:
    planned(cast)
    pooped(cast, bristol=4)
    said = today(cast, face="night")
    assert "Go on as now." not in said
    assert "Nothing to do now. Write it down and sleep." in said


def test_it_is_reached_from_medicine_and_from_the_page_for_the_doctor(
    cast: Cast,
) -> None:
    for name in ("medicine", "doctor"):
        assert address(cast, "action-plan") in page(cast, name=name)


def test_the_page_for_the_doctor_tells_it_as_ordered(cast: Cast) -> None:
    planned(cast)
    said = page(cast, name="doctor")
    assert "own plan at home, of “Dr Ito”, since Friday 5 June." in said
    assert "Stuck, or hurting: “Ring me &lt;today&gt;.”" in said
    assert "The last one hurt: cried or said so" in said
