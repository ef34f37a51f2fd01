"""The named people of the web tests, so that every test tells a little story.

Mia's family: Anna and Ben are her parents, Rosa her grandmother, the Owls her
preschool, and Uncle Tim reads along. Next door: Nora, with her son Leo. The stranger
has an account and belongs to nobody.
"""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from stepstool.web.families.households import open_family
from stepstool.web.families.models import Child, Family, Membership, User
from stepstool.web.families.roles import Role

PASSWORD = "three kind words"  # noqa: S105 - everybody's in these tests
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with an account, and their place in a family."""

    user: User
    membership: Membership

    @property
    def client(self) -> Client:
        """A browser in which this person is signed in."""
        return browser_of(self.user)


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody."""

    mia: Child
    leo: Child
    anna: Person
    ben: Person
    rosa: Person
    owls: Person
    tim: Person
    nora: Person
    stranger: User

    @property
    def family(self) -> Family:
        """Mia's family."""
        return self.mia.family


def browser_of(user: User) -> Client:
    """Give a browser in which this user is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def gather() -> Cast:
    """Make them all."""
    anna, nora = (account(name) for name in ("Anna", "Nora"))
    here = open_family(anna, "Mia", date(2022, 5, 1))
    there = open_family(nora, "Leo", date(2021, 9, 1))
    family = here.membership.family
    return Cast(
        mia=here.child,
        leo=there.child,
        anna=Person(user=anna, membership=here.membership),
        ben=_joined(family, "Ben", Role.PARENT),
        rosa=_joined(family, "Rosa", Role.CARER),
        owls=_joined(family, "Owls", Role.PRESCHOOL),
        tim=_joined(family, "Tim", Role.READER),
        nora=Person(user=nora, membership=there.membership),
        stranger=account("Stranger"),
    )


def account(name: str) -> User:
    """Make an account of this name; the password is everybody's."""
    return User.objects.create_user(name, PASSWORD)


def _joined(family: Family, name: str, role: Role) -> Person:
    user = account(name)
    membership = Membership.objects.create(
        family=family, user=user, role=role, name=name
    )
    return Person(user=user, membership=membership)
