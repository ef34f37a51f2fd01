"""What stands in deploy/ is read by the tools of its trade, and asks for what is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.repository import tree

DEPLOY = tree.ROOT / "deploy"
DOCKERFILE = tree.read("deploy/Dockerfile")
UNIT = DEPLOY / "stepstool.service"
# What "systemd-analyze security" gives it: 10 is open to all, below 2 is what it calls OK.
EXPOSED_AT_MOST = 1.5


def says(*command: str | Path) -> str:
    """Run a tool; give what it says, which is nothing where all is well."""
    run = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False
    )
    return "" if run.returncode == 0 else run.stdout + run.stderr


def tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def compose() -> dict[str, Any]:
    return dict(YAML(typ="safe").load(DEPLOY / "compose.yaml"))


def test_the_dockerfile_is_sound() -> None:
    assert says(tool("hadolint"), DEPLOY / "Dockerfile") == ""


def test_the_linter_notices_a_careless_one(tmp_path: Path) -> None:
    careless = tmp_path / "Dockerfile"
    careless.write_text(DOCKERFILE.replace(":3.11-slim-bookworm", ":latest"))
    assert "DL3007" in says(tool("hadolint"), careless)


def test_compose_is_as_its_specification_wants() -> None:
    schema = ["--builtin-schema", "vendor.compose-spec"]
    assert says(tool("check-jsonschema"), *schema, DEPLOY / "compose.yaml") == ""


def test_all_that_is_copied_into_the_image_is_there_and_let_in() -> None:
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert [name for name in copied if not (tree.ROOT / name).exists()] == []
    let_in = re.findall(r"^!(.+)$", tree.read(".dockerignore"), re.MULTILINE)
    assert sorted(copied) == sorted(let_in)


def test_the_image_installs_nothing_that_is_not_pinned_and_runs_as_nobody() -> None:
    installs = re.findall(r"^RUN .*pip install (.+)$", DOCKERFILE, re.MULTILINE)
    assert len(installs) == 2
    assert all(
        "--no-deps" in one and ("--require-hashes" in one or "--no-index" in one)
        for one in installs
    )
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]


def test_the_image_has_the_python_that_is_tested() -> None:
    bases = set(re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE))
    assert bases == {"python:3.11-slim-bookworm"}
    assert 'python_version = "3.11"' in tree.read("pyproject.toml")


@pytest.mark.parametrize("name", ["stepstool", "caddy", "database"])
def test_every_container_is_pinned_and_gains_nothing(name: str) -> None:
    service = compose()["services"][name]
    assert ":" in service["image"]
    assert "latest" not in service["image"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_the_house_writes_into_its_volume_alone() -> None:
    house = compose()["services"]["stepstool"]
    assert house["read_only"] is True
    assert house["cap_drop"] == ["ALL"]
    assert house["volumes"] == ["data:/data"]


def test_every_setting_of_the_house_reaches_it_from_one_file() -> None:
    house = compose()["services"]["stepstool"]
    assert house["env_file"] == [".env"]
    # What stands here is put over that file.
    assert set(house["environment"]) == {"STEPSTOOL_ALLOWED_HOSTS", "STEPSTOOL_DATA"}


def test_the_example_names_no_setting_that_is_not_there() -> None:
    documented = tree.read("docs/self-hosting.md")
    example = tree.read("deploy/.env.example")
    of_compose = {"STEPSTOOL_NAME", "STEPSTOOL_PUBLISH"}
    named = set(re.findall(r"\b(STEPSTOOL_\w+)=", example)) - of_compose
    assert [name for name in named if f"`{name}`" not in documented] == []


def test_no_secret_stands_in_the_examples() -> None:
    example = tree.read("deploy/.env.example")
    assert re.findall(r"_PASSWORD=(\S+)", example) == []
    assert "/deploy/.env" in tree.read(".gitignore").splitlines()


needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="needs systemd-analyze"
)


@needs_systemd
def test_the_unit_is_sound(tmp_path: Path) -> None:
    here = tmp_path / "stepstool.service"
    here.write_text(
        UNIT.read_text().replace(
            "/srv/stepstool/.venv/bin/stepstool", str(tool("stepstool"))
        )
    )
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(here)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in found.stderr.splitlines() if str(here) in line] == []
    assert found.returncode == 0


@needs_systemd
def test_the_unit_leaves_little_open() -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", UNIT]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    exposed = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert exposed
    assert float(exposed[1]) <= EXPOSED_AT_MOST


ENGINES = ("docker", "podman", "buildah")


def engine() -> str | None:
    """Give the first engine that answers."""
    there = [name for name in ENGINES if shutil.which(name)]
    return next((name for name in there if not says(name, "info")), None)


@pytest.mark.whole
def test_the_image_is_built_where_an_engine_and_its_base_are() -> None:
    builder = engine()
    base = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)[0]
    if builder is None:
        pytest.skip("needs docker, podman or buildah, and a daemon that answers")
    inspect = [builder, "inspect", *(["--type=image"] if builder == "buildah" else [])]
    if says(*inspect, base) and says(builder, "pull", base):
        pytest.skip(f"{builder} cannot get {base}")
    command = [builder, "build", "-f", DEPLOY / "Dockerfile", "-t", "stepstool:test"]
    assert says(*command, tree.ROOT) == ""
