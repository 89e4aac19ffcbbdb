"""Fixtures that several test modules share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# the same examples every time, so that a change is judged by what it changes
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
# coverage asks whether lines are reached at all, after the tests ran in full
settings.register_profile("brief", settings.get_profile("ci"), max_examples=20)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "local")
settings.load_profile(_PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A brief run is brief for tests that say how many examples they want as well."""
    for item in items if _PROFILE == "brief" else ():
        test = getattr(item, "function", None)
        own = getattr(test, _OWN, None)
        if own is not None and own.max_examples > settings().max_examples:
            setattr(test, _OWN, settings(own, max_examples=settings().max_examples))


#: Where hypothesis keeps what ``@settings`` says of a test.
_OWN = "_hypothesis_internal_use_settings"

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def seed_project(tmp_path: Path) -> Path:
    """A copy of the seed project that a test may change."""
    project = tmp_path / "project"
    project.mkdir()
    for name in ("seeds", "refs"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "citekit.toml", project)
    return project


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the user who runs the tests."""
    for name in [name for name in os.environ if name.startswith("CITEKIT_")]:
        if name != "CITEKIT_TESTDATA":
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))
    monkeypatch.setenv("COLUMNS", "100")
