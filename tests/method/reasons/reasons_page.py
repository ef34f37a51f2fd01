"""The page docs/method/reasons.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from stepstool.method.evidence import NUMBERS
from stepstool.method.reasons import HELP, HELP_OF, ITEMS, QUESTIONS, WEIGHTS, Key
from stepstool.method.reasons.asking import AGAIN
from stepstool.method.reasons.reasons import LADDER_FOR, TELL
from stepstool.method.reasons.weights import Weight
from stepstool.method.record import Saying
from tests.method.drawing import (
    DOCS,
    ENGLISH,
    MIA,
    heading,
    keys,
    numbers,
    numbers_of,
    say,
    sources,
    table,
)
from tests.stories.family_story import Story, stories

PAGE: Final = DOCS / "reasons.md"
TOPICS: Final = ["reasons"]
AS_TOLD: Final = ", as told on …"


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Why not? What may be in the way"
    yield ""
    yield "Drawn from the tables that the code reads; not written by hand. `I` marks what is"
    yield "our own inference, to be tuned with a paediatrician. Nothing here diagnoses: no"
    yield "validated test for causes exists, so these are hypotheses, and the page says each"
    yield "time that nobody can be sure from outside. Several may hold at once. What nobody"
    yield "told and nobody wrote says nothing."
    for part in (_weighing, _reasons, _help, _questions, _ready, _tell):
        yield from part()
    for part in (_families, _numbers, _sources):
        yield from part()


def _weighing() -> Iterator[str]:
    yield from heading("How it is weighed")
    strong, weak, likely = (
        f"{NUMBERS[f'reasons.{name}'].value:g}" for name in ("strong", "weak", "likely")
    )
    yield f"A strong sign counts {strong}, a weak one {weak}; those against are taken off. From"
    yield f"{likely} on a reason is *likely*; *unlikely* if more speaks against it than for it;"
    yield "else *possible*; and *not asked* while nothing is known. Fears and events have forms,"
    yield "and the likeliest form counts. Marked *decides*: likely whatever speaks against it."
    yield "Marked *caps*: while it holds, weak signs alone never make more than possible."
    yield "Marked *alone*: it counts only while nothing else is known."
    yield ""
    yield "Constipation and pain are shown first always. Help goes in this order: what is"
    yield "likely before what is possible; constipation where it is stuck, by the diary or by a"
    yield "danger sign, however much speaks for pain; then constipation and pain as more speaks"
    yield "for them, then the end of a fight, then what has most for it."


def _reasons() -> Iterator[str]:
    yield from heading("What speaks for and against")
    for key in Key:
        yield f"### {say(f'reasons.title.{key}')} (`{key}`)"
        yield ""
        rows = [
            (
                _fact(row.fact),
                _form(row),
                f"{row.speaks}{_mark(row)}",
                keys(row.sources),
            )
            for row in WEIGHTS[key]
        ]
        yield from table(("Seen or told", "Form", "Speaks", "Sources"), rows)
        yield ""


def _help() -> Iterator[str]:
    yield from heading("What helps")
    yield "What asks something of the child waits while it is tender, stuck or sore, while a"
    yield "doctor is to be called, and in a fight; a diaper that is asked for never waits."
    yield "While constipation or pain is only possible, the first thing is to look:"
    yield f"“{say('reasons.first.look')}”"
    yield ""
    rows = [
        (name, ", ".join(help_.parts), say(f"reasons.first.{name}"), _asks(help_.asks))
        for name, help_ in (
            *HELP.items(),
            *((f"fear_{of}", each) for of, each in HELP_OF.items()),
        )
    ]
    yield from table(("Reason", "Parts", "The first thing to do", "Asks more"), rows)
    yield ""
    made = ", ".join(f"{name}: `{key}`" for name, key in LADDER_FOR.items())
    yield f"[Ladders](ladder.md) made for one of them: {made}."


def _questions() -> Iterator[str]:
    yield from heading("The questions")
    yield "About a minute; each is one tap or several, and each can be skipped."
    yield ""
    rows = [
        (
            say(asked.text.key),
            ", ".join(each.replace("_", " ") for each in asked.answers),
            "several" if asked.several else "one",
        )
        for asked in QUESTIONS
    ]
    yield from table(("Question", "Answers", "Taps"), rows)
    yield ""
    yield "Asked again:"
    yield ""
    for row in AGAIN:
        yield from (f"- `{row.key}`: {say(key)}" for key in row.sentences)


def _ready() -> Iterator[str]:
    yield from heading("Ready? The list to tick")
    yield "Never a gate by itself: reviews found 21 signs and no agreement (`KAERTS-2012`)."
    yield ""
    yield from (f"- {say(f'reasons.ready.{item}')}" for item in ITEMS)


def _tell() -> Iterator[str]:
    yield from heading("Told at the next visit")
    yield from (f"- {_fact(fact)} {keys(sources)}" for fact, sources in TELL)


def _families() -> Iterator[str]:
    yield from heading("Families")
    yield "Stories that the tests hold the code to; they stand in `tests/stories/families/`."
    yield ""
    rows = [_family(story) for story in stories()]
    yield from table(("Family", "Why", "Leads first", "Likely", "Alert"), rows)


def _family(story: Story) -> Sequence[str]:
    told: Any = story.told
    expected = told["expect"][-1]
    return (
        told["title"],
        told["why"],
        ", ".join(expected.get("first", ())),
        ", ".join(expected.get("likely", ())),
        ", ".join(expected.get("alerts", ())),
    )


def _numbers() -> Iterator[str]:
    yield from heading("The numbers")
    yield from numbers(TOPICS)


def _sources() -> Iterator[str]:
    yield from heading("The sources")
    named = [name for rows in WEIGHTS.values() for row in rows for name in row.sources]
    named += [name for _, told in TELL for name in told]
    named += [key for each in numbers_of(TOPICS).values() for key in each.sources]
    yield from sources(named)


def _fact(fact: str) -> str:
    values = {"count": "…", "day": "…", "told": "…"}
    said = ENGLISH.say(Saying(key=f"reasons.saw.{fact}", values=values), MIA)
    return f"{said.removesuffix('.').removesuffix(AS_TOLD)}. (`{fact}`)"


def _form(row: Weight) -> str:
    return (row.of or "").replace("_", " ")


def _mark(row: Weight) -> str:
    marks = (name for name in ("decides", "caps", "alone") if getattr(row, name))
    return "".join(f", {mark}" for mark in marks)


def _asks(asks: object) -> str:
    return "yes: may wait" if asks else "no"
