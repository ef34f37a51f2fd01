"""What is counted for whoever watches a house (STEPSTOOL_METRICS): pages, faults, entries, waiting.

Labels come from closed sets: addresses of pages with their holes, methods, codes, sorts of error.
No family, child or person stands in any. Where this is off, nothing of it is loaded.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from resource import getpagesize
from time import perf_counter
from typing import Any, Final

from django.core.signals import got_request_exception
from django.db import Error
from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from stepstool.web.diary.writing import entries_written
from stepstool.web.shell.logs import NO_PAGE, method_of, page_of

# What WhiteNoise answers before any page is looked for.
A_FILE: Final = "a file"
# In seconds: a page is meant to take some hundredths, and a whole export some seconds.
STEPS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
MEMORY_OF_SELF: Final = Path("/proc/self/statm")

REQUESTS: Final = Counter(
    "stepstool_requests", "Requests answered.", ["page", "method", "status"]
)
SECONDS: Final = Histogram(
    "stepstool_request_seconds", "How long answers took.", ["page"], buckets=STEPS
)
DATABASE_ERRORS: Final = Counter(
    "stepstool_database_errors", "Pages that a database error kept from us.", ["sort"]
)
ENTRIES: Final = Counter(
    "stepstool_entries_written", "Entries written, changed or removed."
)
WAITING: Final = Gauge(
    "stepstool_waiting",
    "Requests that arrive, or are answered or wait for it.",
    ["where"],
    multiprocess_mode="livesum",
)
MEMORY: Final = Gauge(
    "stepstool_memory_bytes",
    "Memory of the processes that answer, as each was after its last answer.",
    multiprocess_mode="livesum",
)


def counted(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Count each request, and time it up to the first byte of its answer."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        page = page_of(request)
        if page == NO_PAGE and response.status_code < 400:
            page = A_FILE
        SECONDS.labels(page).observe(perf_counter() - begun)
        REQUESTS.labels(page, method_of(request), response.status_code).inc()
        note_memory()
        return response

    return answer


@contextmanager
def waiting(where: str) -> Iterator[None]:
    """Count what arrives at the entrance, or what is answered, for as long as it lasts."""
    gauge = WAITING.labels(where)
    gauge.inc()
    try:
        yield
    finally:
        gauge.dec()


def note_memory() -> None:
    """Note what this process holds now; a system without /proc does not say."""
    try:
        pages = int(MEMORY_OF_SELF.read_text().split()[1])
    except OSError:
        return
    MEMORY.set(pages * getpagesize())


def count_entries(count: int, **_: object) -> None:
    """Count what a diary was given."""
    ENTRIES.inc(count)


def count_error(**_: object) -> None:
    """Count what a page failed of, if it was the database."""
    sort = sys.exc_info()[0]
    if sort and issubclass(sort, Error):
        DATABASE_ERRORS.labels(sort.__name__).inc()


class Processes(MultiProcessCollector):
    """What all processes counted since the start, and what those that live hold now."""

    def __init__(self, folder: Path) -> None:
        super().__init__(None, str(folder))  # type: ignore[no-untyped-call]
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        """Add up; a process that ended without a word waits for nobody any more."""
        for file in self._folder.glob("gauge_live*.db"):
            pid = int(file.stem.rpartition("_")[2])
            if not _lives(pid):
                mark_process_dead(pid, str(self._folder))  # type: ignore[no-untyped-call]
        return super().collect()  # type: ignore[no-untyped-call, no-any-return]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Backups(Collector):
    """When the newest backup was made; nothing while there is none."""

    def __init__(self, newest: Callable[[], datetime | None]) -> None:
        self._newest = newest

    def collect(self) -> Iterable[Metric]:
        """Ask as it is now."""
        if at := self._newest():
            yield GaugeMetricFamily(
                "stepstool_newest_backup_timestamp_seconds",
                "When the newest backup was made.",
                at.timestamp(),
            )


def of_the_house(
    counts: Path, newest_backup: Callable[[], datetime | None]
) -> CollectorRegistry:
    """Give all that can be read: from the folder of the counts, and when the newest backup was made."""
    registry = CollectorRegistry()
    registry.register(Processes(counts))
    registry.register(Backups(newest_backup))
    return registry


entries_written.connect(count_entries)
got_request_exception.connect(count_error)
