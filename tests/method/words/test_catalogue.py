"""What the catalogue must keep, and what happens where it was not compiled."""

import string
from pathlib import Path

import pytest

from stepstool.method.record import Saying
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words import NotCompiledError, Voice, language
from stepstool.method.words.speaker import FORMS, Languages
from stepstool.sentences.compiling import compile_all

ENGLISH = language("en")
MIA = Voice(name="Mia")
HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

"""
THREE = """msgctxt "calendar.weekday_2"
msgid "Tuesday"
msgstr "Dienstag"

msgctxt "reasons.saw.hurt_often"
msgid "One that hurt, in these weeks."
msgid_plural "{count} that hurt, in these weeks."
msgstr[0] "einer tat weh"
msgstr[1] "zwei taten weh"
msgstr[2] "{count} taten weh"

msgctxt "calendar.weekday_3"
msgid "Wednesday"
msgstr ""

msgctxt "calendar.on"
msgid "on {day}"
msgstr "am {day}"

"""


def test_every_pronoun_has_all_its_forms():
    missing = [
        f"forms.{pronoun}.{form}"
        for pronoun in Pronoun
        for form in FORMS
        if not ENGLISH.has(f"forms.{pronoun}.{form}")
    ]
    assert missing == []


def test_no_sentence_leans_on_a_pronoun_that_is_not_chosen():
    """{her} or {she} would be wrong for a boy; {them} and {they} follow the family."""
    chosen = {"she", "he", "her", "hers", "him", "his", "herself", "himself"}
    wrong = [key for key, gap in all_gaps() if gap.lower() in chosen]
    assert wrong == []


def test_no_sentence_has_a_nameless_gap():
    assert [key for key, gap in all_gaps() if not gap] == []


def all_gaps():
    for key in ENGLISH:
        for form in ENGLISH.forms(key):
            for _, gap, _, _ in string.Formatter().parse(form):
                if gap is not None:
                    yield key, gap


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place with one language, of which three sentences are there."""
    write(tmp_path, THREE)
    assert list(compile_all(tmp_path)) == ["de/method.po: compiled"]
    return tmp_path


def write(place: Path, sentences: str) -> None:
    folder = place / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "method.po").write_text(HEAD + sentences, encoding="utf-8")


def said(place: Path, key: str, **values: object) -> str:
    saying = Saying(key=key, values=values)  # type: ignore[arg-type]
    return Languages(place).of("de").say(saying, MIA)


def test_what_a_language_has_is_said_in_it(place):
    assert said(place, "calendar.weekday_2") == "Dienstag"


def test_what_a_language_lacks_is_said_in_english_alone(place):
    assert said(place, "calendar.weekday_3") == "Wednesday"


def test_a_language_has_all_keys_of_english_in_their_order(place):
    assert list(Languages(place).of("de")) == list(ENGLISH)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "einer tat weh"), (2, "zwei taten weh"), (3, "3 taten weh")],
)
def test_a_language_counts_by_its_own_rule(place, count, expected):
    assert said(place, "reasons.saw.hurt_often", count=count) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "One poop hurt lately."), (2, "2 that hurt lately.")],
)
def test_what_it_lacks_is_counted_by_the_rule_of_english(place, count, expected):
    assert said(place, "seen.hurt", count=count, when="lately") == expected


def test_a_translation_of_an_older_sentence_gives_way_to_english(place):
    write(place, THREE.replace("Tuesday", "Toosday"))
    list(compile_all(place))
    assert said(place, "calendar.weekday_2") == "Tuesday"


def test_a_regional_language_is_that_of_its_folder(place):
    assert Languages(place).of("de-AT").text("calendar.weekday_2") == "Dienstag"


def test_english_is_there_wherever_other_languages_lie(place):
    assert Languages(place).of("en").text("calendar.weekday_2") == "Tuesday"


def test_what_was_not_compiled_says_what_to_run(tmp_path):
    write(tmp_path, THREE)
    with pytest.raises(NotCompiledError, match=r"“de” are not compiled.*\./run setup"):
        said(tmp_path, "calendar.weekday_2")


def test_what_was_changed_since_it_was_compiled_says_what_to_run(place):
    write(place, THREE + "# changed\n")
    with pytest.raises(NotCompiledError, match=r"\./run setup"):
        said(place, "calendar.weekday_2")
