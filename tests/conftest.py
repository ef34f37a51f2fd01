"""What all tests share: sentences compiled, how long properties are searched, reports."""

import os
from collections import deque

import pytest
from hypothesis import settings

from stepstool.sentences.compiling import compile_all

settings.register_profile("quick", derandomize=True, deadline=None)
# Two, as the first that is drawn is always the emptiest.
settings.register_profile("fast", derandomize=True, deadline=None, max_examples=2)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("STEPSTOOL_PROPERTIES", "quick"))

deque(compile_all(), maxlen=0)  # a sentence that was just written is tested as it is


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the reports of long trials, also of those in other processes."""
    for outcome in ("passed", "failed"):
        for test in terminalreporter.getreports(outcome):
            told = dict(test.user_properties)
            if "report" in told:
                terminalreporter.write_line(f"{test.nodeid}\n{told['report']}")
