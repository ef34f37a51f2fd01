"""A stranger's diary stands in the database, or is refused; nothing between."""

from random import Random
from typing import Any

import pytest
from django.db import transaction

from stepstool import method, trackers
from stepstool.web.diary import reading, whole
from stepstool.web.families.models import User
from tests import strangers
from tests.web.exchange.test_restoring import DIARY, POOP, sent

HALF = "\ud800"


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_a_damaged_diary_is_restored_or_refused(db: None, start: int) -> None:
    user = User.objects.create_user("somebody", "x")
    for number in range(start, start + 50):
        data = strangers.damaged(strangers.SEEDS["diary"], Random(number))
        with strangers.patience(), transaction.atomic():
            try:
                diary = method.read_diary(trackers.decoded(data), trackers.MOST_ENTRIES)
                child = whole.restore(user, diary).child
                "".join(whole.text_of(child))
                list(reading.everything(child))
            except (
                trackers.NotUnderstoodError,
                method.NotADiaryError,
                whole.NotRestorableError,
            ):
                pass
            transaction.set_rollback(True)


@pytest.mark.parametrize(
    "entry",
    [
        POOP | {"kind": HALF},
        POOP | {"kind": "\x00"},
        POOP | {"id": HALF},
        POOP | {"note": HALF},
        POOP | {"device": "\x00"},
        POOP | {"data": {"x": HALF}},
        POOP | {"data": {HALF: 1}},
        POOP | {HALF: "\x00"},
        {"raw": HALF},
        HALF,
        POOP | {"at": "0001-01-01T00:00:00+14:00"},
        POOP | {"written_at": "9999-12-31T23:59:59-14:00"},
        POOP | {"version": 10**30},
        POOP | {"by": "9" * 30},
        POOP | {"origin": {"a": [[[[[[]]]]]]}},
    ],
    ids=range(15),
)
def test_an_entry_that_no_database_keeps_is_kept_as_it_can_be_or_refused(
    visitor: Any, entry: Any
) -> None:
    answer = sent(visitor, DIARY | {"entries": [entry], "history": [entry]})
    assert answer.status_code in {302, 422}


def test_pages_of_a_diary_with_half_a_sign_are_shown(visitor: Any) -> None:
    odd = POOP | {"kind": "poop", "note": HALF, "data": {"x": HALF}}
    newer = POOP | {"id": "p2", "kind": "of a newer version", "data": {"x": HALF}}
    assert sent(visitor, DIARY | {"entries": [odd, newer]}).status_code == 302
    visitor.post("/account/code/")
    today = visitor.get("/", follow=True)
    place = today.redirect_chain[-1][0]
    for page in (
        "",
        "diary/",
        "diary/2026-03-04/",
        "entry/p1/",
        "entry/p2/",
        "doctor/",
    ):
        assert visitor.get(place + page).status_code == 200
    assert b"".join(visitor.get(place + "export/")).count(b"ud800") >= 2
