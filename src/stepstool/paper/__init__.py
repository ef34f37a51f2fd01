"""The doctor's page on paper: a PDF drawn by typst, and an HTML file that stands alone."""

from stepstool.paper.hypertext import html_of
from stepstool.paper.pdf import ATTACHED, PAPERS, PaperSize, pdf_of

__all__ = ["ATTACHED", "PAPERS", "PaperSize", "html_of", "pdf_of"]
