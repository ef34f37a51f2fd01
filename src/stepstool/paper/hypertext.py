"""The doctor's page as one HTML file that stands alone: to read, to send, or to print.

It prints on A4 and Letter: a page, and a second one for the days. No script, no address.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from stepstool import method


def html_of(page: method.SpokenReport, *, language: str = "en") -> str:
    """Write the page."""
    return "\n".join(_document(page, language)) + "\n"


def _document(page: method.SpokenReport, language: str) -> Iterator[str]:
    style = files("stepstool.paper").joinpath("page.css").read_text("utf-8")
    yield f'<!doctype html>\n<html lang="{escape(language)}">\n<head>'
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(page.title)}</title>\n<style>\n{style}</style>"
    yield "</head>\n<body>"
    yield f"<h1>{escape(page.title)}</h1>\n<p>{escape(page.period)}</p>"
    for section in page.sections:
        yield f"<section>\n<h2>{escape(section.title)}</h2>\n<div>"
        yield from (f"<p>{escape(line)}</p>" for line in section.lines)
        yield "</div>\n</section>"
    for text in filter(None, (page.written, page.sources, page.copy)):
        yield f"<p><small>{escape(text)}</small></p>"
    for table in page.tables:
        yield from _table(table)
    yield "</body>\n</html>"


def _table(table: method.SpokenTable) -> Iterator[str]:
    kind = "wide" if table.is_wide else "narrow"
    yield f'<section class="sheet {kind}">\n<h2>{escape(table.title)}</h2>\n<table>'
    yield f"<thead>{_row(table.headings, 'col')}</thead>\n<tbody>"
    yield from (_row(row[1:], "", row[0]) for row in table.rows)
    yield "</tbody>\n</table>"
    if table.legend:
        yield f"<p>{escape(table.legend)}</p>"
    yield "</section>"


def _row(cells: Iterable[str], scope: str, name: str = "") -> str:
    opened = f'<th scope="{scope}">' if scope else "<td>"
    closed = "</th>" if scope else "</td>"
    named = f'<th scope="row">{escape(name)}</th>' if name else ""
    written = "".join(f"{opened}{escape(cell)}{closed}" for cell in cells)
    return f"<tr>{named}{written}</tr>"
