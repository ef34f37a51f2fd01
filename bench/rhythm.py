#!/usr/bin/env python
"""How well the rhythm keeps its promises: logs replayed day by day, never looking ahead.

    bench/rhythm.py FOLDER                     a report, with baselines
    bench/rhythm.py FOLDER --json              the model alone and what is served, for programs
    bench/rhythm.py FOLDER --predictions FILE  what it expected of each day

Entries within 20 minutes are one bout; the first 14 days and 10 poops are not scored, nor
days without a diaper; waking hours are 06:30 to 20:30. More in docs/method/rhythm.md.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Final

from needs import need

need("stepstool")

from rhythm_baselines import BASELINES, WITHOUT
from rhythm_logs import logs, read_diary
from rhythm_models import COUNTS, learned
from rhythm_predictions import predictions
from rhythm_report import report
from rhythm_scores import Played, Sums, play, total, weeks
from rhythm_served import KINDS, as_served, serve

OWN: Final = "Stepstool"
ASKING: Final = "the same, as served"
MODELS: Final = {
    OWN: learned(),
    ASKING: learned(served=True),
    **BASELINES,
    **WITHOUT,
}
Job = tuple[Path, str]


def figures(sums: Sums) -> dict[str, Any]:
    """Give the figures of some weeks of children."""
    return {
        "days": sums.days,
        "poops": sums.poops,
        "bits": round(sums.bits_per_poop(), 4),
        "caught": [round(sums.share("morning", n), 4) for n in COUNTS],
        "caught_updated": [round(sums.share("renewed", n), 4) for n in COUNTS],
        "calibration_error": round(sums.calibration_error(), 4),
    }


def as_json(played: Sequence[Played]) -> dict[str, Any]:
    """Give what `--json` prints."""
    return {
        "pooled_9_months": figures(total(weeks(played, old=True))),
        "pooled": figures(total(weeks(played))),
        "diaries": {each.diary.name: figures(total(weeks([each]))) for each in played},
    }


# Each process reads what it plays, once.
_diary = cache(read_diary)


def _play(job: Job) -> Played:
    log, model = job
    return play(_diary(log), MODELS[model])


def play_all(folder: Path, names: Iterable[str]) -> dict[str, list[Played]]:
    """Play models on all diaries of a folder, on all cores."""
    found = logs(folder)
    longest = sorted(found, key=lambda log: -log.stat().st_size)
    jobs = [(log, name) for log in longest for name in names]
    with ProcessPoolExecutor() as pool:
        done = dict(zip(jobs, pool.map(_play, jobs), strict=True))
    return {name: [done[log, name] for log in found] for name in names}


def _serve(job: Job) -> Counter[str]:
    log, kind = job
    return serve(_diary(log), KINDS[kind])


def served_all(folder: Path) -> dict[str, Any]:
    """Give what is offered in each kind of diary, on all cores."""
    found = logs(folder)
    with ProcessPoolExecutor() as pool:
        jobs = {kind: [(log, kind) for log in found] for kind in KINDS}
        done = {kind: pool.map(_serve, each) for kind, each in jobs.items()}
        return {kind: as_served(each) for kind, each in done.items()}


def main() -> None:
    """Read the arguments, play, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="logs, NAME.csv, and their INDEX.md")
    parser.add_argument("--json", action="store_true", help="the model alone, as JSON")
    parser.add_argument("--predictions", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    alone = chosen.json or chosen.predictions
    played = play_all(chosen.folder, [OWN] if alone else MODELS)
    if chosen.predictions:
        text = json.dumps(predictions(played[OWN]), separators=(",", ":"))
        chosen.predictions.write_text(text + "\n", "utf-8")
    if chosen.json:
        found = as_json(played[OWN]) | {"served": served_all(chosen.folder)}
        print(json.dumps(found, indent=1))
    elif not chosen.predictions:
        sys.stdout.writelines(f"{line}\n" for line in report(played))


if __name__ == "__main__":
    main()
