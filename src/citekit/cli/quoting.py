"""``quote``: where a remembered quotation stands, ready to paste."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import Json, bold, message, open_project, plain_line, print_json, wrap
from citekit.errors import EXIT_FINDINGS, UsageError
from citekit.library import quoting
from citekit.library.pasting import paste

app = typer.Typer(rich_markup_mode=None)


@app.command("quote")
def quote(
    words: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The words.")],
    style: Annotated[
        str | None, typer.Option("--style", "-s", help="A style's name or file.")
    ] = None,
    locale: Annotated[str | None, typer.Option("--locale", "-l", help="Such as de-DE.")] = None,
    output: Annotated[
        str, typer.Option("--format", "-f", help="text, markdown, latex, html, typst, …")
    ] = "text",
    documents: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="DOC", help="Look there alone. May be repeated."),
    ] = None,
    count: Annotated[int, typer.Option("--count", help="So many places at most.")] = 3,
    as_json: Json = False,
) -> None:
    """Find where in the corpus a remembered quotation stands; print it with its citation.

    The words may be wrong, missing, in another order or misspelt. Exit code 1 if
    nothing like them is found.
    """
    if count < 1:
        raise UsageError("--count must be at least 1")
    project = open_project()
    with project.at_one_moment():
        ids = [project.document_id(name) for name in documents or ()]
        hits = quoting.find(project, " ".join(words), count, ids)
        made = [paste(project, hit, style=style, locale_tag=locale, output=output) for hit in hits]
    for one in made:
        for problem in one.problems:
            message(str(problem))
    if as_json:
        print_json(
            [
                {**hit.to_json(), "work": one.work, "paste": one.text}
                for hit, one in zip(hits, made, strict=True)
            ]
        )
    else:
        for number, (hit, one) in enumerate(zip(hits, made, strict=True)):
            if number:
                print()
            print(
                f"{bold(f'{hit.document}:{hit.line}:{hit.column}')}  {hit.score:.2f}  {hit.verdict}"
            )
            print(wrap(plain_line(f"{hit.before}⟦{hit.exact}⟧{hit.after}"), "    "))
            for change in hit.changes:
                print(wrap(plain_line(f"yours: {change}"), "    "))
            print(one.text)
    if not hits:
        there = f"in {', '.join(ids)}" if ids else "in the corpus"
        message(f"nothing like these words stands {there}")
        raise typer.Exit(EXIT_FINDINGS)


@app.callback()
def _group() -> None:
    """Quotations."""
