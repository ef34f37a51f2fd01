"""A danger sign that the diary showed weeks ago is kept until somebody answers it."""

from datetime import timedelta

from django.utils import timezone

from stepstool import method
from tests.web.cast import Cast, Person
from tests.web.pages import get, stored, text_of, wrote

DangerSign = method.health.DangerSign


def blood_mixed_in(cast: Cast, days_ago: int) -> None:
    at = timezone.now() - timedelta(days=days_ago)
    wrote(cast, method.poop.Poop, at=at, blood=method.poop.Blood.MIXED_IN)


def kept_after_a_visit_of(cast: Cast, who: Person) -> list[DangerSign]:
    get(who.client, cast, "today")
    return stored(cast, DangerSign)


def test_an_old_sign_is_written_down_once(cast: Cast) -> None:
    blood_mixed_in(cast, days_ago=40)
    kept_after_a_visit_of(cast, cast.anna)

    (kept,) = kept_after_a_visit_of(cast, cast.anna)
    assert kept.sign == method.health.DangerKey.BLOOD_MIXED_IN


def test_a_young_sign_needs_no_keeping(cast: Cast) -> None:
    blood_mixed_in(cast, days_ago=2)

    assert kept_after_a_visit_of(cast, cast.anna) == []


def test_who_comes_back_after_a_silence_finds_what_was_open_before_it(
    cast: Cast,
) -> None:
    blood_mixed_in(cast, days_ago=200)

    (kept,) = kept_after_a_visit_of(cast, cast.anna)
    assert kept.sign == method.health.DangerKey.BLOOD_MIXED_IN
    assert 'class="alert"' in text_of(get(cast.anna.client, cast, "today"))
    assert len(kept_after_a_visit_of(cast, cast.anna)) == 1


def test_what_was_answered_before_the_silence_stays_answered(cast: Cast) -> None:
    blood_mixed_in(cast, days_ago=200)
    wrote(
        cast,
        DangerSign,
        at=timezone.now() - timedelta(days=199, hours=12),
        sign=method.health.DangerKey.BLOOD_MIXED_IN,
        answer=method.health.DangerAnswer.SEEN,
    )
    kept_after_a_visit_of(cast, cast.anna)
    assert 'class="alert"' not in text_of(get(cast.anna.client, cast, "today"))


def test_a_diary_that_goes_on_is_not_searched(cast: Cast) -> None:
    blood_mixed_in(cast, days_ago=200)
    wrote(cast, method.poop.Poop, at=timezone.now() - timedelta(days=2))
    assert kept_after_a_visit_of(cast, cast.anna) == []


def test_who_may_not_write_signs_writes_none(cast: Cast) -> None:
    blood_mixed_in(cast, days_ago=40)

    assert kept_after_a_visit_of(cast, cast.tim) == []
