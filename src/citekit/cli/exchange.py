"""Works in and out: import, export, convert."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from citekit.cli.context import DryRun, Json, counted, message, open_project, print_json
from citekit.cli.targets import For, To
from citekit.errors import EXIT_FINDINGS, Problem, Severity, UsageError
from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.library import convert as conversion
from citekit.library import exchange, passage_export
from citekit.library.state import as_json as problem_json

app = typer.Typer(rich_markup_mode=None)

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="The format, by name or extension, if nothing tells it: "
        f"{', '.join(registry.names('r'))}.",
    ),
]
Report = Annotated[
    bool, typer.Option("--report", help="Say, field by field, what does not arrive as it is.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")]
#: So many losses and problems are listed; the summary counts all.
_MOST_LOSSES = 200
#: So many of the works that were imported, and of those left out, are named.
_MOST_WORKS = 50


@app.command("convert")
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="- for standard input.")],
    file: Annotated[str, typer.Argument(metavar="OUT", help="- for standard output.")],
    source_format: From = None,
    target: To = None,
    program: For = None,
    report: Report = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Convert a file of works from one format into another; needs no project.

    Exit code 1 if the reader had something to report.
    """
    if as_json and file == "-" and not dry_run:
        raise UsageError("--json and the works cannot both go to standard output")
    if (target or passage_export.by_extension(file)) in passage_export.PASSAGE_FORMATS:
        raise UsageError(
            f"{target or file} holds a project's passages, not works",
            hint="citekit export writes it, in a project",
        )
    chosen = conversion.target_format(file, target, program)
    opened = conversion.open_source(source, source_format)
    how = Writing(program or "")
    done = conversion.convert(
        opened,
        chosen,
        file,
        how,
        _progress,
        force=force,
        dry_run=dry_run,
        explain=report or as_json,
    )
    if not as_json:
        _print_problems(done.problems, done.works > 0)
    if as_json:
        print_json({**_report_json(done), "problems": list(map(problem_json, done.problems))})
    else:
        would = "would convert " if dry_run else ""
        if done.problems and not done.works:
            message("nothing was written")
            raise typer.Exit(EXIT_FINDINGS)
        message(f"{would}{opened.format.label} → {chosen.label}: {counted(done.works, 'work')}")
        if report:
            _print_report(done)
    if done.problems:
        raise typer.Exit(EXIT_FINDINGS)


@app.command("import")
def import_files(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="- for standard input.")],
    source_format: From = None,
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

    Exit code 1 if there was more to report than what is only worth knowing (info).
    """
    project = open_project()
    sources = [conversion.open_source(name, source_format) for name in files]
    imported = exchange.import_sources(
        project, sources, into=into, keep_duplicates=keep_duplicates, dry_run=dry_run
    )
    told: list[dict[str, Any]] = []
    try:
        for name, found in zip(files, imported, strict=True):
            told.append(_import_json(name, found))
            if not as_json:
                _print_import(name, found, "would add" if dry_run else "added")
    finally:  # what was done before a file that could not be written
        if as_json and told:
            print_json(told)
    problems = [problem for one in told for problem in one["problems"]]
    if any(problem["severity"] != Severity.INFO for problem in problems):
        raise typer.Exit(EXIT_FINDINGS)


def _import_json(name: str, found: exchange.Import) -> dict[str, Any]:
    return {
        "file": name,
        "added": [key for key, _ in found.added],
        "present": [each._asdict() for each in found.present],
        "passages": found.passages,
        "problems": [problem_json(problem) for problem in found.problems],
    }


def _print_import(name: str, found: exchange.Import, verb: str) -> None:
    _print_problems(found.problems, bool(found.added or found.present))
    added = (
        f"{verb} {key}" + (f" ({own} in {name})" if own and key != own else "")
        for key, own in found.added
    )
    _print_some(added, len(found.added), _MOST_WORKS)
    _print_some(map(_left_out, found.present), len(found.present), _MOST_WORKS)
    if found.passages:
        message(f"{verb} {counted(found.passages, 'passage')} from quotations in {name}")
    message(f"{name}: {verb} {len(found.added)}, left out {len(found.present)}")


def _left_out(work: exchange.Present) -> str:
    """What is said of a work that was there already."""
    pairs = (("other", work.other), ("not there", work.lacking))
    told = "; ".join(f"{what}: {', '.join(fields)}" for what, fields in pairs if fields)
    told = f" ({told})" if told else ""
    name = work.key or "a work without a key"
    return f"left out {name}: already there as {work.catalogue_key}{told}"


def _print_some(lines: Iterable[str], count: int, most: int) -> None:
    """Lines on standard error, of many the first ones and how many more there are."""
    for line in islice(lines, most):
        message(line)
    if count > most:
        message(f"… and {count - most} more (--json lists all)")


#: Of so many problems a file without any work gives an idea.
_FEW = 5


def _print_problems(problems: Sequence[Problem], works: bool) -> None:
    """What a reader had to report; of a file without works, which is likely none of its
    format, the first ones and the last, which says so."""
    shown = problems[:_MOST_LOSSES]
    if not works and len(problems) > _FEW + 1:
        shown = (*problems[:_FEW], problems[-1])
    for problem in shown:
        message(str(problem))
    if len(shown) < len(problems):
        message(f"… and {len(problems) - len(shown)} more (--json lists all)")


@app.command("export")
def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="- for standard output.")],
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...")] = None,
    target: To = None,
    program: For = None,
    cited_in: Annotated[
        str | None, typer.Option("--cited-in", metavar="DOC", help="The works a document cites.")
    ] = None,
    passages: Annotated[
        bool, typer.Option("--passages", help="Carry the passages that cite each work as notes.")
    ] = False,
    report: Report = False,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    """Write works to a file: the whole catalogue, these keys, or what a document cites.

    --to webannotation and --to refiqda write all passages instead.
    """
    project = open_project()
    exchange.refuse_own(project, file)
    conversion.refuse_existing(file, force)
    content: str | bytes
    if target is None and program is None:
        target = passage_export.by_extension(file)
    if target in passage_export.PASSAGE_FORMATS:
        content, count = passage_export.export(project, target)
        said = f"{counted(count, 'passage')} to {file} ({passage_export.PASSAGE_FORMATS[target]})"
        done = None
    else:
        chosen = conversion.target_format(file, target, program, passage_export.PASSAGE_FORMATS)
        content, done = exchange.export(
            project,
            chosen,
            keys or (),
            cited_in=cited_in,
            program=program or "",
            passages=passages,
            explain=report,
        )
        said = f"{counted(done.works, 'work')} to {file} ({chosen.label})"
    if dry_run:
        message(f"would write {said}")
    elif file == "-":
        sys.stdout.flush()
        if isinstance(content, str):
            content = content.encode("utf-8")
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        exchange.save(Path(file), content)
        message(f"wrote {said}")
    if report and done is not None:
        _print_report(done)


def _progress(count: int) -> None:
    if sys.stderr.isatty():
        message(f"{count:,} works …")


def _print_report(done: conversion.Conversion) -> None:
    """What does not arrive as it is, on standard error."""
    for loss in done.losses[:_MOST_LOSSES]:
        how = f": {loss.how}" if loss.how else ""
        place = f"{loss.file}:{loss.line}: " if loss.file else ""
        field = loss.field
        if loss.source_field not in ("", field):
            field = f"{loss.source_field} ({field})"
        message(f"{place}{loss.key or loss.record or '(no key)'}: {field} {loss.level}{how}")
    if len(done.losses) > _MOST_LOSSES:
        message(f"… and {len(done.losses) - _MOST_LOSSES} more (--json lists all)")
    counts = ", ".join(f"{done.count(level)} {level}" for level in _LEVELS)
    message(f"{done.fields} fields: {counts}")


#: What becomes of a field, as docs/commands.md explains the words.
_LEVELS = ("exact", "kept", "approximated", "dropped")


def _report_json(done: conversion.Conversion) -> dict[str, Any]:
    return {
        "works": done.works,
        "fields": {level: done.count(level) for level in _LEVELS},
        "losses": [loss._asdict() for loss in done.losses],
    }
