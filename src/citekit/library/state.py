"""Everything the project's files say, each read when it is first asked for.

Edits and audits start here; look-ups do not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from citekit import anchor
from citekit.corpus.places import Lines, sentence, sentence_breaks
from citekit.errors import CitekitError, Problem, Where, error, warning
from citekit.formats.csljson import work_to_json
from citekit.library.filelinks import possible_documents
from citekit.library.views import PassageView, RecordView
from citekit.model import Document, Passage, Selector, Work
from citekit.richtext import strip_markup
from citekit.store.annotations import PassageFile
from citekit.store.annotations import load as load_passages
from citekit.store.catalogue import Catalogue, Record, load, unusable_name
from citekit.store.corpus import broken_links, document_ids, idle_patterns, read_document
from citekit.store.files import Raw, read_raw
from citekit.store.inclusions import Inclusions
from citekit.store.lines import IrregularError
from citekit.store.lines import Lines as PassageLines
from citekit.store.settings import PROJECT_FILE, Settings
from citekit.textfold import Folded, fold

#: Called before each of many things, and at the end: how many are done, how many there
#: are, and the document that is next.
Progress: TypeAlias = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Text:
    """A document with what places and anchors need of it."""

    document: Document

    @cached_property
    def lines(self) -> Lines:
        """Line and column of positions, in the document's file."""
        return Lines.of(self.document)

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences end."""
        return sentence_breaks(self.document.text)

    @cached_property
    def folded(self) -> Folded:
        """The text folded for comparison."""
        return fold(self.document.text)


class Texts(Mapping[str, Text]):
    """The documents that can be read, by id, each read when it is first asked for."""

    def __init__(self, root: Path, ids: Sequence[str]) -> None:
        self._root = root
        self._inclusions = Inclusions(root)
        self._found: dict[str, Text | None] = dict.fromkeys(ids)
        self._problems: dict[str, Problem] = {}
        self._unread = set(ids)

    def __getitem__(self, id: str) -> Text:
        if id in self._unread:
            self._unread.remove(id)
            self._found[id] = self._read(id)
        found = self._found.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._found if id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _read(self, id: str) -> Text | None:
        if not id.isprintable():
            self._problems[id] = unusable_name(id)
            return None
        try:
            return Text(read_document(self._root, id, self._inclusions))
        except CitekitError as failure:
            self._problems[id] = error(
                "unreadable-document", failure.message, failure.where, failure.hint
            )
            return None

    @property
    def names(self) -> Collection[str]:
        """The ids of all documents, also of those that cannot be read."""
        return self._found.keys()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the others, by id."""
        _ = len(self)
        return [self._problems[id] for id in self._found if id in self._problems]


class State:
    """Catalogue, documents, passages, suggestions and rejections, and the problems of
    reading them.

    Each file is read when it is first asked for, and not again.  A document that cannot
    be read is a problem; a .bib file, or a file of passages, raises ReadError.
    """

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root = root
        self._settings = settings
        self._moved: Mapping[str, str] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """The works."""
        return load(self.root, self._settings.catalogue)

    @property
    def has_catalogue(self) -> bool:
        """Whether the catalogue was read already."""
        return "catalogue" in self.__dict__

    @cached_property
    def texts(self) -> Texts:
        """The documents."""
        settings = self._settings
        return Texts(self.root, document_ids(self.root, settings.documents, settings.exclude))

    @cached_property
    def passages(self) -> PassageFile:
        """The passages."""
        return self._passages(self._settings.passages)

    @cached_property
    def suggestions(self) -> PassageFile:
        """What waits for review."""
        return self._passages(self._settings.suggestions)

    @cached_property
    def rejections(self) -> PassageFile:
        """What must not come back."""
        return self._passages(self._settings.rejections)

    def decided_documents(self) -> set[str]:
        """The documents that passages and rejections name; their files are not read as a
        whole for it."""
        found: set[str] = set()
        for name in (self._settings.passages, self._settings.rejections):
            lines = self._lines(name)
            if lines is None:
                found.update(each.document for each in self._passages(name).passages)
            else:
                found |= lines.documents()
        return found

    def suggestions_of(self, documents: Container[str]) -> list[Passage]:
        """The suggestions in these documents; their file is not read as a whole for it."""
        lines = self._lines(self._settings.suggestions)
        with suppress(IrregularError):
            if lines is not None and "suggestions" not in self.__dict__:
                return lines.of(documents)
        return [each for each in self.suggestions.passages if each.document in documents]

    def _lines(self, name: str) -> PassageLines | None:
        """The lines of a file of passages, None where it must be read as a whole."""
        path = self.root / name
        lines = PassageLines(read_raw(path) if path.exists() else Raw(path, b"", None))
        return lines if lines.is_regular else None

    def _passages(self, name: str) -> PassageFile:
        return load_passages(self.root / name, name)

    def following(
        self, moved: Mapping[str, str], change: Callable[[PassageFile], PassageFile]
    ) -> State:
        """The same project where documents have moved, old id → new id; ``change`` makes
        of passages, suggestions and rejections what they are then."""
        other = copy(self)
        other._moved = moved
        other.passages = change(self.passages)
        other.suggestions = change(self.suggestions)
        other.rejections = change(self.rejections)
        for name in ("anchors", "document_of", "key_of"):
            other.__dict__.pop(name, None)
        return other

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any of the files."""
        files = self.passages, self.suggestions, self.rejections
        own = (problem for file in files for problem in file.problems)
        return (*self.catalogue.problems, *self.document_problems, *own)

    @cached_property
    def document_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the documents: patterns of ``citekit.toml`` that find none,
        links to nothing, and files that cannot be read."""
        patterns = self._settings.documents
        own = () if patterns == Settings().documents else patterns
        idle = (
            warning(
                "idle-pattern",
                f"`documents`: {pattern!r} finds no file",
                Where(PROJECT_FILE),
                f"it is a folder: name its files, such as {pattern.rstrip('/')}/*.txt"
                if (self.root / pattern).is_dir()
                else "correct the pattern, or take it out",
            )
            for pattern in idle_patterns(self.root, own)
        )
        broken = (
            error(
                "unreadable-document",
                "cannot read the document: it is a symbolic link to nothing",
                Where(id),
                "restore the file, or remove the link",
            )
            for id in broken_links(self.root, patterns, self._settings.exclude)
        )
        return (*idle, *broken, *self.texts.problems)

    @cached_property
    def document_of(self) -> dict[str, str]:
        """Citation key → document id, for records with a ``file`` field."""
        return {
            record.key: id
            for record in self.catalogue.records
            if (id := self.file_of(record)) is not None
        }

    @cached_property
    def key_of(self) -> dict[str, str]:
        """Document id → citation key."""
        return {id: key for key, id in self.document_of.items()}

    def file_of(self, record: Record) -> str | None:
        """The id of the document a record's ``file`` field names, or None."""
        ids = (self._moved.get(id, id) for id in possible_documents(self.root, record))
        return next((id for id in ids if id in self.texts), None)

    @cached_property
    def anchors(self) -> dict[str, anchor.Anchor]:
        """Passage id → where it stands now; passages of missing documents are orphaned."""
        return {passage.id: self.locate(passage) for passage in self.passages.passages}

    def locate(self, passage: Passage) -> anchor.Anchor:
        """Where a passage, suggestion or rejection stands now."""
        text = self.texts.get(passage.document)
        return anchor.ORPHAN if text is None else _resolve(passage, text)

    def view(self, passage: Passage) -> PassageView:
        """One passage's view."""
        text = self.texts.get(passage.document)
        return passage_view(passage, text, self.key_of.get(passage.document, ""))

    def attribution(self, passage: Passage) -> tuple[int, int] | None:
        """Where the words stand now that name the speaker or author."""
        return _attribution(passage, self.texts.get(passage.document))


def passage_view(passage: Passage, text: Text | None, key: str) -> PassageView:
    """The view of a passage of a document, None for one that is not there, whose own
    record has this key."""
    line = column = -1
    words, mark, exact = "", (0, 0), passage.selector.exact
    spot = anchor.ORPHAN if text is None else _resolve(passage, text)
    if text is not None and spot.status is not anchor.Status.ORPHANED:
        exact = text.document.text[spot.start : spot.end]
        line, column = text.lines.place(spot.start)
        left, right = sentence(text.document.text, text.breaks, spot.start, spot.end)
        words = text.document.text[left:right]
        mark = (spot.start - left, spot.end - left)
    body = passage.body
    return PassageView(
        id=passage.id,
        document=passage.document,
        document_key=key,
        line=line,
        column=column,
        start=spot.start,
        end=spot.end,
        anchor=str(spot.status),
        anchor_score=round(spot.score, 3),
        kind=passage.kind,
        relation=passage.relation,
        work=body.value if body.type == "work" else "",
        person=body.value if body.type == "person" else "",
        field=body.value if body.type == "field" else "",
        exact=exact,
        quoted=passage.quoted,
        sentence=words,
        mark=mark,
        speaker=passage.speaker,
        cue=passage.cue,
        attribution=_attribution(passage, text),
        locator=passage.locator,
        status=passage.status,
        method=passage.method,
        score=passage.score,
        reasons=passage.reasons,
    )


def _attribution(passage: Passage, text: Text | None) -> tuple[int, int] | None:
    if passage.attribution is None or text is None:
        return None
    found = _resolve(passage, text, passage.attribution)
    return (found.start, found.end) if found.start >= 0 else None


def _resolve(passage: Passage, text: Text, selector: Selector | None = None) -> anchor.Anchor:
    """Where a passage, or another selector of it, stands; a document that is what it
    was needs no search."""
    selector, document = selector or passage.selector, text.document
    unchanged = (passage.digest, passage.extractor) == (document.digest, document.extractor)
    if unchanged and document.text[selector.start : selector.end] == selector.exact != "":
        return anchor.Anchor(anchor.Status.EXACT, selector.start, selector.end, 1.0)
    return anchor.resolve(selector, document.text, text.folded)


def record_view(record: Record, document: str) -> RecordView:
    """The view of a record."""
    work = record.work
    return RecordView(
        key=record.key,
        type=work.type,
        entry_type=record.entry_type,
        file=record.file,
        line=record.line,
        authors=short_names(work),
        year=year_of(work),
        title=strip_markup(work.text("title")),
        document=document,
        absent=tuple(sorted(record.absent)),
        fields=dict(record.fields),
        csl=work_to_json(work),
    )


def short_names(work: Work) -> str:
    """Who made the work, in short: "Waltz", "Cohen & Browne", "Jervis et al."."""
    names = work.names("author") or work.names("editor")
    families = [
        f"{name.non_dropping_particle} {name.family}".strip() or name.literal or name.given
        for name in names
    ]
    if len(families) > 2:
        return f"{families[0]} et al."
    return " & ".join(families)


def first_name(view: RecordView) -> str:
    """The first family or corporate name that a work is cited by, case folded."""
    for variable in ("author", "editor", "translator"):
        for name in view.csl.get(variable, ()):
            return str(name.get("family") or name.get("literal") or "").casefold()
    return ""


def year_of(work: Work) -> str:
    """The year of issue as people write it, or the empty string."""
    issued = work.date("issued")
    if issued is None:
        return ""
    return str(issued.start.year) if issued.start else issued.literal


def as_json(problem: Problem) -> dict[str, Any]:
    """A problem as a JSON object."""
    where = problem.where
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "key": where.key,
        "hint": problem.hint,
    }
