"""A FHIR bundle, as the page for the doctor carries it: its stools, and nothing else."""

from collections.abc import Iterator
from typing import Final

from stepstool import method
from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.piece import Doubt, Piece, Strange

MOST_VALUES: Final = 300_000
"""A bundle is read as a whole; of a busy month it has some ten thousand."""


def _recognises(document: Document) -> bool:
    is_object = document.begins.startswith("{")
    return is_object and '"resourceType"' in document.text


def _read(documents: Documents, _options: Options) -> Iterator[Piece]:
    for document in documents:
        if sum(map(document.text.count, ",{[")) > MOST_VALUES:
            raise NotUnderstoodError("too_many_parts")
        try:
            stools = list(method.stools_in(document.text))
        except ValueError:
            raise NotUnderstoodError("bundle") from None
        for number, stool in enumerate(stools, 1):
            if isinstance(stool, str):
                yield Strange(doubt=Doubt("refused", stool), row=stool, number=number)
            else:
                yield stool


FORMAT: Final = Format(
    key="fhir", name="FHIR", recognises=_recognises, read=_read, has_zone=True
)
