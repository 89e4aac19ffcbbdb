"""What all commands share: names that are typed wrong, and global options behind a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.cli import main
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["scna"], "No such command 'scna'. Did you mean 'scan'?"),
        (["style", "lst"], "Did you mean 'list'?"),
        (["scan", "--jsn"], "--json"),
        (["--quite"], "--quiet"),
    ],
)
def test_a_name_that_is_typed_wrong(typed: list[str], hint: str, citekit: Run) -> None:
    ran = citekit(*typed)
    assert ran.code == 2
    assert hint in ran.err


def test_a_name_like_no_other_gets_no_suggestion(citekit: Run) -> None:
    assert "Did you mean" not in citekit("xyzzy").err
    for name in ("nosuch", "xyzzy"):
        assert "did you mean" not in citekit("style", "show", name).err
    assert "did you mean chicago?" in citekit("style", "show", "chicgo").err


def test_quiet_may_stand_behind_the_command(empty: Path, citekit: Run) -> None:
    assert "no work" in citekit("bib", "--cited").err
    assert citekit("bib", "--cited", "-q").err == ""
    assert citekit("bib", "--quiet", "--cited").err == ""
    assert "no work" in citekit("bib", "--cited").err


@pytest.mark.parametrize("command", [name for name in main.COMMANDS if name != "style"])
def test_every_command_takes_the_global_options(command: str, citekit: Run) -> None:
    ran = citekit(command, "-q", "--project", ".", "--help")
    assert ran.code == 0
    assert command in ran.out


def test_the_project_may_stand_behind_the_command(
    empty: Path, citekit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    citekit("add", "misc", "title=Here", "--key", "here")
    monkeypatch.chdir(tmp_path)
    assert "Here" in citekit("list", "-C", str(empty)).out
    assert citekit("list", "-C", "nowhere").code == 2
    assert citekit("style", "list", "-C", str(empty), "-q").code == 0
