"""The page for clinicians says what the code does."""

from stepstool.method.ladder import Advised
from tests.method.ladder.ladder_page import ARROWS, PAGE, page


def test_the_page_is_current():
    """Else write it anew: `.venv/bin/python -m tests.method.ladder.ladder_page`."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_move_is_drawn():
    assert set(ARROWS) == set(Advised) - {Advised.NONE}
