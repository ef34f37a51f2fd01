"""Ids of new entries."""

import uuid

from stepstool.web.diary.keys import new_id


def test_ids_are_of_version_seven() -> None:
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_are_made_in_order_of_time(monkeypatch) -> None:
    times = iter([10**18, 10**18 + 10**6])
    monkeypatch.setattr("time.time_ns", lambda: next(times))
    assert new_id() < new_id()


def test_no_id_is_made_twice() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
