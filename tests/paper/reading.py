"""A PDF read again: its text, page by page, without the ways in which lines are broken."""

import io
import re

import pypdf


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    """Leave out all space, since where a line breaks is a matter of the paper."""
    return re.sub(r"\s+", "", text)


def text_of(pdf: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in opened(pdf).pages))
