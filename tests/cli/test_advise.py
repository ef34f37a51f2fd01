"""`stepstool advise`: the contract that other programs stand on."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stepstool import cli, method
from stepstool.cli import why

SRC = Path(__file__).parents[2] / "src"
AT = "2026-03-04T20:00+00:00"
SOFT = {"bristol": 4, "pain": 0, "place": "diaper"}


def poop(day: int, **data: Any) -> dict[str, Any]:
    at = f"2026-03-{day:02}T18:10:00+00:00"
    return {"id": f"p{day}", "kind": "poop", "at": at, "data": SOFT | data}


def sign(day: int, name: str) -> dict[str, Any]:
    at = f"2026-03-{day:02}T18:00:00+00:00"
    data = {"sign": name, "answer": "here"}
    return {"id": f"s{day}", "kind": "danger_sign", "at": at, "data": data}


@pytest.fixture
def diary(tmp_path: Path) -> Callable[..., Path]:
    def write(*entries: dict[str, Any]) -> Path:
        path = tmp_path / "mia.json"
        child = {"born": "2022-05", "name": "Mia"}
        raw = {"format": "stepstool-diary", "version": 1, "child": child}
        path.write_text(json.dumps(raw | {"entries": entries}))
        return path

    return write


@pytest.fixture
def advice(capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    def ask(path: Path, at: str = AT) -> dict[str, Any]:
        assert cli.main(["advise", str(path), "--at", at, "--json"]) == 0
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        return told

    return ask


Diary = Callable[..., Path]
Ask = Callable[..., dict[str, Any]]


def test_a_child_that_poops_softly_is_comfortable(diary: Diary, advice: Ask) -> None:
    told = advice(diary(*[poop(day) for day in (1, 2, 3, 4)]))
    assert (told["comfort"]["state"], told["comfort"]["urgency"]) == (
        "comfortable",
        None,
    )


def test_without_a_danger_sign_there_is_no_alert(diary: Diary, advice: Ask) -> None:
    assert advice(diary(poop(4)))["alerts"] == []


def test_a_verdict_is_never_without_reasons(diary: Diary, advice: Ask) -> None:
    (reason, *_) = advice(diary())["comfort"]["because"]
    assert set(reason) == {"rule", "saw", "source"}
    assert all(reason.values())


def test_a_danger_sign_is_an_alert_with_its_reason(diary: Diary, advice: Ask) -> None:
    told = advice(diary(sign(4, "green_or_bloody_vomit")))
    (alert,) = told["alerts"]
    assert (alert["key"], alert["urgency"]) == ("green_or_bloody_vomit", "now")
    assert set(alert["because"][0]) == {"rule", "saw", "source"}
    assert (told["comfort"]["state"], told["comfort"]["urgency"]) == (
        "see_a_doctor",
        "now",
    )


def test_it_says_of_whom_and_when(diary: Diary, advice: Ask) -> None:
    told = advice(diary())
    assert told["at"] == "2026-03-04T20:00:00+00:00"
    assert told["child"] == {"name": "Mia", "born": "2022-05"}


def test_today_is_a_list_of_sentences(diary: Diary, advice: Ask) -> None:
    today = advice(diary())["today"]
    assert today
    assert all(isinstance(sentence, str) and sentence for sentence in today)


def test_what_was_written_later_is_ignored(diary: Diary, advice: Ask) -> None:
    before = advice(diary(poop(3)))
    assert advice(diary(poop(3), sign(5, "green_or_bloody_vomit"))) == before


def test_the_same_question_has_the_same_answer(diary: Diary, advice: Ask) -> None:
    path = diary(*[poop(day) for day in (4, 1, 3)])
    assert advice(path) == advice(path)


def test_the_offset_of_the_moment_does_not_matter(diary: Diary, advice: Ask) -> None:
    path = diary(poop(3))
    utc, tokyo = advice(path), advice(path, "2026-03-05T05:00+09:00")
    assert {**utc, "at": ""} == {**tokyo, "at": ""}


def test_for_people_it_is_said_with_the_reasons(
    diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    path = diary(sign(4, "green_or_bloody_vomit"), poop(4, bristol=1, pain=3))
    cli.main(["advise", str(path), "--at", AT])
    said = capsys.readouterr().out
    assert "Why “" in said
    assert "  - " in said


def test_for_people_it_says_the_step_of_the_plan(
    diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    start = {"move": "start", "ladder": "b", "ladder_version": 1, "step": 1}
    plan = poop(1) | {"id": "l", "kind": "plan", "data": start}
    cli.main(["advise", str(diary(plan, poop(3), poop(4))), "--at", AT])
    assert "The step: " in capsys.readouterr().out


def test_for_people_it_says_what_else_to_know_and_to_tell(
    diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = sign(4, "keeps_vomiting")
    over = stopped | {"id": "o", "data": stopped["data"] | {"answer": "stopped"}}
    conditions = {"topic": "conditions", "answers": ["autism"]}
    told = stopped | {"id": "c", "kind": "interview", "data": conditions}
    cli.main(["advise", str(diary(over, told, poop(4))), "--at", AT])
    said = capsys.readouterr().out
    assert "Also:" in said
    assert "For the next visit:" in said


def interview(day: int, topic: str, *answers: str) -> dict[str, Any]:
    at = f"2026-03-{day:02}T19:00:00+00:00"
    data = {"topic": topic, "answers": list(answers)}
    return {"id": f"i-{topic}", "kind": "interview", "at": at, "data": data}


def test_it_says_what_may_be_in_the_way(diary: Diary, advice: Ask) -> None:
    hides = interview(3, "says_or_does", "hides", "afraid_of_the_flush")
    told = {each["key"]: each for each in advice(diary(hides))["reasons"]}
    assert (told["privacy"]["likely"], told["fear"]["likely"]) == ("likely", "likely")
    assert told["fear"]["of"] == ["flush"]
    assert set(told["privacy"]["for"][0]) == {"rule", "saw", "source"}


def test_constipation_and_pain_are_looked_at_first(diary: Diary, advice: Ask) -> None:
    reasons = advice(diary(interview(3, "seat", "feet_dangle")))["reasons"]
    assert [each["key"] for each in reasons] == ["constipation", "pain", "posture"]


def test_each_reason_has_one_of_three_levels_and_its_evidence(
    diary: Diary, advice: Ask
) -> None:
    reasons = advice(diary(*[poop(day) for day in (1, 2, 3, 4)]))["reasons"]
    assert all(each["for"] or each["against"] for each in reasons)
    levels = {each["likely"] for each in reasons}
    assert levels <= {"likely", "possible", "unlikely"}


def test_for_people_it_says_that_nobody_can_be_sure(
    diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    thyroid = interview(3, "conditions", "thyroid")
    cli.main(["advise", str(diary(thyroid)), "--at", AT])
    said = capsys.readouterr().out
    assert "Nobody can be sure" in said
    assert "clinician’s plan leads" in said


def test_a_stream_is_read(
    diary: Diary,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(diary(poop(4)).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert cli.main(["advise", "-", "--at", AT, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["child"]["name"] == "Mia"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-03-04T08:00", "like 2026-03-04T08:00+00:00"),
        ("2026-03-04", "like 2026-03-04T08:00+00:00"),
        ("now", "like 2026-03-04T08:00+00:00"),
        ("1926-03-04T08:00+00:00", "2000 to 2100"),
        ("2126-03-04T08:00+00:00", "2000 to 2100"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_the_cure(
    at: str, said: str, diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["advise", str(diary()), "--at", at]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_is_no_diary_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_text("[]")
    assert cli.main(["advise", str(path), "--at", AT]) == 2
    assert "no diary file" in capsys.readouterr().err


def test_entries_that_cannot_be_read_do_not_stop_it(diary: Diary, advice: Ask) -> None:
    path = diary(poop(4), {"kind": "hover"}, {"id": "x", "kind": "poop", "at": "?"})
    assert advice(path)["comfort"]["because"]


def test_the_words_for_now_are_told_by_situation_and_reader(
    diary: Diary, advice: Ask
) -> None:
    words = advice(diary(poop(4, place="pants")), at="2026-03-04T19:00+00:00")["words"]
    first = words[0]
    assert set(first) == {"situation", "reader", "text"}
    assert (first["situation"], first["reader"]) == ("accident", "child")


def test_food_is_told_and_what_nobody_wrote_is_null(diary: Diary, advice: Ask) -> None:
    meal = {
        "id": "m",
        "kind": "meal",
        "at": "2026-03-04T12:00:00+00:00",
        "data": {"meal": "lunch", "plate": ["lentils"]},
    }
    food = advice(diary(meal))["food"]
    assert food["days"][-1]["fibre"] == 4.0
    assert food["days"][0]["fibre"] is None
    assert food["band"] == {"floor": 8, "goal": 15}
    assert all(each["source"] for each in food["because"])


def test_the_rhythm_says_how_much_it_knows(diary: Diary, advice: Ask) -> None:
    rhythm = advice(diary(*[poop(day) for day in (1, 2, 3)]))["rhythm"]
    assert (rhythm["known"], rhythm["closed"]) == ("not_yet", None)
    assert len(rhythm["tens"]) == 144
    assert set(rhythm["next_hour"]) == {
        "since",
        "until",
        "chance",
        "low",
        "high",
        "poops",
    }
    assert rhythm["surer"]


def test_a_signal_and_a_window_are_told(diary: Diary, advice: Ask) -> None:
    signs = {"signs": ["going_quiet"]}
    quiet = poop(3) | {"id": "q", "kind": "signal", "data": signs}
    path = diary(quiet, *[poop(day) for day in (1, 2, 3)])
    told = advice(path, "2026-03-04T06:00+00:00")["rhythm"]
    (signal,) = told["signals"]
    assert (signal["sign"], signal["tells"]) == ("going_quiet", "too_few")
    assert told["windows"]
    assert all({"hits", "of", "saw", "source"} <= set(each) for each in told["windows"])


def test_how_tense_it_is_is_told_with_its_signs(diary: Diary, advice: Ask) -> None:
    def sit(day: int) -> dict[str, Any]:
        at = f"2026-03-0{day}T09:00+00:00"
        made = {"offered": "yes", "accepted": "yes", "made_to": "yes"}
        return {"id": f"t{day}", "kind": "sit", "at": at, "data": made}

    calm = advice(diary(poop(1), sit(2), sit(3)))["calm"]
    assert (calm["level"], calm["signs"]) == ("fight", ["P4"])
    assert calm["because"][0]["rule"] == "P4"
    assert calm["advice"]
    assert advice(diary(poop(1)))["calm"]["level"] == "calm"


def test_why_leads_from_a_sentence_to_its_row_its_numbers_and_its_sources(
    diary: Diary, capsys: pytest.CaptureFixture[str]
) -> None:
    path = diary(*[poop(day, bristol=1, pain=2) for day in (1, 2, 3, 4)])
    assert cli.main(["advise", str(path), "--at", AT, "--why"]) == 0
    told = capsys.readouterr().out
    assert "4 that hurt between Sunday 1 March and Wednesday 4 March." in told
    found = re.search(r"rule     F3, (stepstool/method/comfort/\w+\.py):(\d+)", told)
    assert found
    file, line = found.groups()
    row = (SRC / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert 'key="F3"' in row
    assert (
        "number   2 poops that hurt: So many poops that hurt make the finding." in told
    )
    assert "source   Constipation in children and young people (CG99), table 1" in told


def test_every_rule_of_comfort_and_every_danger_sign_has_its_row() -> None:
    rules = [*method.RULES, *(str(sign.key) for sign in method.SIGNS)]
    rows = {rule: why.where("comfort", rule) for rule in rules}
    assert [rule for rule, row in rows.items() if row is None] == []
    tables = {
        row.file.removeprefix("stepstool/method/") for row in rows.values() if row
    }
    homes = ("rules", "opening", "walk", "signs")
    assert tables == {f"comfort/{home}.py" for home in homes}


def test_what_is_no_row_of_a_table_is_told_without_a_place() -> None:
    made_up = method.SpokenBecause(rule="made up", saw="So it is.", sources=())
    assert list(why.lines([("comfort", made_up), ("comfort", made_up)])) == [
        "",
        "So it is.",
        "  rule     made up",
    ]


def plan_at_home(**told: Any) -> dict[str, Any]:
    data = {"ordered_by": "Dr Ito", "well": "Go on.", "well_when": ["soft"], **told}
    at = "2026-03-01T08:00:00+00:00"
    return {"id": "plan", "kind": "action_plan", "at": at, "data": data}


def test_the_zone_of_the_doctors_plan_is_there_for_programs(
    diary: Diary, advice: Ask
) -> None:
    written = diary(plan_at_home(), *[poop(day) for day in (1, 2, 3, 4)])
    zone = advice(written)["doctors_plan"]
    assert (zone["zone"], zone["text"]) == ("well", "Go on.")
    assert zone["whose"] == "Plan of Dr Ito, written down on Sunday 1 March"
    (because,) = zone["because"]
    assert because["saw"] == "the last poop was soft (Wednesday 4 March)"
    assert advice(diary(plan_at_home()))["doctors_plan"] is None


@pytest.mark.parametrize("more", [[], ["--why"]])
def test_the_zone_is_there_for_people(
    diary: Diary, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    written = diary(plan_at_home(ordered_by="unknown"), poop(3))
    assert cli.main(["advise", str(written), "--at", AT, *more]) == 0
    told = capsys.readouterr().out
    assert "the last poop was soft" in told
    assert "Nothing to do" not in told
    assert ("Plan of the doctor" in told) is not bool(more)
