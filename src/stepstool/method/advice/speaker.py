"""The one who says it: a language and a family's voice, ready for sayings and reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from stepstool.method.advice.reason import Reason
from stepstool.method.evidence import SOURCES
from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.saying import Value
from stepstool.method.words import Language, Voice, language, voice_of


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

    def _title(self, rule: str) -> str:
        key = f"rules.{rule}"
        return self.say(key) if self.language.has(key) else ""


def speaker_of(record: Record, code: str) -> Speaker:
    """Give the speaker for this family in this language."""
    return Speaker(language(code), voice_of(record))
