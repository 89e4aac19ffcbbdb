"""Documents that were renamed or moved: the decisions on them go along (ADR 10).

Passages, suggestions and rejections name their document by its path.  Where it is gone,
another document of the corpus may be the same one: one that holds the same text, or
nearly all of the words that the decisions stand at.
"""

from __future__ import annotations

import os
import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from citekit import anchor
from citekit.anchor import Status
from citekit.errors import UnknownDocumentError, UsageError
from citekit.formats.bibsource import Source, set_fields
from citekit.library.editing import with_id
from citekit.library.edits import Edit
from citekit.library.entries import tex_value
from citekit.library.filelinks import possible_links, relinked
from citekit.library.state import State, Text
from citekit.model import Passage
from citekit.store.annotations import PassageFile
from citekit.textfold import fold_text

#: The share of the places (0–1) whose words must stand in a text that is not the same
#: character by character.
MOST = 0.9
#: The same for a text that may be the one, with changes.
MAYBE = 0.5
#: So many places tell a text from others that share a few sentences with it.
FEWEST = 3

#: Words of so many characters tell by themselves which ones they are (ADR 4).
_TELLING = 64


class Moves(NamedTuple):
    """Documents that are gone, and what they are now.

    ``known`` maps the old id to the new one.  ``unsure`` are the documents that each of
    the others may be: several, or one with decisions of its own, or one that few places
    speak for.
    """

    known: Mapping[str, str]
    unsure: Mapping[str, tuple[str, ...]]

    def told(self) -> list[tuple[str, str]]:
        """Of each document that is not sure, a sentence that says so, and the command that
        says which it is."""
        return [
            (
                f"{old} is gone; it may be {' or '.join(candidates)}",
                f"citekit anchor --moved {shlex.quote(old)} NEW",
            )
            for old, candidates in self.unsure.items()
        ]


def find_moves(state: State) -> Moves:
    """The documents that passages or rejections name and that are gone, if a document
    of the corpus may be the same one.

    It is if it is the only one with the same text, or else the only one in which nearly
    all words of the decisions stand in their context (:data:`MOST`, of not fewer than
    :data:`FEWEST` places); if no passage or rejection names it; and if no other document
    that is gone could be it.  One in which the words stand without it may be it: two texts
    by one author have references in common.  So may one in which at least half of them
    stand in their context (:data:`MAYBE`), if no other is more like it.
    """
    if state.decided_documents() <= set(state.texts.names):
        return Moves({}, {})
    decisions: dict[str, list[Passage]] = {}
    for passage in (*state.passages.passages, *state.rejections.passages):
        decisions.setdefault(passage.document, []).append(passage)
    gone = {id: made for id, made in decisions.items() if id not in state.texts.names}
    if not gone:
        return Moves({}, {})
    likely = dict(_likely(state, gone, free=set(state.texts) - decisions.keys()))
    claims = Counter(id for candidates, _ in likely.values() for id in candidates)
    known, unsure = {}, {}
    for old, (candidates, is_sure) in likely.items():
        new = candidates[0]
        if is_sure and len(candidates) == 1 and claims[new] == 1 and new not in decisions:
            known[old] = new
        else:
            unsure[old] = candidates
    return Moves(known, unsure)


def _likely(
    state: State, gone: Mapping[str, Sequence[Passage]], free: set[str]
) -> Iterator[tuple[str, tuple[tuple[str, ...], bool]]]:
    """What each document may be now, and whether that is sure of one alone."""
    by_digest: dict[str, list[str]] = {}
    for id, text in state.texts.items():
        by_digest.setdefault(text.document.digest, []).append(id)
    others: dict[str, Sequence[Passage]] = {}
    taken: set[str] = set()
    for old, made in gone.items():
        digests = sorted({passage.digest for passage in made})
        same = [id for digest in digests for id in by_digest.get(digest, ())]
        unnamed = [id for id in same if id in free]
        taken.update(unnamed)
        if same:
            yield old, (tuple(unnamed or same), True)
        else:
            others[old] = made
    for old, made in others.items():
        places = _outermost(made)
        left = sorted(free - taken)
        held = [id for id in left if _holds(state.texts[id], places, _stands)]
        sure = [id for id in held if _holds(state.texts[id], places, _stands_in_context)]
        if not held and len(places) >= FEWEST:
            held = [id for id in left if _holds(state.texts[id], places, _stands_in_context, MAYBE)]
        if held:
            is_sure = len(sure) == 1 and len(places) >= FEWEST
            yield old, (tuple(sure if is_sure else held), is_sure)


def _outermost(made: Iterable[Passage]) -> list[Passage]:
    """One decision for each place: those inside the words of another say nothing more."""
    found: list[Passage] = []
    for each in sorted(made, key=lambda each: (each.selector.start, -each.selector.end)):
        if not found or each.selector.end > found[-1].selector.end:
            found.append(each)
    return found


def _holds(
    text: Text,
    places: Sequence[Passage],
    stands: Callable[[Text, Passage], bool],
    share: float = MOST,
) -> bool:
    """Whether this share of the places, nearly all, stands in a text."""
    left = int(len(places) * (1 - share) + 1e-9)  # so many may be missing
    for passage in places:
        left -= not stands(text, passage)
        if left < 0:
            return False
    return True


def _stands(text: Text, passage: Passage) -> bool:
    """Whether the words stand there, as an anchor finds them without changes."""
    if fold_text(passage.selector.exact).strip() not in text.folded.text:
        return False
    spot = anchor.resolve(passage.selector, text.document.text, text.folded)
    return spot.status in (Status.EXACT, Status.SHIFTED)


def _stands_in_context(text: Text, passage: Passage) -> bool:
    """Whether the words stand between the nearer halves of their context."""
    at, half = passage.selector, anchor.CONTEXT // 2
    words = at.prefix[-half:] + at.exact + at.suffix[:half]
    return fold_text(words).strip() in text.folded.text


def _stands_behind_context(text: Text, passage: Passage) -> bool:
    """Whether the words stand behind the nearer half of what stood before them."""
    before = passage.selector.prefix[-(anchor.CONTEXT // 2) :]
    words = fold_text(before + passage.selector.exact).strip()
    return bool(before.strip()) and words in text.folded.text


def named_moves(state: State, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The moves that a person names, each old path with the new one, those of documents that are
    still there, too: part of these was moved.

    Raises UsageError for an old document that is there with all of its passages, or that no
    passage or rejection names, UnknownDocumentError for a new one that is not there.
    """
    decided = {each.document for each in state.passages.passages}
    decided |= {each.document for each in state.rejections.passages}
    found = {}
    for old, new in ((_id(one), _id(other)) for one, other in pairs):
        if old in state.texts.names and not any(
            each.document == old and state.anchors[each.id].status is Status.ORPHANED
            for each in state.passages.passages
        ):
            raise UsageError(
                f"{old} is there",
                hint="a document moved if it is gone, or passages are gone from it",
            )
        if old not in decided:
            raise UsageError(f"no passage or rejection is of {old}", hint="name the old path")
        if new not in state.texts:
            raise UnknownDocumentError(
                f"no document has the path {new}", hint="name the new path, from the root"
            )
        found[old] = new
    return found


def staying(state: State, named: Mapping[str, str]) -> frozenset[str]:
    """The ids of decisions on documents that a person says moved which stay under the old name
    until it is said where they went: their words are not in the new document, and stand in
    another one (:func:`standing`), as where a document was split in two."""
    files = state.passages, state.suggestions, state.rejections
    return frozenset(
        each.id
        for file in files
        for each in file.passages
        if each.document in named
        and not _is_there(state.texts[named[each.document]], each)
        and standing(state, each, but=named[each.document])
    )


def _is_there(text: Text, passage: Passage) -> bool:
    spot = anchor.resolve(passage.selector, text.document.text, text.folded)
    return spot.status is not Status.ORPHANED


def standing(state: State, passage: Passage, but: str = "") -> list[str]:
    """The documents other than its own, and than ``but``, in which the words of a passage stand
    as an anchor finds them without changes, behind what stood before them; words that are long
    enough to tell themselves alone, but for references, which texts have in common."""
    return [
        id
        for id, text in state.texts.items()
        if id not in (passage.document, but)
        and _stands(text, passage)
        and (_tells_alone(passage) or _stands_behind_context(text, passage))
    ]


def _tells_alone(passage: Passage) -> bool:
    return passage.kind != "reference" and len(passage.selector.exact) >= _TELLING


def _id(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")


def following(state: State, moves: Mapping[str, str], stay: frozenset[str] = frozenset()) -> State:
    """The same with all passages, suggestions and rejections of moved documents under
    their new names and ids, but for those that ``stay``, and their records with them."""
    return state.following(moves, lambda file: _renamed(file, moves, stay)[0]) if moves else state


def store(
    edit: Edit, moves: Mapping[str, str], files: Iterable[str], stay: frozenset[str] = frozenset()
) -> None:
    """Give what these files hold of moved documents its new names and ids, but for the ids that
    ``stay``; what the new document has itself at the same place stays."""
    for name in files if moves else ():
        file, ids = _renamed(edit.annotations(name), moves, stay)
        if file is not edit.annotations(name):
            edit.set_annotations(name, file.passages, ids)


def relink(edit: Edit, moves: Mapping[str, str]) -> None:
    """Give the ``file`` fields that name moved documents their new paths; the rest of a
    field stays.  Keys that several entries have are left alone, and so are paths that
    cannot stand in a .bib file."""
    root = edit.project.root
    count = Counter(record.key for record in edit.catalogue.records)
    for record in edit.catalogue.records:
        value = record.work.extra.get("file", "")
        for link in possible_links(root, record):
            if link.id in moves and count[record.key] == 1 and not (root / link.id).exists():
                path = Path(root, moves[link.id])
                if not Path(link.path).is_absolute():
                    path = Path(os.path.relpath(path, link.base))
                new = relinked(value, link.path, path.as_posix())
                with suppress(UsageError):
                    fields = {"file": tex_value("file", new)}
                    change = partial(_with_fields, key=record.key, fields=fields)
                    edit.edit_source(record.file, change)
                break


def _with_fields(source: Source, *, key: str, fields: Mapping[str, str]) -> str:
    return set_fields(source, key, fields)


def _renamed(
    file: PassageFile, moves: Mapping[str, str], stay: frozenset[str]
) -> tuple[PassageFile, dict[str, str]]:
    """The file with the new names, and the new ids by the old ones."""
    kept = {
        each.id: each for each in file.passages if each.document not in moves or each.id in stay
    }
    if len(kept) == len(file.passages):
        return file, {}
    ids: dict[str, str] = {}
    for each in file.passages:
        if each.document in moves and each.id not in stay:
            new = with_id(each._replace(document=moves[each.document]))
            if new.id not in kept:
                kept[new.id] = new
                ids[each.id] = new.id
    return replace(file, passages=tuple(kept.values())), ids
