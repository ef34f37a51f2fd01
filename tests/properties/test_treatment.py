"""What holds on every day of a treatment, whatever else was written; each with its breaker."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool.method import SpokenTreatment, assess, spoken_treatment, treatment_of
from stepstool.method.comfort import Comfort, State, Urgency
from stepstool.method.record import Child, Entry, Month, Record, read_entry
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.treatment import NOT_EXPECTED, TreatmentStage
from stepstool.method.words import language, speaker_of
from tests.properties.diaries import END, children, diaries

DAYS: Final = st.integers(0, 30)
DOSE: Final = re.compile(
    r"\d|\b(sachet|spoon|tablet|drop|capful|scoop|mg|ml|gram|double|half|twice the)s?\b",
    re.IGNORECASE,
)
KEYS: Final = [
    key for key in language("en") if key.startswith(("treatment.", "medicine."))
]
# Before one from below: the words of the packet's own list, on when to call.
OF_THE_PACKET: Final = ("within 30 minutes", "within 24 hours")


def entry(kind: str, at: datetime, **data: Any) -> Entry:
    raw = {"id": f"{kind}-{at.isoformat()}", "kind": kind, "at": at.isoformat()}
    return read_entry({**raw, "data": data})


def cleaning_out(
    child: Child,
    diary: list[Entry],
    days: int,
    *more: Entry,
    at: datetime | None = None,
) -> Record:
    """Give a record in whose clean-out so many days have passed."""
    begun = END + timedelta(minutes=1)
    order = entry("medicine_ordered", begun, medicine="clean_out")
    moment = at or begun + timedelta(days=days, hours=6)
    return Record(child, [*diary, order, *more], moment)


def spoken(record: Record) -> SpokenTreatment:
    day = treatment_of(record, assess(record))
    return spoken_treatment(day, speaker_of(record, "en"))


def tells_the_day(treatment: SpokenTreatment) -> bool:
    """Whether a day of a clean-out has its sentence, what belongs to it, and what does not."""
    if treatment.of.stage is not TreatmentStage.CLEAN_OUT:
        return True
    signs = {sign.key for sign in treatment.not_expected}
    is_whole = all(treatment.says) and all(treatment.expected)
    return (
        bool(treatment.says and treatment.expected)
        and is_whole
        and signs == set(NOT_EXPECTED)
    )


def calls(comfort: Comfort, key: DangerKey) -> bool:
    """Whether a sign that is there says to call, today at the latest, before all else."""
    alerts = [alert for alert in comfort.alerts if alert.key is key]
    return comfort.state is State.SEE_A_DOCTOR and any(
        alert.urgency is not Urgency.SOON for alert in alerts
    )


def names_a_dose(text: str) -> bool:
    """Whether a sentence says how much of something."""
    for words in OF_THE_PACKET:
        text = text.replace(words, "")
    return DOSE.search(re.sub(r"\{.*?\}", "", text)) is not None


@pytest.mark.generated
@given(children, diaries, DAYS)
def test_every_day_of_a_clean_out_has_its_sentence(
    child: Child, diary: list[Entry], days: int
) -> None:
    record = cleaning_out(child, diary, days)
    treatment = spoken(record)
    assert treatment.of.stage is TreatmentStage.CLEAN_OUT
    assert tells_the_day(treatment)


@pytest.mark.generated
@given(children, diaries, DAYS, st.sampled_from(NOT_EXPECTED))
def test_what_is_not_expected_always_leads_to_the_call(
    child: Child, diary: list[Entry], days: int, key: DangerKey
) -> None:
    when = END + timedelta(days=days, hours=7)
    here = entry("danger_sign", when, sign=key, answer="here")
    record = cleaning_out(child, diary, days, here, at=when + timedelta(minutes=1))
    assert calls(assess(record), key)


@pytest.mark.generated
@given(children, diaries, st.integers(1, 48))
def test_nothing_by_the_named_hour_always_leads_to_the_call(
    child: Child, diary: list[Entry], hours: int
) -> None:
    begun = END + timedelta(minutes=2)
    named = entry(
        "medicine_ordered", begun, medicine="clean_out", call_after_hours=hours
    )
    due = begun + timedelta(hours=hours)
    before, after = (
        Record(child, [*diary, named], due + timedelta(minutes=minutes))
        for minutes in (-1, 1)
    )
    key = DangerKey.CLEAN_OUT_NOTHING
    assert calls(assess(after), key)
    told = {one.sign for one in diary if one.KIND == "danger_sign"}  # type: ignore[attr-defined]
    assert key in told or not calls(assess(before), key)


@pytest.mark.generated
@given(children, diaries, DAYS)
def test_the_same_record_gives_the_same_treatment(
    child: Child, diary: list[Entry], days: int
) -> None:
    first = cleaning_out(child, diary, days)
    again = cleaning_out(child, list(reversed(diary)), days)
    assert treatment_of(first, assess(first)) == treatment_of(again, assess(again))


@pytest.mark.parametrize("key", KEYS)
def test_no_sentence_of_treatment_names_a_dose(key: str) -> None:
    assert not names_a_dose(language("en").text(key))


MIA: Final = Child(born=Month(2022, 9), name="Mia", id="mia")


def test_a_day_without_its_sentence_or_without_a_sign_would_be_noticed() -> None:
    treatment = spoken(cleaning_out(MIA, [], 2))
    assert tells_the_day(treatment)
    assert not tells_the_day(replace(treatment, says=()))
    assert not tells_the_day(replace(treatment, expected=("",)))
    assert not tells_the_day(
        replace(treatment, not_expected=treatment.not_expected[1:])
    )


def test_a_sign_that_does_not_lead_to_the_call_would_be_noticed() -> None:
    when = END + timedelta(hours=7)
    key = DangerKey.CLEAN_OUT_UNWELL
    here = entry("danger_sign", when, sign=key, answer="here")
    felt = assess(cleaning_out(MIA, [], 1, here))
    assert calls(felt, key)
    late = tuple(replace(alert, urgency=Urgency.SOON) for alert in felt.alerts)
    assert not calls(replace(felt, alerts=()), key)
    assert not calls(replace(felt, alerts=late), key)
    assert not calls(replace(felt, state=felt.body), key)


@pytest.mark.parametrize(
    "text", ["Give 2 of it.", "One more sachet.", "Double it.", "Half of it today."]
)
def test_a_dose_would_be_noticed(text: str) -> None:
    assert names_a_dose(text)
