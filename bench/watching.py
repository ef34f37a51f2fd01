"""What watching costs each request: counts for Prometheus, and a line of the log.

    python bench/watching.py

Figures are microseconds of CPU, the best of five rounds, beside an answer that costs nothing.
"""

import io
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from needs import need

need("stepstool", "django")

from served import set_up_django

ROUNDS, TIMES = 5, 3000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        set_up_django()
        for what, cost in measured():
            print(f"{what:<20} {cost:5.1f} µs")


def measured() -> list[tuple[str, float]]:
    """Give what each way of watching adds to a request."""
    from django.http import HttpResponse
    from django.test import RequestFactory

    from stepstool.web.config import metrics
    from stepstool.web.shell import logs

    request, answer = RequestFactory().get("/"), HttpResponse("")
    request.resolver_match = SimpleNamespace(route="family/<int:family_id>/")
    nothing = microseconds(lambda: answer)

    def counted() -> Any:
        return metrics.counted(lambda _: answer)(request)

    def waited() -> None:
        with metrics.waiting("answer"):
            pass

    def logged() -> Any:
        return logs.logged(lambda _: answer)(request)

    costs = [("counts", microseconds(counted)), ("a gauge", microseconds(waited))]
    handler = logging.StreamHandler(io.StringIO())
    logs.REQUESTS.setLevel(logging.INFO)
    logs.REQUESTS.propagate = False
    logs.REQUESTS.addHandler(handler)
    for form in (logs.OneLine(), logs.OneObject()):
        handler.setFormatter(form)
        costs.append((type(form).__name__, microseconds(logged)))
    return [(what, cost - nothing) for what, cost in costs]


def microseconds(deed: Callable[[], Any]) -> float:
    """Give what one time costs."""

    def once() -> float:
        begun = time.process_time()
        for _ in range(TIMES):
            deed()
        return (time.process_time() - begun) / TIMES * 1e6

    return min(once() for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
