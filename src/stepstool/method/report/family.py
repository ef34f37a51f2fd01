"""What the family brings: why it comes, how old the child is, since when, its own questions."""

from collections.abc import Iterator

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, Saying
from stepstool.method.record.child import MONTHS_A_YEAR
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.record.kinds.visit import VisitQuestions
from stepstool.method.report.lines import Case, Line, else_line, line, saying, told

N = topic("report")


def why(case: Case) -> Iterator[Line]:
    """Say why the family comes, as far as it told, and how the diary reads today."""
    yield from else_line(_reasons(case), "report.why.not_told")
    yield line("report.why.state", state=Saying(key=f"state.{case.comfort.state}"))


def _reasons(case: Case) -> Iterator[Line]:
    open_signs = [saying(f"report.sign.{alert.key}") for alert in case.comfort.alerts]
    if open_signs:
        yield line("report.why.signs", *open_signs)
    yield from told(case, Topic.FOUR_WEEKS)
    yield from told(case, Topic.WHERE_NOW)


def since(case: Case) -> Iterator[Line]:
    """Say the age, since when it is so, what it began with, and what is known of the child."""
    yield Line(says=age(case.record))
    for asked in (Topic.SINCE_WHEN, Topic.BEGAN_WITH):
        yield from else_line(told(case, asked), f"report.not_known.{asked}")
    yield from told(case, Topic.CONDITIONS)


def age(record: Record) -> Saying:
    """Say how old the child is; a birth month has no day, so the age is about right."""
    months = record.child.oldest_months(record.today)
    if months is UNKNOWN:
        return saying("report.age.not_known")
    years, rest = divmod(months, MONTHS_A_YEAR)
    return saying(
        "report.age.known", years=years, months=rest, born=str(record.child.born)
    )


def own(case: Case) -> Iterator[Line]:
    """Say the family's own questions; nothing where it has none."""
    questions = case.record.last(VisitQuestions)
    for question in questions.asked if questions else ():
        yield line("report.own.question", question=question)
