"""The one who says it: a language and a family's voice, ready for sayings and reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from stepstool.method.evidence import SOURCES
from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.decision import Value
from stepstool.method.words.reason import Reason
from stepstool.method.words.say import Language, language
from stepstool.method.words.voice import Voice, voice_of


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

    def reasons(self, because: Iterable[Because]) -> tuple[Reason, ...]:
        """Say why, each with the sources of its rule."""
        return tuple(
            Reason(
                rule=each.rule,
                saw=self.spoken(each.saw),
                sources=tuple(SOURCES[key] for key in each.sources),
                title=self._title(each.rule),
            )
            for each in because
        )

    def reason(self, because: Because) -> Reason:
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
