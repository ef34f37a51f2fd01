"""Nothing that a library says reaches a page: each error is a sentence of ours.

Everything is tried in a made-up language, in which our own sentences stand in brackets: what is
left plain is not in our catalogue.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver
from django.utils import translation

from stepstool.web.shell import field_words
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import address
from tests.web.test_languages import ZONES, plain_words

BAD: tuple[Any, ...] = (
    None,
    "",
    "\x00",
    "x",
    "x" * 5000,
    "-1",
    "9" * 400,
    "1e400",
    "2026-13-45",
    "\u202e\u200b",
    [],
    ["nope"],
    SimpleUploadedFile("empty.csv", b""),
    SimpleUploadedFile("x" * 400 + ".csv", b"a"),
    object(),
)
GARBAGE = {
    "login": "x" * 300,
    "name": "\u202e" + "x" * 80,
    "password": "1234567890",
    "oldpassword": "not mine",
    "password1": "anna",
    "password2": "anna again",
    "code": "x" * 90,
    "role": "queen",
    "nickname": "x" * 80,
    "month": "13",
    "year": "1066",
    "pronoun": "thou",
    "zone": "Moon/Tranquility",
    "word": "x" * 80,
}
FILES = {
    "half a diary": b'{"format": "stepstool-diary", "entries": [',
    "a diary of numbers": b'{"entries": [], "child": {}, "big": ' + b"9" * 5000 + b"}",
    "nested without end": b'{"entries": ' + b"[" * 5000,
    "a row that ends": b"Type,Start,End\nDiaper,2026-03-04 08:00",
    "no table": b"Type,Start\n",
    "half a zip": b"PK\x03\x04" + b"\x00" * 40,
    "no text": bytes(range(256)),
}


def all_forms() -> Iterator[type[forms.BaseForm]]:
    """Give every form of the house; the addresses bring their pages, and these their forms."""
    assert get_resolver().url_patterns
    begun: list[type[forms.BaseForm]] = [forms.Form]
    while begun:
        form = begun.pop()
        begun += form.__subclasses__()
        if form.__module__.startswith("stepstool."):
            yield form


def faults_of(form: type[forms.BaseForm]) -> Iterator[str]:
    """Give what each field says of each bad answer."""
    for field in form.base_fields.values():
        for answer in BAD:
            try:
                field.clean(answer)
            except ValidationError as error:
                yield from error.messages
            except (TypeError, AttributeError):
                continue  # no browser sends it


def test_every_field_speaks_in_our_words(db: None, pseudo: str) -> None:
    with translation.override(pseudo):
        plain = {
            (form.__name__, said)
            for form in all_forms()
            for said in faults_of(form)
            if "[" not in said
        }
    assert plain == set()


def test_the_walk_meets_many_forms_and_many_faults(db: None) -> None:
    met = list(all_forms())
    assert len(met) > 15
    assert len({said for form in met for said in faults_of(form)}) > 8


def test_the_walk_would_notice_a_sentence_of_django(
    db: None, pseudo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        forms.Field.default_error_messages, "required", "This field is required."
    )

    class PlainForm(forms.Form):
        name = forms.CharField()

    with translation.override(pseudo):
        assert "This field is required." in set(faults_of(PlainForm))


def test_all_that_django_would_say_is_replaced() -> None:
    for field, words in field_words.FIELDS.items():
        assert set(field.default_error_messages) == set(words), field


def asked(client: Client, where: str, language: str, form: dict[str, Any]) -> list[str]:
    answer = client.post(where, form, headers={"accept-language": language})
    assert answer.status_code in {200, 302, 400, 404, 422, 429}, where
    if answer.status_code in {302, 404}:
        return []
    return plain_words(ZONES.sub("", answer.content.decode()))


@pytest.mark.parametrize(
    "page", ["/account/sign-in/", "/account/lost/", "/account/password/"]
)
def test_pages_of_accounts_answer_nonsense_in_our_words(
    cast: Cast, visitor: Client, pseudo: str, page: str
) -> None:
    client = cast.anna.client if "password" in page else visitor
    assert asked(client, page, pseudo, {}) == []
    plain = asked(client, page, pseudo, GARBAGE)
    assert [text for text in plain if "x" * 20 not in text] == []


@pytest.mark.parametrize(
    "password", ["123456789012", "password1234", "Anna Anna Anna", "short"]
)
def test_a_weak_password_is_refused_in_our_words(
    cast: Cast, pseudo: str, password: str
) -> None:
    form = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert asked(cast.anna.client, "/account/password/", pseudo, form) == []


@pytest.mark.parametrize(
    "page", ["child/{child}/about/", "another-child/", "people/invite/"]
)
def test_pages_of_a_family_answer_nonsense_in_our_words(
    cast: Cast, pseudo: str, page: str
) -> None:
    where = f"/family/{cast.family.pk}/{page.format(child=cast.mia.id)}"
    plain = asked(cast.anna.client, where, pseudo, GARBAGE)
    assert [text for text in plain if "x" * 20 not in text] == []


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_broken_file_is_refused_in_our_words(
    cast: Cast, pseudo: str, content: bytes
) -> None:
    file = SimpleUploadedFile("diary.json", content)
    assert (
        asked(cast.anna.client, address(cast, "import"), pseudo, {"file": file}) == []
    )
