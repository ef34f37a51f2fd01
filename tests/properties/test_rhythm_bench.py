"""The bench replays logs of any folder and says what programs and people read."""

import csv
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.generated
BENCH = Path(__file__).parents[2] / "bench/rhythm.py"
DAYS = 30
BEGIN = datetime(2026, 3, 1)  # noqa: DTZ001 - logs have no zone
INDEX = "| file | age, months |\n|---|---|\n| old.csv | 12–13 |\n| young.csv | 0–1 |\n"


def write_log(path: Path, days: int) -> None:
    with path.open("w", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["child", "at", "kind", "detail"])
        for day in range(days):
            for hour, kind, detail in (
                (6.9, "sleep_end", ""),
                (7.2, "meal", "bottle"),
                (8 + day % 5 / 10, "poop", "diaper:mushy"),
                (12, "pee", "diaper"),
                (20, "sleep_start", ""),
            ):
                at = BEGIN + timedelta(days=day, hours=hour)
                rows.writerow([path.stem, at.isoformat(), kind, detail])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    logs = tmp_path_factory.mktemp("logs")
    (logs / "INDEX.md").write_text(INDEX)
    for name, days in (("old", DAYS), ("young", DAYS), ("short", 3), ("empty", 0)):
        write_log(logs / f"{name}.csv", days)
    return logs


def run(*arguments: object) -> str:
    command = [sys.executable, str(BENCH), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def test_its_json_holds_what_programs_read(folder):
    found = json.loads(run(folder, "--json"))
    pooled = found["pooled_9_months"]
    assert set(found["diaries"]) == {"old", "young", "short"}
    assert pooled["days"] == found["diaries"]["old"]["days"] == DAYS - 14
    assert pooled["bits"] > 1
    for caught in (pooled["caught"], pooled["caught_updated"]):
        assert len(caught) == 4
        assert caught == sorted(caught)
        assert caught[0] > 0.5
    assert 0 <= pooled["calibration_error"] < 0.2


def test_its_json_says_what_is_served_for_each_kind_of_diary(folder):
    served = json.loads(run(folder, "--json"))["served"]
    kinds = ["whole", "thinned", "evening", "poops", "every_other_day"]
    assert list(served) == kinds
    assert served["whole"]["days"] == DAYS - 14
    assert served["whole"]["caught"] > 0.5
    assert served["every_other_day"]["poops"] < served["whole"]["poops"]
    for found in served.values():
        assert 0 <= found["caught"] <= 1
        assert 0 <= found["right"] <= 1
        assert 0 <= found["without"] <= 1


def test_its_predictions_are_complete_and_never_look_ahead(folder, tmp_path):
    whole, half = tmp_path / "whole.json", tmp_path / "half.json"
    run(folder, "--predictions", whole)
    (tmp_path / "logs").mkdir()
    write_log(tmp_path / "logs/old.csv", DAYS // 2)
    run(tmp_path / "logs", "--predictions", half)
    days = json.loads(whole.read_text())["diaries"]["old"]["days"]
    early = json.loads(half.read_text())["diaries"]["old"]["days"]
    assert [len(each["hazard"]) for each in days] == [144] * DAYS
    assert all(0 < chance < 1 for each in days for chance in each["hazard"])
    assert days[20]["from_nine_months"]
    for one, other in zip(days, early[:-1], strict=False):
        for field in ("hazard", "morning", "renewed"):
            assert one[field] == other[field]


def test_its_report_names_the_baselines(folder):
    report = run(folder)
    assert all(f"\nB{n} " in report for n in (1, 2, 3, 4, 7))
    assert "In 95 of 100 draws of the weeks:" in report
