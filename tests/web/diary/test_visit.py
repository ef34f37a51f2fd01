"""A page about a child: the view gets the visit, and only whose role reaches."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from tests.web.cast import Cast, Person

INTERVIEW = method.interview.Interview.KIND


def asked(cast: Cast, who: Person) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = who.user
    return request


def visited(cast: Cast, who: Person, needs: Needs = Needs.LOOK, **kinds: str) -> Visit:
    """Give the visit that a view under `child_page` is handed."""
    visits: list[Visit] = []

    @child_page(needs, **kinds)
    def view(_request: HttpRequest, visit: Visit) -> HttpResponse:
        visits.append(visit)
        return HttpResponse()

    view(asked(cast, who), family_id=cast.family.pk, child_id=cast.mia.id)
    return visits[0]


def test_the_view_is_handed_who_is_here_and_for_whom(cast: Cast) -> None:
    visit = visited(cast, cast.rosa)
    assert (visit.membership, visit.child) == (cast.rosa.membership, cast.mia)


def test_who_belongs_elsewhere_never_gets_to_the_view(cast: Cast) -> None:
    with pytest.raises(Http404):
        visited(cast, cast.nora)


def test_a_role_that_does_not_reach_is_refused(cast: Cast) -> None:
    assert visited(cast, cast.anna, Needs.MANAGE)
    with pytest.raises(PermissionDenied):
        visited(cast, cast.rosa, Needs.MANAGE)


@pytest.mark.parametrize("what", ["reads", "writes"])
def test_a_kind_that_is_not_for_this_role_closes_the_page(
    cast: Cast, what: str
) -> None:
    assert visited(cast, cast.anna, **{what: INTERVIEW})
    with pytest.raises(PermissionDenied):
        visited(cast, cast.owls, **{what: INTERVIEW})


def test_who_may_read_a_kind_may_not_write_it_for_that(cast: Cast) -> None:
    assert visited(cast, cast.tim, reads=INTERVIEW)
    with pytest.raises(PermissionDenied):
        visited(cast, cast.tim, writes=INTERVIEW)


def test_an_address_names_what_was_just_written(cast: Cast) -> None:
    visit = visited(cast, cast.anna)
    plain = visit.address("plan")
    assert visit.address("plan", touched="first") == f"{plain}?touched=first"
    assert visit.to("plan", touched="first")["Location"] == f"{plain}?touched=first"


def test_a_form_that_is_sent_twice_makes_one_entry(cast: Cast) -> None:
    visit, sent = visited(cast, cast.anna), {"id": keys.new_id()}
    for _tap in range(2):
        visit.write(method.poop.NoneCame(**visit.envelope(sent)))
    assert visit.entry(sent["id"]).written_at == visit.now
