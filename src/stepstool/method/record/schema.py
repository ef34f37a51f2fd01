"""The JSON Schema of a diary file: every kind, every question, every answer."""

from typing import Any, Final

from stepstool.method.record.diary_file import FORMAT, VERSION
from stepstool.method.record.entry import (
    KINDS,
    LONGEST_ID,
    LONGEST_NOTE,
    Entry,
    Timing,
)
from stepstool.method.record.kinds.interview import ANSWERS
from stepstool.method.record.question import Question

MOMENT: Final = {"type": "string", "format": "date-time"}
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
    born = {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}
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
            "id": {"type": "string", "minLength": 1, "maxLength": LONGEST_ID},
            "kind": {"type": "string", "examples": sorted(KINDS)},
            "at": MOMENT | {"description": "when it happened, or began"},
            "until": MOMENT | {"description": "when it ended"},
            "timing": {"enum": list(Timing), "default": str(Timing.EXACT)},
            "offset": {"type": "integer", "description": "minutes from UTC there"},
            "by": {"type": "string", "description": "who wrote it"},
            "written_at": MOMENT,
            "version": {"type": "integer", "minimum": 1, "default": 1},
            "device": {"type": "string", "description": "which device wrote it"},
            "removed": {"type": "boolean", "default": False},
            "note": {"type": "string", "minLength": 1, "maxLength": LONGEST_NOTE},
            "origin": {"type": "object", "description": "what an import knows of it"},
            "data": {"type": "object", "default": {}},
        },
        "allOf": [_data_of(name) for name in sorted(KINDS)],
    }


def _data_of(name: str) -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"const": name}}},
        "then": {"properties": {"data": {"$ref": f"#/$defs/{name}"}}},
    }


def _data(kind: type[Entry]) -> dict[str, Any]:
    described = {
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
        "description": question.asks,
        "anyOf": [question.schema(), UNKNOWN_SCHEMA],
    }


def _interview() -> dict[str, Any]:
    """Say which answers each question of the interview takes."""
    return {
        "allOf": [
            {
                "if": {
                    "properties": {"topic": {"const": topic}},
                    "required": ["topic"],
                },
                "then": {
                    "properties": {
                        "answers": {
                            "anyOf": [
                                {"type": "array", "items": {"enum": list(answers)}},
                                UNKNOWN_SCHEMA,
                            ]
                        }
                    }
                },
            }
            for topic, answers in ANSWERS.items()
        ]
    }
