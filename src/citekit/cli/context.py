"""What every command shares: the chosen project, and how things are printed."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from citekit.errors import Problem, UsageError
from citekit.library.project import Project
from citekit.store.files import decode, read_text, require_text
from citekit.store.settings import find_root

#: ``--json`` of every command that prints data.
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
#: ``--dry-run`` of every command that changes files.
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Change nothing; say what would.")]


@dataclass
class _Context:
    project: Path | None = None
    quiet: bool = False
    opened: list[Project] = field(default_factory=list)
    told: set[tuple[str, str | None]] = field(default_factory=set)


_context = _Context()


def start(project: Path | None, quiet: bool) -> None:
    """Remember the global options of this run."""
    _context.project = project
    _context.quiet = quiet
    _context.told = set()


def choose(project: Path) -> None:
    """Work in this project from here on."""
    _context.project = project


def silence() -> None:
    """Print no messages from here on."""
    _context.quiet = True


def told(problems: Iterable[Problem]) -> None:
    """Remember what this command says of files itself."""
    _context.told.update((problem.code, problem.where.file) for problem in problems)


def finish() -> None:
    """Close what this run opened, and say of which files something could not be read."""
    while _context.opened:
        project = _context.opened.pop()
        for problem in project.broken():
            if (problem.code, problem.where.file) not in _context.told:
                message(str(problem))
        project.close()


def base_folder() -> Path:
    """The folder the command works in: ``--project``, or the working folder."""
    if _context.project is not None and not _context.project.is_dir():
        raise UsageError(f"no such folder: {_context.project}")
    return _context.project or Path.cwd()


def open_project() -> Project:
    """The project of the base folder."""
    project = Project.open(base_folder())
    _context.opened.append(project)
    for problem in project.recovered:
        message(str(problem))
    return project


def project_root() -> Path | None:
    """The root of the base folder's project, or None outside one."""
    return find_root(base_folder())


def message(text: str, end: str = "\n") -> None:
    """A message for people, on standard error."""
    if not _context.quiet:
        print(text, end=end, file=sys.stderr, flush=True)


def print_json(value: Any) -> None:
    """A value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def counted(number: int, noun: str) -> str:
    """A number of things: "1 work", "2 works"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


#: So many keys are named at most.
_MOST_KEYS = 20


def some(keys: Sequence[str]) -> str:
    """The keys, of many only the first and how many others there are."""
    if len(keys) <= _MOST_KEYS:
        return ", ".join(keys)
    others = len(keys) - _MOST_KEYS
    return f"{', '.join(keys[:_MOST_KEYS])} and {counted(others, 'other')}"


def read_input(name: str, *, any_encoding: bool = True) -> str:
    """The text of a file, or of standard input for ``-``; raises ReadError, also for what
    is no text, and for no name at all UsageError."""
    if not name:
        raise UsageError("the name of the file is empty (- is standard input)")
    if name == "-":
        name = "<standard input>"
        text = decode(sys.stdin.buffer.read(), name, any_encoding=any_encoding).text
    else:
        text = read_text(Path(name), any_encoding=any_encoding).text
    return require_text(text, name)


# --- text for people ----------------------------------------------------------


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def style(text: str, code: str) -> str:
    """Text in an ANSI style (an SGR code) where standard output is a terminal."""
    return f"\x1b[{code}m{text}\x1b[0m" if text and _colour() else text


def bold(text: str) -> str:
    """Bold text."""
    return style(text, "1")


def dim(text: str) -> str:
    """Faint text."""
    return style(text, "2")


def width() -> int:
    """The width of the terminal, at most 120, 100 where there is none."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def wrap(text: str, indent: str) -> str:
    """Text filled to the width, each line indented."""
    return textwrap.fill(
        " ".join(text.split()),
        width(),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def plain_line(text: str) -> str:
    """Text fit for one line of a terminal: white space folded, control characters shown."""
    line = " ".join(text.split())
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)


def table(rows: Sequence[tuple[str, ...]], gap: str = "  ") -> None:
    """Rows in aligned columns; the last column takes what is left of the width."""
    if not rows:
        return
    count = len(rows[0])
    widths = [max(len(row[column]) for row in rows) for column in range(count - 1)]
    room = max(20, width() - sum(widths) - len(gap) * (count - 1))
    for row in rows:
        cells = [cell.ljust(size) for cell, size in zip(row, widths, strict=False)]
        last = (
            row[-1]
            if len(row[-1]) <= room or not sys.stdout.isatty()
            else (row[-1][: room - 1] + "…")
        )
        print(gap.join([*cells, last]).rstrip())
