"""What the diary refuses beside what the method itself checks."""

from stepstool import method
from stepstool.web.diary.kinds import may
from stepstool.web.diary.ledger import Ledger
from stepstool.web.diary.models import StoredEntry
from stepstool.web.diary.refusals import Refusal, RefusalReason, RefusedError
from stepstool.web.diary.rows import entry_of, kind_of
from stepstool.web.families.roles import May

# A counter this far above the stored one is a broken device, not a busy one.
FAR = 1000
LONGEST_KIND = LONGEST_DEVICE = 40
LONGEST_ID = 100


def refuse(refusals: list[Refusal]) -> None:
    """Write nothing if anything is refused."""
    if refusals:
        raise RefusedError(refusals)


def refusals(
    ledger: Ledger, entries: list[method.Entry], *, must_be_there: bool = False
) -> list[Refusal]:
    """Give which of these are refused, and why."""
    judged = ((entry.id, _why_not(ledger, entry, must_be_there)) for entry in entries)
    return [Refusal(entry_id, why) for entry_id, why in judged if why]


def _why_not(
    ledger: Ledger, entry: method.Entry, must_be_there: bool
) -> RefusalReason | None:
    row = ledger.stored(entry.id)
    if not is_sound(entry):
        return RefusalReason.UNSOUND
    if row and row.child_id != ledger.child.id:
        return RefusalReason.OTHER_CHILD
    if row and row.kind != kind_of(entry):
        return RefusalReason.OTHER_KIND
    if entry.version.counter > FAR + (row.counter if row else 0):
        return RefusalReason.FAR_AHEAD
    changes = must_be_there or (row is not None and _would_change(row, entry))
    allowed = _may_touch(ledger, row) if changes else _may_add(ledger, entry)
    return None if allowed else RefusalReason.NOT_ALLOWED


def _would_change(row: StoredEntry, entry: method.Entry) -> bool:
    """Whether it would become the current version; sending what is there is no change."""
    return row.removed or method.is_newer(entry, entry_of(row))


def not_allowed(ledger: Ledger, entry_ids: list[str]) -> list[Refusal]:
    """Give which of these the member may not change."""
    return [
        Refusal(entry_id, RefusalReason.NOT_ALLOWED)
        for entry_id in entry_ids
        if not _may_touch(ledger, ledger.stored(entry_id))
    ]


def _may_add(ledger: Ledger, entry: method.Entry) -> bool:
    return May.WRITE in may(ledger.membership.role, kind_of(entry))


def _may_touch(ledger: Ledger, row: StoredEntry | None) -> bool:
    if row is None or row.child_id != ledger.child.id:
        return False
    own = row.begun_by == ledger.membership.pk
    needed = May.CHANGE_OWN if own else May.CHANGE_OTHERS
    return needed in may(ledger.membership.role, row.kind)


def is_sound(entry: method.Entry) -> bool:
    """Whether its id, its kind and its device can be stored."""
    texts = {
        entry.id: LONGEST_ID,
        kind_of(entry): LONGEST_KIND,
        entry.version.device or "-": LONGEST_DEVICE,
    }
    return all(
        0 < len(text) <= most and method.is_plain_text(text)
        for text, most in texts.items()
    )
