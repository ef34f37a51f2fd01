"""What to say: sentences as data, one folder a language, in the family's own words."""

from stepstool.method.words.say import Language, language
from stepstool.method.words.voice import Voice, voice_of

__all__ = ["Language", "Voice", "language", "voice_of"]
