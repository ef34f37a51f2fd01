"""What the log says: one line for whatever happened, and nothing that opens a door.

Links carry secrets in their address, and an exception quotes what it stumbled over, which may be
what a family wrote. So a line names the page as the house calls it, the sort of exception and
where in the code it arose. For developers (STEPSTOOL_DEBUG) all of it is written.
"""

import logging
import re
from collections.abc import Callable
from logging import Formatter, LogRecord
from time import perf_counter
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter

from stepstool.web.shell.faults import sentence_of

# As `families/secret_words` and sessions make them, and codes in groups.
SECRET: Final = re.compile(r"[A-Za-z0-9_-]{24,}|\b[A-Z0-9]{5}(-[A-Z0-9]{5}){3}\b")
HIDDEN: Final = "…"
_PLACE: Final = re.compile(r'File "([^"]+)", line (\d+)')
_TRACEBACK: Final = "Traceback (most recent call last)"
_WRITTEN_AT: Final = "%Y-%m-%dT%H:%M:%S%z"
NO_PAGE: Final = "an address that is no page"
# Whoever asks may write any word in place of one of these.
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
REQUESTS: Final = logging.getLogger("stepstool.requests")


class OneLine(Formatter):
    """Writes: moment, level, who says it, what happened, and how the host mends it."""

    def format(self, record: LogRecord) -> str:
        """Write a line."""
        moment = self.formatTime(record, _WRITTEN_AT)
        begun = f"{moment} {record.levelname} {record.name}:"
        return " ".join(filter(None, [begun, _what(record), _arose(self, record)]))


class OneObject(JsonFormatter):
    """Writes the same as a JSON object a line, of these names and no others."""

    def add_fields(
        self, log_data: dict[str, Any], record: LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """Put in what may be said, and nothing else that a record carries."""
        log_data |= {
            "time": self.formatTime(record, _WRITTEN_AT),
            "level": record.levelname,
            "logger": record.name,
            "message": _what(record),
            **_request(record),
        }
        if arose := _arose(self, record):
            log_data["error"] = arose.strip("()")


def logged(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Write a line for each request (STEPSTOOL_LOG_REQUESTS): which page, what came, how long."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        took = round((perf_counter() - begun) * 1000)
        facts = {"request": request, "status_code": response.status_code, "took": took}
        REQUESTS.info("answered", extra=facts)
        return response

    return answer


def page_of(request: HttpRequest) -> str:
    """Name a page as the house calls it: with holes where ids, days and secrets stand."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else NO_PAGE


def method_of(request: HttpRequest) -> str:
    """Name the method, if it is one."""
    return str(request.method) if request.method in METHODS else "another method"


def _arose(formatter: Formatter, record: LogRecord) -> str:
    """Name the exception and where it arose, of the record or of the text of its message."""
    if record.exc_info:
        arose = brief(formatter.formatException(record.exc_info))
        return " ".join(filter(None, [arose, _cure(record.exc_info[1])]))
    message = record.getMessage()
    return brief(message) if _TRACEBACK in message else ""


def _cure(error: BaseException | None) -> str:
    """Say how to mend what is no fault of the code: the disk is full, the database away."""
    sentence = error and sentence_of(error)
    return SECRET.sub(HIDDEN, sentence.replace("\n", " ")) if sentence else ""


def _what(record: LogRecord) -> str:
    """Say what was answered on which page; of what is about none, what it says."""
    request = _request(record)
    if not request:
        first = record.getMessage().partition("\n")[0]
        return SECRET.sub(HIDDEN, first)
    took = f"in {request['ms']} ms" if "ms" in request else ""
    words = [request.get("status", ""), request["method"], request["page"], took]
    return " ".join(str(word) for word in words if word)


def _request(record: LogRecord) -> dict[str, Any]:
    """Give the request that a record is about: its page, method, status and milliseconds."""
    request = getattr(record, "request", None)
    if not isinstance(request, HttpRequest):
        return {}
    wanted = {
        "status": getattr(record, "status_code", None),
        "method": method_of(request),
        "page": page_of(request),
        "ms": getattr(record, "took", None),
    }
    return {name: value for name, value in wanted.items() if value is not None}


def brief(traceback: str) -> str:
    """Shorten a traceback to the sort of its exception and the innermost place of ours.

    The sort is what follows the places; further lines may be of what somebody wrote.
    """
    lines = traceback.rpartition(f"{_TRACEBACK}:")[2].splitlines()
    after = (line for line in lines if line and not line[0].isspace())
    sort = next(after, "").partition(":")[0]
    places: list[tuple[str, str]] = _PLACE.findall(traceback)
    ours = [place for place in places if "/stepstool/" in place[0]] or places
    if not ours:
        return f"({sort})"
    file, line = ours[-1]
    return f"({sort} in {'/'.join(file.split('/')[-3:])}:{line})"
