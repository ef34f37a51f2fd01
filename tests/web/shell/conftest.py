"""What tests of the shell share: how the house is, asked anew in each."""

from collections.abc import Iterator

import pytest

from stepstool.web.shell import health


@pytest.fixture(autouse=True)
def health_is_asked_anew() -> Iterator[None]:
    health.examination.forget()
    yield
    health.examination.forget()
