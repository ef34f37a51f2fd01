"""The pages of one's account: sign in and out, the password, the recovery code."""

import pytest
from django.test import Client
from django.urls import reverse

from stepstool.web.families import accounts
from tests.web.cast import PASSWORD, Cast

WRONG = "not the words"
SIGN_IN, LOST, CODE = "/account/sign-in/", "/account/lost/", "/account/code/"


def sign_in(client: Client, name: str = "Anna", password: str = PASSWORD):
    return client.post(SIGN_IN, {"login": name, "password": password})


@pytest.mark.parametrize("name", ["Anna", "anna", " ANNA "])
def test_a_name_signs_in_however_it_is_typed(
    cast: Cast, visitor: Client, name: str
) -> None:
    assert sign_in(visitor, name).status_code == 302
    assert visitor.get("/account/").status_code == 200


def test_a_wrong_password_does_not(cast: Cast, visitor: Client) -> None:
    answer = sign_in(visitor, password=WRONG)
    assert b"do not match" in answer.content


def test_signing_in_leads_on_to_the_page_that_was_wanted(
    cast: Cast, visitor: Client
) -> None:
    form = {"login": "Anna", "password": PASSWORD, "next": "/account/"}
    assert visitor.post(SIGN_IN, form)["Location"] == "/account/"


def test_signing_in_is_greeted_in_our_own_words(cast: Cast, visitor: Client) -> None:
    sign_in(visitor)
    page = visitor.get("/account/").content.decode()
    assert "Good to see you." in page
    assert "Successfully" not in page


def test_many_wrong_passwords_lead_to_a_pause(cast: Cast, visitor: Client) -> None:
    answers = [sign_in(visitor, password=WRONG) for _ in range(7)]
    assert b"That was often in a row" in answers[-1].content
    assert b"That was often in a row" in sign_in(visitor).content


def test_the_session_cookie_is_plain_over_http_and_secure_over_https(
    cast: Cast, visitor: Client
) -> None:
    sign_in(visitor)
    assert not visitor.cookies["stepstool"]["secure"]
    form = {"login": "Anna", "password": PASSWORD}
    assert Client().post(SIGN_IN, form, secure=True).cookies["stepstool"]["secure"]


def test_signing_out_ends_the_session(cast: Cast) -> None:
    anna = cast.anna.client
    anna.post("/account/sign-out/")
    assert anna.get("/account/").status_code == 302


def test_a_changed_password_ends_the_other_sessions(cast: Cast) -> None:
    here, elsewhere = cast.anna.client, cast.anna.client
    words = "other kind words"
    form = {"oldpassword": PASSWORD, "password1": words, "password2": words}
    assert here.post("/account/password/", form)["Location"] == reverse("account")
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_the_way_back_in(cast: Cast, visitor: Client) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": code, "password": "new kind words"}
    assert visitor.post(LOST, form)["Location"] == CODE
    assert visitor.get("/account/").status_code == 200


def test_the_new_code_is_shown_until_it_is_written_down(
    cast: Cast, visitor: Client
) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": code, "password": "new kind words"}
    visitor.post(LOST, form)
    assert b"<code>" in visitor.get(CODE).content
    assert visitor.post(CODE, {"next": "/account/"})["Location"] == "/account/"
    assert visitor.get(CODE).status_code == 302


def test_the_way_on_stays_in_the_house(cast: Cast) -> None:
    answer = cast.anna.client.post(CODE, {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_a_wrong_code_is_said_and_counted(cast: Cast, visitor: Client) -> None:
    form = {"name": "Anna", "code": "AAAAA", "password": "new kind words"}
    answers = [visitor.post(LOST, form) for _ in range(21)]
    assert b"do not match" in answers[0].content
    assert answers[-1].status_code == 429


def test_a_weak_password_is_refused(cast: Cast, visitor: Client) -> None:
    form = {"name": "Anna", "code": "AAAAA", "password": "password12"}
    assert b"guessed first" in visitor.post(LOST, form).content


def test_a_new_code_needs_the_password(cast: Cast) -> None:
    anna = cast.anna.client
    assert (
        b"not your password"
        in anna.post("/account/code/new/", {"password": "wrong"}).content
    )
    assert anna.post("/account/code/new/", {"password": PASSWORD})["Location"] == CODE
