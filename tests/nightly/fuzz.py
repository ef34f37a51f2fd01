"""Send what strangers may send to whatever reads their files, for as long as one likes.

    .venv/bin/python -m tests.nightly.fuzz --minutes 10
    .venv/bin/python -m tests.strangers TARGET FILE          an input that failed, once more

Half of the time goes to atheris, which changes bytes until new lines of the code are reached,
half to what `tests/strangers.py` makes of sound files; then to every form. Whatever falls over,
takes longer than 20 seconds or more than 200 MB beyond what the process held is kept as a file in
`build/strangers`. Without atheris (it has no wheel for every machine) its half is not tried.
"""

import argparse
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Final

from tests import strangers

KEPT: Final = Path("build/strangers")
MOST_MEMORY: Final = 200  # MB
FORMS: Final = ("tests/web/test_odd_answers.py", "tests/web/exchange/test_strangers.py")


def main() -> None:
    """Try one target by chance, or each in each way, in processes of their own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--minutes",
        type=float,
        default=10,
        help="together: of CPU, for atheris by the clock",
    )
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--target", choices=sorted(strangers.TARGETS), help="by chance")
    asked = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    if asked.target:
        sys.exit(min(chance(asked.target, asked.minutes * 60, asked.seed), 1))
    _say(f"seed {asked.seed}")
    sys.exit(any(list(everything(asked.minutes, asked.seed))))


def everything(minutes: float, seed: int) -> Iterator[int]:
    """Give the exit code of each target tried by chance and by atheris, then of the forms."""
    ways = 2 if find_spec("atheris") else 1
    seconds = minutes * 60 / (ways * len(strangers.TARGETS))
    for target in strangers.TARGETS:
        told = ["--target", target, "--minutes", f"{seconds / 60}", "--seed", f"{seed}"]
        yield _alone("-m", "tests.nightly.fuzz", *told)
        if ways > 1:
            bounds = [f"{seconds:.0f}", f"{seed % 2**31}", f"{MOST_MEMORY}"]
            yield _alone("-m", "tests.nightly.fuzz_reached", str(KEPT), target, *bounds)
    yield _alone("-m", "pytest", "-q", "-p", "no:randomly", *FORMS)


def _alone(*command: str) -> int:
    """Run it by itself; say what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([sys.executable, *command], check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    _say(f"{' '.join(command)}: code {done.returncode}, {used:.0f} s of CPU")
    return done.returncode


def chance(target: str, seconds: float, seed: int) -> int:
    """Try damaged files until the time is used; give how many failed."""
    random, tried, failed = Random(seed), 0, 0
    names, before = sorted(strangers.SEEDS), _peak()
    until = time.process_time() + seconds
    while time.process_time() < until:
        data = strangers.damaged(strangers.SEEDS[random.choice(names)], random)
        tried += 1
        failed += not _passes(target, data)
    grown = _peak() - before
    _say(f"{target}: {tried} inputs, {failed} failed, {grown} MB beyond the beginning")
    return failed + (grown > MOST_MEMORY)


def _passes(target: str, data: bytes) -> bool:
    try:
        with strangers.patience():
            strangers.TARGETS[target](data)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        file = KEPT / f"{target}-{sha256(data).hexdigest()[:12]}"
        file.write_bytes(data)
        _say(f"{traceback.format_exc()}\nOnce more: -m tests.strangers {target} {file}")
        return False
    return True


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
