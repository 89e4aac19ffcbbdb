"""Changes to the catalogue: add, edit, rm, key."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.context import DryRun, Json, message, open_project, print_json
from citekit.errors import EXIT_FINDINGS, UsageError
from citekit.library import editing
from citekit.library.editing import Change

app = typer.Typer(rich_markup_mode=None)


def field_values(pairs: list[str]) -> dict[str, str]:
    """``FIELD=VALUE`` words as a mapping; raises UsageError for another shape."""
    values = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{pair!r} is not FIELD=VALUE", hint="for example date=1959")
        values[name.strip()] = value
    return values


def report(change: Change, done: str, as_json: bool) -> None:
    """Say what an edit did."""
    if as_json:
        print_json(
            {
                "keys": list(change.keys),
                "files": list(change.files),
                "passages": change.passages,
                "dry_run": change.dry_run,
            }
        )
        return
    verb = f"would have {done}" if change.dry_run else done
    tail = f", {change.passages} passages changed" if change.passages else ""
    message(f"{verb} {', '.join(change.keys)} ({', '.join(change.files) or 'no change'}{tail})")


@app.command("add")
def add(
    entry_type: Annotated[str, typer.Argument(metavar="TYPE", help="book, article, misc, …")],
    fields: Annotated[list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...")] = None,
    key: Annotated[str | None, typer.Option("--key", help="The key; else by the pattern.")] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="DOC", help="The document that this record describes."),
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="FILE", help="The .bib file it goes to.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add a work: citekit add book author='Waltz, Kenneth N.' title='…' date=1959."""
    change = editing.add(
        open_project(),
        entry_type,
        field_values(fields or []),
        key=key,
        document=document,
        into=into,
        dry_run=dry_run,
    )
    report(change, "added", as_json)


@app.command("edit")
def edit(
    key: Annotated[str, typer.Argument(metavar="KEY")],
    fields: Annotated[list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="FIELD", help="Take a field away.")
    ] = None,
    entry_type: Annotated[str | None, typer.Option("--type", help="Another entry type.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Change fields of a work; with none, open its entry in $EDITOR."""
    project = open_project()
    values: dict[str, str | None] = dict(field_values(fields or []))
    values.update(dict.fromkeys(remove or []))
    if not values and entry_type is None:
        _in_editor(key)
        return
    change = editing.edit_fields(project, key, values, entry_type=entry_type, dry_run=dry_run)
    report(change, "changed", as_json)


def _in_editor(key: str) -> None:
    project = open_project()
    before = editing.entry_text(project, key)
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise UsageError("no editor is set", hint="set EDITOR, or give FIELD=VALUE")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entry.bib"
        path.write_text(before, encoding="utf-8")
        try:
            ended = subprocess.run([*shlex.split(command), str(path)], check=False)
        except OSError as problem:
            raise UsageError(f"cannot start {command!r}: {problem.strerror}") from None
        after = path.read_text(encoding="utf-8")
    if ended.returncode != 0 or after.strip() == before.strip():
        message("nothing changed")
        return
    report(editing.replace_entry(project, key, before, after), "changed", False)


@app.command("rm")
def remove_works(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...")],
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask before removing passages too.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Remove works and the passages that point at them."""
    project = open_project()
    plan = editing.remove(project, keys, dry_run=True)
    if plan.passages and not yes and not dry_run:
        question = f"{plan.passages} passages point at {', '.join(keys)}. Remove them too?"
        if not sys.stdin.isatty():
            raise UsageError(question, hint="say --yes, or look with --dry-run")
        if not typer.confirm(question, err=True):
            message("nothing removed")
            raise typer.Exit(EXIT_FINDINGS)
    report(plan if dry_run else editing.remove(project, keys), "removed", as_json)


@app.command("key")
def key(
    old: Annotated[str, typer.Argument(metavar="KEY")],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="Without it, by the key pattern.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Give a work another key, in the catalogue and in the passages."""
    change = editing.rekey(open_project(), old, new, dry_run=dry_run)
    report(change, f"changed {old} to", as_json)
