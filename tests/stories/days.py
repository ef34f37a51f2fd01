"""A child's days in few words, so that a clinician can read, correct and add a story.

A line is `days [clock] words`, such as `3 08:10 hard hurt` or `1-14 soft diaper`; without a
clock it is noon. `1-14/2` is every second day from 1 to 14. Day 1 is Sunday, 1 March 2026.
The words of a poop are the table `POOP`; of everything else `OTHER`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from stepstool.method.record import Entry, read_or_keep

DAY_1 = date(2026, 3, 1)
LINE = re.compile(r"(?P<days>\d+(-\d+)?(/\d+)?)( (?P<clock>\d\d:\d\d))? (?P<words>.+)")
NOON = "12:00"

POOP: Mapping[str, Mapping[str, Any]] = {
    "poop": {},
    "pellets": {"bristol": 1},
    "hard": {"bristol": 2},
    "soft": {"bristol": 4},
    "loose": {"bristol": 6},
    "runny": {"bristol": 7},
    "hard-in-diaper": {"place": "diaper", "brussels": "hard"},
    "soft-in-diaper": {"place": "diaper", "brussels": "formed"},
    "painless": {"pain": 0},
    "twinge": {"pain": 1},
    "hurt": {"pain": 2},
    "screamed": {"pain": 3},
    "big": {"amount": "large"},
    "blocked": {"amount": "blocks_the_toilet"},
    "streak": {"blood": "on_the_surface"},
    "blood-mixed-in": {"blood": "mixed_in"},
    "asleep": {"sleeping": "asleep"},
    "awake": {"sleeping": "awake"},
    "leak": {"soiling": "more", "noticed": "no"},
    "soiled": {"soiling": "more"},
    "smear": {"soiling": "smear"},
    "noticed": {"noticed": "yes"},
    "unnoticed": {"noticed": "no"},
    "asked": {"diaper_asked": "yes"},
    "strained": {"strain": "yes"},
    "told-it": {"began": ["told"]},
    "hid": {"began": ["hid"]},
    "made-to": {"made_to": "yes"},
    "standing": {"posture": "standing"},
    "naked": {"wearing": "nothing"},
    "pull-up": {"place": "pull_up"},
    "squatting": {"posture": "squatting"},
    "in-bathroom": {"where": "bathroom"},
    "in-hiding-place": {"where": "hiding_place"},
    "on-the-lid": {"where": "bathroom", "posture": "sitting_on_lid"},
    "on-the-seat": {"where": "bathroom", "posture": "sitting_on_seat"},
    "at-preschool": {"where": "preschool"},
    **{each: {"mood": each} for each in ("proud", "fine", "uneasy", "upset")},
    **{each: {"place": each} for each in ("diaper", "pants", "potty", "toilet")},
}

SIT: Mapping[str, Mapping[str, Any]] = {
    "offered": {"offered": "yes", "accepted": "yes"},
    "refused": {"offered": "yes", "accepted": "no"},
    "own": {"offered": "no", "accepted": "yes"},
    "made-to": {"made_to": "yes"},
    "feet-held": {"feet_supported": "yes"},
    "feet-in-the-air": {"feet_supported": "no"},
    **{each: {"ended_by": each} for each in ("child", "adult")},
    **{each: {"place": each} for each in ("potty", "toilet")},
    **{each: {"mood": each} for each in ("proud", "fine", "uneasy", "upset")},
    **{f"{n}-minutes": {"minutes": n} for n in range(1, 31)},
}

Data = Mapping[str, Any]
Other = Callable[[list[str]], tuple[str, Data]]


def _told(words: list[str]) -> tuple[str, Data]:
    return "interview", {"topic": words[0], "answers": words[1:]}


def _signal(words: list[str]) -> tuple[str, Data]:
    return "signal", {"signs": words}


def _medicine(words: list[str]) -> tuple[str, Data]:
    said = {"phosphate": "yes"} if "phosphate" in words else {}
    said |= {"phosphate": "no"} if "not-phosphate" in words else {}
    return "medicine_given", {"medicine": words[0], "outcome": words[1], **said}


def _order(words: list[str]) -> tuple[str, Data]:
    """Write `order clean_out until 9 call-after 24`: the last day, and after how many hours."""
    until = {"until_day": str(day(int(words[2])))} if "until" in words else {}
    hours = {"call_after_hours": int(words[-1])} if "call-after" in words else {}
    return "medicine_ordered", {"medicine": words[0], **until, **hours}


def _plan_at_home(words: list[str]) -> tuple[str, Data]:
    """Write `plan-at-home well=soft,painless stuck=hurt until 9`: when each zone holds."""
    said: dict[str, Any] = {"ordered_by": "Dr Ito"}
    for zone, signs in (word.split("=") for word in words if "=" in word):
        said |= {
            zone: f"What Dr Ito says for {zone}.",
            f"{zone}_when": signs.split(","),
        }
    until = {"until_day": str(day(int(words[-1])))} if "until" in words else {}
    return "action_plan", said | until


def _doctor(words: list[str]) -> tuple[str, Data]:
    """Write `doctor Ito says call_after_days 7`; a word may name a sign or days."""
    said: dict[str, Any] = {"word": words[2], "name": f"Dr {words[0]}"}
    if words[3:]:
        said |= {"days": int(words[3])} if words[3].isdigit() else {"sign": words[3]}
    return "clinician_word", said


def _review(words: list[str]) -> tuple[str, Data]:
    """Write `review after_a_week kept`, or `review after_a_week on 12`."""
    if words[1] == "on":
        return "review", {"look": words[0], "on_day": str(day(int(words[2])))}
    return "review", {"look": words[0], "kept": "yes"}


def _none(words: list[str]) -> tuple[str, Data]:
    return "none_came", {"since": str(day(int(words[1])))} if words else {}


def _sit(words: list[str]) -> tuple[str, Data]:
    return "sit", {name: v for word in words for name, v in SIT[word].items()}


def _plan(words: list[str]) -> tuple[str, Data]:
    """Write `plan start b 1`: the move, the ladder, the step; or `plan take_a_break until 20`.

    `plan choose b` names a ladder that waits to begin.
    """
    if words[0] == "choose":
        return "plan", {"ladder": words[1]}
    if words[1:2] == ["until"]:
        return "plan", {"move": words[0], "until_day": str(day(int(words[2])))}
    step = {"ladder": words[1], "step": int(words[2])} if words[1:] else {}
    return "plan", {"move": words[0], **step}


def _symptoms(words: list[str]) -> Data:
    symptoms = words[: words.index("until")] if "until" in words else words
    return {"symptoms": symptoms} if symptoms else {}


OTHER: Mapping[str, Other] = {
    "none": _none,
    "holding": lambda words: ("signal", {"meaning": "holding"}),
    "shows": _signal,
    "ache": lambda words: (
        "tummy_ache",
        {"better_after_poop": "yes"} if "better" in words else {},
    ),
    "ill": lambda words: ("illness", _symptoms(words)),
    "told": _told,
    "medicine": _medicine,
    "order": _order,
    "plan-at-home": _plan_at_home,
    "doctor": _doctor,
    "review": _review,
    "sign": lambda words: ("danger_sign", {"sign": words[0], "answer": words[1]}),
    "breast-fed": lambda words: ("meal", {"meal": "breast"}),
    "sit": _sit,
    "plan": _plan,
    "said": lambda words: ("prompt", {"how": words[0]}),
    "wants-diaper": lambda words: (
        "diaper_request",
        {"given": "no" if "denied" in words else "yes"},
    ),
    "listens": lambda words: ("listening", {"strength_before": int(words[0])}),
    "away": lambda words: ("away", {"place": words[0]}),
    "change": lambda words: ("big_change", {"change": words[0]}),
    "idea": lambda words: ("idea", {"idea": words[0], "answer": words[1]}),
    "unreadable": lambda words: ("from_the_future", {}),
}


def day(number: int) -> date:
    return DAY_1 + timedelta(days=number - 1)


def moment(text: str, zone: str) -> datetime:
    """Read `12 18:00` as a moment in a zone."""
    number, _, clock = text.partition(" ")
    wall = datetime.fromisoformat(f"{day(int(number))}T{clock or NOON}")
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def entries(diary: str, zone: str) -> list[Entry]:
    """Read a diary; the zone is an entry of its own."""
    lines = [line.strip() for line in diary.splitlines() if line.strip()]
    lives = {"id": "zone", "kind": "zone", "at": "2026-01-01T12:00+00:00"}
    read = [read_or_keep({**lives, "data": {"zone": zone}})]
    for number, line in enumerate(lines):
        read += _line(number, line, zone)
    return read


def _line(number: int, line: str, zone: str) -> Iterator[Entry]:
    found = LINE.fullmatch(line)
    assert found, f"no line of a diary: {line}"
    words = found["words"].split()
    for each in _numbers(found["days"]):
        kind, data = _said(words)
        at = moment(f"{each} {found['clock'] or NOON}", zone).isoformat()
        raw = {"id": f"{number:03}-{each:03}", "kind": kind, "at": at, "data": data}
        entry = read_or_keep(
            raw | ({"until": _end(words, zone)} if _ends(words) else {})
        )
        assert kind in (entry.KIND, "from_the_future"), f"{line}: {entry}"
        yield entry


def _numbers(days: str) -> range:
    span, _, step = days.partition("/")
    first, _, last = span.partition("-")
    return range(int(first), int(last or first) + 1, int(step or 1))


def _said(words: list[str]) -> tuple[str, Data]:
    if words[0] in OTHER:
        return OTHER[words[0]](words[1:])
    return "poop", {name: v for word in words for name, v in POOP[word].items()}


def _ends(words: list[str]) -> bool:
    return words[0] in ("ache", "away", "ill") and "until" in words


def _end(words: list[str], zone: str) -> str:
    return moment(" ".join(words[words.index("until") + 1 :]), zone).isoformat()
