"""Several processes find what one does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from citekit.errors import CitekitError, UsageError
from citekit.library import Project, processes, scanning
from citekit.library.scanners import Task
from citekit.library.setup import make_project
from tests.library.conftest import CATALOGUE, ONE, TWO

KEY_PATTERN = "[auth][year]"


@pytest.fixture
def texts(tmp_path: Path) -> Project:
    folder = tmp_path / "engines"
    (folder / "texts").mkdir(parents=True)
    make_project(folder, ["texts/*.txt"])
    for number in range(6):
        path = folder / "texts" / f"{number}.txt"
        path.write_text((ONE, TWO)[number % 2] * (number + 1), encoding="utf-8")
    (folder / "refs" / "works.bib").write_text(CATALOGUE, encoding="utf-8")
    return Project.open(folder)


@pytest.mark.parametrize("jobs", [0, 2, 50])
def test_suggestions_are_the_same(
    texts: Project, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    told: list[tuple[int, int, str]] = []
    scanning.scan(texts)
    path = texts.root / "refs" / "suggestions.jsonl"
    alone = path.read_bytes()
    path.unlink()
    (texts.root / ".citekit" / "found.sqlite").unlink()
    monkeypatch.setattr(scanning, "MUCH", 0)
    scan = scanning.scan(texts, jobs=jobs, progress=lambda *now: told.append(now))
    assert path.read_bytes() == alone
    assert scan.count("new") > 6
    assert told == [*((n, 6, f"texts/{n}.txt") for n in range(6)), (6, 6, "")]


def test_a_process_that_the_system_ends_is_told(texts: Project) -> None:
    class Fatal:
        """What ends the process that reads it."""

        def __reduce__(self) -> tuple[Any, ...]:
            return os._exit, (1,)

    document = texts.state().texts["texts/0.txt"].document
    tasks: list[Any] = [Task(document, None), Task(document, Fatal())]  # type: ignore[arg-type]
    with pytest.raises(CitekitError, match="--jobs 1"):
        list(processes.findings(tasks, [], KEY_PATTERN, 2))


def test_a_number_of_processes_that_is_none_is_refused(texts: Project) -> None:
    with pytest.raises(UsageError, match="-1 is no number of processes"):
        scanning.scan(texts, jobs=-1)
