"""The drawing of the ladder leaves no move out."""

from stepstool.method.ladder import Advised
from tests.method.ladder.ladder_page import ARROWS


def test_every_move_is_drawn():
    assert set(ARROWS) == set(Advised) - {Advised.NONE}
