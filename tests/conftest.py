"""What all tests share: how long properties are searched, and where trials report."""

import os

import pytest
from hypothesis import settings

settings.register_profile("quick", derandomize=True, deadline=None)
# Two, as the first that is drawn is always the emptiest.
settings.register_profile("fast", derandomize=True, deadline=None, max_examples=2)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("STEPSTOOL_PROPERTIES", "quick"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the reports of long trials, also of those in other processes."""
    for outcome in ("passed", "failed"):
        for test in terminalreporter.getreports(outcome):
            told = dict(test.user_properties)
            if "report" in told:
                terminalreporter.write_line(f"{test.nodeid}\n{told['report']}")
