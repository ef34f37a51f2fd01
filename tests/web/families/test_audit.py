"""Who did what: each change of a family's people leaves a line that its parents read."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.transaction import atomic, set_rollback
from django.test import Client
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import emptying
from stepstool.web.families import audit, households, invitations, parting, sealed
from tests.web.cast import Cast, browser_of
from tests.web.pages import wrote

Does = Callable[[Cast], object]


def record_page(cast: Cast) -> str:
    return f"/family/{cast.family.pk}/people/record/"


def said(cast: Cast) -> list[str]:
    """Give the lines of Mia's family, newest first, as a parent reads them."""
    return [str(line) for line in audit.record(cast.family.pk)]


def opens_a_link(cast: Cast) -> None:
    new = invitations.invite(cast.anna.user, cast.family, "reader", "Aunt Jo")
    households.join(new.invitation, cast.stranger)


def ends_and_takes_it_back(cast: Cast) -> None:
    households.end(cast.anna.membership, cast.rosa.membership.pk)
    now = timezone.now()
    households.bring_back(cast.ben.membership, cast.rosa.membership.pk, now)


def makes_a_link_and_takes_it_back(cast: Cast) -> None:
    new = households.invite(cast.anna.membership, "carer", "Opa")
    households.take_back(cast.ben.membership, new.invitation.pk)


def takes_the_diary_along(cast: Cast) -> None:
    page = f"/family/{cast.family.pk}/child/{cast.mia.id}/export/"
    assert cast.ben.client.get(page).status_code == 200


def hands_the_page_over(cast: Cast) -> None:
    now = timezone.now()
    new = sealed.Sealed("secret", "locked", "Dr. Weiss", now + timedelta(days=1))
    sealed.seal(cast.anna.membership, cast.mia, new, now)


def ends_the_link(cast: Cast) -> None:
    hands_the_page_over(cast)
    (link,) = sealed.lately(cast.mia, timezone.now())
    sealed.end(cast.ben.membership, cast.mia, link.id, timezone.now())


DEEDS: dict[str, Does] = {
    "Anna handed Mia’s page for the doctor over, as a link": hands_the_page_over,
    "Ben ended a link to Mia’s page": ends_the_link,
    "Ben made a link for Opa: Preschool": lambda c: households.invite(
        c.ben.membership, "preschool", "Opa"
    ),
    "Ben took back the link for Opa": makes_a_link_and_takes_it_back,
    "Aunt Jo came in: Reads along": opens_a_link,
    "Anna changed what Rosa is: Reads along": lambda c: households.change_role(
        c.family.pk, c.rosa.membership.pk, "reader", c.anna.membership
    ),
    "Whoever runs this house changed what Rosa is: Parent": lambda c: households.repair(
        c.rosa.membership, "parent"
    ),
    "Anna ended Rosa’s access": lambda c: households.end(
        c.anna.membership, c.rosa.membership.pk
    ),
    "Ben let Rosa back in": ends_and_takes_it_back,
    "Tim left": lambda c: households.end(c.tim.membership, c.tim.membership.pk),
    "Anna added Pip": lambda c: households.add_child(
        c.anna.membership, "Pip", timezone.localdate()
    ),
    "Ben took Mia’s diary along as a file": takes_the_diary_along,
    "Anna restored Pip’s diary from a file": lambda c: audit.note(
        c.family.pk, audit.Deed.RESTORED, "Anna", "Pip"
    ),
    "Anna deleted an entry for good": lambda c: emptying.empty_entry(
        c.anna.membership, c.mia, wrote(c, method.poop.Poop)
    ),
    "Anna deleted an entry’s earlier versions": lambda c: emptying.forget_history(
        c.anna.membership, c.mia, wrote(c, method.poop.Poop)
    ),
    "Anna deleted a child’s diary for good": lambda c: parting.delete_child(
        c.anna.membership, c.mia
    ),
    "Somebody who is gone deleted their account": lambda c: parting.delete_account(
        c.ben.user, {}
    ),
}


@pytest.mark.parametrize("line", DEEDS)
def test_each_deed_leaves_its_line(cast: Cast, line: str) -> None:
    assert line not in said(cast)
    DEEDS[line](cast)
    assert said(cast)[0] == line


def test_a_family_begins_with_who_opened_it(cast: Cast) -> None:
    assert set(said(cast)) == {"Anna opened this family", "Anna added Mia"}


def test_every_deed_has_a_sentence_that_was_seen_here(cast: Cast) -> None:
    written = {"opened", "added_child"}
    for does in DEEDS.values():
        with atomic():
            does(cast)
            latest = audit.record(cast.family.pk).first()
            written |= {latest.deed if latest else ""}
            set_rollback(True)
    assert written == set(audit.Deed)


def test_what_was_refused_leaves_no_line(cast: Cast) -> None:
    households.end(cast.anna.membership, cast.ben.membership.pk)
    before = said(cast)
    with pytest.raises(households.LastParentError):
        households.change_role(
            cast.family.pk, cast.anna.membership.pk, "reader", cast.anna.membership
        )
    assert said(cast) == before


def test_the_same_role_again_is_no_change(cast: Cast) -> None:
    before = said(cast)
    households.change_role(
        cast.family.pk, cast.rosa.membership.pk, "carer", cast.anna.membership
    )
    assert said(cast) == before


def test_parents_read_it_and_nobody_else(cast: Cast) -> None:
    page = cast.anna.client.get(record_page(cast)).content.decode()
    assert "Anna opened this family" in page
    for who in (cast.rosa, cast.owls, cast.tim):
        assert who.client.get(record_page(cast)).status_code == 403
    assert cast.nora.client.get(record_page(cast)).status_code == 404
    assert "Anna opened" in people(cast.anna.client, cast)
    assert "Anna opened" not in people(cast.rosa.client, cast)


def people(client: Client, cast: Cast) -> str:
    return client.get(f"/family/{cast.family.pk}/people/").content.decode()


def test_a_long_record_has_pages(cast: Cast) -> None:
    for _ in range(60):
        audit.note(cast.family.pk, audit.Deed.LEFT, "Somebody")
    first = cast.anna.client.get(record_page(cast)).content.decode()
    assert first.count("Somebody left") == 50
    assert "Anna opened" not in first
    second = cast.anna.client.get(f"{record_page(cast)}?page=2").content.decode()
    assert second.count("Somebody left") == 10
    assert "Anna opened" in second


def test_another_family_sees_nothing_of_it(cast: Cast) -> None:
    households.end(cast.anna.membership, cast.rosa.membership.pk)
    nora = browser_of(cast.nora.user)
    page = nora.get(f"/family/{cast.leo.family_id}/people/record/").content.decode()
    assert "Nora opened this family" in page
    assert "Rosa" not in page
