"""Styles: style list, style search, style show."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import Json, print_json, project_root, table
from citekit.errors import UnknownStyleError
from citekit.library.references import describe_style
from citekit.store.styles import list_styles, search_styles

app = typer.Typer(rich_markup_mode=None)
style = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="List, search and show citation styles."
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
