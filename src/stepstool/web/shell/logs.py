"""What the log says: one line for whatever happened, and nothing that opens a door.

Links carry secrets in their address, and an exception quotes what it stumbled over, which may be
what a family wrote. So a line names the page as the house calls it, the sort of exception and
where in the code it arose. For developers (STEPSTOOL_DEBUG) all of it is written.
"""

import re
from logging import Formatter, LogRecord
from typing import Final

from stepstool.web.shell.faults import sentence_of

# As `families/secret_words` and sessions make them, and codes in groups.
SECRET: Final = re.compile(r"[A-Za-z0-9_-]{24,}|\b[A-Z0-9]{5}(-[A-Z0-9]{5}){3}\b")
HIDDEN: Final = "…"
_PLACE: Final = re.compile(r'File "([^"]+)", line (\d+)')
_TRACEBACK: Final = "Traceback (most recent call last)"


class OneLine(Formatter):
    """Writes: moment, level, who says it, what happened, and how the host mends it."""

    def format(self, record: LogRecord) -> str:
        """Write a line."""
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z")
        begun = f"{moment} {record.levelname} {record.name}:"
        return " ".join(filter(None, [begun, _what(record), self._arose(record)]))

    def _arose(self, record: LogRecord) -> str:
        """Name the exception and where it arose, of the record or of the text of its message."""
        if record.exc_info:
            arose = brief(self.formatException(record.exc_info))
            return " ".join(filter(None, [arose, _cure(record.exc_info[1])]))
        message = record.getMessage()
        return brief(message) if _TRACEBACK in message else ""


def _cure(error: BaseException | None) -> str:
    """Say how to mend what is no fault of the code: the disk is full, the database away."""
    sentence = error and sentence_of(error)
    return SECRET.sub(HIDDEN, sentence.replace("\n", " ")) if sentence else ""


def _what(record: LogRecord) -> str:
    """Say what was answered on which page; of what is about none, what it says."""
    request = getattr(record, "request", None)
    if request is None:
        first = record.getMessage().partition("\n")[0]
        return SECRET.sub(HIDDEN, first)
    match = getattr(request, "resolver_match", None)
    page = f"/{match.route}" if match else "an address that is no page"
    status = getattr(record, "status_code", "")
    return " ".join(filter(None, [str(status), request.method, page]))


def brief(traceback: str) -> str:
    """Shorten a traceback to the sort of its exception and the innermost place of ours."""
    sort = traceback.rstrip().rpartition("\n")[2].partition(":")[0]
    places: list[tuple[str, str]] = _PLACE.findall(traceback)
    ours = [place for place in places if "/stepstool/" in place[0]] or places
    if not ours:
        return f"({sort})"
    file, line = ours[-1]
    return f"({sort} in {'/'.join(file.split('/')[-3:])}:{line})"
