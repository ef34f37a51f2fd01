"""What is counted for whoever watches a house: pages and faults, and nobody."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, Error, OperationalError
from django.test import Client
from prometheus_client import REGISTRY, generate_latest

from stepstool.web.config import metrics
from stepstool.web.diary import writing
from stepstool.web.families import invitations
from stepstool.web.shell.logs import METHODS, NO_PAGE
from tests.web.cast import Cast
from tests.web.diary.days import a_poop
from tests.web.routes import routes

PRIVATE = "Quentine"
# Every label that there is, and all that may stand in it.
CLOSED = {
    "page": {*(f"/{route.text}" for route in routes()), NO_PAGE, metrics.A_FILE},
    "method": {*METHODS, "another method"},
    "status": {str(code) for code in range(200, 600)},
    "sort": {
        sort.__name__
        for above in (Error, DatabaseError)
        for sort in (above, *above.__subclasses__())
    },
    "where": {"entrance", "answer"},
    "le": {*(str(float(step)) for step in metrics.STEPS), "+Inf"},
}


@pytest.fixture
def counting(settings: Any) -> None:
    """Count, as with STEPSTOOL_METRICS."""
    settings.MIDDLEWARE = [
        "stepstool.web.config.metrics.counted",
        *settings.MIDDLEWARE,
    ]
    for counter in (metrics.REQUESTS, metrics.SECONDS, metrics.DATABASE_ERRORS):
        counter.clear()


def count(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(f"stepstool_{name}", labels) or 0


def test_a_page_is_counted_and_timed_by_its_name(cast: Cast, counting: None) -> None:
    cast.anna.client.get(f"/family/{cast.family.pk}/child/{cast.mia.id}/diary/")
    page = "/family/<int:family_id>/child/<uuid:child_id>/diary/"
    assert count("requests_total", page=page, method="GET", status="200") == 1
    assert count("request_seconds_count", page=page) == 1


def test_entries_are_counted_and_no_more(cast: Cast, counting: None) -> None:
    before = count("entries_written_total")
    writing.write(cast.anna.membership, cast.mia, [a_poop("a"), a_poop("b")])
    writing.write(cast.anna.membership, cast.mia, [a_poop("a")])
    assert count("entries_written_total") - before == 2


@pytest.mark.parametrize(
    ("fault", "counted"), [(OperationalError("busy"), 1), (KeyError("a"), 0)]
)
def test_a_page_that_the_database_failed_is_counted(
    db: None,
    counting: None,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    counted: int,
) -> None:
    def find(token: str) -> None:
        raise fault

    monkeypatch.setattr(invitations, "find", find)
    Client(raise_request_exception=False).get("/invitation/never/")
    assert count("database_errors_total", sort="OperationalError") == counted


def test_who_waits_is_counted_while_it_lasts() -> None:
    with metrics.waiting("entrance"):
        assert count("waiting", where="entrance") == 1
    assert count("waiting", where="entrance") == 0


def test_labels_come_from_closed_sets_whatever_is_asked(
    cast: Cast, counting: None
) -> None:
    one = Client(raise_request_exception=False)
    for address in (f"/{PRIVATE}/", f"/invitation/{PRIVATE}/", f"/?a={PRIVATE}"):
        one.get(address, headers={"user-agent": PRIVATE, "referer": PRIVATE})
    one.generic(PRIVATE.upper(), "/")
    one.post("/account/sign-in/", {"login": PRIVATE, "password": PRIVATE})
    cast.anna.client.get(f"/family/{cast.family.pk}/child/{cast.mia.id}/")
    strange = [
        (sample.name, label, value)
        for metric in REGISTRY.collect()
        if metric.name.startswith("stepstool_")
        for sample in metric.samples
        for label, value in sample.labels.items()
        if value not in CLOSED[label]
    ]
    assert strange == []
    assert PRIVATE.lower() not in generate_latest().decode().lower()


def test_the_newest_backup_is_told_by_its_moment() -> None:
    moment = datetime(2026, 3, 4, 3, 30, tzinfo=UTC)
    (metric,) = metrics.Backups(lambda: moment).collect()
    assert metric.samples[0].value == moment.timestamp()
    assert list(metrics.Backups(lambda: None).collect()) == []


def test_processes_are_added_up_and_those_that_ended_wait_no_more(
    tmp_path: Path,
) -> None:
    code = (
        "import django; django.setup(); from stepstool.web.config import metrics as m; "
        "m.ENTRIES.inc(); m.WAITING.labels('answer').inc(); m.note_memory()"
    )
    environment = os.environ | {
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "stepstool.web.config.settings",
    }
    for _ in range(2):
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    said = generate_latest(metrics.of_the_house(tmp_path, lambda: None))
    assert b"stepstool_entries_written_total 2.0" in said
    assert b"stepstool_waiting" not in said


def test_without_the_setting_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys, django; django.setup(); from stepstool.web.config import asgi; "
        "print('prometheus_client' in sys.modules)"
    )
    kept = {key: value for key, value in os.environ.items() if "STEPSTOOL" not in key}
    here = {
        "STEPSTOOL_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "stepstool.web.config.settings",
    }
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=kept | here,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "False\n"
