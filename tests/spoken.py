"""Today's advice as an English-speaking family reads it: judged, and said by one speaker."""

from stepstool import method


def advise(record: method.Record) -> method.SpokenAdvice:
    """Give today's advice in words."""
    return method.speak(method.advise(record), method.speaker_of(record, "en"))
