"""What to say: sentences as data, one folder a language, in the family's own words."""

from stepstool.method.words.catalogue import NotCompiledError, written_keys
from stepstool.method.words.complete import refuse_without_words
from stepstool.method.words.figures import FIGURES, Told, Topic, figures_for
from stepstool.method.words.page import Page, Section, page_of
from stepstool.method.words.reason import Reason
from stepstool.method.words.say import Language, language
from stepstool.method.words.situation import Company, Reader, Situation
from stepstool.method.words.situations import band_of, for_situation, readers_of
from stepstool.method.words.speaker import Speaker, speaker_in, speaker_of
from stepstool.method.words.voice import Voice, voice_of

__all__ = [
    "FIGURES",
    "Company",
    "Language",
    "NotCompiledError",
    "Page",
    "Reader",
    "Reason",
    "Section",
    "Situation",
    "Speaker",
    "Told",
    "Topic",
    "Voice",
    "band_of",
    "figures_for",
    "for_situation",
    "language",
    "page_of",
    "readers_of",
    "speaker_in",
    "speaker_of",
    "voice_of",
]

refuse_without_words(written_keys())
