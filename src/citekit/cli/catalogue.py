"""Changes to the catalogue: add, edit, rm, merge, key."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Any

import typer

from citekit.cli.context import DryRun, Json, counted, message, open_project, print_json, some
from citekit.errors import EXIT_FINDINGS, CitekitError, UsageError
from citekit.library import describing, editing, merging, removing
from citekit.library.citing import Citing, citing
from citekit.library.edits import Change
from citekit.library.state import as_json as problem_json
from citekit.store.files import read_text

app = typer.Typer(rich_markup_mode=None)

#: So many entries that refer to one that is removed are named.
_NAMED = 10
#: So much of what differs between two entries is shown (code points).
_WIDTH = 80


def field_values(pairs: list[str]) -> dict[str, str]:
    """``FIELD=VALUE`` words as a mapping; raises UsageError for another shape."""
    values = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{pair!r} is not FIELD=VALUE", hint="for example date=1959")
        values[name.strip()] = value
    return values


def report(
    change: Change, done: str, as_json: bool, texts: Sequence[Citing] = (), advice: str = "",
    more: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Say what an edit did, which ``texts`` cite the keys that are gone, and what to do, in
    JSON ``more`` besides; exit code 1 if something in it looks like a slip."""
    if as_json:
        print_json(
            {
                "keys": list(change.keys),
                "files": list(change.files),
                "passages": change.passages,
                "dry_run": change.dry_run,
                "problems": [problem_json(problem) for problem in change.problems],
                "references": [each._asdict() for each in change.references],
                "citing": [each._asdict() for each in texts],
                **(more or {}),
            }
        )
    else:
        verb = f"would have {done}" if change.dry_run else done
        tail = f", {counted(change.passages, 'passage')} changed" if change.passages else ""
        message(f"{verb} {some(change.keys)} ({', '.join(change.files) or 'no change'}{tail})")
        for text in _references(change):
            message(text)
        for text in _citing(texts, advice):
            message(text)
        for problem in change.problems:
            message(str(problem))
    if change.problems:
        raise typer.Exit(EXIT_FINDINGS)


@app.command("add")
def add(
    entry_type: Annotated[str, typer.Argument(metavar="TYPE", help="book, article, misc, …")],
    fields: Annotated[list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...")] = None,
    key: Annotated[str | None, typer.Option("--key", help="The key; else by the pattern.")] = None,
    documents: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="DOC",
            help="The document that this record describes, or a folder: a record for each. "
            "May be repeated.",
        ),
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="FILE", help="The .bib file it goes to.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add a work: citekit add book author='Waltz, Kenneth N.' title='…' date=1959.

    --document is for a text whose work is not in the catalogue; one that is there gets its
    text by `citekit edit KEY file=PATH`.
    """
    change = describing.add(
        open_project(),
        entry_type,
        field_values(fields or []),
        key=key,
        documents=documents or (),
        into=into,
        dry_run=dry_run,
    )
    report(change, "added", as_json)


@app.command("edit")
def edit(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY... [FIELD=VALUE]...",
            help="FIELD+=VALUE adds to a list (keywords, groups, …), FIELD-=VALUE takes out.",
        ),
    ],
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="FIELD", help="Take a field away. May be repeated."),
    ] = None,
    entry_type: Annotated[str | None, typer.Option("--type", help="Another entry type.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Change fields of works; with none, open the entry of one in $EDITOR.

    `citekit edit KEY file=PATH` says that a document is the text of a work.
    """
    keys = list(takewhile(lambda word: "=" not in word, words))
    values: dict[str, str | None] = {}
    more: dict[str, str] = {}
    less: dict[str, str] = {}
    for name, value in field_values(words[len(keys) :]).items():
        if name[-1] in "+-":
            (more if name[-1] == "+" else less)[name[:-1]] = value
        else:
            values[name] = value
    values.update(dict.fromkeys(remove or []))
    if not keys:
        raise UsageError("no work is named", hint="citekit edit KEY FIELD=VALUE")
    if values or more or less or entry_type is not None:
        change = editing.edit_fields(
            open_project(), keys, values, more=more, less=less, entry_type=entry_type,
            dry_run=dry_run,
        )  # fmt: skip
        report(change, "changed", as_json)
    elif len(keys) > 1:
        raise UsageError(
            "an editor opens one work at a time", hint="or say what to change: FIELD=VALUE"
        )
    else:
        _in_editor(keys[0], dry_run, as_json)


def _in_editor(key: str, dry_run: bool, as_json: bool) -> None:
    """Open the entry's text in an editor and save what comes out.

    A text that cannot be saved stays in its file, which the message names.
    """
    project = open_project()
    before = editing.entry_text(project, key)
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(command)
    except ValueError as problem:
        raise UsageError(f"EDITOR is no command: {command} ({problem})") from None
    if not words:
        raise UsageError("no editor is set", hint="set EDITOR, or give FIELD=VALUE")
    path = Path(tempfile.mkdtemp(prefix="citekit-")) / "entry.bib"
    path.write_bytes(before.encode())
    try:
        after = _edited(words, path)
        if after.strip() == before.strip():
            message("nothing changed")
        else:
            change = editing.replace_entry(project, key, before, after, dry_run=dry_run)
            report(change, "changed", as_json)
    except (CitekitError, OSError) as problem:
        if not path.is_file() or path.read_bytes() == before.encode():
            shutil.rmtree(path.parent, ignore_errors=True)
            raise
        reason = problem if isinstance(problem, CitekitError) else CitekitError(str(problem))
        hint = "; ".join(part for part in (reason.hint, f"your text is kept in {path}") if part)
        raise type(reason)(reason.message, reason.where, hint, reason.problems) from None
    shutil.rmtree(path.parent, ignore_errors=True)


def _edited(words: list[str], path: Path) -> str:
    """What an editor leaves in a file; raises CitekitError if it fails."""
    try:
        ended = subprocess.run([*words, str(path)], check=False)
    except OSError as problem:
        raise UsageError(f"cannot start {words[0]!r}: {problem.strerror}") from None
    if ended.returncode != 0:
        raise CitekitError(f"{words[0]!r} ended with {ended.returncode}; nothing was saved")
    return read_text(path).text


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
    plan = removing.remove(project, keys, dry_run=True)
    if (plan.passages or plan.references) and not yes and not dry_run:
        question = _question(plan)
        if not sys.stdin.isatty():
            raise UsageError(question, hint="say --yes, or look with --dry-run")
        if not typer.confirm(question, err=True):
            message("nothing removed")
            raise typer.Exit(EXIT_FINDINGS)
    texts = tuple(citing(project, keys))
    change = plan if dry_run else removing.remove(project, keys)
    report(change, "removed", as_json, texts, "take the citation out, or cite another work")


def _question(plan: Change) -> str:
    """What a removal takes along or leaves behind, and whether it is meant."""
    said = [f"{text}." for text in _references(plan)]
    if plan.passages:
        point = "passage points" if plan.passages == 1 else "passages point"
        said.append(f"{plan.passages} {point} at {', '.join(plan.keys)}.")
        said.append(f"Remove {'it' if plan.passages == 1 else 'them'} too?")
    else:
        said.append(f"Remove {', '.join(plan.keys)} all the same?")
    return " ".join(said)


def _references(change: Change) -> Iterator[str]:
    """What refers to works that are removed, a text for each of these."""
    for key in dict.fromkeys(reference.to for reference in change.references):
        found = [reference for reference in change.references if reference.to == key]
        named = [f"{reference.key} ({reference.field})" for reference in found[:_NAMED]]
        more = [f"{len(found) - _NAMED} more"] if len(found) > _NAMED else []
        refer = "refers" if len(found) == 1 else "refer"
        heirs = sum(reference.field in removing.INHERITING for reference in found)
        lose = "loses what it has" if len(found) == 1 else "lose what they have"
        loss = f" and {lose} from there" if heirs == len(found) else ""
        if 0 < heirs < len(found):
            loss = "; what crossref and xdata gave is lost"
        yield f"{', '.join([*named, *more])} {refer} to {key}{loss}"


def _citing(texts: Sequence[Citing], advice: str) -> Iterator[str]:
    """Which documents still cite keys that are gone, and what to do."""
    for one in texts[:_NAMED]:
        times = "once" if one.times == 1 else f"{one.times} times"
        yield f"{one.document}:{one.line}:{one.column}: cites {one.key} {times}"
    if len(texts) > _NAMED:
        yield f"… and {len(texts) - _NAMED} more documents"
    if texts:
        yield (
            f"citekit does not change your texts: {advice} there"
            " (`citekit check --only citation-keys` names the places)"
        )


@app.command("merge")
def merge_works(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The work that is kept.")],
    others: Annotated[list[str], typer.Argument(metavar="OTHER...")],
    take: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="FIELD=OTHER", help="Whose field it gets. May be repeated."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask if they look like several works.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Make entries of the same work one: fields, passages and keys of the others are those of
    KEY afterwards."""
    project = open_project()
    wanted = field_values(take or [])
    plan = merging.merge(project, key, others, take=wanted, dry_run=True)
    if not plan.alike and not yes and not dry_run:
        question = f"{key} and {', '.join(others)} do not look like the same work. Merge them?"
        if not sys.stdin.isatty():
            raise UsageError(question, hint="say --yes, or look with --dry-run")
        if not typer.confirm(question, err=True):
            message("nothing merged")
            raise typer.Exit(EXIT_FINDINGS)
    texts = tuple(citing(project, others))
    done = plan if dry_run else merging.merge(project, key, others, take=wanted)
    if not as_json:
        for text in _merged(done):
            message(text)
    more = {
        "taken": [{"field": field, "key": other} for field, other in done.taken],
        "differences": [each._asdict() for each in done.differences],
    }
    advice = f"an alias (`ids`) stands for it; where a program knows none, write {key}"
    report(done.change, f"merged {', '.join(others)} into", as_json, texts, advice, more)


def _merged(done: merging.Merge) -> Iterator[str]:
    """What a merge puts together, and what it leaves out."""
    for other in dict.fromkeys(other for _, other in done.taken):
        names = ", ".join(field for field, named in done.taken if named == other)
        yield f"from {other}: {names}"
    for each in done.differences:
        kept, other = (shorten(text, _WIDTH, placeholder=" …") for text in (each.kept, each.other))
        yield f"{each.field} stays {kept}; {each.key} has {other} (--take {each.field}={each.key})"


@app.command("key")
def key(
    old: Annotated[str, typer.Argument(metavar="KEY")],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="Without it, by the key pattern.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Give a work another key, in the catalogue and in the passages; texts that cite it
    by the old one are named."""
    project = open_project()
    texts = tuple(citing(project, [old]))
    change = editing.rekey(project, old, new, dry_run=dry_run)
    texts = texts if change.keys != (old,) else ()
    advice = f"write {', '.join(change.keys)} for {old}"
    report(change, f"changed {old} to", as_json, texts, advice)
