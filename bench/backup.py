"""What a nightly backup costs: seconds and memory, by length of diary, plain and locked.

    python bench/backup.py [--json] [--sizes 20000,100000]

A backup is made, put into a folder, read back and looked through, in a process of its own, as the
house does it. `most_mb` is the most memory that this process ever held, Django and all.
`calibration_ms` is a fixed Python loop on the same machine.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import calibration
from needs import need

need("stepstool", "django")

from served import set_up_django

SIZES = (20_000, 100_000)
WORDS = "a snail in the garden"
NIGHT = r"""
import json, re, time
from pathlib import Path
from stepstool.cli.house import backups
begun, cpu = time.monotonic(), time.process_time()
made = backups.make()
# Of this process alone: what getrusage says begins with the peak of the one that began it.
status = Path("/proc/self/status").read_text()
most = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
print(json.dumps({
    "seconds": round(time.monotonic() - begun, 1),
    "cpu_s": round(time.process_time() - cpu, 1),
    "most_mb": round(most),
    "backup_mb": round(made.size / 1e6, 1),
}))
"""


def main() -> None:
    """Measure and print."""
    args = _arguments()
    with tempfile.TemporaryDirectory(prefix="stepstool-bench-") as folder:
        os.environ["STEPSTOOL_DATA"] = folder
        figures = measured(args.sizes)
    if args.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"calibration {figures['calibration_ms']} ms")
    for name, one in figures["backups"].items():
        print(name, ", ".join(f"{key} {value}" for key, value in one.items()))


def measured(sizes: tuple[int, ...]) -> dict[str, Any]:
    """Grow a house to these sizes, and make a backup at each."""
    set_up_django()
    from django.core.management import call_command
    from family import family_with

    call_command("migrate", verbosity=0)
    costs = {}
    for size in sizes:
        family_with(size)
        costs[f"{size} entries"] = _night({})
        costs[f"{size} entries, locked"] = _night(
            {"STEPSTOOL_BACKUP_PASSPHRASE": WORDS}
        )
    return {"calibration_ms": calibration(), "backups": costs}


def _night(settings: dict[str, str]) -> dict[str, float]:
    run = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", NIGHT],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument(
        "--sizes",
        type=lambda text: tuple(map(int, text.split(","))),
        default=SIZES,
        help="entries, by commas",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
