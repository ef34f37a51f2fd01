"""`stepstool advise`: today's advice from a diary file, for any moment."""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from stepstool import method
from stepstool.cli import Subparsers, coming, earned, eating, files, why
from stepstool.cli.moments import add_diary_and_moment, moment

# What is printed is for programs and their makers.
LANGUAGE: Final = "en"


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "give the advice of a diary file for a moment"
    parser = subparsers.add_parser("advise", help=words, description=words)
    add_diary_and_moment(parser)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument(
        "--why",
        action="store_true",
        help="for each sentence its rule, file and line, numbers and sources",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the diary, ask the method, print."""
    at = moment(args.at)
    diary = files.read_diary(args.diary)
    record = method.Record(diary.child, diary.entries, at)
    speaker = method.speaker_of(record, LANGUAGE)
    advised = method.advise(record)
    advice = method.speak(advised, speaker)
    why_not = method.reasons_of(record, speaker, advice=advised)
    rhythm = method.spoken_rhythm(method.rhythm_of(record, advised), speaker)
    signals = method.announced_by(record, speaker)
    if args.json:
        document = _for_programs(advice, speaker) | {
            "reasons": [
                _reason(reason) for reason in why_not.reasons if reason.is_asked
            ],
            "rewards": earned.for_programs(record, advice),
            "words": list(_words(record, advised, speaker)),
            "food": eating.for_programs(record, advice, speaker),
            "listening": _listening(advice, speaker),
            "rhythm": coming.for_programs(rhythm, signals),
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
    elif args.why:
        print("\n".join((*advice.today, *why.lines(_all_reasons(advice, why_not)))))
    else:
        print(
            "\n".join(
                (
                    *_for_people(advice),
                    *earned.for_people(advice),
                    *coming.for_people(rhythm, signals),
                    *_why_not(why_not),
                )
            )
        )
    return 0


def _all_reasons(
    advice: method.SpokenAdvice, why_not: method.SpokenReasons
) -> Iterator[tuple[str, method.SpokenBecause]]:
    """Give every reason that stands behind today's sentences, each with its room."""
    alerts = (reason for alert in advice.alerts for reason in alert.because)
    own, *behind = advice.plan.because
    if advice.idea:
        yield "advice", advice.idea
    yield from (("comfort", reason) for reason in alerts)
    if advice.zone:
        yield from (("advice", reason) for reason in advice.zone.because)
    yield "advice" if own.rule.startswith("jump_") else "ladder", own
    yield from (("comfort", e) for e in (*advice.because, *advice.notes, *advice.tell))
    yield from (("calm", reason) for reason in behind)
    for reason in why_not.leads:
        both = (*reason.speaks_for, *reason.speaks_against)
        yield from (("reasons", reason) for reason in both)


def _for_programs(
    advice: method.SpokenAdvice, speaker: method.Speaker
) -> dict[str, Any]:
    comfort = advice.comfort
    return {
        "at": advice.at.isoformat(),
        "child": _child(advice.child),
        "comfort": {
            "state": str(comfort.state),
            "urgency": None if comfort.urgency is None else str(comfort.urgency),
            "because": _reasons((*advice.because, *advice.notes)),
            "questions": [question.text for question in advice.questions],
        },
        "alerts": [
            {
                "key": str(alert.key),
                "urgency": str(alert.urgency),
                "because": _reasons(alert.because),
            }
            for alert in advice.alerts
        ],
        "calm": _calm(advice, speaker),
        "plan": _plan(advice.plan),
        "today": list(advice.today),
        "idea": _idea(advice),
        "doctors_plan": _zone(advice),
    }


def _zone(advice: method.SpokenAdvice) -> dict[str, Any] | None:
    """The zone of the doctor's own plan that holds, why, and its words as they stand."""
    zone = advice.zone
    if zone is None:
        return None
    return {
        "zone": str(zone.of.zone),
        "because": _reasons(zone.because),
        "text": zone.text,
        "whose": zone.whose,
    }


def _calm(advice: method.SpokenAdvice, speaker: method.Speaker) -> dict[str, Any]:
    """How tense it is, by which signs, and what helps."""
    calm = advice.calm
    return {
        "level": str(calm.level),
        "signs": list(calm.signs),
        "because": _reasons(speaker.reasons(calm.because)),
        "advice": [speaker.spoken(saying) for saying in calm.advice],
    }


def _idea(advice: method.SpokenAdvice) -> dict[str, Any] | None:
    """What is proposed on a calm day, why, and the ladder that it is about."""
    proposal = advice.of.proposal
    if proposal is None or advice.idea is None:
        return None
    return {
        "key": str(proposal.idea),
        "text": advice.todo.text,
        "because": _reasons([advice.idea]),
        "ladder": proposal.ladder or None,
    }


def _child(child: method.Child) -> dict[str, str | None]:
    return {"name": child.name, "born": str(child.born) if child.born else None}


def _plan(plan: method.SpokenPlan) -> dict[str, Any]:
    return {
        "ladder": plan.ladder or None,
        "step": plan.step,
        "move": str(plan.move),
        "because": _reasons(plan.because),
    }


def _listening(advice: method.SpokenAdvice, speaker: method.Speaker) -> dict[str, Any]:
    listening = advice.listening
    because = _reasons(speaker.reasons(listening.because))
    return {"may": listening.is_now, "trend": str(listening.trend), "because": because}


def _words(
    record: method.Record, advice: method.Advice, speaker: method.Speaker
) -> Iterator[dict[str, str]]:
    for words in method.words_of(record, advice, speaker):
        named = {"situation": str(words.situation), "reader": str(words.reader)}
        yield from (named | {"text": text} for text in words.lines)


def _reason(reason: method.SpokenReason) -> dict[str, Any]:
    return {
        "key": reason.key,
        "likely": str(reason.level),
        "for": _reasons(reason.speaks_for),
        "against": _reasons(reason.speaks_against),
        "of": list(reason.of),
        "help": list(reason.help),
        "ladders": list(reason.ladders),
        "first": reason.first,
    }


def _reasons(reasons: Iterable[method.SpokenBecause]) -> list[dict[str, str]]:
    return [
        {"rule": reason.rule, "saw": reason.saw, "source": _source(reason)}
        for reason in reasons
    ]


def _source(reason: method.SpokenBecause) -> str:
    return "; ".join(
        f"{source.title} ({source.year})" if source.year else source.title
        for source in reason.sources
    )


def _for_people(advice: method.SpokenAdvice) -> Iterator[str]:
    yield from advice.today
    yield from (question.text for question in advice.questions)
    if zone := advice.zone:
        yield from ("", zone.says, zone.text, f"({zone.whose})")
    for alert in advice.alerts:
        yield from _why(alert.text, alert.because)
    if plan := advice.plan.says:
        yield from _why(f"The step: {plan}", advice.plan.because)
    yield from _why(f"Why “{advice.state_word}”:", advice.because)
    if advice.notes:
        yield from _why("Also:", advice.notes)
    if advice.tell:
        yield from _why("For the next visit:", advice.tell)


def _why_not(why_not: method.SpokenReasons) -> Iterator[str]:
    for lead in why_not.leads:
        speaks = (*lead.speaks_for, *lead.speaks_against)
        yield from _why(f"{lead.title} ({lead.level_word}) {lead.first}", speaks)
    yield from ("", why_not.sure)
    yield from (reason.saw for reason in why_not.clinician)


def _why(what: str, reasons: Iterable[method.SpokenBecause]) -> Iterator[str]:
    yield ""
    yield what
    for reason in reasons:
        yield f"  - {reason.saw} [{reason.rule}: {_source(reason)}]"
