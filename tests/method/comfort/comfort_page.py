"""The page docs/method/comfort.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.comfort import (
    RULES,
    SIGNS,
    Allowed,
    Asked,
    Rule,
    State,
    Urgency,
    allowed,
)
from stepstool.method.comfort.comfort import CLOSED_BY
from stepstool.method.comfort.opening import STUCK_RULES, WATCH_RULES
from stepstool.method.comfort.rules import FINDINGS, LEADS_TO, Closing
from stepstool.method.comfort.walk import AT_REST
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

PAGE: Final = DOCS / "comfort.md"
TOPICS: Final = ["comfort"]
# From the most serious to the least; an arrow is drawn for each rule and each closing.
ORDER: Final = (
    State.SEE_A_DOCTOR,
    State.CONSTIPATED,
    State.WATCH,
    State.COMFORTABLE,
    State.UNKNOWN,
)
WHO: Final = {
    State.SEE_A_DOCTOR: "please call",
    State.CONSTIPATED: "stuck or sore",
    State.WATCH: "tender",
    State.COMFORTABLE: "soft and easy",
    State.UNKNOWN: "getting to know Mia",
}
NUMBER_OF: Final = {
    key.partition(".")[2]: f"{number.value:g}"
    for key, number in numbers_of(TOPICS).items()
}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Comfort: soft and easy, tender, stuck or sore, please call"
    yield ""
    yield "Drawn from the tables that the code reads; not written by hand. `I` marks what is"
    yield "our own inference, to be tuned with a paediatrician. Nothing here diagnoses: it"
    yield "decides what grown-ups are asked, and when we say *call*. One sign makes us"
    yield "careful, two different ones make a problem, and silence leads to a question. A day"
    yield "without entries is unknown; it never counts against the child."
    yield ""
    for part in (_machine, _rules, _dangers, _allowed, _numbers, _sources):
        yield from part()


def _machine() -> Iterator[str]:
    yield from heading("The states")
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield "    state log <<choice>>"
    yield from (f"    {state}: {WHO[state]}" for state in ORDER)
    yield from (f"    {arrow}" for arrow in _arrows())
    yield "```"
    yield ""
    yield "`log` is the diary read anew: the most serious state with an open rule holds. *Please"
    yield "call* lies above the others while the log goes on underneath. Nothing is stored; the"
    yield "last {look_back} days are walked through each time, day by day. A clinician's word".format(
        **NUMBER_OF
    )
    yield "that good days may close is walked through from the word on, or from {treatment_long}".format(
        **NUMBER_OF
    )
    yield "days before the latest trouble: no time brings back what is closed. A diary that was"
    yield "stuck and falls silent for {silence} days is no longer known.".format(
        **NUMBER_OF
    )
    yield ""


def _arrows() -> Iterator[str]:
    """Draw an arrow for each group of rules that open and close alike."""
    alerts = ", ".join(f"{n} signs of {urgency}" for urgency, n in _counted())
    yield f"log --> see_a_doctor: {alerts}"
    yield "see_a_doctor --> log: every sign is answered"
    for state in ORDER[1:]:
        rules = [rule for rule in RULES.values() if rule.opens is state]
        yield f"log --> {state}: {', '.join(rule.key for rule in rules)}"
        for closing in Closing:
            keys = [rule.key for rule in rules if rule.closes is closing]
            if keys:
                how = closing.name.lower().replace("_", " ")
                yield f"{state} --> {LEADS_TO.get(closing, 'log')}: {how} ({', '.join(keys)})"


def _counted() -> Iterator[tuple[Urgency, int]]:
    for urgency in reversed(Urgency):
        yield urgency, sum(sign.urgency is urgency for sign in SIGNS)


def _rules() -> Iterator[str]:
    for title, rules in (
        ("Findings", FINDINGS.rules),
        ("Stuck or sore opens", STUCK_RULES.rules),
        ("Tender opens", WATCH_RULES.rules),
        ("Otherwise", AT_REST),
    ):
        yield from heading(title)
        rows = [_row(rule) for rule in rules]
        yield from table(("", "When", "Closes", "From age", "Sources"), rows)
        yield ""


def _row(rule: Rule) -> tuple[str, ...]:
    age = f"{rule.from_months} months" if rule.from_months else ""
    different = "; a week of *tender* if a parent sees it differently"
    closes = _filled(rule.closes) + (different if rule.overruled else "")
    return rule.key, _filled(rule.when), closes, age, keys(rule.sources)


def _dangers() -> Iterator[str]:
    yield from heading("Danger signs")
    yield "No setting and no elapsed time closes a sign, only an answer. *Soon* opens again if"
    yield "it repeats {soon_again} days after the answer, unless the doctor explained it;".format(
        **NUMBER_OF
    )
    yield "*now* and *today* at once. A clinician's own limit for days without replaces ours."
    yield ""
    for urgency in reversed(Urgency):
        closing = ", ".join(sorted(CLOSED_BY[urgency])).replace("_", " ")
        yield f"### {urgency.capitalize()}: closed by {closing}"
        yield ""
        rows = [
            (
                ENGLISH.say(Saying(key=f"danger.{sign.key}"), MIA),
                "the diary shows it" if sign.shows else "told",
                "" if sign.asked is Asked.NEVER else str(sign.asked),
                keys(sign.sources),
            )
            for sign in SIGNS
            if sign.urgency is urgency
        ]
        yield from table(("Sign", "From", "Asked", "Sources"), rows)
        yield ""


def _allowed() -> Iterator[str]:
    yield from heading("What each state allows")
    rows = [(f"*{WHO[state]}*", *_may(allowed(state))) for state in reversed(ORDER)]
    titles = (
        "State", "Diaper when asked", "Further by itself", "A harder step", "Sits offered",
        "Reward of the step", "New promises", "More fibre", "Listening", "Break",
    )  # fmt: skip
    yield from table(titles, rows)
    yield ""


def _may(may: Allowed) -> Iterator[str]:
    sits = f"at most {may.sits_a_day} a day" if may.sits_a_day else "none"
    hours = may.no_sit_after_hurt.total_seconds() / 3600
    yield "always" if may.diaper_when_asked else "no"
    yield "welcome" if may.goes_further_by_itself else "no"
    yield may.harder_step.replace("_", " ")
    yield f"{sits}, none for {hours:g} hours after a hurt" if hours else sits
    yield "yes" if may.reward else "no"
    yield "yes" if may.new_promises else "no"
    yield may.fibre.replace("_", " ")
    yield "yes" if may.listening else "no"
    yield may.break_.replace("_", " ")


def _numbers() -> Iterator[str]:
    yield from heading("The numbers")
    yield from numbers(TOPICS)


def _sources() -> Iterator[str]:
    yield from heading("The sources")
    named = [key for row in (*RULES.values(), *SIGNS) for key in row.sources]
    named += [key for each in numbers_of(TOPICS).values() for key in each.sources]
    yield from sources(named)


def _filled(sentence: str) -> str:
    return sentence.format(**NUMBER_OF)
