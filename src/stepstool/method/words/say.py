"""From a key and its values to a sentence in the family's own words."""

import string
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from stepstool.method.record import Dates, Saying
from stepstool.method.record.saying import Value
from stepstool.method.words.voice import Voice
from stepstool.method.words.word_files import LANGUAGES, SOURCE_LANGUAGE, Sentence

FORMS: Final = ("they", "them", "their", "themself", "is", "has", "does", "s", "es")


class Language:
    """The sentences of one language, ready to be said in a family's voice."""

    def __init__(self, sentences: Mapping[str, Sentence]) -> None:
        self.sentences = sentences
        # Every sentence needs these few; looking through all others takes far longer.
        self._texts: dict[str, Mapping[str, str]] = {}

    def say(self, saying: Saying, voice: Voice) -> str:
        """Say it. Raises KeyError if the language has no such sentence or gap."""
        sentence = self.sentences[saying.key]
        if not isinstance(sentence, str):
            sentence = sentence["one" if saying.values.get("count") == 1 else "other"]
        gaps = _Gaps(self._text("calendar"), {**self._words(voice), **saying.values})
        return gaps.fill(sentence)

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.sentences

    def keys(self, path: str) -> tuple[str, ...]:
        """Give the keys of all sentences under a path, in the order of the word file."""
        return tuple(key for key in self.sentences if key.startswith(path + "."))

    def passage(self, path: str, voice: Voice, **values: Value) -> tuple[str, ...]:
        """Say all sentences under a path, in their order; none if there are none."""
        return tuple(
            self.say(Saying(key=key, values=values), voice) for key in self.keys(path)
        )

    def _text(self, path: str) -> Mapping[str, str]:
        known = self._texts.get(path)
        if known is None:
            known = self._texts[path] = self._all_under(path)
        return known

    def _all_under(self, path: str) -> Mapping[str, str]:
        return {
            key.removeprefix(path + "."): text
            for key, text in self.sentences.items()
            if key.startswith(path + ".") and isinstance(text, str)
        }

    def _words(self, voice: Voice) -> dict[str, str]:
        name = voice.name or str(self.sentences["forms.nameless"])
        forms = self._text(f"forms.{voice.pronoun}")
        words = {"name": name, "poop": voice.word or str(self.sentences["forms.poop"])}
        words |= {form: forms[form].replace("{name}", name) for form in FORMS}
        return words | {_capital(form): _capital(word) for form, word in words.items()}


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


class _Gaps(string.Formatter):
    """Fills the gaps of a sentence; days are written as people say them."""

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
        return str(super().format_field(value, format_spec))

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


_LANGUAGES: Final = {code: Language(words) for code, words in LANGUAGES.items()}


def language(code: str) -> Language:
    """Give a language by its code; one that is not there is the source language."""
    short = code.partition("-")[0]
    found = _LANGUAGES.get(code) or _LANGUAGES.get(short)
    return found or _LANGUAGES[SOURCE_LANGUAGE]
