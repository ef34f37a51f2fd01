"""The pages of deleting: they say what goes, ask who is there, and take nobody by surprise."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from stepstool import method
from stepstool.web.families import parting
from stepstool.web.families.models import Child, Family, User
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import address, get, post, text_of, wrote

POOP = method.poop.Poop
RIGHT = {"nickname": "mia ", "password": PASSWORD}


def family_page(cast: Cast) -> str:
    return reverse("delete-family", args=[cast.family.pk])


ACCOUNT = "/account/delete/"


def pressed(client: Client, page: str, **fields: object) -> HttpResponse:
    return client.post(page, fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"password": PASSWORD},
        {"nickname": "Mia"},
        {"nickname": "Leo", "password": PASSWORD},
        {"nickname": "Mia", "password": "guessed"},
    ],
)
def test_a_child_stays_until_name_and_password_are_right(
    cast: Cast, fields: dict[str, str]
) -> None:
    answer = pressed(
        cast.anna.client, address(cast, "delete-child"), **{"x": "", **fields}
    )
    assert answer.status_code == 422
    assert Child.objects.filter(family_id=cast.family.pk).exists()


def test_a_child_goes_with_name_and_password(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "delete-child", **RIGHT)
    assert "Mia’s diary is deleted for good." in text_of(answer)
    assert not Child.objects.filter(family_id=cast.family.pk).exists()


def test_the_browser_lets_go_of_what_it_kept(cast: Cast) -> None:
    answer = cast.anna.client.post(address(cast, "delete-child"), RIGHT)
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.parametrize("page", ["delete-child", "delete-family"])
def test_the_file_is_offered_and_backups_are_named(cast: Cast, page: str) -> None:
    where = family_page(cast) if page == "delete-family" else address(cast, page)
    text = text_of(cast.anna.client.get(where))
    assert address(cast, "export") in text
    assert "Backups that were made before keep it" in text


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
@pytest.mark.parametrize("page", ["delete-child", "delete-family"])
def test_only_parents_delete(cast: Cast, who: str, page: str) -> None:
    client = getattr(cast, who).client
    where = family_page(cast) if page == "delete-family" else address(cast, page)
    assert client.post(where, RIGHT).status_code == 403


def test_a_family_goes_with_the_password(cast: Cast) -> None:
    wrong = {"password": "guessed"}
    assert pressed(cast.anna.client, family_page(cast), **wrong).status_code == 422
    assert Family.objects.filter(pk=cast.family.pk).exists()
    answer = cast.anna.client.post(
        family_page(cast), {"password": PASSWORD}, follow=True
    )
    assert "deleted for good" in text_of(answer)
    assert not Family.objects.filter(pk=cast.family.pk).exists()


def test_the_others_hear_of_it_at_the_front_door(cast: Cast) -> None:
    cast.anna.client.post(family_page(cast), {"password": PASSWORD})
    ben = cast.ben.client
    assert "Anna deleted a family that you belonged to" in text_of(
        ben.get("/", follow=True)
    )
    assert "Anna deleted" not in text_of(ben.get("/account/"))


def test_an_account_of_one_of_two_parents_goes_at_once(cast: Cast) -> None:
    client = cast.ben.client
    answer = client.post(ACCOUNT, {"password": PASSWORD}, follow=True)
    assert "Your account is deleted." in text_of(answer)
    assert not User.objects.filter(name="Ben").exists()
    assert client.get("/account/").status_code == 302


def test_all_devices_of_the_account_are_signed_out(cast: Cast) -> None:
    phone, tablet = cast.ben.client, cast.ben.client
    phone.post(ACCOUNT, {"password": PASSWORD})
    assert get(tablet, cast, "today").status_code == 302


def test_the_last_parent_is_asked_who_takes_over(cast: Cast) -> None:
    cast.ben.client.post(ACCOUNT, {"password": PASSWORD})
    client = cast.anna.client
    text = text_of(client.get(ACCOUNT))
    assert "You are the only parent around Mia." in text
    assert "Rosa (Grandparent or sitter) becomes a parent here and keeps it" in text
    assert client.post(ACCOUNT, {"password": PASSWORD}).status_code == 422
    heir = {f"family_{cast.family.pk}": cast.rosa.membership.pk}
    client.post(ACCOUNT, {"password": PASSWORD, **heir})
    cast.rosa.membership.refresh_from_db()
    assert cast.rosa.membership.role == "parent"


def test_who_lives_alone_in_a_family_takes_it_along(cast: Cast) -> None:
    gone = {f"family_{cast.leo.family_id}": 0}
    cast.nora.client.post(ACCOUNT, {"password": PASSWORD, **gone})
    assert not Family.objects.filter(pk=cast.leo.family_id).exists()


def test_an_heir_who_left_meanwhile_is_asked_about_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left(*_: object) -> None:
        raise parting.UndecidedError

    monkeypatch.setattr(parting, "delete_account", left)
    answer = cast.ben.client.post(ACCOUNT, {"password": PASSWORD})
    assert "Somebody left meanwhile." in text_of(answer)


def test_passwords_are_not_guessed_here(cast: Cast) -> None:
    client = cast.anna.client
    answers = [
        client.post(ACCOUNT, {"password": "guess"}).status_code for _ in range(11)
    ]
    assert answers[-1] == 429


def test_an_entry_offers_it_to_parents_only(cast: Cast) -> None:
    key = wrote(cast, POOP, bristol=4)
    assert address(cast, "forget", key) in text_of(
        get(cast.anna.client, cast, "entry", key)
    )
    assert address(cast, "forget", key) not in text_of(
        get(cast.tim.client, cast, "entry", key)
    )
    assert cast.rosa.client.post(address(cast, "forget", key)).status_code == 403


def test_an_entry_goes_for_good(cast: Cast) -> None:
    key = wrote(cast, POOP, bristol=4)
    assert "30 days" in text_of(get(cast.anna.client, cast, "forget", key))
    answer = post(cast.anna.client, cast, "forget", key, entry="yes")
    assert "The entry is deleted for good." in text_of(answer)
    assert get(cast.anna.client, cast, "entry", key).status_code == 404


def test_only_what_it_said_before_goes(cast: Cast) -> None:
    key = wrote(cast, POOP, bristol=4)
    text = text_of(get(cast.anna.client, cast, "forget", key))
    assert "Delete what it said before" not in text
    post(cast.anna.client, cast, "remove", key)
    text = text_of(get(cast.anna.client, cast, "forget", key))
    assert "Delete what it said before" in text
    answer = post(cast.anna.client, cast, "forget", key, history="yes")
    assert "What it said before is deleted." in text_of(answer)
    assert get(cast.anna.client, cast, "entry", key).status_code == 200
