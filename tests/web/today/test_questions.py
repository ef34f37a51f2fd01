"""One question at a time: asked before anything alarms, answered in one tap."""

from datetime import date, timedelta

from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

P, H = method.poop, method.health
I = method.interview  # noqa: E741 - the name of its room


def ago(days: float):
    return timezone.now() - timedelta(days=days)


def silent_for_days(cast: Cast) -> None:
    wrote(cast, H.DangerSign, at=ago(9), answer=H.DangerAnswer.NOT_HERE)
    told = (I.Told.SOFT_AND_EASY,)
    wrote(cast, I.Interview, at=ago(9), topic=I.Topic.FOUR_WEEKS, answers=told)
    for days in (8, 7, 6, 5):
        wrote(cast, P.Poop, at=ago(days), place=P.Place.DIAPER, bristol=4, pain=0)


def today(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face="day"))


def test_silence_leads_to_a_question_with_three_answers(cast: Cast) -> None:
    silent_for_days(cast)
    page = today(cast)
    assert "/question/gap/" in page
    for answer in ("yes", "no", "dont_know"):
        assert f'name="answer" value="{answer}"' in page


def test_no_makes_the_days_known(cast: Cast) -> None:
    silent_for_days(cast)
    post(cast.anna.client, cast, "question", "gap", answer="no")
    (said,) = [e for e in stored(cast, I.Interview) if e.topic is I.Topic.GAP]
    assert said.answers == (I.Told.NO,)
    assert "/question/gap/" not in today(cast)


def test_yes_leads_to_writing_it_down_with_its_time(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "question", "gap", answer="yes")
    assert "Where did it land?" in text_of(answer)
    assert 'value="choose" checked' in text_of(answer)
    assert stored(cast) == []


def test_several_answers_may_fit(cast: Cast) -> None:
    answers = ["small_leaks_unnoticed", "well_otherwise"]
    post(cast.anna.client, cast, "question", "runny", answer=answers)
    (said,) = stored(cast, I.Interview)
    assert list(said.answers) == answers


def test_no_answer_writes_nothing(cast: Cast) -> None:
    post(cast.anna.client, cast, "question", "runny")
    assert stored(cast) == []


def test_an_answer_that_does_not_belong_is_not_there(cast: Cast) -> None:
    client = cast.anna.client
    assert post(client, cast, "question", "gap", answer="huge").status_code == 404
    assert post(client, cast, "question", "weather", answer="no").status_code == 404


def test_only_parents_answer_for_the_family(cast: Cast) -> None:
    silent_for_days(cast)
    assert "/question/" not in today(cast, "rosa")
    assert (
        post(cast.rosa.client, cast, "question", "gap", answer="no").status_code == 403
    )


def test_at_most_one_question_stands_on_the_page(cast: Cast) -> None:
    assert today(cast).count('class="card question"') == 1


def test_an_old_sign_becomes_a_question(cast: Cast) -> None:
    key = H.DangerKey.CANNOT_DRINK
    wrote(cast, H.DangerSign, at=ago(3), sign=key, answer=H.DangerAnswer.HERE)
    page = today(cast)
    assert 'value="stopped"' in page
    post(cast.anna.client, cast, "answer-sign", "cannot_drink", answer="stopped")
    assert 'class="alert' not in today(cast)


def test_what_comes_and_goes_is_not_over_because_it_stopped(cast: Cast) -> None:
    key = H.DangerKey.RED_JELLY_OR_BLACK
    wrote(cast, H.DangerSign, at=ago(3), sign=key, answer=H.DangerAnswer.HERE)
    page = today(cast)
    assert 'value="stopped"' not in page
    assert 'value="called"' in page
    post(cast.anna.client, cast, "answer-sign", key, answer="stopped")
    assert "alert-now" in today(cast)
    post(cast.anna.client, cast, "answer-sign", key, answer="called")
    assert 'class="alert' not in today(cast)


def test_a_family_is_asked_once_whether_it_writes_every_one_down(cast: Cast) -> None:
    for days in range(12, 0, -1):
        wrote(cast, P.Poop, at=ago(days - 0.1), bristol=4, pain=0)
    wrote(cast, H.DangerSign, at=ago(1), answer=H.DangerAnswer.NOT_HERE)
    assert "Do you write every poop down" in today(cast)
    post(cast.anna.client, cast, "question", "all_written", answer="yes")
    assert "Do you write every poop down" not in today(cast)


def phosphate_is_asked(cast: Cast) -> str:
    cast.mia.born = date(timezone.now().year - 1, 1, 1)
    cast.mia.save()
    return wrote(cast, H.MedicineGiven, medicine=method.MedicineKind.RECTAL)


def test_a_medicine_from_below_is_asked_about_and_its_entry_answered(
    cast: Cast,
) -> None:
    key = phosphate_is_asked(cast)
    assert "/phosphate/" in today(cast)
    post(cast.anna.client, cast, "phosphate", answer="no")
    (given,) = stored(cast, H.MedicineGiven)
    assert (given.id, given.phosphate) == (key, method.YesNo.NO)


def test_without_such_a_medicine_there_is_nothing_to_answer(cast: Cast) -> None:
    client = cast.anna.client
    assert post(client, cast, "phosphate", answer="no").status_code == 404
    assert post(client, cast, "phosphate", answer="perhaps").status_code == 404
