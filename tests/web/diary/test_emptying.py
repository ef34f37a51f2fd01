"""What was removed is let go of after 30 days, but for its id; what was said before, but for who and when."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.emptying import empty_removed, forget_old_words
from stepstool.web.diary.models import EMPTIED, StoredEntry, Superseded
from tests.web.cast import Cast
from tests.web.pages import get, text_of, wrote

P = method.poop
LATER = timedelta(days=31)
NOTE = "behind the blue door"


def removed(cast: Cast) -> str:
    """Let Anna write something, say more, and remove it."""
    key = wrote(cast, P.Poop, bristol=4, note=NOTE)
    stored = reading.entry(cast.anna.membership, cast.mia, key)
    writing.change(cast.anna.membership, cast.mia, stored)
    writing.remove(cast.anna.membership, cast.mia, [key])
    return key


def emptied(cast: Cast, after: timedelta = LATER) -> int:
    return empty_removed(cast.family.pk, timezone.now() + after)


def row(cast: Cast, key: str) -> StoredEntry:
    return StoredEntry.objects.get(family_id=cast.family.pk, id=key)


def history(cast: Cast) -> int:
    return Superseded.objects.filter(family_id=cast.family.pk).count()


def test_nothing_is_left_but_id_and_version(cast: Cast) -> None:
    key = removed(cast)
    before = row(cast, key)
    assert emptied(cast) == 1
    after = row(cast, key)
    assert (after.id, after.counter, after.removed) == (key, before.counter, True)
    assert (after.note, after.data, after.rest, after.shape) == ("", "", "", EMPTIED)
    assert after.at.year == 2000
    assert history(cast) == 0


def test_who_is_about_to_bring_one_back_looks_again(cast: Cast) -> None:
    removed(cast)
    before = reading.state_of(cast.family.pk)
    assert emptied(cast, timedelta(0)) == 0
    assert reading.state_of(cast.family.pk) == before
    assert emptied(cast) == 1
    assert reading.state_of(cast.family.pk) != before


@pytest.mark.parametrize("days", [0, 29])
def test_for_thirty_days_it_can_be_brought_back(cast: Cast, days: int) -> None:
    key = removed(cast)
    assert emptied(cast, timedelta(days=days)) == 0
    assert history(cast) == 2
    writing.restore(cast.anna.membership, cast.mia, [key])
    assert reading.entry(cast.anna.membership, cast.mia, key).note == NOTE


def test_it_is_let_go_of_a_moment_after_thirty_days(cast: Cast) -> None:
    key = removed(cast)
    since = row(cast, key).received_at
    days = timedelta(days=30)
    for passed in (days - timedelta(seconds=1), days):
        assert empty_removed(cast.family.pk, since + passed) == 0
        assert row(cast, key).note == NOTE
    assert empty_removed(cast.family.pk, since + days + timedelta(seconds=1)) == 1


def test_what_is_not_removed_is_never_touched(cast: Cast) -> None:
    key = wrote(cast, P.Poop, bristol=4, note=NOTE)
    assert emptied(cast) == 0
    assert row(cast, key).note == NOTE


def test_it_is_shown_nowhere_exported_nowhere_and_cannot_come_back(cast: Cast) -> None:
    key = removed(cast)
    emptied(cast)
    writing.restore(cast.anna.membership, cast.mia, [key])
    assert row(cast, key).removed
    assert [each.id for each in reading.everything(cast.mia)] == []
    with pytest.raises(Http404):
        reading.entry(cast.anna.membership, cast.mia, key)
    assert get(cast.anna.client, cast, "entry", key).status_code == 404
    assert NOTE not in text_of(get(cast.anna.client, cast, "diary"))


def test_a_hand_that_removed_it_holds_against_an_import(cast: Cast) -> None:
    key = removed(cast)
    emptied(cast)
    again = P.Poop(id=key, at=timezone.now(), bristol=4, note=NOTE)
    writing.write(cast.anna.membership, cast.mia, [again], batch="again")
    assert row(cast, key).removed
    emptied(cast)
    assert history(cast) == 0


def test_an_import_taken_back_and_let_go_of_can_be_imported_again(cast: Cast) -> None:
    entry = P.Poop(id="theirs", at=timezone.now(), bristol=4)
    for batch in ("one", "two"):
        writing.write(cast.anna.membership, cast.mia, [entry], batch=batch)
        assert not row(cast, "theirs").removed
        writing.take_back(cast.anna.membership, cast.mia, batch)
        assert emptied(cast) == 1


def test_each_query_stays_in_the_family(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    removed(cast)
    with django_assert_max_num_queries(6):
        emptied(cast)


def edited(cast: Cast, time_machine: Any, days_ago: int) -> str:
    """Let Anna write something long ago, and say something else some days ago."""
    now = timezone.now()
    time_machine.move_to(now - timedelta(days=100))
    key = wrote(cast, P.Poop, bristol=4, note=NOTE)
    time_machine.move_to(now - timedelta(days=days_ago))
    stored = reading.entry(cast.anna.membership, cast.mia, key)
    writing.change(cast.ben.membership, cast.mia, replace(stored, note="by the door"))
    time_machine.move_to(now)
    return key


def forgotten(cast: Cast) -> int:
    return forget_old_words(cast.family.pk, timezone.now())


def versions(cast: Cast, key: str) -> list[method.Entry]:
    return reading.history(cast.anna.membership, cast.mia, key)


def test_what_an_entry_said_before_an_old_edit_goes_and_who_and_when_stay(
    cast: Cast, time_machine: Any
) -> None:
    key = edited(cast, time_machine, days_ago=31)
    wrote_first, said_first = versions(cast, key)[1].by, versions(cast, key)[1]
    assert (said_first.note, forgotten(cast)) == (NOTE, 1)
    now, before = versions(cast, key)
    assert (now.note, now.by) == ("by the door", str(cast.ben.membership.pk))
    assert (before.note, before.by) == (method.UNKNOWN, wrote_first)
    assert before.written_at is not None
    assert (timezone.now() - before.written_at).days == 100
    assert before.version == said_first.version
    assert forgotten(cast) == 0


def test_for_thirty_days_an_edit_can_be_taken_back(
    cast: Cast, time_machine: Any
) -> None:
    """What was written a hundred days ago and edited lately waits from the edit on."""
    key = edited(cast, time_machine, days_ago=29)
    assert forgotten(cast) == 0
    writing.undo(cast.anna.membership, cast.mia, [key])
    assert versions(cast, key)[0].note == NOTE


def test_only_the_newest_edit_of_several_waits(cast: Cast, time_machine: Any) -> None:
    key = edited(cast, time_machine, days_ago=31)
    stored = versions(cast, key)[0]
    writing.change(cast.anna.membership, cast.mia, replace(stored, note="today"))
    assert forgotten(cast) == 1
    assert [one.note for one in versions(cast, key)][:2] == ["today", "by the door"]
    assert NOTE not in str(versions(cast, key))


def test_an_edit_of_long_ago_stands_where_nobody_knows_what_was_before(
    cast: Cast, time_machine: Any
) -> None:
    key = edited(cast, time_machine, days_ago=31)
    forgotten(cast)
    writing.undo(cast.anna.membership, cast.mia, [key])
    assert [one.note for one in versions(cast, key)] == ["by the door", method.UNKNOWN]
    writing.remove(cast.anna.membership, cast.mia, [key])
    writing.restore(cast.anna.membership, cast.mia, [key])
    assert versions(cast, key)[0].note == "by the door"


def test_the_page_of_an_entry_says_plainly_that_it_is_gone(
    cast: Cast, time_machine: Any
) -> None:
    key = edited(cast, time_machine, days_ago=31)
    page = text_of(get(cast.anna.client, cast, "entry", key))
    assert "gone after 30 days" not in page
    forgotten(cast)
    page = text_of(get(cast.anna.client, cast, "entry", key))
    assert "What it said before is gone after 30 days" in page
    assert "Anna" in page


def test_who_is_about_to_take_an_edit_back_looks_again(
    cast: Cast, time_machine: Any
) -> None:
    edited(cast, time_machine, days_ago=31)
    before = reading.state_of(cast.family.pk)
    assert forgotten(cast) == 1
    assert reading.state_of(cast.family.pk) != before


def test_of_a_kind_that_cannot_be_empty_the_words_go_too(
    cast: Cast, time_machine: Any
) -> None:
    now = timezone.now()
    time_machine.move_to(now - timedelta(days=31))
    zone = method.lasting.Zone(id="zone", at=timezone.now(), zone="Europe/Berlin")
    writing.write(cast.anna.membership, cast.mia, [zone])
    stored = reading.entry(cast.anna.membership, cast.mia, "zone")
    moved = replace(stored, zone="Europe/Paris")
    writing.change(cast.anna.membership, cast.mia, moved)
    time_machine.move_to(now)
    assert forgotten(cast) == 1
    assert "Berlin" not in text_of(get(cast.anna.client, cast, "entry", "zone"))
