"""What a made-up family writes down besides poops: a cold, a journey, a question answered.

Everything comes from the chance that is handed in; how often is guessed, so that every
rule meets what it is about.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from stepstool.method.record.kinds.health import DangerAnswer, DangerKey
from stepstool.method.record.kinds.interview import ANSWERS
from tests.properties.children import BEGIN

Row = dict[str, Any]
Answers = Mapping[str, Sequence[Any]]

# kind, how likely in a week, the longest it lasts in days, and what may be answered
NOW_AND_THEN: Sequence[tuple[str, float, int, Answers]] = (
    (
        "illness",
        0.08,
        6,
        {
            "illness": ["cold", "tummy_bug", "fever"],
            "symptoms": [["vomiting"], ["watery_poop", "fever"], ["not_eating"]],
        },
    ),
    ("away", 0.08, 9, {"place": ["travel", "preschool", "other_home", "hospital"]}),
    ("big_change", 0.03, 0, {"change": ["new_baby", "new_home", "new_preschool"]}),
    ("tummy_ache", 0.15, 0, {"better_after_poop": ["yes", "no"]}),
    ("diaper_request", 0.6, 0, {"given": ["yes", "yes", "no", "unknown"]}),
    (
        "signal",
        0.5,
        0,
        {
            "signs": [["grunting"], ["hiding"], ["tiptoes"], ["red_face", "squatting"]],
            "meaning": ["about_to_go", "holding", "unknown"],
        },
    ),
    ("pee", 0.5, 0, {"place": ["potty", "toilet", "diaper"]}),
    ("meal", 1.0, 0, {"meal": ["breakfast", "lunch", "dinner", "snack"]}),
    ("note", 0.1, 0, {}),
    (
        "clinician_word",
        0.03,
        0,
        {
            "word": ["constipated", "not_constipated", "knows_about_it"],
            "name": ["Dr Ito"],
        },
    ),
)


def now_and_then(chance: Random, days: int) -> Iterator[Row]:
    """What happens some weeks and not others."""
    for kind, a_week, longest, questions in NOW_AND_THEN:
        for _ in range(times(chance, a_week * days / 7)):
            row = {"kind": kind, "at": daytime(chance, days)}
            if longest:
                row["until"] = row["at"] + timedelta(
                    hours=chance.randint(5, 24 * longest)
                )
            yield row | {"data": answered(chance, questions)}


def danger_signs(chance: Random, days: int) -> Iterator[Row]:
    """One family in seven sees a danger sign; two in three of these answer it later."""
    if chance.random() > 1 / 7:
        return
    sign, at = chance.choice(list(DangerKey)), daytime(chance, days)
    yield _danger(sign, DangerAnswer.HERE, at)
    if chance.random() < 2 / 3:
        later = at + timedelta(hours=chance.randint(1, 200))
        yield _danger(sign, chance.choice(list(DangerAnswer)), later)


def told_when_asked(chance: Random, days: int) -> Iterator[Row]:
    """Answers of the interview, most of them on the first evening."""
    for topic in chance.sample(list(ANSWERS), chance.choice([0, 1, 3, 6])):
        at = BEGIN if chance.random() < 0.7 else daytime(chance, days)
        answers = [str(chance.choice(ANSWERS[topic]))]
        data = {"topic": str(topic), "answers": answers}
        yield {"kind": "interview", "at": at, "data": data}


def medicine(chance: Random, days: int) -> Iterator[Row]:
    """One family in five has something ordered and gives it on most days."""
    if chance.random() > 1 / 5:
        return
    what, begun = (
        chance.choice(["softener", "clean_out", "rectal"]),
        daytime(chance, days),
    )
    yield {"kind": "medicine_ordered", "at": begun, "data": {"medicine": what}}
    for n in range(days - (begun - BEGIN).days):
        data = {"medicine": what, "outcome": chance.choice(OUTCOMES)}
        if chance.random() < 0.8:
            yield {
                "kind": "medicine_given",
                "at": begun + timedelta(days=n),
                "data": data,
            }


OUTCOMES = ["given"] * 8 + ["missed", "refused"]
Life = Callable[[Random, int], Iterator[Row]]
LIFE: Sequence[Life] = (now_and_then, danger_signs, told_when_asked, medicine)


def _danger(sign: DangerKey, answer: DangerAnswer, at: Any) -> Row:
    data = {"sign": str(sign), "answer": str(answer)}
    return {"kind": "danger_sign", "at": at, "data": data}


def times(chance: Random, expected: float) -> int:
    """How often something happens that is expected so often."""
    return int(expected) + (chance.random() < expected % 1)


def daytime(chance: Random, days: int) -> Any:
    """Give a moment of some day, mostly while the child is awake."""
    hours = chance.uniform(-3, 19) if chance.random() < 0.1 else chance.uniform(1, 14)
    return BEGIN + timedelta(days=chance.randrange(days), hours=hours)


def answered(chance: Random, questions: Answers) -> dict[str, Any]:
    """Answer each question, one by one."""
    return {name: chance.choice(answers) for name, answers in questions.items()}
