"""Single diaries out of the house and into it, as whoever runs it does."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from stepstool import method
from stepstool.cli.house import people
from stepstool.web.diary import whole
from stepstool.web.families import accounts, audit
from stepstool.web.families.models import Child, Family, User
from stepstool.web.families.names import sign_in_name
from stepstool.web.families.one_family import within

OWNER_ONLY, OWNER_ONLY_FOLDER = 0o600, 0o700


class DiaryError(Exception):
    """Nothing was done; the sentence says why."""


def export(folder: Path, family_id: int | None) -> Iterator[Path]:
    """Write each child's diary, and its sheets, into a folder; give the files."""
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    except OSError as problem:
        raise DiaryError(f"{folder}: {problem.strerror}.") from None
    if any(folder.iterdir()):
        raise DiaryError(f"{folder} is not empty. Name a new folder.")
    families = Family.objects.order_by("pk").values_list("pk", flat=True)
    for key in families if family_id is None else families.filter(pk=family_id):
        with within(key):
            for child in Child.objects.filter(family_id=key).order_by("added_at"):
                yield from _files_of(folder, child)


def _files_of(folder: Path, child: Child) -> Iterator[Path]:
    day = timezone.now().date()
    audit.note(child.family_id, audit.Deed.EXPORTED, "", child.nickname)
    lines = (line.encode() for line in whole.text_of(child))
    for ending, pieces in (("json", lines), ("zip", whole.sheets_of(child))):
        name = f"{child.family_id}-{whole.file_name(child, day, ending)}"
        yield _written(folder / name, pieces)


def _written(file: Path, pieces: Iterable[bytes]) -> Path:
    """Write a file for its owner only; a child of the same name gets one beside it."""
    while file.exists():
        file = file.with_stem(f"{file.stem}-again")
    file.touch(mode=OWNER_ONLY)
    try:
        with file.open("wb") as into:
            into.writelines(pieces)
    except BaseException:
        file.unlink()  # half a diary is none
        raise
    return file


def restore(file: Path, name: str) -> Iterator[str]:
    """Open a family with the diary of a file, for an account that is here or is made; say so."""
    diary = _read(file)
    try:
        with transaction.atomic():
            user, more = _account(name)
            child = whole.restore(user, diary).child
    except whole.NotRestorableError as problem:
        raise DiaryError(f"{file}: {problem} Nothing was changed.") from None
    yield f"{child.nickname}: restored as family {child.family_id}, for {user.name}."
    yield from more


def _account(name: str) -> tuple[User, list[str]]:
    """Give the account of this name; of a new one also what its owner needs to know."""
    if user := User.objects.filter(username=sign_in_name(name)).first():
        return user, []
    password = people.new_password()
    made = accounts.make_user(name, password)
    return made.user, [
        f"The password of {made.user.name}: {password}",
        f"The recovery code: {made.code}",
        "Neither is shown again.",
    ]


def _read(file: Path) -> method.DiaryFile:
    try:
        return method.read_diary(file.read_text("utf-8-sig"))
    except OSError as problem:
        raise DiaryError(f"{file}: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise DiaryError(f"{file} is no diary file; it is no text.") from None
    except method.NotADiaryError as problem:
        raise DiaryError(f"{file}: {problem}") from None
