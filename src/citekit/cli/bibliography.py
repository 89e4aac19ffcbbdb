"""Bibliographies and citations: bib, cite, process."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated

import typer

from citekit.cli.context import message, open_project, print_json, project_root, read_input
from citekit.csl.filters import Filter, Rule
from citekit.errors import EXIT_FINDINGS, SyntaxProblemError, UsageError, Where
from citekit.library import references
from citekit.model import CiteMode

app = typer.Typer(rich_markup_mode=None)

#: The code of the problem that a work has no entry in a bibliography, and up to how many of
#: these are printed one by one.
_EMPTY, _MOST_EMPTY = "empty-entry", 10

Style = Annotated[
    str | None,
    typer.Option("--style", "-s", help="A style's name or file; bst:NAME for a BibTeX style."),
]
Locale = Annotated[str | None, typer.Option("--locale", "-l", help="Such as de-DE.")]
Output = Annotated[
    str,
    typer.Option(
        "--format", "-f", help="text, html, markdown, latex, typst, rst, ansi, rtf or json."
    ),
]


def _rules(texts: list[str] | None) -> tuple[Rule, ...]:
    found = []
    for text in texts or ():
        field, equals, value = text.partition("=")
        if not equals or not field.strip():
            raise UsageError(f"{text!r} is not FIELD=VALUE", hint="such as type=book")
        found.append(Rule(field.strip(), value.strip()))
    return tuple(found)


def _report(problems: tuple[object, ...]) -> None:
    for problem in problems:
        message(str(problem))


@app.command("bib")
def bib(
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...")] = None,
    style: Style = None,
    locale: Locale = None,
    output: Output = "text",
    cited_in: Annotated[
        str | None, typer.Option("--cited-in", metavar="DOC", help="The works a document cites.")
    ] = None,
    cited: Annotated[
        bool, typer.Option("--cited", help="The works that any document cites.")
    ] = False,
    annotated: Annotated[
        bool, typer.Option("--annotated", help="Each work's citing passages under its entry.")
    ] = False,
    standalone: Annotated[
        bool, typer.Option("--standalone", help="A whole page, or a LaTeX file that compiles.")
    ] = False,
    include: Annotated[
        list[str] | None,
        typer.Option(
            "--include",
            metavar="FIELD=VALUE",
            help="Such as type=book; any of these. May be repeated.",
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude", metavar="FIELD=VALUE", help="Such as keyword=draft. May be repeated."
        ),
    ] = None,
    links: Annotated[
        bool, typer.Option("--links", help="Make links of DOI, PMID, PMCID and URL.")
    ] = False,
    shorthands: Annotated[
        bool, typer.Option("--shorthands", help="The list of shorthands, each with its entry.")
    ] = False,
) -> None:
    """Print a bibliography: these keys, what documents cite, or the whole catalogue."""
    if cited and cited_in is not None:
        raise UsageError("choose one of --cited and --cited-in")
    made = references.bibliography(
        open_project(),
        keys or (),
        style=style,
        locale_tag=locale,
        output=output,
        cited_in=cited_in,
        cited=cited,
        annotated=annotated,
        standalone=standalone,
        wanted=Filter(include=_rules(include), exclude=_rules(exclude)),
        links=links,
        shorthands=shorthands,
    )
    empty = [problem for problem in made.problems if problem.code == _EMPTY]
    if len(empty) > _MOST_EMPTY:
        _report(tuple(problem for problem in made.problems if problem.code != _EMPTY))
        types = Counter(made.types.get(problem.where.key or "", "") for problem in empty)
        which = ", ".join(f"{count} {name}" for name, count in types.most_common())
        message(f"warning: {len(empty)} works have no entry in this style: {which} [{_EMPTY}]")
    else:
        _report(made.problems)
    if made.text:
        typer.echo(made.text.rstrip("\n"))
    elif shorthands and made.types:
        message("none of these works has a shorthand (`citekit edit KEY shorthand=…`)")
    else:
        message(
            _why_empty(bool(include or exclude), cited or cited_in is not None, bool(made.types))
        )
    if empty and not (include or exclude):
        raise typer.Exit(EXIT_FINDINGS)


def _why_empty(filtered: bool, cited: bool, works: bool) -> str:
    if filtered:
        return "no work is left by --include and --exclude"
    if works:
        return "none of these works has an entry in this style"
    if cited:
        return "no work is cited by a passage (`citekit scan` finds what texts cite)"
    return "the catalogue is empty"


@app.command("cite")
def cite(
    works: Annotated[
        list[str],
        typer.Argument(metavar="KEY[@LOCATOR]...", help="Such as waltz1959@12 or waltz1959@ch.3."),
    ],
    style: Style = None,
    locale: Locale = None,
    output: Output = "text",
    prefix: Annotated[str, typer.Option("--prefix", help="Words before the first cite.")] = "",
    suffix: Annotated[str, typer.Option("--suffix", help="Words after the last cite.")] = "",
    suppress_author: Annotated[
        bool, typer.Option("--suppress-author", help="Leave the author out.")
    ] = False,
    author_only: Annotated[
        bool, typer.Option("--author-only", help="Print the author alone.")
    ] = False,
    narrative: Annotated[
        bool, typer.Option("--narrative", help="The author in the text: Waltz (1959).")
    ] = False,
    via: Annotated[
        str | None,
        typer.Option(
            "--via", metavar="ARTICLE", help="As cited in this article (its key or document)."
        ),
    ] = None,
) -> None:
    """Print one citation of these works, for the text or for a note."""
    modes: list[tuple[bool, CiteMode]] = [
        (suppress_author, "suppress-author"),
        (author_only, "author-only"),
        (narrative, "author-in-text"),
    ]
    chosen: list[CiteMode] = [mode for wanted, mode in modes if wanted]
    if len(chosen) > 1:
        raise UsageError("choose one of --suppress-author, --author-only, --narrative")
    made = references.cite(
        open_project(),
        works,
        style=style,
        locale_tag=locale,
        output=output,
        mode=chosen[0] if chosen else "normal",
        prefix=prefix,
        suffix=suffix,
        via=via,
    )
    _report(made.problems)
    typer.echo(made.text)


@app.command("process")
def process() -> None:
    """Process citations: a JSON request on standard input, JSON on standard output.

    The request is {style, locale?, format?, links?, abbreviations?, items,
    citations}; the answer
    {citations, bibliography, problems}. Items are CSL-JSON, citations have
    the shape of citeproc-js' citation objects.
    """
    try:
        request = json.loads(read_input("-", any_encoding=False))
    except json.JSONDecodeError as problem:
        raise SyntaxProblemError(
            f"the request is no JSON: {problem.msg}",
            Where("<standard input>", problem.lineno, problem.colno),
        ) from None
    except RecursionError:
        raise SyntaxProblemError("the request is nested too deeply") from None
    print_json(references.process_json(request, project_root()))
