"""What the finders find in one document, as passages; the models they use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from citekit import anchor
from citekit.curate import keys as key_patterns
from citekit.find import scan as finding
from citekit.find.mentions.claimsequence import ClaimModel
from citekit.find.mentions.model import MentionModel
from citekit.find.scan import Finder, Scanner
from citekit.find.speakers.ranks import Ranking
from citekit.find.suggestion import At, Suggestion, unheard
from citekit.library.editing import with_id
from citekit.library.linking import DEFAULT_RELATION
from citekit.library.parsing import parser
from citekit.model import Document, Passage, Work
from citekit.store.data import claims_weights, mentions_weights, speaker_weights


class Task(NamedTuple):
    """A document to scan, and the citation key of the work that it is itself, if it is one."""

    document: Document
    own: str | None


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


def passages_in(
    task: Task,
    scanner: Scanner,
    key_pattern: str,
    finders: Mapping[str, Finder] | None = None,
    tell: At = unheard,
) -> list[Passage]:
    """What the finders find in a document, as the passages it would be; what is decided
    already plays no part.  ``tell`` is told how many code points are done."""
    document = task.document
    found = finding.scan(
        document.text,
        scanner if task.own is None else scanner.without(frozenset({task.own})),
        finders,
        keys=document.keys,
        links=document.links,
        markup=document.markup,
        tell=tell,
    )
    return [as_passage(document, each, key_pattern) for each in found]


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
