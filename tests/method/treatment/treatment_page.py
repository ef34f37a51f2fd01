"""The page docs/method/treatment.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from stepstool.method.comfort import SIGN_OF
from stepstool.method.evidence import NUMBERS
from stepstool.method.record.decision import Row
from stepstool.method.treatment import DAYS_SAY, EXPECTED, FORM_SAYS, NOT_EXPECTED
from tests.method.drawing import (
    DOCS,
    heading,
    numbers,
    numbers_of,
    opening,
    say,
    sources,
    table,
)

PAGE: Final = DOCS / "treatment.md"
TOPICS: Final = ("treatment",)
VALUES: Final = {
    key.removeprefix("treatment."): f"{number.value:g}"
    for key, number in NUMBERS.items()
    if key.startswith("treatment.")
}
AFTER: Final = ("after.ended", "after.what_next")
BESIDE: Final = ("missed", "taper", "sits", "no_sits")


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "The treatment, day by day",
        "Written down as a clinician ordered it, and never proposed: nothing here names a medicine, how",
        "much of it, or its end. Reviews after one week, six weeks and three months are offered as dates",
        "([comfort](comfort.md)). A calendar file reminds; it ends with the order.",
    )
    yield from heading("A day of a clean-out: the first row that fits")
    yield from table(("When", "It says"), map(_row, DAYS_SAY))
    yield from _said(("drink", "near"))
    yield from heading("What belongs to it")
    yield from _said(f"expected.{key}" for key in EXPECTED)
    yield from heading("What does not, and means a call")
    rows = ((say(f"danger.{key}"), SIGN_OF[key].urgency.value) for key in NOT_EXPECTED)
    yield from table(("Sign", "How soon"), rows)
    yield from heading("When its last day, or the doctor’s word, is past")
    yield from _said(AFTER)
    yield from heading("A week of everyday medicine: the first row that fits")
    yield from table(("When", "It says", "For the prescriber"), map(_form, FORM_SAYS))
    yield from _said(BESIDE)
    yield from heading("Numbers")
    yield from numbers(TOPICS)
    yield from heading("Sources")
    used = numbers_of(TOPICS).values()
    yield from sources(["DEVON", *(key for number in used for key in number.sources)])


def _row(row: Row[object]) -> tuple[str, ...]:
    return row.when.format(**VALUES) or "otherwise", say(row.sentences[0])


def _form(row: Row[object]) -> tuple[str, ...]:
    return (*_row(row), "tell" if getattr(row, "tell", False) else "")


def _said(keys: Iterable[str]) -> Iterator[str]:
    yield ""
    yield from (f"- {say(f'treatment.{key}')}" for key in keys)
