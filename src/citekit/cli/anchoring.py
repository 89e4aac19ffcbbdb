"""``anchor``: repairs passages after their documents were edited."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from citekit.cli.context import (
    DryRun,
    Json,
    bold,
    dim,
    message,
    open_project,
    plain_line,
    print_json,
    wrap,
)
from citekit.cli.keys import Keys
from citekit.cli.lookup import marked_changes
from citekit.cli.progress import Progress
from citekit.errors import EXIT_FINDINGS
from citekit.library import anchoring
from citekit.library.anchoring import Action, Answer, Repair, Repairs

app = typer.Typer(rich_markup_mode=None)

#: By key; Enter skips (:meth:`Keys.key`).
_ANSWERS = {"a": Answer.ACCEPT, "s": Answer.SKIP, "n": Answer.SKIP, "q": Answer.QUIT}


@app.command("anchor")
def anchor(
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="DOC", help="Of this document alone.")
    ] = None,
    accept_above: Annotated[
        float,
        typer.Option("--accept-above", metavar="SCORE", help="Move those as sure as this unasked."),
    ] = anchoring.ACCEPT_ABOVE,
    moved: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--moved", metavar="OLD NEW", help="This one, or part of it, is that one now."
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Store passages anew where their words stand after edits, and under the new names of
    documents that were renamed or moved.

    Exit code 0 if every passage has its place, 1 if some are left.
    """
    asks = not as_json and not dry_run and sys.stdin.isatty()
    repairs = anchoring.repair(
        open_project(),
        document=document,
        accept_above=accept_above,
        moved=() if moved is None else (moved,),
        ask=_ask if asks else None,
        dry_run=dry_run,
        progress=Progress("passages"),
    )
    if as_json:
        print_json(repairs.to_json())
    else:
        _print(repairs)
    if repairs.left:
        raise typer.Exit(EXIT_FINDINGS)


def _print(repairs: Repairs) -> None:
    for old, new in repairs.moves.known.items():
        would = "would be stored" if repairs.dry_run else "is stored"
        print(f"{bold(old)} is {bold(new)} now; what was decided on it {would} under that name")
    for sentence, command in repairs.moves.told():
        print(sentence)
        print(wrap(f"(`{command}` says which it is)", "    "))
    for each in repairs.of(Action.MOVED):
        _print_change("would move" if repairs.dry_run else "moved", each)
    for each in repairs.of(Action.ASKED):
        _print_change("not sure", each)
        if each.hint:
            print(wrap(f"({each.hint})", "    "))
    for each in repairs.of(Action.ORPHANED):
        print(f"{bold(str(each.place))}  orphaned  {each.passage.kind}  {dim(each.passage.id)}")
        print(wrap(plain_line(each.passage.selector.exact), "    "))
        print(wrap(f"({each.hint})", "    "))
    count = {action: len(repairs.of(action)) for action in Action}
    message(
        f"{count[Action.MOVED]} {'would be ' if repairs.dry_run else ''}moved, "
        f"{count[Action.RESTORED]} at their place and stored anew, "
        f"{count[Action.KEPT]} as they were, {count[Action.ASKED]} not sure, "
        f"{count[Action.ORPHANED]} orphaned"
    )


def _print_change(what: str, each: Repair) -> None:
    """Where a passage stands now, how sure that is, and its words."""
    print(f"{bold(str(each.place))}  {what}: {each.found}")
    print(wrap(marked_changes(each.changes), "    "))


def _ask(each: Repair) -> Answer:
    """Show the old words and the new ones in their place, and ask on the terminal."""
    print(f"{bold(str(each.place))}  {each.passage.kind}  {each.found}")
    print(wrap("old: " + plain_line(each.passage.selector.exact), "    "))
    print(wrap("new: " + plain_line(each.words), "    "))
    print(f"    diff: {marked_changes(each.changes)}")
    print(wrap(plain_line(f"…{each.before}⟦{each.words}⟧{each.after}…"), "    "))
    if each.hint:
        print(wrap(f"({each.hint})", "    "))
    keys = Keys()
    while True:
        answer = _ANSWERS.get(keys.key("[a]ccept [s]kip [q]uit ? ").lower())
        if answer is not None:
            return answer


@app.callback()
def _group() -> None:
    """Anchors."""
