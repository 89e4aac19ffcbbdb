"""Making and removing passages: link, unlink."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import DryRun, Json, counted, message, open_project, print_json
from citekit.cli.lookup import print_passages
from citekit.errors import UsageError
from citekit.library import linking
from citekit.model import Body

app = typer.Typer(rich_markup_mode=None)

Quote = Annotated[
    str | None, typer.Option("--quote", help="The words; typography and spaces may differ.")
]
Occurrence = Annotated[
    int | None, typer.Option("--occurrence", help="Which, from 1, if they stand more than once.")
]
Start = Annotated[
    int | None, typer.Option("--start", help="Offset in characters, instead of --quote.")
]
End = Annotated[int | None, typer.Option("--end", help="End of the span, exclusive.")]


def span(start: int | None, end: int | None) -> tuple[int, int] | None:
    """Offsets, or None; raises UsageError for one without the other."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise UsageError("--start and --end go together")
    return start, end


@app.command("link")
def link(
    document: Annotated[str, typer.Argument(metavar="DOC")],
    work: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="The work; none for a bare quotation.")
    ] = None,
    quote: Quote = None,
    occurrence: Occurrence = None,
    start: Start = None,
    end: End = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", "-k", help="reference, citation, mention, echo, paraphrase, …"),
    ] = None,
    relation: Annotated[
        str | None, typer.Option("--relation", help="A CiTO property, such as cites.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="A scholar credited with no work.")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option("--field", help="The field of KEY that was read from these words."),
    ] = None,
    quoted: Annotated[
        str, typer.Option("--quoted", help="The words inside that stand in quotation marks.")
    ] = "",
    speaker: Annotated[str, typer.Option("--speaker", help="Whose words they are.")] = "",
    cue: Annotated[str, typer.Option("--cue", help="The words that attribute them.")] = "",
    locator: Annotated[str, typer.Option("--locator", help="The place cited.")] = "",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Link words of a document to a work, a person, or a field of a record."""
    body, default = Body(), "quotation"
    if person is not None:
        if work is not None or field is not None:
            raise UsageError("--person goes without KEY and --field")
        body, default = Body("person", person), "credit"
    elif field is not None:
        if work is None:
            raise UsageError("--field needs KEY")
        body, default = Body("field", f"{work}#{field}"), "evidence"
    elif work is not None:
        body, default = Body("work", work), "citation"
    view = linking.link(
        open_project(),
        document,
        body=body,
        kind=kind or default,
        quote=quote,
        occurrence=occurrence,
        offsets=span(start, end),
        relation=relation,
        locator=locator,
        quoted=quoted,
        speaker=speaker,
        cue=cue,
        dry_run=dry_run,
    )
    if as_json:
        print_json(view.to_json())
        return
    message("would have linked" if dry_run else "linked")
    print_passages([view])


@app.command("unlink")
def unlink(
    document: Annotated[str | None, typer.Argument(metavar="[DOC]")] = None,
    work: Annotated[str | None, typer.Argument(metavar="[KEY]")] = None,
    ids: Annotated[
        list[str] | None,
        typer.Option("--id", help="A passage's id, instead of DOC. May be repeated."),
    ] = None,
    quote: Quote = None,
    occurrence: Occurrence = None,
    start: Start = None,
    end: End = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Remove passages by id, those at these words, or all of a document that is gone."""
    if (document is None) == (not ids):
        raise UsageError("name a document and its words, or passages with --id")
    views = linking.unlink(
        open_project(),
        ids=ids or (),
        document=document,
        work=work,
        quote=quote,
        occurrence=occurrence,
        offsets=span(start, end),
        dry_run=dry_run,
    )
    if as_json:
        print_json([view.to_json() for view in views])
        return
    message(f"{'would have removed' if dry_run else 'removed'} {counted(len(views), 'passage')}")
    print_passages(views)
