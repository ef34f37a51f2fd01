#!/usr/bin/env python
"""What the doctor's page costs: milliseconds of CPU, by length of the diary and of the period.

Writing it (`report_of`, said) and drawing it (typst) apart; the first PDF of a process reads
the fonts and costs more. `calibration_ms` is a fixed loop in the same run. A made-up child with
two poops and 20 entries a day, as in the bench of the rhythm.
"""

import time
from collections.abc import Callable
from statistics import median

from calibration import calibration
from needs import need

need("stepstool", "typst")

from rhythm_cost import NOW, entries

from stepstool import method
from stepstool.paper import pdf_of

TIMES = 10
BORN = method.Month(2022, 9)


def spent(work: Callable[[], object]) -> float:
    """Give the milliseconds of CPU of some work."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def in_the_middle(work: Callable[[], object]) -> float:
    """Give the median of several times."""
    return median(spent(work) for _ in range(TIMES))


def main() -> None:
    """Print the cost by length of diary and period."""
    print(f"calibration_ms {calibration():.1f}")
    first = spent(lambda: pdf_of(page(0, 14)))
    print(f"the first PDF of a process {first:5.1f} ms")
    for days, period in ((0, 14), (14, 14), (90, 90), (365, 14), (365, 365)):
        written = list(entries(days))
        wrote = in_the_middle(lambda e=written, p=period: said(e, p))
        spoken = said(written, period)
        copy = bundle_of(written, period)
        drew = in_the_middle(lambda s=spoken, c=copy: pdf_of(s, bundle=c))
        print(
            f"{days:4} days {len(written):5} entries, page about {period:3} days:  "
            f"written {wrote:5.1f} ms  drawn {drew:5.1f} ms"
        )


def page(days: int, period: int) -> method.SpokenReport:
    """Write the page of a diary of so many days."""
    return said(list(entries(days)), period)


def record_of(written: list[method.Entry]) -> method.Record:
    """Gather some entries afresh."""
    return method.Record(method.Child(born=BORN, name="Mia"), written, NOW)


def bundle_of(written: list[method.Entry], period: int) -> str:
    """Write the copy for programs, which the PDF carries."""
    return method.bundle_of(record_of(written), period)


def said(written: list[method.Entry], period: int) -> method.SpokenReport:
    """Write the page of some entries, on a fresh record."""
    record = record_of(written)
    speaker = method.speaker_of(record, "en")
    return method.spoken_report(method.report_of(record, period), speaker)


if __name__ == "__main__":
    main()
