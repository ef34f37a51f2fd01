"""What no file of the tree may hold."""

import re

import pytest

from tests.repository import tree

# written in pieces, so that this file passes its own test
UNWANTED = {
    "a path of one machine": r"/(work|root|opt|home/\w+)" + "/",
    "a registry's host": r"py" + r"pi\.org|python" + r"hosted\.org|npm" + r"js\.org",
    "a promise instead of work": r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b",
}
VAGUE = {"utils", "helpers", "manager", "managers", "common", "misc"}


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(what: str) -> None:
    pattern = re.compile(UNWANTED[what])
    assert [
        f"{tree.name(path)}: {found[0]}"
        for path in tree.texts()
        if (found := pattern.search(path.read_text(encoding="utf-8")))
    ] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [
        tree.name(path)
        for path in tree.files("src/*.py")
        if VAGUE & {path.stem, *path.relative_to(tree.ROOT).parts}
    ] == []


def test_every_package_is_marked_as_one() -> None:
    folders = {path.parent for path in tree.files("src/*.py")}
    assert [
        tree.name(one) for one in folders if not (one / "__init__.py").exists()
    ] == []


@pytest.mark.parametrize(
    "script",
    [
        "run",
        "test",
        "redraw",
        ".ci/run",
        "requirements/lock",
        "deploy/postgresql-roles.sh",
    ],
)
def test_a_script_can_be_run(script: str) -> None:
    path = tree.ROOT / script
    assert path.stat().st_mode & 0o111
    assert path.read_text().startswith("#!/")
