"""Look-ups: list, show, search, cites, works, passages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.context import (
    Json,
    bold,
    counted,
    dim,
    message,
    open_project,
    plain_line,
    print_json,
    style,
    table,
    wrap,
)
from citekit.errors import UsageError
from citekit.library.views import PassageView, RecordView
from citekit.vocabulary import PASSAGE_KINDS

if TYPE_CHECKING:
    from citekit.library.worddiff import Change

app = typer.Typer(rich_markup_mode=None)

#: How an anchor stands (:class:`citekit.anchor.Status`).
STATUSES = ("exact", "shifted", "fuzzy", "orphaned")


@app.command("list")
def list_records(
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...")] = None,
    as_json: Json = False,
) -> None:
    """List the catalogue: key, authors, year, title."""
    records = open_project().records(keys or ())
    if as_json:
        print_json([record.to_json() for record in records])
        return
    print_records(records)


@app.command("show")
def show(
    key: Annotated[str, typer.Argument(metavar="KEY")],
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Where each field was read from.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show a work: its fields, its document, how often it is cited."""
    project = open_project()
    record, *others = project.entries(key)
    for other in others:
        message(f"{other.file}:{other.line} has the key {key} as well, and is not shown")
    if evidence:
        found = project.evidence(key)
        if as_json:
            print_json([field.to_json() for field in found])
            return
        if not found and not record.absent:
            message(
                f"no evidence for {key}: its record has no field that a text states; evidence"
                " are the words of a text that a field was read from (`citekit edit` sets"
                " fields, `citekit link --field` ties words to one)"
            )
        rows = [
            (
                field.field,
                _shown(field.field, field.value),
                f"“{plain_line(field.words)}”  {field.place}"
                if field.source == "read"
                else "supplied",
            )
            for field in found
        ]
        rows += [(name, "—", "absent in the source") for name in record.absent]
        table(rows)
        return
    from citekit.library.inherited import inherited_fields

    inherited = inherited_fields(project, record)
    if as_json:
        print_json({**record.to_json(), "inherited": inherited})
        return
    print(f"{bold(record.key)}  @{record.entry_type}  {dim(f'{record.file}:{record.line}')}")
    table([(f"  {name}", _shown(name, value)) for name, value in record.fields.items()])
    if inherited:
        parents = (record.fields[name] for name in ("crossref", "xdata") if name in record.fields)
        print(f"  from {', '.join(parents)}")
        table([(f"    {name}", _shown(name, value)) for name, value in inherited.items()])
    cites = project.cites(key)
    documents = {view.document for view in cites}
    print(f"  cited by {counted(len(cites), 'passage')} in {counted(len(documents), 'document')}")


def _shown(name: str, value: str) -> str:
    """A field's value as it is read: of most, without its LaTeX."""
    from citekit.formats.bibmap import shown_value

    return plain_line(shown_value(name, value))


@app.command("search")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD...")],
    as_json: Json = False,
) -> None:
    """Find works and passages that hold all these words."""
    records, views = open_project().search(" ".join(words))
    if as_json:
        print_json(
            {
                "works": [record.to_json() for record in records],
                "passages": [view.to_json() for view in views],
            }
        )
        return
    print_records(records)
    if records and views:
        print()
    print_passages(views)
    if not records and not views:
        print("nothing found", file=sys.stderr)


@app.command("cites")
def cites(
    key: Annotated[str, typer.Argument(metavar="KEY")],
    as_json: Json = False,
) -> None:
    """The passages that cite a work."""
    views = open_project().cites(key)
    if as_json:
        print_json([view.to_json() for view in views])
        return
    print_passages(views)
    if not views:
        print(f"no passage cites {key}", file=sys.stderr)


@app.command("works")
def works(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="A document's key, file name or path.")
    ],
    as_json: Json = False,
) -> None:
    """The works a document cites, with counts and places."""
    found = open_project().works(document)
    if as_json:
        print_json([work.to_json() for work in found])
        return
    for work in found:
        name = ", ".join(part for part in (work.authors, work.year, work.title) if part)
        kinds = ", ".join(f"{count} {kind}" for kind, count in work.kinds.items())
        print(f"{bold(work.key)}  {name}")
        print(f"    {counted(work.count, 'passage')} ({kinds})")
        for view in work.places:
            at = f"{view.line}:{view.column}" if view.line > 0 else "orphaned"
            print(wrap(f"{at} {view.kind}: {plain_line(view.exact)}", "    "))
    if not found:
        told = f"no passage of {document} cites a work of the catalogue"
        message(f"{told} (`citekit scan` finds what texts cite)")


@app.command("passages")
def passages(
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="DOC", help="Of this document.")
    ] = None,
    work: Annotated[
        str | None, typer.Option("--work", "-w", metavar="KEY", help="That cite this work.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", "-k", help="Of this kind, such as quotation or echo.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Of a speaker whose name holds this.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", help="Whose sentence holds these words.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", help="How they stand: exact, shifted, fuzzy, orphaned; any shows all."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Passages that satisfy every filter given; all without one."""
    if status is not None and status not in (*STATUSES, "any"):
        hint = "one of " + ", ".join((*STATUSES, "any"))
        raise UsageError(f"unknown status {status!r}", hint=hint)
    if kind is not None and kind not in PASSAGE_KINDS:
        raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
    views = open_project().passages(
        document=document,
        work=work,
        kind=kind,
        speaker=speaker,
        text=text,
        status=None if status == "any" else status,
    )
    if as_json:
        print_json([view.to_json() for view in views])
        return
    print_passages(views, with_status=status is not None)
    if not views:
        filters = (document, work, kind, speaker, text, status)
        told = "no such passage" if any(filters) else "no passages yet: `citekit link` makes one"
        print(told, file=sys.stderr)


def print_records(records: list[RecordView]) -> None:
    """Records as lines of a table."""
    table(
        [
            (
                record.key,
                record.authors or "—",
                record.year or "—",
                record.title or (f"({record.document})" if record.document else "—"),
            )
            for record in records
        ]
    )


def print_passages(views: list[PassageView], *, with_status: bool = False) -> None:
    """Passages: place, kind, whom they concern, and the sentence with the words
    marked; how they stand if it is asked or not exact."""
    for view in views:
        about = view.work or view.person or view.field
        facts = [view.kind, about, view.relation]
        if view.speaker:
            facts.append(f"speaker {view.speaker}")
        if view.anchor == "fuzzy" or view.anchor_score not in (0, 1):
            facts.append(f"{view.anchor} {view.anchor_score:.2f}")
        elif with_status or view.anchor != "exact":
            facts.append(view.anchor)
        print(f"{bold(view.place)}  {'  '.join(fact for fact in facts if fact)}")
        print(wrap(marked(view), "    "))


def marked(view: PassageView) -> str:
    """The sentence with the passage's words between ⟦ and ⟧."""
    if not view.sentence:
        return f"{view.exact} (no longer surely found)"
    start, end = view.mark
    words = view.sentence
    return plain_line(f"{words[:start]}⟦{words[start:end]}⟧{words[end:]}")


def marked_changes(changes: Sequence[Change]) -> str:
    """Changes in the notation of git's word diff, coloured on a terminal."""
    return " ".join(_mark(kind, plain_line(words)) for kind, words in changes)


def _mark(kind: str, words: str) -> str:
    if kind == "gone":
        return style(f"[-{words}-]", "31")
    return style(f"{{+{words}+}}", "32") if kind == "new" else words
