"""Who comes in: look-up and permission are one function."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import RequestFactory

from stepstool import method
from stepstool.web.diary.kinds import KINDS, may
from stepstool.web.families import roles
from stepstool.web.families.access import child_of, doors_of, family_of, visitor_of
from stepstool.web.families.households import add_child
from stepstool.web.families.models import Membership
from stepstool.web.families.roles import May, Needs, Role
from tests.web.cast import Cast


def visit(user: object) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_a_member_gets_the_place_and_the_child(cast: Cast) -> None:
    found = child_of(visit(cast.rosa.user), cast.family.pk, cast.mia.id)
    assert found == (cast.rosa.membership, cast.mia, (cast.mia,))


def test_others_get_nothing(cast: Cast) -> None:
    for user in (cast.nora.user, cast.stranger, AnonymousUser()):
        with pytest.raises(Http404):
            child_of(visit(user), cast.family.pk, cast.mia.id)


def test_a_child_is_looked_up_within_its_family(cast: Cast) -> None:
    with pytest.raises(Http404):
        child_of(visit(cast.nora.user), cast.leo.family_id, cast.mia.id)
    with pytest.raises(Http404):
        child_of(visit(cast.anna.user), cast.family.pk, uuid4())


def test_who_left_is_a_stranger(cast: Cast) -> None:
    Membership.objects.filter(pk=cast.rosa.membership.pk).update(
        ended_at=cast.mia.added_at
    )
    with pytest.raises(Http404):
        family_of(visit(cast.rosa.user), cast.family.pk)
    assert doors_of(cast.rosa.user) == []


REACH = {
    "anna": Needs.ALL,
    "rosa": Needs.LOOK | Needs.WRITE,
    "owls": Needs.LOOK | Needs.WRITE,
    "tim": Needs.LOOK,
}


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("needs", [Needs.LOOK, Needs.WRITE, Needs.MANAGE])
def test_pages_are_open_as_far_as_the_role_reaches(
    cast: Cast, who: str, needs: Needs
) -> None:
    request = visit(getattr(cast, who).user)
    if needs in REACH[who]:
        assert family_of(request, cast.family.pk, needs)
    else:
        with pytest.raises(PermissionDenied):
            family_of(request, cast.family.pk, needs)


def test_a_role_that_is_not_known_opens_nothing() -> None:
    assert not roles.may_enter("king", Needs.LOOK)
    assert may("king", "poop") is May.NOTHING


def test_every_kind_of_entry_is_in_the_table() -> None:
    assert set(method.KINDS) == set(KINDS)


def test_parents_may_do_everything() -> None:
    assert {may(Role.PARENT, kind) for kind in [*KINDS, "strange"]} == {May.ALL}


def test_who_reads_along_only_reads() -> None:
    assert {may(Role.READER, kind) for kind in [*KINDS, "strange"]} == {May.READ}


def test_only_parents_change_what_others_wrote() -> None:
    others = [Role.CARER, Role.PRESCHOOL, Role.READER]
    allowed = {may(role, kind) for role in others for kind in KINDS}
    assert not any(May.CHANGE_OTHERS in each for each in allowed)


@pytest.mark.parametrize("kind", ["interview", "clinician_word", "big_change"])
def test_preschool_does_not_see_what_is_the_familys_own(kind: str) -> None:
    assert may(Role.PRESCHOOL, kind) is May.NOTHING


def test_doors_lead_to_each_child(cast: Cast, django_assert_num_queries) -> None:
    max_ = add_child(cast.anna.membership, "Max", cast.mia.born)
    with django_assert_num_queries(2):
        (door,) = doors_of(cast.anna.user)
    assert door.children == [cast.mia, max_]


def test_a_page_costs_two_queries_to_enter(
    cast: Cast, django_assert_num_queries
) -> None:
    with django_assert_num_queries(2):
        child_of(visit(cast.anna.user), cast.family.pk, cast.mia.id)


def test_nobody_signed_in_is_no_visitor() -> None:
    with pytest.raises(Http404):
        visitor_of(visit(AnonymousUser()))
