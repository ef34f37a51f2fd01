"""The people of a family: invited, changed, gone."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import segno
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from stepstool.web.families import households, invitations
from stepstool.web.families.forms import SignUpForm
from stepstool.web.families.models import Invitation, Membership, User
from tests.web.cast import PASSWORD, Cast, Person, browser_of

NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)


def people(cast: Cast) -> str:
    return f"/family/{cast.family.pk}/people/"


def link_for(cast: Cast, name: str = "Opa", role: str = "carer") -> str:
    anna = cast.anna.client
    anna.post(f"{people(cast)}invite/", {"name": name, "role": role})
    shown = re.search(r"http://testserver(/invitation/[^\"]+)", page(anna, cast))
    assert shown
    return shown[1]


def page(client: Client, cast: Cast) -> str:
    return client.get(people(cast)).content.decode()


def test_a_link_is_shown_once(cast: Cast) -> None:
    anna = cast.anna.client
    anna.post(f"{people(cast)}invite/", {"name": "Opa", "role": "carer"})
    assert "/invitation/" in page(anna, cast)
    assert "/invitation/" not in page(anna, cast)


def shown_on(host: str, cast: Cast) -> str:
    """Give the page that shows a new link, to a parent who calls the house so."""
    anna = cast.anna.client
    anna.post(
        f"{people(cast)}invite/", {"name": "Opa", "role": "carer"}, HTTP_HOST=host
    )
    return anna.get(people(cast), HTTP_HOST=host).content.decode()


def qr_code(address: str) -> str:
    drawn = segno.make_qr(address).svg_inline(border=4, light="#fff", omitsize=True)
    return str(drawn)


def test_the_qr_code_is_that_of_the_link_and_brings_no_style(cast: Cast) -> None:
    shown = shown_on("testserver", cast)
    link = re.search(r"http://testserver/invitation/[^\"]+", shown)
    assert link
    assert qr_code(link[0]) in shown
    assert "style" not in qr_code(link[0])


def test_a_link_made_on_the_machine_itself_opens_on_another_phone(
    cast: Cast, settings: Any
) -> None:
    settings.HOST_ELSEWHERE = {"localhost": "192.168.1.5"}
    shown = shown_on("localhost:8765", cast)
    link = re.search(r"http://192\.168\.1\.5:8765/invitation/[^\"]+", shown)
    assert link
    assert qr_code(link[0]) in shown


def test_a_link_that_no_other_phone_can_open_says_so(cast: Cast, settings: Any) -> None:
    settings.HOST_ELSEWHERE = {"localhost": ""}
    shown = shown_on("localhost:8765", cast)
    assert "http://localhost:8765/invitation/" in shown
    assert "opens on this device only" in shown
    assert 'class="qr"' not in shown


def test_the_database_does_not_hold_the_link(cast: Cast) -> None:
    token = link_for(cast).split("/")[2]
    assert token not in str(Invitation.objects.values().get())


def test_the_invited_sees_who_invites_to_what(cast: Cast, visitor: Client) -> None:
    shown = visitor.get(link_for(cast)).content.decode()
    assert "Anna invites you" in shown
    assert "Mia" in shown
    assert "Grandparent or sitter" in shown
    assert "Your family sees you by the name in its invitation." in shown


def test_the_invited_makes_an_account_and_is_in(cast: Cast, visitor: Client) -> None:
    form = {"name": "Opa", "password": PASSWORD}
    assert visitor.post(link_for(cast), form)["Location"] == "/account/code/"
    joined = Membership.objects.get(name="Opa")
    assert (joined.family, joined.role) == (cast.family, "carer")


def test_a_name_that_somebody_took_in_between_is_said(
    cast: Cast, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignUpForm, "clean_name", lambda form: "Anna")
    answer = visitor.post(link_for(cast), {"name": "Anna", "password": PASSWORD})
    assert b"This sign-in name is taken" in answer.content


def test_a_link_that_ends_in_between_makes_no_account(
    cast: Cast, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_for(cast)

    def ended(*_: object) -> None:
        raise invitations.InvitationEndedError

    monkeypatch.setattr(households, "join", ended)
    form = {"name": "Opa", "password": PASSWORD}
    assert visitor.post(link, form).status_code == 404
    assert not User.objects.filter(username="opa").exists()


def test_who_has_an_account_confirms_to_join(cast: Cast) -> None:
    link, browser = link_for(cast), browser_of(cast.stranger)
    browser.get(link)
    assert not Membership.objects.filter(user=cast.stranger).exists()
    browser.post(f"{link}join/")
    assert Membership.objects.get(user=cast.stranger).name == "Opa"


def test_a_link_works_once(cast: Cast, visitor: Client) -> None:
    link = link_for(cast)
    browser_of(cast.stranger).post(f"{link}join/")
    assert cast.nora.client.post(f"{link}join/").status_code == 404
    assert visitor.post(link, {"name": "X", "password": PASSWORD}).status_code == 404


def test_a_link_that_was_taken_back_has_ended(cast: Cast, visitor: Client) -> None:
    link = link_for(cast)
    invitation = Invitation.objects.get()
    path = f"/family/{cast.family.pk}/invitations/{invitation.pk}/revoke/"
    cast.anna.client.post(path)
    assert visitor.get(link).status_code == 404


def test_an_old_link_has_ended(cast: Cast, visitor: Client) -> None:
    link = link_for(cast)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert visitor.get(link).status_code == 404


def test_all_ended_links_look_alike(cast: Cast, visitor: Client) -> None:
    link = link_for(cast)
    Invitation.objects.update(revoked_at=timezone.now())
    assert visitor.get(link).content == visitor.get("/invitation/never-was/").content


def test_another_family_cannot_take_it_back(cast: Cast) -> None:
    link_for(cast)
    households.take_back(cast.nora.membership, Invitation.objects.get().pk)
    assert invitations.open_invitations().exists()


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_only_parents_invite(cast: Cast, who: str) -> None:
    client = getattr(cast, who).client
    path = f"{people(cast)}invite/"
    assert client.post(path, {"name": "X", "role": "parent"}).status_code == 403
    assert "Invite somebody" not in page(client, cast)
    assert "Invite somebody" in page(cast.anna.client, cast)


def test_a_parent_changes_a_role(cast: Cast) -> None:
    path = f"{people(cast)}{cast.rosa.membership.pk}/"
    cast.anna.client.post(path, {"role": "reader"})
    assert role_of(cast.rosa) == "reader"


def role_of(person: Person) -> str:
    return Membership.objects.get(pk=person.membership.pk).role


def test_a_member_of_another_family_is_not_changed(cast: Cast) -> None:
    path = f"{people(cast)}{cast.nora.membership.pk}/"
    assert cast.anna.client.post(path, {"role": "reader"}).status_code == 404
    assert role_of(cast.nora) == "parent"


def test_who_is_removed_sees_nothing_any_more(cast: Cast) -> None:
    cast.anna.client.post(f"{people(cast)}{cast.rosa.membership.pk}/end/")
    assert cast.rosa.client.get(people(cast)).status_code == 404
    assert str(cast.rosa.membership.pk) in households.names_of(cast.family.pk)


def ended(cast: Cast) -> str:
    """Let Anna end Rosa's access; give the address that takes it back."""
    place = f"{people(cast)}{cast.rosa.membership.pk}/"
    cast.anna.client.post(f"{place}end/")
    return f"{place}bring-back/"


def test_a_parent_takes_the_end_of_an_access_back(cast: Cast) -> None:
    back = ended(cast)
    assert "Let back in" in cast.anna.client.get(people(cast)).content.decode()
    assert cast.ben.client.post(back).status_code == 302
    assert role_of(cast.rosa) == "carer"
    assert cast.rosa.client.get(people(cast)).status_code == 200


def test_who_is_out_is_signed_out_at_once_and_stays_so(cast: Cast) -> None:
    rosa = cast.rosa.client
    back = ended(cast)
    assert rosa.get("/account/").status_code == 302
    cast.anna.client.post(back)
    assert (
        rosa.get(people(cast)).status_code == 302
    )  # the old session does not come back


def test_who_is_out_cannot_take_it_back(cast: Cast) -> None:
    back = ended(cast)
    rosa = cast.rosa.client
    assert rosa.post(back).status_code == 404
    assert rosa.get(people(cast)).status_code == 404


def test_after_a_week_it_is_too_late(cast: Cast) -> None:
    back = ended(cast)
    long_ago = timezone.now() - households.TAKEN_BACK - timedelta(minutes=1)
    Membership.objects.filter(pk=cast.rosa.membership.pk).update(ended_at=long_ago)
    assert cast.anna.client.post(back).status_code == 404
    assert "Let back in" not in cast.anna.client.get(people(cast)).content.decode()


def test_links_of_who_is_out_end_and_do_not_come_back(cast: Cast) -> None:
    link = invitations.invite(cast.ben.user, cast.family, "carer", "Opa").token
    place = f"{people(cast)}{cast.ben.membership.pk}/"
    cast.anna.client.post(f"{place}end/")
    assert invitations.find(link) is None
    cast.anna.client.post(f"{place}bring-back/")
    assert invitations.find(link) is None


def test_who_left_is_not_brought_back(cast: Cast) -> None:
    cast.tim.client.post(f"{people(cast)}leave/")
    back = f"{people(cast)}{cast.tim.membership.pk}/bring-back/"
    assert cast.anna.client.post(back).status_code == 404


def test_leaving_says_what_it_does_and_asks_once(cast: Cast) -> None:
    tim = cast.tim.client
    page = tim.get(f"{people(cast)}leave/").content.decode()
    assert "What you wrote stays with the family." in page
    assert tim.get(people(cast)).status_code == 200
    after = tim.post(f"{people(cast)}leave/", follow=True).content.decode()
    assert "You have left. Mia" in after


def test_who_comes_back_gets_the_old_place(cast: Cast) -> None:
    households.end(cast.anna.membership, cast.rosa.membership.pk)
    new = invitations.invite(cast.anna.user, cast.family, "reader", "Oma")
    back = households.join(new.invitation, cast.rosa.user)
    assert (back, back.name) == (cast.rosa.membership, "Rosa")


def test_the_last_parent_stays(cast: Cast) -> None:
    households.end(cast.anna.membership, cast.ben.membership.pk)
    anna = cast.anna.client
    answer = anna.post(f"{people(cast)}leave/", follow=True).content.decode()
    assert "A family keeps one parent" in answer
    assert "You have left" not in answer
    anna.post(f"{people(cast)}{cast.anna.membership.pk}/", {"role": "reader"})
    assert role_of(cast.anna) == "parent"


def test_anybody_else_may_leave(cast: Cast) -> None:
    tim = cast.tim.client
    assert tim.post(f"{people(cast)}leave/")["Location"] == "/account/"
    assert tim.get(people(cast)).status_code == 404


def test_only_the_host_invites_another_family(cast: Cast) -> None:
    assert cast.ben.client.post("/invite-family/").status_code == 403


def test_the_host_invites_another_family(
    cast: Cast, visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "invite"
    cast.anna.user.is_host = True
    cast.anna.user.save()
    anna = cast.anna.client
    anna.post("/invite-family/")
    shown = anna.get("/account/").content.decode()
    link = re.search(r"http://testserver(/invitation/[^\"]+)", shown)
    assert link
    assert "Anna invites you" in visitor.get(link[1]).content.decode()
    assert visitor.post(link[1])["Location"] == "/"
    assert visitor.session["invitation"] == Invitation.objects.get().pk


def test_a_parent_who_opens_a_link_of_the_own_family_stays_what_they_are(
    cast: Cast,
) -> None:
    link, anna = link_for(cast, "Grandma", "reader"), cast.anna.client
    assert "You belong here already" in anna.get(link).content.decode()
    assert anna.post(f"{link}join/")["Location"] == link
    place = Membership.objects.get(pk=cast.anna.membership.pk)
    assert (place.role, place.name) == ("parent", "Anna")


def test_a_link_opened_by_who_is_here_still_holds(cast: Cast, visitor: Client) -> None:
    link = link_for(cast)
    cast.tim.client.post(f"{link}join/")
    assert role_of(cast.tim) == "reader"
    assert "Anna invites you" in visitor.get(link).content.decode()


def test_who_was_removed_does_not_come_back_by_a_link_made_before(cast: Cast) -> None:
    link = link_for(cast, "Oma", "parent")
    cast.anna.client.post(f"{people(cast)}{cast.ben.membership.pk}/end/")
    ben = browser_of(cast.ben.user)
    assert ben.post(f"{link}join/").status_code == 404
    assert ben.get(people(cast)).status_code == 404
    assert invitations.find(link.split("/")[2])  # it holds for whom it was made


def test_who_was_removed_comes_back_by_a_link_made_after(cast: Cast) -> None:
    cast.anna.client.post(f"{people(cast)}{cast.ben.membership.pk}/end/")
    link = link_for(cast, "Papa", "reader")
    ben = browser_of(cast.ben.user)
    ben.post(f"{link}join/")
    assert ben.get(people(cast)).status_code == 200
    assert Membership.objects.get(pk=cast.ben.membership.pk).name == "Ben"


def test_links_of_who_is_no_parent_any_more_end(cast: Cast) -> None:
    link = invitations.invite(cast.ben.user, cast.family, "parent", "Opa").token
    path = f"{people(cast)}{cast.ben.membership.pk}/"
    cast.anna.client.post(path, {"role": "parent"})
    assert invitations.find(link)  # nothing was changed
    cast.anna.client.post(path, {"role": "reader"})
    assert invitations.find(link) is None


def test_who_is_out_hears_so_at_the_next_sign_in(cast: Cast) -> None:
    ended(cast)
    rosa = browser_of(cast.rosa.user)
    home = rosa.get("/", follow=True)
    assert home.redirect_chain == [("/account/", 302)]
    assert "Anna ended your access" in home.content.decode()
    assert "ended your access" not in cast.tim.client.get("/account/").content.decode()


def looks_along(cast: Cast, days: str = "30") -> Client:
    """Invite a doctor for a while, and let the stranger come in by it; their browser."""
    anna, doctor = cast.anna.client, browser_of(cast.stranger)
    form = {"name": "Dr. Weiss", "role": "reader", "days": days}
    anna.post(f"{people(cast)}invite/", form)
    link = re.search(r"http://testserver(/invitation/[^\"]+)", page(anna, cast))
    assert link
    assert "until" in doctor.get(link[1]).content.decode()
    doctor.post(f"{link[1]}join/")
    return doctor


def test_a_place_for_a_while_is_over_by_itself_to_the_second(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        doctor = looks_along(cast)
        end = NOON + timedelta(days=30)
        assert "until 10 July" in page(cast.anna.client, cast)
        clock.move_to(end - timedelta(seconds=1))
        assert doctor.get(people(cast)).status_code == 200
        clock.move_to(end)
        assert doctor.get(people(cast)).status_code == 404
        assert "Dr. Weiss" not in doctor.get("/account/").content.decode()
        assert not households.members(cast.family.pk).filter(name="Dr. Weiss").exists()


def test_who_looked_along_can_be_invited_anew(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        looks_along(cast, days="7")
        clock.shift(timedelta(days=8))
        doctor = looks_along(cast, days="7")
        assert doctor.get(people(cast)).status_code == 200


def test_a_parent_has_no_day_on_which_it_ends(cast: Cast) -> None:
    form = {"name": "Papa", "role": "parent", "days": "7"}
    answer = cast.anna.client.post(f"{people(cast)}invite/", form)
    assert "A parent stays until somebody ends it." in answer.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=cast.ben.membership.pk).update(until=NOON)


def test_another_role_has_no_end_any_more(cast: Cast) -> None:
    looks_along(cast)
    place = Membership.objects.get(name="Dr. Weiss")
    households.change_role(cast.family.pk, place.pk, "parent", cast.anna.membership)
    assert Membership.objects.get(pk=place.pk).until is None


def test_whoever_runs_the_house_repairs_a_place_that_is_over(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        doctor = looks_along(cast)
        clock.shift(timedelta(days=31))
        households.repair(Membership.objects.get(name="Dr. Weiss"), "reader")
        assert doctor.get(people(cast)).status_code == 200


def test_who_is_removed_is_not_let_back_in_after_that_time(cast: Cast) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        looks_along(cast, days="7")
        clock.shift(timedelta(days=5))
        place = Membership.objects.get(name="Dr. Weiss")
        households.end(cast.anna.membership, place.pk)
        assert list(households.ended_lately(cast.family.pk, timezone.now())) == [place]
        clock.shift(timedelta(days=2))
        assert not households.ended_lately(cast.family.pk, timezone.now()).exists()


def test_the_way_from_the_doctors_page_offers_reading_along(cast: Cast) -> None:
    shown = cast.anna.client.get(f"{people(cast)}?for-a-while=yes").content.decode()
    assert re.search(r'value="reader"[^>]*checked', shown)
    assert re.search(r'value="30"[^>]*checked', shown)
