from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stepstool import method
from stepstool.web.diary.reading import everything
from stepstool.web.families.accounts import SHOWN_CODE
from stepstool.web.families.models import Child, Membership, User
from tests.web.cast import Cast, browser_of
from tests.web.welcome.evening import SECRET, page, tell, who

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signup(settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "open"


def kept(visitor: Client, **answers: Any) -> HttpResponse:
    tell(visitor, **answers)
    return visitor.post(reverse("keep"), SECRET)


def only_child() -> Child:
    family_id = Membership.objects.get().family_id
    return Child.objects.get(family_id=family_id)


def diary() -> dict[str, method.Entry]:
    return {entry.KIND: entry for entry in everything(only_child())}


def test_a_name_and_a_password_open_the_diary(visitor: Client) -> None:
    kept(visitor)
    assert User.objects.get().name == "Hanna"
    assert only_child().nickname == "Mia"


def test_the_answers_are_the_first_entries(visitor: Client) -> None:
    kept(visitor, word="own", own_word="kaka", signs=("cannot_drink",))
    written = diary()
    assert written["settings"].word == "kaka"
    assert written["zone"].zone == "Europe/Berlin"
    assert written["danger_sign"].sign == "cannot_drink"
    assert written["interview"].answers


def test_how_the_child_talks_is_among_the_first_entries(visitor: Client) -> None:
    kept(visitor, talks="few_words")
    assert diary()["settings"].talks == "few_words"


def test_nobody_has_to_say_how_the_child_talks(visitor: Client) -> None:
    kept(visitor)
    assert diary()["settings"].talks is method.UNKNOWN


def test_none_of_the_signs_is_an_answer_and_is_not_asked_again(visitor: Client) -> None:
    kept(visitor)
    written = diary()["danger_sign"]
    assert (written.sign, written.answer) == (method.UNKNOWN, "not_here")


def test_what_was_skipped_stays_unknown(visitor: Client) -> None:
    who(visitor)
    visitor.post(reverse("start-where"), {"skip": "yes"})
    visitor.post(reverse("start-lately"), {"skip": "yes"})
    visitor.post(reverse("start-signs"), {"none": "yes"})
    visitor.post(reverse("keep"), SECRET)
    assert "interview" not in diary()


def test_the_recovery_code_comes_next_and_then_the_line(visitor: Client) -> None:
    answer = kept(visitor)
    child = only_child()
    line = reverse("first-line", args=[child.family_id, child.id])
    assert answer["Location"].startswith(reverse("recovery-code"))
    code = visitor.session[SHOWN_CODE]
    assert code in page(visitor.get(answer["Location"]))
    assert visitor.post(answer["Location"], {"next": line})["Location"] == line


def test_who_comes_from_another_app_goes_on_to_the_file(visitor: Client) -> None:
    who(visitor, "start-from-app")
    visitor.post(reverse("start-signs"), {"none": "yes"})
    answer = visitor.post(reverse("keep"), SECRET)
    assert "import" in answer["Location"]


def test_the_session_of_a_parent_is_long(visitor: Client) -> None:
    kept(visitor)
    assert visitor.session.get_expiry_age() > 300 * 24 * 60 * 60


def test_the_answers_are_forgotten_once_they_are_kept(visitor: Client) -> None:
    kept(visitor)
    assert "first_evening" not in visitor.session
    again = visitor.post(reverse("keep"), SECRET)
    assert again["Location"] == "/"
    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ""}, "Write a sign-in name"),
        ({"password": ""}, "Write a password"),
        ({"password": "short"}, "10 signs or more"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    visitor: Client, changes: dict[str, str], says: str
) -> None:
    tell(visitor)
    assert says in page(visitor.post(reverse("keep"), SECRET | changes))
    assert not User.objects.exists()
    assert "first_evening" in visitor.session


def test_a_taken_name_asks_for_another(cast: Cast, visitor: Client) -> None:
    tell(visitor)
    taken = visitor.post(reverse("keep"), SECRET | {"name": "anna"})
    assert "This sign-in name is taken here." in page(taken)


@pytest.mark.parametrize("policy", ["first", "invite"])
def test_a_house_by_invitation_says_so_and_keeps_nothing(
    cast: Cast, visitor: Client, settings: Any, policy: str
) -> None:
    settings.STEPSTOOL_SIGNUP = policy
    people = User.objects.count()
    tell(visitor)
    assert "by invitation" in page(visitor.get(reverse("keep")))
    assert "by invitation" in page(visitor.post(reverse("keep"), SECRET))
    assert User.objects.count() == people


def test_tonights_page_is_there_for_all_even_in_a_closed_house(
    cast: Cast, visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "invite"
    assert "One thing for tonight" in page(tell(visitor))


def test_an_account_without_a_family_is_not_asked_for_a_password(cast: Cast) -> None:
    client = browser_of(cast.stranger)
    tell(client)
    assert "password" not in page(client.get(reverse("keep")))
    client.post(reverse("keep"))
    place = Membership.objects.get(user=cast.stranger)
    assert Child.objects.get(family_id=place.family_id).nickname == "Mia"


def test_a_second_child_joins_the_same_family(cast: Cast) -> None:
    client = cast.anna.client
    tell(client, nickname="Max")
    client.post(reverse("keep"))
    names = Child.objects.filter(family_id=cast.family.pk)
    assert set(names.values_list("nickname", flat=True)) == {"Mia", "Max"}


def test_whoever_may_not_manage_the_family_opens_their_own(cast: Cast) -> None:
    client = cast.rosa.client
    tell(client, nickname="Max")
    client.post(reverse("keep"))
    assert Membership.objects.filter(user=cast.rosa.user).count() == 2


def test_the_line_for_oneself_is_a_note_of_this_evening(cast: Cast) -> None:
    address = reverse("first-line", args=[cast.family.pk, cast.mia.id])
    cast.anna.client.post(address, {"line": "All of it."})
    [note] = everything(cast.mia)
    assert note.note == "All of it."
    assert note.origin == {"for": "the_first_evening"}
    assert note.by == str(cast.anna.membership.pk)


def test_no_line_is_fine_too(cast: Cast) -> None:
    address = reverse("first-line", args=[cast.family.pk, cast.mia.id])
    answer = cast.anna.client.post(address, {"line": ""})
    assert answer["Location"].endswith("/done/")
    assert [*everything(cast.mia)] == []


def test_good_night_is_said_in_the_familys_word(visitor: Client) -> None:
    kept(visitor, word="own", own_word="kaka")
    child = only_child()
    done = visitor.get(reverse("first-done", args=[child.family_id, child.id]))
    assert "The next kaka, wherever it lands, tap it here." in page(done)


@pytest.mark.parametrize(
    ("hour", "says"), [(21, "Good night."), (10, "You have done a lot already.")]
)
def test_good_night_is_said_at_night(
    visitor: Client, time_machine: Any, hour: int, says: str
) -> None:
    kept(visitor, zone="UTC")
    child = only_child()
    time_machine.move_to(timezone.now().replace(hour=hour))
    done = visitor.get(reverse("first-done", args=[child.family_id, child.id]))
    assert says in page(done)
