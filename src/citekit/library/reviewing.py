"""Review: walking through suggestions, with a person's corrections.

Nothing waits in memory: every decision is saved as it is made, so that a review that
ends at any moment has lost nothing and another one goes on where it ended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from citekit import anchor
from citekit.errors import UnknownPassageError, UsageError
from citekit.formats.bibmap import shown_value
from citekit.library.decisions import (
    Decision,
    Done,
    Outcome,
    Proposal,
    Works,
    decide,
    linked,
    moved,
    take_back,
)
from citekit.library.editing import body_key
from citekit.library.edits import Edit
from citekit.library.findings import Finding, finding_json
from citekit.library.linking import BODIES, DEFAULT_RELATION
from citekit.library.project import Project
from citekit.library.state import State, record_view
from citekit.library.views import PassageView
from citekit.library.worddiff import Change, word_diff
from citekit.model import Body, Passage
from citekit.store.catalogue import records_of
from citekit.vocabulary import PASSAGE_KINDS

#: What every id begins with.
_SCHEME = "urn:citekit:"


class Review:
    """The suggestions that wait, and what the project's files said when it began.

    ``kind``, ``document`` and ``work`` narrow them.  ``waiting`` are those whose words
    still stand in their document, at their place now, by document and place; ``lost``
    counts the others.  ``found`` has the words, by suggestion, that were other ones when it
    was found.  ``done`` is, by suggestion, what was decided since.
    Raises UsageError for a kind that is none, UnknownDocumentError, UnknownKeyError.
    """

    def __init__(
        self,
        project: Project,
        *,
        kind: str | None = None,
        document: str | None = None,
        work: str | None = None,
    ) -> None:
        ids = None if document is None else frozenset(project.document_ids(document))
        wanted = _chooser(project, kind, ids, work)
        self.project = project
        self.state = project.state()
        self.done: dict[str, Done] = {}
        self._closed: set[str] = set()
        self._together: dict[str, tuple[str, ...]] = {}
        # the passages are many, and rarely one of them waits
        others = self.state.passages.passages if project.has_suggested() else ()
        suggestions = (
            self.state.suggestions.passages if ids is None else self.state.suggestions_of(ids)
        )
        found = [
            passage
            for passage in (*suggestions, *others)
            if passage.status == "suggested" and wanted(passage)
        ]
        self.found: dict[str, str] = {}
        placed = []
        for passage in found:
            spot = moved(self.state, passage)
            if spot is not None:
                placed.append(spot.passage)
                if spot.changed:
                    self.found[passage.id] = passage.selector.exact
        self.waiting = sorted(placed, key=_place)
        self.lost = len(found) - len(self.waiting)

    @cached_property
    def _works(self) -> Works:
        works = Works(self.project, self.state.catalogue)
        for done in self.done.values():
            works.add(done)
        return works

    def view(self, passage: Passage) -> PassageView:
        """A suggestion, as it was found or corrected, where it stands now."""
        return self.state.view(passage)

    def to_json(self) -> list[dict[str, Any]]:
        """The waiting suggestions as ``citekit scan --json`` prints them, with ``found``:
        the words that they were found with, or null if these have not changed."""
        return [
            {**finding_json(self.state, Finding(each, "open")), "found": self.found.get(each.id)}
            for each in self.waiting
        ]

    def changes(self, passage: Passage) -> list[Change]:
        """What became of a suggestion's words since it was found; empty if nothing."""
        old = self.found.get(passage.id)
        return [] if old is None else word_diff(old, passage.selector.exact)

    def proposal(self, passage: Passage) -> Proposal | None:
        """What accepting would add to the catalogue; None if nothing is proposed."""
        return None if passage.proposal is None else self._works.plan(passage.proposal)

    def name(self, key: str) -> str:
        """The work of a key for people: authors, year, title; raises UnknownKeyError."""
        record = self.state.catalogue.by_key.get(key)
        return self.project.record(key).label if record is None else record_view(record, "").label

    def is_open(self, passage: Passage) -> bool:
        """Whether a suggestion waits still: no decision was made on it, or closed it."""
        return passage.id not in self._closed

    def open(self) -> list[Passage]:
        """The suggestions that wait still."""
        return [each for each in self.waiting if self.is_open(each)]

    def can_accept(self, passage: Passage, *, changed: bool = False) -> bool:
        """Whether a suggestion can be accepted as it was found: its kind goes with its body,
        which is in the catalogue or proposed, and its words have not ``changed`` since."""
        key = body_key(passage)
        return (
            (passage.proposal is not None or passage.body.type in BODIES[passage.kind])
            and (not key or key in self.state.catalogue.by_key)
            and (changed or passage.id not in self.found)
        )

    def decide(self, decision: Decision) -> Done:
        """Save one decision; see :func:`decide`."""
        return self.decide_together([decision])[0]

    def decide_together(self, decisions: Sequence[Decision]) -> list[Done]:
        """Save decisions, all or none, that are also taken back together."""
        outcome = decide(self.project, decisions, state=self.state, earlier=self.done.values())
        together = tuple(each.id for each in decisions)
        for id, done in zip(together, outcome.done, strict=True):
            self.done[id] = done
            self._together[id] = together
            self._closed.update(done.ids)
            if done.entry:
                self._works.add(done)
        return list(outcome.done)

    def take_back(self, id: str) -> tuple[str, ...]:
        """Undo the decision on a suggestion, with those that were made together with it; see
        :func:`take_back`.  Their ids."""
        ids = self._together[id]
        take_back(self.project, *(self.done[each] for each in ids))
        for each in ids:
            del self.done[each], self._together[each]
        self._closed = {each for done in self.done.values() for each in done.ids}
        self.__dict__.pop("_works", None)
        return ids


def _chooser(
    project: Project, kind: str | None, documents: Collection[str] | None, work: str | None
) -> Callable[[Passage], bool]:
    """Whether a passage is of this kind, in these documents, and points at this work."""
    if kind is not None and kind not in PASSAGE_KINDS:
        raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
    if work is not None:
        work = project.record(work).key
    return lambda passage: (
        (kind is None or passage.kind == kind)
        and (documents is None or passage.document in documents)
        and (work is None or body_key(passage) == work)
    )


def _place(passage: Passage) -> tuple[str, int, int, str]:
    return passage.document, passage.selector.start, passage.selector.end, passage.id


def accept_above(
    project: Project,
    score: float,
    *,
    kind: str | None = None,
    document: str | None = None,
    work: str | None = None,
    dry_run: bool = False,
) -> Outcome:
    """Accept, as they are, the waiting suggestions with at least this score (0–1).

    Those that need a person, as their kind wants another body or their words have changed
    since they were found, stay open; the latter are ``left``.  Raises UsageError for a
    score that is none, and what :class:`Review` raises.
    """
    if not 0 <= score <= 1:
        raise UsageError(f"{score} is no score", hint="scores go from 0 to 1")
    review = Review(project, kind=kind, document=document, work=work)
    above = [each for each in review.waiting if each.score >= score]
    chosen = [each.id for each in above if review.can_accept(each, changed=True)]
    decisions = [Decision(id, "accept") for id in chosen if id not in review.found]
    outcome = decide(project, decisions, state=review.state, dry_run=dry_run)
    return outcome._replace(left=tuple(id for id in chosen if id in review.found))


def full_id(name: str) -> str:
    """A suggestion's id, which may be given without its scheme."""
    return name if name.startswith(_SCHEME) else _SCHEME + name


def readable(entry: str) -> str:
    """An entry for people: in the shape it has in the catalogue, its values as they are read,
    without LaTeX and without the braces that guard capitals."""
    record = records_of(entry + "\n", "")[0][0]
    lines = (
        f"  {name} = {{{' '.join(shown_value(name, value).split())}}},\n"
        for name, value in record.fields.items()
    )
    return f"@{record.entry_type}{{{record.key},\n{''.join(lines)}}}"


# --- rejections --------------------------------------------------------------------------


def rejections(
    project: Project,
    *,
    kind: str | None = None,
    document: str | None = None,
    work: str | None = None,
) -> list[PassageView]:
    """What was rejected, by document and place; ``status`` says whether everywhere.

    Raises what :class:`Review` raises.
    """
    ids = None if document is None else frozenset(project.document_ids(document))
    wanted = _chooser(project, kind, ids, work)
    state = project.state()
    found = sorted((each for each in state.rejections.passages if wanted(each)), key=_place)
    return [state.view(each) for each in found]


def reopen(project: Project, ids: Iterable[str], *, dry_run: bool = False) -> list[PassageView]:
    """Take rejections back, all or none; the next scan may suggest again what they stood for.

    Raises UnknownPassageError for an id that is no rejection.
    """
    name = project.settings.rejections
    with Edit(project, dry_run) as edit:
        found = []
        for id in dict.fromkeys(ids):
            rejection = edit.find(name, id)
            if rejection is None:
                raise UnknownPassageError(
                    f"no rejection has the id {id!r}",
                    hint="`citekit review --rejected` shows them",
                )
            found.append(rejection)
        edit.take_out(name, {each.id for each in found})
    state = project.state()
    return [state.view(each) for each in found]


# --- corrections ------------------------------------------------------------------------


def corrected(
    state: State,
    passage: Passage,
    *,
    kind: str | None = None,
    work: str | None = None,
    speaker: str | None = None,
    words: str | None = None,
) -> Passage:
    """A suggestion as a person says it should be; where place, kind or body are the
    person's, method, score and reasons no longer hold.

    ``work`` is a key, or "" for none; a credited person's passage becomes a mention
    of the work.  ``words`` are those it should span, the nearest that stand in the
    document.  Raises UsageError for a kind that is none, UnknownPassageError for words
    that do not stand there.
    """
    if speaker is not None:
        passage = passage._replace(speaker=speaker)
    if kind is None and work is None and words is None:
        return passage
    if kind is not None:
        if kind not in PASSAGE_KINDS:
            raise UsageError(f"unknown kind {kind!r}", hint="one of " + ", ".join(PASSAGE_KINDS))
        relation = DEFAULT_RELATION.get(kind, "") if passage.body.type == "work" else ""
        passage = passage._replace(kind=kind, relation=relation)
    if work is not None:
        if work and passage.kind == "credit":
            passage = passage._replace(kind="mention")
        passage = linked(passage, Body("work", work) if work else Body())
    if words is not None:
        text = state.texts[passage.document].document.text
        start, end = _nearest(text, words, passage)
        quoted = passage.quoted if passage.quoted in text[start:end] else ""
        passage = passage._replace(selector=anchor.select(text, start, end), quoted=quoted)
    return passage._replace(method="manual", score=1.0, reasons=())


def _nearest(text: str, words: str, passage: Passage) -> tuple[int, int]:
    spans = anchor.occurrences(text, words) if words.strip() else []
    if not spans:
        raise UnknownPassageError(
            f"these words do not stand in {passage.document}: {words}",
            hint="copy them from the text; quotes, dashes and spaces may differ",
        )
    return min(spans, key=lambda span: abs(span[0] - passage.selector.start))
