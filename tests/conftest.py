"""What all tests share: sentences compiled, how long properties are searched, reports."""

import os
from collections import deque

import pytest
from hypothesis import settings

from stepstool.method.record import Saying
from stepstool.method.words import Language, Voice
from stepstool.sentences.compiling import compile_all

settings.register_profile("quick", derandomize=True, deadline=None)
# Two, as the first that is drawn is always the emptiest.
settings.register_profile("fast", derandomize=True, deadline=None, max_examples=2)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("STEPSTOOL_PROPERTIES", "quick"))

deque(compile_all(), maxlen=0)  # a sentence that was just written is tested as it is


_say = Language.say


def _say_counted(self: Language, saying: Saying, voice: Voice) -> str:
    """Say it, and fail where a sentence of several forms is said without a count."""
    uncounted = "count" not in saying.values
    assert not (uncounted and len(self.forms(saying.key)) > 1), saying.key
    return _say(self, saying, voice)


Language.say = _say_counted  # type: ignore[method-assign]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the reports of long trials, also of those in other processes."""
    for outcome in ("passed", "failed"):
        for test in terminalreporter.getreports(outcome):
            told = dict(test.user_properties)
            if "report" in told:
                terminalreporter.write_line(f"{test.nodeid}\n{told['report']}")
