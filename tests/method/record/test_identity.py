"""The same parts make the same id, on every device and for all time."""

from stepstool import method


def test_an_id_is_computed_the_same_way_for_ever() -> None:
    known = "37d6e7aa-878f-58bf-af1a-af3c546226a1"
    assert method.computed_id("child", "huckleberry", 1) == known


def test_parts_do_not_run_into_each_other() -> None:
    assert method.computed_id("ab", "c") != method.computed_id("a", "bc")


def test_half_a_character_does_not_stop_it() -> None:
    assert method.computed_id("\ud800") != method.computed_id("\ud801")
