"""The treatment of today in the family's words: what to expect, what not, and whom to tell."""

from dataclasses import dataclass

from stepstool.method.comfort import SIGN_OF, Urgency
from stepstool.method.evidence import SOURCES, Source
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.treatment import TreatmentDay
from stepstool.method.words import Speaker


@dataclass(frozen=True, kw_only=True)
class SpokenSign:
    """A sign that never belongs to a clean-out, as on the list of danger signs."""

    key: DangerKey
    text: str
    urgency: Urgency


@dataclass(frozen=True, kw_only=True)
class SpokenTreatment:
    """The treatment of today."""

    of: TreatmentDay
    says: tuple[str, ...]
    expected: tuple[str, ...]
    not_expected: tuple[SpokenSign, ...]
    sources: tuple[Source, ...]


def spoken_treatment(treatment: TreatmentDay, speaker: Speaker) -> SpokenTreatment:
    """Say it."""
    return SpokenTreatment(
        of=treatment,
        says=tuple(map(speaker.spoken, treatment.says)),
        expected=tuple(map(speaker.spoken, treatment.expected)),
        not_expected=tuple(
            SpokenSign(
                key=key,
                text=speaker.say(f"danger.{key}"),
                urgency=SIGN_OF[key].urgency,
            )
            for key in treatment.not_expected
        ),
        sources=tuple(SOURCES[key] for key in treatment.sources),
    )
