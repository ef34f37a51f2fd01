"""A child without words, quiet praise, one thing at a time: each has its sentences."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from stepstool.method.record import Child, Entry, Record, Saying, read_entry
from stepstool.method.record.manner import Manner, manners_of
from stepstool.method.speech import reasons_of
from stepstool.method.words import Voice, language, speaker_of, voice_of
from stepstool.sentences.compiling import gaps_of, plain

ENGLISH = language("en")
AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
WORDLESS, QUIETLY = Manner.WITHOUT_WORDS, Manner.QUIETLY
# What only a child that talks can do, and what only a child that follows talk is told.
SPOKEN = re.compile(
    r"\{[Tt]hey\} (ask|say|tell|told)|\{[Nn]ame\} (ask|say|tell|said|told)"
    r"|\b([Aa]sk|[Tt]ell) \{(them|name)\}|\b([Tt]ell|told) me\b|[Yy]ou (say|tell|ask)\b"
    r"|says? “now”"
)
PRAISE = re.compile(
    r"[Hh]igh five|[Ww]ell done|works so well|You did it!|You did that!"
)
# Said of what the family itself answered, or never said of a child without words.
AS_ANSWERED = ("reasons.saw.says_or_does.", "reasons.saw.when_offered.", "listening.")
# A grown-up's doing, or the answer of a grown-up.
OF_GROWN_UPS = {
    "today.comfortable.as_told",
    "today.watch.said_not_soft",
    "calm.signs.parent_says_so",
    "on_step.as_told",
    "food.note.no_bans",
}


def record(*entries: tuple[str, dict[str, Any]]) -> Record:
    return Record(Child(name="Mia"), [*map(entry, entries)], AT)


def entry(told: tuple[str, dict[str, Any]]) -> Entry:
    kind, data = told
    return read_entry({"id": kind, "kind": kind, "at": AT.isoformat(), "data": data})


def said(key: str, *manners: Manner, **values: Any) -> str:
    return ENGLISH.say(
        Saying(key=key, values=values), Voice(name="Mia", manners=manners)
    )


def of_manner(manner: Manner) -> list[str]:
    return [key.removeprefix(f"{manner}.") for key in ENGLISH.keys(manner)]


def for_all() -> list[str]:
    return [key for key in ENGLISH if not key.startswith((WORDLESS, QUIETLY))]


@pytest.mark.parametrize("manner", [WORDLESS, QUIETLY])
def test_each_rests_on_a_sentence_and_fills_no_more_gaps(manner: Manner):
    assert of_manner(manner)
    for key in of_manner(manner):
        gaps = set().union(*map(gaps_of, ENGLISH.forms(key)))
        own = set().union(*map(gaps_of, ENGLISH.forms(f"{manner}.{key}")))
        voice = {gap for gap in own if gap.strip("{}").lower() in VOICE}
        assert plain(own - voice) <= plain(gaps), key
        assert len(ENGLISH.forms(key)) == len(ENGLISH.forms(f"{manner}.{key}")), key


VOICE = {"name", "they", "them", "their", "themself", "is", "has", "does", "s", "es"}
VOICE |= {"poop"}


def test_no_child_without_words_is_asked_to_say_something():
    speaks = [key for key in for_all() if SPOKEN.search(" ".join(ENGLISH.forms(key)))]
    left = set(speaks) - set(of_manner(WORDLESS)) - OF_GROWN_UPS
    assert [key for key in sorted(left) if not key.startswith(AS_ANSWERED)] == []


def test_nor_is_it_in_the_sentences_made_for_it():
    own = [f"{WORDLESS}.{key}" for key in of_manner(WORDLESS)]
    assert [key for key in own if SPOKEN.search(" ".join(ENGLISH.forms(key)))] == []


def test_loud_praise_has_its_quiet_form():
    loud = {key for key in for_all() if PRAISE.search(" ".join(ENGLISH.forms(key)))}
    assert sorted(loud - set(of_manner(QUIETLY))) == []
    quiet = [f"{QUIETLY}.{key}" for key in of_manner(QUIETLY)]
    assert [key for key in quiet if PRAISE.search(" ".join(ENGLISH.forms(key)))] == []


def test_a_gesture_and_a_card_in_place_of_telling():
    assert "Tell Mia in one sentence" in said("ladder.ask.child_start")
    assert "Show Mia the card of this one step" in said(
        "ladder.ask.child_start", WORDLESS
    )


def test_the_sentence_for_all_stands_where_there_is_no_other():
    assert said("state.watch", WORDLESS, QUIETLY) == said("state.watch")


@pytest.mark.parametrize(
    ("told", "manners"),
    [
        ((), ()),
        ((("settings", {"talks": "sentences", "praise": "aloud"}),), ()),
        ((("settings", {"talks": "few_words"}),), (WORDLESS, Manner.ONE_AT_A_TIME)),
        ((("settings", {"talks": "no_words"}),), (WORDLESS, Manner.ONE_AT_A_TIME)),
        ((("settings", {"praise": "quiet"}),), (QUIETLY,)),
        (
            (("interview", {"topic": "conditions", "answers": ["autism"]}),),
            (Manner.ONE_AT_A_TIME,),
        ),
        (
            (("interview", {"topic": "conditions", "answers": ["nothing_of_this"]}),),
            (),
        ),
    ],
)
def test_the_family_says_how_its_child_is(told: Any, manners: Any):
    assert manners_of(record(*told)) == manners
    assert voice_of(record(*told)).manners == manners


@pytest.mark.parametrize(("conditions", "leads"), [((), 2), (("autism",), 1)])
def test_one_help_at_a_time_where_that_is_enough(conditions: Any, leads: int):
    answers = {"topic": "conditions", "answers": [*conditions]}
    here = record(("interview", answers))
    spoken = reasons_of(here, speaker_of(here, "en"))
    assert len(spoken.leads) == leads
