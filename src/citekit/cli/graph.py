"""``graph``: which documents cite which works."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from citekit.cli.context import Json, bold, counted, message, open_project, plain_line, print_json
from citekit.errors import UsageError
from citekit.library.citationgraph import Graph, citation_graph, to_csv, to_dot, to_graphml

app = typer.Typer(rich_markup_mode=None)

_WRITERS = {"csv": to_csv, "dot": to_dot, "graphml": to_graphml}


@app.command("graph")
def graph(
    output: Annotated[
        str, typer.Option("--format", "-f", help="text, csv, dot (Graphviz) or graphml.")
    ] = "text",
    own: Annotated[
        bool, typer.Option("--own", help="Only works whose texts are documents themselves.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Which documents cite which works, and in how many passages of each kind.

    The texts of the corpus itself are marked with *.
    """
    if output != "text" and output not in _WRITERS:
        raise UsageError(f"unknown format {output!r}", hint="one of text, " + ", ".join(_WRITERS))
    if as_json and output != "text":
        raise UsageError("choose one of --json and --format")
    project = open_project()
    with project.at_one_moment():
        found = citation_graph(project, own=own)
    if as_json:
        print_json(found.to_json())
    elif output != "text":
        sys.stdout.write(_WRITERS[output](found))
    else:
        _print(found)
    if not found.edges:
        which = "a work whose text is a document" if own else "a work of the catalogue"
        message(f"no passage cites {which} (`citekit scan` finds what texts cite)")


def _print(found: Graph) -> None:
    """Each citing document with the works it cites below it."""
    last = ""
    for edge in found.edges:
        if edge.source != last:
            source = found.nodes[edge.source]
            print(f"{bold(plain_line(source.id))}  {plain_line(source.label)}")
        last = edge.source
        target = found.nodes[edge.target]
        kinds = ", ".join(f"{count} {kind}" for kind, count in edge.kinds.items())
        sign = "*" if target.own else " "
        print(
            f"  {sign} {plain_line(target.id)}  {counted(edge.passages, 'passage')} ({kinds})"
            f"  {plain_line(target.label)}"
        )


@app.callback()
def _group() -> None:
    """Graphs."""
