"""A diary file: one child's entries as JSON, made to be kept and carried away; its schema.

`{"format": "stepstool-diary", "version": 1, "child": {"born", …}, "entries": […]}`, and where they
are known `"people": {id: name}` and `"history": […]`, the earlier versions of entries.
Files of a newer version keep what this one does not understand. The JSON Schema describes
every kind, every question, every answer.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, NoReturn

from stepstool.method.record.child import Child, Month, month
from stepstool.method.record.entry import (
    FARTHEST_OFFSET,
    KINDS,
    LONGEST_ID,
    LONGEST_NOTE,
    MOST_WRITINGS,
    Entry,
    Timing,
    slim,
)
from stepstool.method.record.entry_json import MOMENT, read_or_keep, unread, write_entry
from stepstool.method.record.kinds.interview import ANSWERS
from stepstool.method.record.long_json import DamagedError, read_object
from stepstool.method.record.question import (
    UNKNOWN,
    Question,
    Unknown,
    is_deeper_than,
    is_plain_text,
)

FORMAT: Final = "stepstool-diary"
VERSION: Final = 1
DEEPEST_FILE: Final = 100
"""Levels of lists and objects in a file; what one cannot write back is not read."""


class NotADiaryError(ValueError):
    """A file that is no diary; the sentence says what to do."""


class TooManyEntriesError(NotADiaryError):
    """A file that holds more than it may."""


@dataclass(frozen=True, kw_only=True)
class DiaryFile:
    """The content of a diary file: the child, its entries, and what came beyond.

    history: what entries said before, or what lost against another version; no rule reads it.
    people: the names of who wrote, by the id in `Entry.by`.
    """

    child: Child
    entries: tuple[Entry, ...]
    history: tuple[Entry, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    version: int = VERSION
    beyond: Mapping[str, Any] = field(default_factory=dict)
    child_beyond: Mapping[str, Any] = field(default_factory=dict)


def read_diary(text: str, most: int | None = None) -> DiaryFile:
    """Read a diary file; entries that can't be read are kept unread.

    most: how many entries it may hold, for a file from strangers. Raises NotADiaryError when
    the text is no diary at all, or holds more.
    """
    raw = _parsed(text, _counting(most))
    child, child_beyond = _read_child(raw.get("child"))
    entries, history = raw.get("entries"), raw.get("history", [])
    if not isinstance(entries, list):
        raise NotADiaryError('The diary has no list of entries; add "entries": [].')
    if not isinstance(history, list):
        raise NotADiaryError('The history is no list; write "history": [], or nothing.')
    return DiaryFile(
        child=child,
        entries=tuple(entries),
        history=tuple(history),
        people=_read_people(raw.get("people", {})),
        version=max(VERSION, _version(raw)),
        beyond={k: raw[k] for k in raw if k not in _KNOWN},
        child_beyond=child_beyond,
    )


def write_diary(diary: DiaryFile) -> str:
    """Give the text of a diary file, one entry a line."""
    return "".join(_text_of(diary, diary.entries, diary.history))


def stream_diary(
    child: Child,
    entries: Iterable[Entry],
    history: Iterable[Entry] = (),
    people: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Give the text of a diary file, piece by piece while the entries come."""
    return _text_of(DiaryFile(child=child, entries=(), people=people), entries, history)


def _text_of(
    diary: DiaryFile, entries: Iterable[Entry], history: Iterable[Entry]
) -> Iterator[str]:
    """Give what comes before the entries, a piece for each of them, and the end."""
    head = {
        "format": FORMAT,
        "version": diary.version,
        "child": _write_child(diary.child) | dict(diary.child_beyond),
        **({"people": dict(diary.people)} if diary.people else {}),
        **diary.beyond,
    }
    yield "{" + "".join(f"{_json(key)}: {_json(head[key])},\n" for key in head)
    yield '"entries": [\n'
    yield from _lines(entries, "")
    yield "\n]"
    yield from _lines(history, ',\n"history": [\n', "\n]")
    yield "}\n"


def _lines(entries: Iterable[Entry], before: str, after: str = "") -> Iterator[str]:
    """Give a line for each entry; what stands before and after them only if there is one."""
    between = before
    for entry in entries:
        yield between + _json(write_entry(entry))
        between = ",\n"
    if between != before:
        yield after


def _write_child(child: Child) -> dict[str, Any]:
    born = {"born": str(child.born)} if child.born else {}
    return born | {key: text for key in ("name", "id") if (text := getattr(child, key))}


_KNOWN: Final = ("format", "version", "child", "people", "entries", "history")
_LISTS: Final = ("entries", "history")
_TOO_DEEP: Final = "This diary is nested too deep to be true."
_CHILD: Final = ("born", "name", "id")
_letters: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def _json(value: object) -> str:
    """Write for people's eyes; half a character, which nothing can show, as a number."""
    text = _letters(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def _counting(most: int | None) -> Callable[[Any], Entry]:
    """Give what reads one entry after the other, and refuses one too many before it is kept."""
    number = count(1)

    def read_next(raw: Any) -> Entry:
        if most is not None and next(number) > most:
            raise TooManyEntriesError(f"This diary holds more than {most} entries.")
        if is_deeper_than(DEEPEST_FILE, raw):
            raise NotADiaryError(_TOO_DEEP)
        return slim(_read_one(raw))

    return read_next


def _parsed(text: str, read_next: Callable[[Any], Entry]) -> dict[str, Any]:
    raw = _loaded(text, read_next)
    if not isinstance(raw, dict) or raw.get("format", FORMAT) != FORMAT:
        message = f'This is no diary file; it would begin with "format": "{FORMAT}".'
        raise NotADiaryError(message)
    if is_deeper_than(DEEPEST_FILE, raw):
        raise NotADiaryError(_TOO_DEEP)
    return raw


def _loaded(text: str, read_next: Callable[[Any], Entry]) -> object:
    """Read JSON; what is none is told in our words, not in Python's."""
    try:
        return read_object(text, dict.fromkeys(_LISTS, read_next), _decoder)
    except RecursionError:
        return None
    except DamagedError as error:
        message = f"This is no diary file; it is damaged in line {error.line}."
        raise NotADiaryError(message) from None
    except NotADiaryError:
        raise
    except ValueError:  # so many digits that Python reads no number
        message = "This is no diary file; a number in it is too long to be true."
        raise NotADiaryError(message) from None


def _no_number(word: str) -> NoReturn:
    raise NotADiaryError(f"This is no diary file; {word} in it is no number.")


def _number(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits)


_decoder: Final = json.JSONDecoder(parse_constant=_no_number, parse_float=_number)


def _read_one(raw: object) -> Entry:
    if isinstance(raw, dict):
        return read_or_keep(raw)
    return unread({"raw": raw}, "An entry is an object with id, kind, at and data.")


def _version(raw: Mapping[str, Any]) -> int:
    version = raw.get("version", VERSION)
    if type(version) is int:
        return version
    raise NotADiaryError(f"The version of the diary is {version!r}; write {VERSION}.")


def _read_child(raw: Any) -> tuple[Child, dict[str, Any]]:
    if not isinstance(raw, dict):
        raise NotADiaryError('The diary names no child; add "child": {"born": …}.')
    child = Child(
        born=_born(raw.get("born")), name=_text(raw, "name"), id=_text(raw, "id")
    )
    return child, {k: raw[k] for k in raw if k not in _CHILD}


def _read_people(raw: Any) -> dict[str, str]:
    if isinstance(raw, dict) and all(map(_is_name, raw.values())):
        return raw
    message = 'The people are no names; write "people": {"1": "Anna"}, or nothing.'
    raise NotADiaryError(message)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and is_plain_text(value)


def _born(raw: object) -> Month | Unknown:
    if raw is None or raw == "unknown":
        return UNKNOWN
    try:
        return month(str(raw))
    except ValueError as error:
        raise NotADiaryError(f"child.born: {error}.") from None


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name, "")
    if _is_name(value):
        return str(value)
    raise NotADiaryError(
        f"child.{name} is no text; write it in quotes, or leave it out."
    )


_IN_TIME: Final = {"pattern": "^(1999-12-31|20[0-9]{2}|2100-01-01)"}
UNKNOWN_SCHEMA: Final = {"const": "unknown"}


def diary_schema() -> dict[str, Any]:
    """Describe a diary file; unknown kinds and fields of newer versions are allowed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stepstool diary",
        "description": "What a family wrote of one child. What is unknown is left out, "
        'or "unknown". Moments carry their offset from UTC.',
        "type": "object",
        "required": ["format", "version", "child", "entries"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": VERSION},
            "child": _child(),
            "people": {
                "type": "object",
                "additionalProperties": {"type": "string"},
                "description": "names of who wrote, by the id in `by`",
            },
            "entries": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
            "history": {
                "type": "array",
                "items": {"$ref": "#/$defs/entry"},
                "description": "earlier versions of entries; no rule reads them. Of one that is "
                "`forgotten` only who wrote it, and when, is kept: in `at` and `written_at`",
            },
        },
        "$defs": {
            "entry": _entry(),
            **{name: _data(KINDS[name]) for name in sorted(KINDS)},
        },
    }


def _child() -> dict[str, Any]:
    born = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}
    return {
        "type": "object",
        "properties": {
            "born": {
                "anyOf": [born, UNKNOWN_SCHEMA],
                "description": "birth month, such as 2021-11",
            },
            "name": {"type": "string"},
            "id": {"type": "string"},
        },
    }


def _entry() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["id", "kind", "at"],
        "properties": {
            "id": _text_schema(1, LONGEST_ID, "made where it was born"),
            "kind": {"anyOf": [{"enum": sorted(KINDS)}, {"type": "string"}]},
            "at": _moment("when it happened, or began") | {"allOf": [_IN_TIME]},
            "until": _or_null(_moment("when it ended") | {"allOf": [_IN_TIME]}),
            "timing": {"enum": list(map(str, Timing)), "default": str(Timing.EXACT)},
            "offset": _or_null(
                _whole(-FARTHEST_OFFSET, FARTHEST_OFFSET, "minutes from UTC there")
            ),
            "by": _text_schema(0, LONGEST_ID, "who wrote it"),
            "written_at": _or_null(_moment("when, by the clock of the device")),
            "version": _whole(1, MOST_WRITINGS, "which writing of it") | {"default": 1},
            "device": _text_schema(0, LONGEST_ID, "which device wrote it"),
            "removed": {"type": "boolean", "default": False},
            "note": _text_schema(1, LONGEST_NOTE, "free words"),
            "origin": {"type": "object", "description": "what an import knows of it"},
            "data": {"type": "object", "default": {}},
        },
        "allOf": [_data_of(name) for name in sorted(KINDS)],
    }


def _moment(description: str) -> dict[str, Any]:
    return {
        "type": "string",
        "format": "date-time",
        "pattern": MOMENT,
        "description": description,
    }


def _or_null(described: dict[str, Any]) -> dict[str, Any]:
    return described | {"type": [described["type"], "null"]}


def _whole(low: int, high: int, description: str) -> dict[str, Any]:
    bounds = {"minimum": low, "maximum": high}
    return {"type": "integer", **bounds, "description": description}


def _text_schema(low: int, high: int, description: str) -> dict[str, Any]:
    bounds = {"minLength": low, "maxLength": high}
    return {"type": "string", **bounds, "description": description}


def _data_of(name: str) -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"const": name}}},
        "then": {"properties": {"data": {"$ref": f"#/$defs/{name}"}}},
    }


def _data(kind: type[Entry]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": kind.KIND,
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "properties": {
            name: _answers(question) for name, question in kind.QUESTIONS.items()
        },
    }
    if kind.LASTING:
        described["description"] += " Holds from its moment on."
    return described | (_interview() if kind.KIND == "interview" else {})


def _answers(question: Question) -> dict[str, Any]:
    return {
        "description": question.asks_anybody,
        "anyOf": [question.schema(), UNKNOWN_SCHEMA],
    }


def _interview() -> dict[str, Any]:
    """Say which answers each question of the interview takes."""
    return {
        "allOf": [
            {
                "if": {
                    "properties": {"topic": {"const": str(topic)}},
                    "required": ["topic"],
                },
                "then": {
                    "properties": {
                        "answers": {
                            "anyOf": [
                                {"items": {"enum": list(map(str, answers))}},
                                UNKNOWN_SCHEMA,
                            ]
                        }
                    }
                },
            }
            for topic, answers in ANSWERS.items()
        ]
    }
