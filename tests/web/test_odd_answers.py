"""Every form of the house takes what no browser sends: a page or a refusal, and never a crash.

The forms are found on the pages themselves, with their fields as they stand there.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.test import Client

from stepstool.web.diary import writing
from tests import strangers
from tests.web.cast import Cast
from tests.web.diary.days import a_poop
from tests.web.routes import about_mia, routes

FORM = re.compile(r"(?s)<form\b([^>]*)>(.*?)</form>")
ACTION = re.compile(r'\baction="([^"]*)"')
FIELD = re.compile(r'\bname="([^"]+)"')
VALUE = re.compile(r'\bvalue="([^"]*)"')
ODD = (
    "", " ", "\x00", "x", "x" * 5_000, "-1", "0", "9" * 20, "9" * 5_000, "1e999", "NaN", "\u00b2",
    "\u0661", "2026-13-45", "0001-01-01", "9999-12-31", "0001-01-01T00:00", "9999-12-31T23:59",
    "25:61", "\u202e", "\ufeff", "\u2028", "[]", "{}", '{"a":', "[" * 3_000, "unknown", "../../x",
    "first", "poop", "after_a_week", "00000000-0000-4000-8000-000000000000", "add", "up-9", "%s",
    "down-" + "9" * 5_000, "Europe/Berlin", "\ud7ff", "\U0001f600" * 600, "%00", "on",
)  # fmt: skip
HEADERS: tuple[dict[str, str], ...] = (
    {"x-stay": "1"}, {"accept": "text/plain"}, {"referer": "\x7f//["}, {"accept-language": "x" * 900},
    {"content-type": "multipart/form-data; boundary=x"}, {"content-type": "application/json"},
)  # fmt: skip
SERVED = {200, 204, 302, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429}


@pytest.fixture
def addresses(cast: Cast) -> list[str]:
    """Give the address of each page, about what is there."""
    writing.write(cast.anna.membership, cast.mia, [a_poop("first")])
    return [route.filled(about_mia(cast)) for route in routes()]


def forms(
    client: Client, addresses: list[str]
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Give each form that is shown: where it goes, its fields, and what may stand there."""
    met = set()
    for address in addresses:
        answer = client.get(address)
        html = "" if answer.streaming else answer.content.decode(errors="replace")
        for attributes, body in FORM.findall(html):
            action = ACTION.search(attributes)
            where = (action and action[1]) or address
            fields = tuple(dict.fromkeys(FIELD.findall(body)))
            if where.startswith("/") and (where, fields) not in met:
                met.add((where, fields))
                yield where, dict.fromkeys(fields, VALUE.findall(body)[:20])


def odd_answers(fields: dict[str, list[str]], chance: Random) -> dict[str, Any]:
    """Answer some fields as they may be, others oddly, one twice."""
    answers: dict[str, Any] = {}
    for name, offered in fields.items():
        usual = chance.choice(offered or [""])
        answers[name] = chance.choice(ODD) if chance.random() < 0.5 else usual
    if answers:
        answers[chance.choice(list(answers))] = chance.choices(ODD, k=3)
    return answers


def is_out(where: str) -> bool:
    """Whether it ends what the others need: the account, the family, the session."""
    return where.endswith(("/sign-out/", "/leave/", "/delete/", "/forget/"))


@pytest.mark.parametrize("round_", range(2))
def test_no_odd_answer_makes_a_form_fall_over(
    cast: Cast, addresses: list[str], round_: int, settings: Any, tmp_path: Any
) -> None:
    settings.DATA, chance = tmp_path, Random(round_)
    client = cast.anna.client
    tried = list(forms(client, addresses))
    assert len(tried) > 40
    for where, fields in tried:
        if not is_out(where):
            with strangers.patience():
                answer = client.post(where, odd_answers(fields, chance))
            assert answer.status_code in SERVED, (where, answer.status_code)
    assert client.get("/account/").status_code == 200  # all was asked as a parent


def test_no_odd_body_makes_an_address_fall_over(
    cast: Cast, addresses: list[str], settings: Any, tmp_path: Any
) -> None:
    settings.DATA, chance = tmp_path, Random(7)
    for address in addresses:
        if is_out(address):
            continue
        body = strangers.damaged(chance.choice(list(strangers.SEEDS.values())), chance)
        headers = dict(chance.choice(HEADERS))
        content_type = headers.pop("content-type", "application/x-www-form-urlencoded")
        with strangers.patience():
            answer = cast.anna.client.generic(
                "POST", address, body[:100_000], content_type, headers=headers
            )
        assert answer.status_code in SERVED, (address, answer.status_code)
