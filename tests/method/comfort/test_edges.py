"""Numbers of comfort, each tried at its edge by two diaries or two moments a minute apart."""

from dataclasses import dataclass

import pytest

from stepstool.method.comfort import assess
from stepstool.method.evidence import NUMBERS
from stepstool.method.record import Child, Record, month
from tests.stories.days import entries, moment

LONDON = "Europe/London"
Told = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Edge:
    """What is seen on one side of a number, and not on the other: a diary and a moment."""

    number: str
    sees: str
    yes: Told
    no: Told


def every(hours: int, times: int) -> str:
    """Soft poops so many hours apart, and all days between said to be without."""
    came = [divmod(8 + hours * n, 24) for n in range(times)]
    lines = [f"{day + 1} {hour:02}:00 soft painless" for day, hour in came]
    without = set(range(1, came[-1][0] + 2)) - {day + 1 for day, _ in came}
    return "\n".join(lines + [f"{day} 23:00 none" for day in sorted(without)])


RARELY = every(72, 11)
ILL = "1-2 08:00 soft painless\n3 08:00 ill vomiting"
HOLDS = "1-9 08:00 soft painless\n2 12:00 holding\n5 12:00 holding\n9 11:00 holding"
ACHES = "1-9 08:00 soft painless\n2 12:00 ache\n5 12:00 ache\n9 11:00 ache"
TREATED = "1 12:00 told treated_before yes\n360 08:00 pellets\n366 {clock} pellets"
STUCK = """1-4 08:00 soft painless
5 08:00 soft hurt
6-8 17:00 holding
8 08:00 soft hurt
9-25 08:00 poop"""
BIG = "1-3 08:00 soft big painless"
BIG_LONG_AGO = f"{BIG}\n28 08:00 pellets painless"
LONG_ILL = "1 08:00 ill vomiting\n2-18 08:00 runny"
EDGES = (
    Edge(
        number="few_gap",
        sees="F1",
        yes=("1-3 08:00 soft painless\n4-5 20:00 none", "6 08:00"),
        no=("1-3 08:00 soft painless\n4-5 20:00 none", "6 07:59"),
    ),
    Edge(
        number="few_poops",
        sees="F1",
        yes=(every(72, 4), "10 07:59"),
        no=(every(72, 4) + "\n9 20:00 soft painless", "10 07:59"),
    ),
    Edge(
        number="own_gap_gaps",
        sees="always_so",
        yes=(every(72, 11), "31 12:00"),
        no=(every(72, 10), "28 12:00"),
    ),
    # Clocks went forward in between: eight weeks end an hour later.
    Edge(
        number="own_gap_window",
        sees="always_so",
        yes=(RARELY, "60 08:59"),
        no=(RARELY, "60 09:01"),
    ),
    Edge(
        number="slow",
        sees="always_so",
        yes=(every(49, 11), "21 20:00"),
        no=(every(48, 11), "21 20:00"),
    ),
    Edge(
        number="own_gap_grace",
        sees="F1",
        yes=(f"{RARELY}\n31 12:00 told always_so yes\n32-34 20:00 none", "35 08:00"),
        no=(f"{RARELY}\n31 12:00 told always_so yes\n32-34 20:00 none", "35 07:59"),
    ),
    Edge(number="ill_after", sees="ill", yes=(ILL, "5 07:59"), no=(ILL, "5 08:01")),
    Edge(
        number="ill_longest",
        sees="ill",
        yes=(LONG_ILL, "17 07:59"),
        no=(LONG_ILL, "17 08:01"),
    ),
    Edge(
        number="hard_share",
        sees="F2",
        yes=("1-6 08:00 soft painless\n7-8 08:00 hard painless", "8 12:00"),
        no=("1-7 08:00 soft painless\n8-9 08:00 hard painless", "9 12:00"),
    ),
    Edge(
        number="holding_window",
        sees="F4",
        yes=(HOLDS, "9 11:59"),
        no=(HOLDS, "9 12:01"),
    ),
    Edge(
        number="big_share",
        sees="F5",
        yes=(f"{BIG}\n4-7 08:00 soft\n8-9 08:00 pellets", "9 12:00"),
        no=(f"{BIG}\n4-8 08:00 soft\n9-10 08:00 pellets", "10 12:00"),
    ),
    Edge(
        number="big_poops",
        sees="F5",
        yes=(f"{BIG}\n4-5 08:00 pellets", "5 12:00"),
        no=("1-2 08:00 soft big\n3 08:00 soft\n4-5 08:00 pellets", "5 12:00"),
    ),
    Edge(
        number="big_window",
        sees="F5",
        yes=(f"{BIG_LONG_AGO}\n29 08:30 pellets", "29 08:45"),
        no=(f"{BIG_LONG_AGO}\n29 09:30 pellets", "29 09:45"),
    ),
    Edge(
        number="ache_window",
        sees="W10",
        yes=(ACHES, "9 11:59"),
        no=(ACHES, "9 12:01"),
    ),
    Edge(
        number="history",
        sees="F9",
        yes=(TREATED.format(clock="11:30"), "366 11:45"),
        no=(TREATED.format(clock="12:30"), "366 12:45"),
    ),
    Edge(
        number="last_soft",
        sees="C1",
        yes=(f"{STUCK}\n24-25 12:00 soft painless", "25 18:00"),
        no=(f"{STUCK}\n23-25 12:00 soft painless", "25 18:00"),
    ),
    Edge(
        number="good_days",
        sees="C1",
        yes=(f"{STUCK}\n20-25 12:00 soft painless", "23 03:59"),
        no=(f"{STUCK}\n20-25 12:00 soft painless", "23 04:01"),
    ),
)
each_edge = pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.number)


def seen(told: Told) -> set[str]:
    """Give every rule, sign and question of a diary at a moment."""
    diary, at = told
    child = Child(born=month("2022-09"), name="Mia", id="mia")
    record = Record(child, entries(diary, LONDON), moment(at, LONDON))
    comfort = assess(record)
    because = (*comfort.because, *comfort.notes, *comfort.tell)
    return {
        *(str(each.rule) for each in because),
        *(str(each.key) for each in comfort.alerts),
        *(str(each.asks) for each in comfort.questions),
    }


@each_edge
def test_on_this_side_it_is_seen(edge: Edge) -> None:
    assert edge.sees in seen(edge.yes)


@each_edge
def test_on_that_side_it_is_not(edge: Edge) -> None:
    assert edge.sees not in seen(edge.no)


def test_each_is_a_number_of_comfort() -> None:
    assert [e.number for e in EDGES if f"comfort.{e.number}" not in NUMBERS] == []
