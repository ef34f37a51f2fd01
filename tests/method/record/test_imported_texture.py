"""Another app's word for the texture counts, as far as it goes, and never becomes a type."""

from datetime import UTC, datetime

import pytest

from stepstool.method.record import UNKNOWN, Child, Record
from stepstool.method.record.bout import Texture
from stepstool.method.record.kinds.poop import Brussels, Poop

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def texture(**answers: object) -> Texture | None:
    poop = Poop(id="poop", at=NOON, **answers)
    return Record(Child(), [poop], NOON).bouts[0].texture


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1, 1, Texture.HARD),
        (1, 2, Texture.HARD),
        (3, 4, Texture.SOFT),
        (5, 6, Texture.SOFT),
        (6, 7, Texture.LOOSE),
        (7, 7, Texture.RUNNY),
    ],
)
def test_the_firmer_end_of_an_imported_word_counts(low, high, expected):
    assert texture(bristol_low=low, bristol_high=high) is expected


def test_a_tapped_picture_goes_before_the_other_apps_word():
    assert texture(bristol_low=1, bristol_high=2, bristol=4) is Texture.SOFT


def test_a_tapped_diaper_picture_goes_before_the_other_apps_word():
    tapped = texture(bristol_low=1, bristol_high=2, brussels=Brussels.FORMED)

    assert tapped is Texture.SOFT


def test_without_picture_and_word_nothing_is_known():
    assert texture(bristol=UNKNOWN) is None
