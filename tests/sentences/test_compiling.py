"""What translators write is compiled once, and what would break a page is left out."""

import gettext
from pathlib import Path

import polib
import pytest

from stepstool.method.words import catalogue as of_the_method
from stepstool.sentences import compiling

HEAD = {"Content-Type": "text/plain; charset=UTF-8"}
TWO = "nplurals=2; plural=(n != 1);"
DAY, COUNTED = ("since {day:weekday}", ""), ("One {poop}.", "{count} of {of}.")
HELLO = ("Hello %(name)s", "")


def entry(
    forms: tuple[str, str], *said: str, key: str | None = "a.key"
) -> polib.POEntry:
    one, many = forms
    plural = dict(enumerate(said)) if many else {}
    return polib.POEntry(
        msgctxt=key,
        msgid=one,
        msgid_plural=many,
        msgstr="" if many else said[0],
        msgstr_plural=plural,
    )


def catalogue(*entries: polib.POEntry, plural: str = TWO) -> polib.POFile:
    made = polib.POFile()
    made.metadata = HEAD | {"Plural-Forms": plural}
    made.extend(entries)
    return made


def put(
    place: Path, made: polib.POFile, name: str = "method", code: str = "de"
) -> Path:
    path = place / code / "LC_MESSAGES" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    return path


@pytest.mark.parametrize(
    "right",
    [
        entry(DAY, "seit {day:weekday}"),
        entry(DAY, "{Name} und {their} {Poop} seit {day}"),
        entry(COUNTED, "Eins.", "{count} von {of}."),
        entry(HELLO, "Hallo %(name)s", key=None),
        entry(("100 %", ""), "100 Prozent", key=None),
    ],
    ids=lambda each: each.msgstr or "counted",
)
def test_a_translation_that_can_be_said_is_compiled(right: polib.POEntry) -> None:
    assert compiling.fault_of(right, catalogue(right)) == ""


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (entry(DAY, "seit {tag}"), "nobody fills {tag}"),
        (entry(DAY, "seit {day:month}"), "nobody fills {day:month}"),
        (entry(DAY, "seit {day!r}"), "nobody fills {day!}"),
        (entry(DAY, "seit {day.year}"), "nobody fills {day.year}"),
        (entry(DAY, "seit {day"), "bracket"),
        (entry(COUNTED, "Eins."), "2 plural forms"),
        (entry(HELLO, "Hallo %(nam)s", key=None), "percent"),
        (entry(HELLO, "Hallo %(name)", key=None), "percent"),
        (entry(HELLO, "100 % %(name)s", key=None), "percent"),
        (entry(HELLO, "Hallo {name} %(name)s", key=None), "nobody fills {name}"),
    ],
    ids=str,
)
def test_one_that_would_break_a_page_says_why(wrong: polib.POEntry, fault: str) -> None:
    assert fault in compiling.fault_of(wrong, catalogue(wrong))


def test_three_plural_forms_are_wanted_where_a_language_has_three() -> None:
    two = entry(COUNTED, "Eins.", "{count}.")
    fault = compiling.fault_of(two, catalogue(two, plural="nplurals=3; plural=2;"))
    assert fault == "3 plural forms are wanted"


def test_what_would_break_a_page_is_left_out_and_named(tmp_path: Path) -> None:
    put(
        tmp_path,
        catalogue(entry(DAY, "seit {tag}", key="a.key"), entry(DAY, "gut", key="b")),
    )
    assert list(compiling.compile_all(tmp_path)) == [
        "de/method.po: left out 'a.key': nobody fills {tag}",
        "de/method.po: compiled",
    ]
    said = gettext.translation("method", tmp_path, ["de"])
    assert said.pgettext("b", DAY[0]) == "gut"
    assert said.pgettext("a.key", DAY[0]) == DAY[0]


def test_what_is_fuzzy_is_not_said(tmp_path: Path) -> None:
    doubtful = entry(DAY, "seit {day}")
    doubtful.flags.append("fuzzy")
    put(tmp_path, catalogue(doubtful))
    list(compiling.compile_all(tmp_path))
    said = gettext.translation("method", tmp_path, ["de"])
    assert said.pgettext("a.key", DAY[0]) == DAY[0]


def test_the_source_language_is_said_as_it_is_written(tmp_path: Path) -> None:
    put(tmp_path, catalogue(entry(DAY, ""), entry(COUNTED, "", "", key="b")), code="en")
    list(compiling.compile_all(tmp_path))
    said = gettext.translation("method", tmp_path, ["en"])
    assert said.npgettext("b", *COUNTED, 2) == COUNTED[1]


def test_what_is_compiled_is_left_alone_until_it_changes(tmp_path: Path) -> None:
    path = put(tmp_path, catalogue(entry(DAY, "seit {day}")))
    assert list(compiling.compile_all(tmp_path)) == ["de/method.po: compiled"]
    assert list(compiling.compile_all(tmp_path)) == []
    path.write_text(path.read_text() + "\n# changed\n")
    assert list(compiling.compile_all(tmp_path)) == ["de/method.po: compiled"]


def test_no_unfinished_file_is_left_behind(tmp_path: Path) -> None:
    path = put(tmp_path, catalogue(entry(DAY, "seit {day}")))
    list(compiling.compile_all(tmp_path))
    names = {each.name for each in path.parent.iterdir()}
    assert names == {"method.po", "method.mo"}


def test_the_method_asks_for_what_is_written_into_the_head() -> None:
    assert compiling.MADE_OF.lower() == of_the_method.MADE_OF
    assert of_the_method.SOURCE_LANGUAGE == compiling.SOURCE_LANGUAGE
