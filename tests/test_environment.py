"""What is installed is declared once, in pyproject.toml: conda's list and the lock follow it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent

# Where conda-forge has another name for what we want.
ON_CONDA_FORGE = {"matplotlib": "matplotlib-base"}


def declared(*groups: str) -> list[Requirement]:
    """The requirements of pyproject.toml, and of the groups named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [project["project"]["dependencies"]]
    lists += [project["dependency-groups"][group] for group in groups]
    return [Requirement(line) for lines in lists for line in lines]


def conda() -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(
        (ROOT / "environment.yml").read_text(encoding="utf-8")
    )
    return loaded


def conda_lines() -> list[str]:
    dependencies = conda()["dependencies"]
    assert isinstance(dependencies, list)
    return [line for line in dependencies if isinstance(line, str)]


def pins() -> Iterator[tuple[Requirement, str]]:
    """Each pin of the lock with the lines that belong to it."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for block in re.split(r"\n(?=[A-Za-z0-9])", "\n" + lock)[1:]:
        yield Requirement(block.partition("\\")[0].strip()), block


PINS = list(pins())


def test_conda_gets_the_packages_and_ranges_of_pyproject() -> None:
    wanted = {
        (ON_CONDA_FORGE.get(requirement.name, requirement.name), str(requirement.specifier))
        for requirement in declared()
    }
    extras = {"python", "pip"}
    given = {
        (requirement.name, str(requirement.specifier))
        for requirement in map(Requirement, conda_lines())
        if requirement.name not in extras
    }
    assert given == wanted


def test_conda_gets_the_python_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"python{project['project']['requires-python']}" in conda_lines()


def test_conda_and_binder_install_the_package_itself() -> None:
    dependencies = conda()["dependencies"]
    assert isinstance(dependencies, list)
    assert {"pip": ["-e ."]} in dependencies
    assert "pip" in dependencies


@pytest.mark.parametrize("requirement", declared("test"), ids=lambda asked: asked.name)
def test_the_lock_fulfils_what_is_declared(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    versions = [
        Version(next(iter(pin.specifier)).version)
        for pin, _ in PINS
        if canonicalize_name(pin.name) == name
    ]
    assert versions, f"{name} is not in requirements.lock: say `make lock`"
    assert all(requirement.specifier.contains(version) for version in versions)


@pytest.mark.parametrize(("pin", "block"), PINS, ids=lambda part: getattr(part, "name", ""))
def test_every_pin_is_exact_and_has_a_hash(pin: Requirement, block: str) -> None:
    assert [part.operator for part in pin.specifier] == ["=="]
    assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)


def test_the_lock_serves_every_system() -> None:
    markers = " ".join(str(pin.marker) for pin, _ in PINS if pin.marker)
    assert "win32" in markers
    assert "darwin" in markers


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.findall(r"\w+://\S*|--(?:extra-)?index-url|--find-links| @ ", lock)


def test_peers_of_the_benchmarks_stay_outside_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    peers = {
        canonicalize_name(Requirement(line).name)
        for line in project["dependency-groups"]["benchmark"]
    }
    assert peers
    assert peers.isdisjoint(canonicalize_name(pin.name) for pin, _ in PINS)
