"""What leaves as a file: the doctor's page as PDF and as HTML, and a diary as sheets."""

from stepstool.paper.hypertext import html_of
from stepstool.paper.pdf import ATTACHED, PAPERS, PaperSize, pdf_of

__all__ = ["ATTACHED", "PAPERS", "PaperSize", "html_of", "pdf_of"]
