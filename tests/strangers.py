"""Bytes as strangers may send them: sound files of every kind, and what chance makes of them.

Used by `tests/properties/test_strangers.py` in each `./test`, and by `tests/nightly/fuzz.py` for
as long as one likes. A target takes bytes and raises nothing but what it promises.
"""

import contextlib
import io
import json
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from stepstool import cli, method, trackers
from stepstool.method.record.question import is_plain

PATIENCE: Final = 20  # seconds that one input may take on a busy machine

_SHEETS: Final[dict[str, str]] = {
    "huckleberry": """Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes
Diaper,2026-01-28 20:00,,brown,Pebbles,,Poo:small,a note
Potty,2026-02-01 18:25,,,,,"Both, pee:medium poo:large",
Sleep,2026-02-01 19:00,2026-02-02 06:10,11:10,,,,
Feed,2026-02-02 07:00,,0:20,120ml,Bottle,,
Meds,2026-02-02 08:00,,,5 ml,Macrogol,,
""",
    "nighp": """Baby,Time,Status,Note
Mia,"23/02/2025, 20:03",Mixed,x
Mia,"24/02/2025, 07:10",Dirty,
""",
    "nighp sleep": """Baby,Time,Duration(minutes),Note
Mia,"2026-05-13, 20:00",60,
""",
    "glow": """Diaper time,In the diaper,Color,Texture
02/03/2025 8:48:00 AM,pee and poo,brown,Little balls
""",
    "glow breast": """Begin time,Left(min),Right(min)
02/23/2025 8:48:00 AM,5,7
""",
    "baby connect": """Child Name,Start Time,End Time,Activity,Duration (min),Quantity,Extra data,Text,Notes
Mia,2026-05-13 10:00,,Diaper,,,BM,Mia had a BM diaper (Large leak),note
Mia,2026-05-13 12:00,,Sleep,60,,,Mia slept,
""",
    "baby buddy": """id,child_id,time,wet,solid,color,amount,notes
1,1,2026-02-01 10:00:00,0,1,brown,,x
""",
    "piyolog": """【ぴよログ】2025/2/4(火)
ぴよこ (0歳8か月15日)

07:30   うんち (多め/かため/茶色)   漏れた
08:10   起きる (9時間10分)
09:00   ミルク 120ml

うんち合計　   1回
""",
    "piyolog in English": """[PiyoLog]Thu, Jun 13, 2025
Mia (0y8m15d)

07:30 AM   Poop
07:45 PM   Formula 120ml   all of it

Poop total   1
""",
}
_DIARY: Final[dict[str, Any]] = {
    "format": "stepstool-diary",
    "version": 1,
    "child": {"born": "2022-05", "name": "Mia", "id": "c1"},
    "people": {"1": "Anna"},
    "entries": [
        {
            "id": "p1",
            "kind": "poop",
            "at": "2026-03-04T18:10:00+00:00",
            "version": 2,
            "device": "house",
            "by": "1",
            "written_at": "2026-03-04T18:12:00+00:00",
            "note": "soft",
            "origin": {"app": "x", "row": {"a": "b"}},
            "data": {"bristol": 4, "place": "diaper", "pain": 0},
        },
        {
            "id": "z1",
            "kind": "zone",
            "at": "2026-03-01T00:00:00+01:00",
            "data": {"zone": "Europe/Berlin"},
        },
        {
            "id": "s1",
            "kind": "signal",
            "at": "2026-03-04T10:00:00Z",
            "until": "2026-03-04T10:05:00Z",
            "timing": "about",
            "data": {"signs": ["going_quiet"], "meaning": "about_to_go"},
        },
    ],
    "history": [{"id": "p1", "kind": "poop", "at": "2026-03-04T18:10:00+00:00"}],
}


def zip_of(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(f"{name}.csv", content)
    return packed.getvalue()


def _bundle() -> str:
    """Give a diary's stools as programs read them."""
    diary = method.read_diary(json.dumps(_DIARY))
    at = datetime(2026, 3, 5, tzinfo=UTC)
    return method.bundle_of(method.Record(diary.child, diary.entries, at))


SEEDS: Final[dict[str, bytes]] = {
    **{name: text.encode() for name, text in _SHEETS.items()},
    "zip": zip_of(
        diaper=_SHEETS["nighp"].encode(), sleep=_SHEETS["nighp sleep"].encode()
    ),
    "diary": json.dumps(_DIARY, indent=1).encode(),
    "fhir": _bundle().encode(),
}
# What stands in a file of a stranger where something else is expected.
ODD: Final[tuple[bytes, ...]] = (
    b"", b"0", b"-1", b"9" * 20, b"9" * 5000, b"1e999", b"-0.0", b"NaN", b"Infinity", b"null",
    b"true", b"[]", b"{}", b'""', b'"', b"'", b",", b"\n", b"\r", b"\r\n", b"\t", b";", b"\x00",
    b"\\u0000", b"\\ud800", b"\\", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[2J", b"\xe2\x80\xae",
    b"0000-00-00", b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00", b"29/02/2025",
    b"2026-03-29 02:30", b"25:61", b"\xc2\xb2", b"\xd9\xa1", b"=1+1", b"unknown", b"__proto__",
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff", b"../../x", b"%PDF",
    b"a" * 11_000, b" " * 3_000, b'"a\n' * 500, b"[" * 3_000, b'{"a":' * 300, b"({[",
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 10**20, 10**400, 0.5, 1e308, "", "x", "\x00", "\ud800", "unknown", "9" * 30,
    "2026-03-04T18:10:00+00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "p1",
    [], {}, [[]], {"": ""}, ["x"] * 30, [[[[[[]]]]]], {"raw": {"id": 1}}, "é" * 3000,
)  # fmt: skip


def damaged(seed: bytes, chance: Random) -> bytes:
    """Give what chance makes of a sound file, or of nothing."""
    data = seed
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_WAYS)(data, chance)[:2_000_000]
    return data


def _odd_word(data: bytes, chance: Random) -> bytes:
    begin, end = _stretch(data, chance, 12)
    return data[:begin] + chance.choice(ODD) + data[end:]


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _doubled(data: bytes, chance: Random) -> bytes:
    begin, end = _stretch(data, chance, 200)
    return data[:end] + data[begin:end] * chance.choice((1, 2, 50)) + data[end:]


def _without(data: bytes, chance: Random) -> bytes:
    begin, end = _stretch(data, chance, 60)
    return data[:begin] + data[end:]


def _spliced(data: bytes, chance: Random) -> bytes:
    other = chance.choice(list(SEEDS.values()))
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _blown(data: bytes, chance: Random) -> bytes:
    hit = bytearray(data or b"x")
    for _ in range(chance.randint(1, 8)):
        hit[chance.randrange(len(hit))] = chance.randrange(256)
    return bytes(hit)


def _chance(_data: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.randint(0, 300))


def _written_otherwise(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    way = chance.choice(("utf-16", "utf-16-be", "utf-8-sig", "cp1252", "utf-32"))
    return text.encode(way, "replace")


def _zipped(data: bytes, chance: Random) -> bytes:
    other = chance.choice(list(SEEDS.values()))
    return zip_of(**{chance.choice(("a", "", "../x", "a/b")): data, "other": other})


def _other_value(data: bytes, chance: Random) -> bytes:
    """Change one value of a JSON, wherever it lies, its key, or how often it stands there."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return _odd_word(data, chance)
    places = list(_places(whole))
    if not places:
        return data
    holder, key = chance.choice(places)
    what = chance.randrange(4)
    if what == 0 and isinstance(holder, dict):
        holder[str(chance.choice(_VALUES))] = holder.pop(key)
    elif what == 1 and isinstance(holder, list):
        holder.extend([holder[key]] * chance.choice((1, 5)))
    elif what == 2:
        holder[key] = chance.choice(places)[0] if key != "entries" else [holder[key]]
    else:
        holder[key] = chance.choice(_VALUES)
    try:
        return json.dumps(whole).encode()
    except (ValueError, RecursionError):  # a circle
        return data


def _places(whole: Any) -> Iterator[tuple[Any, Any]]:
    keys: list[Any] = []
    if isinstance(whole, dict | list):
        keys = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
    for key in keys:
        yield whole, key
        if isinstance(whole[key], dict | list):
            yield from _places(whole[key])


def _stretch(data: bytes, chance: Random, longest: int) -> tuple[int, int]:
    begin = chance.randint(0, len(data))
    return begin, min(len(data), begin + chance.randint(0, longest))


_WAYS: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    _odd_word, _odd_word, _odd_word, _cut, _doubled, _without, _spliced, _blown, _chance,
    _written_otherwise, _zipped, _other_value, _other_value, _other_value,
)  # fmt: skip


def imports(data: bytes) -> None:
    """Read a file as the page of an import does, and bring it into a diary."""
    for order in (None, "day_first"):
        with contextlib.suppress(trackers.NotUnderstoodError):
            reading = trackers.read(
                data, "Europe/Berlin", "mia", date_order=order, child="Mia"
            )
            for entry in reading.entries:
                written = method.write_entry(entry)
                assert isinstance(entry, method.Unread) or is_plain(written)


def restores(data: bytes) -> None:
    """Read a file as the page of an empty house does, and write it again."""
    with contextlib.suppress(trackers.NotUnderstoodError, method.NotADiaryError):
        diary = method.read_diary(trackers.decoded(data), trackers.MOST_ENTRIES)
        written = method.write_diary(diary)
        again = method.read_diary(written)
        assert method.write_diary(again) == written
        method.newest(diary.entries)


def commands(data: bytes) -> None:
    """Give a file to the commands that read one; each ends with a sentence and a code."""
    with TemporaryDirectory() as folder, _silently() as said:
        file, out = Path(folder) / "file", Path(folder) / "out"
        file.write_bytes(data)
        asked = ["import", str(file), "--zone", "Asia/Tokyo", "-o", str(out)]
        codes = {
            cli.main(asked),
            cli.main(["advise", str(file), "--at", "2026-03-05T08:00+00:00"]),
            cli.main(["advise", str(out), "--at", "2026-03-05T08:00+00:00", "--json"]),
        }
    assert codes <= {0, 2}
    odd = [sign for sign in said.getvalue() if ord(sign) < 32 and sign not in "\n\t"]
    assert odd == []


@contextlib.contextmanager
def _silently() -> Iterator[io.StringIO]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        yield said


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "imports": imports,
    "restores": restores,
    "commands": commands,
}


@contextlib.contextmanager
def patience(seconds: int = PATIENCE) -> Iterator[None]:
    """Raise TimeoutError in what takes longer, also within one regular expression."""

    def too_long(*_: object) -> None:
        raise TimeoutError(f"This took more than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def corpus(folder: str) -> Path:
    """Write the sound files into a folder, as what begins there."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for name, data in SEEDS.items():
        (place / name.replace(" ", "-")).write_bytes(data)
    return place


if __name__ == "__main__":  # python -m tests.strangers TARGET FILE: once more
    TARGETS[sys.argv[1]](Path(sys.argv[2]).read_bytes())
