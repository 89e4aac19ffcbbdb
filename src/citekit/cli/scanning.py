"""``scan``: find what the corpus cites and quotes."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Annotated, get_args

import typer

from citekit.cli.context import (
    DryRun,
    Json,
    bold,
    counted,
    message,
    open_project,
    plain_line,
    print_json,
    table,
    told,
)
from citekit.cli.progress import Progress
from citekit.errors import EXIT_FINDINGS
from citekit.library import scanning
from citekit.library.findings import Fate
from citekit.library.scanning import Scan
from citekit.library.state import record_view
from citekit.vocabulary import PASSAGE_KINDS

app = typer.Typer(rich_markup_mode=None)

#: So many works are listed at most.
_MOST_WORKS = 20
_FATES = get_args(Fate)


@app.command("scan")
def scan(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOC]...",
            help="By path, file name or key; a folder: the documents in it. All without one.",
        ),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", help="Suggest this kind only, such as echo. May be repeated."),
    ] = None,
    min_score: Annotated[
        float, typer.Option("--min-score", metavar="SCORE", help="Suggest from this score (0–1).")
    ] = 0.0,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="N", help="Processes that scan; 0: one a processor."),
    ] = 0,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Find references, citations, mentions and quotations, as suggestions to review.

    Exit code 1 if a document could not be read, a pattern of `documents` finds none, or
    there is no document.
    """
    project = open_project()
    try:
        found = scanning.scan(
            project,
            documents or (),
            kinds=kinds or (),
            min_score=min_score,
            dry_run=dry_run,
            progress=Progress("documents"),
            jobs=jobs,
        )
    except KeyboardInterrupt:
        message("what was scanned is kept: the next `citekit scan` goes on behind it")
        raise
    told(found.problems)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    for old, new in found.moves.known.items():
        message(f"{old} is {new} now; `citekit anchor` stores what was decided on it")
    for sentence, command in found.moves.told():
        message(f"{sentence}; `{command}` says which it is")
    if as_json:
        print_json(found.to_json())
    else:
        _print_summary(found)
    if not found.documents:
        patterns = ", ".join(map(repr, project.settings.documents)) or "none is set"
        message(
            f"no file is a document: `documents` in citekit.toml ({patterns}) finds none; put "
            'texts there, or set it, such as documents = ["texts/*.txt"]'
        )
    if found.problems or not found.documents:
        raise typer.Exit(EXIT_FINDINGS)


def _print_summary(found: Scan) -> None:
    """How much was found, by kind and by work."""
    counts = {fate: found.count(fate) for fate in _FATES}
    facts = [f"{count} {fate}" for fate, count in counts.items() if count]
    if found.gone:
        facts.append(f"{found.gone} of earlier scans no longer found")
    would = "; nothing was saved" if found.dry_run else ""
    print(
        f"{counted(len(found.documents), 'document')}, {counted(len(found.findings), 'finding')}"
        f"{': ' if facts else ''}{', '.join(facts)}{would}"
    )
    by_kind = Counter((each.passage.kind, each.fate) for each in found.findings)
    kinds = [kind for kind in PASSAGE_KINDS if any((kind, fate) in by_kind for fate in _FATES)]
    if kinds:
        print()
        rows = [("", *_FATES), *((k, *(str(by_kind[k, fate]) for fate in _FATES)) for k in kinds)]
        table([(row[0], *(cell.rjust(8) for cell in row[1:])) for row in rows])
    _print_works(found)
    if counts["new"] + counts["open"]:
        message("\n`citekit review` decides on them")


def _print_works(found: Scan) -> None:
    """What the open findings point at, most often first."""
    waiting = [each.passage for each in found.findings if each.fate in ("new", "open")]
    works = Counter(each.body.value for each in waiting if each.body.type == "work")
    if works:
        print()
        records = found.state.catalogue.by_key
        ordered = sorted(works.items(), key=lambda item: (-item[1], item[0]))
        table(
            [
                (bold(key), str(count).rjust(5), plain_line(record_view(records[key], "").label))
                for key, count in ordered[:_MOST_WORKS]
            ]
        )
        if len(ordered) > _MOST_WORKS:
            print(f"… and {counted(len(ordered) - _MOST_WORKS, 'other work')}")
    proposed, kinds = found.proposed()
    if proposed:
        verb = "is" if proposed == 1 else "are"
        places = [counted(kinds[kind], kind) for kind in PASSAGE_KINDS if kind in kinds]
        print(
            f"\n{counted(proposed, 'work')} that {verb} not in the catalogue,"
            f" in {' and '.join(places)}"
        )


@app.callback()
def _group() -> None:
    """Scanning."""
