"""Reference strings to works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.context import (
    Json,
    bold,
    message,
    plain_line,
    print_json,
    read_input,
    table,
)
from citekit.cli.targets import For, To
from citekit.errors import EXIT_FINDINGS, UsageError
from citekit.formats.base import Writing
from citekit.library import convert as conversion
from citekit.library import parsing

app = typer.Typer(rich_markup_mode=None)

#: Signs that part the words of a reference string, and hardly ever those of a file's name.
_PUNCTUATED = re.compile(r"[,.:;)]\s")


def _is_string(given: str) -> bool:
    """Whether an argument is a reference string, not the name of a file."""
    try:
        return _PUNCTUATED.search(given) is not None and not Path(given).exists()
    except OSError:  # too long for a name
        return True


@app.command("parse")
def parse(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help="- for standard input; or a reference string itself, in quotes."
        ),
    ] = "-",
    target: To = None,
    program: For = None,
    as_json: Json = False,
) -> None:
    """Parse reference strings, one a line or parted by blank lines; needs no project.

    Without --to the fields of each string are printed; with it the works, in any format
    that is written. Exit code 1 if a string has no title.
    """
    if as_json and (target or program):
        raise UsageError("--json and --to cannot both go to standard output")
    strings = [file.strip()] if _is_string(file) else parsing.split_strings(read_input(file))
    rows = parsing.parse_strings(strings)
    if as_json:
        print_json(parsing.as_json(rows))
    elif target or program:
        chosen = conversion.target_format("-", target, program)
        works = [work for _, work in rows]
        conversion.write_pieces(chosen.pieces(works, Writing(program or "")), "-")
    else:
        for number, (parsed, work) in enumerate(rows):
            if number:
                print()
            print(bold(f"{work.id} ({work.type})"))
            pairs = parsing.field_pairs(parsed)
            table([(f"  {name}", plain_line(words)) for name, words in pairs])
    if not rows:
        message("no reference string is given")
    untitled = [parsed.string for parsed, work in rows if not work.text("title")]
    for string in untitled:
        message(f"no title in: {plain_line(string)}")
    if untitled:
        raise typer.Exit(EXIT_FINDINGS)
