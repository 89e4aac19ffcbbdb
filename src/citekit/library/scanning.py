"""Scanning: what the finders find in the corpus, kept as suggestions.

A scan writes the open suggestions of what it looked at anew.  Ids come from document,
place, kind and body, so that a second scan writes the same file.  What is a passage
already, and what was rejected, is no suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from citekit.errors import Problem, UsageError
from citekit.find.scan import Finder
from citekit.find.suggestion import At, unheard
from citekit.library.decided import EVERYWHERE, Decided, Placed, Verdict, words_and_body
from citekit.library.edits import Edit
from citekit.library.findings import Fate, Finding, finding_json
from citekit.library.foundbefore import FoundBefore
from citekit.library.moves import Moves, find_moves, following, store
from citekit.library.project import Project
from citekit.library.scanners import Task, passages_in, scanner_of
from citekit.library.state import Progress, State
from citekit.library.tying import Ties
from citekit.model import Document, Passage, Work
from citekit.store.corpus import read_document
from citekit.twins import Twins
from citekit.vocabulary import PASSAGE_KINDS

#: So much text is worth other processes, which have to load the models and to index the
#: catalogue first (code points).
MUCH = 500_000
#: In a document of so many code points progress is told within it, too.
LONG = 1_000_000


@dataclass(frozen=True)
class Scan:
    """What a scan found, by document and place; ``gone`` suggestions of earlier scans
    are not found any more, none where there is no document.  ``problems`` are entries of
    the catalogue and documents that could not be read, and patterns that find none."""

    state: State
    documents: tuple[str, ...]
    findings: tuple[Finding, ...]
    gone: int
    problems: tuple[Problem, ...]
    moves: Moves
    dry_run: bool

    def count(self, fate: Fate) -> int:
        """How many findings have this fate."""
        return sum(each.fate == fate for each in self.findings)

    def proposed(self) -> tuple[int, Mapping[str, int]]:
        """How many works the open findings propose for the catalogue, and in how many findings
        of each kind."""
        twins, works = Twins(), 0
        kinds: dict[str, int] = {}
        for passage in (each.passage for each in self.findings if each.fate in ("new", "open")):
            if passage.proposal is not None:
                kinds[passage.kind] = kinds.get(passage.kind, 0) + 1
                if twins.find(passage.proposal) is None:
                    twins.add(passage.proposal)
                    works += 1
        return works, kinds

    def to_json(self) -> list[dict[str, Any]]:
        """The findings as JSON objects; those rejected before are left out."""
        return [finding_json(self.state, each) for each in self.findings if each.fate != "rejected"]


def scan(
    project: Project,
    documents: Sequence[str] = (),
    *,
    kinds: Collection[str] = (),
    min_score: float = 0.0,
    dry_run: bool = False,
    finders: Mapping[str, Finder] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Scan:
    """Find suggestions in these documents (of a folder: those in it), or in all, and keep the
    open ones.

    ``kinds`` and ``min_score`` (0–1) limit what is suggested anew; open suggestions
    with a lower score stay.  ``finders`` are those of :data:`citekit.find.scan.FINDERS`
    if none are given.  Much text is scanned by ``jobs`` processes, as many as there are
    processors with 0; they are for programs that may be imported anew (the
    ``__main__`` guard of :mod:`multiprocessing`).  Raises UsageError for a kind, score or
    number of processes that is none, UnknownDocumentError, ReadError for a named document
    that cannot be read, CitekitError if the system ended a process.
    """
    for kind in kinds:
        if kind not in PASSAGE_KINDS:
            raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
    if not 0 <= min_score <= 1:
        raise UsageError(f"{min_score} is no score", hint="scores go from 0 to 1")
    if jobs < 0:
        raise UsageError(f"{jobs} is no number of processes")
    moves = find_moves(stored := project.state())
    state = following(stored, moves.known)
    ids = list(dict.fromkeys(id for name in documents for id in project.document_ids(name)))
    for id in ids:
        if id not in state.texts:
            read_document(project.root, id)  # raises, and says why
    chosen = ids or list(state.texts)
    pattern = project.settings.key_pattern
    ties = Ties(project, state)
    with FoundBefore(project.root, works_of(state), pattern) as earlier:
        known = earlier if finders is None else None
        found = [
            passage
            for passage in ties.tied(
                findings(state, chosen, pattern, finders, progress, jobs, known)
            )
            if not kinds or passage.kind in kinds
        ]
        if chosen and not ids:
            earlier.keep_only(state.texts)
    wanted = [passage for passage in found if passage.score >= min_score]
    with Edit(project, dry_run) as edit:
        verdicts = decided(edit, state, chosen, moves.known)

        def verdict(passage: Passage) -> Verdict:
            """What was decided on it, or on it without the work that it is tied to."""
            own = verdicts[passage.document]
            untied = ties.untied.get(passage.id, passage)
            return own.verdict(passage) or own.verdict(untied)

        name = project.settings.suggestions
        store(edit, moves.known, [name])
        # no document at all is a slip in the settings rather than the end of all of them
        all_of = bool(chosen) and not ids
        held = edit.annotations(name).passages if all_of else edit.of_documents(name, chosen)
        before = {each.id: each for each in held}
        fates = [
            Finding(
                each,
                verdict(each) or ("open" if each.id in before else "new"),
            )
            for each in wanted
        ]
        kept = {each.passage.id: each.passage for each in fates if each.fate in ("new", "open")}
        there = {each.id for each in found}
        gone = 0
        for id, old in before.items():
            if kinds and old.kind not in kinds:
                kept[id] = old
            elif id not in there:
                gone += 1
            elif not verdict(old):
                kept.setdefault(id, old)
        if all_of:
            edit.set_annotations(name, kept.values())
        else:
            edit.put(name, [each for id, each in kept.items() if before.get(id) != each])
            edit.take_out(name, before.keys() - kept.keys())
    told = (*state.catalogue.problems, *(() if ids else state.document_problems))
    return Scan(state, tuple(chosen), tuple(fates), gone, told, moves, dry_run)


def decided(
    edit: Edit, state: State, documents: Iterable[str], moves: Mapping[str, str]
) -> dict[str, Decided]:
    """The decisions on these documents, by id, as the edit's files have them; ``moves``
    are the old and new names of documents that moved."""
    settings = edit.project.settings
    names = settings.passages, settings.rejections
    everywhere = {words_and_body(each) for each in edit.with_status(names[1], EVERYWHERE)}
    placed: dict[str, list[Placed]] = {id: [] for id in documents}
    former = {old for old, new in moves.items() if new in placed}
    for passage in (
        each for name in names for each in edit.of_documents(name, former | placed.keys())
    ):
        passage = passage._replace(document=moves.get(passage.document, passage.document))
        spot = state.locate(passage)
        if spot.start >= 0:
            placed[passage.document].append(Placed(passage, spot.start, spot.end))
    return {id: Decided(found, everywhere) for id, found in placed.items()}


def works_of(state: State) -> list[Work]:
    """The works that the catalogue has, each key once."""
    return [record.work for record in state.catalogue.by_key.values()]


def findings(
    state: State,
    ids: Sequence[str],
    key_pattern: str,
    finders: Mapping[str, Finder] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    before: FoundBefore | None = None,
) -> Iterator[Passage]:
    """What the finders find in each document, by :func:`passages_in`, in the order of the
    documents; ``jobs`` as for :func:`scan`.  What is found ``before`` is not looked for again,
    and what is new is kept there."""
    works = works_of(state)
    tasks = [Task(state.texts[id].document, state.key_of.get(id)) for id in ids]
    known = [None if before is None else before.get(task) for task in tasks]
    rest = [(number, tasks[number]) for number, found in enumerate(known) if found is None]
    scanned = _scanned(rest, len(tasks), works, key_pattern, finders, progress, jobs)
    for number, (task, found) in enumerate(zip(tasks, known, strict=True)):
        if found is None:
            if progress is not None:
                progress(number, len(tasks), task.document.id)
            found = next(scanned)
            if before is not None:
                before.put(task, found)
        yield from found
    if progress is not None:
        progress(len(tasks), len(tasks), "")


def _scanned(
    tasks: Sequence[tuple[int, Task]],
    count: int,
    works: Sequence[Work],
    key_pattern: str,
    finders: Mapping[str, Finder] | None,
    progress: Progress | None,
    jobs: int,
) -> Iterator[list[Passage]]:
    """What the finders find in each of these of ``count`` documents, in one process or more."""
    much = sum(len(task.document.text) for _, task in tasks) >= MUCH
    if jobs != 1 and much and finders is None and len(tasks) > 1:
        from citekit.library import processes

        yield from processes.findings([task for _, task in tasks], works, key_pattern, jobs)
        return
    if not tasks:
        return
    scanner = scanner_of(works)
    for number, task in tasks:
        tell = _within(task.document, number, count, progress)
        yield passages_in(task, scanner, key_pattern, finders, tell)


def _within(document: Document, number: int, count: int, progress: Progress | None) -> At:
    """Tells the progress within the ``number``th of ``count`` documents, in megabytes of
    UTF-8, if it is long."""
    length = len(document.text)
    if progress is None or length < LONG:
        return unheard
    size = len(document.text.encode()) / 1e6

    def tell(done: int) -> None:
        part = f"{size * done / length:.1f} of {size:.1f} MB"
        progress(number, count, f"{document.id}, {part}")

    return tell
