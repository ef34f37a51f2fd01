"""A language is one folder: made, brought up to date, counted, offered when it was read."""

from pathlib import Path

import polib
import pytest

from stepstool.sentences import folders, made_up, offered
from stepstool.sentences.compiling import (
    LOCALE,
    VOICE,
    fault_of,
    forms_of,
    gaps_of,
    plain,
)
from stepstool.sentences.written import METHOD, PAGES, written

LANGUAGES = sorted(path.parent.name for path in LOCALE.glob("*/LC_MESSAGES"))


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    folders.add(tmp_path / "ru")
    return tmp_path / "ru" / "LC_MESSAGES" / f"{METHOD}.po"


def change(path: Path, key: str, **values: object) -> None:
    catalogue = polib.pofile(str(path))
    entry = next(each for each in catalogue if each.msgctxt == key)
    for name, value in values.items():
        setattr(entry, name, value)
    catalogue.save()


def found(path: Path, key: str) -> polib.POEntry:
    return next(each for each in polib.pofile(str(path)) if each.msgctxt == key)


def count(path: Path) -> folders.Count:
    return next(iter(folders.counts(path.parents[2])))


def test_a_new_language_counts_by_its_own_rule(russian: Path) -> None:
    catalogue = polib.pofile(str(russian))
    assert forms_of(catalogue) == 4
    assert len(found(russian, "seen.hurt").msgstr_plural) == 4


def test_a_new_language_has_all_sentences_and_none_of_them_said(russian: Path) -> None:
    new = count(russian)
    assert (new.folder, new.there) == ("ru", 0)
    assert new.of == sum(map(len, written().values()))


def test_what_is_said_stays_when_it_is_brought_up_to_date(russian: Path) -> None:
    change(russian, "calendar.weekday_2", msgstr="вторник", tcomment="in lower case")
    folders.add(russian.parents[1])
    kept = found(russian, "calendar.weekday_2")
    assert (kept.msgstr, kept.tcomment) == ("вторник", "in lower case")
    assert count(russian).there == 1


def test_where_the_english_changed_somebody_has_to_look(russian: Path) -> None:
    change(russian, "calendar.weekday_2", msgid="Toosday", msgstr="вторник")
    folders.add(russian.parents[1])
    doubtful = found(russian, "calendar.weekday_2")
    assert doubtful.fuzzy
    assert (doubtful.msgid, doubtful.previous_msgid) == ("Tuesday", "Toosday")
    assert "calendar.weekday_2" in count(russian).missing[METHOD]


def test_it_stays_doubtful_until_then(russian: Path) -> None:
    change(russian, "calendar.weekday_2", msgid="Toosday", msgstr="вторник")
    folders.add(russian.parents[1])
    folders.add(russian.parents[1])
    assert found(russian, "calendar.weekday_2").previous_msgid == "Toosday"


def test_what_nobody_says_any_more_goes_to_the_end(russian: Path) -> None:
    change(russian, "calendar.weekday_2", msgctxt="calendar.gone", msgstr="вторник")
    change(russian, "calendar.weekday_3", msgctxt="calendar.never")
    folders.add(russian.parents[1])
    catalogue = polib.pofile(str(russian))
    assert [each.msgctxt for each in catalogue.obsolete_entries()] == ["calendar.gone"]
    assert found(russian, "calendar.weekday_2").msgstr == ""


def test_a_sentence_that_came_to_be_counted_is_said_anew(russian: Path) -> None:
    change(russian, "seen.hurt", msgid_plural="", msgstr_plural={}, msgstr="больно")
    folders.add(russian.parents[1])
    assert set(found(russian, "seen.hurt").msgstr_plural.values()) == {""}


def test_a_catalogue_that_is_not_there_is_missing_whole(russian: Path) -> None:
    russian.unlink()
    assert len(count(russian).missing[METHOD]) == len(written()[METHOD])


def test_a_sentence_that_would_break_a_page_is_missing(russian: Path) -> None:
    change(russian, "calendar.on", msgstr="{den}")
    assert "calendar.on" in count(russian).missing[METHOD]


def test_the_made_up_language_is_whole_and_without_fault(tmp_path: Path) -> None:
    folders.make_up(tmp_path)
    made = next(iter(folders.counts(tmp_path)))
    assert (made.folder, made.there, made.offered) == (made_up.FOLDER, made.of, True)


def test_families_are_offered_what_a_reader_and_a_clinician_have_read(
    russian: Path,
) -> None:
    place = russian.parents[2]
    assert list(offered.languages(place)) == ["en"]
    for name in (METHOD, PAGES):
        name_readers(russian.with_name(f"{name}.po"))
    assert list(offered.languages(place)) == ["en", "ru"]


@pytest.mark.parametrize("name", [METHOD, PAGES])
def test_one_catalogue_that_was_read_is_not_enough(russian: Path, name: str) -> None:
    name_readers(russian.with_name(f"{name}.po"))
    assert list(offered.languages(russian.parents[2])) == ["en"]


@pytest.mark.parametrize("who", [offered.NATIVE_READER, offered.CLINICIAN])
def test_one_of_the_two_is_not_enough(russian: Path, who: str) -> None:
    for name in (METHOD, PAGES):
        name_readers(russian.with_name(f"{name}.po"), who)
    assert list(offered.languages(russian.parents[2])) == ["en"]


def name_readers(path: Path, *who: str) -> None:
    catalogue = polib.pofile(str(path))
    for each in who or (offered.NATIVE_READER, offered.CLINICIAN):
        catalogue.metadata[each] = "Somebody, 2026-11"
    catalogue.save()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", [METHOD, PAGES])
def test_each_translation_has_the_gaps_and_plurals_of_its_sentence(
    code: str, name: str
) -> None:
    path = LOCALE / code / "LC_MESSAGES" / f"{name}.po"
    catalogue = polib.pofile(str(path)) if path.exists() else polib.POFile()
    faults = {
        entry.msgctxt or entry.msgid: fault_of(entry, catalogue) or lost(entry)
        for entry in catalogue.translated_entries()
    }
    assert {key: fault for key, fault in faults.items() if fault} == {}


def lost(entry: polib.POEntry) -> set[str]:
    """Give the gaps of the sentence that its translation tells in none of its forms."""
    said = [entry.msgstr, *entry.msgstr_plural.values()]
    wanted = plain(gaps_of(entry.msgid) | gaps_of(entry.msgid_plural))
    return wanted - plain(set().union(*map(gaps_of, said))) - VOICE


def test_a_translation_that_lost_a_gap_is_found() -> None:
    assert lost(polib.POEntry(msgid="on {day}, {name}", msgstr="am")) == {"{day}"}
