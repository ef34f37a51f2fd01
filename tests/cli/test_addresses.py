"""What is printed is what one types, and what the house then answers to."""

import io
from typing import Any

import pytest

from stepstool.cli.house import addresses
from stepstool.web.config import hosts

HERE = "Stepstool is at http://localhost:8765 (Ctrl+C ends it)."
LAN = "On a phone in the same network: http://192.168.1.20:8765"
ADDRESS = "http://192.168.1.20:8765"


class Screen(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the addresses of this machine, which a test may take away."""
    addresses_ = ["192.168.1.20"]
    monkeypatch.setattr(hosts, "own_address", lambda: addresses_)
    return addresses_


def opened(settings: Any, host: str, named: list[str]) -> list[str]:
    """Give the greeting of a house that was set up so."""
    settings.ALLOWED_HOSTS = hosts.allowed_hosts(named, host)
    settings.HOST_ELSEWHERE = hosts.elsewhere(named, host)
    return list(addresses.greeting(host, 8765))


@pytest.mark.parametrize(
    ("host", "lines"),
    [
        ("127.0.0.1", [HERE, addresses.ONLY_HERE]),
        ("localhost", [HERE, addresses.ONLY_HERE]),
        ("0.0.0.0", [HERE, LAN]),
        ("192.168.1.20", [LAN]),
        ("stool.local", ["On a phone in the same network: http://stool.local:8765"]),
        ("fd00::20", ["On a phone in the same network: http://[fd00::20]:8765"]),
    ],
)
def test_the_greeting(
    settings: Any, own: list[str], host: str, lines: list[str]
) -> None:
    assert opened(settings, host, []) == lines


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.20", "stool.local"])
def test_the_house_answers_to_the_address_that_it_prints(
    settings: Any, own: list[str], host: str
) -> None:
    opened(settings, host, [])
    address = addresses.on_a_phone(host, 8765)
    assert address.split("/")[2].rpartition(":")[0] in settings.ALLOWED_HOSTS


def test_a_name_that_was_set_is_the_one_to_call(settings: Any, own: list[str]) -> None:
    """By its number the house would not answer."""
    named = ["potty.example"]
    answers = "It answers others who call it potty.example."
    assert opened(settings, "0.0.0.0", named) == [HERE, answers]
    assert addresses.on_a_phone("0.0.0.0", 8765) == ""


def test_behind_a_proxy_nobody_is_told_to_open_the_house(
    settings: Any, own: list[str]
) -> None:
    assert opened(settings, "127.0.0.1", ["potty.example"]) == [HERE]


def test_without_a_network_no_phone_is_promised(settings: Any, own: list[str]) -> None:
    own.clear()
    settings.ALLOWED_HOSTS = list(hosts.LOOPBACK)
    settings.HOST_ELSEWHERE = hosts.elsewhere([], "0.0.0.0")
    said = list(addresses.greeting("0.0.0.0", 8765))
    assert said == [HERE, addresses.NO_NETWORK]


def test_a_camera_is_shown_the_address_on_a_screen_only() -> None:
    screen, file = Screen(), io.StringIO()
    addresses.show_code(ADDRESS, screen)
    addresses.show_code(ADDRESS, file)
    assert len(screen.getvalue().splitlines()) > 10
    assert file.getvalue() == ""


def test_where_no_phone_can_go_nothing_is_drawn() -> None:
    screen = Screen()
    addresses.show_code("", screen)
    assert screen.getvalue() == ""
