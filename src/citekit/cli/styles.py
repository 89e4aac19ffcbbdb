"""Styles: style list, style search, style show, style validate."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import Json, counted, message, print_json, project_root, table
from citekit.errors import EXIT_FINDINGS, Severity, UnknownStyleError
from citekit.library.references import describe_style
from citekit.library.state import as_json as problem_json
from citekit.library.stylecheck import validate_style
from citekit.store.styles import list_styles, search_styles

app = typer.Typer(rich_markup_mode=None)
style = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="List, search, show and check citation styles.",
)
app.add_typer(style, name="style")


@style.command("list")
def list_command(as_json: Json = False) -> None:
    """The names of all styles: house styles first, then the official ones."""
    found = list_styles(project_root=project_root())
    if as_json:
        print_json([{"name": info.name, "kind": info.kind} for info in found])
        return
    for info in found:
        print(info.name)


@style.command("search")
def search_command(
    words: Annotated[list[str], typer.Argument(metavar="WORD...")],
    as_json: Json = False,
) -> None:
    """Styles whose name or title holds all these words."""
    found = search_styles(" ".join(words), project_root())
    if as_json:
        print_json([{"name": info.name, "kind": info.kind, "title": info.title} for info in found])
        return
    table([(info.name, info.kind, info.title) for info in found])
    if not found:
        raise UnknownStyleError("no style's name or title holds these words")


@style.command("validate")
def validate_command(
    names: Annotated[list[str], typer.Argument(metavar="NAME|FILE...")],
    as_json: Json = False,
) -> None:
    """Check styles: the official schema, then what no schema sees.

    Unknown, unused and circular macros, branches that are never reached, terms
    that are nowhere defined. Exit code 1 when there are findings.
    """
    problems = [problem for name in names for problem in validate_style(name, project_root())]
    findings = [problem for problem in problems if problem.severity is not Severity.INFO]
    if as_json:
        print_json([problem_json(problem) for problem in problems])
    else:
        for problem in problems:
            print(problem)
        message(counted(len(findings), "finding") if findings else "no findings")
    if findings:
        raise typer.Exit(EXIT_FINDINGS)


@style.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE")],
    as_json: Json = False,
) -> None:
    """What a style is, and two entries and citations in it."""
    facts = describe_style(name, project_root())
    if as_json:
        print_json(facts)
        return
    table([(label, str(value)) for label, value in facts.items() if value])


@app.callback()
def _group() -> None:
    """Styles."""
