"""Names that cannot be seen are refused, whatever their letters are called."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from stepstool.web.families.forms import InvitationForm, SignUpForm
from stepstool.web.families.models import User
from stepstool.web.families.names import NameField, sign_in_name, tidy
from tests.web.cast import PASSWORD, Cast

UNSEEN = {
    "turns what follows round": "\u202e",
    "has no width": "\u200b",
    "joins nothing": "\u200d",
    "mixed with spaces": " \u200b \u202e\u2066 ",
    "a byte order mark": "\ufeff",
    "a soft hyphen": "\u00ad",
    "a filler of Hangul": "\u3164",
    "an empty Braille cell": "\u2800",
    "a control": "\x07",
}


@pytest.mark.parametrize("name", UNSEEN.values(), ids=UNSEEN)
def test_a_name_that_nobody_sees_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        NameField().clean(name)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("An\u200bna", "Anna"),
        ("\u202eAnna", "Anna"),
        ("Anna\u00a0 Maria\n", "Anna Maria"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",) * 2,
        ("O’Neil-Łukasz",) * 2,
        ("小明",) * 2,
        ("\U0001f468\u200d\U0001f467",) * 2,
    ],
)
def test_a_name_is_shown_without_what_is_unseen(written: str, shown: str) -> None:
    assert NameField().clean(written) == tidy(written) == shown


def test_nobody_gets_the_name_of_another_by_unseen_letters() -> None:
    assert sign_in_name("An\u200bna") == sign_in_name("ANNA") == "anna"


def test_no_account_and_no_link_for_a_name_unseen(
    cast: Cast, visitor: Client, settings: object
) -> None:
    unseen = {"name": "\u202e\u200b", "password": PASSWORD}
    assert "name" in SignUpForm(unseen).errors
    assert "name" in InvitationForm({**unseen, "role": "carer"}).errors
    before = User.objects.count()
    path = f"/family/{cast.family.pk}/people/invite/"
    cast.anna.client.post(path, {"name": "\u200b", "role": "carer"})
    assert User.objects.count() == before
    page = cast.anna.client.get(f"/family/{cast.family.pk}/people/").content.decode()
    assert "/invitation/" not in page
