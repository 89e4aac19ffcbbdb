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
        help="Write for this program, in the format of the file's extension or the one it "
        f"reads best: {', '.join(registry.PROGRAMS)}.",
    ),
]
