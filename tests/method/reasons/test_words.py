"""What the room says: calm, without shame, threat, comparison, pressure or a diagnosis."""

import re

import pytest

from stepstool import method
from stepstool.method.record import Saying
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words import Voice, language
from tests.method.reasons.told import AT, record
from tests.stories.family_story import Story, stories

ENGLISH = language("en")
OURS = {
    f"{key} {form or ''}".strip(): text
    for key in ENGLISH.keys("reasons")
    for form, text in enumerate(ENGLISH.forms(key))
}
HARD_WORDS = (
    # pressure, and lateness
    "should", "must", "have to", "has to", "overdue", "too old", "by now", "finally",
    "hurry up", "at last", "deadline", "force",
    # shame and blame
    "naughty", "lazy", "bad", "dirty child", "baby", "babyish", "big girl", "big boy",
    "shame", "fault", "blame", "stubborn", "refus", "disgust", "yuck", "spoil",
    # comparison
    "other children can", "her age", "his age", "their age", "most children", "normal",
    "behind", "late ",
    # threat
    "or else", "if you don", "punish", "take away",
    # the doctor's words, and medicine
    "constipat", "diagnos", "laxative", "enema", "suppositor", "dose",
)  # fmt: skip
# Where the word means something else.
FINE = {
    "reasons.of.new_baby": {"baby"},
    "reasons.saw.change_new_baby": {"baby"},
    "reasons.saw.began_with.new_baby": {"baby"},
}
STORIES = {story.name: story for story in stories()}


def test_no_sentence_shames_threatens_compares_or_presses():
    found = {key: hard_words(OURS[key]) - FINE.get(key, set()) for key in OURS}
    assert {key: words for key, words in found.items() if words} == {}


def hard_words(text: str) -> set[str]:
    lower = text.lower()
    return {word for word in HARD_WORDS if re.search(rf"\b{re.escape(word)}", lower)}


@pytest.mark.parametrize("word", ["should", "naughty", "her age", "or else", "enema"])
def test_the_scan_finds_a_hard_word(word: str):
    assert hard_words(f"You {word} now.")


def test_no_sentence_is_long():
    assert [key for key in OURS if len(OURS[key]) > 150] == []


@pytest.mark.whole
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_everything_in_a_story_can_be_said(story: Story):
    for expected in story.told["expect"]:
        now = story.at(expected["at"])
        spoken = method.reasons_of(
            now.record, method.speaker_of(now.record, "en"), advice=now.advice.of
        )
        for each in spoken.reasons:
            assert each.title
            assert all(why.saw for why in (*each.speaks_for, *each.speaks_against))
            assert each.first


@pytest.mark.parametrize("pronoun", Pronoun)
def test_every_sentence_agrees_with_every_pronoun(pronoun: Pronoun):
    voice = Voice(name="Mia", pronoun=pronoun, word="poo")
    values = {"told": record("", AT).today, "day": record("", AT).today, "count": 2}
    keys = {key.split(" ")[0] for key in OURS}
    said = [ENGLISH.say(Saying(key=key, values=values), voice) for key in keys]
    assert not [each for each in said if "{" in each]
