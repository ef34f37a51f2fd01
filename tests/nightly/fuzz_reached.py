"""Let atheris change bytes until new lines are reached; see `tests/nightly/fuzz.py`.

A module of its own, since only what is imported under its eyes is watched.
"""

import resource
import sys

import atheris

WATCHED = ["stepstool.trackers", "stepstool.method.record", "stepstool.method.report"]
with atheris.instrument_imports(include=WATCHED):
    from tests import strangers

KEPT, TARGET, SECONDS, SEED, MEMORY = sys.argv[1:]


def main() -> None:
    """Try one target; the process ends here, and the input that failed lies beside."""
    corpus = strangers.corpus(f"{KEPT}/corpus-{TARGET}")
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    flags = {
        "max_total_time": SECONDS,
        "timeout": strangers.PATIENCE,
        "rss_limit_mb": held + int(MEMORY),
        "max_len": 20_000,
        "seed": SEED,
        "artifact_prefix": f"{KEPT}/{TARGET}-",
        "verbosity": 0,
        "print_final_stats": 1,
    }
    told = [f"-{name}={value}" for name, value in flags.items()]
    atheris.Setup([sys.argv[0], *told, str(corpus)], strangers.TARGETS[TARGET])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
