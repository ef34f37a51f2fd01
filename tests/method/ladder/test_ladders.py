"""The ladders as published: what they hold, and that they never change."""

import hashlib
import re
import tomllib
from importlib.resources import files

import pytest

from stepstool.method.evidence import SOURCES
from stepstool.method.ladder import LADDERS, VERSIONS, ladder_of
from stepstool.method.ladder.ladder import (
    Earns,
    Ladder,
    LadderFileError,
    Per,
    Step,
    Treat,
    Until,
    Wanted,
    read_file,
    read_ladder,
)
from stepstool.method.words import language

FOLDER = files("stepstool.method.ladder").joinpath("ladders")
# A published version never changes: a change is a new file with the next version. Only how a
# step looks is no part of it: a picture may be drawn anew.
PICTURE = re.compile(rb'^picture = "\w+"\n', re.MULTILINE)
PUBLISHED = {
    "away.1.toml": "f57d0bd9456481042df096877d87676027c304f109f528866169028d7d8f37d4",
    "b.1.toml": "56cd11d2e661c37a75a2ae17be57615090ed157883796e9707ef7c66f469d473",
    "babies.1.toml": "2b63a1ac6654ee2d4f829f8092ae26a2fa10ab7790d0ea56d2c14ed00ca36eb0",
    "diaper_fading.1.toml": "8020ffdd63416231f914bf49a6a6d96408d2844659115514faa9193338716183",
    "floor_mark.1.toml": "0b6ed454a49272aeeb51894aa2afdd170366f85325514f932c037a7f49352050",
    "flush.1.toml": "3ca8e52021355ce991769678df114c86646e716c96dc6055115ac4e0909975a4",
    "hiding_place.1.toml": "d595e3a173e43481371405e9992ad364e63168d67b475e2838ad9f1b42615d10",
    "three_phases.1.toml": "56cd165ae52ffed3de48ef6e1230c3fd6ee65cf9d7bb4f8c49b6c5c2333a5e72",
}
NO_EARNINGS = Earns(
    first=Treat(thing="sticker"),
    then=Treat(thing="sticker"),
    per=Per.POOP,
    until=(Until.FADED,),
)


def step(key: str = "a", days: int = 1, ways: tuple[Wanted, ...] = (Wanted(),)) -> Step:
    return Step(
        key=key, at_least_days=days, half_step="h", success=ways, earns=NO_EARNINGS
    )


def ladder(*steps: Step, sources: tuple[str, ...] = ("I",)) -> Ladder:
    return Ladder(
        key="x", version=1, for_whom=(), safety=(), sources=sources, steps=steps
    )


def test_what_is_published_never_changes():
    assert {
        each.name: hashlib.sha256(PICTURE.sub(b"", each.read_bytes())).hexdigest()
        for each in FOLDER.iterdir()
    } == PUBLISHED


def test_a_file_is_named_by_its_key_and_version():
    named = {name.removesuffix(".toml") for name in PUBLISHED}
    assert {f"{key}.{version}" for key, version in VERSIONS} == named


def test_without_a_version_it_is_the_newest():
    assert ladder_of("b", 0) is LADDERS["b"]


@pytest.mark.parametrize("strange", [("b", 99), ("their_own", 0), ("their_own", 1)])
def test_what_is_not_ours_is_none(strange):
    assert ladder_of(*strange) is None


def test_account_b_has_five_steps():
    keys = [each.key for each in LADDERS["b"].steps]
    assert keys == ["bathroom", "on_the_lid", "on_the_seat", "a_hole", "no_diaper"]


def test_account_b_pays_as_it_told():
    paid = [
        (each.earns.first.amount, each.earns.then.amount, each.earns.per)
        for each in LADDERS["b"].steps
    ]
    assert paid == [
        (None, None, Per.POOP),
        (2, 2, Per.POOP),
        (2, 2, Per.POOP),
        (10, 1, Per.POOP),
        (10, 1, Per.DAY),
    ]


def test_account_b_pays_until_the_jar_is_empty_or_nobody_asks():
    until = LADDERS["b"].steps[-1].earns.until
    assert until == (Until.JAR_EMPTY, Until.NOT_ASKED_FOR)


def test_nail_polish_may_take_the_place_of_the_kisses():
    assert LADDERS["b"].steps[3].earns.instead == ("nail_polish",)


def test_every_source_is_known():
    named = {source for each in VERSIONS.values() for source in each.sources}
    assert named - set(SOURCES) == set()


@pytest.mark.parametrize("each", VERSIONS.values(), ids=lambda each: each.key)
def test_everything_it_says_has_words(each: Ladder):
    numbers = range(1, len(each.steps) + 1)
    said = [each.title, *each.about, *each.safety_sayings]
    said += [each.says(n) for n in numbers] + [each.says_half(n) for n in numbers]
    said += [saying for n in numbers for saying in each.safety_of(n)]
    english = language("en")
    assert [saying.key for saying in said if not english.has(saying.key)] == []


def test_squatting_up_high_carries_its_safety_note():
    high = [s for s in LADDERS["b"].steps if any("squat" in str(w) for w in s.success)]
    assert high
    assert all("high_up" in each.safety for each in high)


def test_a_step_that_is_cut_says_to_cut_it_first():
    cut = LADDERS["b"].steps[3], LADDERS["diaper_fading"].steps[3]
    assert all("cut_first" in each.safety for each in cut)


def test_a_step_needs_a_way_to_succeed():
    with pytest.raises(ValueError, match="way to succeed"):
        step(ways=())


def test_a_step_takes_at_least_a_day():
    with pytest.raises(ValueError, match="at least 1 day"):
        step(days=0)


@pytest.mark.parametrize(
    ("steps", "sources"),
    [((), ("I",)), ((step("a"), step("a")), ("I",)), ((step("a"),), ())],
    ids=["no step", "twice the same", "no source"],
)
def test_a_ladder_needs_sources_and_different_steps(steps, sources):
    with pytest.raises(ValueError, match="needs sources and steps"):
        ladder(*steps, sources=sources)


def test_a_step_that_wants_something_unheard_of_is_refused():
    raw = tomllib.loads(FOLDER.joinpath("b.1.toml").read_text("utf-8"))
    raw["steps"][0]["success"][0]["place"] = ["moon"]
    with pytest.raises(ValueError, match="moon"):
        read_ladder(raw)


def test_a_file_that_lacks_something_is_named_with_the_cure():
    text = FOLDER.joinpath("b.1.toml").read_text("utf-8")
    with pytest.raises(LadderFileError, match=r"b\.1\.toml .* add `picture = …` there"):
        read_file("b.1.toml", PICTURE.sub(b"", text.encode()).decode())


def test_what_is_no_ladder_at_all_is_named():
    with pytest.raises(LadderFileError, match=r"odd\.toml is no ladder"):
        read_file("odd.toml", "no [ toml")
