"""From a record to today's advice: gather, decide, say. Nothing is stored, nothing guessed."""

from dataclasses import replace

from stepstool.method import ladder, rewards
from stepstool.method.advice.advice import Advice, Question, SpokenAlert
from stepstool.method.advice.earned import spoken_rewards
from stepstool.method.advice.headline import headline
from stepstool.method.advice.kindness import kindness
from stepstool.method.advice.listening import may_listen
from stepstool.method.advice.moments import moments_of
from stepstool.method.advice.night import is_night
from stepstool.method.advice.plan import spoken_plan
from stepstool.method.advice.scene import Scene
from stepstool.method.advice.speaker import Speaker, speaker_of
from stepstool.method.advice.then_and_now import then_and_now
from stepstool.method.advice.week import last_full, last_words, seven_dots
from stepstool.method.comfort import SIGN_OF, Alert, Asking, Comfort, Urgency, assess
from stepstool.method.record import Record


def advise(record: Record, language: str = "en") -> Advice:
    """Give today's advice for the moment of the record, in a language.

    The same record gives the same advice, whatever the order of its entries (rule 8).
    """
    comfort = assess(record)
    calm = ladder.calm_of(record, comfort)
    plan = ladder.advise(record, comfort, calm)
    earned = rewards.rewards_of(record, comfort, plan)
    plan = replace(plan, earns=earned.earns)
    speaker = speaker_of(record, language)
    says = headline(record, comfort, plan, speaker)
    last = last_full(record)
    night = is_night(record.clock.local(record.at))
    scene = Scene(record=record, comfort=comfort, calm=calm, plan=plan, night=night)
    return Advice(
        at=record.at,
        child=record.child,
        comfort=comfort,
        sentence=says.sentence,
        state_word=_state_word(comfort, speaker),
        todo=kindness(scene, speaker) or says.todo,
        calm=calm,
        plan=spoken_plan(plan, speaker),
        rewards=spoken_rewards(earned, speaker),
        because=speaker.reasons(comfort.because),
        alerts=tuple(_spoken(alert, speaker, night=night) for alert in comfort.alerts),
        last=last_words(record, last, speaker),
        last_at=last.at if last else None,
        dots=seven_dots(record, comfort.days),
        notes=speaker.reasons(comfort.notes),
        tell=speaker.reasons(comfort.tell),
        questions=tuple(_asked(each, speaker) for each in comfort.questions),
        night=night,
        moments=moments_of(scene),
        listening=may_listen(record, comfort, calm),
        then_and_now=then_and_now(record, speaker),
    )


def _state_word(comfort: Comfort, speaker: Speaker) -> str:
    urgency = f"_{comfort.urgency}" if comfort.urgency else ""
    precise = f"state.{comfort.state}{urgency}"
    known = speaker.language.has(precise)
    return speaker.say(precise if known else f"state.{comfort.state}")


def _spoken(alert: Alert, speaker: Speaker, *, night: bool) -> SpokenAlert:
    text, sign = speaker.say(f"alert.{alert.says}"), SIGN_OF[alert.key]
    if night and alert.urgency is Urgency.TODAY:
        text = speaker.say("alert.at_night", alert=text)
    return SpokenAlert(
        key=alert.key,
        urgency=alert.urgency,
        text=text,
        because=speaker.reasons(alert.because),
        closed_by=sign.closed_by,
        comes_back=sign.comes_back,
    )


def _asked(asking: Asking, speaker: Speaker) -> Question:
    return Question(asking=asking, text=speaker.spoken(asking.text))
