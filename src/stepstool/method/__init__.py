"""The method: a record in, today's advice out.

Standard library only. No clock, no chance, no network: the same record and the same
moment give the same advice (rule 8). This is its front door: others import
`from stepstool import method` and nothing deeper.
"""

from stepstool.method import (
    advice,
    calm,
    comfort,
    evidence,
    ladder,
    record,
    rewards,
    rhythm,
    speech,
    words,
)
from stepstool.method.advice import *  # noqa: F403 - whole, by its own list
from stepstool.method.calm import FIRM_END, SOFT_END, Course, GoodTime, Trend, course_of
from stepstool.method.calm import Place as PlanPlace
from stepstool.method.comfort import (
    ASK_FIRST,
    RULES,
    SIGNS,
    STOP_AND_CALL,
    Asked,
    Asking,
    Asks,
    HarderStep,
    Sign,
    State,
    allowed,
    assess,
    hard_stops,
    signs_to_keep,
)
from stepstool.method.evidence import FOODS, NUMBERS, SOURCES, Number, Source, span
from stepstool.method.evidence import count as evidence_count
from stepstool.method.evidence import number as evidence_number
from stepstool.method.food import READING as FOOD_READING
from stepstool.method.food import DayOfFood
from stepstool.method.food import Level as FoodLevel
from stepstool.method.food import picture as food_picture
from stepstool.method.ladder import (
    LADDERS,
    Advised,
    Finding,
    Harder,
    Judged,
    Ladder,
    Mark,
    Progress,
    Step,
    StepQuestion,
    Treat,
    Until,
    Verdict,
    Wanted,
    Wrong,
    ladder_of,
    ladders_for,
    made_of,
    own_ladder_of,
    own_ladders,
)
from stepstool.method.ladder import OWN as OWN_LADDER
from stepstool.method.ladder import check as check_ladder
from stepstool.method.ladder import question_of as step_question
from stepstool.method.reasons import Level as ReasonLevel
from stepstool.method.record import *  # noqa: F403 - the record whole, by its own list
from stepstool.method.rewards import (
    STAGES,
    SUBSTITUTES,
    SWEETS,
    THINGS,
    Due,
    FadingMove,
    Rewards,
    Risk,
    Slot,
    risk_of,
)
from stepstool.method.rhythm import (
    Chance,
    Closed,
    Forecast,
    Knowing,
    SignalReport,
    Tells,
    Window,
)
from stepstool.method.speech import *  # noqa: F403 - whole, by its own list
from stepstool.method.words import (
    Company,
    NotCompiledError,
    Reader,
    Reason,
    Situation,
    Speaker,
    Voice,
    figures_for,
    for_situation,
    language,
    page_of,
    readers_of,
    speaker_in,
    speaker_of,
    voice_of,
)
from stepstool.method.words import Section as PageSection
from stepstool.method.words import Told as SpokenFigure
from stepstool.method.words import Topic as FigureTopic

__all__ = [
    "ASK_FIRST",
    "FIRM_END",
    "FOODS",
    "FOOD_READING",
    "LADDERS",
    "NUMBERS",
    "OWN_LADDER",
    "RULES",
    "SIGNS",
    "SOFT_END",
    "SOURCES",
    "STAGES",
    "STOP_AND_CALL",
    "SUBSTITUTES",
    "SWEETS",
    "THINGS",
    "Advised",
    "Asked",
    "Asking",
    "Asks",
    "Chance",
    "Closed",
    "Company",
    "Course",
    "DayOfFood",
    "Due",
    "FadingMove",
    "FigureTopic",
    "Finding",
    "FoodLevel",
    "Forecast",
    "GoodTime",
    "Harder",
    "HarderStep",
    "Judged",
    "Knowing",
    "Ladder",
    "Mark",
    "NotCompiledError",
    "Number",
    "PageSection",
    "PlanPlace",
    "Progress",
    "Reader",
    "Reason",
    "ReasonLevel",
    "Rewards",
    "Risk",
    "Sign",
    "SignalReport",
    "Situation",
    "Slot",
    "Source",
    "Speaker",
    "SpokenFigure",
    "State",
    "Step",
    "StepQuestion",
    "Tells",
    "Treat",
    "Trend",
    "Until",
    "Verdict",
    "Voice",
    "Wanted",
    "Window",
    "Wrong",
    "allowed",
    "assess",
    "calm",
    "check_ladder",
    "comfort",
    "course_of",
    "evidence",
    "evidence_count",
    "evidence_number",
    "figures_for",
    "food_picture",
    "for_situation",
    "hard_stops",
    "ladder",
    "ladder_of",
    "ladders_for",
    "language",
    "made_of",
    "own_ladder_of",
    "own_ladders",
    "page_of",
    "readers_of",
    "rewards",
    "rhythm",
    "risk_of",
    "signs_to_keep",
    "span",
    "speaker_in",
    "speaker_of",
    "step_question",
    "voice_of",
    "words",
]
__all__ += record.__all__
__all__ += advice.__all__
__all__ += speech.__all__
