"""A family's days, and what the doctor's page says of them; see `report/families.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stepstool import method
from tests.stories.days import entries, moment

FILE = Path(__file__).parent / "report" / "families.toml"
ZONE = "Europe/London"
BORN = "2022-09"


@dataclass(frozen=True)
class Story:
    told: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.told['row']}: {self.told['title']}"

    @property
    def record(self) -> method.Record:
        born = method.month(self.told.get("born", BORN))
        child = method.Child(born=born, name="Mia", id="mia")
        at = moment(self.told["at"], ZONE)
        return method.Record(child, entries(self.told["diary"], ZONE), at)

    @property
    def page(self) -> method.Report:
        return method.report_of(self.record)

    @property
    def spoken(self) -> method.SpokenReport:
        return method.spoken_report(self.page, method.speaker_of(self.record, "en"))


def stories() -> list[Story]:
    return [Story(told) for told in tomllib.loads(FILE.read_text("utf-8"))["story"]]
