"""What to say: sentences as data, one folder a language, in the family's own words."""

from stepstool.method.words.catalogue import (
    NotCompiledError,
    refuse_without_words,
    written_keys,
)
from stepstool.method.words.guide import (
    FIGURES,
    FigureTopic,
    Page,
    PageSection,
    SpokenFigure,
    band_of,
    figures_for,
    for_situation,
    page_of,
    readers_of,
)
from stepstool.method.words.situation import Company, Reader, Situation
from stepstool.method.words.speaker import (
    Language,
    Speaker,
    SpokenBecause,
    Voice,
    language,
    speaker_in,
    speaker_of,
    voice_of,
)

__all__ = [
    "FIGURES",
    "Company",
    "FigureTopic",
    "Language",
    "NotCompiledError",
    "Page",
    "PageSection",
    "Reader",
    "Situation",
    "Speaker",
    "SpokenBecause",
    "SpokenFigure",
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
