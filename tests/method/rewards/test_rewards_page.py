"""The page for clinicians says what the code does."""

from tests.method.rewards.rewards_page import PAGE, page


def test_the_page_is_current():
    """Else write it anew: `.venv/bin/python -m tests.method.rewards.rewards_page`."""
    assert PAGE.read_text(encoding="utf-8") == page()
