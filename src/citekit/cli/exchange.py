"""Works in and out: import, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.context import DryRun, Json, message, open_project, print_json, read_input
from citekit.errors import EXIT_FINDINGS, UsageError
from citekit.formats.registry import FORMATS
from citekit.library import exchange
from citekit.library.state import as_json as problem_json

app = typer.Typer(rich_markup_mode=None)


def check_format(name: str | None, option: str) -> None:
    """Raises UsageError if ``name`` is no format."""
    if name is not None and name not in FORMATS:
        raise UsageError(f"{option} {name!r} is no format", hint="one of " + ", ".join(FORMATS))


@app.command("import")
def import_files(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="- for standard input.")],
    source_format: Annotated[
        str | None, typer.Option("--from", help="The format, if its content does not tell.")
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="FILE", help="The .bib file they go to.")
    ] = None,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Add works that are already there as well.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add the works of files to the catalogue; those already there are left out.

    Exit code 1 if the reader had something to report.
    """
    check_format(source_format, "--from")
    project = open_project()
    told = []
    problems = 0
    for name in files:
        found = exchange.import_text(
            project,
            read_input(name),
            name,
            source_format=source_format,
            into=into,
            keep_duplicates=keep_duplicates,
            dry_run=dry_run,
        )
        problems += len(found.problems)
        told.append(
            {
                "file": name,
                "added": [key for key, _ in found.added],
                "present": [{"key": key, "catalogue_key": known} for key, known in found.present],
                "problems": [problem_json(problem) for problem in found.problems],
            }
        )
        if as_json:
            continue
        for problem in found.problems:
            message(str(problem))
        verb = "would add" if dry_run else "added"
        for key, own in found.added:
            message(f"{verb} {key}" + (f" ({own} in {name})" if key != own else ""))
        for key, known in found.present:
            message(f"left out {key}: already there as {known}")
        message(f"{name}: {verb} {len(found.added)}, left out {len(found.present)}")
    if as_json:
        print_json(told)
    if problems:
        raise typer.Exit(EXIT_FINDINGS)


@app.command("export")
def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="- for standard output.")],
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...")] = None,
    target: Annotated[
        str | None, typer.Option("--to", help="bibtex, biblatex, ris or csljson.")
    ] = None,
    cited_in: Annotated[
        str | None, typer.Option("--cited-in", metavar="DOC", help="The works a document cites.")
    ] = None,
) -> None:
    """Write works to a file: the whole catalogue, these keys, or what a document cites."""
    check_format(target, "--to")
    if target is None:
        extension = Path(file).suffix.lower()
        target = next(
            (
                name
                for name in ("biblatex", "ris", "csljson")
                if extension in FORMATS[name].extensions
            ),
            None,
        )
        if target is None:
            raise UsageError("which format?", hint="say --to " + "|".join(FORMATS))
    project = open_project()
    text, count = exchange.export(project, target, keys or (), cited_in=cited_in)
    if file == "-":
        typer.echo(text, nl=False)
        return
    exchange.save(project, Path(file), text)
    message(f"wrote {count} works to {file} ({FORMATS[target].label})")
