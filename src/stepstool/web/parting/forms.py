"""The forms of this room: who is at the phone, and what exactly goes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stepstool.web.families.forms import PasswordForm
from stepstool.web.families.models import Child, User
from stepstool.web.families.names import sign_in_name
from stepstool.web.families.parting import WITH_IT, Orphan


class ChildDeletionForm(PasswordForm):
    """The child's name, so that it is the right one, and the password."""

    nickname = forms.CharField(max_length=100)
    field_order = ("nickname", "password")

    def __init__(self, user: User, child: Child, data: Any = None) -> None:
        """Ask for this child's name."""
        super().__init__(user, data)
        self._child = child
        label = gettext("Write %(name)s, so that it is the right diary")
        self.fields["nickname"].label = label % {"name": child.nickname}

    def clean_nickname(self) -> str:
        typed: str = self.cleaned_data["nickname"]
        if sign_in_name(typed) != sign_in_name(self._child.nickname):
            raise ValidationError(
                gettext("That is not the name. Here it is %(name)s.")
                % {"name": self._child.nickname}
            )
        return typed


class AccountDeletionForm(PasswordForm):
    """What becomes of the families without another parent, and the password."""

    def __init__(self, user: User, orphans: Sequence[Orphan], data: Any = None) -> None:
        """Ask of each such family who takes it over."""
        super().__init__(user, data)
        self._families = [orphan.place.family_id for orphan in orphans]
        for orphan in orphans:
            self.fields[_field(orphan.place.family_id)] = _who_takes_over(orphan)
        self.order_fields([*map(_field, self._families), "password"])

    def heirs(self) -> Mapping[int, int]:
        """Give who takes each over, as `parting.delete_account` asks."""
        return {key: self.cleaned_data[_field(key)] for key in self._families}


def _field(family_id: int) -> str:
    return f"family_{family_id}"


def _who_takes_over(orphan: Orphan) -> forms.TypedChoiceField:
    names = ", ".join(child.nickname for child in orphan.children)
    label = _("You are the only parent around %(names)s. What becomes of the diary?")
    alone = _(
        "You are the only parent of a family without a child. What becomes of it?"
    )
    return forms.TypedChoiceField(
        label=label % {"names": names} if names else alone,
        choices=list(_heirs(orphan)),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of it.")},
    )


def _heirs(orphan: Orphan) -> Iterator[tuple[int, Any]]:
    for other in orphan.others:
        words = gettext("%(name)s (%(role)s) becomes a parent here and keeps it")
        role = other.get_role_display()
        yield other.pk, words % {"name": other.name, "role": role}
    yield WITH_IT, _("It is deleted too, for good")
