"""What a small file may cost: at most 200 MB of memory and some seconds, in a process of its own.

The largest that is let in is among them, by day a fifth of it within a fifth of the bound.
"""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest

from stepstool.trackers import limits
from tests.trackers.exports import HUCKLEBERRY

MOST_MEMORY = 200  # MB beyond what the process held before
MOST_SECONDS = 60  # of CPU, on a slow and busy machine; as measured at most 12
# Of the rows and entries that are let in, whose memory and time grow with them; all at night.
SHARE = 1 if os.environ.get("STEPSTOOL_PROPERTIES") == "long" else 5
READS = r"""
import re, sys, time
from pathlib import Path
from stepstool import trackers
data = sys.stdin.buffer.read()
# Of this program alone: what getrusage says begins with the peak of the process that began it.
def peak(): return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
before, begun, said = peak(), time.process_time(), "read"
try:
    trackers.read(data, "Europe/Berlin", "mia")
except trackers.NotUnderstoodError as refused:
    said = refused.key
print(said, (peak() - before) // 1024, time.process_time() - begun)
"""


def lying_zip() -> bytes:
    """Give 200 MB of zeros whose directory says that they are a kilobyte."""
    packed = io.BytesIO()
    file = zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED)
    with file, file.open("a.csv", "w") as member:
        for _ in range(200):
            member.write(bytes(1_000_000))
    lie = bytearray(packed.getvalue())
    size = lie.rindex(b"PK\x01\x02") + 24
    lie[size : size + 4] = struct.pack("<I", 1000)
    return bytes(lie)


def most_rows(note: str) -> bytes:
    """Give as many rows as are let in, in about as many bytes; by day a share of them."""
    rows = (
        f"Diaper,{2000 + n // 2000}-{n // 30 % 12 + 1}-{n % 28 + 1} {n % 24}:{n % 60:02},,"
        f"brown,Pebbles,,Poo:small,{n}{note}\n"
        for n in range(limits.MOST_ROWS // SHARE - 1)
    )
    return table("".join(rows))


def most_entries() -> bytes:
    entry = {
        "kind": "poop",
        "at": "2026-03-04T18:10:00+00:00",
        "version": 1,
        "device": "house",
        "by": "1",
        "written_at": "2026-03-04T18:10:00+00:00",
        "data": {"bristol": 4, "place": "diaper"},
        "note": "\U0001f600",
    }
    lines = ",\n".join(
        json.dumps(entry | {"id": f"{number:036}"}, ensure_ascii=False)
        for number in range(78_000 // SHARE)
    )
    return f'{{"child": {{}}, "entries": [\n{lines}\n]}}'.encode()


def table(rows: str) -> bytes:
    return f"{HUCKLEBERRY}\n{rows}".encode()[: limits.LARGEST]


SPACES = "Diaper,2026-01-28 20:00" + " " * 9_900 + "x,,,,,,\n"
FLOODS: dict[str, Callable[[], bytes]] = {
    "a zip that lies": lying_zip,
    "the most rows": lambda: most_rows("x" * 280 + "\U0001f600"),
    "the most entries": most_entries,
    "tiny cells": lambda: table(("ab," * 19 + "ab\n") * 70_000),
    "an open quotation": lambda: table('"' + "a" * 19_000_000),
    "quotations without end": lambda: table('"a\n' * 4_000_000),
    "spaces before a letter": lambda: table(SPACES * 1_900),
    "lists in a diary": lambda: b'{"child": {}, "entries": [' + b"[]," * 1_400_000,
    "one value": lambda: b'{"child": {}, "x": [' + b"[]," * 1_400_000,
    "a bundle": lambda: b'{"resourceType": "", "entry": [' + b"[]," * 6_000_000,
    "a word of a megabyte": lambda: b"[PiyoLog]Fri\n" + b"a" * 1_000_000 + b"\n",
    "lines of nothing": lambda: table("\n" * 19_000_000),
    "depth": lambda: b'{"child": {}, "entries": ' + b"[" * 19_000_000,
}

GROWS = {"the most rows", "the most entries"}
LET_IN = GROWS | {"spaces before a letter"}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_stays_within_its_bound(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READS],
        input=FLOODS[name](),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    said, memory, seconds = done.stdout.decode().split()
    share = SHARE if name in GROWS else 1
    assert int(memory) <= MOST_MEMORY / share
    assert float(seconds) <= MOST_SECONDS / share
    assert (said == "read") == (name in LET_IN)
