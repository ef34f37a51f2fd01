"""The page docs/method/doctor.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method import EIGHT_QUESTIONS, ReportSection, speaker_in
from stepstool.method.evidence import TELEPHONES
from stepstool.method.report import ITEMS, Item, List
from stepstool.method.report.items import ASKS, SOURCES
from tests.method.drawing import (
    DOCS,
    heading,
    keys,
    numbers,
    opening,
    sources,
    table,
)

PAGE: Final = DOCS / "doctor.md"
ENGLISH: Final = speaker_in("en")


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "The doctor's page",
        "What a clinician needs of a diary, for any period, counted and not judged. Its first page",
        "answers the same eight questions for every family, also on the first evening: what is not",
        "known is said so. `stepstool report DIARY --at MOMENT -o FILE.pdf` draws it from a diary",
        "file; what it says of twelve families stands in `tests/stories/report/families.toml`.",
        "",
        "The PDF is archival and tagged as far as typst checks PDF/A-3a and PDF/UA-1 while it draws; it",
        "carries the same stools as a FHIR R4 bundle, which is read as R4B in the tests. No conformance",
        "is claimed to any of these.",
    )
    yield from heading("Its sections")
    rows = [(_title(section), _is_one(section)) for section in ReportSection]
    yield from table(("Section", "One of the eight questions"), rows)
    yield from heading("Items of published lists")
    yield "Only those that can be seen at home. An item is there by the diary of the last month or as"
    yield "the family told; not seen only where enough days are known. A full list is no diagnosis:"
    yield "what an examination finds, and that nothing else explains it, is for a clinician."
    yield ""
    columns = ("List", "Item", "Counted from", "Weeks of the month", "Told as")
    yield from table(columns, map(_item, ITEMS))
    yield ""
    yield from table(
        ("List", "Asks for", "Sources"),
        [(str(each), str(ASKS[each]), keys(SOURCES[each])) for each in List],
    )
    yield from heading("Numbers")
    yield from numbers(["report"])
    yield from heading("Whom to call, until a family writes its own")
    columns = ("Where", "Now", "When the office is closed", "Sources", "Reviewed on")
    yield from table(columns, map(_country, TELEPHONES))
    yield from heading("Sources")
    named = {key for listed in List for key in SOURCES[listed]}
    yield from sources(
        named | {key for row in TELEPHONES.values() for key in row.sources}
    )


def _country(country: str) -> tuple[str, ...]:
    row = TELEPHONES[country]
    where = country.replace("_", " ")
    return (where, row.emergency, row.advice, keys(row.sources), str(row.reviewed))


def _title(section: ReportSection) -> str:
    return ENGLISH.say(f"report.section.{section}")


def _is_one(section: ReportSection) -> str:
    return "yes" if section in EIGHT_QUESTIONS else ""


def _item(item: Item) -> tuple[str, ...]:
    counted = ", ".join(f"`{feature}`" for feature in item.features)
    return (
        str(item.list),
        ENGLISH.say(f"report.item.{item.key}"),
        counted or (f"`{item.few}` a week" if item.few else "words of a clinician"),
        str(item.weeks) if item.features else "",
        ", ".join(f"`{told}`" for told in sorted(item.told)),
    )
