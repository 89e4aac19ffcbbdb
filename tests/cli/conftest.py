"""Running the command line in the process, as a user sees it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from citekit.cli import main


@dataclass(frozen=True)
class Ran:
    """Exit code and what was printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def citekit(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in the working folder."""

    def run(*arguments: str) -> Ran:
        code = main.run(list(arguments))
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def seeds(seed_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The seed project as the working folder."""
    monkeypatch.chdir(seed_project)
    return seed_project


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, citekit: Run) -> Path:
    """A new project with two texts, as the working folder."""
    folder = tmp_path / "new"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "one.txt").write_text(
        "Ada Smith’s “quiet engine” (Smith 1999, 12) runs.\n"
        "So does the “quiet engine” of others.\n",
        encoding="utf-8",
    )
    (folder / "texts" / "two.txt").write_text("Nothing is cited here.\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert citekit("init", "--documents", "texts/*.txt").code == 0
    return folder
