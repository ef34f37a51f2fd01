"""Which process tries which properties: what many look at is prepared in one of them.

Those that take long come first, so that no process waits for another at the end.
"""

from typing import Any

import pytest

# Files whose tests look at the same made-up lives; all other tests go to whoever is free.
PREPARED_ONCE = {
    f"tests/properties/test_{name}.py"
    for name in ("breakers", "coach", "comfort_trial", "listening", "readings")
}


def place(nodeid: str) -> str:
    """Give what is tried in one process: a file, or a test alone."""
    file = nodeid.partition("::")[0]
    return file if file in PREPARED_ONCE else nodeid


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what tries many made-up diaries."""
    items.sort(key=lambda item: item.get_closest_marker("generated") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share by `place` where xdist would share by scope."""
    if config.getvalue("dist") != "loadscope":
        return None
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - only where it is used

    scheduling = LoadScopeScheduling(config, log)
    scheduling._split_scope = place
    return scheduling
