"""What is printed is what one types."""

import pytest

from stepstool.cli.house import addresses
from stepstool.web.config import hosts

HERE = "Stepstool is at http://localhost:8765 (Ctrl+C ends it)."
LAN = "On other devices of this network, type http://192.168.1.20:8765"


@pytest.fixture(autouse=True)
def in_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "own_address", lambda: ["192.168.1.20"])


@pytest.mark.parametrize(
    ("host", "lines"),
    [
        ("127.0.0.1", [HERE]),
        ("localhost", [HERE]),
        ("0.0.0.0", [HERE, LAN]),
        ("192.168.1.20", [LAN]),
        (
            "stool.local",
            ["On other devices of this network, type http://stool.local:8765"],
        ),
    ],
)
def test_the_greeting(host: str, lines: list[str]) -> None:
    assert list(addresses.greeting(host, 8765)) == lines
