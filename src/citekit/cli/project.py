"""``init``: make a project."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import base_folder, message
from citekit.errors import UsageError
from citekit.library.setup import make_project

app = typer.Typer(rich_markup_mode=None)


@app.command("init")
def init(
    documents: Annotated[
        list[str] | None,
        typer.Option(
            "--documents",
            help="Pattern of the corpus's files, such as 'texts/*.txt'. May be repeated.",
        ),
    ] = None,
) -> None:
    """Make a project in this folder: citekit.toml and an empty catalogue.

    Nothing that is there is changed.
    """
    folder = base_folder()
    made = make_project(folder, documents or ())
    if not made:
        raise UsageError(f"{folder} is a project already", hint="edit its citekit.toml")
    for name in made:
        message(f"made {name}")
    message("next: citekit import FILE.bib, or citekit add book author=… title=… date=…")


@app.callback()
def _group() -> None:
    """Project commands."""
