"""Making and removing passages by their words or by offsets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit import anchor
from citekit.corpus.places import Lines
from citekit.errors import UnknownDocumentError, UnknownPassageError, UsageError, Where
from citekit.library.decided import Placed, contradicted
from citekit.library.editing import with_id
from citekit.library.edits import Edit
from citekit.library.moves import find_moves
from citekit.library.project import Project
from citekit.library.state import Text, passage_view
from citekit.library.views import PassageView
from citekit.model import Body, Document, Passage
from citekit.store.corpus import read_document
from citekit.vocabulary import PASSAGE_KINDS, RELATIONS

#: The relation a passage gets when none is named.
DEFAULT_RELATION = {
    "reference": "cites",
    "citation": "cites",
    "mention": "discusses",
    "echo": "discusses",
    "paraphrase": "obtainsBackgroundFrom",
    "quotation": "includesQuotationFrom",
}

#: What a passage of each kind may point at.
BODIES: dict[str, tuple[str, ...]] = {
    "reference": ("work",),
    "citation": ("work",),
    "mention": ("work",),
    "echo": ("work",),
    "paraphrase": ("work",),
    "quotation": ("none", "work"),
    "credit": ("person",),
    "evidence": ("field",),
}
#: What stands around quoted words.
_AROUND = "\"'“”„‟‘’‚‛«»‹› \t\r\n\u00a0\u202f"
_NEEDS = {"work": "a work", "none": "none", "person": "--person", "field": "--field"}


def find_span(
    document: Document,
    quote: str | None,
    occurrence: int | None,
    offsets: tuple[int, int] | None,
) -> tuple[int, int]:
    """The span of quoted words, or of offsets, in a document.

    Raises UnknownPassageError if the words are not there, or are there more
    than once and no occurrence (from 1) says which; UsageError for offsets
    outside the text.
    """
    text = document.text
    if offsets is not None:
        start, end = offsets
        if not 0 <= start < end <= len(text):
            raise UsageError(
                f"{start}–{end} is no span of {document.id}",
                hint=f"offsets count characters from 0 to {len(text)}, end exclusive",
            )
        return start, end
    if not quote or not quote.strip():
        raise UsageError("say which words", hint='with --quote "…" or with --start and --end')
    spans = anchor.occurrences(text, quote)
    if not spans:
        raise UnknownPassageError(
            f"these words do not stand in {document.id}: {quote}",
            hint="copy them from the text; quotes, dashes and spaces may differ",
        )
    if occurrence is not None:
        if not 1 <= occurrence <= len(spans):
            raise UnknownPassageError(
                f"these words stand {len(spans)} times in {document.id}, not {occurrence}"
            )
        return spans[occurrence - 1]
    if len(spans) > 1:
        lines = Lines.of(document)
        places = ", ".join(
            f"{number}: line {lines.place(start)[0]}"
            for number, (start, _) in enumerate(spans, start=1)
        )
        raise UnknownPassageError(
            f"these words stand {len(spans)} times in {document.id}",
            hint=f"choose one with --occurrence ({places})",
        )
    return spans[0]


def link(
    project: Project,
    document: str,
    *,
    body: Body,
    kind: str,
    quote: str | None = None,
    occurrence: int | None = None,
    offsets: tuple[int, int] | None = None,
    relation: str | None = None,
    locator: str = "",
    quoted: str = "",
    speaker: str = "",
    cue: str = "",
    dry_run: bool = False,
) -> PassageView:
    """Make a passage; making the same one again replaces it, and a quotation any other one of
    the same words, with or without the marks around them, whose span it keeps.  Rejections
    of the same go.

    Raises UsageError for a kind, relation or body that does not fit,
    UnknownKeyError for a work the catalogue does not hold, and what
    :func:`find_span` raises.
    """
    if kind not in PASSAGE_KINDS:
        raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
    if relation is None:
        relation = DEFAULT_RELATION.get(kind, "") if body.type == "work" else ""
    if relation and relation not in RELATIONS:
        raise UsageError(f"unknown relation {relation!r}", hint="one of " + ", ".join(RELATIONS))
    if body.type not in BODIES[kind]:
        needed = " or ".join(_NEEDS[type_] for type_ in BODIES[kind])
        raise UsageError(f"a passage of kind {kind} points at {needed}")
    with Edit(project, dry_run) as edit:
        _check_body(edit, body)
        text = read_document(project.root, project.document_id(document))
        start, end = find_span(text, quote, occurrence, offsets)
        same = _same_words(project, text, start, end) if kind == "quotation" else []
        if same and offsets is None:
            start, end = same[0].start, same[0].end
        if quoted and not anchor.occurrences(text.text[start:end], quoted):
            raise UsageError(f"{quoted!r} does not stand in the passage")
        passage = with_id(
            Passage(
                id="",
                document=text.id,
                selector=anchor.select(text.text, start, end),
                kind=kind,
                body=body,
                relation=relation,
                locator=locator,
                quoted=quoted,
                speaker=speaker,
                cue=cue,
                digest=text.digest,
                extractor=text.extractor,
            )
        )
        if others := {view.id for view in same} - {passage.id}:
            edit.remove_passages(others)
        edit.add_passages([passage])
        _take_back(edit, passage, text)
    return passage_view(passage, Text(text), project.key_of(text.id))


def _same_words(project: Project, text: Document, start: int, end: int) -> list[PassageView]:
    """The quotations of a document that are the same words, whatever marks stand around
    them."""
    words = _inner(text.text, start, end)
    return [
        view
        for view in project.passages(document=text.id, kind="quotation")
        if view.start >= 0 and _inner(text.text, view.start, view.end) == words
    ]


def _take_back(edit: Edit, passage: Passage, text: Document) -> None:
    """Take out the rejections of what is linked now."""
    name = edit.project.settings.rejections
    alike = [
        Placed(each, spot.start, spot.end)
        for each in edit.annotations(name).passages
        if (each.document, each.kind, each.body) == (text.id, passage.kind, passage.body)
        if (spot := anchor.resolve(each.selector, text.text)).start >= 0
    ]
    here = Placed(passage, passage.selector.start, passage.selector.end)
    if gone := {each.passage.id for each in alike if any(contradicted([here], [each]))}:
        edit.take_out(name, gone)


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without quotation marks and white space at its ends."""
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def _check_body(edit: Edit, body: Body) -> None:
    if body.type == "work":
        edit.record(body.value)
    elif body.type == "person" and not body.value.strip():
        raise UsageError("--person is empty", hint="name the scholar")
    elif body.type == "field":
        key, _, field = body.value.rpartition("#")
        record = edit.record(key)
        if field not in record.fields:
            raise UsageError(
                f"{key} has no field {field!r}", hint="it has " + ", ".join(record.fields)
            )


def unlink(
    project: Project,
    *,
    ids: Sequence[str] = (),
    document: str | None = None,
    work: str | None = None,
    quote: str | None = None,
    occurrence: int | None = None,
    offsets: tuple[int, int] | None = None,
    dry_run: bool = False,
) -> list[PassageView]:
    """Remove passages by id, or those that stand at some words of a document; without words,
    all of a document that is not there any more, named by its path.

    Returns the removed ones; raises UnknownPassageError if there is none.
    """
    with Edit(project, dry_run) as edit:
        # under the lock, so that no other process gives passages other ids meanwhile
        views = {view.id: view for view in project.passages()}
        gone = _wanted(project, views, ids, document, work, quote, occurrence, offsets)
        edit.remove_passages(set(gone))
    return [views[id] for id in dict.fromkeys(gone)]


def _wanted(
    project: Project,
    views: Mapping[str, PassageView],
    ids: Sequence[str],
    document: str | None,
    work: str | None,
    quote: str | None,
    occurrence: int | None,
    offsets: tuple[int, int] | None,
) -> list[str]:
    """The ids of the passages to remove; raises UnknownPassageError if there is none."""
    gone = [id for id in ids if id in views]
    if len(gone) < len(ids):
        missing = next(id for id in ids if id not in views)
        raise UnknownPassageError(
            f"no passage has the id {missing!r}", hint="`citekit passages --json` shows the ids"
        )
    lost = [each for each in views.values() if each.document == document]
    named = any(each is not None for each in (quote, occurrence, offsets))
    if lost and not named and _is_gone(project, lost[0].document):
        gone += [each.id for each in lost if work is None or each.work == work]
    elif document is not None:
        text = read_document(project.root, project.document_id(document))
        for start, end in _spans(text, quote, occurrence, offsets):
            gone += [
                view.id
                for view in views.values()
                if view.document == text.id
                and (view.start, view.end) == (start, end)
                and (work is None or view.work == work)
            ]
    if not gone:
        raise UnknownPassageError(
            "no passage stands at exactly these words",
            Where(document),
            "`citekit passages --document DOC` shows those that are there",
        )
    return gone


def _is_gone(project: Project, document: str) -> bool:
    """Whether there is no such document any more.  Raises UnknownDocumentError for one that has
    another name now, and ReadError for one that cannot be read."""
    try:
        project.document_id(document)
    except UnknownDocumentError:
        name = find_moves(project.state()).known.get(document)
        if name is not None:
            hint = "`citekit anchor` stores its passages under that name"
            raise UnknownDocumentError(f"{document} is {name} now", hint=hint) from None
        return True
    return False


def _spans(
    document: Document,
    quote: str | None,
    occurrence: int | None,
    offsets: tuple[int, int] | None,
) -> list[tuple[int, int]]:
    if offsets is None and occurrence is None and quote:
        found = anchor.occurrences(document.text, quote)
        if found:
            return found
    return [find_span(document, quote, occurrence, offsets)]
