import pytest

from stepstool.web.shell.digits import MANY, number_of


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("12", 12), ("000007", 7)])
def test_digits_are_a_number(typed: str, number: int) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize(
    "typed", ["", "-1", "1.5", " 1", "\u00b2", "\u0661", "1234567", "9" * 5000, "1e3"]
)
def test_nothing_else_is_one(typed: str) -> None:
    assert number_of(typed) is None


def test_a_length_in_bytes_may_have_more() -> None:
    assert number_of("1234567", MANY) == 1234567
