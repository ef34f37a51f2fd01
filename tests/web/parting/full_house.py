"""A house in which every table holds something of Mia's family, and who looks for what is left."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Field, Model
from django.utils import timezone

from stepstool.web.diary import writing
from stepstool.web.exchange import arrivals
from stepstool.web.families import accounts, audit, households, invitations, sealed
from stepstool.web.families.models import Child, Family, Notice, User
from tests.web.cast import Cast, browser_of
from tests.web.diary.days import a_poop
from tests.web.guard import across_families

SECRET = "behind the blue door"  # noqa: S105 - a note that is looked for
# What Django and the house keep that names no family, no child and no account.
OF_NOBODY = {
    "ContentType", "Permission", "Group", "EmailAddress", "EmailConfirmation",
    "SocialApp", "SocialToken",
}  # fmt: skip


def fill(cast: Cast) -> None:
    """Let something of Mia's family, and of Ben's account, stand in every table."""
    anna, ben = cast.anna.membership, cast.ben.membership
    for by in (anna, ben):
        entry = a_poop(f"of {by.pk}", note=SECRET)
        written = writing.write(by, cast.mia, [entry]).entries[0]
        writing.change(by, cast.mia, written)
    arrivals.keep(ben, cast.mia, "blue door.csv", [SECRET.encode()])
    made = invitations.invite(cast.anna.user, cast.family, "reader", "Ben")
    invitations.use(made.invitation, cast.ben.user)
    households.invite(ben, "carer", "Opa")
    households.end(ben, cast.rosa.membership.pk)
    audit.note(cast.family.pk, audit.Deed.EXPORTED, "Ben", "Mia")
    accounts.new_recovery_code(cast.ben.user)
    Notice.objects.create(user=cast.ben.user, by=cast.ben.user, deletion="child")
    Notice.objects.create(user=cast.tim.user, by=cast.ben.user, deletion="child")
    until = timezone.now() + timedelta(days=1)
    copy = sealed.Sealed(secret=SECRET, locked="...", name="", until=until)
    sealed.seal(ben, cast.mia, copy, timezone.now())
    browser_of(cast.ben.user)
    TOTP.activate(cast.ben.user, "JBSWY3DPEHPK3PXP")
    SocialAccount.objects.create(user=cast.ben.user, provider="openid", uid="Ben")


def rows_about(thing: Family | Child | User) -> dict[str, int]:
    """Count in every table the rows that name a family, a child or an account."""
    with across_families():
        return {
            model.__name__: _sessions_of(thing)
            if model is Session
            else sum(_naming(model, column, thing) for column in _columns(model, thing))
            for model in apps.get_models()
            if model.__name__ not in OF_NOBODY
        }


def _columns(model: type[Model], thing: Model) -> list[str]:
    """Give the columns of a table in which such a thing is named."""
    if isinstance(thing, model):
        return ["id"]
    fields = model._meta.concrete_fields
    if isinstance(thing, User):
        return [field.attname for field in fields if field.related_model is User]
    wanted = "family_id" if isinstance(thing, Family) else "child_id"
    return [field.attname for field in fields if field.attname == wanted]


def _naming(model: type[Model], column: str, thing: Any) -> int:
    return model._default_manager.filter(**{column: thing.id}).count()


def _sessions_of(thing: Model) -> int:
    held = Session.objects.filter(expire_date__gt=timezone.now())
    keys = [session.get_decoded().get("_auth_user_id") for session in held]
    return keys.count(str(thing.pk)) if isinstance(thing, User) else 0


def texts() -> Iterator[tuple[str, str]]:
    """Give all text of the house, with the name of its table."""
    with across_families():
        for model in apps.get_models():
            columns = [f.attname for f in model._meta.concrete_fields if _is_text(f)]
            for row in model._default_manager.values_list(*columns) if columns else ():
                yield from ((model.__name__, value) for value in row if value)


def _is_text(field: "Field[Any, Any]") -> bool:
    return field.get_internal_type() in {"CharField", "TextField"}
