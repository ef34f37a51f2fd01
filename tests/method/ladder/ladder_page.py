"""The page docs/method/ladder.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.advice.beginning import FIRST_LADDERS
from stepstool.method.calm.calm import ADVICE
from stepstool.method.calm.signs import SIGNS
from stepstool.method.ladder import LADDERS, MOVES, PREPARES, VERDICTS, Advised
from stepstool.method.ladder.ladder import FIELDS, Earns, Ladder, Treat, Wanted
from stepstool.method.ladder.moves import MoveRow
from stepstool.method.record import Saying
from tests.method.drawing import (
    DOCS,
    ENGLISH,
    MIA,
    heading,
    keys,
    numbers,
    numbers_of,
    sources,
    table,
)

PAGE: Final = DOCS / "ladder.md"
TOPICS: Final = ["ladder", "calm"]

# From where to where a move leads; the drawing has these arrows and no others.
ARROWS: Final = {
    Advised.START: ("Chosen", "Step"),
    Advised.MOVE_ON: ("Step", "Next"),
    Advised.STAY: ("Step", "Step"),
    Advised.STEP_BACK: ("Step", "Before"),
    Advised.TAKE_A_BREAK: ("Step", "Break"),
    Advised.GO_ON: ("Break", "Step"),
}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The ladder, and when it has become a fight"
    yield ""
    yield "Drawn from the tables that the code reads; not written by hand. `I` marks what is"
    yield "our own inference, to be tuned with a paediatrician. Nothing here diagnoses."
    yield "The parent decides, the child is asked before each harder step, and a diaper is"
    yield "given whenever the child asks for one."
    for part in (
        _ladders,
        _first,
        _prepares,
        _verdicts,
        _moves,
        _struggle,
        _numbers,
        _sources,
    ):
        yield from part()


def _ladders() -> Iterator[str]:
    yield from heading("The ladders")
    for ladder in LADDERS.values():
        yield from _ladder(ladder)


def _ladder(ladder: Ladder) -> Iterator[str]:
    yield f"### {_say(ladder.title)} (`{ladder.key}`, version {ladder.version})"
    yield ""
    yield f"{'; '.join(map(_say, ladder.about))}. Sources: {keys(ladder.sources)}."
    yield ""
    numbers = range(1, len(ladder.steps) + 1)
    rows = [
        (
            str(n),
            _say(ladder.says(n)),
            " or ".join(map(_wanted, ladder.step(n).success)),
            f"{ladder.step(n).at_least_days} days",
            _earns(ladder.step(n).earns),
            _say(ladder.says_half(n)),
        )
        for n in numbers
    ]
    titles = ("", "Step", "Success", "At least", "Earns", "If it is too high")
    yield from table(titles, rows)
    yield ""
    yield from (f"- {_say(each)}" for each in ladder.safety_sayings)
    yield ""


def _first() -> Iterator[str]:
    yield from heading("Which one to look at first")
    yield "The first row that fits. The family chooses, and all others stay in sight."
    yield ""
    rows = [
        (
            row.when,
            _title(row.ladder),
            _say(Saying(key=row.sentences[0])),
            keys(row.sources),
        )
        for row in FIRST_LADDERS
    ]
    yield from table(("When", "Ladder", "Because", "Sources"), rows)
    yield ""


def _title(key: str) -> str:
    return _say(LADDERS[key].title)


def _prepares() -> Iterator[str]:
    yield from heading("What to prepare for a step")
    yield "All rows that fit the first way to succeed, also on a family's own ladder."
    yield ""
    rows = [
        (row.when, _say(Saying(key=row.sentences[0])), keys(row.sources))
        for row in PREPARES
    ]
    yield from table(("When the step wants", "The evening before", "Sources"), rows)
    yield ""


def _verdicts() -> Iterator[str]:
    yield from heading("How a poop is judged")
    yield "The first row that fits. *Reached* is the highest step all of whose known conditions"
    yield "were met; an unknown posture counts as met on the child's own step and below it, and"
    yield "to be ahead everything must have been seen. A sit without a poop is a *try* and"
    yield "never counts against. The page never says “miss”."
    yield ""
    yield from table(
        ("Verdict", "When"), [(str(row.judged), row.when) for row in VERDICTS]
    )
    yield ""


def _moves() -> Iterator[str]:
    yield from heading("The advised move")
    yield from _drawing()
    yield ""
    yield "The first row that fits. No reason stands for longer than a week: of a row that may"
    yield "last longer, the reasons that take turns from then on, week by week, are shown too."
    yield ""
    rows = [
        (str(n), str(row.move), row.when, _turns(row), keys(row.sources))
        for n, row in enumerate(MOVES, start=1)
    ]
    yield from table(("", "Move", "When", "After a week, by turns", "Sources"), rows)
    yield ""


def _turns(row: MoveRow) -> str:
    return ", ".join(each.replace("_", " ") for each in row.turns)


def _drawing() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield "    Chosen: a ladder is chosen"
    yield "    Step: on a step"
    yield "    Next: a harder step"
    yield "    Before: an easier place"
    yield "    Break: on a break"
    for move, (start, end) in ARROWS.items():
        rows = [row.key for row in MOVES if row.move is move]
        yield f"    {start} --> {end}: {move} ({', '.join(rows)})"
    yield "```"


def _struggle() -> Iterator[str]:
    yield from heading("When it has become a fight")
    yield "Seven days are looked at. Days of illness, days of being stuck or sore, and brave"
    yield "first days of a new step don't count; what the parent says always does."
    yield ""
    yield from table(
        ("Sign", "When", "Sources"),
        [(each.rule, each.when, keys(each.sources)) for each in SIGNS],
    )
    yield ""
    yield "*Warm*: one of P1 to P8, until three days without a new one. *Fight*: P9; or two of"
    yield "P1 to P8 on three days together; or P4 or P5 twice. A fight ends with a break, when"
    yield "the child asks, or after four weeks without a new one."
    yield ""
    for level, advised in ADVICE.items():
        said = [_say(Saying(key=f"calm.advice.{key}")) for key in advised]
        yield f"- *{level}*: {' '.join(said) or 'nothing.'}"
    yield ""


def _numbers() -> Iterator[str]:
    yield from heading("The numbers")
    yield from numbers(TOPICS)


def _sources() -> Iterator[str]:
    yield from heading("The sources")
    named = [key for ladder in LADDERS.values() for key in ladder.sources]
    named += [
        key
        for row in (*FIRST_LADDERS, *PREPARES, *MOVES, *SIGNS)
        for key in row.sources
    ]
    named += [key for each in numbers_of(TOPICS).values() for key in each.sources]
    yield from sources(named)


def _say(saying: Saying) -> str:
    return ENGLISH.say(saying, MIA)


def _wanted(wanted: Wanted) -> str:
    said = [
        "/".join(sorted(getattr(wanted, name)))
        for name in FIELDS
        if getattr(wanted, name)
    ]
    return ", ".join(said).replace("_", " ")


def _earns(earns: Earns) -> str:
    until = " or ".join(each.replace("_", " ") for each in earns.until)
    instead = f"; instead {', '.join(earns.instead)}" if earns.instead else ""
    paid = f"{_treat(earns.first)}, then {_treat(earns.then)} a {earns.per}"
    return f"{paid}, until {until}{instead}".replace("_", " ")


def _treat(treat: Treat) -> str:
    return f"{treat.amount} {treat.thing}" if treat.amount else treat.thing
