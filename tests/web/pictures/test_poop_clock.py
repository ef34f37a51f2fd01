"""The poop clock: noon on top, a dot for each, all within the sheet."""

import re

from stepstool.web.pictures import poop_clock

NOON, SIX_IN_THE_EVENING = 48, 84
DOT = re.compile(r'<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"')


def places(*came: int) -> list[tuple[float, float]]:
    drawn = DOT.findall(poop_clock(came, (), title="A clock"))
    return [(float(x), float(y)) for x, y in drawn]


def test_noon_is_on_top_and_the_evening_on_the_right() -> None:
    (noon,), (evening,) = places(NOON), places(SIX_IN_THE_EVENING)
    assert noon[1] < 80
    assert 115 < noon[0] < 125
    assert evening[0] > 160
    assert 115 < evening[1] < 125


def test_those_of_one_half_hour_lie_beside_each_other() -> None:
    assert len(set(places(NOON, NOON, NOON + 1))) == 3


def test_a_dozen_at_the_same_time_are_all_seen() -> None:
    assert len(set(places(*[NOON] * 12))) == 12


def test_however_many_they_stay_on_the_clock() -> None:
    assert all(20 < x < 220 and 20 < y < 220 for x, y in places(*[NOON] * 40))


def test_without_a_rhythm_there_is_no_shape() -> None:
    assert 'class="rhythm"' not in poop_clock((), (), title="A clock")
    assert 'class="rhythm"' not in poop_clock((), [0.0] * 144, title="A clock")


def test_it_has_a_name_for_who_listens() -> None:
    page = poop_clock((), (), title="One & two")
    assert 'role="img"' in page
    assert "<title>One &amp; two</title>" in page
