"""The treatment as a clinician ordered it, day by day: clean-out, everyday medicine, reviews (M18)."""

from stepstool.method.treatment.treatment import (
    DAYS_SAY,
    EXPECTED,
    FORM_SAYS,
    NOT_EXPECTED,
    READING,
    DoseDay,
    Doses,
    TreatmentDay,
    TreatmentStage,
    treatment_of,
)

__all__ = [
    "DAYS_SAY",
    "EXPECTED",
    "FORM_SAYS",
    "NOT_EXPECTED",
    "READING",
    "DoseDay",
    "Doses",
    "TreatmentDay",
    "TreatmentStage",
    "treatment_of",
]
