"""The documents are true: every command and option is described, every example runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from citekit.check import CHECKS
from citekit.cli import main
from citekit.formats.registry import FORMATS
from citekit.render.registry import WRITERS
from citekit.vocabulary import PASSAGE_KINDS

DOCS = Path(__file__).resolve().parents[1] / "docs"
COMMANDS_PAGE = (DOCS / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"(?ms)^## citekit (\w+)\n(.*?)(?=^## |\Z)", COMMANDS_PAGE))
EXAMPLES = re.findall(r"(?m)^\$ (citekit .+)$", COMMANDS_PAGE)


def options() -> list[tuple[str, str]]:
    """(command, long option) of everything the command line takes."""
    group = main.LazyGroup(name="citekit")
    found = []
    for name in main.COMMANDS:
        command = group.get_command(typer.Context, name)
        subcommands = getattr(command, "commands", {"": command})
        for each in subcommands.values():
            for parameter in each.params:
                longest = max(parameter.opts, key=len)
                if longest.startswith("--") and not getattr(parameter, "hidden", False):
                    found.append((name, longest))
    return found


def test_every_command_is_described() -> None:
    assert set(SECTIONS) == set(main.COMMANDS)


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_described(command: str, option: str) -> None:
    assert option in SECTIONS[command]


@pytest.mark.parametrize("option", ["--project", "--quiet", "--version", "--help"])
def test_global_options_are_described(option: str) -> None:
    assert option in COMMANDS_PAGE.split("## citekit")[0]


@pytest.mark.parametrize("name", [*FORMATS, *WRITERS, *PASSAGE_KINDS])
def test_every_format_and_kind_is_named(name: str) -> None:
    assert name in COMMANDS_PAGE


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(
    example: str, seed_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seed_project)
    before = {path: path.read_bytes() for path in seed_project.glob("refs/*")}
    assert main.run(shlex.split(example)[1:]) == 0
    assert {path: path.read_bytes() for path in seed_project.glob("refs/*")} == before


def test_every_command_has_one_help_line() -> None:
    group = main.LazyGroup(name="citekit")
    for name, (_, text) in main.COMMANDS.items():
        command = group.get_command(typer.Context, name)
        assert command is not None
        assert text.endswith(".")
        assert command.help


def test_checks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["check", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(CHECKS)
    assert all(len(line.split()) > 2 for line in lines)
