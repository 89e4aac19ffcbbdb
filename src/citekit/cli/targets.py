"""Options of commands that write works in another format."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.formats import registry

#: ``--to`` and ``--for`` of every command that writes works.
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        help=f"The format to write, by name or extension: {', '.join(registry.names('w'))}.",
    ),
]
For = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="PROGRAM",
        help=f"Write what this program reads best: {', '.join(registry.PROGRAMS)}.",
    ),
]
