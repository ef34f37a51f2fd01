"""What must hold for every merging of diaries: it is a union, in whatever order."""

from collections.abc import Sequence

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from stepstool import method
from stepstool.web.diary import reading, writing
from tests.web.cast import Cast
from tests.web.diary.days import EVENING, Poop, version

versions = some.builds(
    lambda entry_id, counter, device, removed: Poop(
        id=entry_id,
        at=EVENING,
        version=version(counter, device),
        removed=removed,
        note=f"{entry_id} {counter} {device} {removed}",
    ),
    some.sampled_from(["one", "two"]),
    some.integers(1, 4),
    some.sampled_from(["a", "b"]),
    some.booleans(),
)


def unique(entry: method.Entry) -> tuple[object, ...]:
    """One device writes one version once."""
    return (entry.id, entry.version)


written = some.lists(versions, min_size=1, max_size=6, unique_by=unique)
quick = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def diary_after(cast: Cast, deliveries: Sequence[Sequence[method.Entry]]):
    """Write these into an empty diary, look at all of it, and forget it."""
    with transaction.atomic():
        for entries in deliveries:
            writing.write(cast.anna.membership, cast.mia, entries)
        found = {
            each.id: [
                str(version.note)
                for version in reading.history(cast.anna.membership, cast.mia, each.id)
            ]
            for each in reading.everything(cast.mia)
        }
        transaction.set_rollback(True)
    return {key: (notes[0], set(notes[1:])) for key, notes in found.items()}


@quick
@given(written, some.randoms())
def test_the_order_of_coming_does_not_matter(cast: Cast, entries, random) -> None:
    shuffled = random.sample(entries, len(entries))
    one_by_one = [[entry] for entry in shuffled]
    assert diary_after(cast, [entries]) == diary_after(cast, one_by_one)


@quick
@given(written)
def test_coming_twice_changes_nothing(cast: Cast, entries) -> None:
    assert diary_after(cast, [entries]) == diary_after(cast, [entries, entries])


@quick
@given(written)
def test_the_current_version_is_the_one_the_method_says(cast: Cast, entries) -> None:
    current = {each.id: each.note for each in method.newest(entries)}
    found = {key: notes[0] for key, notes in diary_after(cast, [entries]).items()}
    assert found == current


@quick
@given(written)
def test_no_version_is_ever_lost(cast: Cast, entries) -> None:
    found = diary_after(cast, [[entry] for entry in entries])
    kept = {note for current, others in found.values() for note in {current, *others}}
    assert kept == {entry.note for entry in entries}
