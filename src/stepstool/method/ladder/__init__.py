"""The steps, and the moves between them; ladders are data (M5, M19).

`calm_of` says how tense it is, `advise` what to do about the child's step. The rows of the
two tables stand in `verdict` (how a poop is judged) and in `moves`.
"""

from stepstool.method.ladder.advise import READING, PlanAdvice, advise
from stepstool.method.ladder.asking import (
    StepAnswer,
    StepQuestion,
    question_about,
    question_of,
)
from stepstool.method.ladder.forward import Progress
from stepstool.method.ladder.gate import calm_of, was_fight_a_week_ago
from stepstool.method.ladder.ladder import (
    LADDERS,
    OWN,
    VERSIONS,
    Earns,
    Finding,
    Harder,
    Ladder,
    Per,
    Step,
    Treat,
    Until,
    Wanted,
    Wrong,
    check,
    ladder_in,
    ladder_of,
    ladders_for,
    made_of,
    own_ladder_of,
    own_ladders,
)
from stepstool.method.ladder.moves import MOVES, Advised, MoveMark
from stepstool.method.ladder.prepare import PREPARES, prepare_of
from stepstool.method.ladder.verdict import VERDICTS, Judged, Verdict, counts

__all__ = [
    "LADDERS",
    "MOVES",
    "OWN",
    "PREPARES",
    "READING",
    "VERDICTS",
    "VERSIONS",
    "Advised",
    "Earns",
    "Finding",
    "Harder",
    "Judged",
    "Ladder",
    "MoveMark",
    "Per",
    "PlanAdvice",
    "Progress",
    "Step",
    "StepAnswer",
    "StepQuestion",
    "Treat",
    "Until",
    "Verdict",
    "Wanted",
    "Wrong",
    "advise",
    "calm_of",
    "check",
    "counts",
    "ladder_in",
    "ladder_of",
    "ladders_for",
    "made_of",
    "own_ladder_of",
    "own_ladders",
    "prepare_of",
    "question_about",
    "question_of",
    "was_fight_a_week_ago",
]
