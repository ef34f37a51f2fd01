"""All pages that are drawn from what the code reads; `./redraw` draws them anew."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

TESTS: Final = Path(__file__).parent
HOW: Final = "is not what the code says: type ./redraw, and read what changed"


def modules() -> list[ModuleType]:
    """Find whatever draws a page: `tests/**/…_page.py` with a PAGE and a page()."""
    found = sorted(
        path for path in TESTS.glob("**/*_page.py") if not path.name.startswith("test_")
    )
    names = (path.relative_to(TESTS.parent).with_suffix("").parts for path in found)
    return [import_module(".".join(parts)) for parts in names]


def is_current(drawn: ModuleType) -> bool:
    """Whether a page says what the code says."""
    path: Path = drawn.PAGE
    return path.exists() and path.read_text(encoding="utf-8") == drawn.page()


def main() -> None:
    """Draw them all, and say which changed."""
    for drawn in modules():
        path: Path = drawn.PAGE
        name = path.relative_to(TESTS.parent)
        told = "as it was" if is_current(drawn) else "drawn anew"
        path.write_text(drawn.page(), encoding="utf-8")
        sys.stdout.write(f"{name}: {told}\n")


if __name__ == "__main__":
    main()
