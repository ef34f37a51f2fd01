"""Made-up exports, in the shape of real ones; no child's data."""

import io
import zipfile
from typing import Any

from stepstool import method, trackers

ZONE = "Europe/London"
HUCKLEBERRY = (
    "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
)


def huckleberry(*rows: str) -> bytes:
    return "\n".join([HUCKLEBERRY, *rows, ""]).encode()


def read(data: bytes | str, zone: str = ZONE, **hints: Any) -> trackers.Reading:
    raw = data.encode() if isinstance(data, str) else data
    return trackers.read(raw, zone, "mia", **hints)


def only(data: bytes | str, zone: str = ZONE, **hints: Any) -> Any:
    (entry,) = read(data, zone, **hints).entries
    return entry


def of_row(row: str, zone: str = ZONE) -> list[Any]:
    return list(read(huckleberry(row), zone).entries)


def kinds(entries: Any) -> list[str]:
    return [entry.KIND for entry in entries]


def zipped(**members: bytes | str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def answers(entry: method.Entry) -> dict[str, Any]:
    data: dict[str, Any] = method.write_entry(entry)["data"]
    return data
