"""What a bench lacks, said in one sentence instead of a traceback."""

import sys
from importlib.util import find_spec
from pathlib import Path

PROGRAM = f"bench/{Path(sys.argv[0]).name}"
CHROMIUM = Path("/usr/bin/chromium")


def need(*modules: str, chromium: bool = False) -> None:
    """End unless these modules can be imported, and Chromium run where it is needed."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        sys.exit(
            f"{PROGRAM} needs {', '.join(missing)}, which {sys.executable} lacks: "
            f"type ./test fast once, which installs it into .venv, "
            f"then .venv/bin/python {PROGRAM}"
        )
    if chromium and not CHROMIUM.exists():
        sys.exit(
            f"{PROGRAM} needs {CHROMIUM}: type "
            "sudo apt-get install --no-install-recommends chromium"
        )
