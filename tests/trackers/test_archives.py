"""A zip is no more than what comes out of it, whatever its directory says."""

import contextlib
import io
import struct
import warnings
import zipfile

import pytest

from stepstool import trackers
from stepstool.trackers import archive, limits
from tests.trackers.exports import huckleberry, read, zipped

ROW = "Diaper,2026-01-28 20:00,,,,,Poo,"
EXPORT = huckleberry(ROW)
LOCAL, LISTED, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
# Where a size stands in a member's line of the directory.
UNPACKED, NAME_LENGTH, PLACE = 24, 28, 42


def complaint(data: bytes) -> str:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(data)
    return refused.value.key


def listed(packed: bytes, at: int, raw: bytes) -> bytes:
    """Change what the directory says of the first member."""
    changed = bytearray(packed)
    begin = changed.index(LISTED) + at
    changed[begin : begin + len(raw)] = raw
    return bytes(changed)


def of_members(
    *members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED
) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", packing) as file:
        warnings.simplefilter("ignore")  # of names that come twice
        for name, content in members:
            file.writestr(name, content)
    return packed.getvalue()


def nameless() -> bytes:
    """Give a zip whose member has a name of no letters."""
    packed = bytearray(of_members(("x", EXPORT)))
    for mark, length, name in ((LOCAL, 26, 30), (LISTED, NAME_LENGTH, 46)):
        packed[packed.index(mark) + name] = 0  # a name ends where NUL stands
        assert packed[packed.index(mark) + length] == 1
    return bytes(packed)


def test_a_member_without_a_name_is_read_like_any_other() -> None:
    assert len(read(nameless()).entries) == 1


def test_a_nameless_member_that_is_none_is_called_something() -> None:
    packed = bytearray(of_members(("x", b"hello"), ("a.csv", EXPORT)))
    packed[packed.index(LISTED) + 46] = 0
    packed[packed.index(LOCAL) + 30] = 0
    assert read(bytes(packed)).other_files == ("(without a name)",)


@pytest.mark.parametrize("said", [0, 10, 2**31, 2**32 - 2])
def test_a_directory_that_lies_about_the_size_is_not_believed(said: int) -> None:
    flood = zipped(a__csv=b"0" * 5_000_000)
    assert complaint(listed(flood, UNPACKED, struct.pack("<I", said))) in {
        "zip_damaged",
        "zip_too_full",
    }


def test_many_members_together_are_a_flood_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 2 * len(EXPORT))
    three = of_members(*[(f"{number}.csv", EXPORT) for number in range(3)])
    assert complaint(three) == "zip_too_full"


def test_a_directory_without_end_is_not_read() -> None:
    many = of_members(*[(f".{n}", b"") for n in range(10 * limits.MOST_MEMBERS + 1)])
    assert complaint(many) == "zip_too_full"


def test_members_that_lie_over_each_other_are_read_within_the_bound() -> None:
    packed = of_members(("a.csv", EXPORT), ("b.csv", EXPORT))
    second = packed.index(LISTED, packed.index(LISTED) + 1)
    over = bytearray(packed)
    over[second + PLACE : second + PLACE + 4] = bytes(4)
    assert complaint(bytes(over)) == "zip_damaged"


def test_a_name_that_comes_twice_is_damage() -> None:
    assert complaint(of_members(("a.csv", EXPORT), ("a.csv", EXPORT))) == "zip_damaged"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_give_more_than_is_asked_for(packing: int) -> None:
    assert complaint(of_members(("a.csv", EXPORT), packing=packing)) == "packed"


@pytest.mark.parametrize("name", ["/etc/a.csv", "C:\\a.csv", "a" * 60_000])
def test_a_name_is_never_a_path(name: str) -> None:
    assert len(read(of_members((name, EXPORT))).entries) == 1


def test_a_way_up_is_passed_over_like_what_is_hidden() -> None:
    assert complaint(of_members(("../../a.csv", EXPORT))) == "empty"


def test_a_zip_in_a_zip_stays_shut() -> None:
    inner = of_members(("a.csv", EXPORT))
    assert complaint(of_members(("inner.zip", inner))) == "unknown_format"


def test_a_long_comment_and_what_stands_before_are_no_harm() -> None:
    packed = bytearray(of_members(("a.csv", EXPORT)))
    packed[-2:] = struct.pack("<H", 65_535)
    assert len(read(bytes(packed) + b"x" * 65_535).entries) == 1


@pytest.mark.parametrize("at", range(0, 46, 2))
@pytest.mark.parametrize("raw", [b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff"])
def test_no_lie_in_the_directory_makes_it_fall_over(at: int, raw: bytes) -> None:
    lie = listed(of_members(("a.csv", EXPORT)), at, raw)
    with contextlib.suppress(trackers.NotUnderstoodError):
        read(lie)


@pytest.mark.parametrize("end", [b"PK\x06\x06", b"PK\x06\x07"])
def test_no_lie_of_a_larger_zip_makes_it_fall_over(end: bytes) -> None:
    packed = of_members(("a.csv", EXPORT))
    place = packed.index(END)
    larger = packed[:place] + b"PK\x06\x06" + b"\xff" * 52 + end + b"\xff" * 16
    assert complaint(larger + packed[place:]) in {"zip_damaged", "zip_too_full"}
