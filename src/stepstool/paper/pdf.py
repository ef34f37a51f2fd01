"""The doctor's page as a PDF: archival and tagged, the same bytes for the same page.

PDF/A-3a with PDF/UA-1, as typst checks them while it draws; no other check was run, so no
conformance is claimed. A letter that none of its fonts has, such as an emoji in a question,
is no reason to print nothing: such a page is drawn tagged, with the fonts of the machine,
and under no standard.
"""

import json
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

import typst

from stepstool import method

STANDARDS: Final = ["a-3a", "ua-1"]
ATTACHED: Final = "stools.fhir.json"


class PaperSize(StrEnum):
    """The sizes of paper that printers hold."""

    A4 = "a4"
    LETTER = "us-letter"


PAPERS: Final = tuple(PaperSize)


def pdf_of(
    page: method.SpokenReport,
    *,
    language: str = "en",
    paper: PaperSize = PaperSize.A4,
    bundle: str = "",
) -> bytes:
    """Draw the page. bundle: the same stools for programs, attached if there are any."""
    texts = _texts(page) | {"lang": language.partition("-")[0], "paper": paper}
    inputs = {"page": json.dumps(texts)} | ({"bundle": bundle} if bundle else {})
    try:
        return _drawn(page, inputs, standards=STANDARDS, own_fonts=True)
    except typst.TypstError:
        return _drawn(page, inputs, standards=[], own_fonts=False)


def _drawn(
    page: method.SpokenReport,
    inputs: dict[str, str],
    *,
    standards: list[Any],
    own_fonts: bool,
) -> bytes:
    return typst.compile(
        _template(),
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=standards,
        ignore_system_fonts=own_fonts,
        timestamp=page.of.at.replace(microsecond=0),  # typst wants whole seconds
    )


@cache
def _template() -> bytes:
    return files("stepstool.paper").joinpath("page.typ").read_bytes()


def _texts(page: method.SpokenReport) -> dict[str, Any]:
    return {
        "title": page.title,
        "period": page.period,
        "written": page.written,
        "sections": [
            {"title": section.title, "lines": list(section.lines)}
            for section in page.sections
        ],
        "tables": [
            {
                "title": table.title,
                "headings": list(table.headings),
                "rows": [list(row) for row in table.rows],
                "legend": table.legend,
                "wide": table.is_wide,
            }
            for table in page.tables
        ],
        "notes": [note for note in (page.sources, page.copy) if note],
        "attached": ATTACHED,
        "attachment": page.copy_name,
    }
