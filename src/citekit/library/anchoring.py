"""Repairing the stored selectors after documents were edited (ADR 4) or moved (ADR 10)."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from citekit import anchor
from citekit.anchor import Anchor, Status, orphans
from citekit.errors import ConflictError, UsageError, Where
from citekit.library import moves as moving
from citekit.library import whereabouts
from citekit.library.changes import other_statement, quoted_in
from citekit.library.editing import with_id
from citekit.library.edits import Edit
from citekit.library.moves import Moves
from citekit.library.neighbours import Neighbours
from citekit.library.project import Project
from citekit.library.state import Progress, State, Text
from citekit.library.worddiff import Change, word_diff
from citekit.model import Passage, is_names
from citekit.store.corpus import read_document
from citekit.textfold import fold_text

#: The score from which a passage that moved is stored at its new place unasked.
ACCEPT_ABOVE = 0.7
#: The score from which what stood around a passage stands around it still.
SURELY_THERE = 0.9
#: Words beside a passage, in code points, that stand in one place only.
LONG = 16
#: Code points of the text shown on each side of the words.
SHOWN = 60


_TWICE = "another passage of its kind would stand there too; if you accept, this one is kept"
#: A cue this near to the words, in characters, is theirs.
_BESIDE = 300
_NOT_QUOTED = "the quoted words are not there"


class Action(StrEnum):
    """What becomes of a passage's selector."""

    KEPT = "kept"  # the document is as it was
    RESTORED = "restored"  # the same place; context and digest are stored anew
    MOVED = "moved"  # stored at its new place
    ASKED = "asked"  # not sure: the user must say
    ORPHANED = "orphaned"  # not found


class Answer(StrEnum):
    """What the user says to a passage that is not sure."""

    ACCEPT = "accept"
    SKIP = "skip"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Repair:
    """A passage and what becomes of it.

    ``line`` and ``column`` (from 1) are those of its new place; if it is
    orphaned, of the place where its context stands, 0 if that is not there either, or in
    two places.  ``before`` and ``after`` are the text around the new place.  ``is_offer``:
    the passage is orphaned, and ``spot`` a place that its words may have been moved to
    (:func:`citekit.anchor.orphans.offered`), in ``document`` if that is another one.
    """

    passage: Passage
    spot: Anchor
    action: Action
    line: int
    column: int
    words: str = ""
    before: str = ""
    after: str = ""
    quoted: str = ""
    hint: str = ""
    is_offer: bool = False
    document: str = ""

    @property
    def status(self) -> Status:
        """How the passage is found."""
        return Status.ORPHANED if self.is_offer else self.spot.status

    @property
    def found(self) -> str:
        """How the passage is found, and how surely, for a person to read."""
        if not self.is_offer:
            return f"{self.status} {self.spot.score:.2f}"
        like = "the same" if self.spot.status is Status.SHIFTED else "much the same"
        return f"{self.status}, but {like} words stand here"

    @property
    def place(self) -> Where:
        """Document, line and column."""
        return Where(self.document or self.passage.document, self.line or None, self.column or None)

    @property
    def changes(self) -> list[Change]:
        """The stored words and the new ones as pieces that are the same, gone or new."""
        return word_diff(self.passage.selector.exact, self.words)

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object."""
        return {
            "id": self.passage.id,
            "document": self.passage.document,
            "line": self.line or None,
            "column": self.column or None,
            "kind": self.passage.kind,
            "anchor": str(self.status),
            "offered": self.is_offer,
            "offered-document": self.document or None,
            "score": self.spot.score,
            "action": str(self.action),
            "old": self.passage.selector.exact,
            "new": self.words or None,
            "changes": [list(change) for change in self.changes] if self.words else [],
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Repairs:
    """All passages, and what was done: ``left`` are those that still stand where
    they no longer belong.  ``moves`` are documents that were renamed or moved; of those
    that are known, the decisions are stored under the new name."""

    repairs: tuple[Repair, ...]
    moves: Moves
    dry_run: bool = False

    def of(self, *actions: Action) -> list[Repair]:
        """Those of these actions, by document and place."""
        return [repair for repair in self.repairs if repair.action in actions]

    @property
    def left(self) -> list[Repair]:
        """Those that are not repaired."""
        return self.of(Action.ASKED, Action.ORPHANED)

    def to_json(self) -> dict[str, Any]:
        """The value as a JSON object; passages of documents that are as they were
        are counted only."""
        counts = {str(action): len(self.of(action)) for action in Action}
        shown = [repair for repair in self.repairs if repair.action is not Action.KEPT]
        return {
            "dry-run": self.dry_run,
            "documents": [{"old": old, "new": new} for old, new in self.moves.known.items()],
            "unsure-documents": [
                {"old": old, "candidates": list(new)} for old, new in self.moves.unsure.items()
            ],
            "counts": counts,
            "passages": [repair.to_json() for repair in shown],
        }


def repair(
    project: Project,
    *,
    document: str | None = None,
    accept_above: float = ACCEPT_ABOVE,
    moved: Iterable[tuple[str, str]] = (),
    ask: Callable[[Repair], Answer] | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Repairs:
    """Store anew the selectors of passages whose documents changed.

    Passages, suggestions and rejections of documents that moved get their new names:
    of those that :func:`citekit.library.moves.find_moves` knows, and of ``moved``, pairs
    of an old and a new path (only where the new one is ``document``, if that is given).  If the
    old document is still there, its orphaned passages whose words stand in the new one go there.

    Passages at their place, and passages that moved with a score of at least
    ``accept_above``, are stored as they stand now, in one transaction, unless something
    speaks for another statement (:func:`citekit.library.changes.other_statement`); of the
    others, and of orphaned ones whose words may stand elsewhere, whatever
    ``accept_above`` is, ``ask`` (not called with ``dry_run``) says which.
    ``progress`` is told how many passages are looked at, of how many, and the document.
    Raises UsageError for an ``accept_above`` outside 0–1 and a document in ``moved`` that
    is there with all of its passages, UnknownDocumentError, and ConflictError if a file was
    changed by someone else while the user was asked.
    """
    if not 0 <= accept_above <= 1:
        raise UsageError(f"--accept-above {accept_above} is not between 0 and 1")
    id = None if document is None else project.document_id(document)
    state = project.state()
    pairs = moving.named_moves(state, moved)
    named = {old: new for old, new in pairs.items() if old not in state.texts.names}
    moves = _moves(state, named, id)
    stay = moving.staying(state, {old: new for old, new in named.items() if old in moves.known})
    state = moving.following(state, moves.known, stay)
    repairs = [_parted(state, each, pairs) for each in plan(state, accept_above, id, progress)]
    if ask is not None and not dry_run:
        repairs = _ask(repairs, ask)
    done = [each for each in repairs if each.action in (Action.RESTORED, Action.MOVED)]
    if done or moves.known:
        _store(project, state, done, moves.known, stay, dry_run)
    return Repairs(tuple(repairs), moves, dry_run)


def _parted(state: State, each: Repair, pairs: Mapping[str, str]) -> Repair:
    """A passage that is offered in the document into which, a person says, part of its own was
    moved, stored there; not one of two at one place, or whose words are not the same."""
    there = pairs.get(each.passage.document)
    if there is not None and each.action is Action.ORPHANED:
        each = _elsewhere(state, each, {}, there) or each
    is_sure = each.is_offer and each.hint != _TWICE and _NOT_QUOTED not in each.hint
    if each.action is Action.ASKED and is_sure and there is not None and each.document == there:
        return replace(each, action=Action.MOVED)
    return each


def _moves(state: State, named: Mapping[str, str], document: str | None) -> Moves:
    """The documents that moved (to ``document``): those ``named`` and those that are found."""
    found = moving.find_moves(state)
    known = {**found.known, **named}
    unsure = {old: new for old, new in found.unsure.items() if old not in named}
    if document is None:
        return Moves(known, unsure)
    return Moves(
        {old: new for old, new in known.items() if new == document},
        {old: new for old, new in unsure.items() if document in new},
    )


def plan(
    state: State,
    accept_above: float,
    document: str | None = None,
    progress: Progress | None = None,
) -> list[Repair]:
    """What becomes of each passage (of ``document``), by document and place."""
    chosen = [
        passage
        for passage in state.passages.passages
        if document is None or passage.document == document
    ]
    neighbours = _neighbours(state, {passage.document for passage in chosen})
    repairs = []
    for number, passage in enumerate(chosen):
        if progress is not None:
            progress(number, len(chosen), passage.document)
        repairs.append(_plan(state, passage, accept_above, neighbours))
    if progress is not None:
        progress(len(chosen), len(chosen), "")
    ids = [
        _moved(state, each).id if each.action is Action.MOVED or each.is_offer else each.passage.id
        for each in repairs
    ]
    groups: dict[str, list[Passage]] = {}
    for id, each in zip(ids, repairs, strict=True):
        groups.setdefault(id, []).append(each.passage)
    found = [
        replace(each, action=Action.ASKED, hint=_TWICE)
        if len(groups[id]) > 1
        and (each.is_offer or (each.action is Action.MOVED and not _same(each, groups[id])))
        else each
        for id, each in zip(ids, repairs, strict=True)
    ]
    return sorted(found, key=lambda each: (each.passage.document, each.line, each.column))


def _same(each: Repair, others: list[Passage]) -> bool:
    """Whether a passage is the same as all ``others`` at its place, stored before and after other
    edits of its document, as two branches that were merged leave it: they say the same, and what
    stood around it is there, or stood around them."""
    passage, at = each.passage, each.passage.selector
    return all(_said(other) == _said(passage) for other in others) and (
        each.spot.score >= SURELY_THERE
        or any(
            other.id != passage.id
            and (
                (len(at.prefix) > LONG and other.selector.prefix == at.prefix)
                or (len(at.suffix) > LONG and other.selector.suffix == at.suffix)
            )
            for other in others
        )
    )


def _said(passage: Passage) -> tuple[str, ...]:
    """What a passage says of which words, wherever they stand and however it was found."""
    body = passage.selector.exact, passage.body.type, passage.body.value
    said = passage.relation, passage.locator, passage.quoted, passage.speaker, passage.cue
    return passage.kind, *body, *said


def _neighbours(state: State, documents: Collection[str]) -> dict[str, Neighbours]:
    """The passages of each of these documents that is there."""
    found: dict[str, list[tuple[Passage, Anchor]]] = {id: [] for id in documents}
    for passage in state.passages.passages:
        if passage.document in found:
            found[passage.document].append((passage, state.anchors[passage.id]))
    works = [record.work for record in state.catalogue.by_key.values()]
    names = (
        name
        for work in works
        for value in work.fields.values()
        if is_names(value)
        for name in value
    )
    persons = frozenset(
        word for name in names for word in fold_text(f"{name.family} {name.literal}").split()
    )
    return {
        id: Neighbours(passages, state.texts[id], persons)
        for id, passages in found.items()
        if id in state.texts
    }


def _plan(
    state: State, passage: Passage, accept_above: float, neighbours: Mapping[str, Neighbours]
) -> Repair:
    """What becomes of one passage."""
    spot = state.anchors[passage.id]
    text = state.texts.get(passage.document)
    if text is None:
        gone = f"`citekit unlink {shlex.quote(passage.document)}`"
        hint = f"restore the document; if it is gone for good, {gone}"
        if there := moving.standing(state, passage):
            told = f"citekit anchor --moved {shlex.quote(passage.document)}"
            hint = "; ".join(f"the words stand in {id}: `{told} {shlex.quote(id)}`" for id in there)
        return Repair(passage, spot, Action.ORPHANED, 0, 0, hint=hint)
    others = neighbours[passage.document]
    if spot.status is Status.ORPHANED:
        found = _plan_orphan(passage, spot, text, others)
        return found if found.is_offer else _elsewhere(state, found, neighbours) or found
    if spot.score < ACCEPT_ABOVE and others.is_kept(passage, spot):
        spot = replace(spot, score=ACCEPT_ABOVE)
    words = text.document.text
    quoted = quoted_in(passage, words[spot.start : spot.end])
    hint = "" if quoted is not None else f"{_NOT_QUOTED}: {passage.quoted}"
    if spot.score < 1 and not hint:
        hint = str(others.doubt(passage, spot) or "")
    current = (text.document.digest, text.document.extractor)
    is_current = (passage.digest, passage.extractor) == current
    if not hint and not is_current and not _has_cue(passage, spot, words):
        hint = f"who says it, and how, is not told by “{passage.cue}” any more"
    if spot.status is Status.EXACT and not hint:
        action = Action.KEPT if is_current else Action.RESTORED
    elif round(spot.score, 2) >= accept_above and not hint:
        action = Action.MOVED
    else:
        action = Action.ASKED
        hint = hint or whereabouts.unsure(passage, spot, text)
    return replace(_found(passage, spot, action, text), quoted=quoted or "", hint=hint)


def _found(passage: Passage, spot: Anchor, action: Action, text: Text) -> Repair:
    """A passage whose words stand at ``spot``."""
    line, column = text.lines.place(spot.start)
    words = text.document.text
    before = words[max(0, spot.start - SHOWN) : spot.start]
    after = words[spot.end : spot.end + SHOWN]
    return Repair(passage, spot, action, line, column, words[spot.start : spot.end], before, after)


def _plan_orphan(passage: Passage, spot: Anchor, text: Text, neighbours: Neighbours) -> Repair:
    """What becomes of an orphaned passage: offered where its words may stand now, or listed
    with where it stood."""
    selector, words = passage.selector, text.document.text
    traces = orphans.traces(selector, words, text.folded)
    around = whereabouts.around(selector, traces, text)
    offer = orphans.offered(selector, words, text.folded)
    if offer is not None and not neighbours.is_copy(passage, offer):
        quoted = quoted_in(passage, words[offer.start : offer.end])
        bare = selector._replace(prefix="", suffix="")  # what stands beside them is new
        told = other_statement(bare, offer, words, text.folded.text, neighbours.names)
        same = offer.status is Status.SHIFTED
        hint = "they stand nowhere else" if same else "nothing else is so much like them"
        hint += f"; {around}"
        hint += f"; {told}" if told else ""
        hint += f"; {_NOT_QUOTED}: {passage.quoted}" if quoted is None else ""
        found = _found(passage, offer, Action.ASKED, text)
        return replace(found, quoted=quoted or "", hint=hint, is_offer=True)
    at = traces.at
    line, column = (0, 0) if at is None else text.lines.place(at)
    lines = whereabouts.lines(selector, text)
    hint = "link the words again if they are still there,"
    if lines:
        hint = f"the words stand at line {lines}, but it is not sure that they are these; "
        hint += "link them again,"
    hint = f"{around}; {hint} or `citekit unlink --id {passage.id}`"
    return Repair(passage, spot, Action.ORPHANED, line, column, hint=hint)


def _elsewhere(
    state: State, orphan: Repair, neighbours: Mapping[str, Neighbours], into: str = ""
) -> Repair | None:
    """An orphaned passage offered in the one other document, or in that which is named, in which
    an anchor finds its very words; None if there is none, or several."""
    passage = orphan.passage
    there = moving.standing(state, passage)
    there = [into] if into in there else there
    if len(there) != 1:
        return None
    text = state.texts[there[0]]
    offer = orphans.offered(passage.selector, text.document.text, text.folded)
    others = neighbours.get(there[0]) or _neighbours(state, there)[there[0]]
    if offer is None or others.is_copy(passage, offer):
        return None
    quoted = quoted_in(passage, text.document.text[offer.start : offer.end])
    around, *_ = orphan.hint.partition(";")
    hint = f"they stand in no other document; {around}"
    hint += f"; {_NOT_QUOTED}: {passage.quoted}" if quoted is None else ""
    found = _found(passage._replace(document=there[0]), offer, Action.ASKED, text)
    return replace(
        found, passage=passage, document=there[0], quoted=quoted or "", hint=hint, is_offer=True
    )


def _ask(repairs: Iterable[Repair], ask: Callable[[Repair], Answer]) -> list[Repair]:
    """The repairs after the user was asked about those that are not sure."""
    answered = []
    answer = Answer.SKIP
    for each in repairs:
        if each.action is Action.ASKED and answer is not Answer.QUIT:
            answer = ask(each)
            if answer is Answer.ACCEPT:
                each = replace(each, action=Action.MOVED)
        answered.append(each)
    return answered


def _store(
    project: Project,
    state: State,
    done: list[Repair],
    moves: Mapping[str, str],
    stay: frozenset[str],
    dry_run: bool,
) -> None:
    """Write the new names and selectors, in one transaction."""
    moved = {each.passage.id: _moved(state, each) for each in done}
    before = {each.passage.id: each.passage for each in done}
    with Edit(project, dry_run) as edit:
        settings = project.settings
        files = settings.passages, settings.suggestions, settings.rejections
        moving.store(edit, moves, files, stay)
        if moves:
            moving.relink(edit, moves)
        current = {passage.id: passage for passage in edit.passages.passages}
        if any(current.get(id) != passage for id, passage in before.items()):
            raise ConflictError("passages were changed by someone else meanwhile")
        documents = (*moves.values(), *(passage.document for passage in moved.values()))
        for id in dict.fromkeys(documents):
            if read_document(project.root, id).digest != state.texts[id].document.digest:
                raise ConflictError("the document was changed meanwhile", Where(id))
        passages = [moved.get(passage.id, passage) for passage in edit.passages.passages]
        # Of two at one place the one that was accepted there is kept.
        unique = {passage.id: passage for passage in (*passages, *moved.values())}
        renamed = {id: passage.id for id, passage in moved.items()}
        edit.set_passages(list(unique.values()), len(moved), renamed)
        open_ones = edit.annotations(settings.suggestions).passages
        left = [each for each in open_ones if each.id not in unique]
        if len(left) < len(open_ones):  # what `scan` found anew meanwhile is decided
            edit.set_annotations(settings.suggestions, left)


def _has_cue(passage: Passage, spot: Anchor, words: str) -> bool:
    """Whether the cue stands beside the words, or did not do so before."""
    cue = fold_text(passage.cue)
    if cue in fold_text(words[max(0, spot.start - _BESIDE) : spot.end + _BESIDE]):
        return True
    selector, naming = passage.selector, passage.attribution
    stored = f"{selector.prefix}{selector.exact}{selector.suffix} {naming.exact if naming else ''}"
    return cue not in fold_text(stored)


def _moved(state: State, each: Repair) -> Passage:
    """The passage as it stands now; a cue that is not there any more is the words that name the
    speaker, or none."""
    passage = each.passage._replace(document=each.document or each.passage.document)
    document = state.texts[passage.document].document
    naming = state.attribution(passage)
    attribution = passage.attribution if naming is None else anchor.select(document.text, *naming)
    cue = passage.cue
    if not _has_cue(passage, each.spot, document.text):
        was_naming = passage.attribution is not None and passage.attribution.exact == cue
        cue = attribution.exact if attribution is not None and was_naming else ""
    return with_id(
        passage._replace(
            selector=anchor.select(document.text, each.spot.start, each.spot.end),
            attribution=attribution,
            cue=cue,
            quoted=each.quoted or passage.quoted,
            digest=document.digest,
            extractor=document.extractor,
        )
    )
