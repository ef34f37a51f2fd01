"""The one who says it: a language in a family's voice, from sayings to sentences and reasons.

A voice is the family's own words: the child's name, its pronoun, their word for poop.
"""

import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import accumulate
from typing import Any, Final

from stepstool.method.evidence import SOURCES, Source
from stepstool.method.record import UNKNOWN, Because, Dates, Record, Saying
from stepstool.method.record.decision import Value
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.record.manner import Manner, manners_of
from stepstool.method.words import catalogue
from stepstool.method.words.catalogue import Sentence


@dataclass(frozen=True, kw_only=True)
class SpokenBecause:
    """Why: what every judgement shows, to be checked and overruled (rule 7)."""

    rule: str
    saw: str
    """What was seen, in plain words."""
    sources: tuple[Source, ...]
    """Those of the rule."""
    title: str = ""
    """What the rule is called in plain words; empty where what was seen says it."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How sentences speak of this child."""

    name: str = ""
    """An empty one is filled by the language."""
    pronoun: Pronoun = Pronoun.NAME_ONLY
    word: str = ""
    manners: tuple[Manner, ...] = ()
    """How grown-ups are with this child; each may have a sentence of its own."""


def voice_of(record: Record) -> Voice:
    """Give the words this family chose; what was not told is left to the language."""
    chosen = record.settings
    return Voice(
        name=record.child.name,
        pronoun=Pronoun.NAME_ONLY if chosen.pronoun is UNKNOWN else chosen.pronoun,
        word="" if chosen.word is UNKNOWN else chosen.word,
        manners=manners_of(record),
    )


FORMS: Final = ("they", "them", "their", "themself", "is", "has", "does", "s", "es")
TWICE: Final = 2


class Language:
    """The sentences of one language, ready to be said in a family's voice."""

    def __init__(self, sentences: Mapping[str, Sentence]) -> None:
        self._sentences = sentences
        # Every sentence needs these few; putting them together anew takes far longer.
        self._texts: dict[str, Mapping[str, str]] = {}
        self._last: tuple[Voice, Mapping[str, str]] | None = None

    def say(self, saying: Saying, voice: Voice) -> str:
        """Say it. Raises KeyError if there is no such sentence or gap, also in English."""
        text = self._sentence(saying.key, voice).counted(_count(saying))
        within = {
            name: self.say(value, voice) if isinstance(value, Saying) else value
            for name, value in saying.values.items()
        }
        gaps = _Gaps(self._text("calendar"), {**self._words(voice), **within})
        return gaps.fill(text)

    def _sentence(self, key: str, voice: Voice) -> Sentence:
        """Give the sentence for a child like this, else the one for all."""
        ways = (f"{manner}.{key}" for manner in voice.manners)
        return self._sentences[next(filter(self.has, ways), key)]

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._sentences

    def text(self, key: str) -> str:
        """Give a sentence with its gaps open; of several forms the one for many."""
        return self.forms(key)[-1]

    def forms(self, key: str) -> tuple[str, ...]:
        """Give a sentence in all the forms in which it is counted; mostly one."""
        return self._sentences[key].forms

    def __iter__(self) -> Iterator[str]:
        """Go through the keys of all sentences, in the order of the catalogue."""
        return iter(self._sentences)

    def keys(self, path: str) -> tuple[str, ...]:
        """Give the keys of all sentences under a path, in the same order."""
        return tuple(self._under.get(path, ()))

    @cached_property
    def _under(self) -> Mapping[str, list[str]]:
        """The keys of all sentences under each path."""
        under: dict[str, list[str]] = defaultdict(list)
        for key in self._sentences:
            for path in accumulate(key.split(".")[:-1], "{}.{}".format):
                under[path].append(key)
        return under

    def _text(self, path: str) -> Mapping[str, str]:
        known = self._texts.get(path)
        if known is None:
            under = self.keys(path)
            known = {key.removeprefix(path + "."): self.text(key) for key in under}
            self._texts[path] = known
        return known

    def _words(self, voice: Voice) -> Mapping[str, str]:
        """Give the words of a voice; one family's sentences are mostly said in a row."""
        last = self._last  # another thread may put another family's in its place
        if last is None or last[0] != voice:
            last = self._last = voice, self._words_anew(voice)
        return last[1]

    def _words_anew(self, voice: Voice) -> Mapping[str, str]:
        name = voice.name or self.text("forms.nameless")
        forms = self._text(f"forms.{voice.pronoun}")
        words = {"name": name, "poop": voice.word or self.text("forms.poop")}
        words |= {form: _bare(forms[form], name) for form in FORMS}
        return words | {_capital(form): _capital(word) for form, word in words.items()}


def _count(saying: Saying) -> int:
    count = saying.values.get("count")
    return count if isinstance(count, int) else 0


def _bare(form: str, name: str) -> str:
    """Fill a form; {nothing} is no letter, since an empty translation is a missing one."""
    return form.replace("{nothing}", "").replace("{name}", name)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


class _Gaps(string.Formatter):
    """Fills the gaps of a sentence; days, and how often, are written as people say them."""

    def __init__(
        self, calendar: Mapping[str, str], values: Mapping[str, Value]
    ) -> None:
        self._calendar = calendar
        self._values = values

    def fill(self, sentence: str) -> str:
        return self.vformat(sentence, (), self._values)

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, datetime):
            return f"{self._day(value.date(), format_spec)}, {value:%H:%M}"
        if isinstance(value, date):
            return self._day(value, format_spec)
        if isinstance(value, Dates):
            return self._days(value)
        if format_spec == "times":
            return self._times(value)
        return str(super().format_field(value, format_spec))

    def _times(self, count: int) -> str:
        """How often. Once has a sentence of its own wherever it can come."""
        return self._calendar["twice" if count == TWICE else "times"].format(
            count=count
        )

    def _days(self, days: Dates) -> str:
        first, last = self._day(days.first, ""), self._day(days.last, "")
        if days.first == days.last:
            return self._calendar["on"].format(day=last)
        return self._calendar["between"].format(first=first, last=last)

    def _day(self, day: date, form: str) -> str:
        weekday = self._calendar[f"weekday_{day.isoweekday()}"]
        if form == "weekday":
            return weekday
        pattern = self._calendar["day"]
        month = self._calendar[f"month_{day.month}"]
        return pattern.format(weekday=weekday, day=day.day, month=month)


class Languages:
    """The languages that lie in one place; each is read when it is first spoken."""

    def __init__(self, place: Traversable) -> None:
        self._place = place
        self._folders = catalogue.folders(place)
        self._read: dict[str, Language] = {}

    def of(self, code: str) -> Language:
        """Give a language by its code, else that of its region, else English."""
        name = self._folders.get(code.lower())
        name = name or self._folders.get(code.lower().partition("-")[0])
        return self._of(name or catalogue.SOURCE_LANGUAGE)

    def _of(self, name: str) -> Language:
        if name not in self._read:
            self._read[name] = Language(catalogue.sentences_of(name, self._place))
        return self._read[name]


# Those of the house; tests put some of their own here.
SPOKEN = Languages(catalogue.HOME)


def language(code: str) -> Language:
    """Give a language by its code; one that is not there is the source language.

    Raises NotCompiledError where its catalogue was not compiled.
    """
    return SPOKEN.of(code)


@dataclass(frozen=True)
class Speaker:
    """Says sentences of one language in the words of one family."""

    language: Language
    voice: Voice

    def say(self, key: str, **values: Value) -> str:
        """Say the sentence of this key."""
        return self.language.say(Saying(key=key, values=values), self.voice)

    def spoken(self, saying: Saying) -> str:
        """Say what a rule saw."""
        return self.language.say(saying, self.voice)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of this key."""
        return self.language.has(key)

    def keys(self, path: str) -> tuple[str, ...]:
        """Give the keys of all sentences under a path, in their order."""
        return self.language.keys(path)

    def passage(self, path: str) -> tuple[str, ...]:
        """Say all sentences under a path, in their order; none if there are none."""
        return tuple(map(self.say, self.keys(path)))

    def reasons(self, because: Iterable[Because]) -> tuple[SpokenBecause, ...]:
        """Say why, each with the sources of its rule."""
        return tuple(
            SpokenBecause(
                rule=each.rule,
                saw=self.spoken(each.saw),
                sources=tuple(SOURCES[key] for key in each.sources),
                title=self._title(each.rule),
            )
            for each in because
        )

    def reason(self, because: Because) -> SpokenBecause:
        """Say one reason."""
        (reason,) = self.reasons((because,))
        return reason

    def listed(self, sayings: Iterable[Saying]) -> str:
        """Say several in a row."""
        return ", ".join(map(self.spoken, sayings))

    def _title(self, rule: str) -> str:
        key = f"rules.{rule}"
        return self.say(key) if self.has(key) else ""


def speaker_of(record: Record, code: str) -> Speaker:
    """Give the speaker for this family in the language of this code."""
    return Speaker(language(code), voice_of(record))


def speaker_in(code: str) -> Speaker:
    """Give a speaker in the language of this code, for sentences that name no child."""
    return Speaker(language(code), Voice())
