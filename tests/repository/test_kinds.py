"""A kind of entry is declared whole, and what is forgotten is named with its place."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from stepstool import method
from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.question import Choice, Unknown, ask
from stepstool.web.diary.kinds import KINDS, check
from stepstool.web.diary.kinds.check import File
from stepstool.web.diary.kinds.kind import PLAIN, Field, FormGroup, Heading, Kind
from stepstool.web.diary.kinds.poop import LANDED
from stepstool.web.families.roles import DAY
from stepstool.web.pictures.album import missing_of

HERE = "web/diary/kinds/sky.py"


class Light(StrEnum):
    FULL = "full"
    THIN = "thin"


@pytest.fixture(scope="module")
def moon() -> type[Entry]:
    """Give a made-up kind, which no other test meets."""

    @kind("moon")
    class Moon(Entry):
        light: Light | Unknown = ask(Choice("How was its light?", Light))
        liked: method.YesNo | Unknown = ask(Choice("Was it liked?", method.YesNo))

    del method.KINDS["moon"]
    return Moon


@pytest.fixture
def whole(moon: type[Entry]) -> Kind:
    liked = Field(statements={"yes": "Liked it", "no": "Rather not"})
    return Kind(
        of=moon,
        title="Moon",
        access=DAY,
        more=Heading.THE_DAY,
        form=(FormGroup("", {"light": PLAIN, "liked": liked}),),
    )


LIGHT = {Light: {"full": "Full", "thin": "Thin"}}
YES_NO = {method.YesNo: {"yes": "Yes", "no": "No"}}


def faults(declared: Kind, words: Any = None) -> list[str]:
    file = File(HERE, (declared,), (LIGHT if words is None else words) | YES_NO)
    return list(check.faults_of({"moon": declared.of}, [file]))


def test_every_kind_is_declared_whole() -> None:
    assert list(check.faults_of(method.KINDS, check.declared())) == []


def test_every_kind_and_every_answer_that_is_drawn_has_its_picture() -> None:
    assert list(missing_of(KINDS.values())) == []


def test_every_place_has_its_words_inside_a_sentence() -> None:
    assert set(LANDED) == set(method.poop.Place)


def test_a_whole_kind_has_no_fault(whole: Kind) -> None:
    assert faults(whole) == []


def test_a_new_kind_is_missed_in_the_file_of_its_like(moon: type[Entry]) -> None:
    days = [file for file in check.declared() if file.path.endswith("/days.py")]
    moon_of_the_day = type("Moon", (moon,), {"__module__": method.days.__name__})
    told = list(check.faults_of({"moon": moon_of_the_day}, days))
    missed = "the kind `moon` is declared nowhere: add it to KINDS in web/diary/kinds/days.py"
    assert missed in told


def test_a_kind_unlike_any_is_missed_in_a_file_of_its_own(moon: type[Entry]) -> None:
    (told,) = check.faults_of({"moon": moon}, [])
    assert told.endswith("add it to KINDS in web/diary/kinds/test_kinds.py")


def test_a_new_field_that_no_form_asks_is_missed(whole: Kind) -> None:
    forgetful = replace(whole, form=(FormGroup("", {"liked": whole.fields["liked"]}),))
    (told,) = faults(forgetful)
    assert told == (
        "the field `moon.light` is in no group of its form, not elsewhere and not "
        f"among what is unasked: add it to {HERE}"
    )


def test_what_is_not_asked_is_named_with_the_reason(whole: Kind) -> None:
    form = (FormGroup("", {"liked": whole.fields["liked"]}),)
    unasked = {"nobody knows": {"light": PLAIN}}
    assert faults(replace(whole, form=form, unasked=unasked)) == []


LIKED = {"yes": "Liked it", "no": "Rather not"}
INCOMPLETE = {
    "has no title": {"title": ""},
    "is offered nowhere": {"more": None},
    "the yes or no of `moon.liked`": {
        "form": (FormGroup("", {"light": PLAIN, "liked": PLAIN}),)
    },
    "`moon.soap` is declared": {"unasked": {"nobody knows": {"soap": PLAIN}}},
    "`moon.light` stands 2 times": {"unasked": {"nobody knows": {"light": PLAIN}}},
    "says or draws green": {
        "form": (
            FormGroup(
                "",
                {
                    "light": Field(statements={"green": "Green"}),
                    "liked": Field(statements=LIKED),
                },
            ),
        )
    },
}


@pytest.mark.parametrize(("says", "change"), INCOMPLETE.items())
def test_what_is_incomplete_or_left_over_is_named_with_its_place(
    whole: Kind, says: str, change: dict[str, Any]
) -> None:
    (told,) = faults(replace(whole, **change))
    assert says in told
    assert HERE in told


WRONG_WORDS = {
    "the answers Light of `moon.light` have no words": {},
    "the answer `thin` of Light has no words": {Light: {"full": "Full"}},
    "`green` is no Light": {Light: LIGHT[Light] | {"green": "Green"}},
    "nothing asks for Place": LIGHT
    | {method.poop.Place: dict.fromkeys(map(str, method.poop.Place), "There")},
}


@pytest.mark.parametrize(("says", "words"), WRONG_WORDS.items())
def test_words_are_there_for_each_answer_and_for_no_other(
    whole: Kind, says: str, words: Any
) -> None:
    (told,) = faults(whole, words)
    assert says in told
    assert HERE in told


def test_numbers_have_all_their_words_or_none() -> None:
    poop = KINDS["poop"]
    some = Field(numbers={1: "Hard"})
    form = (FormGroup("", dict(poop.fields) | {"bristol": some}),)
    file = File(HERE, (replace(poop, form=form, unasked={}),), {})
    told = list(check.faults_of({"poop": poop.of}, [file]))
    assert f"`poop.bristol` has words for some of its numbers only: see {HERE}" in told


def test_a_kind_declared_twice_or_unknown_to_the_method_is_named(whole: Kind) -> None:
    twice = File(HERE, (whole, whole), LIGHT | YES_NO)
    assert "the kind `moon` is declared 2 times: keep one" in check.faults_of(
        {"moon": whole.of}, [twice]
    )
    alone = list(check.faults_of({}, [File(HERE, (whole,), {})]))
    assert any("the method has none of this name" in each for each in alone)


def test_a_picture_that_is_missing_is_named(whole: Kind) -> None:
    (told,) = missing_of([replace(whole, picture="unicorn")])
    assert told == (
        "the kind `moon` has no picture `unicorn`: draw it in web/pictures/album/unicorn.svg"
    )
    drawn = replace(whole, picture="poop")
    form = (FormGroup("", {"light": Field(drawn="light_")}),)
    (full, thin) = missing_of([replace(drawn, form=form)])
    assert "the answer `full` of `moon.light` has no picture `light_full`" in full
    assert "`light_thin`" in thin


def test_the_house_does_not_start_with_faults() -> None:
    check.refuse_unless_whole([])
    with pytest.raises(ImproperlyConfigured, match=r"(?s)no title.*no words"):
        check.refuse_unless_whole(["no title", "no words"])
