"""The JSON Schema of a diary file: every kind, every question, every answer."""

from typing import Any, Final

from stepstool.method.record.diary_file import FORMAT, VERSION
from stepstool.method.record.entry import KINDS, Entry
from stepstool.method.record.entry_json import MOMENT
from stepstool.method.record.envelope import (
    FARTHEST_OFFSET,
    LONGEST_ID,
    LONGEST_NOTE,
    MOST_WRITINGS,
    Timing,
)
from stepstool.method.record.kinds.interview import ANSWERS
from stepstool.method.record.question import Question

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
            "entries": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
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
            "id": _text(1, LONGEST_ID, "made where it was born"),
            "kind": {"anyOf": [{"enum": sorted(KINDS)}, {"type": "string"}]},
            "at": _moment("when it happened, or began") | {"allOf": [_IN_TIME]},
            "until": _or_null(_moment("when it ended") | {"allOf": [_IN_TIME]}),
            "timing": {"enum": list(map(str, Timing)), "default": str(Timing.EXACT)},
            "offset": _or_null(
                _whole(-FARTHEST_OFFSET, FARTHEST_OFFSET, "minutes from UTC there")
            ),
            "by": _text(0, LONGEST_ID, "who wrote it"),
            "written_at": _or_null(_moment("when, by the clock of the device")),
            "version": _whole(1, MOST_WRITINGS, "which writing of it") | {"default": 1},
            "device": _text(0, LONGEST_ID, "which device wrote it"),
            "removed": {"type": "boolean", "default": False},
            "note": _text(1, LONGEST_NOTE, "free words"),
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


def _text(low: int, high: int, description: str) -> dict[str, Any]:
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
