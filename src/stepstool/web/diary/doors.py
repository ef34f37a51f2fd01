"""The five doors of the house, what stands behind each, and the way back from everywhere.

The table below is the whole of it. A page whose address is named here knows its door and
its way back; another one says behind which of these it stands (`Visit.frame`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds import may
from stepstool.web.diary.reading import clock_of
from stepstool.web.families.access import FamilyAndChild, doors_of
from stepstool.web.families.made_up import is_made_up
from stepstool.web.families.models import Child, User
from stepstool.web.families.roles import May, Needs, may_enter

LAST_CHILD: Final = "stepstool-child"


class Subject(Enum):
    """What an address names: a child, its family, or only who is signed in."""

    CHILD = auto()
    FAMILY = auto()
    NOBODY = auto()


@dataclass(frozen=True, kw_only=True)
class NamedPage:
    """A page that is named in the house, by the name of its address.

    behind: the names of further pages, from which one comes back here. needs, reads: what
    the visitor must be allowed, as in `child_page`.
    """

    page: str
    picture: str
    label: str | Promise
    about: Subject = Subject.CHILD
    needs: Needs = Needs.LOOK
    reads: str = ""
    behind: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Door(NamedPage):
    """A place that is one tap away everywhere; an empty label is the child's name."""

    places: tuple[NamedPage, ...] = ()


DOORS: Final = (
    Door(
        page="today",
        picture="today",
        label=_("Today"),
        behind=frozenset({"poop", "saved", "is-holding", "what-helps", "diaper-given"}),
        places=(
            NamedPage(
                page="more",
                picture="more",
                label=_("Write down"),
                needs=Needs.WRITE,
                behind=frozenset({"write"}),
            ),
        ),
    ),
    Door(
        page="plan",
        picture="stepstool",
        label=_("Plan"),
        places=(
            NamedPage(
                page="rewards",
                picture="reward",
                label=_("Rewards"),
                behind=frozenset({"reward-choices", "rewards-given"}),
            ),
            NamedPage(
                page="why-not",
                picture="dont_know",
                label=_("What may be in the way"),
                reads="interview",
                behind=frozenset({"why-not-questions"}),
            ),
            NamedPage(
                page="ready",
                picture="potty",
                label=_("Ready?"),
                reads="interview",
            ),
            NamedPage(
                page="plan-so-far",
                picture="proud",
                label=_("So far"),
                behind=frozenset({"keepsake", "goodbye"}),
            ),
            NamedPage(
                page="ladders",
                picture="own_ladder",
                label=_("All ladders"),
                behind=frozenset({"ladder", "own-ladder"}),
            ),
        ),
    ),
    Door(
        page="patterns",
        picture="hello",
        label="",
        places=(
            NamedPage(
                page="diary",
                picture="diary",
                label=_("Diary"),
                behind=frozenset({"day", "entry", "forget", "to-come"}),
            ),
            NamedPage(
                page="food",
                picture="meal",
                label=_("Food and drink"),
                behind=frozenset({"plate"}),
            ),
            NamedPage(
                page="medicine",
                picture="medicine_ordered",
                label=_("Medicine"),
                behind=frozenset(
                    {
                        "medicine-enema",
                        "medicine-order",
                        "medicine-reminders",
                        "action-plan",
                        "action-plan-write",
                    }
                ),
            ),
            NamedPage(
                page="doctor",
                picture="clinician_word",
                label=_("For the doctor"),
                reads="clinician_word",
                behind=frozenset({"doctor-questions", "call", "office", "hand-over"}),
            ),
            NamedPage(
                page="listening",
                picture="listening",
                label=_("Listening"),
                reads="listening",
                behind=frozenset({"listening-after"}),
            ),
        ),
    ),
    Door(
        page="guide",
        picture="prompt",
        label=_("Help"),
        behind=frozenset({"guide-page"}),
        places=(
            NamedPage(
                page="words",
                picture="prompt",
                label=_("Words for now"),
                behind=frozenset({"words-for"}),
            ),
            NamedPage(page="signs", picture="danger_sign", label=_("Danger signs")),
            NamedPage(
                page="party",
                picture="sit",
                label=_("Potty party"),
                needs=Needs.WRITE,
            ),
            NamedPage(page="books", picture="prize_book", label=_("Books")),
            NamedPage(page="why", picture="clinician_word", label=_("Why we say so")),
            NamedPage(page="worry", picture="phone", label=_("A worry")),
            NamedPage(page="cannot-sleep", picture="sleep", label=_("Can’t sleep?")),
        ),
    ),
    Door(
        page="people",
        picture="caregivers",
        label=_("Us"),
        about=Subject.FAMILY,
        behind=frozenset(
            {"invite", "leave", "record", "delete-child", "delete-family"}
        ),
        places=(
            NamedPage(
                page="account",
                picture="lock",
                label=_("Your account"),
                about=Subject.NOBODY,
                behind=frozenset(
                    {
                        "account_change_password",
                        "account_logout",
                        "account_set_password",
                        "account_reauthenticate",
                        "add-passkey",
                        "devices",
                        "mfa_activate_totp",
                        "mfa_deactivate_totp",
                        "mfa_generate_recovery_codes",
                        "mfa_index",
                        "mfa_view_recovery_codes",
                        "remove-passkey",
                        "delete-account",
                        "new-recovery-code",
                        "recovery-code",
                    }
                ),
            ),
            NamedPage(
                page="child",
                picture="settings",
                label=_("Name and words"),
                needs=Needs.MANAGE,
            ),
            NamedPage(
                page="another-child",
                picture="hello",
                label=_("Another child"),
                about=Subject.FAMILY,
                needs=Needs.MANAGE,
            ),
            NamedPage(
                page="import",
                picture="file",
                label=_("Bring in, take along"),
                needs=Needs.MANAGE,
                behind=frozenset({"import-preview"}),
            ),
        ),
    ),
)


class DoorLink(NamedTuple):
    """A link. here: whether it leads to the page that is open, or to what it is behind."""

    page: str
    label: str
    picture: str
    address: str
    here: bool


class OpenDoor(NamedTuple):
    """A door, and what stands behind it as far as this visitor may go."""

    way: DoorLink
    places: tuple[DoorLink, ...]


class Ways(NamedTuple):
    """The ways from a page: the doors, what is behind the open one, and the way back."""

    doors: tuple[OpenDoor, ...]
    places: tuple[DoorLink, ...]
    back: DoorLink | None


NO_WAYS: Final = Ways((), (), None)
# Some kilobytes each; one for each page that a role sees of a child.
WAYS_AT_MOST: Final = 1_024


class Visitor(NamedTuple):
    """Who looks, at which page, and for which child."""

    role: str
    child: Child
    page: str

    def may_go(self, place: NamedPage) -> bool:
        """Whether the visitor's role reaches; around a made-up child there is nobody."""
        if is_made_up(self.child.family_id) and place.about is not Subject.CHILD:
            return False
        reads = not place.reads or May.READ in may(self.role, place.reads)
        return reads and may_enter(self.role, place.needs)

    def way(self, place: NamedPage, *, here: bool) -> DoorLink:
        """Make a link of a place."""
        ids: dict[Subject, list[Any]] = {
            Subject.CHILD: [self.child.family_id, self.child.id],
            Subject.FAMILY: [self.child.family_id],
            Subject.NOBODY: [],
        }
        return DoorLink(
            page=place.page,
            label=str(place.label) or self.child.nickname,
            picture=place.picture,
            address=reverse(place.page, args=ids[place.about]),
            here=here,
        )


def ways_of(visitor: Visitor, stands: str = "") -> Ways:
    """Give the ways from a page.

    stands: the place that it stands behind, if the table does not name it.
    """
    name = visitor.child.nickname
    return _ways(visitor, stands, name, get_script_prefix(), get_language())


@lru_cache(maxsize=WAYS_AT_MOST)
def _ways(visitor: Visitor, stands: str, *_differs: str | None) -> Ways:
    """Give them once for all visits that differ in nothing: neither in name nor language."""
    here = standing(visitor.page) or standing(stands)
    doors = tuple(_open(door, visitor, here) for door in DOORS if visitor.may_go(door))
    places = next((door.places for door in doors if door.way.here), ())
    back = here[-1] if here and here[-1].page != visitor.page else None
    if back is None and len(here) > 1:
        back = here[-2]
    if back and not visitor.may_go(back):
        back = None
    return Ways(doors, places, visitor.way(back, here=False) if back else None)


def _open(door: Door, visitor: Visitor, here: tuple[NamedPage, ...]) -> OpenDoor:
    places = tuple(
        visitor.way(place, here=place in here)
        for place in door.places
        if visitor.may_go(place)
    )
    return OpenDoor(visitor.way(door, here=door in here), places)


def standing(page: str) -> tuple[NamedPage, ...]:
    """Give the door of a page, then the place behind it; empty if the table has neither."""
    for door in DOORS:
        if page == door.page or page in door.behind:
            return (door,)
        for place in door.places:
            if page == place.page or page in place.behind:
                return (door, place)
    return ()


def context(request: HttpRequest) -> dict[str, Any]:
    """Give the ways and the face to the template of any page; looked up where they are shown.

    Pages about a child bring their own (`Visit.frame`).
    """
    asked = _AnyPage(request)
    return {
        "ways": SimpleLazyObject(lambda: asked.ways),
        "theme": SimpleLazyObject(lambda: asked.face),
    }


@dataclass(frozen=True)
class _AnyPage:
    """A page that is about no child, beside the family that is nearest to it."""

    request: HttpRequest

    @cached_property
    def nearest(self) -> FamilyAndChild | None:
        """Of the family of the address, or else of all: the child last looked at, or the first."""
        user, match = getattr(self.request, "user", None), self.request.resolver_match
        if not isinstance(user, User):
            return None
        family_id = match.kwargs.get("family_id") if match else None
        last = self.request.COOKIES.get(LAST_CHILD, "")
        return min(
            _children_of(user),
            key=lambda one: (
                one.child.family_id != family_id,
                str(one.child.id) != last,
            ),
            default=None,
        )

    @property
    def ways(self) -> Ways:
        """The ways from here."""
        if self.nearest is None:
            return NO_WAYS
        match = self.request.resolver_match
        page = (match.url_name or "") if match else ""
        role = self.nearest.membership.role
        return ways_of(Visitor(role, self.nearest.child, page))

    @property
    def face(self) -> str:
        """The face that follows the hour of the child."""
        if self.nearest is None:
            return ""
        now = timezone.now()
        return face_at(clock_of(self.nearest.child).local(now))


def face_at(local: datetime) -> str:
    """Give the face of an hour: dim in the evening, black while the child sleeps."""
    if method.is_asleep(local):
        return "night"
    return "dark" if method.is_night(local) else ""


def remember(request: HttpRequest, answer: HttpResponseBase, child: Child) -> None:
    """Remember that this child was looked at last, so that pages about none lead back to it.

    In the browser, since a session is not written at each page; it opens nothing.
    """
    if request.COOKIES.get(LAST_CHILD) != str(child.id):
        answer.set_cookie(LAST_CHILD, str(child.id), httponly=True, samesite="Lax")


def _children_of(user: User) -> Iterator[FamilyAndChild]:
    for door in doors_of(user):
        for child in door.children:
            yield FamilyAndChild(door.membership, child)
