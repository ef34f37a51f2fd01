"""Handing the doctor's page over by a link that ends by itself, and that the house cannot read."""

import base64
import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import time_machine
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.test import Client

from stepstool import method
from stepstool.cli.house.tidying import tidy
from stepstool.web.families import audit, households, parting, sealed
from stepstool.web.families.models import Child, SealedLink
from tests.paper.reading import text_of as text_of_pdf
from tests.web.cast import Cast, Person
from tests.web.guard import across_families
from tests.web.pages import address, lives_in_london, text_of, wrote

NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
HOST = "diary.example"
OUTSIDE = {"headers": {"host": HOST}, "secure": True}
DAY = timedelta(days=1)


class Handed(NamedTuple):
    """A link as the doctor got it: its whole address, and what its payload says."""

    whole: str
    payload: dict[str, Any]

    @property
    def where(self) -> str:
        return urlsplit(self.payload["url"]).path


@pytest.fixture(autouse=True)
def at_noon(settings: Any) -> Iterator[time_machine.Traveller]:
    settings.ALLOWED_HOSTS = ["*"]
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def days(cast: Cast) -> None:
    lives_in_london(cast)
    wrote(cast, method.poop.Poop, bristol=4, place=method.poop.Place.POTTY)


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def handed(cast: Cast, who: Person | None = None, query: str = "", **asked: str) -> Any:
    """Make a link (Anna, for a week), and read it off the page."""
    page = address(cast, "hand-over") + query
    client = (who or cast.anna).client
    said = text_of(client.post(page, {"days": "7", **asked}, **OUTSIDE))
    whole = html.unescape(re.findall(r'value="(https://[^"]+)"', said)[0])
    payload = json.loads(unpadded(whole.split("#shlink:/")[1]))
    return Handed(whole, payload)


def served(link: Handed) -> Any:
    """Fetch what a link leads to, as any program on the internet does."""
    return Client().get(link.where, {"recipient": "Dr. Weiss"}, **OUTSIDE)


def unlocked(copy: str, key: str) -> dict[str, Any]:
    """Decrypt by hand what was served: RFC 7516, section 5.2, for `dir` and A256GCM."""
    head, no_key, vector, text, tag = copy.split(".")
    assert no_key == ""
    assert json.loads(unpadded(head)) == {
        "alg": "dir",
        "enc": "A256GCM",
        "cty": "application/fhir+json",
    }
    both = unpadded(text) + unpadded(tag)
    plain = AESGCM(unpadded(key)).decrypt(unpadded(vector), both, head.encode())
    return dict(json.loads(plain))


def attached(bundle: dict[str, Any]) -> dict[str, bytes]:
    """Give the files of the page by their types."""
    document = bundle["entry"][-1]["resource"]
    return {
        part["attachment"]["contentType"]: base64.b64decode(part["attachment"]["data"])
        for part in document["content"]
    }


def test_the_payload_alone_opens_what_was_handed_over(cast: Cast, days: None) -> None:
    link = handed(cast)
    answer = served(link)
    assert answer["Content-Type"] == "application/jose"
    bundle = unlocked(answer.content.decode(), link.payload["key"])
    files = attached(bundle)
    assert "For the doctor: Mia" in files["text/html"].decode()
    assert "Forthedoctor:Mia" in text_of_pdf(files["application/pdf"])
    stools = list(method.stools_in(json.dumps(bundle)))
    assert [stool.bristol for stool in stools] == [4]  # type: ignore[union-attr]


def test_the_link_is_as_the_specification_says(cast: Cast) -> None:
    link = handed(cast, days="1")
    assert link.whole.startswith(f"https://{HOST}/shared/#shlink:/")
    assert set(link.payload) == {"url", "key", "exp", "flag", "label", "v"}
    assert link.payload["flag"] == "U"
    assert link.payload["exp"] == (NOON + DAY).timestamp()
    assert len(link.payload["key"]) == 43
    assert len(link.payload["url"]) <= 128
    assert len(unpadded(link.payload["url"].split("/")[-2])) * 8 >= 256
    assert "Mia" not in link.payload["label"]


def test_what_it_holds_is_fhir(cast: Cast, days: None) -> None:
    r4b = pytest.importorskip("fhir.resources.R4B.bundle")
    link = handed(cast)
    bundle = unlocked(served(link).content.decode(), link.payload["key"])
    assert r4b.Bundle.model_validate(bundle).entry[-1].resource.subject.reference


def test_what_the_family_leaves_out_is_not_in_it(cast: Cast, days: None) -> None:
    link = handed(cast, query="?leave=food&leave=bundle")
    bundle = unlocked(served(link).content.decode(), link.payload["key"])
    assert len(bundle["entry"]) == 1
    assert "Food and drink" not in attached(bundle)["text/html"].decode()


def test_another_key_opens_nothing(cast: Cast) -> None:
    link, other = handed(cast), handed(cast)
    with pytest.raises(InvalidTag):
        unlocked(served(link).content.decode(), other.payload["key"])


def test_the_house_keeps_no_key_and_no_plain_word(cast: Cast, days: None) -> None:
    link = handed(cast)
    kept = str(SealedLink.objects.filter(family=cast.family).values().get())
    sessions = [session.get_decoded() for session in Session.objects.all()]
    with across_families():
        lines = list(audit.AuditLine.objects.values())
    for place in (kept, str(sessions), str(lines)):
        assert link.payload["key"] not in place
        assert link.where.split("/")[-2] not in place
    locked = b"".join(map(unpadded, served(link).content.decode().split(".")[1:]))
    for word in ("For the doctor", "Bundle", "Observation"):
        assert word not in kept
        assert word.encode() not in locked


def test_the_link_is_shown_once(cast: Cast) -> None:
    link = handed(cast, name="Dr. Weiss")
    again = text_of(cast.anna.client.get(address(cast, "hand-over"), **OUTSIDE))
    assert "shlink" not in again
    assert link.payload["key"] not in again
    assert "Dr. Weiss" in again


@pytest.mark.parametrize("days", ["1", "7", "30"])
def test_it_ends_by_itself_to_the_second(
    cast: Cast, at_noon: time_machine.Traveller, days: str
) -> None:
    link = handed(cast, days=days)
    end = NOON + int(days) * DAY
    at_noon.move_to(end - timedelta(seconds=1))
    assert served(link).status_code == 200
    at_noon.move_to(end)
    assert served(link).status_code == 404


def test_a_parent_ends_it_at_once_and_the_copy_is_gone(cast: Cast) -> None:
    link = handed(cast, name="Dr. Weiss")
    kept = SealedLink.objects.get(family=cast.family)
    page = cast.ben.client.post(
        address(cast, "end-link", kept.id), follow=True, **OUTSIDE
    )
    assert served(link).status_code == 404
    kept = SealedLink.objects.get(family=cast.family)
    assert kept.locked == ""
    assert "Ended on 10 June" in text_of(page)


def test_how_often_and_when_last_is_counted(
    cast: Cast, days: None, at_noon: time_machine.Traveller
) -> None:
    link = handed(cast)
    page = address(cast, "hand-over")
    assert "Not opened." in text_of(cast.anna.client.get(page, **OUTSIDE))
    served(link)
    assert "Opened once, on 10 June, 12:00." in text_of(
        cast.anna.client.get(page, **OUTSIDE)
    )
    at_noon.shift(DAY)
    served(link)
    assert "Opened 2 times, last on 11 June, 12:00." in text_of(
        cast.anna.client.get(page, **OUTSIDE)
    )


def test_looking_at_the_viewer_counts_nothing(cast: Cast) -> None:
    handed(cast)
    assert Client().get("/shared/", **OUTSIDE).status_code == 200
    assert SealedLink.objects.get(family=cast.family).opened == 0


def test_wrong_ended_and_old_links_are_told_apart_by_nobody(cast: Cast) -> None:
    ended, guess = handed(cast), handed(cast)
    for link in SealedLink.objects.filter(family=cast.family):
        sealed.end(cast.anna.membership, cast.mia, link.id, NOON)
    elsewhere = guess.where.replace(f"/{cast.family.pk}/", f"/{cast.leo.family_id}/")
    never = re.sub(r"[^/]+/$", "x" * 43 + "/", guess.where)
    answers = [Client().get(one, **OUTSIDE) for one in (ended.where, elsewhere, never)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("does", ["end", "change_role"])
def test_the_links_of_who_is_removed_or_no_parent_any_more_end(
    cast: Cast, does: str
) -> None:
    link, other = handed(cast, cast.ben), handed(cast)
    if does == "end":
        households.end(cast.anna.membership, cast.ben.membership.pk)
    else:
        households.change_role(
            cast.family.pk, cast.ben.membership.pk, "reader", cast.anna.membership
        )
    assert served(link).status_code == 404
    assert served(other).status_code == 200


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_only_parents_hand_it_over(cast: Cast, who: str) -> None:
    client = getattr(cast, who).client
    for sent in (client.get, client.post):
        assert sent(address(cast, "hand-over"), **OUTSIDE).status_code == 403
    assert not SealedLink.objects.filter(family=cast.family).exists()


def test_another_familys_parent_ends_nothing(cast: Cast) -> None:
    link = handed(cast)
    kept = SealedLink.objects.get(family=cast.family)
    sealed.end(cast.nora.membership, cast.leo, kept.id, NOON)
    answer = cast.nora.client.post(address(cast, "end-link", kept.id), **OUTSIDE)
    assert answer.status_code == 404
    assert served(link).status_code == 200


@pytest.mark.parametrize(
    ("host", "secure"),
    [
        ("diary.example", False),
        ("localhost", True),
        ("127.0.0.1:8765", True),
        ("192.168.1.20", True),
        ("[fd00::1]", True),
        ("potty.local", True),
        ("potty", True),
        ("a" * 60 + ".example", True),
    ],
)
def test_a_house_out_of_reach_says_so_and_offers_the_file(
    cast: Cast, host: str, secure: bool
) -> None:
    page = address(cast, "hand-over")
    asked = {"headers": {"host": host}, "secure": secure}
    said = text_of(cast.anna.client.post(page, {"days": "7"}, **asked))
    assert "cannot be reached from the doctor’s office" in said
    assert "As a PDF, to print or send" in said
    assert "Make the link" not in said
    assert not SealedLink.objects.filter(family=cast.family).exists()


def test_a_public_address_is_in_reach(cast: Cast) -> None:
    asked = {"headers": {"host": "93.184.215.14"}, "secure": True}
    said = text_of(cast.anna.client.get(address(cast, "hand-over"), **asked))
    assert "Make the link" in said


def test_a_time_that_is_not_offered_is_refused(cast: Cast) -> None:
    page = address(cast, "hand-over")
    answer = cast.anna.client.post(page, {"days": "3650"}, **OUTSIDE)
    assert answer.status_code == 422
    assert not SealedLink.objects.filter(family=cast.family).exists()


def test_nothing_of_it_is_kept_on_the_way(cast: Cast) -> None:
    answer = served(handed(cast))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer


def test_guessing_is_slowed_down(cast: Cast, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"sealed": "2/m/ip"}
    link = handed(cast)
    assert [served(link).status_code for _ in range(3)] == [200, 200, 429]


def test_making_them_is_slowed_down(cast: Cast, settings: Any) -> None:
    limits = {"hand_over": "1/m/user"}
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | limits
    handed(cast)
    page = address(cast, "hand-over")
    assert cast.anna.client.post(page, {"days": "7"}, **OUTSIDE).status_code == 429


def test_both_deeds_leave_a_line(cast: Cast) -> None:
    handed(cast)
    kept = SealedLink.objects.get(family=cast.family)
    sealed.end(cast.ben.membership, cast.mia, kept.id, NOON)
    sealed.end(cast.ben.membership, cast.mia, kept.id, NOON)
    lines = [str(line) for line in audit.record(cast.family.pk)]
    assert lines.count("Anna handed Mia’s page for the doctor over, as a link") == 1
    assert lines.count("Ben ended a link to Mia’s page") == 1


def test_tidying_drops_old_copies_first_and_later_the_count(
    cast: Cast, at_noon: time_machine.Traveller
) -> None:
    handed(cast, days="1")
    at_noon.shift(DAY)
    with across_families():
        tidy()
    assert SealedLink.objects.get(family=cast.family).locked == ""
    at_noon.shift(sealed.REMEMBERED)
    with across_families():
        tidy()
    assert not SealedLink.objects.filter(family=cast.family).exists()


def test_links_of_a_deleted_account_end(cast: Cast) -> None:
    link = handed(cast, cast.ben)
    parting.delete_account(cast.ben.user, {})
    assert served(link).status_code == 404
    assert SealedLink.objects.get(family=cast.family).locked == ""


def test_the_lines_of_a_deleted_child_no_longer_name_it(cast: Cast) -> None:
    handed(cast)
    parting.delete_child(cast.anna.membership, cast.mia)
    lines = [str(line) for line in audit.record(cast.family.pk)]
    assert "Anna handed a child’s page for the doctor over, as a link" in lines
    assert "Mia" not in "".join(lines)


@pytest.mark.parametrize("whose", ["child", "family"])
def test_links_go_with_the_child_and_with_the_family(cast: Cast, whose: str) -> None:
    handed(cast)
    child = Child.objects.get(family=cast.family, id=cast.mia.id)
    with across_families():
        child.delete() if whose == "child" else cast.family.delete()
        assert not SealedLink.objects.exists()


def test_the_database_refuses_a_link_about_another_familys_child(cast: Cast) -> None:
    handed(cast)
    kept = SealedLink.objects.filter(family=cast.family)

    def is_moved() -> None:
        with transaction.atomic(), across_families():
            kept.update(child_id=cast.leo.id)
            connection.check_constraints()  # else at the end of the transaction

    with pytest.raises(IntegrityError):
        is_moved()


def test_the_made_up_child_hands_nothing_over(cast: Cast, visitor: Client) -> None:
    page = "/family/0/child/00000000-0000-4000-8000-00000000a11a/doctor/hand-over/"
    assert "Hand it over" in text_of(visitor.get(page, **OUTSIDE))
    visitor.post(page, {"days": "7"}, **OUTSIDE)
    with across_families():
        assert not SealedLink.objects.exists()
