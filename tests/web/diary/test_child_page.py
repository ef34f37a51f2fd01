"""The page of a child's name and words, and of another child."""

from django.utils import timezone

from stepstool.web.diary import children, reading
from stepstool.web.families.models import Child
from tests.web.cast import Cast

TOLD = {
    "nickname": "Mimi",
    "month": "6",
    "year": "2022",
    "pronoun": "she",
    "word": "number two",
    "zone": "Europe/London",
}


def page(cast: Cast) -> str:
    return f"/family/{cast.family.pk}/child/{cast.mia.id}/about/"


def another(cast: Cast) -> str:
    return f"/family/{cast.family.pk}/another-child/"


def what_holds(cast: Cast) -> children.About:
    child = Child.objects.get(pk=cast.mia.pk)
    return children.about(child, timezone.now())


def test_what_was_told_holds_from_now_on(cast: Cast) -> None:
    assert cast.anna.client.post(page(cast), TOLD).status_code == 302
    told = what_holds(cast)
    assert (told.nickname, str(told.born)) == ("Mimi", "2022-06-01")
    assert (told.pronoun, told.word, told.zone) == (
        "she",
        "number two",
        "Europe/London",
    )


def test_the_month_of_birth_of_another_child_is_not_made_up(cast: Cast) -> None:
    shown = cast.anna.client.get(another(cast)).content.decode()
    assert shown.count('<option value="" selected>Choose</option>') == 2
    told = {**TOLD, "month": "", "year": ""}
    assert cast.anna.client.post(another(cast), told).status_code == 200
    assert Child.objects.filter(family=cast.family).count() == 1


def test_how_it_talks_and_likes_praise_may_be_said(cast: Cast) -> None:
    assert (what_holds(cast).talks, what_holds(cast).praise) == ("", "")
    cast.anna.client.post(page(cast), {**TOLD, "talks": "no_words", "praise": "quiet"})
    assert (what_holds(cast).talks, what_holds(cast).praise) == ("no_words", "quiet")
    assert b'value="no_words"' in cast.anna.client.get(page(cast)).content


def test_what_stays_the_same_writes_nothing(cast: Cast) -> None:
    anna = cast.anna.client
    for _ in range(2):
        anna.post(page(cast), TOLD)
    assert len([*reading.everything(cast.mia)]) == 2


def test_the_form_shows_what_holds(cast: Cast) -> None:
    anna = cast.anna.client
    anna.post(page(cast), TOLD)
    assert b'value="number two"' in anna.get(page(cast)).content


def test_how_loud_praise_is_holds_from_now_on(cast: Cast) -> None:
    anna = cast.anna.client
    anna.post(page(cast), {**TOLD, "praise": "quiet"})
    assert what_holds(cast).praise == "quiet"
    anna.post(page(cast), {**TOLD, "praise": "aloud"})
    assert what_holds(cast).praise == "aloud"


def test_another_child_is_added(cast: Cast) -> None:
    cast.anna.client.post(another(cast), {**TOLD, "nickname": "Max"})
    found = Child.objects.get(family_id=cast.family.pk, nickname="Max")
    assert children.about(found, timezone.now()).zone == "Europe/London"


def test_a_month_to_come_is_refused(cast: Cast) -> None:
    told = {**TOLD, "month": "12", "year": str(timezone.now().year)}
    if timezone.now().month == 12:
        told["year"] = str(timezone.now().year + 1)
    assert cast.anna.client.post(another(cast), told).status_code == 200


def test_only_parents_say_what_lasts(cast: Cast) -> None:
    for person in (cast.rosa, cast.owls, cast.tim):
        assert person.client.get(page(cast)).status_code == 403
        assert person.client.post(another(cast), TOLD).status_code == 403
