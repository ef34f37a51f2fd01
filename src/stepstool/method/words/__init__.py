"""What to say: sentences as data, one folder a language, in the family's own words."""

from stepstool.method.words.say import Language, language
from stepstool.method.words.situation import RESTS_ON, Reader, Situation
from stepstool.method.words.situations import band_of, for_situation, readers_of
from stepstool.method.words.voice import Voice, voice_of

__all__ = [
    "RESTS_ON",
    "Language",
    "Reader",
    "Situation",
    "Voice",
    "band_of",
    "for_situation",
    "language",
    "readers_of",
    "voice_of",
]
