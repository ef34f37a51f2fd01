"""Two writers at the same moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from stepstool.web.diary import ledger, reading, rows, writing
from stepstool.web.diary.models import StoredEntry, Superseded
from stepstool.web.diary.numbering import new_epochs
from tests.web.cast import Cast
from tests.web.diary.days import a_poop, version
from tests.web.guard import across_families

WRITERS = 4


def all_at_once(deed) -> list[object]:
    start = Barrier(WRITERS)

    def run(number: int) -> object:
        try:
            start.wait()
            return deed(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(run, range(WRITERS)))


def test_the_same_entry_sent_at_once_is_written_once(committed_cast: Cast) -> None:
    anna, mia = committed_cast.anna.membership, committed_cast.mia
    results = all_at_once(lambda _: writing.write(anna, mia, [a_poop()]))
    assert sum(len(each.entries) for each in results) == 1
    assert reading.state_of(mia.family_id)[1] == 1


def test_versions_written_at_once_leave_the_highest_and_all_the_others(
    committed_cast: Cast,
) -> None:
    anna, mia = committed_cast.anna.membership, committed_cast.mia
    all_at_once(
        lambda number: writing.write(anna, mia, [a_poop(version=version(number + 1))])
    )
    stored = StoredEntry.objects.get(family_id=mia.family_id)
    assert stored.counter == WRITERS
    kept = Superseded.objects.filter(family_id=mia.family_id)
    assert kept.count() == WRITERS - 1


def test_running_numbers_are_given_once_each(committed_cast: Cast) -> None:
    anna, mia = committed_cast.anna.membership, committed_cast.mia
    all_at_once(lambda number: writing.write(anna, mia, [a_poop(str(number))]))
    rows = StoredEntry.objects.filter(family_id=mia.family_id)
    assert sorted(rows.values_list("seq", flat=True)) == [1, 2, 3, 4]


def test_what_was_decided_while_another_wrote_is_decided_anew(cast: Cast) -> None:
    anna, mia = cast.anna.membership, cast.mia
    writing.write(anna, mia, [a_poop("before")])
    met: list[bool] = []

    def decide(own: ledger.Ledger) -> None:
        own.look_up(["meanwhile"])
        met.append(own.stored("meanwhile") is not None)
        if len(met) == 1:
            writing.write(anna, mia, [a_poop("meanwhile")])
        own.add("own", "poop", rows.columns_of(a_poop("own")) | {"whole": False})

    ledger.entered(anna, mia, decide)
    stored = StoredEntry.objects.filter(family_id=mia.family_id).order_by("seq")
    assert met == [False, True]
    assert list(stored.values_list("id", "seq")) == [
        ("before", 1),
        ("meanwhile", 2),
        ("own", 3),
    ]
    assert reading.state_of(mia.family_id)[1] == 3


def test_a_restored_backup_begins_new_epochs(cast: Cast) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop()])
    before, number = reading.state_of(cast.mia.family_id)
    with across_families():
        new_epochs()
    after, same = reading.state_of(cast.mia.family_id)
    assert after != before
    assert same == number
