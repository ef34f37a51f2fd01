"""What the documents say is there, and is current."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.repository import tree

LINK = re.compile(r"\[[^\]]*\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def links(document: Path) -> Iterator[str]:
    for found in LINK.finditer(FENCED.sub("", document.read_text())):
        if "://" not in found["to"] and not found["to"].startswith("mailto:"):
            yield found["to"]


def anchors(document: Path) -> set[str]:
    """Return the headings as the places of a page are called."""
    plain = (
        re.sub(r"[^\w\s-]", "", each) for each in HEADING.findall(document.read_text())
    )
    return {each.strip().lower().replace(" ", "-") for each in plain}


def leads_somewhere(document: Path, link: str) -> bool:
    to, _, anchor = link.partition("#")
    target = (document.parent / to).resolve() if to else document
    return target.exists() and (not anchor or anchor in anchors(target))


def test_every_link_leads_somewhere() -> None:
    assert [
        f"{tree.name(document)}: {link}"
        for document in tree.files("*.md")
        for link in links(document)
        if not leads_somewhere(document, link)
    ] == []


def test_the_first_two_commands_of_the_readme_run_and_test() -> None:
    lines = "".join(FENCED.findall(tree.read("README.md"))).splitlines()
    assert [line.split()[0] for line in lines if line.strip()][:2] == [
        "./run",
        "./test",
    ]


def test_the_changelog_begins_with_this_version() -> None:
    newest = re.search(r"^## \[?([\d.]+)", tree.read("CHANGELOG.md"), re.MULTILINE)
    project = tomllib.loads(tree.read("pyproject.toml"))["project"]
    assert newest
    assert newest[1] == project["version"]


def test_the_glossary_is_in_order() -> None:
    for section in tree.read("GLOSSARY.md").split("\n## ")[1:]:
        words = re.findall(r"^\| \*\*(.+?)\*\*", section, re.MULTILINE)
        assert words == sorted(words, key=str.casefold)


def test_every_document_is_reached_from_the_index() -> None:
    index = tree.ROOT / "docs/index.md"
    linked = {
        (index.parent / link.partition("#")[0]).resolve() for link in links(index)
    }
    folders = {path for path in linked if path.is_dir()}
    assert [
        tree.name(page)
        for page in tree.files("docs/*.md")
        if page != index and page not in linked and not folders & set(page.parents)
    ] == []


def test_every_setting_is_documented() -> None:
    code = "".join(path.read_text() for path in tree.files("src/*.py", "run"))
    settings = set(re.findall(r"\bSTEPSTOOL_[A-Z_]+", code))
    page = tree.read("docs/self-hosting.md")
    assert sorted(name for name in settings if name not in page) == []


def test_what_security_and_trust_name_is_there() -> None:
    named = {
        name
        for page in ("docs/security.md", "docs/trust.md")
        for name in re.findall(
            r"`((?:tests|bench|src|docs|requirements)/[^`*]+)`", tree.read(page)
        )
    }
    assert len(named) > 30
    assert [name for name in sorted(named) if not (tree.ROOT / name).exists()] == []
