"""After a medicine from below: the signs after which to give nothing more and call.

They stand on every page about such an entry; see `diary/parts/stop_and_call.html`.
"""

from stepstool import method
from stepstool.web.diary.visit import Visit

Given = method.health.MedicineGiven


def stop_and_call(visit: Visit, entry: method.Entry) -> list[str]:
    """Give the signs, if this entry is a medicine from below that was given."""
    if not isinstance(entry, Given) or not is_from_below(entry):
        return []
    return [visit.speaker.spoken(sign.saw) for sign in method.STOP_AND_CALL]


def is_from_below(dose: method.health.MedicineGiven) -> bool:
    """Whether it was given from below, or tried."""
    below = dose.medicine is method.MedicineKind.RECTAL
    enema = below or dose.phosphate is method.YesNo.YES
    return enema and dose.outcome is not method.health.Given.MISSED
