"""An empty house takes a diary from a file; a house in which somebody lives does not."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from stepstool import trackers
from stepstool.web.diary import reading
from stepstool.web.exchange import arrivals, restoring
from stepstool.web.families import accounts
from stepstool.web.families.models import Child, Family, User
from tests.web.cast import PASSWORD, Cast
from tests.web.exchange.files import page

POOP = {
    "id": "p1",
    "kind": "poop",
    "at": "2026-03-04T18:10:00+00:00",
    "by": "1",
    "data": {},
}
DIARY: dict[str, Any] = {
    "format": "stepstool-diary",
    "version": 1,
    "child": {"born": "2022-05", "name": "Mia"},
    "people": {"1": "Anna", "2": "Ben"},
    "entries": [POOP | {"version": 2}],
    "history": [POOP | {"by": "2"}],
}


def sent(client: Client, content: object = DIARY, **typed: str) -> HttpResponse:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    file = SimpleUploadedFile("../../mia.json", raw)
    fields = {"name": "Anna", "password": PASSWORD, "file": file} | typed
    return client.post("/restore/", fields)


def test_the_front_page_of_an_empty_house_leads_there(visitor: Client) -> None:
    assert "/restore/" in visitor.get("/").content.decode()
    assert "Restore a diary" in page(visitor.get("/restore/"))


def test_a_file_makes_its_bringer_a_parent(visitor: Client) -> None:
    answer = sent(visitor)
    assert answer["Location"] == "/account/code/"
    (child,) = Child.objects.filter(family=Family.objects.get())
    assert child.nickname == "Mia"
    assert [entry.id for entry in reading.everything(child)] == ["p1"]
    assert User.objects.get().is_host
    visitor.post("/account/code/")
    assert f"/child/{child.id}/" in visitor.get("/")["Location"]


def test_where_somebody_lives_it_is_shut(cast: Cast, visitor: Client) -> None:
    assert "/restore/" not in visitor.get("/").content.decode()
    for answer in (visitor.get("/restore/"), sent(visitor), sent(cast.anna.client)):
        assert answer.status_code == 403
        assert "Somebody lives here already" in page(answer)
    assert Family.objects.count() == 2


def test_an_invited_house_is_shut_too(visitor: Client, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "invite"
    assert "/restore/" not in visitor.get("/").content.decode()
    assert sent(visitor).status_code == 403


HOSTILE: dict[str, tuple[object, str]] = {
    "a picture": (b"\x89PNG\xff\xfe", "This is no diary of Stepstool."),
    "a list": ([], "it would begin with"),
    "half a file": (b'{"format": "stepstool-diary", "entr', "This is no diary file"),
    "no child": (DIARY | {"child": None}, "names no child"),
    "nobody’s": (DIARY | {"child": {"born": "2022-05"}}, "does not say whose diary"),
    "another’s people": (DIARY | {"people": ["Anna"]}, "The people are no names"),
    "a deep one": (b'{"a":' * 5000 + b"1" + b"}" * 5000, "This is no diary file"),
    "a broken id": (
        DIARY | {"entries": [POOP | {"device": "d" * 41}]},
        "not as we write",
    ),
    "nothing": (b"", "This file is empty."),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_diary_is_refused_kindly(visitor: Client, what: str) -> None:
    content, sentence = HOSTILE[what]
    answer = sent(visitor, content)
    assert answer.status_code == 422
    assert sentence in page(answer).replace("&quot;", '"')
    assert not User.objects.exists()
    assert not Family.objects.exists()


@pytest.mark.parametrize("crowd", [b"{}", b"7"])
def test_a_crowd_of_entries_is_refused(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, crowd: bytes
) -> None:
    monkeypatch.setattr(trackers, "MOST_ENTRIES", 10)
    content = b'{"child": {}, "entries": [' + b",".join([crowd] * 200) + b"]}"
    assert "holds more than 10 entries" in page(sent(visitor, content))


def test_a_file_that_is_too_big_is_not_read(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "MOST", 100)
    answer = sent(visitor)
    assert answer.status_code == 413
    assert "This file is very big" in page(answer)


def test_a_weak_password_restores_nothing(visitor: Client) -> None:
    assert sent(visitor, password="short").status_code == 422  # noqa: S106
    assert not User.objects.exists()


def test_who_comes_second_hears_so(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_was_quicker(*_: object) -> None:
        raise accounts.SignUpClosedError

    monkeypatch.setattr(restoring.accounts, "sign_up", somebody_was_quicker)
    assert sent(visitor).status_code == 403


def test_files_are_not_poured_in(visitor: Client) -> None:
    answers = [sent(visitor, b"x").status_code for _ in range(21)]
    assert answers[-1] == 429


def test_another_page_cannot_send_it(db: None) -> None:
    assert sent(Client(enforce_csrf_checks=True)).status_code == 403
    assert not User.objects.exists()
