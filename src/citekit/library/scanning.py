"""Scanning: what the finders find in the corpus, kept as suggestions.

A scan writes the open suggestions of what it looked at anew.  Ids come from document,
place, kind and body, so that a second scan writes the same file.  What is a passage
already, and what was rejected, is no suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from citekit import anchor
from citekit.curate import keys as key_patterns
from citekit.errors import Problem, UsageError
from citekit.find import scan as finding
from citekit.find.mentions.claimsequence import ClaimModel
from citekit.find.mentions.model import MentionModel
from citekit.find.scan import Finder, Scanner
from citekit.find.speakers.ranks import Ranking
from citekit.find.suggestion import Suggestion
from citekit.formats.csljson import work_to_json
from citekit.library.decided import EVERYWHERE, Decided, Placed
from citekit.library.editing import Edit, with_id
from citekit.library.linking import DEFAULT_RELATION
from citekit.library.moves import Moves, find_moves, following, store
from citekit.library.parsing import parser
from citekit.library.project import Project
from citekit.library.state import Progress, State
from citekit.model import Document, Passage, Work
from citekit.store.corpus import read_document
from citekit.store.data import claims_weights, mentions_weights, speaker_weights
from citekit.vocabulary import PASSAGE_KINDS

Fate: TypeAlias = Literal["new", "open", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A suggestion, as the passage it would be, and what is known of it: *new*, *open*
    (found before, not decided yet), *accepted* (a passage is there) or *rejected*."""

    passage: Passage
    fate: Fate


@dataclass(frozen=True)
class Scan:
    """What a scan found, by document and place; ``gone`` suggestions of earlier scans
    are not found any more.  ``problems`` are entries of the catalogue and documents that could
    not be read, and patterns that find none."""

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

    def to_json(self) -> list[dict[str, Any]]:
        """The findings as JSON objects; those rejected before are left out."""
        return [finding_json(self.state, each) for each in self.findings if each.fate != "rejected"]


def finding_json(state: State, found: Finding) -> dict[str, Any]:
    """A finding as a JSON object: a passage's view with ``state`` and ``proposal``
    (CSL-JSON, or null)."""
    proposal = found.passage.proposal
    return {
        **state.view(found.passage).to_json(),
        "state": found.fate,
        "proposal": None if proposal is None else work_to_json(proposal),
    }


def scan(
    project: Project,
    documents: Sequence[str] = (),
    *,
    kinds: Collection[str] = (),
    min_score: float = 0.0,
    dry_run: bool = False,
    finders: Mapping[str, Finder] | None = None,
    progress: Progress | None = None,
) -> Scan:
    """Find suggestions in these documents, or in all, and keep the open ones.

    ``kinds`` and ``min_score`` (0–1) limit what is suggested anew; open suggestions
    with a lower score stay.  ``finders`` are those of :data:`citekit.find.scan.FINDERS`
    if none are given.  Raises UsageError for a kind or score that is none,
    UnknownDocumentError, ReadError for a named document that cannot be read.
    """
    for kind in kinds:
        if kind not in PASSAGE_KINDS:
            raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
    if not 0 <= min_score <= 1:
        raise UsageError(f"{min_score} is no score", hint="scores go from 0 to 1")
    moves = find_moves(stored := project.state())
    state = following(stored, moves.known)
    ids = list(dict.fromkeys(project.document_id(name) for name in documents))
    for id in ids:
        if id not in state.texts:
            read_document(project.root, id)  # raises, and says why
    chosen = ids or list(state.texts)
    pattern = project.settings.key_pattern
    found = [
        passage
        for passage in findings(state, chosen, pattern, finders, progress)
        if not kinds or passage.kind in kinds
    ]
    wanted = [passage for passage in found if passage.score >= min_score]
    with Edit(project, dry_run) as edit:
        verdicts = decided(edit, state, chosen, moves.known)
        name = project.settings.suggestions
        store(edit, moves.known, [name])
        before = {each.id: each for each in edit.annotations(name).passages}
        fates = [
            Finding(
                each,
                verdicts[each.document].verdict(each) or ("open" if each.id in before else "new"),
            )
            for each in wanted
        ]
        kept = {each.passage.id: each.passage for each in fates if each.fate in ("new", "open")}
        there = {each.id for each in found}
        scope = set(chosen) if ids else {*chosen, *(each.document for each in before.values())}
        gone = 0
        for id, old in before.items():
            if old.document not in scope or (kinds and old.kind not in kinds):
                kept[id] = old
            elif id not in there:
                gone += 1
            elif not verdicts[old.document].verdict(old):
                kept.setdefault(id, old)
        edit.set_annotations(name, kept.values())
    told = (*state.catalogue.problems, *(() if ids else state.document_problems))
    return Scan(state, tuple(chosen), tuple(fates), gone, told, moves, dry_run)


def decided(
    edit: Edit, state: State, documents: Iterable[str], moves: Mapping[str, str]
) -> dict[str, Decided]:
    """The decisions on these documents, by id, as the edit's files have them; ``moves``
    are the old and new names of documents that moved."""
    settings = edit.project.settings
    rejections = edit.annotations(settings.rejections).passages
    everywhere = [each for each in rejections if each.status == EVERYWHERE]
    placed: dict[str, list[Placed]] = {id: [] for id in documents}
    for passage in (*edit.passages.passages, *rejections):
        passage = passage._replace(document=moves.get(passage.document, passage.document))
        if passage.document in placed:
            spot = state.locate(passage)
            if spot.start >= 0:
                placed[passage.document].append(Placed(passage, spot.start, spot.end))
    return {id: Decided(found, everywhere) for id, found in placed.items()}


@cache
def claims() -> ClaimModel:
    """The model of sentences that report claims."""
    return ClaimModel(claims_weights())


@cache
def ranking() -> Ranking:
    """The ranking of who may speak at a quotation."""
    return Ranking(speaker_weights())


@cache
def likely_mentions() -> MentionModel:
    """The model of mentions and terms."""
    return MentionModel(mentions_weights())


def scanner_of(works: Sequence[Work]) -> Scanner:
    """The scanner that looks for ``works``, with all models."""
    return Scanner.of(works, parser(), claims(), likely_mentions(), ranking())


def findings(
    state: State,
    ids: Sequence[str],
    key_pattern: str,
    finders: Mapping[str, Finder] | None = None,
    progress: Progress | None = None,
) -> Iterator[Passage]:
    """What the finders find in each document, as the passages it would be; what is
    decided already plays no part."""
    scanner = scanner_of([record.work for record in state.catalogue.by_key.values()])
    for number, id in enumerate(ids):
        if progress is not None:
            progress(number, len(ids), id)
        document, own = state.texts[id].document, state.key_of.get(id)
        citing = scanner if own is None else scanner.without(frozenset({own}))
        found = finding.scan(
            document.text,
            citing,
            finders,
            keys=document.keys,
            links=document.links,
            markup=document.markup,
        )
        for each in found:
            yield as_passage(document, each, key_pattern)
    if progress is not None:
        progress(len(ids), len(ids), "")


def as_passage(document: Document, found: Suggestion, key_pattern: str) -> Passage:
    """The suggested passage that a finding is.

    A relation is put in as for passages made by hand; a proposal gets the key that the
    pattern gives it.
    """
    linked = found.body.type == "work"
    relation = found.relation or (DEFAULT_RELATION.get(found.kind, "") if linked else "")
    return with_id(
        Passage(
            id="",
            document=document.id,
            selector=anchor.select(document.text, found.start, found.end),
            kind=found.kind,
            body=found.body,
            relation=relation,
            locator=found.locator,
            quoted=found.quoted,
            speaker=found.speaker,
            cue=found.cue,
            status="suggested",
            method=found.method,
            score=round(found.score, 3),
            reasons=found.reasons,
            digest=document.digest,
            extractor=document.extractor,
            attribution=found.attribution and anchor.select(document.text, *found.attribution),
            proposal=found.proposal and _named(found.proposal, key_pattern),
        )
    )


def _named(work: Work, key_pattern: str) -> Work:
    return work._replace(id=key_patterns.generate(key_pattern, work))
