"""What `stepstool doctor` looks at inside the house: version, clock, proxy and https, backups."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.db.models import Max

import stepstool
from stepstool.cli.checkup import CheckupRow, moment
from stepstool.cli.house import addresses, checkup_backups
from stepstool.web.backups import tables
from stepstool.web.config import environment, hosts
from stepstool.web.diary.models import StoredEntry
from stepstool.web.families.models import Family
from stepstool.web.families.one_family import within
from stepstool.web.shell import checks

UNEVEN: Final = timedelta(
    minutes=5
)  # clocks of a phone and a house may differ by so much
DAY: Final = timedelta(days=1)
LONG_AGO: Final = timedelta(days=400)
SET_THE_CLOCK: Final = "Set the clock: timedatectl set-ntp true."


def rows() -> Iterator[CheckupRow]:
    """Look at all of it."""
    yield version()
    yield clock_now()
    yield proxy_and_https(proxy_settings())
    yield checkup_backups.row(datetime.now(UTC))


def version() -> CheckupRow:
    """Look whether this Stepstool and the database know each other."""
    about = "version"
    if newer := tables.newer_than_this(tables.migrated()):
        words = (
            f"The database is from a newer Stepstool (it has {newer}). Update this one."
        )
        return CheckupRow(about, False, words)
    if tables.is_behind():
        words = "The database waits for an update. Start once (./run), which backs up first."
        return CheckupRow(about, False, words)
    for warning in checks.sqlite_is_sound():
        return CheckupRow(about, False, f"{warning.msg} {warning.hint}")
    return CheckupRow(about, True, "The database is of this version.")


def clock_now() -> CheckupRow:
    """Look whether the clock can be right now."""
    return clock(datetime.now(UTC), newest_entry(), installed())


def newest_entry() -> datetime | None:
    """Give when something was last written, family by family."""
    families = Family.objects.values_list("pk", flat=True)
    return max(filter(None, map(_newest_of, families)), default=None)


def _newest_of(family: int) -> datetime | None:
    with within(family):
        of_family = StoredEntry.objects.filter(family=family)
        newest: datetime | None = of_family.aggregate(at=Max("received_at"))["at"]
        return newest


def installed() -> datetime:
    """Give when this Stepstool came onto the machine, as its files have it."""
    return datetime.fromtimestamp(Path(stepstool.__file__).stat().st_mtime, UTC)


def clock(now: datetime, newest: datetime | None, since: datetime) -> CheckupRow:
    """Look whether the clock can be right, by what was written and installed; no network is asked."""
    says, last = f"The clock says {moment(now)}", max(newest or since, since)
    if newest and now < newest - UNEVEN:
        words = (
            f"{says}, and something was written at {moment(newest)}, which is later."
            f" {SET_THE_CLOCK} If it is right now, it was ahead then: look through the"
            " diary of that day."
        )
    elif now < since - DAY:
        words = f"{says}, before this Stepstool was installed ({moment(since)}). {SET_THE_CLOCK}"
    elif now > last + LONG_AGO:
        words = (
            f"{says}, and nothing was written since {moment(last)}. Is the year right?"
            f" {SET_THE_CLOCK}"
        )
    else:
        return CheckupRow("clock", True, f"{says}.")
    return CheckupRow("clock", False, words)


class ProxySettings(NamedTuple):
    """How others reach the house, as it is set; what a proxy really sends, only it knows.

    names: what STEPSTOOL_ALLOWED_HOSTS names.
    """

    https: bool
    proxies: int
    names: tuple[str, ...]
    only_here: bool
    signs_in: bool


# Each that contradicts itself, and what to do; the first that is so is said.
CONTRADICTIONS: Final[tuple[tuple[Callable[[ProxySettings], bool], str], ...]] = (
    (
        lambda how: "*" in how.names,
        (
            "STEPSTOOL_ALLOWED_HOSTS=* answers to any name, also to one by which somebody leads"
            " families astray. Write the names of this house."
        ),
    ),
    (
        lambda how: how.https and not how.proxies,
        (
            "STEPSTOOL_HTTPS=1 says that a proxy speaks https, and STEPSTOOL_PROXIES=0 that there"
            " is none: wrong passwords would be counted for all together. Set"
            " STEPSTOOL_PROXIES=1."
        ),
    ),
    (
        lambda how: how.https and not how.names,
        (
            "STEPSTOOL_HTTPS=1 is set, and no name by which others call the house: they would be"
            " refused. Set STEPSTOOL_ALLOWED_HOSTS=diary.example.org, with your name."
        ),
    ),
    (
        lambda how: how.proxies > 0 and not how.https,
        (
            "STEPSTOOL_PROXIES is set, and STEPSTOOL_HTTPS is not: links and cookies would be for"
            " plain http. Set STEPSTOOL_HTTPS=1; a proxy without https is not worth its trouble."
        ),
    ),
    (
        lambda how: how.signs_in and not how.proxies,
        (
            "STEPSTOOL_USER_HEADER says that a proxy signs people in, and STEPSTOOL_PROXIES=0"
            " that there is none. Set STEPSTOOL_PROXIES=1."
        ),
    ),
    (
        lambda how: bool(how.names) and how.only_here and not how.proxies,
        (
            "STEPSTOOL_ALLOWED_HOSTS names the house, and only this machine reaches it. Set"
            " HOST=0.0.0.0 for your network, or STEPSTOOL_PROXIES=1 for a proxy of this machine."
        ),
    ),
)


def proxy_settings() -> ProxySettings:
    """Give how it is set here."""
    return ProxySettings(
        settings.HTTPS,
        settings.ALLAUTH_TRUSTED_PROXY_COUNT,
        tuple(environment.names("STEPSTOOL_ALLOWED_HOSTS")),
        addresses.is_only_here(os.environ.get("HOST") or hosts.LOOPBACK[0]),
        bool(settings.STEPSTOOL_USER_HEADER),
    )


def proxy_and_https(how: ProxySettings) -> CheckupRow:
    """Look whether these settings fit together."""
    about = "proxy and https"
    for contradicts, words in CONTRADICTIONS:
        if contradicts(how):
            return CheckupRow(about, False, words)
    kind = "https by a proxy" if how.https else "plain http, for a network you trust"
    return CheckupRow(about, True, f"Their settings fit together: {kind}.")
