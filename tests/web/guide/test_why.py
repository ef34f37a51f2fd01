"""Why we say so, what a parent sees differently, and a worry that is no entry."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stepstool import method
from stepstool.method.words import language
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

P = method.poop
L = method.lasting
I = method.interview  # noqa: E741 - the name of its room


def hard_days(cast: Cast) -> None:
    for days in (1, 2, 3, 4):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=1, pain=2)


def test_every_reason_has_its_source(cast: Cast) -> None:
    hard_days(cast)
    page = text_of(get(cast.anna.client, cast, "why"))
    assert page.count('<li class="card">') == page.count("Source:") >= 2
    assert 'href="https://' in page


def test_the_reason_of_the_headline_stands_first(cast: Cast) -> None:
    for days in range(1, 8):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    at = timezone.now() - timedelta(days=6)
    wrote(cast, L.Plan, at=at, move=L.Move.START, ladder="b", step=1)
    page = text_of(get(cast.anna.client, cast, "why"))
    soft, stay = page.split('<li class="card">')[1:3]
    assert "soft" in soft
    assert "of 3 on this step" in stay


def test_a_fight_is_explained_by_what_made_it_one(cast: Cast) -> None:
    for days in range(1, 8):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    wrote(cast, I.Interview, topic=I.Topic.FIGHT, answers=(I.Told.YES,))
    page = text_of(get(cast.anna.client, cast, "why"))
    assert "fight" in page.split('<li class="card">')[1]
    theirs = text_of(get(cast.owls.client, cast, "why"))
    assert "fight" not in theirs.partition('<li class="card">')[2]


def test_a_rule_has_a_name_and_not_a_key(cast: Cast) -> None:
    hard_days(cast)
    page = text_of(get(cast.anna.client, cast, "why"))
    assert "The rule: two signs at once." in page
    assert "Rule C1" not in page


@pytest.mark.parametrize("rule", method.RULES)
def test_every_rule_of_comfort_has_a_name(rule: str) -> None:
    assert language("en").has(f"rules.{rule}")


def told_much(cast: Cast) -> None:
    """Let the family tell what is nobody else's business."""
    signs = (I.Told.HARD, I.Told.HURTS)
    wrote(cast, I.Interview, topic=I.Topic.FOUR_WEEKS, answers=signs)
    wrote(cast, I.Interview, topic=I.Topic.FIGHT, answers=(I.Told.YES,))
    wrote(cast, method.health.ClinicianWord, word=method.health.Word.CONSTIPATED)


def test_preschool_reads_nothing_of_what_the_family_or_its_doctor_told(
    cast: Cast,
) -> None:
    told_much(cast)
    ours = text_of(get(cast.anna.client, cast, "why"))
    theirs = text_of(get(cast.owls.client, cast, "why"))
    assert "the doctor’s word" in ours
    assert "the doctor’s word" not in theirs
    assert "as you told" not in theirs
    assert "Mia’s family knows more about it" in theirs
    assert "knows more" not in ours


def test_preschool_keeps_the_same_step_and_reads_no_more_behind_it(cast: Cast) -> None:
    start = {"ladder": "b", "ladder_version": 1, "step": 2}
    wrote(cast, method.lasting.Plan, move=method.lasting.Move.START, **start)
    told_much(cast)
    theirs = text_of(get(cast.owls.client, cast, "plan"))
    ours = text_of(get(cast.anna.client, cast, "plan"))
    assert "Softness" in theirs
    assert theirs.count("<li") < ours.count("<li")


def test_what_was_not_written_down_is_said(cast: Cast) -> None:
    for days in (1, 2, 3):
        at = timezone.now() - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4)
    page = text_of(get(cast.anna.client, cast, "why"))
    assert "Also good to know" in page


def test_the_words_are_explained(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "why"))
    for word in ("Getting to know Mia", "Soft and easy", "Tender", "Stuck or sore"):
        assert word in page


def test_a_parent_may_see_it_differently_in_one_tap(cast: Cast) -> None:
    hard_days(cast)
    assert "I see it differently" in text_of(get(cast.anna.client, cast, "why"))
    post(cast.anna.client, cast, "differently")
    (said,) = stored(cast, I.Interview)
    assert said.topic is I.Topic.SEE_IT_DIFFERENTLY


def test_that_is_not_offered_where_it_would_change_nothing(cast: Cast) -> None:
    assert "I see it differently" not in text_of(get(cast.anna.client, cast, "why"))
    assert post(cast.anna.client, cast, "differently").status_code == 403


def test_it_is_a_parents_to_say(cast: Cast) -> None:
    hard_days(cast)
    assert "I see it differently" not in text_of(get(cast.rosa.client, cast, "why"))
    assert post(cast.rosa.client, cast, "differently").status_code == 403


def test_a_worry_is_read_and_never_written(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "worry"))
    assert "You do not have to find out alone" in page
    assert "<form" not in page


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    client = cast.anna.client
    with django_assert_max_num_queries(8):
        assert get(client, cast, "why").status_code == 200
