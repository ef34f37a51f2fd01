"""The only way to a family's things: look-up and permission are one function.

    @family_page(Needs.MANAGE)
    def invite(request: HttpRequest, membership: Membership) -> HttpResponse: ...

Pages about a child stand under `child_page` (`web/diary/visit.py`), which asks `child_of`;
a test refuses a view under neither. Whoever may not come in gets the same 404 as for what
does not exist. Strangers who are not signed in never get here: every view is closed to them
unless it is marked with `@login_not_required`. The one exception is the made-up child, whose
pages everybody may look at (`look_around`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from stepstool.web.families import made_up, one_family
from stepstool.web.families.models import Child, Membership, User
from stepstool.web.families.roles import Needs, may_enter

# The beginning of the address of every page about a child.
FAMILY = "family/<int:family_id>/"
CHILD = FAMILY + "child/<uuid:child_id>/"

# What only looks.
SAFE = frozenset({"GET", "HEAD"})
View = Callable[..., HttpResponseBase]


class FamilyAndChild(NamedTuple):
    """Who is here, and for which child; children: all of the family, first ones first."""

    membership: Membership
    child: Child
    children: tuple[Child, ...] = ()


class FamilyWithChildren(NamedTuple):
    """A family that somebody belongs to, with its children."""

    membership: Membership
    children: list[Child]


def child_of(
    request: HttpRequest, family_id: int, child_id: UUID, needs: Needs = Needs.LOOK
) -> FamilyAndChild:
    """Give the visitor's membership and the child, or raise Http404.

    A member of the family whose role does not reach gets PermissionDenied (403): they
    know that the child exists.
    """
    if made_up.is_made_up(family_id):
        return _looked_at(request, child_id)
    membership = family_of(request, family_id, needs)
    children = children_of(family_id)
    child = next((child for child in children if child.id == child_id), None)
    if child is None:
        raise Http404
    return FamilyAndChild(membership, child, children)


def _looked_at(request: HttpRequest, child_id: UUID) -> FamilyAndChild:
    """Give the made-up child to whoever looks; what is sent there is answered before this."""
    if child_id != made_up.CHILD:
        raise Http404
    if request.method not in SAFE:
        raise PermissionDenied
    return FamilyAndChild(made_up.member(), made_up.child_at(timezone.now()))


def family_of(
    request: HttpRequest, family_id: int, needs: Needs = Needs.LOOK
) -> Membership:
    """Give the visitor's membership of this family, or raise Http404."""
    if not request.user.is_authenticated:
        raise Http404
    here = Membership.objects.here(timezone.now())
    membership = here.filter(family_id=family_id, user_id=request.user.pk).first()
    if membership is None:
        raise Http404
    if not may_enter(membership.role, needs):
        raise PermissionDenied
    one_family.enter(family_id)
    return membership


def family_page(needs: Needs = Needs.LOOK) -> Callable[[View], View]:
    """Hand a view the visitor's membership, in place of the family's id in its address."""

    def closed(view: View) -> View:
        @wraps(view)
        def opened(
            request: HttpRequest, family_id: int, **more: Any
        ) -> HttpResponseBase:
            return view(request, family_of(request, family_id, needs), **more)

        return closed_to_others(opened, "family")

    return closed


def closed_to_others(view: View, about: str) -> View:
    """Mark a view that looks up whose things it shows: a `family`, or a `child`.

    A test refuses an address of a family whose view has no such mark.
    """
    view.__dict__["closed_to_others"] = about
    return view


def visitor_of(request: HttpRequest) -> User:
    """Give who is signed in, or raise Http404."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def doors_of(user: User) -> list[FamilyWithChildren]:
    """Give the families of somebody, each with its children, first ones first."""
    here = Membership.objects.here(timezone.now())
    return [
        FamilyWithChildren(place, _children_behind(place))
        for place in here.filter(user=user).order_by("id")
    ]


def _children_behind(place: Membership) -> list[Child]:
    with one_family.within(place.family_id):
        return list(children_of(place.family_id))


def children_of(family_id: int) -> tuple[Child, ...]:
    """Give the children of a family, first ones first; ask `family_of` before."""
    return tuple(Child.objects.filter(family_id=family_id).order_by("added_at"))
