"""One entry: corrected, removed, brought back, with its history."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool import method
from stepstool.web.diary import writing
from tests.web.cast import Cast, Person
from tests.web.pages import get, lives_in_london, post, stored, text_of, wrote

P = method.poop
AT = datetime(2026, 3, 4, 18, 10, 30, tzinfo=UTC)


def a_poop(cast: Cast, **told) -> str:
    return wrote(
        cast, P.Poop, **({"at": AT, "place": P.Place.POTTY, "bristol": 4} | told)
    )


def test_the_form_holds_what_was_written(cast: Cast) -> None:
    lives_in_london(cast)
    page = text_of(get(cast.anna.client, cast, "entry", a_poop(cast)))
    assert 'value="potty" checked' in page
    assert 'value="2026-03-04T18:10"' in page


def test_correcting_keeps_a_minute_that_was_left_alone(cast: Cast) -> None:
    client, key = cast.anna.client, a_poop(cast)
    post(client, cast, "entry", key, at="2026-03-04T18:10", place="toilet")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == AT
    assert poop.place is P.Place.TOILET


def test_an_answer_can_be_left_open_again(cast: Cast) -> None:
    client, key = cast.anna.client, a_poop(cast)
    post(client, cast, "entry", key, at="2026-03-04T18:10", place="potty", bristol="")
    (poop,) = stored(cast, P.Poop)
    assert poop.bristol is method.UNKNOWN


def test_a_correction_into_a_repeated_hour_asks_which(cast: Cast) -> None:
    lives_in_london(cast)
    client, key = cast.anna.client, a_poop(cast)
    night = {"at": "2025-10-26T01:30", "place": "potty"}
    assert "Which one was it?" in text_of(post(client, cast, "entry", key, **night))
    post(client, cast, "entry", key, **night, fold="second")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    post(client, cast, "entry", key, **night, fold="first")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_what_no_form_asks_stays(cast: Cast) -> None:
    client = cast.anna.client
    key = a_poop(cast, imported="stinky", origin={"source": "elsewhere"})
    post(client, cast, "entry", key, at="2026-03-04T18:10", place="toilet")
    (poop,) = stored(cast, P.Poop)
    assert poop.imported == "stinky"
    assert poop.origin == {"source": "elsewhere"}


def test_the_moment_can_be_changed(cast: Cast) -> None:
    lives_in_london(cast)
    client, key = cast.anna.client, a_poop(cast)
    post(client, cast, "entry", key, at="2026-03-03T09:00")
    (poop,) = stored(cast, P.Poop)
    assert poop.at == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def test_a_wrong_correction_changes_nothing(cast: Cast) -> None:
    client, key = cast.anna.client, a_poop(cast)
    answer = post(client, cast, "entry", key, at="2090-03-03T09:00", place="bath")
    assert answer.status_code == 422
    assert 'value="bath" checked' in text_of(answer)
    (poop,) = stored(cast, P.Poop)
    assert poop.place is P.Place.POTTY


def test_the_history_names_who_changed_it(cast: Cast) -> None:
    key = a_poop(cast)
    post(cast.ben.client, cast, "entry", key, at="2026-03-04T18:10", place="toilet")
    page = text_of(get(cast.anna.client, cast, "entry", key))
    assert page.index("Ben, ") < page.index("Anna, ")


def test_a_carer_sees_a_parents_entry_without_a_form(cast: Cast) -> None:
    page = text_of(get(cast.rosa.client, cast, "entry", a_poop(cast)))
    assert "Smooth and soft" in page
    assert 'name="at"' not in page


def test_a_carer_corrects_what_is_her_own(cast: Cast) -> None:
    key = a_poop(cast, who=cast.rosa)
    post(cast.rosa.client, cast, "entry", key, at="2026-03-04T18:10", place="bath")
    assert [each.place for each in stored(cast, P.Poop)] == [P.Place.BATH]


def test_lasting_facts_are_shown_without_a_form(cast: Cast) -> None:
    key = wrote(cast, method.lasting.Zone, zone="Europe/London")
    page = text_of(get(cast.anna.client, cast, "entry", key))
    assert "Europe/London" in page
    assert 'name="zone"' not in page


def test_an_entry_of_a_newer_version_is_shown_as_such(cast: Cast) -> None:
    raw = {"id": "new", "kind": "dance", "at": AT.isoformat(), "data": {"how": "wild"}}
    writing.write(cast.anna.membership, cast.mia, [method.read_or_keep(raw)])
    page = text_of(get(cast.anna.client, cast, "entry", "new"))
    assert "We do not understand this entry" in page


@pytest.mark.parametrize("action", ["remove", "restore", "undo"])
def test_marks_are_made_by_buttons_only(cast: Cast, action: str) -> None:
    assert get(cast.anna.client, cast, action, a_poop(cast)).status_code == 405


def test_what_a_preschool_may_not_read_is_not_there(cast: Cast) -> None:
    key = wrote(cast, method.days.BigChange)
    assert get(cast.owls.client, cast, "entry", key).status_code == 404


class TestTwoCorrectAtOnce:
    def begins(self, cast: Cast, who: Person, key: str) -> str:
        page = text_of(get(who.client, cast, "entry", key))
        found = re.search(r'name="version" value="([^"]*)"', page)
        assert found
        return found[1]

    def corrects(self, cast: Cast, who: Person, key: str, **typed: str) -> Any:
        at = "2026-03-04T18:10"
        return post(who.client, cast, "entry", key, at=at, **typed)

    def test_the_later_is_told_and_keeps_what_was_typed(self, cast: Cast) -> None:
        key = a_poop(cast)
        anna, ben = (self.begins(cast, who, key) for who in (cast.anna, cast.ben))
        self.corrects(cast, cast.ben, key, place="toilet", version=ben)
        answer = self.corrects(cast, cast.anna, key, place="bath", version=anna)
        page = text_of(answer)
        assert answer.status_code == 422
        assert "Meanwhile Ben wrote" in page
        assert 'value="bath" checked' in page
        (poop,) = stored(cast, P.Poop)
        assert poop.place is P.Place.TOILET

    def test_saved_again_it_holds_and_both_are_there(self, cast: Cast) -> None:
        key = a_poop(cast)
        anna, ben = (self.begins(cast, who, key) for who in (cast.anna, cast.ben))
        self.corrects(cast, cast.ben, key, place="toilet", version=ben)
        told = text_of(self.corrects(cast, cast.anna, key, place="bath", version=anna))
        now = re.search(r'name="version" value="([^"]*)"', told)
        assert now
        self.corrects(cast, cast.anna, key, place="bath", version=now[1])
        page = text_of(get(cast.anna.client, cast, "entry", key))
        assert page.index("Bath") < page.rindex("Toilet")
        (poop,) = stored(cast, P.Poop)
        assert poop.place is P.Place.BATH
