"""Compiles the sentences before they are packed, so that a wheel can speak at once."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileSentences(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the one file that needs nothing of the package around it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before the wheel or the checkout is installed."""
        runpy.run_path(
            str(Path(self.root, "src/stepstool/sentences/compiling.py")),
            run_name="__main__",
        )
